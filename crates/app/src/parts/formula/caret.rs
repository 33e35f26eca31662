//! Places in a text: the browser counts UTF-16 units, formulas count bytes.

/// The byte at so many UTF-16 units.
pub fn byte_at(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

/// How many UTF-16 units there are before a byte.
pub fn units_at(text: &str, byte: usize) -> u32 {
    let units: usize =
        text.char_indices().take_while(|(at, _)| *at < byte).map(|(_, c)| c.len_utf16()).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "新規 + 𠮷a";
        for (byte, _) in text.char_indices() {
            assert_eq!(byte_at(text, units_at(text, byte) as usize), byte);
        }
        assert_eq!(byte_at(text, 99), text.len());
        assert_eq!(units_at(text, text.len()), 8);
    }
}
