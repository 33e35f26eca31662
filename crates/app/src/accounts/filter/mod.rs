//! Which accounts are shown: the state behind the chips, and the question that it makes.

mod applied;
mod bar;
mod builder;
mod condition;
mod formula;
mod keep;
mod popover;
mod saved;
mod search;

pub use bar::{Counts, Facet, FilterBar};
pub use keep::{sort_of, sorting_of};
pub use popover::Popover;
pub use saved::SavedFilters;

use crate::text::Text;
use engine::message::{AccountQuery, Sort, SortKey};
use score::Condition;
use std::rc::Rc;
use yew::prelude::*;

/// Everything that selects and orders accounts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// Only these levels, 0 is the lowest; empty is all.
    pub levels: Vec<u8>,
    /// Accounts without a score: chosen like a level.
    pub unscored: bool,
    /// Only those that rose or fell since the compared snapshot.
    pub moved_up: Option<bool>,
    /// Values of columns: one of them must stand there.
    pub values: Vec<(String, Vec<String>)>,
    /// All of these must hold.
    pub conditions: Vec<Condition>,
    /// Part of name or id.
    pub search: AttrValue,
    /// The order.
    pub sort: Sort,
}

/// What the user does to the filters.
#[derive(Clone, Debug)]
pub enum Change {
    /// Adds or drops a level; `None` is "no score".
    Level(Option<u8>),
    /// Adds, turns around or drops the movement.
    Moved(bool),
    /// Adds or drops a value of a column.
    Value(String, String),
    /// Drops all values of a column.
    NoValues(String),
    /// Adds a condition.
    Add(Condition),
    /// Drops the condition at this place.
    Remove(usize),
    /// Searches.
    Search(AttrValue),
    /// Sorts by this, or turns the order around. The flag: greatest first when it is new.
    Sort(SortKey, bool),
    /// Sorts like this.
    Order(Sort),
    /// Shows these instead; the order stays.
    Pick(Rc<Filters>),
    /// Shows all accounts; the order stays.
    Clear,
    /// The snapshot has only these columns: what asks for others goes.
    Columns(Rc<[String]>),
}

impl Reducible for Filters {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Level(None) => next.unscored = !next.unscored,
            Change::Level(Some(level)) => toggle(&mut next.levels, level),
            Change::Moved(up) => next.moved_up = (next.moved_up != Some(up)).then_some(up),
            Change::Value(column, value) => {
                let at = next.values.iter().position(|(c, _)| *c == column).unwrap_or_else(|| {
                    next.values.push((column, Vec::new()));
                    next.values.len() - 1
                });
                toggle(&mut next.values[at].1, value);
                next.values.retain(|(_, values)| !values.is_empty());
            }
            Change::NoValues(column) => next.values.retain(|(c, _)| *c != column),
            Change::Add(condition) => {
                if !next.conditions.contains(&condition) {
                    next.conditions.push(condition);
                }
            }
            Change::Remove(at) if at < next.conditions.len() => {
                next.conditions.remove(at);
            }
            Change::Remove(_) => {}
            Change::Search(search) => next.search = search,
            Change::Sort(key, descending) => {
                let descending =
                    if next.sort.key == key { !next.sort.descending } else { descending };
                next.sort = Sort { key, descending };
            }
            Change::Order(sort) => next.sort = sort,
            Change::Pick(filters) => next = Self { sort: next.sort, ..(*filters).clone() },
            Change::Clear => next = Self { sort: next.sort, ..Self::default() },
            Change::Columns(names) => {
                let there = |name: &String| names.contains(name);
                next.values.retain(|(column, _)| there(column));
                next.conditions.retain(|c| condition::column_of(c).is_none_or(there));
                if matches!(&next.sort.key, SortKey::Column(name) if !there(name)) {
                    next.sort = Sort::default();
                }
            }
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

fn toggle<T: PartialEq + Ord>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|i| *i == item) {
        Some(at) => {
            list.remove(at);
        }
        None => {
            list.push(item);
            table::order::sort(list);
        }
    }
}

