//! How to read one file: encoding, delimiter, header and what each column is.

use crate::{ColumnType, Role};
use serde::{Deserialize, Serialize};

/// How the bytes of a file stand for characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Shift_JIS with Microsoft's extensions (CP932, Windows-31J).
    ShiftJis,
    /// EUC-JP.
    EucJp,
    /// Windows-1252, which holds Latin-1: western Europe.
    Windows1252,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::ShiftJis, Self::EucJp, Self::Windows1252];

    /// The name that people know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::ShiftJis => "Shift_JIS (CP932)",
            Self::EucJp => "EUC-JP",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What stands between two fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// Tab
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Tab, Self::Semicolon, Self::Pipe];

    /// The byte.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// How `5/1/2015` is meant. Decided on the whole column: one value over 12 tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 1 May; also where nothing tells.
    #[default]
    MonthFirst,
    /// 5 January.
    DayFirst,
}

/// What stands before the fraction of a number. Decided on the whole column: one value such as
/// `0,5` or `1.234.567` tells. Where the delimiter is a comma, nothing but a point is guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.56`; also where nothing tells.
    #[default]
    Point,
    /// `1.234,56` or `1 234,56`
    Comma,
}

/// What was written beside the numbers of a column and taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// `12 %` is read as 12.
    Percent,
    /// `¥1,200`, `1200円`
    Yen,
    /// `$`
    Dollar,
    /// `€`
    Euro,
    /// `£`
    Pound,
}

/// Whether 1, true or yes in the outcome column means that the account was lost or kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeMeaning {
    /// Yes = churned, 退会, 解約.
    #[default]
    OneIsChurned,
    /// Yes = renewed, retained, 継続.
    OneIsRenewed,
}

impl OutcomeMeaning {
    /// What 1 or yes means in a column of that name, as far as the name tells; else churned.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        crate::names::outcome_meaning(name)
    }
}

/// How to read one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPlan {
    /// Its name, unique within the file.
    pub name: String,
    /// The type that the user demands: cells that do not fit are reported, never the type changed.
    pub column_type: Option<ColumnType>,
    /// The type that the values suggest; the whole column may still change it.
    pub guess: ColumnType,
    /// What it is for.
    pub role: Role,
    /// How its ambiguous dates are meant.
    pub date_order: DateOrder,
    /// The unit that its numbers carry.
    pub unit: Option<Unit>,
    /// What stands before the fraction of its numbers.
    #[serde(default)]
    pub decimal: DecimalMark,
    /// All its cells look like months written as a number: `201805`. As dates they are the first of the month.
    #[serde(default)]
    pub months: bool,
}

impl ColumnPlan {
    /// A column of that name and type, a measure input.
    #[must_use]
    pub fn new(name: &str, guess: ColumnType) -> Self {
        Self {
            name: name.to_owned(),
            column_type: None,
            guess,
            role: Role::default(),
            date_order: DateOrder::default(),
            unit: None,
            decimal: DecimalMark::default(),
            months: false,
        }
    }

    /// The type to read it as.
    #[must_use]
    pub fn read_as(&self) -> ColumnType {
        self.column_type.unwrap_or(self.guess)
    }
}

/// How to read one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// Bytes to characters.
    pub encoding: Encoding,
    /// Between fields.
    pub delimiter: Delimiter,
    /// How many lines stand above the first record: a title, a date of export, blank lines.
    #[serde(default)]
    pub above: u64,
    /// Whether the first record holds the names.
    pub header: bool,
    /// The columns, in file order.
    pub columns: Vec<ColumnPlan>,
    /// What 1, true or yes in the outcome column means.
    #[serde(default)]
    pub outcome_meaning: OutcomeMeaning,
}

/// What the user knows better than the guess.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Overrides {
    /// Bytes to characters.
    pub encoding: Option<Encoding>,
    /// Between fields.
    pub delimiter: Option<Delimiter>,
    /// How many lines stand above the first record.
    pub above: Option<u64>,
    /// Whether the first record holds the names.
    pub header: Option<bool>,
}
