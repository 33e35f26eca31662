//! Snapshots, columns, what was not read.

use super::Problem;
use serde::{Deserialize, Serialize};
use table::{
    ColumnData, ColumnType, Day, DiagnosticKind, Inspection, Layout, OutcomeMeaning, Role,
    SnapshotId, Source, Table,
};

/// What a file looks like before it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileLook {
    /// The file's name.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// Encoding, delimiter, header, columns, preview, date.
    pub inspection: Inspection,
}

/// How to read one file into a snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileImport {
    /// As inspected, with the user's changes.
    pub layout: Layout,
    /// The snapshot's date, as it was proposed or typed.
    pub date: Day,
    /// The column that the date was proposed from; `None` where it was not. A proposal comes from the file's
    /// beginning: when all was read, the latest date of the column counts.
    pub date_from: Option<String>,
}

impl FileImport {
    /// The date of the snapshot that was read so.
    #[must_use]
    pub fn date_of(&self, table: &Table) -> Day {
        let column = self.date_from.as_ref().and_then(|name| table.column(name));
        let Some(ColumnData::Date(days)) = column.map(|c| &c.data) else { return self.date };
        let present = days.iter().filter(|d| **d != ColumnData::DATE_ABSENT);
        present.max().map_or(self.date, |latest| Day(*latest))
    }
}

/// One snapshot, without its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SnapshotInfo {
    /// Its identity.
    pub id: SnapshotId,
    /// The date that it shows.
    pub date: Day,
    /// Where it came from.
    pub source: Source,
    /// Accounts.
    pub rows: u64,
    /// Rows of the file that were not taken.
    pub rejected: u64,
    /// Lines of the file above the names of the columns that are not blank.
    pub above: u64,
    /// Everything that was reported, rejected rows included.
    pub diagnostics: u64,
    /// Name, type and role of each column: those of the file, in its order, then the derived ones.
    pub columns: Vec<(String, ColumnType, Role)>,
    /// What the columns of the file are called there; the columns beyond them are derived.
    pub in_file: Vec<String>,
    /// Whether 1 means churned, when there is an outcome column.
    pub outcome_is_churn: bool,
}

impl SnapshotInfo {
    /// What is said of it.
    #[must_use]
    pub fn meta(&self) -> SnapshotMeta {
        let of_file = self.columns.iter().take(self.in_file.len());
        SnapshotMeta {
            id: self.id,
            date: self.date,
            roles: of_file.map(|(_, _, role)| *role).collect(),
            outcome_meaning: if self.outcome_is_churn {
                OutcomeMeaning::OneIsChurned
            } else {
                OutcomeMeaning::OneIsRenewed
            },
        }
    }
}

/// What is said of a snapshot besides its rows, and can be said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SnapshotMeta {
    /// Which.
    pub id: SnapshotId,
    /// The date that it shows.
    pub date: Day,
    /// The roles of the columns of the file, in its order.
    pub roles: Vec<Role>,
    /// What 1 or yes in the outcome column means.
    pub outcome_meaning: OutcomeMeaning,
}

/// A snapshot that is in the browser's database and cannot be read. It stays there until it is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DamagedSnapshot {
    /// Its identity: [`DeleteSnapshot`](super::Call::DeleteSnapshot) takes it.
    pub id: SnapshotId,
    /// The date that it shows, where that can still be read.
    pub date: Option<Day>,
    /// The name of the file that it came from, where that can still be read.
    pub file: Option<String>,
    /// What is wrong.
    pub why: Problem,
}

/// One column of a snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnInfo {
    /// Its name.
    pub name: String,
    /// Its type.
    pub column_type: ColumnType,
    /// Its role.
    pub role: Role,
    /// Rows without a value.
    pub absent: u64,
    /// Cells that did not fit the type (they are among the absent).
    pub misfits: u64,
    /// Distinct present values.
    pub distinct: u64,
    /// Histogram or top values.
    pub shape: ColumnShape,
    /// The dates of the snapshots that have a column of this name.
    pub in_snapshots: Vec<Day>,
    /// What it is called in the file; `None` when it is derived.
    pub in_file: Option<String>,
    /// What people call it elsewhere, where it keeps the name of the file: the file has a column of that name,
    /// too.
    pub name_taken: Option<String>,
    /// Why this snapshot does not have it.
    pub unmade: Option<Unmade>,
}

/// Why a snapshot does not have a derived column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unmade {
    /// A column of the file has this name.
    NameTaken,
    /// It is made of itself, or of columns that are: their names along the way.
    Cycle(Vec<String>),
    /// The formula has an error there.
    Formula(formula::Problem),
    /// The user did not want to wait for it.
    Left,
    /// There is no room for it beside those of snapshots that were looked at later.
    NoRoom,
}

/// What the values look like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnShape {
    /// Numbers and dates (as days since 1970-01-01).
    Numbers {
        /// Least value.
        min: f64,
        /// Greatest value.
        max: f64,
        /// Arithmetic mean.
        mean: f64,
        /// Counts per bin.
        histogram: Histogram,
    },
    /// Text and booleans: the most frequent values first, at most 8.
    Top(Vec<TopValue>),
    /// No value at all.
    Empty,
}

/// Counts per bin of equal width; the last bin includes its upper edge.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// Lower edge of the first bin.
    pub start: f64,
    /// Width of a bin.
    pub step: f64,
    /// One count a bin.
    pub counts: Vec<u32>,
}

/// A value and how often it occurs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopValue {
    /// The value as text.
    pub value: String,
    /// How often.
    pub count: u64,
}

/// A window of diagnostics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiagnosticsPage {
    /// How many there are in all.
    pub total: u64,
    /// First row of the window.
    pub from: u64,
    /// The rows.
    pub rows: Vec<DiagnosticRow>,
    /// Count per kind, over all, most first.
    pub by_kind: Vec<(DiagnosticKind, u64)>,
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiagnosticRow {
    /// Line of the file where the record starts, from 1.
    pub line: u64,
    /// The column's name, when it is about a cell.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: DiagnosticKind,
    /// What stood there.
    pub text: String,
}

/// The bytes of a workspace file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceBytes {
    /// A zip archive.
    #[serde(with = "super::accounts::bytes")]
    pub bytes: Vec<u8>,
    /// How many snapshots of the workspace are not in it: they are in the database only, as they cannot be
    /// read.
    pub left_out: u32,
    /// How many named versions are not in it: they cannot be read, or are the oldest where there is no room for all.
    /// `None` when the database could not be asked for any.
    pub versions_left_out: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::Overrides;

    #[test]
    fn the_date_is_the_latest_of_the_whole_file() {
        let mut csv = "id,snapshot_date\n".to_owned();
        for row in 0..1_000 {
            csv += &format!("A{row},{}\n", Day(20_000 + row / 10));
        }
        let look = table::inspect(&csv.as_bytes()[..4_000], false, "a.csv", &Overrides::default());
        let guess = look.snapshot_date.unwrap();
        assert!(!look.whole && guess.day < Day(20_050), "{guess:?}");
        let table = table::read(look.layout.clone(), csv.as_bytes()).table;
        let import = |from: Option<&str>| FileImport {
            layout: look.layout.clone(),
            date: guess.day,
            date_from: from.map(str::to_owned),
        };
        assert_eq!(import(Some("snapshot_date")).date_of(&table), Day(20_099));
        // what was typed counts as it is; so does a guess from what turns out to be no date
        assert_eq!(import(None).date_of(&table), guess.day);
        assert_eq!(import(Some("id")).date_of(&table), guess.day);
        assert_eq!(import(Some("x")).date_of(&table), guess.day);
    }
}
