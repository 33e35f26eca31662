use std::{cell::RefCell, rc::Rc};

use gloo::timers::future::TimeoutFuture;
use js_sys::Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;
use web::{channel::Channel, clock, file, storage};
use web_sys::Blob;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Message {
    Changed { workspace: String, seq: u64 },
    Bye,
}

#[wasm_bindgen_test]
async fn messages_reach_the_others_until_closed() {
    let name = clock::random_id();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let sender = Channel::<Message>::open(&name, |_| panic!("heard itself")).unwrap();
    let receiver = Channel::<Message>::open(&name, {
        let heard = heard.clone();
        move |message| heard.borrow_mut().push(message)
    });
    let message = Message::Changed { workspace: "育ち".into(), seq: 1 << 40 };
    sender.post(&message).unwrap();
    TimeoutFuture::new(50).await;
    assert_eq!(*heard.borrow(), [message]);
    drop(receiver);
    sender.post(&Message::Bye).unwrap();
    TimeoutFuture::new(50).await;
    assert_eq!(heard.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn room_is_told() {
    let room = storage::estimate().await.unwrap();
    assert!(room.quota > room.used);
    storage::persisted().await;
}

#[wasm_bindgen_test]
async fn files_are_read() {
    let blob = Blob::new_with_str_sequence(&Array::of1(&"育ち".into())).unwrap();
    assert_eq!(file::text(&blob).await.unwrap(), "育ち");
    assert_eq!(file::bytes(&blob).await.unwrap(), "育ち".as_bytes());
}

#[wasm_bindgen_test]
fn ids_and_dates_are_plausible() {
    let (a, b) = (clock::random_id(), clock::random_id());
    assert!(a != b && a.len() == 32 && a.bytes().all(|c| c.is_ascii_hexdigit()));
    let (year, month, day) = clock::today();
    assert!(year > 2024 && (1..=12).contains(&month) && (1..=31).contains(&day));
    assert!(clock::now_ms() > 1.7e12);
}
