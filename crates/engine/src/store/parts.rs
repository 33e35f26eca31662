//! A snapshot as it is written down: a line of JSON and one block of bytes per column.

use super::Stored;
use crate::json;
use crate::message::{BadFile, BadSnapshot, Problem};
use serde::{Deserialize, Serialize};
use table::{
    Column, Day, OutcomeMeaning, Report, Role, Snapshot, SnapshotId, Source, Table, codec,
};

/// The version of [`Meta`] that this code writes.
const VERSION: u32 = 2;

/// Everything about a snapshot but its columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// 1, or 2 since reports tell of lines above the table.
    pub version: u32,
    /// Its identity.
    pub id: SnapshotId,
    /// The date that it shows.
    pub date: Day,
    /// How many rows each column has.
    pub rows: usize,
    /// The role of each column.
    pub roles: Vec<Role>,
    /// Where it came from.
    pub source: Source,
    /// What could not be read.
    pub report: Report,
    /// What 1 or yes in the outcome column means.
    pub outcome_meaning: OutcomeMeaning,
}

/// A snapshot, written down.
#[derive(Clone, Debug, PartialEq)]
pub struct SnapshotParts {
    /// [`Meta`] as JSON.
    pub meta: String,
    /// The columns in order, not compressed.
    pub columns: Vec<Vec<u8>>,
}

impl Meta {
    /// What is known about a snapshot.
    #[must_use]
    pub fn of(stored: &Stored) -> Self {
        let s = &stored.snapshot;
        Self {
            version: VERSION,
            id: s.id,
            date: s.date,
            rows: s.table.rows,
            roles: stored.of_file().map(|(.., role)| role).collect(),
            source: s.source.clone(),
            report: s.report.clone(),
            outcome_meaning: stored.outcome_meaning,
        }
    }

    /// As JSON.
    ///
    /// # Errors
    /// The text could not be made: a defect.
    pub fn to_json(&self) -> Result<String, Problem> {
        serde_json::to_string(self).map_err(|e| Problem::Internal(e.to_string()))
    }

    /// From JSON.
    ///
    /// # Errors
    /// Not a snapshot's description, or one of a newer version.
    pub fn from_json(text: &str) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let bad = |_| Problem::from(BadFile::Description);
        let Version { version } = json::read(text).map_err(bad)?;
        if version > VERSION {
            return Err(Problem::TooNew(version));
        }
        let meta: Self = json::read(text).map_err(bad)?;
        // before anything puts the date into words
        if !meta.date.is_valid() {
            return Err(BadFile::SnapshotDate.into());
        }
        Ok(meta)
    }

    /// Date and file of a description that need not be whole, for telling which snapshot is damaged.
    #[must_use]
    pub fn glimpse(text: &str) -> (Option<Day>, Option<String>) {
        #[derive(Default, Deserialize)]
        struct Glimpse {
            date: Option<Day>,
            source: Option<Source>,
        }
        let Glimpse { date, source } = json::read(text).unwrap_or_default();
        (date.filter(|d| d.is_valid()), source.map(|source| source.file))
    }

    fn bad(&self, why: BadSnapshot) -> Problem {
        BadFile::Snapshot { date: self.date, why }.into()
    }
}

impl SnapshotParts {
    /// Writes a snapshot down.
    ///
    /// # Errors
    /// The description could not be written: a defect.
    pub fn of(stored: &Stored) -> Result<Self, Problem> {
        Ok(Self {
            meta: Meta::of(stored).to_json()?,
            columns: stored.of_file().map(|(name, c, _)| codec::encode_as(name, &c.data)).collect(),
        })
    }

    /// Reads a snapshot that was written down.
    ///
    /// # Errors
    /// Anything in it is not as it should be: which part and why.
    pub fn read(&self) -> Result<Stored, Problem> {
        let meta = Meta::from_json(&self.meta)?;
        let columns = self.columns.iter().enumerate();
        let columns = columns.map(|(at, bytes)| Self::column(&meta, at, bytes));
        let columns = columns.collect::<Result<_, _>>()?;
        Self::whole(meta, columns)
    }

    /// Reads one column, `at` counted from 0.
    pub(crate) fn column(meta: &Meta, at: usize, bytes: &[u8]) -> Result<Column, Problem> {
        let column = codec::decode(bytes)
            .map_err(|why| meta.bad(BadSnapshot::Column { number: at + 1, why }))?;
        let rows = column.data.len();
        if rows != meta.rows {
            let expected = meta.rows;
            return Err(meta.bad(BadSnapshot::Rows { column: column.name, rows, expected }));
        }
        Ok(column)
    }

