//! Zoom and pan of the picture.

use crate::hooks::{UseStateHandle, use_effect_with, use_memo, use_mut_ref, use_state_eq};
use crate::kpi::outline::Drag;
use gloo::events::EventListener;
use kpi::Rect;
use std::cell::{Cell, RefCell};
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
/// The room around the picture, as the style sheet has it (`--s4`).
const PADDING: f64 = 16.0;
/// A width that fits on paper across between margins of 10 mm, in CSS pixels: A4 has 1,047 of them, Letter 980.
const PAPER_PX: f64 = 960.0;

/// How much of the picture is seen.
#[derive(Clone)]
pub struct Space {
    /// 1 is as large as the rest of the page.
    pub zoom: UseStateHandle<f64>,
    /// What scrolls, and how far it is zoomed.
    pub sight: Sight,
    /// What is as large as the picture is drawn.
    pub room: NodeRef,
    size: (f64, f64),
    pan: Rc<RefCell<Option<Pan>>>,
}

impl PartialEq for Space {
    fn eq(&self, other: &Self) -> bool {
        *self.zoom == *other.zoom && self.size == other.size && self.sight == other.sight
    }
}

/// What of the picture is seen. Equal as long as the picture is there: it is asked when it is wanted.
#[derive(Clone)]
pub struct Sight {
    /// What scrolls.
    pub frame: NodeRef,
    /// The zoom as it is now, which may be newer than what was drawn.
    zoom: Rc<Cell<f64>>,
}

impl PartialEq for Sight {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.zoom, &other.zoom)
    }
}

impl Sight {
    /// What is seen, in pixels of the picture; `None` before there is a page.
    pub fn window(&self) -> Option<Rect> {
        let (frame, zoom) = (self.frame.cast::<Element>()?, self.zoom.get());
        let of = |px: i32| f64::from(px) / zoom;
        Some(Rect {
            x: of(frame.scroll_left()) - PADDING / zoom,
            y: of(frame.scroll_top()) - PADDING / zoom,
            width: of(frame.client_width()),
            height: of(frame.client_height()),
        })
    }
}

/// Where a pan began: the pointer's x and y, and how far was scrolled.
type Pan = (i32, i32, i32, i32);

/// The space of a picture of this size.
#[hook]
pub fn use_space(width: f64, height: f64) -> Space {
    let pan = use_mut_ref(|| None);
    let zoom = use_state_eq(|| 1.0);
    let now = use_memo((), |()| Rc::new(Cell::new(1.0)));
    let sight = Sight { frame: use_node_ref(), zoom: (*now).clone() };
    let space = Space { zoom, sight, room: use_node_ref(), size: (width, height), pan };
    {
        // At first all of it is seen, where that can be read.
        let space = space.clone();
        use_effect_with((), move |()| {
            let fitting = space.fitting().unwrap_or(1.0);
            space.take(fitting.clamp(0.75, 1.0));
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
                    space.take(zoom.clamp(ZOOMS.0, most));
                }
            });
            move || drop(listener)
        });
    }
    space
}

impl Space {
    /// How large the picture is drawn, on the screen and (what the style sheet takes for it) on paper.
    pub fn room_style(&self, zoom: f64) -> String {
        let (width, height) = self.size;
        let print = (PAPER_PX / width.max(1.0)).min(1.0);
        let (drawn, printed) = ((width * zoom, height * zoom), (width * print, height * print));
        format!(
            "width:{:.0}px;height:{:.0}px;--w:{:.0}px;--h:{:.0}px;--print:{print:.4}",
            drawn.0, drawn.1, printed.0, printed.1
        )
    }

    /// The picture itself. Zooming changes one transform, and nothing of any card.
    pub fn canvas_style(&self, zoom: f64) -> String {
        let (width, height) = self.size;
        format!("width:{width:.0}px;height:{height:.0}px;transform:scale({zoom:.4})")
    }

    /// Draws at another zoom at once: what has to be in its place before it scrolls.
    fn take(&self, zoom: f64) {
        self.sight.zoom.set(zoom);
        if let Some(room) = self.room.cast::<Element>() {
            // Attributes of our own page cannot be refused.
            let _ = room.set_attribute("style", &self.room_style(zoom));
            if let Some(canvas) = room.first_element_child() {
                let _ = canvas.set_attribute("style", &self.canvas_style(zoom));
            }
        }
        self.zoom.set(zoom);
    }

    /// Larger (1) or smaller (−1).
    pub fn step(&self, by: i32) {
        self.set(self.sight.zoom.get() * STEP.powi(by), None);
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
        let frame = self.sight.frame.cast::<Element>()?;
        let (width, height) = (f64::from(frame.client_width()), f64::from(frame.client_height()));
        let room = |of: f64, size: f64| (of - 2.0 * PADDING).max(1.0) / size.max(1.0);
        Some(room(width, self.size.0).min(room(height, self.size.1)))
    }

    /// Another zoom; what is seen at a place of the window, else in the middle, stays there.
    fn set(&self, zoom: f64, at: Option<(i32, i32)>) {
        let zoom = zoom.clamp(ZOOMS.0, ZOOMS.1);
        let ratio = zoom / self.sight.zoom.get();
        let to = self.sight.frame.cast::<Element>().map(|frame| {
            let fixed = match at {
                Some((x, y)) => {
                    let bounds = frame.get_bounding_client_rect();
                    (f64::from(x) - bounds.left(), f64::from(y) - bounds.top())
                }
                None => {
                    (f64::from(frame.client_width()) / 2.0, f64::from(frame.client_height()) / 2.0)
                }
            };
            // the room around the picture does not grow with it
            let to = |scroll: i32, at: f64| {
                ((f64::from(scroll) + at - PADDING) * ratio + PADDING - at).round() as i32
            };
            let (left, top) = (to(frame.scroll_left(), fixed.0), to(frame.scroll_top(), fixed.1));
            (frame, left, top)
        });
        self.take(zoom);
        if let Some((frame, left, top)) = to {
            frame.set_scroll_left(left);
            frame.set_scroll_top(top);
        }
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
                space.set(space.sight.zoom.get() * (-e.delta_y() / 400.0).exp(), at);
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
            if let Some(frame) = space.sight.frame.cast::<Element>().filter(|_| e.button() == 0) {
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
            if let Some(frame) = space.sight.frame.cast::<Element>() {
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

    /// Scrolls just as far as it takes to see a card, and gives the selected one the focus if asked to.
    pub fn show(&self, card: Option<Rect>, focus: bool) {
        let (Some(frame), Some(card)) = (self.sight.frame.cast::<Element>(), card) else { return };
        let zoom = self.sight.zoom.get();
        let to = |scroll: i32, room: i32, from: f64, size: f64| {
            let (scroll, room) = (f64::from(scroll), f64::from(room));
            let (from, to) = (from * zoom, (from + size) * zoom + 2.0 * PADDING);
            scroll.max(to - room).min(from) as i32
        };
        let left = to(frame.scroll_left(), frame.client_width(), card.x, card.width);
        let top = to(frame.scroll_top(), frame.client_height(), card.y, card.height);
        frame.set_scroll_left(left);
        frame.set_scroll_top(top);
        let found = frame.query_selector("[aria-selected=true]").ok().flatten();
        if let Some(card) = found.and_then(|f| f.dyn_into::<HtmlElement>().ok()).filter(|_| focus) {
            // The card is in the page, so it can have the focus.
            let _ = card.focus();
        }
    }
}
