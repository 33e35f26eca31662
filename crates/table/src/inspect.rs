//! A first look at a file: how to read it, guessed from its beginning.

mod above;
mod delimiter;
mod header;
mod roles;
mod scanned;

use crate::{
    ColumnPlan, ColumnType, Day, DecimalMark, Delimiter, DiagnosticKind, Layout, Overrides, Role,
    encoding::detect, file_date, infer::Tally, names,
};
use delimiter::{delimiter, most_common};
use scanned::{scan, text_of};
use serde::{Deserialize, Serialize};

/// How many records the preview shows.
const PREVIEW_ROWS: usize = 20;

/// What a first look at a file found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// Whether all of the file was seen; else only its beginning, and the latest date may come later.
    pub whole: bool,
    /// How to read the file.
    pub layout: Layout,
    /// The first 20 records below the header as text, each as long as there are columns.
    pub preview: Vec<Vec<String>>,
    /// The first 20 lines of the file, each at most 60 characters of it: one of them begins the table.
    #[serde(default)]
    pub lines: Vec<String>,
    /// The date that the file shows, where its name or a column tells.
    pub snapshot_date: Option<DateGuess>,
    /// The same for files of the same column names in the same order: by it a mapping is remembered.
    pub header_signature: u64,
    /// What was seen of each column, as long as `layout.columns`.
    pub columns: Vec<ColumnLook>,
    /// How sure the encoding is, 0–1.
    pub encoding_confidence: f32,
    /// How sure the delimiter is, 0–1: the share of records with the same number of fields.
    pub delimiter_confidence: f32,
    /// What the user should look at.
    pub notes: Vec<InspectionNote>,
}

/// A date and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateGuess {
    /// The date.
    pub day: Day,
    /// Where it was found.
    pub from: DateSource,
}

/// Where a date was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateSource {
    /// In the name of the file.
    FileName,
    /// In the column of this name, which has one date only.
    Column(String),
    /// In the column of this name: the latest of several dates there.
    LatestOf(String),
}

/// What was seen of a column in the beginning of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ColumnLook {
    /// The share of rows without a value, 0–1.
    pub absent_share: f32,
    /// Up to five different values as they stand in the file.
    pub examples: Vec<String>,
    /// How many different texts there are among the rows seen.
    pub distinct: u64,
    /// The latest date among the rows seen, of a column of dates.
    #[serde(default)]
    pub latest: Option<Day>,
    /// How many rows were seen.
    pub rows: u64,
}

/// What the user should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InspectionNote {
    /// There is nothing in the file.
    Empty,
    /// There is a header and no record below it.
    NoRows,
    /// There are records below the header, and none of them can be read.
    NoRowFits {
        /// How many.
        records: u64,
        /// The line of the first, from 1.
        line: u64,
        /// Why it cannot.
        kind: DiagnosticKind,
    },
    /// There is only one column: the delimiter may be another.
    OneColumn,
    /// So many lines stand above the table.
    LinesAbove(u64),
    /// More than one encoding fits.
    UncertainEncoding,
    /// No date in the column of this name tells day from month; month first is taken.
    AmbiguousDates(String),
    /// No number in the column of this name tells a decimal comma from one between thousands, or a
    /// decimal point; what the other columns have is taken.
    AmbiguousNumbers(String),
    /// The numbers in the column of this name are read with a decimal comma although commas stand between
    /// the fields: they may be lists.
    DecimalCommas(String),
    /// No column looks like the account's id.
    NoAccountId,
}

