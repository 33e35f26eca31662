//! Where the user is on a canvas or a journey: what is selected, written, searched, dragged. Not saved, not undone.

use super::sheet::Spot;
use plan::ElementId;
use std::rc::Rc;
use yew::prelude::*;

/// Where the user is. Notes that it names may be no more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stand {
    /// The note that the keys are on; of a journey also a stage or lane that is looked at.
    pub cursor: Option<ElementId>,
    /// In the order they were chosen.
    pub selected: Rc<Vec<ElementId>>,
    /// The note whose text is being written.
    pub writing: Option<ElementId>,
    /// What is searched for.
    pub search: AttrValue,
    /// Whether the dialog that says what the canvas is made of is open.
    pub sets_up: bool,
    /// Whether what is selected shows in the inspector.
    pub inspects: bool,
    /// Where dragged notes would come to stand, and before which of the notes there.
    pub drop: Option<(Spot, usize)>,
    /// What `@` is typed for.
    pub mention: Option<Mention>,
    /// The linked note that the pointer is over.
    pub hover: Option<ElementId>,
    /// The cell of a journey that the Tab key comes to.
    pub cell: Option<Spot>,
}

/// What could be meant by the `@` that is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The id in the page of the field.
    pub field: AttrValue,
    /// What could be meant, best first.
    pub found: Rc<[ElementId]>,
    /// The one that Enter takes.
    pub at: usize,
    /// The left edge of the field, in CSS pixels of the window.
    pub left_px: i32,
    /// Its bottom edge.
    pub bottom_px: i32,
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
    /// The dialog that says what the canvas is made of is open, or not.
    SetUp(bool),
    /// The inspector is there, or not.
    Inspect(bool),
    /// Dragged notes are over another place, or over none.
    Drop(Option<(Spot, usize)>),
    /// `@` is typed, or no longer.
    Mention(Option<Mention>),
    /// The pointer is over another note that has links, or over none.
    Hover(Option<ElementId>),
    /// The keys are in this cell of a journey.
    Cell(Spot),
    /// This stage or lane is looked at, or with `None` the whole journey.
    Look(Option<ElementId>),
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
            StandAction::SetUp(sets_up) => next.sets_up = sets_up,
            StandAction::Inspect(inspects) => next.inspects = inspects,
            StandAction::Drop(drop) => next.drop = drop,
            StandAction::Mention(mention) => next.mention = mention,
            StandAction::Hover(note) => next.hover = note,
            StandAction::Cell(spot) => next.cell = Some(spot),
            StandAction::Look(id) => {
                next.cursor = id;
                next.selected = Rc::default();
                next.inspects = true;
            }
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

impl Stand {
    /// Whether `@` is typed in the field of this id.
    pub fn mentions_in(&self, field: &str) -> bool {
        self.mention.as_ref().is_some_and(|m| m.field == field)
    }

    /// The id in the page of what Enter would take.
    pub fn active_offer(&self) -> Option<String> {
        self.mention.as_ref().map(|m| format!("offer-{}", m.at))
    }
}
