//! The columns as the workspace has them: those of the files under other names, and derived ones.

use super::kept::{self, Kept, Made, Planned};
use super::{Store, Stored};
use crate::message::Unmade;
use formula::{Columns, DerivedColumn, Frame, Joins, Moment, Severity};
use std::borrow::Cow;
use std::rc::Rc;
use table::fold::fold;
use table::{Column, Day, Role, SnapshotId};

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

    /// How often the columns became others, or derived ones went out of a snapshot for a while.
    pub(crate) fn seen(&self) -> u64 {
        self.seen
    }

    /// Calls the columns of all snapshots as they are called now, and leaves the derived ones to
    /// [`Self::make_column`].
    pub(super) fn plan_columns(&mut self) {
        let columns = self.columns.clone();
        self.seen += u64::from(!columns.derived.is_empty());
        for stored in &mut self.list {
            self.kept.take_from(stored);
            stored.unmake();
            stored.call(&columns);
        }
        if columns.derived.is_empty() {
            self.has_room = vec![true; self.list.len()];
            self.to_make.clear();
            self.kept = Kept::default();
            (self.made, self.planned) = (0, 0);
        } else {
            self.formula_plan(&columns);
        }
    }

    /// Plans the derived columns of all snapshots, which have none at the moment.
    #[inline(never)]
    fn formula_plan(&mut self, columns: &Columns) {
        // sorted once: that reads all formulas
        let sorted = columns.sorted();
        self.has_room = self.room.of(&self.list, &columns.derived);
        // Each column in all snapshots before the next: a formula may look back at the ones before it.
        self.to_make = kept::plan(&self.list, columns, &sorted.order);
        self.to_make.retain(|p| self.has_room[p.at]);
        self.kept.retain_planned(&self.list, &self.to_make);
        self.made = 0;
        self.planned = (self.to_make.len() - self.kept.len()) as u64;
        self.to_make.reverse();
        for (at, stored) in self.list.iter_mut().enumerate() {
            let named = |place: &usize| columns.derived[*place].name.clone();
            for (place, cycle) in &sorted.cycles {
                let cycle: Vec<String> = cycle.iter().map(|name| (*name).to_owned()).collect();
                stored.unmade.push((named(place), Unmade::Cycle(cycle)));
            }
            if !self.has_room[at] {
                stored.unmade.extend(sorted.order.iter().map(|p| (named(p), Unmade::NoRoom)));
            }
        }
    }

    /// What the column at a place of the file is called elsewhere, where another one of the file has that name.
    pub(crate) fn name_taken(&self, stored: &Stored, at: usize) -> Option<String> {
        let called = self.columns.called.get(stored.in_file.get(at)?)?;
        let column = stored.snapshot.table.columns.get(at)?;
        (column.name != *called).then(|| called.clone())
    }

    /// Works one derived column out in one snapshot; whether there is more to do.
    pub(crate) fn make_column(&mut self) -> bool {
        while let Some(next) = self.to_make.pop() {
            if !self.take_kept(next) {
                let columns = self.columns.clone();
                if let Some(column) = columns.derived.get(next.place) {
                    let made = self.formula_column(next.at, column);
                    self.list[next.at].take(column, next.signature, made);
                }
                self.made += 1;
                break;
            }
        }
        if self.to_make.is_empty() {
            self.kept = Kept::default();
        }
        !self.to_make.is_empty()
    }

    /// Takes a column that is there from before; whether there is one.
    fn take_kept(&mut self, next: Planned) -> bool {
        let stored = &mut self.list[next.at];
        let Some(column) = self.columns.derived.get(next.place) else { return false };
        // whether the name is free is no part of what it was made of
        if stored.snapshot.table.column(&column.name).is_some() {
            return false;
        }
        let made = self.kept.take(stored.id(), next.signature);
        let is_there = made.is_some();
        if let Some(made) = made {
            stored.take(column, next.signature, Ok(made));
        }
        is_there
    }

    /// See [`crate::Engine::columns_made`].
    pub(crate) fn columns_made(&self) -> (u64, u64) {
        (self.made, self.planned)
    }

    /// See [`crate::Engine::leave_columns`].
    pub(crate) fn leave_columns(&mut self) {
        while let Some(next) = self.to_make.pop() {
            if !self.take_kept(next)
                && let Some(column) = self.columns.derived.get(next.place)
            {
                self.list[next.at].unmade.push((column.name.clone(), Unmade::Left));
            }
        }
        self.kept = Kept::default();
    }

    /// Plans what was left once more; whether anything was.
    pub(crate) fn work_out_left(&mut self) -> bool {
        let left = self.list.iter().any(|s| s.unmade.iter().any(|(_, why)| *why == Unmade::Left));
        if left {
            self.plan_columns();
        }
        left
    }

    /// From now on these snapshots are looked at; whether others gave up their columns for theirs.
    pub(crate) fn look_at(&mut self, ids: &[SnapshotId]) -> bool {
        self.room.look_at(ids);
        let without = |s: &Stored| s.unmade.iter().any(|(_, why)| *why == Unmade::NoRoom);
        let asked = self.list.iter().any(|s| ids.contains(&s.id()) && without(s));
        // where there is not even room for those that are asked for, nothing is gained
        let gains = asked && self.room.of(&self.list, &self.columns.derived) != self.has_room;
        if gains {
            self.plan_columns();
        }
        gains
    }

    /// A derived column in the snapshot at a place.
    #[inline(never)]
    fn formula_column(&self, at: usize, column: &DerivedColumn) -> Result<Made, Unmade> {
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
        let looked_at = formula.moments(&dates);
        let count = looked_at.last().map_or(1, |last| last + 1);
        let stored: Vec<&Stored> = upto.take(count).collect();
        // what is not there for now is not what nobody knows
        let earlier = looked_at.iter().filter_map(|moment| stored.get(*moment)).skip(1);
        let names = formula::column_names(&column.formula);
        if let Some(why) = earlier.into_iter().find_map(|s| s.lacks(&names)) {
            return Err(why);
        }
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

    /// Why this snapshot lacks one of these columns for now, though it could be worked out.
    fn lacks(&self, names: &[String]) -> Option<Unmade> {
        let for_now = |why: &Unmade| matches!(why, Unmade::NoRoom | Unmade::Left);
        let named = |name: &str| names.iter().any(|n| fold(n) == fold(name));
        let is_there = |name: &str| self.snapshot.table.column(name).is_some();
        let mut all = self.unmade.iter();
        let lacks = all.find(|(name, why)| for_now(why) && named(name) && !is_there(name));
        lacks.map(|(_, why)| why.clone())
    }

    /// Leaves the columns of the file alone, as they were.
    pub(super) fn unmake(&mut self) {
        self.snapshot.table.columns.truncate(self.in_file.len());
        self.snapshot.roles.clone_from(&self.own_roles);
        self.signatures.clear();
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
    fn take(&mut self, column: &DerivedColumn, signature: u64, made: Result<Made, Unmade>) {
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
                self.signatures.push(signature);
            }
            Err(why) => self.unmade.push((column.name.clone(), why)),
        }
    }
}
