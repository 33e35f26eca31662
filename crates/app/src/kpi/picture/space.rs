//! Zoom and pan of the picture.

use crate::kpi::outline::Drag;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The smallest and the largest zoom.
const ZOOMS: (f64, f64) = (0.1, 2.0);
/// A step of the buttons and keys.
const STEP: f64 = 1.25;
/// The largest zoom that shows all of a small tree on a whole screen, for a room to read.
const WHOLE_SCREEN: f64 = 1.6;
/// The width of A4 across between margins of 10 mm, in CSS pixels.
const PAPER_PX: f64 = 1_040.0;

/// How much of the picture is seen.
#[derive(Clone)]
pub struct Space {
    /// 1 is as large as the rest of the page.
    pub zoom: UseStateHandle<f64>,
    /// What scrolls.
    pub frame: NodeRef,
    size: (f64, f64),
    pan: Rc<RefCell<Option<Pan>>>,
}

impl PartialEq for Space {
    fn eq(&self, other: &Self) -> bool {
        *self.zoom == *other.zoom && self.size == other.size && self.frame == other.frame
    }
}

/// Where a pan began: the pointer's x and y, and how far was scrolled.
type Pan = (i32, i32, i32, i32);

/// The space of a picture of this size.
#[hook]
pub fn use_space(width: f64, height: f64) -> Space {
    let pan = use_mut_ref(|| None);
    let zoom = use_state_eq(|| 1.0);
    let space = Space { zoom, frame: use_node_ref(), size: (width, height), pan };
    {
        // At first all of it is seen, where that can be read.
        let space = space.clone();
        use_effect_with((), move |()| {
            let fitting = space.fitting().unwrap_or(1.0);
            space.zoom.set(fitting.clamp(0.75, 1.0));
        });
    }
    {
        // A whole screen has another size: all of the tree is seen on it, and afterwards.
        let space = space.clone();
        let size = (width as u32, height as u32);
        use_effect_with(size, move |_| {
            let document = gloo::utils::document();
            let listener = EventListener::new(&document, "fullscreenchange", move |_| {
                let is_whole = gloo::utils::document().fullscreen_element().is_some();
                let most = if is_whole { WHOLE_SCREEN } else { 1.0 };
                if let Some(zoom) = space.fitting() {
                    space.zoom.set(zoom.clamp(ZOOMS.0, most));
                }
            });
            move || drop(listener)
        });
    }
    space
}

impl Space {
    /// The picture's size and how large it is drawn, on the screen and on paper, for the styles.
    pub fn style(&self) -> String {
        let (width, height) = self.size;
        let print = (PAPER_PX / width.max(1.0)).min(1.0);
        format!("--w:{width:.0}px;--h:{height:.0}px;--zoom:{:.4};--print:{print:.4}", *self.zoom)
    }

    /// Larger (1) or smaller (−1).
    pub fn step(&self, by: i32) {
        self.set(*self.zoom * STEP.powi(by), None);
    }

    /// As large as the rest of the page.
    pub fn whole(&self) {
        self.set(1.0, None);
    }

    /// All of it is seen.
    pub fn fit(&self) {
        if let Some(zoom) = self.fitting() {
            self.set(zoom.min(1.0), None);
        }
    }

    fn fitting(&self) -> Option<f64> {
        let frame = self.frame.cast::<Element>()?;
        let (width, height) = (f64::from(frame.client_width()), f64::from(frame.client_height()));
        let room = |of: f64, size: f64| (of - 32.0).max(1.0) / size.max(1.0);
        Some(room(width, self.size.0).min(room(height, self.size.1)))
    }

    /// Another zoom; what is seen at a place of the window, else in the middle, stays there.
    fn set(&self, zoom: f64, at: Option<(i32, i32)>) {
        let zoom = zoom.clamp(ZOOMS.0, ZOOMS.1);
        let frame = self.frame.cast::<Element>();
        let ratio = zoom / *self.zoom;
        if let Some(frame) = frame {
            let fixed = match at {
                Some((x, y)) => {
                    let bounds = frame.get_bounding_client_rect();
                    (f64::from(x) - bounds.left(), f64::from(y) - bounds.top())
                }
                None => {
                    (f64::from(frame.client_width()) / 2.0, f64::from(frame.client_height()) / 2.0)
                }
            };
            let to = |scroll: i32, at: f64| ((f64::from(scroll) + at) * ratio - at) as i32;
            let (left, top) = (to(frame.scroll_left(), fixed.0), to(frame.scroll_top(), fixed.1));
            gloo::timers::callback::Timeout::new(0, move || {
                frame.set_scroll_left(left);
                frame.set_scroll_top(top);
            })
            .forget();
        }
        self.zoom.set(zoom);
    }

