//! What the hooks do over several drawings of a component, in a real browser.

#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

use super::{UseStateHandle, UseStateSetter};
use super::{use_callback, use_effect_with, use_memo, use_mut_ref, use_state_eq};
use crate::markup::html;
use gloo::timers::future::TimeoutFuture;
use std::cell::RefCell;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

thread_local! {
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static STATE: RefCell<Option<(UseStateHandle<u32>, UseStateSetter<u32>)>> = const { RefCell::new(None) };
    static CALLBACKS: RefCell<Vec<Callback<u32, u32>>> = const { RefCell::new(Vec::new()) };
}

fn tell(what: impl Into<String>) {
    TOLD.with_borrow_mut(|told| told.push(what.into()));
}

/// What was told since the last time.
fn told() -> Vec<String> {
    TOLD.take()
}

#[derive(Properties, PartialEq)]
struct HostProps {
    on: u32,
    other: u32,
}

#[component]
fn Host(props: &HostProps) -> Html {
    let state = use_state_eq(|| 7_u32);
    let text = use_state_eq(|| String::from("text"));
    let drawn = use_mut_ref(|| 0_u32);
    *drawn.borrow_mut() += 1;
    let memo = use_memo(props.on, |on| {
        tell(format!("made of {on}"));
        on * 10
    });
    let callback = use_callback(props.on, |value: u32, on| value + on);
    use_effect_with(props.on, |on| {
        let on = *on;
        tell(format!("begins {on}"));
        move || tell(format!("ends {on}"))
    });
    use_effect_with((), |()| tell("once"));
    STATE.replace(Some((state.clone(), state.setter())));
    CALLBACKS.with_borrow_mut(|all| all.push(callback));
    tell(format!("drawn {} {} {} {memo}", *drawn.borrow(), *state, *text));
    html! { <p>{ props.other }</p> }
}

fn stage() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("div").unwrap()
}

async fn soon() {
    TimeoutFuture::new(5).await;
}

#[wasm_bindgen_test]
async fn hooks_keep_what_they_keep() {
    let props = |on, other| HostProps { on, other };
    let host = yew::Renderer::<Host>::with_root_and_props(stage(), props(1, 0));
    let mut host = host.render();
    soon().await;
    assert_eq!(told(), ["made of 1", "drawn 1 7 text 10", "begins 1", "once"]);

    host.update(props(1, 1));
    soon().await;
    assert_eq!(told(), ["drawn 2 7 text 10"], "nothing depends on it");

    host.update(props(2, 1));
    soon().await;
    assert_eq!(told(), ["made of 2", "drawn 3 7 text 20", "ends 1", "begins 2"]);

    let (state, setter) = STATE.take().unwrap();
    let same = state.setter() == setter && state == state.clone();
    assert!(same, "a setter and a state are equal to themselves");
    state.set(7);
    soon().await;
    assert!(told().is_empty(), "set to the same");
    setter.set(8);
    soon().await;
    assert_eq!(told(), ["drawn 4 8 text 20"]);
    assert_eq!(*state, 8, "a handle of before knows the state as it is");

    let callbacks = CALLBACKS.take();
    let values: Vec<u32> = callbacks.iter().map(|callback| callback.emit(5)).collect();
    assert_eq!(values, [6, 6, 7, 7]);
    let equal: Vec<bool> = callbacks.windows(2).map(|pair| pair[0] == pair[1]).collect();
    assert_eq!(equal, [true, false, true]);

    host.destroy();
    soon().await;
    assert_eq!(told(), ["ends 2"]);
}
