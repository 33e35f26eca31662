//! Which row of one snapshot is which row of another: by account id.

use crate::UNSCORED;
use hashbrown::HashMap;
use table::{Cell, ColumnData, Role, Snapshot, TextColumn};

/// For each row of one snapshot the row of the same account in another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Join {
    rows: Vec<u32>,
}

impl Join {
    /// Stands for "that account is not there".
    pub const NONE: u32 = u32::MAX;

    /// For each row of `from` the row in `to` with the same account id. Without an id column on
    /// either side nobody is found. An id that occurs more than once in `to` means its first row.
    /// Ids of different column types are compared as text, so `42` finds `"42"`.
    #[must_use]
    pub fn between(from: &Snapshot, to: &Snapshot) -> Self {
        let rows = match (ids(from), ids(to)) {
            (Some(f), Some(t)) => match (f, t) {
                (ColumnData::Text(f), ColumnData::Text(t)) => join_text(f, t),
                (ColumnData::Integer(_), ColumnData::Integer(_)) => join_integers(f, t),
                _ => join_any(f, t),
            },
            _ => vec![Self::NONE; from.table.rows],
        };
        Self { rows }
    }

    /// A join given as rows; [`Join::NONE`] where the account is not there.
    #[must_use]
    pub fn from_rows(rows: Vec<u32>) -> Self {
        Self { rows }
    }

    /// The row in the other snapshot, `None` where the account is not there or `row` is past the end.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<usize> {
        self.rows.get(row).copied().filter(|&r| r != Self::NONE).map(|r| r as usize)
    }

    /// One entry per row of the first snapshot; [`Join::NONE`] where the account is not there.
    #[must_use]
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// `out[i] = values[join[i]]`, `absent` where the account is not there.
    pub fn gather<T: Copy>(&self, values: &[T], absent: T, out: &mut Vec<T>) {
        out.clear();
        out.extend(self.rows.iter().map(|&r| values.get(r as usize).copied().unwrap_or(absent)));
    }

    /// [`Join::gather`] of levels; [`UNSCORED`] where the account is not there.
    #[inline(never)]
    #[must_use]
    pub fn levels(&self, levels: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        self.gather(levels, UNSCORED, &mut out);
        out
    }

    /// [`Join::gather`] of scores; not-a-number where the account is not there.
    #[inline(never)]
    #[must_use]
    pub fn scores(&self, scores: &[f64]) -> Vec<f64> {
        let mut out = Vec::new();
        self.gather(scores, f64::NAN, &mut out);
        out
    }

    /// The other way round, for a snapshot of `rows` rows: where each of them came from.
    #[must_use]
    pub fn inverse(&self, rows: usize) -> Self {
        let mut back = vec![Self::NONE; rows];
        for (from, &to) in self.rows.iter().enumerate() {
            if let Some(slot) = back.get_mut(to as usize)
                && *slot == Self::NONE
            {
                *slot = from as u32;
            }
        }
        Self { rows: back }
    }
}

fn ids(snapshot: &Snapshot) -> Option<&ColumnData> {
    let at = snapshot.roles.iter().position(|&r| r == Role::AccountId)?;
    snapshot.table.columns.get(at).map(|c| &c.data)
}

/// Weekly exports mostly keep their order: the id that follows the one just found is tried first, and
/// only if it is another are the ids hashed, each distinct one once.
fn join_text(from: &TextColumn, to: &TextColumn) -> Vec<u32> {
    let mut first_row = vec![Join::NONE; to.dictionary.len()];
    for row in 0..to.len() {
        if let Some(code) = to.code(row) {
            let slot = &mut first_row[code as usize];
            *slot = (*slot).min(row as u32);
        }
    }
    let mut codes: Option<HashMap<&str, usize>> = None;
    let mut next = 0;
    let by_code: Vec<u32> = from
        .dictionary
        .iter()
        .map(|id| {
            let follows = next < first_row.len() && to.dictionary.get(next as u32) == id;
            let found = if follows {
                Some(next)
            } else {
                let all =
                    || to.dictionary.iter().enumerate().map(|(code, id)| (id, code)).collect();
                codes.get_or_insert_with(all).get(id).copied()
            };
            next = found.map_or(next, |code| code + 1);
            found.map_or(Join::NONE, |code| first_row[code])
        })
        .collect();
    (0..from.len())
        .map(|row| from.code(row).map_or(Join::NONE, |code| by_code[code as usize]))
        .collect()
}

fn join_integers(from: &ColumnData, to: &ColumnData) -> Vec<u32> {
    let id = |data: &ColumnData, row| match data.cell(row) {
        Cell::Integer(n) => Some(n),
        _ => None,
    };
    let mut there = HashMap::with_capacity(to.len());
    for row in 0..to.len() {
        if let Some(n) = id(to, row) {
            there.entry(n).or_insert(row as u32);
        }
    }
    (0..from.len())
        .map(|row| id(from, row).and_then(|n| there.get(&n).copied()).unwrap_or(Join::NONE))
        .collect()
}

/// The rare case that the two files disagree on the type of the id.
fn join_any(from: &ColumnData, to: &ColumnData) -> Vec<u32> {
    let mut there = HashMap::with_capacity(to.len());
    for row in 0..to.len() {
        if let Some(text) = crate::text::of_cell(to.cell(row)) {
            there.entry(text).or_insert(row as u32);
        }
    }
    (0..from.len())
        .map(|row| {
            crate::text::of_cell(from.cell(row))
                .and_then(|text| there.get(&text).copied())
                .unwrap_or(Join::NONE)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Join;
    use crate::testing::{integer_ids, text_ids};

    #[test]
    fn accounts_are_found_by_id_whatever_their_row() {
        let now = text_ids(&["a", "b", "c"]);
        let then = text_ids(&["c", "x", "a"]);
        let join = Join::between(&now, &then);
        assert_eq!(join.rows(), [2, Join::NONE, 0]);
        assert_eq!(join.inverse(3).rows(), [2, Join::NONE, 0]);
        assert_eq!(join.row(1), None);
    }

    #[test]
    fn order_kept_in_part_is_no_trap() {
        let now = text_ids(&["a", "b", "new", "c", "d", "", "b"]);
        let then = text_ids(&["a", "b", "gone", "c", "", "d", "d"]);
        assert_eq!(Join::between(&now, &then).rows(), [0, 1, Join::NONE, 3, 5, Join::NONE, 1]);
    }

    #[test]
    fn the_first_of_several_equal_ids_counts() {
        assert_eq!(Join::between(&text_ids(&["a"]), &text_ids(&["a", "a"])).rows(), [0]);
        assert_eq!(Join::between(&integer_ids(&[7]), &integer_ids(&[8, 7, 7])).rows(), [1]);
    }

    #[test]
    fn a_number_finds_the_same_text() {
        assert_eq!(Join::between(&integer_ids(&[42]), &text_ids(&["41", "42"])).rows(), [1]);
    }

    #[test]
    fn without_ids_nobody_is_found() {
        let mut then = text_ids(&["a"]);
        then.roles.clear();
        assert_eq!(Join::between(&text_ids(&["a"]), &then).rows(), [Join::NONE]);
    }
}