    /// Keys of the zoom: + − 0 1; whether it was one.
    pub fn key(&self, e: &KeyboardEvent) -> bool {
        match e.key().as_str() {
            "+" | ";" | "=" => self.step(1),
            "-" => self.step(-1),
            "0" => self.fit(),
            "1" => self.whole(),
            _ => return false,
        }
        true
    }

    /// Ctrl with the wheel (a pinch on a touchpad says so, too) zooms.
    pub fn wheel(&self) -> Callback<WheelEvent> {
        let space = self.clone();
        Callback::from(move |e: WheelEvent| {
            if e.ctrl_key() || e.meta_key() {
                e.prevent_default();
                let at = Some((e.client_x(), e.client_y()));
                space.set(*space.zoom * (-e.delta_y() / 400.0).exp(), at);
            }
        })
    }

    /// A drag of the ground pans; one of a card's grip moves the card.
    pub fn down(&self, drag: &Drag) -> Callback<PointerEvent> {
        let (space, drag) = (self.clone(), drag.down());
        Callback::from(move |e: PointerEvent| {
            let target: Option<Element> = e.target().and_then(|t| t.dyn_into().ok());
            let on_card =
                target.as_ref().is_some_and(|t| t.closest("[data-id]").ok().flatten().is_some());
            if on_card {
                return drag.emit(e);
            }
            if let Some(frame) = space.frame.cast::<Element>().filter(|_| e.button() == 0) {
                let from = (e.client_x(), e.client_y(), frame.scroll_left(), frame.scroll_top());
                *space.pan.borrow_mut() = Some(from);
                // Without capture the drag still works while the pointer stays in the picture.
                let _ = frame.set_pointer_capture(e.pointer_id());
            }
        })
    }

    /// See [`Space::down`].
    pub fn moved(&self, drag: &Drag) -> Callback<PointerEvent> {
        let (space, drag) = (self.clone(), drag.moved());
        Callback::from(move |e: PointerEvent| {
            let Some((x, y, left, top)) = *space.pan.borrow() else { return drag.emit(e) };
            if let Some(frame) = space.frame.cast::<Element>() {
                frame.set_scroll_left(left + x - e.client_x());
                frame.set_scroll_top(top + y - e.client_y());
            }
        })
    }

    /// See [`Space::down`].
    pub fn up(&self, drag: &Drag) -> Callback<PointerEvent> {
        let (pan, drag) = (self.pan.clone(), drag.up());
        Callback::from(move |e: PointerEvent| {
            if pan.borrow_mut().take().is_none() {
                drag.emit(e);
            }
        })
    }

    /// Scrolls just as far as it takes to see the selected card, and gives it the focus if asked to.
    pub fn show_selected(&self, focus: bool) {
        let frame = self.frame.cast::<Element>();
        let found =
            frame.as_ref().and_then(|f| f.query_selector("[aria-selected=true]").ok().flatten());
        let (Some(frame), Some(card)) = (frame, found) else { return };
        let (outer, inner) = (frame.get_bounding_client_rect(), card.get_bounding_client_rect());
        let past = |low: f64, high: f64, from: f64, to: f64| {
            if from < low { from - low } else { (to - high).max(0.0).min(from - low) }
        };
        let right = past(outer.left() + 16.0, outer.right() - 16.0, inner.left(), inner.right());
        let down = past(outer.top() + 16.0, outer.bottom() - 16.0, inner.top(), inner.bottom());
        frame.set_scroll_left(frame.scroll_left() + right as i32);
        frame.set_scroll_top(frame.scroll_top() + down as i32);
        if let Some(card) = card.dyn_ref::<HtmlElement>().filter(|_| focus) {
            // The card is in the page, so it can have the focus.
            let _ = card.focus();
        }
    }
}
