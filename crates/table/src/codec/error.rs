//! Why stored bytes are refused.

use super::VERSION;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why bytes are no column or table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecodeError {
    /// They begin with something else.
    NotOurs,
    /// They were written by a later version of the product, in this format.
    Version(u16),
    /// They end too early.
    CutOff,
    /// They were changed after they were written: the checksum differs.
    Checksum,
    /// There are bytes after the end.
    Tail,
    /// A text is not UTF-8.
    Utf8,
    /// A decimal is infinite.
    Infinite,
    /// A boolean is neither yes, no nor absent.
    Boolean,
    /// A date is not in the years 1 to 9999.
    Date,
    /// There is no such type of column.
    ColumnType,
    /// The texts of a dictionary do not add up to its length.
    Dictionary,
    /// A row has a text that is not in the dictionary.
    Code,
    /// A column has another length than its table.
    Length,
    /// Two columns of a table have one name.
    SameName,
}

impl DecodeError {
    /// The message that puts it into words, as the end of a sentence; its variable `version` is that of
    /// [`Version`](Self::Version).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NotOurs => "decode-not-ours",
            Self::Version(_) => "decode-version",
            Self::CutOff => "decode-cut-off",
            Self::Checksum => "decode-checksum",
            Self::Tail => "decode-tail",
            Self::Utf8 => "decode-utf-8",
            Self::Infinite => "decode-infinite",
            Self::Boolean => "decode-boolean",
            Self::Date => "decode-date",
            Self::ColumnType => "decode-column-type",
            Self::Dictionary => "decode-dictionary",
            Self::Code => "decode-code",
            Self::Length => "decode-length",
            Self::SameName => "decode-same-name",
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => {
                write!(f, "written in format {version}, this reads up to {VERSION}")
            }
            other => f.write_str(other.key()),
        }
    }
}

impl std::error::Error for DecodeError {}
