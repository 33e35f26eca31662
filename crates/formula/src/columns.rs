//! Columns as a workspace has them: those of the files under the names that people gave them, and beside
//! them those that are worked out by a formula.

use crate::column_names;
use crate::editor::meant;
use crate::order::{cycles, sort};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use table::Role;

/// A column that is worked out by a formula for every account of every snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DerivedColumn {
    /// What people call it.
    pub name: String,
    /// How it is worked out: over columns, others of this kind among them, not over scores.
    pub formula: String,
    /// What it is for; one that any number of columns may have.
    pub role: Role,
}

/// What a workspace makes of the columns of its files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// What people call columns, by the names that they have in the files. Two columns may have one name as
    /// long as no file has both.
    pub called: BTreeMap<String, String>,
    /// The columns that are worked out, in the order shown.
    pub derived: Vec<DerivedColumn>,
}

impl Columns {
    /// For each derived column which others it is made of, by their places.
    fn inputs(&self) -> Vec<Vec<usize>> {
        let names: Vec<&str> = self.derived.iter().map(|d| d.name.as_str()).collect();
        let of = |d: &DerivedColumn| {
            let used = column_names(&d.formula);
            let mut inputs: Vec<usize> = used
                .iter()
                .filter_map(|name| meant(name, &names))
                .filter_map(|name| names.iter().position(|n| *n == name))
                .collect();
            table::order::sort(&mut inputs);
            inputs.dedup();
            inputs
        };
        self.derived.iter().map(of).collect()
    }

    /// The derived columns in an order in which each can be worked out, and those that cannot be.
    #[must_use]
    pub fn sorted(&self) -> Sorted<'_> {
        let inputs = self.inputs();
        let inputs: Vec<&[usize]> = inputs.iter().map(Vec::as_slice).collect();
        let (order, stuck) = sort(&inputs);
        let all = cycles(&inputs, &stuck);
        let way = |place: usize| {
            let own = all.iter().find(|c| c.contains(&place)).or_else(|| all.first())?;
            Some((place, own.iter().map(|at| self.derived[*at].name.as_str()).collect()))
        };
        let cycles = (0..stuck.len()).filter(|place| stuck[*place]).filter_map(way).collect();
        Sorted { order, cycles }
    }

    /// The way on which one derived column cannot be worked out, see [`Sorted::cycles`].
    #[must_use]
    pub fn cycle(&self, place: usize) -> Option<Vec<&str>> {
        self.sorted().cycles.into_iter().find(|(at, _)| *at == place).map(|(_, way)| way)
    }
}

/// Derived columns by what they are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<'a> {
    /// The places of those that can be worked out, each after those that it is made of.
    pub order: Vec<usize>,
    /// The places of those that are made of themselves, and of what is made of those; each with the way on which
    /// it leads back to itself or to others that do, as their names. The first name is not repeated at the end.
    pub cycles: Vec<(usize, Vec<&'a str>)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(derived: &[(&str, &str)]) -> Columns {
        let derived = derived.iter().map(|(name, formula)| DerivedColumn {
            name: (*name).to_owned(),
            formula: (*formula).to_owned(),
            role: Role::MeasureInput,
        });
        Columns { derived: derived.collect(), ..Columns::default() }
    }

    #[test]
    fn each_comes_after_what_it_is_made_of() {
        let all = columns(&[("c", "[b b] * 2"), ("b b", "A + seats"), ("a", "logins / seats")]);
        assert_eq!(all.sorted().order, [2, 1, 0]);
        assert_eq!((all.cycle(0), all.cycle(9)), (None, None));
    }

    #[test]
    fn what_is_made_of_itself_is_told() {
        let all = columns(&[("a", "b + 1"), ("b", "c"), ("c", "PREV(b)"), ("d", "logins")]);
        let sorted = all.sorted();
        assert_eq!((sorted.order, sorted.cycles.len()), (vec![3], 3));
        assert_eq!(all.cycle(1), Some(vec!["b", "c"]));
        assert!(all.cycle(0).is_some());
        assert_eq!(columns(&[("a", "a")]).cycle(0), Some(vec!["a"]));
    }
}
