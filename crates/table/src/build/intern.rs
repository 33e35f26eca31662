//! Strings to codes: an open-addressing table whose slots hold a hash and a code, over the
//! dictionary's own storage. Growing it rehashes nothing, and most lookups of new strings touch
//! one slot and no string. Bytes are taken as they are; whether they are UTF-8 is looked at once
//! for all that are new in a block, and at the end.

mod words;

use crate::Dictionary;
use std::cmp::Ordering;
use words::{compare, hash, same, tail};

const EMPTY: u64 = u64::MAX;

/// A dictionary that can be looked up.
#[derive(Clone, Debug)]
pub(crate) struct Interner {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    slots: Vec<u64>,
    /// Whether every string so far was greater than all before it: the ids of an export often are.
    /// Then no string was looked up yet, and the table is empty.
    rising: bool,
}

/// What is known of a string before it is looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hint {
    hash: u32,
    code: u32,
}

const NO_CODE: u32 = u32::MAX;

impl Interner {
    pub(crate) fn new() -> Self {
        Self { bytes: Vec::new(), ends: Vec::new(), slots: vec![EMPTY; 64], rising: true }
    }

    /// Whether strings are best looked up in two steps: the table is past the processor's cache.
    pub(crate) fn is_large(&self) -> bool {
        !self.rising && self.len() > 2_048
    }

    /// Sets room aside for so many strings as long as those so far, when every one was new till now:
    /// then nearly all will be, and growing step by step would copy them several times.
    pub(crate) fn expect_if_rising(&mut self, strings: usize) {
        let known = self.len();
        if self.rising && known > 1 && strings > known {
            let each = self.bytes.len() / known + 1;
            self.ends.reserve(strings - known);
            self.bytes.reserve(each * (strings - known));
        }
    }

    /// The first step: the slot is fetched, many at a time.
    #[inline(always)]
    pub(crate) fn hint(&self, bytes: &[u8]) -> Hint {
        Hint { hash: hash(bytes), code: NO_CODE }
    }

    /// Fills in the code that the string probably has.
    #[inline(always)]
    pub(crate) fn fetch(&self, hint: &mut Hint) {
        let slot = self.slots[hint.hash as usize & (self.slots.len() - 1)];
        hint.code = if (slot >> 32) as u32 == hint.hash { slot as u32 } else { NO_CODE };
    }

    /// The second step: the code of a string, new or known.
    #[inline(always)]
    pub(crate) fn code_with(&mut self, bytes: &[u8], hint: Hint) -> u32 {
        if hint.code != NO_CODE && same(self.get(hint.code), bytes) {
            return hint.code;
        }
        self.look_up(bytes, hint.hash)
    }

