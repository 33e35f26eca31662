//! What derived columns are made of, so that only what changed is worked out anew; and for how many of them there
//! is room.

use super::Stored;
use formula::{Columns, DerivedColumn, Unit, column_names};
use std::hash::{DefaultHasher, Hash, Hasher};
use table::fold::fold;
use table::{ColumnData, Day, SnapshotId};

/// How many bytes derived columns take together at most, those of the snapshot looked at last in any case: a
/// quarter of what a worker can have.
const MOST_BYTES: usize = 1 << 30;

/// So many snapshots are known by when they were looked at.
const MOST_KNOWN: usize = 16;

/// A derived column of a snapshot.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) data: ColumnData,
    pub(super) unit: Unit,
    /// It asks what nobody knows there: of snapshots from before the first, above all.
    pub(super) blind: bool,
}

/// A derived column to be worked out in a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    /// The place of the column.
    pub(super) place: usize,
    /// The place of the snapshot.
    pub(super) at: usize,
    /// Of all that it is made of: its formula, what the names in it mean there and in all snapshots before, and
    /// these snapshots. What is of one signature is one and the same column.
    pub(super) signature: u64,
}

/// All derived columns in all snapshots, each column in all snapshots before the next. `list` has the columns of
/// the files as they are called now, `order` the places of the columns, each after those that it is made of.
pub(super) fn plan(list: &[Stored], columns: &Columns, order: &[usize]) -> Vec<Planned> {
    let mut all: Vec<Planned> = Vec::with_capacity(order.len() * list.len());
    for (before, &place) in order.iter().enumerate() {
        let column = &columns.derived[place];
        let mentions = column_names(&column.formula);
        let mut hasher = DefaultHasher::new();
        column.formula.hash(&mut hasher);
        // a role that only one column may have is taken from another, whose unit it may have told
        let earlier = || order[..before].iter().map(|at| &columns.derived[*at]);
        for other in earlier().filter(|d| !d.role.is_shared()) {
            other.role.hash(&mut hasher);
        }
        let mut chain = hasher.finish();
        for (at, stored) in list.iter().enumerate() {
            let mut hasher = DefaultHasher::new();
            (chain, stored.id(), stored.version, stored.snapshot.date).hash(&mut hasher);
            let in_file = stored.snapshot.table.columns.iter().map(|c| c.name.as_str());
            let names: Vec<&str> = in_file.chain(earlier().map(|d| d.name.as_str())).collect();
            let of_file = stored.in_file.len();
            for mention in &mentions {
                for named in meant(mention, &names) {
                    let derived = named.checked_sub(of_file).map(|n| all[n * list.len() + at]);
                    let derived = derived.map(|d| d.signature);
                    (named.min(of_file), names[named], derived).hash(&mut hasher);
                }
                // names apart, so that what follows cannot be taken for it
                u8::MAX.hash(&mut hasher);
            }
            chain = hasher.finish();
            all.push(Planned { place, at, signature: chain });
        }
    }
    all
}

/// The places of the columns that a name may mean: the one of exactly that name, or all that differ in case,
/// width and kind of kana only.
fn meant(mention: &str, names: &[&str]) -> Vec<usize> {
    if let Some(at) = names.iter().position(|name| *name == mention) {
        return vec![at];
    }
    let folded = fold(mention);
    (0..names.len()).filter(|at| fold(names[*at]) == folded).collect()
}

/// Derived columns that are not in their snapshots at the moment.
#[derive(Debug, Default)]
pub(super) struct Kept(Vec<(SnapshotId, u64, Made)>);

impl Kept {
    /// Takes the derived columns out of a snapshot.
    pub(super) fn take_from(&mut self, stored: &mut Stored) {
        let id = stored.id();
        let columns = stored.snapshot.table.columns.drain(stored.in_file.len()..);
        let known = stored.signatures.iter().zip(&stored.units);
        for (column, (signature, unit)) in columns.zip(known) {
            let blind = stored.blind.contains(&column.name);
            self.0.push((id, *signature, Made { data: column.data, unit: *unit, blind }));
        }
    }

    /// Lets go of what is not planned.
    pub(super) fn retain_planned(&mut self, list: &[Stored], planned: &[Planned]) {
        let mut left: Vec<(SnapshotId, u64)> =
            planned.iter().map(|p| (list[p.at].id(), p.signature)).collect();
        self.0.retain(|(id, signature, _)| {
            let at = left.iter().position(|planned| *planned == (*id, *signature));
            at.map(|at| left.swap_remove(at)).is_some()
        });
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The one of that snapshot and signature, which is gone then.
    pub(super) fn take(&mut self, id: SnapshotId, signature: u64) -> Option<Made> {
        let at = self.0.iter().position(|(i, s, _)| (*i, *s) == (id, signature))?;
        Some(self.0.swap_remove(at).2)
    }
}

/// For how many snapshots' derived columns there is room.
#[derive(Debug)]
pub(super) struct Room {
    most_bytes: usize,
    /// The snapshots looked at last, the latest first.
    known: Vec<SnapshotId>,
}

impl Default for Room {
    fn default() -> Self {
        Self::new(MOST_BYTES)
    }
}

impl Room {
    /// For so many bytes.
    pub(super) fn new(most_bytes: usize) -> Self {
        Self { most_bytes, known: Vec::new() }
    }

    /// These are looked at now, the most important first.
    pub(super) fn look_at(&mut self, ids: &[SnapshotId]) {
        for id in ids.iter().rev() {
            self.known.retain(|known| known != id);
            self.known.insert(0, *id);
        }
        self.known.truncate(MOST_KNOWN);
    }

    /// Which snapshots, ascending by date, have room for these columns: those looked at last, each with the ones
    /// before that its columns look back to, then the newest.
    pub(super) fn of(&self, list: &[Stored], columns: &[DerivedColumn]) -> Vec<bool> {
        let looking_back = looking_back(list, columns);
        let known = self.known.iter().filter_map(|id| list.iter().position(|s| s.id() == *id));
        let known = known.flat_map(|at| (oldest(list, &looking_back, at)..=at).rev());
        let all = known.chain((0..list.len()).rev());
        let mut has_room = vec![false; list.len()];
        let mut bytes = 0;
        for at in all {
            if has_room[at] {
                continue;
            }
            bytes += list[at].snapshot.table.rows * columns.len() * size_of::<f64>();
            if bytes > self.most_bytes && has_room.contains(&true) {
                break;
            }
            has_room[at] = true;
        }
        has_room
    }
}

/// The formulas that look back to derived columns: those of files are always there.
fn looking_back<'a>(list: &[Stored], columns: &'a [DerivedColumn]) -> Vec<&'a str> {
    let names: Vec<_> = columns.iter().map(|d| fold(&d.name)).collect();
    let dates: Vec<Day> = list.iter().rev().map(|s| s.snapshot.date).collect();
    let texts = columns.iter().map(|d| d.formula.as_str());
    let used = |text: &&str| column_names(text).iter().any(|name| names.contains(&fold(name)));
    texts.filter(used).filter(|text| formula::reach(text, &dates) > 0).collect()
}

/// The place of the oldest snapshot whose derived columns those of the one at a place may be made of.
fn oldest(list: &[Stored], looking_back: &[&str], at: usize) -> usize {
    looking_back.iter().fold(at, |oldest, text| {
        let dates: Vec<Day> = list[..=oldest].iter().rev().map(|s| s.snapshot.date).collect();
        oldest - formula::reach(text, &dates)
    })
}

#[cfg(test)]
mod tests;
