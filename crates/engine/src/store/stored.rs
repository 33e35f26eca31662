//! One snapshot with what the engine knows about it.

use crate::message::{Problem, SnapshotInfo, Unmade};
use formula::{Environment, Unit};
use score::{ChurnedWhen, fate};
use table::{
    Cell, Column, ColumnData, Day, Ingested, OutcomeMeaning, Role, Snapshot, SnapshotId, Source,
};

/// How many examples a problem names.
const EXAMPLES: usize = 5;

/// A snapshot in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Rows, roles, date, report. The columns are called as people call them; after those of the file come
    /// the derived ones, which are not written down.
    pub snapshot: Snapshot,
    /// What 1 or yes means in the outcome column of the file.
    pub outcome_meaning: OutcomeMeaning,
    /// The roles that the columns of the file have by themselves: a derived column takes one that only one
    /// column may have over from them.
    pub(super) own_roles: Vec<Role>,
    /// What the columns of the file are called there.
    pub(super) in_file: Vec<String>,
    /// Counts up whenever the store takes it in or changes it.
    pub(super) version: u64,
    /// What each derived column was made of, see [`super::kept`].
    pub(super) signatures: Vec<u64>,
    /// The units of the derived columns.
    pub(super) units: Vec<Unit>,
    /// The derived columns that ask what nobody knows here.
    pub(super) blind: Vec<String>,
    /// Derived columns that this snapshot does not have, and why.
    pub(super) unmade: Vec<(String, Unmade)>,
}

impl Stored {
    /// A snapshot whose columns all come from its file.
    #[must_use]
    pub fn new(snapshot: Snapshot, outcome_meaning: OutcomeMeaning) -> Self {
        let in_file = snapshot.table.columns.iter().map(|c| c.name.clone()).collect();
        Self {
            own_roles: snapshot.roles.clone(),
            snapshot,
            outcome_meaning,
            in_file,
            version: 0,
            signatures: Vec::new(),
            units: Vec::new(),
            blind: Vec::new(),
            unmade: Vec::new(),
        }
    }

    /// The columns that come from the file, with the roles that they have by themselves and what they are
    /// called there.
    pub fn of_file(&self) -> impl ExactSizeIterator<Item = (&str, &Column, Role)> {
        let columns = self.snapshot.table.columns.iter().zip(&self.own_roles);
        self.in_file
            .iter()
            .zip(columns)
            .map(|(name, (column, role))| (name.as_str(), column, *role))
    }

    /// What formulas may speak of; no scores.
    pub(crate) fn environment(&self) -> Environment {
        let mut environment = Environment::of(&self.snapshot);
        let derived = environment.columns.iter_mut().skip(self.in_file.len());
        for (column, unit) in derived.zip(&self.units) {
            // what the formula says is better than a guess by the name
            if *unit != Unit::Unknown {
                column.unit = *unit;
            }
        }
        environment
    }

    /// Derived columns that this snapshot does not have, and why.
    pub(crate) fn unmade(&self) -> &[(String, Unmade)] {
        &self.unmade
    }

    /// A file that was read, still without an id of its own.
    pub(crate) fn from_file(
        ingested: Ingested,
        date: Day,
        source: Source,
    ) -> Result<Self, Problem> {
        let Ingested { table, roles, report, layout } = ingested;
        if table.rows == 0 {
            return Err(Problem::EmptyFile(source.file));
        }
        let snapshot = Snapshot { id: SnapshotId(0), date, table, roles, source, report };
        let stored = Self::new(snapshot, layout.outcome_meaning);
        stored.check_ids()?;
        // only a type demanded for the ids, which some are not of, leaves accounts without one
        let ids = stored.column_of(Role::AccountId).map(|c| &c.data);
        if ids.is_some_and(|ids| (0..ids.len()).any(|row| ids.cell(row) == Cell::Absent)) {
            return Err(Problem::NoAccountId(stored.snapshot.source.file));
        }
        Ok(stored)
    }

    /// Its identity.
    #[must_use]
    pub fn id(&self) -> SnapshotId {
        self.snapshot.id
    }

    /// The first column with a role.
    #[must_use]
    pub fn column_of(&self, role: Role) -> Option<&Column> {
        let at = self.snapshot.roles.iter().position(|r| *r == role)?;
        self.snapshot.table.columns.get(at)
    }

