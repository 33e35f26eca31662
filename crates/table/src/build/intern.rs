//! Strings to codes: an open-addressing table whose slots hold a hash and a code, over the
//! dictionary's own storage. Growing it rehashes nothing, and most lookups of new strings touch
//! one slot and no string.

use crate::Dictionary;

const EMPTY: u64 = u64::MAX;

/// A dictionary that can be looked up.
#[derive(Clone, Debug)]
pub(crate) struct Interner {
    pub(crate) dictionary: Dictionary,
    slots: Vec<u64>,
    last: u32,
}

/// What [`Interner::code`] found.
pub(crate) enum Interned {
    /// The string's code.
    Code(u32),
    /// The bytes are not UTF-8; this is the code of what they are replaced by.
    Replaced(u32),
}

impl Interner {
    pub(crate) fn new() -> Self {
        Self { dictionary: Dictionary::default(), slots: vec![EMPTY; 64], last: u32::MAX }
    }

    /// The code of a string, new or known. UTF-8 is looked at only when it is new.
    #[inline]
    pub(crate) fn code(&mut self, bytes: &[u8]) -> Interned {
        if self.last != u32::MAX && self.dictionary.bytes(self.last) == bytes {
            return Interned::Code(self.last);
        }
        let hash = hash(bytes);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == EMPTY {
                break;
            }
            if (slot >> 32) as u32 == hash && self.dictionary.bytes(slot as u32) == bytes {
                self.last = slot as u32;
                return Interned::Code(slot as u32);
            }
            at = (at + 1) & mask;
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return self.replaced(bytes) };
        let code = self.dictionary.push(text);
        self.slots[at] = u64::from(hash) << 32 | u64::from(code);
        self.last = code;
        if self.dictionary.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
        Interned::Code(code)
    }

    #[cold]
    fn replaced(&mut self, bytes: &[u8]) -> Interned {
        let text = String::from_utf8_lossy(bytes);
        match self.code(text.as_bytes()) {
            Interned::Code(code) | Interned::Replaced(code) => Interned::Replaced(code),
        }
    }

    #[cold]
    fn grow(&mut self) {
        let size = self.slots.len() * if self.slots.len() < 1 << 16 { 4 } else { 2 };
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

/// A multiply-and-rotate hash over words of eight bytes, mixed once at the end.
#[inline]
fn hash(bytes: &[u8]) -> u32 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = bytes.len() as u64;
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let mut eight = [0; 8];
        eight.copy_from_slice(word);
        h = (h.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(K);
    }
    let rest = words.remainder();
    if !rest.is_empty() {
        let tail = rest.iter().fold(0u64, |tail, b| tail << 8 | u64::from(*b));
        h = (h.rotate_left(5) ^ tail).wrapping_mul(K);
    }
    h = (h ^ (h >> 32)).wrapping_mul(K);
    (h >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(interner: &mut Interner, text: &[u8]) -> u32 {
        match interner.code(text) {
            Interned::Code(c) | Interned::Replaced(c) => c,
        }
    }

    #[test]
    fn codes_are_stable_through_growth() {
        let mut interner = Interner::new();
        let names: Vec<String> = (0..10_000).map(|i| format!("name {i}")).collect();
        let first: Vec<u32> = names.iter().map(|n| code(&mut interner, n.as_bytes())).collect();
        let second: Vec<u32> = names.iter().map(|n| code(&mut interner, n.as_bytes())).collect();
        assert_eq!(first, second);
        assert_eq!(first, (0..10_000).collect::<Vec<_>>());
        assert_eq!(interner.dictionary.get(9_999), "name 9999");
    }

    #[test]
    fn what_is_no_utf8_is_replaced_each_time() {
        let mut interner = Interner::new();
        assert!(matches!(interner.code(b"a\xFF"), Interned::Replaced(0)));
        assert!(matches!(interner.code(b"a\xFF"), Interned::Replaced(0)));
        assert!(matches!(interner.code("a\u{FFFD}".as_bytes()), Interned::Code(0)));
    }
}
