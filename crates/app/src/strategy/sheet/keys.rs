//! The keys of a canvas.

/// What keys can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Adds what stands in the field as a note; the field goes on.
    Add,
    /// Keeps the text that is written and goes on to the field for the next note.
    Keep,
    /// Gives up what is written, or the selection.
    Leave,
    /// Writes the text of the note.
    Write,
    /// Goes to another note or block.
    Walk(Way),
    /// Takes the selected notes there.
    Carry(Way),
    /// Lets a note of a journey stand over one stage more, or less.
    Stretch(bool),
    /// Selects the note above or below as well.
    Extend(Way),
    /// Selects all notes of the block.
    All,
    /// Takes the selected notes away.
    Delete,
    /// Gives a dot, or takes one back.
    Vote(bool),
    /// Gives the selected notes a colour.
    Colour(u8),
    /// Undoes the last step.
    Undo,
}

/// A direction on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the note above.
    Up,
    /// To the note below.
    Down,
    /// To the block at the left.
    Left,
    /// To the block at the right.
    Right,
}

/// What has the focus when a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// On a note.
    Note,
    /// In the text of a note.
    Text,
    /// In the field for the next note; whether it is empty.
    Field(bool),
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

/// What a key does; `None` leaves it to the browser.
pub fn command_of(key: &str, held: Held, on: Typed) -> Option<Command> {
    let Held { command, alt, shift } = held;
    let plain = !(command || alt || shift);
    let way = match key {
        "ArrowUp" => Some(Way::Up),
        "ArrowDown" => Some(Way::Down),
        "ArrowLeft" => Some(Way::Left),
        "ArrowRight" => Some(Way::Right),
        _ => None,
    };
    match (on, way) {
        (Typed::Note, Some(way)) if plain => return Some(Command::Walk(way)),
        (Typed::Note, Some(way)) if alt && !command && !shift => return Some(Command::Carry(way)),
        (Typed::Note, Some(way @ (Way::Left | Way::Right))) if alt && shift && !command => {
            return Some(Command::Stretch(way == Way::Right));
        }
        (Typed::Note, Some(way @ (Way::Up | Way::Down))) if shift && !command && !alt => {
            return Some(Command::Extend(way));
        }
        (Typed::Field(true), Some(way)) if plain => return Some(Command::Walk(way)),
        (_, Some(_)) => return None,
        _ => {}
    }
    match (on, key) {
        (Typed::Field(_), "Enter") if plain => Some(Command::Add),
        (Typed::Field(true), "z" | "Z") if command && !shift && !alt => Some(Command::Undo),
        (Typed::Field(_), _) => None,
        (Typed::Text, "Enter") if plain => Some(Command::Keep),
        (Typed::Text, "Escape") => Some(Command::Leave),
        (Typed::Text, _) => None,
        (Typed::Note, "Enter" | "F2") if plain => Some(Command::Write),
        (Typed::Note, "Escape") => Some(Command::Leave),
        (Typed::Note, "Delete" | "Backspace") if plain => Some(Command::Delete),
        (Typed::Note, "a" | "A") if command && !alt => Some(Command::All),
        (Typed::Note, "+" | ";") if !command && !alt => Some(Command::Vote(true)),
        (Typed::Note, "-") if !command && !alt => Some(Command::Vote(false)),
        (Typed::Note, "1" | "2" | "3" | "4" | "5" | "6") if plain => {
            Some(Command::Colour(key.as_bytes()[0] - b'1'))
        }
        (Typed::Note, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        let held = |with: &str| Held {
            command: with.contains('c'),
            alt: with.contains('a'),
            shift: with.contains('s'),
        };
        use Command::*;
        for (key, with, note, text, field) in [
            ("Enter", "", Some(Write), Some(Keep), Some(Add)),
            ("Enter", "s", None, None, None),
            ("Escape", "", Some(Leave), Some(Leave), None),
            ("ArrowUp", "", Some(Walk(Way::Up)), None, None),
            ("ArrowLeft", "a", Some(Carry(Way::Left)), None, None),
            ("ArrowDown", "s", Some(Extend(Way::Down)), None, None),
            ("ArrowRight", "s", None, None, None),
            ("ArrowRight", "as", Some(Stretch(true)), None, None),
            ("Delete", "", Some(Delete), None, None),
            ("a", "c", Some(All), None, None),
            ("a", "", None, None, None),
            ("+", "s", Some(Vote(true)), None, None),
            ("-", "", Some(Vote(false)), None, None),
            ("-", "c", None, None, None),
            ("6", "", Some(Colour(5)), None, None),
            ("z", "c", None, None, None),
        ] {
            for (on, command) in
                [(Typed::Note, note), (Typed::Text, text), (Typed::Field(false), field)]
            {
                assert_eq!(command_of(key, held(with), on), command, "{key} {with} {on:?}");
            }
        }
        let empty = |key, with| command_of(key, held(with), Typed::Field(true));
        assert_eq!(empty("ArrowUp", ""), Some(Walk(Way::Up)));
        assert_eq!(empty("ArrowDown", ""), Some(Walk(Way::Down)));
        assert_eq!(empty("z", "c"), Some(Undo));
    }
}