impl Filters {
    /// Whether all accounts are shown.
    pub fn is_all(&self) -> bool {
        *self == Self { sort: self.sort.clone(), ..Self::default() }
    }

    /// The question, with these columns.
    pub fn query(&self, columns: Vec<String>) -> AccountQuery {
        let values = self.values.iter().map(|(column, values)| Condition::OneOf {
            column: column.clone(),
            values: values.clone(),
        });
        AccountQuery {
            levels: self.levels.clone(),
            unscored: self.unscored,
            moved_up: self.moved_up,
            conditions: values.chain(self.conditions.iter().cloned()).collect(),
            search: self.search.trim().to_owned(),
            sort: self.sort.clone(),
            columns,
        }
    }

    /// A few letters for a file name: `all`, `lv1-lv2`, `down`, `selection`, in the user's language.
    pub fn slug(&self, text: &Text) -> String {
        let mut parts: Vec<String> =
            self.levels.iter().map(|l| format!("lv{}", u32::from(*l) + 1)).collect();
        if self.unscored {
            parts.push(text.t("accounts-file-unscored").to_string());
        }
        match self.moved_up {
            Some(true) => parts.push(text.t("accounts-file-up").to_string()),
            Some(false) => parts.push(text.t("accounts-file-down").to_string()),
            None => {}
        }
        if !self.values.is_empty() || !self.conditions.is_empty() || !self.search.trim().is_empty()
        {
            parts.push(text.t("accounts-file-selection").to_string());
        }
        if parts.is_empty() { text.t("accounts-file-all").to_string() } else { parts.join("-") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn after(changes: &[Change]) -> Rc<Filters> {
        changes.iter().fold(Rc::default(), |f: Rc<Filters>, c| f.reduce(c.clone()))
    }

    #[test]
    fn chips_go_on_and_off() {
        let f = after(&[Change::Level(Some(2)), Change::Level(Some(0)), Change::Moved(false)]);
        assert_eq!((f.levels.as_slice(), f.moved_up), ([0, 2].as_slice(), Some(false)));
        assert_eq!(f.slug(&Text::new(Language::En)), "lv1-lv3-down");
        assert_eq!(f.slug(&Text::new(Language::Ja)), "lv1-lv3-下降");
        let f = f.reduce(Change::Moved(true)).reduce(Change::Level(Some(0)));
        assert_eq!((f.levels.as_slice(), f.moved_up), ([2].as_slice(), Some(true)));
        let f = f.reduce(Change::Moved(true)).reduce(Change::Level(Some(2)));
        assert!(f.is_all());
        assert_eq!(f.slug(&Text::new(Language::En)), "all");
    }

    #[test]
    fn values_become_one_condition_a_column() {
        let value = |c: &str, v: &str| Change::Value(c.into(), v.into());
        let f = after(&[value("Plan", "Pro"), value("Plan", "Free"), value("Region", "Kanto")]);
        let query = f.query(vec![]);
        assert_eq!(query.conditions.len(), 2);
        assert_eq!(
            query.conditions[0],
            Condition::OneOf { column: "Plan".into(), values: vec!["Free".into(), "Pro".into()] }
        );
        assert!(
            f.reduce(value("Region", "Kanto")).reduce(Change::NoValues("Plan".into())).is_all()
        );
    }

    #[test]
    fn sorting_again_turns_the_order_around() {
        let by = || Change::Sort(SortKey::Change, true);
        assert!(after(&[by()]).sort.descending);
        assert!(!after(&[by(), by()]).sort.descending);
        assert!(after(&[by(), by()]).is_all());
    }

    #[test]
    fn what_asks_for_columns_that_are_gone_goes() {
        let f = after(&[
            Change::Value("Plan".into(), "Pro".into()),
            Change::Add(Condition::Absent { column: "Logins".into() }),
            Change::Sort(SortKey::Column("MRR".into()), true),
            Change::Columns(["Logins".to_owned()].into()),
        ]);
        assert!(f.values.is_empty());
        assert_eq!(f.conditions.len(), 1);
        assert_eq!(f.sort, Sort::default());
    }
}
