//! All texts of one evaluation under one numbering: constants, dictionaries of columns, and what functions
//! made. A row of text is a code; nothing is copied until a function makes a new text.

use table::Dictionary;

/// The code of an absent text.
pub(crate) const ABSENT: u32 = u32::MAX;
/// Codes from here on are of texts that functions made.
const MADE: u32 = 1 << 31;

pub(crate) struct Texts<'a> {
    constants: &'a [String],
    /// Where the codes of each dictionary begin, ascending.
    dictionaries: Vec<(u32, &'a Dictionary)>,
    next: u32,
    made: Dictionary,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(constants: &'a [String]) -> Self {
        let next = constants.len() as u32;
        Self { constants, dictionaries: Vec::new(), next, made: Dictionary::default() }
    }

    /// What is added to the codes of a dictionary; `None` when there are more texts than codes.
    pub(crate) fn base(&mut self, dictionary: &'a Dictionary) -> Option<u32> {
        let known = self.dictionaries.iter().find(|(_, d)| std::ptr::eq(*d, dictionary));
        if let Some((base, _)) = known {
            return Some(*base);
        }
        let base = self.next;
        let next = base.checked_add(u32::try_from(dictionary.len()).ok()?)?;
        if next >= MADE {
            return None;
        }
        self.next = next;
        self.dictionaries.push((base, dictionary));
        Some(base)
    }

    /// A code for a text that a function made; absent when there are more texts than codes.
    pub(crate) fn push(&mut self, text: &str) -> u32 {
        if self.made.len() >= (MADE - 1) as usize {
            return ABSENT;
        }
        MADE | self.made.push(text)
    }

    /// The text of a code, `None` when absent.
    pub(crate) fn get(&self, code: u32) -> Option<&str> {
        if code == ABSENT {
            return None;
        }
        if code >= MADE {
            return Some(self.made.get(code & !MADE));
        }
        if let Some(text) = self.constants.get(code as usize) {
            return Some(text);
        }
        let (base, dictionary) = self.dictionaries.iter().rev().find(|(base, _)| *base <= code)?;
        Some(dictionary.get(code - base))
    }
}
