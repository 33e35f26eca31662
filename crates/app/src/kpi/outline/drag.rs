//! Moving rows with the pointer: by the grip at the left, over another row.

use crate::hooks::{UseStateHandle, use_state_eq};
use crate::kpi::area::Hand;
use crate::kpi::edits::{Drop, drop_at};
use plan::ElementId;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// A row under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dragged {
    /// Which.
    pub id: ElementId,
    /// Where it would come to stand if it were let go now.
    pub over: Option<(ElementId, Drop)>,
}

/// What the handlers of a drag are.
#[derive(Clone)]
pub struct Drag {
    /// What is under way.
    pub state: UseStateHandle<Option<Dragged>>,
    hand: Hand,
}

/// The drag of an outline.
#[hook]
pub fn use_drag(hand: Hand) -> Drag {
    Drag { state: use_state_eq(|| None), hand }
}

impl Drag {
    /// On the outline: begins on a grip.
    pub fn down(&self) -> Callback<PointerEvent> {
        let (state, writable) = (self.state.clone(), self.hand.writable);
        Callback::from(move |e: PointerEvent| {
            let Some(grip) = target(&e).and_then(|t| t.closest("[data-grip]").ok().flatten())
            else {
                return;
            };
            if let Some(id) = row_of(&grip).filter(|_| writable && e.button() == 0) {
                e.prevent_default();
                // Without capture the drag still works while the pointer stays in the outline.
                let _ = grip.set_pointer_capture(e.pointer_id());
                state.set(Some(Dragged { id, over: None }));
            }
        })
    }

    /// On the outline: follows the pointer.
    pub fn moved(&self) -> Callback<PointerEvent> {
        let (state, hand) = (self.state.clone(), self.hand.clone());
        Callback::from(move |e: PointerEvent| {
            let Some(dragged) = *state else { return };
            let (x, y) = (f64::from(e.client_x()), f64::from(e.client_y()));
            let under = gloo::utils::document().element_from_point(x as f32, y as f32);
            let row = under.and_then(|u| u.closest("[data-id]").ok().flatten());
            let over = row.and_then(|row| {
                let id = row_of(&row)?;
                let edges = row.get_bounding_client_rect();
                let within = (y - edges.top()) / edges.height().max(1.0);
                let drop = if within < 0.3 {
                    Drop::Before
                } else if within > 0.7 {
                    Drop::After
                } else {
                    Drop::Into
                };
                hand.ask(|d| drop_at(d, dragged.id, id, drop)).map(|_| (id, drop))
            });
            state.set(Some(Dragged { over, ..dragged }));
        })
    }

    /// On the outline: lets go.
    pub fn up(&self) -> Callback<PointerEvent> {
        let (state, hand) = (self.state.clone(), self.hand.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(dragged) = *state {
                state.set(None);
                if let Some((onto, drop)) = dragged.over {
                    hand.edit(|d| drop_at(d, dragged.id, onto, drop));
                    hand.select(dragged.id);
                }
            }
        })
    }

    /// Gives up what is under way; false when nothing is.
    pub fn give_up(&self) -> bool {
        let dragging = self.state.is_some();
        self.state.set(None);
        dragging
    }

    /// What a row looks like now, for the style sheet.
    pub fn look(&self, id: ElementId) -> Option<&'static str> {
        (*self.state)?.look(id)
    }
}

impl Dragged {
    /// What a row or card looks like meanwhile, for the style sheet.
    pub fn look(&self, id: ElementId) -> Option<&'static str> {
        if self.id == id {
            return Some("dragged");
        }
        let (over, drop) = self.over?;
        (over == id).then_some(match drop {
            Drop::Before => "before",
            Drop::Into => "into",
            Drop::After => "after",
        })
    }
}

fn target(e: &PointerEvent) -> Option<Element> {
    e.target()?.dyn_into().ok()
}

/// The node of the row that an element lies in.
pub fn row_of(element: &Element) -> Option<ElementId> {
    let row = element.closest("[data-id]").ok().flatten()?;
    row.get_attribute("data-id")?.parse().ok().map(ElementId)
}
