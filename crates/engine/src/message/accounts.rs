//! Windows over accounts, one account explained, export.

use score::{AbsentPolicy, Condition, ItemId};
use serde::{Deserialize, Serialize};
use table::{ColumnType, Day, Role};

/// Which accounts, in which order, with which columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AccountQuery {
    /// Only these levels (0 is the lowest); empty is all.
    pub levels: Vec<u8>,
    /// Also accounts without a score, when `levels` is not empty.
    pub unscored: bool,
    /// Only accounts that rose (`Some(true)`) or fell (`Some(false)`) since the compared snapshot.
    pub moved_up: Option<bool>,
    /// Only those for which all of these hold.
    pub conditions: Vec<Condition>,
    /// Part of name or id; case, width and kana do not matter; blank is all.
    pub search: String,
    /// The order; ties by row.
    pub sort: Sort,
    /// Extra columns, by name.
    pub columns: Vec<String>,
}

/// An order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Greatest first. Absent comes last either way.
    pub descending: bool,
}

/// By what accounts are sorted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// The score.
    #[default]
    Score,
    /// Change of the score since the compared snapshot.
    Change,
    /// A column.
    Column(String),
}

/// A window of accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountsPage {
    /// How many accounts the query selects.
    pub total: u32,
    /// Accounts of the snapshot.
    pub of: u32,
    /// Revenue of the selected, when there is a revenue column.
    pub revenue: Option<f64>,
    /// First row of the window.
    pub from: u32,
    /// The window.
    pub rows: Vec<AccountRow>,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountRow {
    /// The account's id.
    pub id: String,
    /// Its name; the id when there is no name column.
    pub name: String,
    /// 0–100; `None` when unscored.
    pub score: Option<f64>,
    /// 0 is the lowest.
    pub level: Option<u8>,
    /// Score now − score in the compared snapshot.
    pub change: Option<f64>,
    /// The score in every snapshot up to the one on show, oldest first, at most 12; `NaN` is absent.
    pub spark: Vec<f64>,
    /// The query's columns.
    pub cells: Vec<CellValue>,
}

/// A cell for showing; the front end formats it by locale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    /// No value.
    Absent,
    /// Text.
    Text(String),
    /// A whole or decimal number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Date(Day),
}

/// One account, explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountCard {
    /// The account's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// 0–100; `None` when unscored.
    pub score: Option<f64>,
    /// 0 is the lowest.
    pub level: Option<u8>,
    /// Share of the weight whose measures were present, 0–1.
    pub coverage: f64,
    /// The least coverage for a score.
    pub minimum_coverage: f64,
    /// The name of its scorecard.
    pub card: String,
    /// One a measure, in model order; the contributions add up to the score.
    pub contributions: Vec<ContributionRow>,
    /// Score and level in every snapshot that has the account, oldest first.
    pub history: Vec<HistoryPoint>,
    /// Change since the compared snapshot, shared out over the measures; adds up to the change.
    pub change: Option<Vec<(ItemId, f64)>>,
    /// All columns.
    pub raw: Vec<RawValue>,
}

/// What one measure gives to one account's score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContributionRow {
    /// Which measure.
    pub measure: ItemId,
    /// Its dimension.
    pub dimension: ItemId,
    /// The raw value; `None` is absent.
    pub value: Option<f64>,
    /// 0–100 after the absent policy; `None` when it does not count.
    pub points: Option<f64>,
    /// Share of the score that this measure decides for this account, 0–1.
    pub weight: f64,
    /// weight × points.
    pub contribution: f64,
    /// What was done about an absent value.
    pub absent: Option<AbsentPolicy>,
}

/// One account in one snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryPoint {
    /// The snapshot's date.
    pub date: Day,
    /// 0–100; `None` when unscored.
    pub score: Option<f64>,
    /// 0 is the lowest.
    pub level: Option<u8>,
}

/// A raw value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawValue {
    /// The column's name.
    pub column: String,
    /// Its type.
    pub column_type: ColumnType,
    /// Its role.
    pub role: Role,
    /// The value in the snapshot on show.
    pub now: CellValue,
    /// The value in the compared snapshot, when the account is in it.
    pub before: Option<CellValue>,
}

/// How to write the accounts of a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Export {
    /// In this order, each with its header in the user's language.
    pub columns: Vec<(ExportColumn, String)>,
    /// UTF-8 with BOM, or CP932.
    pub encoding: ExportEncoding,
    /// Into parts.
    pub split: ExportSplit,
    /// File name without ending.
    pub name: String,
    /// A name a level, lowest first.
    pub level_names: Vec<String>,
}

/// A column of an export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportColumn {
    /// The score, two decimals.
    Score,
    /// The level's name.
    Level,
    /// Change of the score since the compared snapshot, two decimals.
    Change,
    /// Coverage, 0–1, two decimals.
    Coverage,
    /// A column of the snapshot.
    Column(String),
}

/// The encoding of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportEncoding {
    /// With BOM, so that spreadsheets know.
    #[default]
    Utf8Bom,
    /// CP932; what it cannot say is replaced and reported.
    ShiftJis,
}

/// The parts of an export, each with the header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportSplit {
    /// One file.
    #[default]
    Whole,
    /// At most so many rows a file.
    Rows(u32),
    /// At most so many megabytes (10⁶ bytes) a file.
    Megabytes(u32),
}

/// Files to download.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exported {
    /// At least one.
    pub parts: Vec<ExportedPart>,
    /// Rows over all parts, headers not counted.
    pub rows: u64,
    /// Characters that the encoding could not say, at most 1,000 of them.
    pub unencodable: Vec<Unencodable>,
    /// How many there were in all.
    pub unencodable_total: u64,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportedPart {
    /// With its ending.
    pub file: String,
    /// Its content.
    #[serde(with = "bytes")]
    pub bytes: Vec<u8>,
}

/// A character that the encoding could not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unencodable {
    /// Row of the export, from 1.
    pub row: u64,
    /// The column's header.
    pub column: String,
    /// The character.
    pub character: char,
}

/// Bytes as one piece instead of a list of numbers: copied, not counted.
pub(super) mod bytes {
    use serde::{Deserializer, Serializer, de};
    use std::fmt;

    pub(in crate::message) fn serialize<S: Serializer>(v: &[u8], s: S) -> Result<S::Ok, S::Error> {
        s.serialize_bytes(v)
    }

    pub(in crate::message) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Vec<u8>, D::Error> {
        struct Bytes;
        impl<'de> de::Visitor<'de> for Bytes {
            type Value = Vec<u8>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }
            fn visit_bytes<E: de::Error>(self, v: &[u8]) -> Result<Vec<u8>, E> {
                Ok(v.to_vec())
            }
            fn visit_byte_buf<E: de::Error>(self, v: Vec<u8>) -> Result<Vec<u8>, E> {
                Ok(v)
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut a: A) -> Result<Vec<u8>, A::Error> {
                let mut out = Vec::new();
                while let Some(b) = a.next_element()? {
                    out.push(b);
                }
                Ok(out)
            }
        }
        d.deserialize_byte_buf(Bytes)
    }
}
