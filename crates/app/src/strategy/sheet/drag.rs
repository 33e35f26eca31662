//! Moving notes, and the heads of stages and lanes, with the pointer: a mouse takes them anywhere, a finger by their
//! grip, so that it can still scroll.

use super::heads::{gap, head_at, put};
use super::page::Page;
use super::place::{note_at, spot_at, target};
use super::run::Runner;
use super::spot::Spot;
use crate::hooks::use_memo;
use crate::strategy::stand::StandAction;
use plan::ElementId;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// So far a pointer may tremble before it drags.
const TREMBLE_PX: f64 = 5.0;

/// What the pointer is at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Under {
    /// Nothing.
    #[default]
    Way,
    /// A note, pressed there.
    Pressed(ElementId, f64, f64),
    /// A note that goes along.
    Dragged(ElementId),
    /// An entry of a journey whose end goes along.
    Stretched(ElementId),
    /// The head of a stage or lane, pressed there.
    HeadPressed(ElementId, f64, f64),
    /// A head that goes along.
    Head(ElementId),
    /// Let go just now: the click that follows is none.
    LetGo,
}

/// The drag of a sheet, over its renders.
#[derive(Clone, Default)]
pub struct Drag {
    under: Rc<Cell<Under>>,
    /// The last thing that happened was a pointer, whose click is still to come.
    pressed: Rc<Cell<bool>>,
}

/// The drag of a sheet.
#[hook]
pub fn use_drag() -> Drag {
    (*use_memo((), |()| Drag::default())).clone()
}

impl Drag {
    /// On the sheet: a pointer goes down.
    pub fn down(&self, runner: &Runner) -> Callback<PointerEvent> {
        let (drag, writable) = (self.clone(), runner.hand.writable);
        Callback::from(move |e: PointerEvent| {
            let under = &drag.under;
            under.set(Under::Way);
            drag.pressed.set(true);
            let Some(on) = target(&e) else { return };
            if let Some(note) = note_at(&on).filter(|_| on.has_attribute("data-end") && writable) {
                e.prevent_default();
                // Without capture the drag still works while the pointer stays on the sheet.
                let _ = on.set_pointer_capture(e.pointer_id());
                under.set(Under::Stretched(note));
                return;
            }
            let by_grip = on.has_attribute("data-grip");
            let face = on.closest("[data-face]").ok().flatten();
            let takes = by_grip || e.pointer_type() == "mouse";
            if !writable || e.button() != 0 {
                return;
            }
            let (x, y) = (f64::from(e.client_x()), f64::from(e.client_y()));
            if let Some(note) = face.as_ref().and_then(note_at).filter(|_| takes) {
                under.set(Under::Pressed(note, x, y));
            } else if let Some(head) = head_at(&on, takes) {
                under.set(Under::HeadPressed(head, x, y));
            }
        })
    }

    /// On the sheet: a pointer moves.
    pub fn moved(&self, runner: &Runner) -> Callback<PointerEvent> {
        let (under, runner) = (self.under.clone(), runner.clone());
        Callback::from(move |e: PointerEvent| {
            let (x, y) = (f64::from(e.client_x()), f64::from(e.client_y()));
            match under.get() {
                Under::Pressed(note, from_x, from_y) => {
                    if (x - from_x).hypot(y - from_y) < TREMBLE_PX {
                        return;
                    }
                    if let Some(on) = target(&e) {
                        // Without capture the drag still works while the pointer stays on the sheet.
                        let _ = on.set_pointer_capture(e.pointer_id());
                    }
                    under.set(Under::Dragged(note));
                    if !runner.stand.selected.contains(&note) {
                        runner.hand.go(StandAction::Only(note));
                    }
                }
                Under::HeadPressed(head, from_x, from_y) => {
                    if (x - from_x).hypot(y - from_y) < TREMBLE_PX {
                        return;
                    }
                    // Of the sheet: a click that ends a drag must not be one on the head.
                    if let Some(sheet) =
                        target(&e).and_then(|on| on.closest(".journey-scroll").ok().flatten())
                    {
                        let _ = sheet.set_pointer_capture(e.pointer_id());
                    }
                    under.set(Under::Head(head));
                    return runner.hand.go(StandAction::Drop(gap(head, x, y)));
                }
                Under::Head(head) => return runner.hand.go(StandAction::Drop(gap(head, x, y))),
                Under::Dragged(_) | Under::Stretched(_) => {}
                Under::Way | Under::LetGo => return,
            }
            runner.hand.go(StandAction::Drop(landing(x, y)));
        })
    }

