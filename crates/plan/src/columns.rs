//! Columns of formulas, and other names for columns: what the engine makes of the files' columns.

use crate::{AccountsView, Body, Document, Edit, Element, ElementId, Kind};
use formula::{Columns, DerivedColumn};
use kpi::{Known, NodeBody};
use score::{Condition, Input, Normaliser};
use table::Role;
use table::fold::fold;

/// The roles that a derived column can have. One that only one column may have is taken over from the
/// column of the file.
pub const DERIVED_ROLES: [Role; 5] =
    [Role::Segment, Role::Revenue, Role::Outcome, Role::MeasureInput, Role::Other];

/// A column of a snapshot, as far as a new name for it depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOfFile<'a> {
    /// What people call it.
    pub shown: &'a str,
    /// Its name in the snapshot's file; `None` when it is worked out.
    pub in_file: Option<&'a str>,
}

/// Where a column comes from: which one is meant when a later file brings a column that has the name of a
/// derived one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Out of the files.
    File,
    /// Worked out by a formula.
    Formula,
}

/// A column cannot be called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadColumnName {
    /// Another column of the same snapshot is, but for case, width and kind of kana, which formulas do not tell
    /// apart; or the name is blank.
    Taken,
    /// It is a word for scores: formulas that ask for the score would mean the column from then on.
    MeansScore,
}

impl Document {
    /// The columns of formulas and the names of columns, as the engine wants them.
    #[must_use]
    pub fn columns(&self) -> Columns {
        let derived = self.derived_columns().into_iter().filter_map(|e| match &e.body {
            Body::DerivedColumn { formula, role } => {
                Some(DerivedColumn { name: e.name.clone(), formula: formula.clone(), role: *role })
            }
            _ => None,
        });
        Columns { called: self.column_names.clone(), derived: derived.collect() }
    }

    /// The columns of formulas, in order.
    #[must_use]
    pub fn derived_columns(&self) -> Vec<&Element> {
        self.children_of_kind(None, Kind::DerivedColumn)
    }

    /// An edit that adds a column of a formula after the others. Its id is [`Document::next_id`].
    #[must_use]
    pub fn insert_derived_column(&self, name: &str, formula: &str, role: Role) -> Edit {
        let element = Element {
            id: ElementId(self.next_id),
            parent: None,
            rank: self.rank_at(None, usize::MAX, None),
            name: name.to_owned(),
            body: Body::DerivedColumn { formula: formula.to_owned(), role },
        };
        Edit::Insert { elements: vec![element], links: Vec::new() }
    }

