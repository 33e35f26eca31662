//! Filters and order as the workspace keeps them, and back.

use super::Filters;
use engine::message::{Sort, SortKey};
use plan::{SavedFilter, Sorting, SortingBy};
use score::Condition;

/// The order as the workspace keeps it; `None` is the usual one.
pub fn sorting_of(sort: &Sort) -> Option<Sorting> {
    if *sort == Sort::default() {
        return None;
    }
    let (by, column) = match &sort.key {
        SortKey::Score => (SortingBy::Score, String::new()),
        SortKey::Change => (SortingBy::Change, String::new()),
        SortKey::Column(name) => (SortingBy::Column, name.clone()),
    };
    Some(Sorting { by, column, descending: sort.descending })
}

/// The order that the workspace keeps.
pub fn sort_of(sorting: Option<&Sorting>) -> Sort {
    let Some(sorting) = sorting else { return Sort::default() };
    let key = match sorting.by {
        SortingBy::Score => SortKey::Score,
        SortingBy::Change => SortKey::Change,
        SortingBy::Column => SortKey::Column(sorting.column.clone()),
    };
    Sort { key, descending: sorting.descending }
}

/// The filters under a name.
pub(super) fn save(filters: &Filters, name: String) -> SavedFilter {
    let conditions = filters.query(Vec::new()).conditions;
    SavedFilter {
        name,
        levels: filters.levels.clone(),
        unscored: filters.unscored,
        moved_up: filters.moved_up,
        search: filters.search.to_string(),
        condition: Condition::All(conditions),
    }
}

/// The filters that were saved. Values of a column come back as the ticks that they were.
pub(super) fn restore(saved: &SavedFilter) -> Filters {
    let mut filters = Filters {
        levels: saved.levels.clone(),
        unscored: saved.unscored,
        moved_up: saved.moved_up,
        search: saved.search.clone().into(),
        ..Filters::default()
    };
    let all = match &saved.condition {
        Condition::All(all) => all.clone(),
        one => vec![one.clone()],
    };
    for condition in all {
        match condition {
            Condition::OneOf { column, values }
                if filters.values.iter().all(|(c, _)| *c != column) =>
            {
                filters.values.push((column, values));
            }
            other => filters.conditions.push(other),
        }
    }
    filters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_filter_comes_back_as_it_was() {
        let absent = Condition::Absent { column: "Logins".into() };
        let filters = Filters {
            levels: vec![0, 1],
            unscored: true,
            moved_up: Some(false),
            values: vec![("Plan".into(), vec!["Pro".into()])],
            conditions: vec![absent],
            search: "青".into(),
            sort: Sort::default(),
        };
        assert_eq!(restore(&save(&filters, "at risk".into())), filters);
        assert!(restore(&save(&Filters::default(), "all".into())).is_all());
    }

    #[test]
    fn an_order_comes_back_as_it_was() {
        for key in [SortKey::Score, SortKey::Change, SortKey::Column("MRR".into())] {
            for descending in [false, true] {
                let sort = Sort { key: key.clone(), descending };
                assert_eq!(sort_of(sorting_of(&sort).as_ref()), sort);
            }
        }
        assert_eq!(sorting_of(&Sort::default()), None);
    }
}
