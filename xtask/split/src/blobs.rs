//! Data that travel with a part.
//!
//! A program marks them by a header right before them: `\u{1}sodachi-part NAME LENGTH\u{1}`, the length in bytes of what
//! follows. In the main module zeros stand in their place, which weigh nothing when compressed; the part writes
//! the bytes there when it is loaded.

use crate::Result;
use crate::read::Program;

const MARK: &[u8] = b"\x01sodachi-part ";

/// Marked data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// The part they belong to.
    pub part: String,
    /// The place in [`Program::data`] of the data that they are in.
    pub data: usize,
    /// Where they begin and end there, in bytes.
    pub range: std::ops::Range<usize>,
}

/// All marked data of a module.
///
/// # Errors
/// When a header is not whole.
pub fn find(program: &Program<'_>) -> Result<Vec<Blob>> {
    let mut blobs = Vec::new();
    for (data, (_, bytes)) in program.data.iter().enumerate() {
        let mut from = 0;
        while let Some(at) = position(&bytes[from..], MARK) {
            let head = from + at + MARK.len();
            // what only knows the mark, such as whoever looks for it, marks nothing
            from = match header(&bytes[head..]) {
                Some((part, length, head_length)) => {
                    let begin = head + head_length;
                    let range = begin..begin + length;
                    if range.end > bytes.len() {
                        return Err(format!("the data of {part} end before their length"));
                    }
                    blobs.push(Blob { part: part.to_owned(), data, range: range.clone() });
                    range.end
                }
                None => head,
            };
        }
    }
    Ok(blobs)
}

/// The name and the length that a header tells, and its own length.
fn header(bytes: &[u8]) -> Option<(&str, usize, usize)> {
    let end = bytes.iter().take(60).position(|&byte| byte == 1)?;
    let (name, length) = std::str::from_utf8(&bytes[..end]).ok()?.split_once(' ')?;
    Some((name, length.parse().ok()?, end + 1))
}

fn position(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_data_are_found_and_a_mark_alone_is_not() {
        let bytes =
            b"..\x01sodachi-part \x01sodachi-part texts-en 3\x01abc\x01sodachi-part b 0\x01.";
        let program = Program { data: vec![(16, bytes)], ..Program::default() };
        let blobs = find(&program).unwrap();
        assert_eq!(blobs.len(), 2);
        assert_eq!(
            (blobs[0].part.as_str(), &bytes[blobs[0].range.clone()]),
            ("texts-en", &b"abc"[..])
        );
        assert_eq!((blobs[1].part.as_str(), blobs[1].range.len()), ("b", 0));
        let program =
            Program { data: vec![(16, b"\x01sodachi-part a 9\x01abc")], ..Program::default() };
        assert!(find(&program).is_err());
    }
}