    /// Whether a column may be called so: `snapshots` are the columns of each snapshot, `from` what it is
    /// called now, empty for a new one.
    ///
    /// # Errors
    /// See [`BadColumnName`].
    pub fn check_column_name(
        &self,
        from: &str,
        to: &str,
        snapshots: &[Vec<ColumnOfFile<'_>>],
    ) -> Result<(), BadColumnName> {
        let new = fold(to.trim());
        let derived = self.derived_columns();
        let is_derived = from.is_empty() || derived.iter().any(|e| e.name == from);
        let other = |name: &str| name != from && fold(name) == new;
        // a column that is worked out stands in every snapshot
        let beside = snapshots
            .iter()
            .filter(|of| is_derived || of.iter().any(|c| c.shown == from))
            .flatten()
            .any(|c| other(c.shown));
        if new.is_empty() || beside || derived.iter().any(|e| other(&e.name)) {
            return Err(BadColumnName::Taken);
        }
        if formula::is_score_word(to.trim()) {
            return Err(BadColumnName::MeansScore);
        }
        Ok(())
    }

    /// An edit that calls a column something else, wherever the document names it: in formulas, conditions,
    /// measures, other columns and the table of accounts. What the files call it stays: the next one is
    /// read as before. Where columns of both origins are called so, only the one that is meant gets the new
    /// name, and what names them means the derived one: it was there first.
    ///
    /// # Errors
    /// See [`BadColumnName`].
    pub fn rename_column(
        &self,
        from: &str,
        origin: Origin,
        to: &str,
        snapshots: &[Vec<ColumnOfFile<'_>>],
    ) -> Result<Edit, BadColumnName> {
        let to = to.trim();
        self.check_column_name(from, to, snapshots)?;
        let mut names: Vec<&str> = snapshots.iter().flatten().map(|c| c.shown).collect();
        names.extend(self.derived_columns().iter().map(|e| e.name.as_str()));
        names.push(from);
        table::order::sort(&mut names);
        names.dedup();
        let scores = self.elements.values().any(|e| e.kind() == Kind::Scorecard);
        let rename = Rename { from, to, names: &names, scores };
        let is_of_file = |c: &ColumnOfFile<'_>| c.shown == from && c.in_file.is_some();
        let is_derived = self.derived_columns().iter().any(|e| e.name == from);
        let both = is_derived && snapshots.iter().flatten().any(is_of_file);
        if both && origin == Origin::File {
            return Ok(Edit::batch(self.set_column_names(from, to, snapshots)));
        }
        let mut edits = if both { Vec::new() } else { self.set_column_names(from, to, snapshots) };
        for element in self.elements.values() {
            if element.kind() == Kind::DerivedColumn && element.name == from {
                edits.push(Edit::SetName { id: element.id, name: to.to_owned() });
            }
            let mut body = element.body.clone();
            if rename.in_body(&mut body) {
                edits.push(Edit::SetBody { id: element.id, body });
            }
        }
        let mut accounts = self.accounts.clone();
        if rename.in_accounts(&mut accounts) {
            edits.push(Edit::SetAccountsView(accounts));
        }
        Ok(Edit::batch(edits))
    }

    /// Edits for the columns of files that are called so now.
    fn set_column_names(
        &self,
        from: &str,
        to: &str,
        snapshots: &[Vec<ColumnOfFile<'_>>],
    ) -> Vec<Edit> {
        let shown_so = snapshots.iter().flatten().filter(|c| c.shown == from);
        let mut columns: Vec<&str> = shown_so.filter_map(|c| c.in_file).collect();
        let called = self.column_names.iter().filter(|(_, shown)| *shown == from);
        columns.extend(called.map(|(column, _)| column.as_str()));
        table::order::sort(&mut columns);
        columns.dedup();
        let edit = |column: &str| Edit::SetColumnName {
            column: column.to_owned(),
            shown: (column != to).then(|| to.to_owned()),
        };
        columns.into_iter().map(edit).collect()
    }
}

/// A new name for a column, wherever it is named. All methods say whether anything was.
struct Rename<'a> {
    from: &'a str,
    to: &'a str,
    /// The names of all columns before.
    names: &'a [&'a str],
    /// Whether there are scores, for what comes after them.
    scores: bool,
}

impl Rename<'_> {
    fn in_body(&self, body: &mut Body) -> bool {
        match body {
            Body::Scorecard { filter: Some(condition), .. } => self.in_condition(condition, false),
            Body::Measure { input, normaliser, .. } => {
                let used = input.as_mut().is_some_and(|input| self.in_input(input));
                let within = match normaliser {
                    Normaliser::Percentile { within: Some(column), .. } => self.in_name(column),
                    _ => false,
                };
                used | within
            }
            Body::KpiNode(node) => match &mut **node {
                NodeBody { known: Known::Accounts(text), .. } => self.after_scores(text),
                _ => false,
            },
            Body::DerivedColumn { formula, .. } => self.in_formula(formula),
            Body::Journey(journey) => {
                self.after_scores(&mut journey.accounts) | self.after_scores(&mut journey.succeeds)
            }
            Body::Stage(stage) => self.after_scores(&mut stage.entry),
            Body::Checkpoint(checkpoint) => self.after_scores(&mut checkpoint.condition),
            Body::Scorecard { .. }
            | Body::Dimension { .. }
            | Body::KpiTree { .. }
            | Body::KpiScenario(_)
            | Body::Canvas(_)
            | Body::Block(_)
            | Body::Note(_)
            | Body::Lane(_) => false,
        }
    }

    fn in_input(&self, input: &mut Input) -> bool {
        match input {
            Input::Column(column) | Input::DaysSince(column) | Input::Change { column, .. } => {
                self.in_name(column)
            }
            Input::Ratio { numerator, denominator } => {
                self.in_name(numerator) | self.in_name(denominator)
            }
            Input::Check(condition) => self.in_condition(condition, false),
            Input::Formula(text) => self.in_formula(text),
        }
    }

    /// `scores` is whether the score may be asked for there.
    fn in_condition(&self, condition: &mut Condition, scores: bool) -> bool {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter_mut().fold(false, |used, part| self.in_condition(part, scores) | used)
            }
            Condition::Not(part) => self.in_condition(part, scores),
            Condition::Compare { column, .. }
            | Condition::OneOf { column, .. }
            | Condition::Absent { column } => self.in_name(column),
            Condition::Formula(text) if scores => self.after_scores(text),
            Condition::Formula(text) => self.in_formula(text),
        }
    }

    fn in_accounts(&self, view: &mut AccountsView) -> bool {
        let mut used = false;
        for column in view.columns.iter_mut().flatten() {
            used |= self.in_name(column);
        }
        if let Some(sorting) = &mut view.sorting {
            used |= self.in_name(&mut sorting.column);
        }
        for filter in &mut view.filters {
            used |= self.in_condition(&mut filter.condition, true);
        }
        used
    }

    fn in_name(&self, name: &mut String) -> bool {
        let is_it = name == self.from;
        if is_it {
            self.to.clone_into(name);
        }
        is_it
    }

    /// In a formula that scores are made of.
    fn in_formula(&self, text: &mut String) -> bool {
        self.renamed(text, false)
    }

    /// In a formula that may ask for the score.
    fn after_scores(&self, text: &mut String) -> bool {
        self.renamed(text, self.scores)
    }

    fn renamed(&self, text: &mut String, scores: bool) -> bool {
        let renamed = formula::rename(text, self.from, self.to, self.names, scores);
        renamed.map(|renamed| *text = renamed).is_some()
    }
}
