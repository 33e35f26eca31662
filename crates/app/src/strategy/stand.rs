//! Where the user is on a canvas: what is selected, written, searched, dragged. Not saved, not undone.

use plan::ElementId;
use std::rc::Rc;
use yew::prelude::*;

/// Where the user is. Notes that it names may be no more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stand {
    /// The note that the keys are on.
    pub cursor: Option<ElementId>,
    /// In the order they were chosen.
    pub selected: Rc<Vec<ElementId>>,
    /// The note whose text is being written.
    pub writing: Option<ElementId>,
    /// What is searched for.
    pub search: AttrValue,
    /// Whether what is selected shows in the inspector.
    pub inspects: bool,
    /// Where dragged notes would come to stand: the block, and before which of its notes.
    pub drop: Option<(ElementId, usize)>,
}

/// What can happen to it.
#[derive(Clone, Debug)]
pub enum StandAction {
    /// This note alone is selected, and the keys are on it.
    Only(ElementId),
    /// This note is selected as well, or no longer; the keys are on it.
    Toggle(ElementId),
    /// This note is selected as well; the keys are on it.
    Extend(ElementId),
    /// Just these are selected.
    Select(Vec<ElementId>),
    /// The text of a note is written, or of none.
    Write(Option<ElementId>),
    /// Something else is searched for.
    Search(AttrValue),
    /// The inspector is there, or not.
    Inspect(bool),
    /// Dragged notes are over another place, or over none.
    Drop(Option<(ElementId, usize)>),
}

impl Reducible for Stand {
    type Action = StandAction;

    fn reduce(self: Rc<Self>, action: StandAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            StandAction::Only(id) => {
                next.cursor = Some(id);
                next.selected = Rc::new(vec![id]);
            }
            StandAction::Toggle(id) | StandAction::Extend(id) => {
                next.cursor = Some(id);
                let selected = Rc::make_mut(&mut next.selected);
                let at = selected.iter().position(|s| *s == id);
                match (at, action) {
                    (None, _) => selected.push(id),
                    (Some(at), StandAction::Toggle(_)) => drop(selected.remove(at)),
                    _ => {}
                }
            }
            StandAction::Select(ids) => {
                next.cursor = ids.last().copied().or(next.cursor);
                next.selected = Rc::new(ids);
            }
            StandAction::Write(id) => {
                next.cursor = id.or(next.cursor);
                next.writing = id;
            }
            StandAction::Search(search) => next.search = search,
            StandAction::Inspect(inspects) => next.inspects = inspects,
            StandAction::Drop(drop) => next.drop = drop,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