/// Looks at the first bytes of a file (1 MiB is plenty). `whole` says that they are all of it;
/// `file_name` is searched for a date; `overrides` are taken as given.
#[must_use]
pub fn inspect(head: &[u8], whole: bool, file_name: &str, overrides: &Overrides) -> Inspection {
    let (detected, mut encoding_confidence) = detect(head, whole);
    let encoding = overrides.encoding.unwrap_or(detected);
    if overrides.encoding.is_some() {
        encoding_confidence = 1.0;
    }
    let text = text_of(head, whole, encoding);
    let lines = above::first_lines(&text);
    let mut text = text.as_slice();
    let mut lines_above = overrides.above.unwrap_or(0);
    text = &text[above::after_lines(text, lines_above)..];
    let (delimiter, delimiter_confidence, mut records) =
        delimiter(text, whole, file_name, overrides);
    let usual = most_common(&records);
    if overrides.above.is_none() {
        let header = overrides.header;
        let begin = above::first_of_table(text, whole, delimiter, &records, usual, header);
        records.drain(..begin);
        if begin > 0 {
            let start = records.first().map_or(text.len(), |first| first.start);
            lines_above = above::lines_before(text, start);
            text = &text[start..];
        }
    }
    let first = records.first().map_or(0, |r| r.fields);
    let mut scanned = scan(text, whole, delimiter, first);
    let has_header = overrides.header.unwrap_or_else(|| header::looks_like_one(&scanned));
    // without a header the first record need not be the one with all the fields
    if !has_header && usual != first {
        scanned = scan(text, whole, delimiter, usual);
    }
    let names = header::names(&scanned, has_header);
    let skip = usize::from(has_header).min(scanned.index.rows());
    let rows = scanned.index.rows() - skip;

    let mut notes = Vec::new();
    let above = lines_above;
    let mut layout = Layout { encoding, delimiter, above, header: has_header, ..Layout::default() };
    let mut columns = Vec::new();
    let tallies: Vec<Tally> =
        (0..names.len()).map(|column| scanned.tally(column, skip..usize::MAX)).collect();
    let marks = || tallies.iter().filter_map(Tally::mark);
    let all_commas = marks().next().is_some() && marks().all(|mark| mark == DecimalMark::Comma);
    // beside commas a column without one that tells is read as if there were none
    let comma = all_commas && delimiter != Delimiter::Comma;
    let usual_mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
    for (column, (name, tally)) in names.into_iter().zip(&tallies).enumerate() {
        let mut guess = tally.decide_with(names::is_date_like(&name), usual_mark);
        if guess.months && names::is_month_like(&name) {
            guess.column_type = ColumnType::Date;
        }
        let look = scanned.look(column, skip, tally, &guess);
        if guess.ambiguous {
            notes.push(InspectionNote::AmbiguousDates(name.clone()));
        }
        // elsewhere a comma between digits is seldom a decimal one
        if guess.ambiguous_mark && delimiter == Delimiter::Semicolon {
            notes.push(InspectionNote::AmbiguousNumbers(name.clone()));
        }
        if guess.decimal == DecimalMark::Comma && delimiter == Delimiter::Comma {
            notes.push(InspectionNote::DecimalCommas(name.clone()));
        }
        layout.columns.push(ColumnPlan {
            date_order: guess.date_order,
            unit: guess.unit,
            decimal: guess.decimal,
            months: guess.months,
            ..ColumnPlan::new(&name, guess.column_type)
        });
        columns.push(look);
    }
    layout.outcome_meaning = roles::assign(&mut layout.columns, &columns);
    let snapshot_date = snapshot_date(&layout, &columns, file_name);
    if first == 0 {
        notes.push(InspectionNote::Empty);
    } else if rows == 0 {
        // where the file goes on, rows may come that can be read
        notes.extend(whole.then(|| scanned.why_no_row()));
    }
    if layout.columns.len() == 1 {
        notes.push(InspectionNote::OneColumn);
    }
    if above > 0 && first > 0 {
        notes.push(InspectionNote::LinesAbove(above));
    }
    if encoding_confidence < 0.75 {
        notes.push(InspectionNote::UncertainEncoding);
    }
    if rows > 0 && !layout.columns.iter().any(|c| c.role == Role::AccountId) {
        notes.push(InspectionNote::NoAccountId);
    }
    Inspection {
        whole,
        header_signature: signature(&layout),
        preview: (skip..scanned.index.rows().min(skip + PREVIEW_ROWS))
            .map(|row| scanned.row(row))
            .collect(),
        lines,
        snapshot_date,
        layout,
        columns,
        encoding_confidence,
        delimiter_confidence,
        notes,
    }
}

/// From the file's name, else the latest date of the snapshot date column.
fn snapshot_date(layout: &Layout, looks: &[ColumnLook], file_name: &str) -> Option<DateGuess> {
    if let Some(day) = file_date::from_name(file_name) {
        return Some(DateGuess { day, from: DateSource::FileName });
    }
    let mut both = layout.columns.iter().zip(looks);
    let (plan, look) = both.find(|(plan, look)| {
        plan.role == Role::SnapshotDate && plan.guess == ColumnType::Date && look.latest.is_some()
    })?;
    let name = plan.name.clone();
    let from =
        if look.distinct == 1 { DateSource::Column(name) } else { DateSource::LatestOf(name) };
    Some(DateGuess { day: look.latest?, from })
}

/// FNV-1a over the names, each ended by a byte that no name holds.
fn signature(layout: &Layout) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    for name in layout.columns.iter().map(|c| c.name.as_bytes()) {
        for byte in name.iter().chain(&[0xFF]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
    hash
}