    /// On the sheet: a pointer is let go.
    pub fn up(&self, runner: &Runner) -> Callback<PointerEvent> {
        let (under, runner) = (self.under.clone(), runner.clone());
        Callback::from(move |_: PointerEvent| {
            if let Under::Pressed(..) | Under::HeadPressed(..) = under.get() {
                under.set(Under::Way);
            }
            if let Under::Head(head) = under.get() {
                under.set(Under::LetGo);
                runner.hand.go(StandAction::Drop(None));
                let to = runner.stand.drop;
                runner.hand.edit(|d| put(d, head, to?.1));
            }
            if let Under::Stretched(note) = under.get() {
                under.set(Under::LetGo);
                runner.hand.go(StandAction::Drop(None));
                let to = runner.stand.drop.and_then(|(spot, _)| spot.stage);
                runner.hand.edit(|d| {
                    let (from, _) = d.stages_of_entry(note)?;
                    let all = d.stages(d.journey_of(note)?);
                    let place = |stage| all.iter().position(|s| *s == stage);
                    let stages = (place(to?)? + 1).saturating_sub(place(from)?);
                    d.stretch_entry(note, from, stages)
                });
            }
            if let Under::Dragged(note) = under.get() {
                under.set(Under::LetGo);
                runner.hand.go(StandAction::Drop(None));
                let Some((spot, before)) = runner.stand.drop else { return };
                let chosen = if runner.stand.selected.contains(&note) {
                    runner.chosen()
                } else {
                    vec![note]
                };
                runner.hand.edit(|d| {
                    let shown = Page::of(d, runner.canvas)?;
                    let next = shown.notes_at(spot).get(before).map(|n| n.element.id);
                    let there = spot.notes(d);
                    let until = there.iter().position(|id| Some(*id) == next);
                    let stays = |id: &&ElementId| !chosen.contains(id);
                    let before = there.iter().take(until.unwrap_or(there.len()));
                    spot.bring(d, &chosen, before.filter(stays).count())
                });
            }
        })
    }

    /// On the sheet: the pointer was taken away, as when the browser scrolls.
    pub fn cancelled(&self, runner: &Runner) -> Callback<PointerEvent> {
        let (under, hand) = (self.under.clone(), runner.hand.clone());
        Callback::from(move |_: PointerEvent| {
            under.set(Under::Way);
            hand.go(StandAction::Drop(None));
        })
    }

    /// Gives up what is under way; false when nothing is.
    pub fn give_up(&self, runner: &Runner) -> bool {
        let dragging =
            matches!(self.under.get(), Under::Dragged(_) | Under::Stretched(_) | Under::Head(_));
        if dragging {
            self.under.set(Under::LetGo);
            runner.hand.go(StandAction::Drop(None));
        }
        dragging
    }

    /// Whether a click is only the end of a drag.
    pub fn ate_click(&self) -> bool {
        self.pressed.set(false);
        self.under.replace(Under::Way) == Under::LetGo
    }

    /// Whether a pointer has pressed something, whose click is still to come.
    pub fn is_pressed(&self) -> bool {
        self.pressed.get()
    }

    /// Keys are used now: whatever a pointer pressed, no click of it comes any more.
    pub fn by_keys(&self) {
        self.pressed.set(false);
    }
}

/// The block or cell under a point of the screen, and before which of its notes something let go there comes to
/// stand.
fn landing(x: f64, y: f64) -> Option<(Spot, usize)> {
    let under = gloo::utils::document().element_from_point(x as f32, y as f32)?;
    let holder: Element = under.closest("[data-block]").ok().flatten()?;
    let spot = spot_at(&holder)?;
    let notes = holder.query_selector_all("[data-note]").ok()?;
    let mut before = 0;
    for at in 0..notes.length() {
        let note = notes.get(at).and_then(|n| wasm_bindgen::JsCast::dyn_into::<Element>(n).ok());
        let Some(edges) = note.map(|n| n.get_bounding_client_rect()) else { continue };
        // Notes may stand beside each other in a wide block: rows first, then along the row.
        let above = edges.bottom() < y;
        let in_row = edges.top() <= y && edges.left() + edges.width() / 2.0 < x;
        let half = edges.top() + edges.height() / 2.0 < y && edges.left() <= x;
        if above || (in_row && half) || (in_row && edges.right() < x) {
            before = at as usize + 1;
        }
    }
    Some((spot, before))
}
