use std::{cell::Cell, rc::Rc};

use futures::FutureExt;
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web::{
    clock,
    lock::{LockGuard, Mode, hold},
};

async fn get(name: &str, mode: Mode) -> Option<LockGuard> {
    hold(name, mode, || {}).await.unwrap()
}

#[wasm_bindgen_test]
async fn one_holder_until_it_is_dropped() {
    let name = clock::random_id();
    let first = get(&name, Mode::IfAvailable).await.unwrap();
    assert!(get(&name, Mode::IfAvailable).await.is_none());
    assert!(get(&format!("{name} other"), Mode::IfAvailable).await.is_some());
    drop(first);
    TimeoutFuture::new(20).await;
    assert!(get(&name, Mode::IfAvailable).await.is_some());
}

#[wasm_bindgen_test]
async fn waiting_ends_with_the_release() {
    let name = clock::random_id();
    let first = get(&name, Mode::Wait).await.unwrap();
    let mut waiting = Box::pin(get(&name, Mode::Wait));
    assert!(waiting.as_mut().now_or_never().is_none());
    TimeoutFuture::new(20).await;
    assert!(waiting.as_mut().now_or_never().is_none());
    drop(first);
    assert!(waiting.await.is_some());
}

#[wasm_bindgen_test]
async fn who_stops_waiting_does_not_keep_the_lock() {
    let name = clock::random_id();
    let first = get(&name, Mode::Wait).await.unwrap();
    {
        let mut waiting = Box::pin(get(&name, Mode::Wait));
        assert!(waiting.as_mut().now_or_never().is_none());
    }
    drop(first);
    TimeoutFuture::new(20).await;
    assert!(get(&name, Mode::IfAvailable).await.is_some());
}

#[wasm_bindgen_test]
async fn the_robbed_one_is_told() {
    let name = clock::random_id();
    let told = Rc::new(Cell::new(0));
    let first = hold(&name, Mode::IfAvailable, {
        let told = told.clone();
        move || told.set(told.get() + 1)
    });
    let first = first.await.unwrap().unwrap();
    let thief = get(&name, Mode::Steal).await.unwrap();
    TimeoutFuture::new(20).await;
    assert_eq!((told.get(), first.is_lost(), thief.is_lost()), (1, true, false));
    // Letting go of a lock that one has lost takes nothing from the thief.
    drop(first);
    TimeoutFuture::new(20).await;
    assert!(get(&name, Mode::IfAvailable).await.is_none());
    drop(thief);
}
