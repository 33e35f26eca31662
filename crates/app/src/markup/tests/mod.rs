//! Our `html!` beside Yew's own, in a real browser: the same shapes, the same page.

#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

use gloo::timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// The shapes in our markup.
mod ours {
    use crate::markup::html;
    include!("shapes.rs");
}

/// The shapes in Yew's.
mod theirs {
    use yew::html;
    include!("shapes.rs");
}

/// A shape that changes with a number.
type Shape = fn(u32) -> Html;

/// How many numbers a shape is drawn for, one after the other.
const STEPS: u32 = 6;

#[derive(Properties, PartialEq)]
struct HostProps {
    shape: usize,
    is_ours: bool,
    step: u32,
}

#[component]
fn Host(props: &HostProps) -> Html {
    let shapes = if props.is_ours { ours::SHAPES } else { theirs::SHAPES };
    shapes[props.shape].1(props.step)
}

/// A place on the page that a shape is drawn into.
fn stage() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let stage = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&stage).unwrap();
    stage
}

/// What stands on the page after each step, and what its fields hold.
async fn drawn(shape: usize, is_ours: bool, steps: impl Iterator<Item = u32>) -> Vec<String> {
    let stage = stage();
    let props = |step| HostProps { shape, is_ours, step };
    let mut host = yew::Renderer::<Host>::with_root_and_props(stage.clone(), props(0)).render();
    let mut seen = Vec::new();
    for step in steps {
        host.update(props(step));
        TimeoutFuture::new(0).await;
        let fields = stage.query_selector_all("input, textarea").unwrap();
        let mut told = stage.inner_html();
        for index in 0..fields.length() {
            let field = fields.get(index).unwrap();
            if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                told.push_str(&format!("|{}|{}", input.value(), input.checked()));
            }
            if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                told.push_str(&format!("|{}", area.value()));
            }
        }
        seen.push(told);
    }
    host.destroy();
    TimeoutFuture::new(0).await;
    assert_eq!(stage.inner_html(), "", "shape {shape} leaves something behind");
    stage.remove();
    seen
}

#[wasm_bindgen_test]
async fn every_shape_stands_on_the_page_as_yews_own_does() {
    for (index, (name, _)) in ours::SHAPES.iter().enumerate() {
        let ours = drawn(index, true, 0..STEPS).await;
        let theirs = drawn(index, false, 0..STEPS).await;
        assert_eq!(ours, theirs, "{name}");
        let ours = drawn(index, true, (0..STEPS).rev()).await;
        let theirs = drawn(index, false, (0..STEPS).rev()).await;
        assert_eq!(ours, theirs, "{name}, backwards");
    }
}

#[wasm_bindgen_test]
async fn the_shapes_show_something_and_change() {
    for (index, (name, _)) in ours::SHAPES.iter().enumerate() {
        let seen = drawn(index, true, 0..STEPS).await;
        assert!(seen.iter().any(|told| told.contains('<')), "{name} shows {seen:?}");
        assert!(seen.iter().any(|told| *told != seen[0]), "{name} stays {}", seen[0]);
    }
}

thread_local! {
    /// What listeners heard.
    static HEARD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static NODE: RefCell<NodeRef> = RefCell::default();
    static DRAWN: Cell<u32> = const { Cell::new(0) };
}

#[component]
fn Listening() -> Html {
    use crate::markup::html;
    DRAWN.set(DRAWN.get() + 1);
    let node = NODE.with_borrow(NodeRef::clone);
    let heard = |what: &'static str| {
        Callback::from(move |_: MouseEvent| HEARD.with_borrow_mut(|h| h.push(what.to_owned())))
    };
    html! {
        <div onclick={heard("outside")}>
            <button ref={node} onclick={heard("button")} onkeydown={None::<Callback<KeyboardEvent>>}>
                { "Press" }
            </button>
            <input oninput={|_: InputEvent| HEARD.with_borrow_mut(|h| h.push("written".to_owned()))} />
        </div>
    }
}

#[wasm_bindgen_test]
async fn listeners_hear_and_references_find_their_node() {
    let stage = stage();
    let host = yew::Renderer::<Listening>::with_root(stage.clone()).render();
    TimeoutFuture::new(0).await;
    let button = NODE.with_borrow(|n| n.cast::<HtmlElement>()).unwrap();
    button.click();
    let input = stage.query_selector("input").unwrap().unwrap();
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("input", &init).unwrap();
    input.dispatch_event(&event).unwrap();
    assert_eq!(HEARD.with_borrow(Vec::clone), ["button", "outside", "written"]);
    assert_eq!(DRAWN.get(), 1);
    host.destroy();
    stage.remove();
}

/// Rows keep their elements when they change places: their keys say which is which.
#[wasm_bindgen_test]
async fn a_keyed_row_keeps_its_element() {
    let stage = stage();
    let shape = ours::SHAPES.iter().position(|(name, _)| *name == "keyed loop").unwrap();
    let props = |step| HostProps { shape, is_ours: true, step };
    let mut host = yew::Renderer::<Host>::with_root_and_props(stage.clone(), props(4)).render();
    TimeoutFuture::new(0).await;
    let before = stage.query_selector("[data-row='2']").unwrap().unwrap();
    host.update(props(5));
    TimeoutFuture::new(0).await;
    let after = stage.query_selector("[data-row='2']").unwrap().unwrap();
    assert!(before.is_same_node(Some(&after)), "the row was made anew");
    host.destroy();
    stage.remove();
}

/// A template is read once, however often it is drawn.
#[wasm_bindgen_test]
fn a_template_is_kept() {
    let text = "\u{1}p\u{3}class\u{4}quiet\u{12}told\u{2}";
    let first = super::template::read(text);
    assert!(std::ptr::eq(first, super::template::read(text)));
    assert_eq!(first.len(), 1);
}
