//! One gesture: what is dragged moves everything at once, and is one step of undo.

use super::edits::{rename, shift};
use crate::hooks::{UseStateSetter, use_memo, use_state_eq};
use crate::parts::focus_soon;
use crate::state::{Actions, use_actions};
use plan::{Document, Edit, ElementId, Gesture};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the heading over the cards.
pub const CARDS_HEADING: &str = "score-card-title";

/// Begins, moves and ends gestures. Equal as long as the screen lives.
#[derive(Clone)]
pub struct Grip {
    actions: Actions,
    gesture: Rc<Cell<Option<Gesture>>>,
    live: UseStateSetter<bool>,
}

impl PartialEq for Grip {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.gesture, &other.gesture)
    }
}

impl Grip {
    /// A gesture begins: the edits from now on are one step, and views are live.
    pub fn begin(&self) {
        self.gesture.set(Some(self.actions.new_gesture()));
        self.live.set(true);
    }

    /// The gesture ended: views are full again.
    pub fn end(&self) {
        self.gesture.set(None);
        self.live.set(false);
    }

    /// Changes the document as it is now, within the gesture if one is under way. `make` gives
    /// `None` when there is nothing to change. False when nothing was changed.
    pub fn edit(&self, make: impl FnOnce(&Document) -> Option<Edit>) -> bool {
        let gesture = self.gesture.get().unwrap_or(Gesture::Once);
        self.edit_in(gesture, make)
    }

    /// As [`Grip::edit`], within a gesture that goes on while something is asked of the engine.
    pub fn edit_in(&self, gesture: Gesture, make: impl FnOnce(&Document) -> Option<Edit>) -> bool {
        let edit = make(self.actions.desk().borrow().document());
        edit.is_some_and(|edit| self.actions.edit(edit, gesture))
    }

    /// Calls an element something else.
    pub fn renamer(&self, id: ElementId) -> Callback<AttrValue> {
        let grip = self.clone();
        Callback::from(move |name: AttrValue| {
            grip.edit(|d| rename(d, id, &name));
        })
    }

    /// Puts an element so many places further down.
    pub fn mover(&self, id: ElementId, by: isize) -> Callback<MouseEvent> {
        let grip = self.clone();
        Callback::from(move |_: MouseEvent| {
            grip.edit(|d| shift(d, id, by));
        })
    }

    /// Removes an element. Its inspector goes with it, and the focus to the heading of the cards.
    pub fn remover(&self, id: ElementId) -> Callback<MouseEvent> {
        let grip = self.clone();
        Callback::from(move |_: MouseEvent| {
            if grip.edit(|_| Some(Edit::Remove(id))) {
                focus_soon(CARDS_HEADING.to_owned());
            }
        })
    }

    /// The actions.
    pub fn actions(&self) -> &Actions {
        &self.actions
    }
}

/// The grip of this screen and whether a gesture is under way: for the screen, which provides it.
#[hook]
pub fn use_new_grip() -> (Grip, bool) {
    let actions = use_actions();
    let live = use_state_eq(|| false);
    let setter = live.setter();
    let grip =
        use_memo((), move |()| Grip { actions, gesture: Rc::new(Cell::new(None)), live: setter });
    ((*grip).clone(), *live)
}

/// The grip that the screen provides.
///
/// # Panics
/// Outside of the score screen, which is a defect.
#[hook]
#[expect(clippy::expect_used, reason = "a component outside of the screen is a defect")]
pub fn use_grip() -> Grip {
    use_context::<Grip>().expect("inside the score screen")
}