    /// The snapshot of a description and all of its columns.
    pub(crate) fn whole(meta: Meta, columns: Vec<Column>) -> Result<Stored, Problem> {
        if columns.is_empty() {
            return Err(meta.bad(BadSnapshot::NoColumns));
        }
        if u32::try_from(meta.rows).is_err() {
            return Err(meta.bad(BadSnapshot::TooManyRows(meta.rows)));
        }
        if columns.len() != meta.roles.len() {
            let roles = meta.roles.len();
            return Err(meta.bad(BadSnapshot::Roles { columns: columns.len(), roles }));
        }
        let mut names: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
        table::order::sort(&mut names);
        if let Some(two) = names.windows(2).find(|two| two[0] == two[1]) {
            return Err(meta.bad(BadSnapshot::SameColumn(two[0].to_owned())));
        }
        let snapshot = Snapshot {
            id: meta.id,
            date: meta.date,
            table: Table { columns, rows: meta.rows },
            roles: meta.roles,
            source: meta.source,
            report: meta.report,
        };
        let stored = Stored::new(snapshot, meta.outcome_meaning);
        stored.check_ids()?;
        Ok(stored)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failing test says where")]

    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;
    use table::Overrides;

    fn parts() -> SnapshotParts {
        let csv = b"id,n\nA,1\nB,2\n";
        let mut layout = table::inspect(csv, true, "a.csv", &Overrides::default()).layout;
        layout.columns[0].role = Role::AccountId;
        let stored =
            Stored::from_file(table::read(layout, csv), Day(3), Source::default()).unwrap();
        SnapshotParts::of(&stored).unwrap()
    }

    fn with(change: impl FnOnce(&mut Meta)) -> SnapshotParts {
        let mut parts = parts();
        let mut meta = Meta::from_json(&parts.meta).unwrap();
        change(&mut meta);
        parts.meta = meta.to_json().unwrap();
        parts
    }

    #[test]
    fn descriptions_of_the_first_version_open() {
        let new = parts();
        let old =
            new.meta.replace("\"version\":2", "\"version\":1").replace("\"lines_above\":0,", "");
        assert_eq!(old.len() + "\"lines_above\":0,".len(), new.meta.len());
        let read = SnapshotParts { meta: old, ..new.clone() }.read();
        assert_eq!(read, new.read());
    }

    #[test]
    fn what_is_left_of_a_description_is_seen() {
        let whole = parts().meta;
        let file = || Some(Source::default().file);
        assert_eq!(Meta::glimpse(&whole), (Some(Day(3)), file()));
        let without_roles = whole.replace("roles", "rules");
        assert!(Meta::from_json(&without_roles).is_err());
        assert_eq!(Meta::glimpse(&without_roles), (Some(Day(3)), file()));
        assert_eq!(Meta::glimpse(&whole[..whole.len() / 2]), (None, None));
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(parts().read().unwrap().snapshot.table.rows, 2);
    }

    #[test]
    fn a_crafted_snapshot_is_refused() {
        let mut empty = with(|m| {
            m.rows = 4_000_000_000;
            m.roles.clear();
        });
        empty.columns.clear();
        let is_bad = |p: &SnapshotParts| matches!(p.read(), Err(Problem::BadWorkspaceFile(_)));
        assert!(is_bad(&empty));
        assert!(is_bad(&with(|m| m.rows = 3)));
        for day in [Day(i32::MAX), Day(i32::MIN), Day(2_932_897)] {
            let dated = with(|m| m.date = day);
            assert!(is_bad(&dated));
            assert_eq!(Meta::glimpse(&dated.meta).0, None);
        }
        let mut named = parts();
        let mut column = codec::decode(&named.columns[1]).unwrap();
        column.name = "id".to_owned();
        named.columns[1] = codec::encode(&column);
        assert!(is_bad(&named));
        column.name = "d".to_owned();
        for (day, bad) in [(i32::MAX, true), (-719_163, true), (-719_162, false), (20_000, false)] {
            column.data = table::ColumnData::Date(vec![day, table::ColumnData::DATE_ABSENT]);
            named.columns[1] = codec::encode(&column);
            assert_eq!(is_bad(&named), bad, "{day}");
        }
        let nameless = with(|m| m.roles[0] = Role::Other);
        assert!(matches!(nameless.read(), Err(Problem::NoAccountId(_))));
        let mut twice = parts();
        let mut column = codec::decode(&twice.columns[0]).unwrap();
        column.data = table::ColumnData::Decimal(vec![1.0, 1.0]);
        twice.columns[0] = codec::encode(&column);
        assert!(matches!(twice.read(), Err(Problem::DuplicateIds { .. })));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_description_breaks_reading(
            from in any::<Index>(), length in 0usize..12, to in "[0-9a-z\"{}\\[\\],:. -]{0,12}",
        ) {
            let mut parts = parts();
            let meta = parts.meta.clone().into_bytes();
            let from = from.index(meta.len());
            let end = (from + length).min(meta.len());
            let meta = [&meta[..from], to.as_bytes(), &meta[end..]].concat();
            parts.meta = String::from_utf8(meta).unwrap();
            if let Ok(stored) = parts.read() {
                prop_assert_eq!(stored.info().columns.len(), 2);
                prop_assert_eq!(stored.snapshot.table.rows, 2);
            }
        }
    }
}
