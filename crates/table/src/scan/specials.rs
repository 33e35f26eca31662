//! Where the bytes are that may end a field: quotes, delimiters, newlines, NUL. 64 bytes become one
//! word of bits, so that the walk from field end to field end has no branch per byte.

use super::candidates::candidates;

/// Walks over the candidates in order. Some are none: any byte below 14 is one, tabs included.
pub(super) struct Specials<'a> {
    blocks: &'a [[u8; 64]],
    tail: [u8; 64],
    len: usize,
    delimiter: u8,
    /// Where the block of `mask` begins.
    pub(super) base: usize,
    /// The candidates of the block that are still to come.
    pub(super) mask: u64,
}

impl<'a> Specials<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        let (blocks, rest) = bytes.as_chunks::<64>();
        // what pads the last block is no candidate
        let mut tail = [b' '; 64];
        tail[..rest.len()].copy_from_slice(rest);
        let mut this = Self { blocks, tail, len: bytes.len(), delimiter, base: 0, mask: 0 };
        this.mask = this.load();
        this
    }

    /// The offset of the next candidate.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<usize> {
        while self.mask == 0 {
            self.base += 64;
            if self.base >= self.len {
                return None;
            }
            self.mask = self.load();
        }
        let at = self.base + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(at)
    }

    /// Passes over the candidates before `at`, which is not before the last one.
    #[inline(always)]
    pub(super) fn skip_to(&mut self, at: usize) {
        if at < self.base + 64 {
            self.mask &= u64::MAX << (at.saturating_sub(self.base));
        } else {
            self.seek(at);
        }
    }

    /// Goes to `at`, forward or back.
    #[cold]
    pub(super) fn seek(&mut self, at: usize) {
        self.base = at & !63;
        self.mask = self.load() & (u64::MAX << (at & 63));
    }

    #[inline(always)]
    fn load(&self) -> u64 {
        let block = self.blocks.get(self.base / 64).unwrap_or(&self.tail);
        candidates(block, self.delimiter)
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidates::LOW;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_special_byte_is_found(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b','), Just(b'"')], 0..200),
            from in 0usize..200,
        ) {
            let is = |b: u8| b == b',' || b == b'"' || b < LOW;
            let all: Vec<usize> = (0..bytes.len()).filter(|&i| is(bytes[i])).collect();
            let mut specials = Specials::new(&bytes, b',');
            let found: Vec<usize> = std::iter::from_fn(|| specials.next()).collect();
            prop_assert_eq!(&found, &all);
            if from < bytes.len() {
                specials.seek(from);
                let rest: Vec<usize> = all.into_iter().filter(|i| *i >= from).collect();
                prop_assert_eq!(std::iter::from_fn(|| specials.next()).collect::<Vec<_>>(), rest);
            }
        }
    }
}
