//! The columns as the workspace has them: those of the files under other names, and derived ones.

use super::{Store, Stored};
use crate::message::Unmade;
use formula::{Columns, DerivedColumn, Frame, Joins, Moment, Severity, Unit};
use std::borrow::Cow;
use std::rc::Rc;
use table::{Column, ColumnData, Day, Role};

/// The joins between snapshots of the store.
pub(crate) struct StoreJoins<'a> {
    pub(crate) store: &'a Store,
    pub(crate) stored: Vec<&'a Stored>,
}

impl StoreJoins<'_> {
    /// Whether a column says nothing in one of the snapshots.
    pub(crate) fn is_blind(&self, moment: usize, column: &str) -> bool {
        self.stored.get(moment).is_some_and(|stored| stored.is_blind(column))
    }
}

impl Joins for StoreJoins<'_> {
    fn rows(&self, from: usize, to: usize) -> Cow<'_, [u32]> {
        match (self.stored.get(from), self.stored.get(to)) {
            (Some(from), Some(to)) => Cow::Owned(self.store.join(from, to).rows().to_vec()),
            _ => Cow::Borrowed(&[]),
        }
    }
}

impl Store {
    /// From now on the columns are these; whether anything changed.
    pub(crate) fn see(&mut self, columns: &Rc<Columns>) -> bool {
        if self.columns == *columns {
            return false;
        }
        self.columns = columns.clone();
        self.seen += 1;
        self.plan_columns();
        true
    }

    /// How often the columns became others.
    pub(crate) fn seen(&self) -> u64 {
        self.seen
    }

    /// Calls the columns of all snapshots as they are called now, and leaves the derived ones to
    /// [`Self::make_column`].
    pub(super) fn plan_columns(&mut self) {
        let columns = self.columns.clone();
        for stored in &mut self.list {
            stored.unmake();
            stored.call(&columns);
        }
        // Each column in all snapshots before the next: a formula may look back at the ones before it.
        let snapshots = self.list.len();
        // sorted once: that reads all formulas
        let sorted = columns.sorted();
        let all = sorted.order.iter().flat_map(|place| (0..snapshots).map(move |at| (*place, at)));
        self.to_make = all.collect();
        self.to_make.reverse();
        for (place, cycle) in &sorted.cycles {
            let cycle: Vec<String> = cycle.iter().map(|name| (*name).to_owned()).collect();
            for stored in &mut self.list {
                let name = columns.derived[*place].name.clone();
                stored.unmade.push((name, Unmade::Cycle(cycle.clone())));
            }
        }
    }

    /// Works one derived column out in one snapshot; whether there is more to do.
    pub(crate) fn make_column(&mut self) -> bool {
        let Some((place, at)) = self.to_make.pop() else { return false };
        let columns = self.columns.clone();
        if let Some(column) = columns.derived.get(place) {
            let made = self.derive(at, column);
            self.list[at].take(column, made);
        }
        !self.to_make.is_empty()
    }

    /// A derived column in the snapshot at a place.
    fn derive(&self, at: usize, column: &DerivedColumn) -> Result<Made, Unmade> {
        let now = &self.list[at];
        if now.snapshot.table.column(&column.name).is_some() {
            return Err(Unmade::NameTaken);
        }
        let checked = formula::check(&column.formula, &now.environment());
        let Some(formula) = checked.formula else {
            let mut errors = checked.problems.into_iter();
            let error = errors.find(|p| p.severity() == Severity::Error);
            // without an error there is a formula
            return Err(error.map_or(Unmade::NameTaken, Unmade::Formula));
        };
        let upto = self.list[..=at].iter().rev();
        let dates: Vec<Day> = upto.clone().map(|s| s.snapshot.date).collect();
        let count = formula.moments(&dates).last().map_or(1, |last| last + 1);
        let stored: Vec<&Stored> = upto.take(count).collect();
        let moments = stored.iter().map(|s| Moment {
            date: s.snapshot.date,
            table: &s.snapshot.table,
            scores: None,
        });
        let moments = moments.collect();
        let joins = StoreJoins { store: self, stored };
        let frame = Frame { moments, joins: &joins };
        let blind = !formula.is_known(&frame, &|moment, name| joins.is_blind(moment, name));
        let rows = now.snapshot.table.rows;
        let data = if blind { formula.absent(rows) } else { formula.column(&frame) };
        Ok(Made { data, unit: formula.unit(), blind })
    }
}

/// A derived column of a snapshot.
struct Made {
    data: ColumnData,
    unit: Unit,
    /// It asks what nobody knows there, of snapshots from before the first above all: every cell is absent.
    blind: bool,
}

impl Stored {
    /// Whether a derived column asks what nobody knows here, itself or by what it is made of: of snapshots from
    /// before the first, or of columns that an earlier one lacks.
    pub(crate) fn is_blind(&self, column: &str) -> bool {
        self.blind.iter().any(|name| name == column)
    }

    /// Those columns, see [`Self::is_blind`].
    pub(crate) fn blind(&self) -> &[String] {
        &self.blind
    }

    /// Leaves the columns of the file alone, as they were.
    pub(super) fn unmake(&mut self) {
        self.snapshot.table.columns.truncate(self.in_file.len());
        self.snapshot.roles.clone_from(&self.own_roles);
        self.units.clear();
        self.blind.clear();
        self.unmade.clear();
    }

    /// Calls columns as people do. Where two would have one name, one of them keeps the one that it has in
    /// the file: a later file may have a column of the name that another was given.
    fn call(&mut self, columns: &Columns) {
        let own = &self.in_file;
        let mut names: Vec<&String> =
            own.iter().map(|name| columns.called.get(name).unwrap_or(name)).collect();
        let is_twice = |names: &[&String], at: usize| {
            names.iter().enumerate().any(|(other, name)| other != at && *name == names[at])
        };
        let renamed = |names: &[&String], at: usize| *names[at] != own[at];
        while let Some(at) = (0..own.len()).find(|at| renamed(&names, *at) && is_twice(&names, *at))
        {
            names[at] = &own[at];
        }
        for (column, name) in self.snapshot.table.columns.iter_mut().zip(names) {
            column.name.clone_from(name);
        }
    }

    /// Takes a derived column in, or why there is none. A role that only one column may have is its own
    /// then: whoever works a column out for it means that one.
    fn take(&mut self, column: &DerivedColumn, made: Result<Made, Unmade>) {
        match made {
            Ok(Made { data, unit, blind }) => {
                let name = column.name.clone();
                self.blind.extend(blind.then(|| name.clone()));
                self.snapshot.table.columns.push(Column { name, data });
                if !column.role.is_shared() {
                    let had = self.snapshot.roles.iter_mut().filter(|r| **r == column.role);
                    had.for_each(|role| *role = Role::Other);
                }
                self.snapshot.roles.push(column.role);
                self.units.push(unit);
            }
            Err(why) => self.unmade.push((column.name.clone(), why)),
        }
    }
}
