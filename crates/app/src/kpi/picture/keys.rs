//! The keys of the picture: arrows go along the lines, whichever way they run.

use kpi::Orientation;
use plan::OutlineMove;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the parent.
    Parent,
    /// To the first child.
    Child,
    /// So many siblings further.
    Beside(isize),
    /// To the KGI.
    Root,
    /// Folds or opens.
    Fold,
    /// Adds a sibling.
    Add,
    /// Adds a child.
    AddBelow,
    /// Takes it out.
    Delete,
    /// Takes it elsewhere.
    Move(OutlineMove),
    /// Writes its name.
    Rename,
}

/// What a key does with (Ctrl or ⌘, Alt, Shift) held; `None` leaves it to others.
pub fn step(key: &str, held: (bool, bool, bool), orientation: Orientation) -> Option<Step> {
    // Towards the leaves is right or down.
    let turned = match (orientation, key) {
        (Orientation::TopDown, "ArrowUp") => "ArrowLeft",
        (Orientation::TopDown, "ArrowDown") => "ArrowRight",
        (Orientation::TopDown, "ArrowLeft") => "ArrowUp",
        (Orientation::TopDown, "ArrowRight") => "ArrowDown",
        (_, key) => key,
    };
    match (held, turned) {
        ((false, false, false), "ArrowLeft") => Some(Step::Parent),
        ((false, false, false), "ArrowRight") => Some(Step::Child),
        ((false, false, false), "ArrowUp") => Some(Step::Beside(-1)),
        ((false, false, false), "ArrowDown") => Some(Step::Beside(1)),
        ((false, false, false), "Home") => Some(Step::Root),
        ((false, false, false), " ") => Some(Step::Fold),
        ((false, false, false), "Enter") => Some(Step::Add),
        ((true, false, false), "Enter") => Some(Step::AddBelow),
        ((false, false, false), "Delete" | "Backspace") => Some(Step::Delete),
        ((false, false, false), "F2") => Some(Step::Rename),
        ((false, true, false), "ArrowUp") => Some(Step::Move(OutlineMove::Up)),
        ((false, true, false), "ArrowDown") => Some(Step::Move(OutlineMove::Down)),
        ((false, true, true), "ArrowRight") => Some(Step::Move(OutlineMove::Indent)),
        ((false, true, true), "ArrowLeft") => Some(Step::Move(OutlineMove::Outdent)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Orientation::{LeftToRight, TopDown};

    #[test]
    fn arrows_follow_the_lines() {
        let none = (false, false, false);
        assert_eq!(step("ArrowRight", none, LeftToRight), Some(Step::Child));
        assert_eq!(step("ArrowDown", none, TopDown), Some(Step::Child));
        assert_eq!(step("ArrowDown", none, LeftToRight), Some(Step::Beside(1)));
        assert_eq!(step("ArrowLeft", none, TopDown), Some(Step::Beside(-1)));
        let alt = (false, true, false);
        assert_eq!(step("ArrowUp", alt, LeftToRight), Some(Step::Move(OutlineMove::Up)));
        assert_eq!(step("x", none, LeftToRight), None);
    }
}