    /// How many different strings.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of a code's string.
    #[inline(always)]
    pub(crate) fn get(&self, code: u32) -> &[u8] {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends[code - 1] as usize };
        &self.bytes[start..self.ends[code] as usize]
    }

    /// The code of a string, new or known.
    #[inline(always)]
    pub(crate) fn code(&mut self, bytes: &[u8]) -> u32 {
        if self.rising {
            let Some(last) = (self.ends.len() as u32).checked_sub(1) else {
                return self.push(bytes);
            };
            match compare(bytes, self.get(last)) {
                Ordering::Greater => return self.push(bytes),
                Ordering::Equal => return last,
                Ordering::Less => self.fall(),
            }
        }
        self.look_up(bytes, hash(bytes))
    }

    #[inline(always)]
    fn look_up(&mut self, bytes: &[u8], hash: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == EMPTY {
                let code = self.push(bytes);
                self.slots[at] = u64::from(hash) << 32 | u64::from(code);
                if self.ends.len() * 8 > self.slots.len() * 5 {
                    self.grow(self.slots.len() * if self.slots.len() < 1 << 16 { 4 } else { 2 });
                }
                return code;
            }
            if (slot >> 32) as u32 == hash && same(self.get(slot as u32), bytes) {
                return slot as u32;
            }
            at = (at + 1) & mask;
        }
    }

    /// The first string that is not greater than all before it: from now on strings are looked up.
    #[cold]
    fn fall(&mut self) {
        self.rising = false;
        self.grow((self.len() * 2).next_power_of_two().max(64));
        let mask = self.slots.len() - 1;
        for code in 0..self.len() as u32 {
            let hash = hash(self.get(code));
            let mut at = hash as usize & mask;
            while self.slots[at] != EMPTY {
                at = (at + 1) & mask;
            }
            self.slots[at] = u64::from(hash) << 32 | u64::from(code);
        }
    }

    /// Codes, of those from `from` on, whose bytes are not UTF-8, or, where
    /// `replaced` says that a decoder put it there, hold a U+FFFD.
    pub(crate) fn odd_from(&self, from: u32, replaced: bool) -> Vec<u32> {
        let start = if from == 0 { 0 } else { self.ends[from as usize - 1] as usize };
        if self.bytes[start..].is_ascii() {
            return Vec::new();
        }
        let odd = |code: &u32| match std::str::from_utf8(self.get(*code)) {
            Ok(text) => replaced && text.contains('\u{FFFD}'),
            Err(_) => true,
        };
        (from..self.len() as u32).filter(odd).collect()
    }

    /// The dictionary. Bytes that are not UTF-8 are replaced, and where that makes two strings the
    /// same, both codes stay.
    pub(crate) fn finish(self) -> Dictionary {
        let Self { mut bytes, mut ends, slots, .. } = self;
        drop(slots);
        bytes.shrink_to_fit();
        ends.shrink_to_fit();
        let parts = String::from_utf8(bytes).map_err(|e| e.into_bytes());
        let bytes = match parts {
            // strings that are no UTF-8 may be so when joined
            Ok(text) if ends.iter().all(|e| text.is_char_boundary(*e as usize)) => {
                return Dictionary::from_checked(text, ends);
            }
            Ok(text) => text.into_bytes(),
            Err(bytes) => bytes,
        };
        let mut dictionary = Dictionary::default();
        let mut start = 0;
        for end in ends {
            dictionary.push(&String::from_utf8_lossy(&bytes[start..end as usize]));
            start = end as usize;
        }
        dictionary
    }

    #[inline]
    fn push(&mut self, bytes: &[u8]) -> u32 {
        let code = self.ends.len() as u32;
        // word by word: for a few bytes that beats a call to copy them
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.bytes.extend_from_slice(word);
        }
        let end = self.bytes.len() + rest.len();
        self.bytes.extend_from_slice(&tail(bytes, rest.len()).to_le_bytes());
        self.bytes.truncate(end);
        self.ends.push(end as u32);
        code
    }

    #[cold]
    fn grow(&mut self, size: usize) {
        let mut slots = vec![EMPTY; size];
        let mask = size - 1;
        for &slot in self.slots.iter().filter(|s| **s != EMPTY) {
            let mut at = (slot >> 32) as usize & mask;
            while slots[at] != EMPTY {
                at = (at + 1) & mask;
            }
            slots[at] = slot;
        }
        self.slots = slots;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_are_stable_through_growth() {
        let mut interner = Interner::new();
        let names: Vec<String> = (0..10_000).map(|i| format!("name {i}")).collect();
        let first: Vec<u32> = names.iter().map(|n| interner.code(n.as_bytes())).collect();
        let second: Vec<u32> = names.iter().map(|n| interner.code(n.as_bytes())).collect();
        assert_eq!(first, second);
        assert_eq!(first, (0..10_000).collect::<Vec<_>>());
        assert_eq!(interner.finish().get(9_999), "name 9999");
    }

    #[test]
    fn what_is_no_utf8_is_replaced_at_the_end() {
        let mut interner = Interner::new();
        // two halves of one character
        let codes = [b"\xE6".as_slice(), b"\x97\xA5", b"a", "\u{FFFD}".as_bytes()]
            .map(|b| interner.code(b));
        assert_eq!(codes, [0, 1, 2, 3]);
        assert_eq!(interner.odd_from(0, false), [0, 1]);
        assert_eq!(interner.odd_from(2, true), [3]);
        let dictionary = interner.finish();
        assert_eq!(
            dictionary.iter().collect::<Vec<_>>(),
            ["\u{FFFD}", "\u{FFFD}\u{FFFD}", "a", "\u{FFFD}"]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_same_strings_have_the_same_code(
            strings in proptest::collection::vec("[ab]{0,12}", 1..200),
        ) {
            let mut interner = Interner::new();
            let codes: Vec<u32> = strings.iter().map(|s| interner.code(s.as_bytes())).collect();
            for pair in strings.windows(2) {
                let [a, b] = [pair[0].as_bytes(), pair[1].as_bytes()];
                prop_assert_eq!(compare(a, b), a.cmp(b));
            }
            for (a, x) in strings.iter().zip(&codes) {
                prop_assert_eq!(interner.get(*x), a.as_bytes());
                for (b, y) in strings.iter().zip(&codes) {
                    prop_assert_eq!(a == b, x == y);
                }
            }
        }
    }
}
