//! The keys of the outline, as in an outliner.

/// What the outline can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// A new node after this one.
    Sibling,
    /// A new node below this one.
    Child,
    /// Below the sibling above.
    Indent,
    /// After its parent.
    Outdent,
    /// Before the sibling above.
    Up,
    /// After the sibling below.
    Down,
    /// To another row: so many further down.
    Rows(i32),
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Folds, or goes to the parent.
    Left,
    /// Opens, or goes to the first child.
    Right,
    /// The name is written.
    Write,
    /// What was written of the name is given up; rows are walked again.
    Leave,
    /// Takes the node out.
    Delete,
    /// Takes a node that has no name yet out, else does nothing.
    DeleteEmpty,
    /// Undoes the last step.
    Undo,
    /// Does it again.
    Redo,
}

/// What keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Rows are walked: Tab leaves the outline.
    Walk,
    /// A name is written: Tab indents, until Escape.
    Write,
}

/// The keys that are held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Ctrl or ⌘.
    pub command: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

/// So many rows make a page.
const PAGE: i32 = 10;

/// What a key does; `None` leaves it to the browser.
pub fn command_of(key: &str, held: Held, mode: Mode) -> Option<Command> {
    use Command::*;
    let Held { command, alt, shift } = held;
    let plain = !(command || alt || shift);
    let both = match key {
        "Enter" if command && !alt => Some(Child),
        "Enter" if plain => Some(Sibling),
        "ArrowUp" if alt && !command => Some(Up),
        "ArrowDown" if alt && !command => Some(Down),
        "ArrowRight" if alt && shift => Some(Indent),
        "ArrowLeft" if alt && shift => Some(Outdent),
        "ArrowUp" if plain => Some(Rows(-1)),
        "ArrowDown" if plain => Some(Rows(1)),
        _ => None,
    };
    both.or(match (mode, key) {
        (Mode::Write, "Tab") if plain => Some(Indent),
        (Mode::Write, "Tab") if shift && !command && !alt => Some(Outdent),
        (Mode::Write, "Escape") => Some(Leave),
        (Mode::Write, "Backspace") if plain => Some(DeleteEmpty),
        (Mode::Walk, "ArrowLeft") if plain => Some(Left),
        (Mode::Walk, "ArrowRight") if plain => Some(Right),
        (Mode::Walk, "Home") => Some(First),
        (Mode::Walk, "End") => Some(Last),
        (Mode::Walk, "PageUp") => Some(Rows(-PAGE)),
        (Mode::Walk, "PageDown") => Some(Rows(PAGE)),
        (Mode::Walk, "F2" | " ") if plain => Some(Write),
        (Mode::Walk, "Delete" | "Backspace") if plain => Some(Delete),
        (Mode::Walk, "z" | "Z") if command && shift => Some(Redo),
        (Mode::Walk, "z" | "Z") if command => Some(Undo),
        (Mode::Walk, "y" | "Y") if command => Some(Redo),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_both_modes() {
        let held = |s: &str| Held {
            command: s.contains('c'),
            alt: s.contains('a'),
            shift: s.contains('s'),
        };
        for (key, with, walk, write) in [
            ("Enter", "", Some(Command::Sibling), Some(Command::Sibling)),
            ("Enter", "c", Some(Command::Child), Some(Command::Child)),
            ("Tab", "", None, Some(Command::Indent)),
            ("Tab", "s", None, Some(Command::Outdent)),
            ("Escape", "", None, Some(Command::Leave)),
            ("ArrowUp", "a", Some(Command::Up), Some(Command::Up)),
            ("ArrowRight", "as", Some(Command::Indent), Some(Command::Indent)),
            ("ArrowLeft", "", Some(Command::Left), None),
            ("ArrowDown", "", Some(Command::Rows(1)), Some(Command::Rows(1))),
            ("Delete", "", Some(Command::Delete), None),
            ("Backspace", "", Some(Command::Delete), Some(Command::DeleteEmpty)),
            ("z", "c", Some(Command::Undo), None),
            ("a", "", None, None),
            ("Home", "", Some(Command::First), None),
        ] {
            assert_eq!(command_of(key, held(with), Mode::Walk), walk, "{key} {with}");
            assert_eq!(command_of(key, held(with), Mode::Write), write, "{key} {with}");
        }
    }
}