    /// The account's id in a row, as text.
    #[must_use]
    pub fn account_id(&self, row: usize) -> String {
        self.column_of(Role::AccountId).map_or_else(String::new, |c| text_of(c.data.cell(row)))
    }

    /// The account's name in a row; its id when there is no name.
    #[must_use]
    pub fn account_name(&self, row: usize) -> String {
        match self.column_of(Role::Name).map(|c| c.data.cell(row)) {
            None | Some(Cell::Absent) => self.account_id(row),
            Some(cell) => text_of(cell),
        }
    }

    /// The row of an account, by the text of its id.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
        let data = &self.column_of(Role::AccountId)?.data;
        if let ColumnData::Text(text) = data {
            return (0..text.len()).find(|&row| text.get(row) == Some(id));
        }
        (0..data.len()).find(|&row| text_of(data.cell(row)) == id)
    }

    /// The texts of its outcome column; none when that is of another type.
    #[must_use]
    pub fn outcome_texts(&self) -> Vec<&str> {
        match self.column_of(Role::Outcome).map(|c| &c.data) {
            Some(ColumnData::Text(text)) => text.dictionary.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Who stayed and who left, by this snapshot's own outcome column. `texts` are those of the
    /// outcome columns of all snapshots.
    #[must_use]
    pub fn fates(&self, texts: &[&str]) -> Option<Vec<u8>> {
        let column = self.column_of(Role::Outcome)?;
        let rule = match &column.data {
            ColumnData::Text(_) => {
                ChurnedWhen::told(texts, self.meaning() == OutcomeMeaning::OneIsChurned)?
            }
            _ => match self.meaning() {
                OutcomeMeaning::OneIsChurned => ChurnedWhen::True,
                OutcomeMeaning::OneIsRenewed => ChurnedWhen::False,
            },
        };
        let fates = rule.fates(&column.data);
        fates.iter().any(|f| *f != fate::UNKNOWN).then_some(fates)
    }

    /// What 1 or yes means in the outcome column: a derived one says it by its name.
    #[must_use]
    pub fn meaning(&self) -> OutcomeMeaning {
        let at = self.snapshot.roles.iter().position(|role| *role == Role::Outcome);
        match at.filter(|at| *at >= self.in_file.len()) {
            Some(at) => OutcomeMeaning::of_name(&self.snapshot.table.columns[at].name),
            None => self.outcome_meaning,
        }
    }

    /// What the screens see of it.
    #[must_use]
    pub fn info(&self) -> SnapshotInfo {
        let s = &self.snapshot;
        SnapshotInfo {
            id: s.id,
            date: s.date,
            source: s.source.clone(),
            rows: s.table.rows as u64,
            rejected: s.report.rows_rejected,
            above: s.report.lines_above,
            diagnostics: s.report.total(),
            columns: s
                .table
                .columns
                .iter()
                .zip(&s.roles)
                .map(|(c, role)| (c.name.clone(), c.data.column_type(), *role))
                .collect(),
            in_file: self.in_file.clone(),
            outcome_is_churn: self.meaning() == OutcomeMeaning::OneIsChurned,
        }
    }

    /// Every account stands in one row: joins between snapshots depend on it.
    pub(super) fn check_ids(&self) -> Result<(), Problem> {
        let file = &self.snapshot.source.file;
        let Some(column) = self.column_of(Role::AccountId) else {
            return Err(Problem::NoAccountId(file.clone()));
        };
        let repeated = table::repeated(&column.data);
        if repeated.is_empty() {
            return Ok(());
        }
        let mut examples: Vec<String> = Vec::new();
        for &row in &repeated {
            let id = text_of(column.data.cell(row));
            if !examples.contains(&id) {
                examples.push(id);
            }
            if examples.len() == EXAMPLES {
                break;
            }
        }
        Err(Problem::DuplicateIds { file: file.clone(), count: repeated.len() as u64, examples })
    }
}

/// A cell as text, dates in ISO form.
pub(crate) fn text_of(cell: Cell<'_>) -> String {
    match cell {
        Cell::Absent => String::new(),
        Cell::Text(s) => s.to_owned(),
        Cell::Integer(n) => n.to_string(),
        Cell::Decimal(x) => x.to_string(),
        Cell::Boolean(b) => b.to_string(),
        Cell::Date(d) => d.to_string(),
    }
}
