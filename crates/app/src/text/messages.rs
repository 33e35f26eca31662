//! The messages of a language, found by their id.
//!
//! They are data parts (`build.rs`): where the build is split, their bytes are NUL until the part is
//! loaded ([`web::parts`]), so each read of them goes by `black_box` and cannot be made when compiling.

use super::Language;
use std::cell::OnceCell;
use std::hint::black_box;

static TEXTS_EN: &str = include_str!(concat!(env!("OUT_DIR"), "/texts-en"));
static TEXTS_JA: &str = include_str!(concat!(env!("OUT_DIR"), "/texts-ja"));
static AREA_TEXTS_EN: &str = include_str!(concat!(env!("OUT_DIR"), "/area-texts-en"));
static AREA_TEXTS_JA: &str = include_str!(concat!(env!("OUT_DIR"), "/area-texts-ja"));

/// Ids and patterns, by id.
type Table = Vec<(&'static str, &'static str)>;

/// The messages of a language: those of every screen, then those of the areas.
pub(super) struct Messages([(&'static str, OnceCell<Table>); 2]);

impl Messages {
    /// The messages of a language, as far as they are here or will be.
    pub(super) fn new(language: Language) -> Self {
        let parts = match language {
            Language::En => [TEXTS_EN, AREA_TEXTS_EN],
            Language::Ja => [TEXTS_JA, AREA_TEXTS_JA],
        };
        Self(parts.map(|part| (part, OnceCell::new())))
    }

    /// The pattern of a message, or of its attribute (`message.attribute`).
    pub(super) fn get(&self, id: &str) -> Option<&'static str> {
        self.tables().find_map(|table| {
            let at = table.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
            table.get(at).map(|(_, pattern)| *pattern)
        })
    }

    /// Whether all of them are here, so that an id which is not found does not exist.
    pub(super) fn complete(&self) -> bool {
        self.tables().count() == self.0.len()
    }

    /// The tables that are here.
    fn tables(&self) -> impl Iterator<Item = &Table> {
        self.0.iter().filter_map(|(part, table)| match table.get() {
            Some(table) => Some(table),
            None => read(part).map(|read| table.get_or_init(|| read)),
        })
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.tables().flatten().copied()
    }
}

/// The ids of the areas' messages.
#[cfg(test)]
pub(super) fn area_ids() -> impl Iterator<Item = &'static str> {
    read(AREA_TEXTS_EN).into_iter().flatten().map(|(id, _)| id)
}

/// The table of a data part; none until it is loaded.
fn read(part: &'static str) -> Option<Table> {
    let (_, content) = black_box(part).get(1..)?.split_once('\u{1}')?;
    if content.starts_with('\0') {
        return None;
    }
    let all: Vec<&str> = content.split_terminator('\0').collect();
    let (ids, patterns) = all.split_at(all.len() / 2);
    Some(ids.iter().copied().zip(patterns.iter().copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_once_it_is_here() {
        assert_eq!(
            read("\u{1}sodachi-part p 12\u{1}a\0b\0A\u{1}n\u{3}\0B\0").unwrap(),
            [("a", "A\u{1}n\u{3}"), ("b", "B")]
        );
        assert!(read("\u{1}sodachi-part p 4\u{1}\0\0\0\0").is_none());
        assert!(read("\0\0\0\0").is_none());
    }

    #[test]
    fn a_header_tells_the_name_and_the_length() {
        for (part, name) in [
            (TEXTS_EN, "texts-en"),
            (TEXTS_JA, "texts-ja"),
            (AREA_TEXTS_EN, "area-texts-en"),
            (AREA_TEXTS_JA, "area-texts-ja"),
        ] {
            let (header, content) = part[1..].split_once('\u{1}').unwrap();
            assert!(part.starts_with('\u{1}'));
            assert_eq!(header, format!("sodachi-part {name} {}", content.len()));
        }
    }

    #[test]
    fn what_is_not_here_is_not_found_and_nothing_is_said_to_be_complete() {
        let missing = Messages([(TEXTS_EN, OnceCell::new()), ("\0\0", OnceCell::new())]);
        assert!(missing.get("areas").is_some() && missing.get("kpi-add-goal-node").is_none());
        assert!(!missing.complete());
        assert!(Messages::new(Language::En).complete());
    }
}
