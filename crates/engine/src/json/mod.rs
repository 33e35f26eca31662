//! Reading JSON of kept forms: descriptions of snapshots and of workspace files.
//!
//! They hold numbers, texts, lists, objects and enums without fields. What is not as it should be is not put
//! into words for anybody, and that is why this is not `serde_json`, which writes with ease what is kept here: its
//! words for an unexpected fraction alone bring a table of 17 kB with them that does not compress.

mod reader;

use reader::Reader;
use serde::de::{self, DeserializeOwned, Expected, Unexpected};
use std::fmt;

/// The text is not JSON, or not of what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotAsAsked;

impl fmt::Display for NotAsAsked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not as asked")
    }
}

impl std::error::Error for NotAsAsked {}

// each reason would otherwise be put into words before it is thrown away
impl de::Error for NotAsAsked {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads a value, and nothing after it.
///
/// # Errors
/// The text is not JSON (RFC 8259), nests deeper than [`Reader::MOST_DEPTH`], or is of another form than `T`.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotAsAsked> {
    let mut reader = Reader::new(text);
    let value = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

#[cfg(test)]
mod tests;
