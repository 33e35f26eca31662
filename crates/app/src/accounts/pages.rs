//! The rows that came from the engine, in pages, for one question; plain data, tested natively.

use engine::message::{AccountRow, AccountsPage};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// Rows a page: one answer, about a screen.
pub const PAGE: u32 = 64;
/// So many pages are kept; those farthest from the newest leave first.
const KEPT: usize = 96;

/// A row, cheap to clone and equal only to itself.
#[derive(Clone, Debug)]
pub struct Row(Rc<AccountRow>);

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Row {
    type Target = AccountRow;
    fn deref(&self) -> &AccountRow {
        &self.0
    }
}

/// Counts over all rows of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Accounts that the question selects.
    pub selected: u32,
    /// Accounts of the snapshot.
    pub of: u32,
    /// Revenue of the selected, when there is a revenue column.
    pub revenue: Option<f64>,
}

/// The pages of one question.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    totals: Option<Totals>,
    pages: BTreeMap<u32, Rc<[Row]>>,
}

impl Pages {
    /// Counts; `None` before the first answer.
    pub fn totals(&self) -> Option<Totals> {
        self.totals
    }

    /// A row, if its page is there.
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.pages.get(&(index / PAGE))?.get((index % PAGE) as usize)
    }

    /// Where an account is among the rows that are there.
    pub fn index_of(&self, id: &str) -> Option<u32> {
        self.pages.iter().find_map(|(page, rows)| {
            rows.iter().position(|r| r.id == id).map(|i| page * PAGE + i as u32)
        })
    }

    /// The first page of these rows that is not there, the ones `seen` first.
    pub fn missing(&self, seen: &Range<u32>, drawn: &Range<u32>) -> Option<u32> {
        let Some(totals) = self.totals else { return Some(seen.start / PAGE) };
        let lacking = |rows: &Range<u32>| {
            let end = rows.end.min(totals.selected);
            (rows.start < end)
                .then(|| {
                    (rows.start / PAGE..=(end - 1) / PAGE).find(|p| !self.pages.contains_key(p))
                })
                .flatten()
        };
        lacking(seen).or_else(|| lacking(drawn))
    }

    /// Takes an answer in.
    pub fn insert(&mut self, answer: AccountsPage) {
        self.totals =
            Some(Totals { selected: answer.total, of: answer.of, revenue: answer.revenue });
        let at = answer.from / PAGE;
        // A page past the end, when fewer rows are selected than before, holds nothing.
        if answer.from.is_multiple_of(PAGE) && !answer.rows.is_empty() {
            let rows = answer.rows.into_iter().map(|r| Row(Rc::new(r))).collect();
            self.pages.insert(at, rows);
        }
        while self.pages.len() > KEPT {
            let far = |page: u32| page.abs_diff(at);
            let (first, last) = (self.pages.first_key_value(), self.pages.last_key_value());
            let Some((&first, &last)) = first.map(|f| f.0).zip(last.map(|l| l.0)) else { return };
            self.pages.remove(if far(first) > far(last) { &first } else { &last });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(from: u32, total: u32) -> AccountsPage {
        let row = |i: u32| AccountRow {
            id: format!("a{i}"),
            name: String::new(),
            score: None,
            level: None,
            change: None,
            spark: vec![f64::NAN],
            cells: vec![],
        };
        let rows = (from..total.min(from + PAGE)).map(row).collect();
        AccountsPage { total, of: 20_000, revenue: None, from, rows }
    }

    #[test]
    fn pages_are_asked_for_what_is_seen_first() {
        let mut pages = Pages::default();
        assert_eq!(pages.missing(&(130..150), &(110..170)), Some(2));
        pages.insert(answer(128, 1_000));
        assert_eq!(pages.missing(&(130..150), &(120..170)), Some(1));
        pages.insert(answer(64, 1_000));
        assert_eq!(pages.missing(&(130..150), &(120..170)), None);
        assert_eq!(pages.row(130).map(|r| r.id.as_str()), Some("a130"));
        assert_eq!(pages.row(300), None);
        assert_eq!(pages.index_of("a64"), Some(64));
        assert_eq!(pages.index_of("b"), None);
    }

    #[test]
    fn the_end_of_the_rows_is_the_end_of_asking() {
        let mut pages = Pages::default();
        pages.insert(answer(0, 70));
        assert_eq!(pages.missing(&(0..20), &(0..96)), Some(1));
        pages.insert(answer(64, 70));
        assert_eq!(pages.missing(&(60..80), &(0..96)), None);
        assert_eq!(pages.row(69).map(|r| r.id.as_str()), Some("a69"));
        assert_eq!(pages.row(70), None);
        let mut none = Pages::default();
        none.insert(answer(0, 0));
        assert_eq!(none.missing(&(0..0), &(0..0)), None);
        assert_eq!(none.totals().map(|t| t.selected), Some(0));
    }

    #[test]
    fn only_so_many_pages_are_kept_the_near_ones() {
        let mut pages = Pages::default();
        for page in 0..200 {
            pages.insert(answer(page * PAGE, 500_000));
        }
        assert_eq!(pages.pages.len(), KEPT);
        assert!(pages.row(199 * PAGE).is_some() && pages.row(0).is_none());
    }
}
