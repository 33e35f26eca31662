//! Where lines end: LF, CR, or both.

/// Past the newline that ends the line which `from` is on.
pub(super) fn to_next_line(bytes: &[u8], from: usize, last: bool) -> Option<usize> {
    match memchr::memchr2(b'\n', b'\r', &bytes[from..]) {
        Some(found) => after_newline(bytes, from + found, last),
        None => last.then_some(bytes.len()),
    }
}

/// The offset behind the newline at `at`; `None` when the second half of a CRLF may still come.
#[inline]
pub(super) fn after_newline(bytes: &[u8], at: usize, last: bool) -> Option<usize> {
    if bytes[at] == b'\n' {
        return Some(at + 1);
    }
    match bytes.get(at + 1) {
        Some(b'\n') => Some(at + 2),
        Some(_) => Some(at + 1),
        None => last.then_some(at + 1),
    }
}

/// How many lines the bytes of a record take: its newlines, and one more without a last one.
pub(super) fn count_lines(span: &[u8]) -> u64 {
    let mut lines = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'\n', b'\r', &span[at..]) {
        lines += 1;
        at = after_newline(span, at + found, true).unwrap_or(span.len());
    }
    lines + u64::from(!matches!(span.last(), Some(b'\n' | b'\r')))
}
