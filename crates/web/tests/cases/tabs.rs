use std::{cell::RefCell, rc::Rc};

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web::{
    clock,
    tabs::{Role, TabEvent, Tabs},
};

type Heard = Rc<RefCell<Vec<TabEvent>>>;

async fn join(name: &str) -> (Tabs, Heard) {
    let heard = Heard::default();
    let tabs = Tabs::join(name, {
        let heard = heard.clone();
        move |event| heard.borrow_mut().push(event)
    });
    (tabs.await, heard)
}

async fn settle() {
    TimeoutFuture::new(60).await;
}

#[wasm_bindgen_test]
async fn the_first_writes_and_the_next_inherits() {
    let name = clock::random_id();
    let (first, heard_first) = join(&name).await;
    let (second, heard) = join(&name).await;
    assert_eq!((first.role(), second.role()), (Role::Writer, Role::Follower));
    first.tell_saved(7);
    first.tell_snapshots();
    settle().await;
    assert_eq!(*heard.borrow(), [TabEvent::Saved(7), TabEvent::Snapshots]);
    assert!(heard_first.borrow().is_empty());
    drop(first);
    settle().await;
    assert_eq!(second.role(), Role::Writer);
    assert_eq!(heard.borrow().last(), Some(&TabEvent::Role(Role::Writer)));
}

#[wasm_bindgen_test]
async fn a_writer_that_steps_down_is_not_robbed() {
    let name = clock::random_id();
    let (first, heard_first) = join(&name).await;
    let (second, heard_second) = join(&name).await;
    let stepping_down = async {
        while heard_first.borrow().is_empty() {
            TimeoutFuture::new(5).await;
        }
        // As if saving took a moment.
        TimeoutFuture::new(30).await;
        first.step_down();
    };
    let (taken, ()) = futures::join!(second.take_over(), stepping_down);
    taken.unwrap();
    settle().await;
    assert_eq!((first.role(), second.role()), (Role::Follower, Role::Writer));
    assert_eq!(*heard_first.borrow(), [TabEvent::StepDown, TabEvent::Role(Role::Follower)]);
    assert_eq!(*heard_second.borrow(), [TabEvent::Role(Role::Writer)]);
    // And back again when the second goes.
    drop(second);
    settle().await;
    assert_eq!(first.role(), Role::Writer);
}

#[wasm_bindgen_test]
async fn a_writer_that_does_not_answer_is_robbed() {
    let name = clock::random_id();
    let (first, heard_first) = join(&name).await;
    let (second, heard_second) = join(&name).await;
    second.take_over().await.unwrap();
    settle().await;
    assert_eq!((first.role(), second.role()), (Role::Follower, Role::Writer));
    assert_eq!(*heard_first.borrow(), [TabEvent::StepDown, TabEvent::Role(Role::Follower)]);
    assert_eq!(*heard_second.borrow(), [TabEvent::Role(Role::Writer)]);
    // The robbed one waits in its turn, behind nobody's back.
    settle().await;
    assert_eq!(second.role(), Role::Writer);
    let (third, _) = join(&name).await;
    assert_eq!(third.role(), Role::Follower);
    drop(second);
    settle().await;
    let writers = [&first, &third].iter().filter(|tabs| tabs.role() == Role::Writer).count();
    assert_eq!(writers, 1);
}
