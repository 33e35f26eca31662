//! One figure for many accounts.

use crate::judge::AnyView;
use crate::kernel::View;
use crate::program::{Program, truth};
use crate::run::Run;
use crate::texts::{ABSENT, Texts};
use crate::typed::Aggregate;
use hashbrown::HashSet;
use table::numbers::{Sum, quantile_of, settle};

impl<'a> Run<'a> {
    pub(super) fn aggregate(
        &mut self,
        of: Aggregate,
        program: &'a Program,
        filtered: bool,
        moment: usize,
    ) -> f64 {
        let mut gathered = Gathered::new(of);
        let has_value = program.results.len() > usize::from(filtered);
        let rows = self.frame.rows(moment);
        self.blocks(program, moment, 0..rows, &mut |rows, results, texts| {
            let kept = match results.last() {
                Some(AnyView::Truth(view)) if filtered => *view,
                _ => View::Same(truth::TRUE),
            };
            let value = if has_value { results.first().copied() } else { None };
            gathered.block(rows.len(), value, kept, texts);
        });
        gathered.finish()
    }
}

/// What is kept while the accounts go by.
pub(crate) struct Gathered {
    of: Aggregate,
    /// Accounts that the filter keeps.
    accounts: u64,
    /// Those of them with a value.
    present: u64,
    /// Of conditions: those that hold.
    held: u64,
    sum: Sum,
    least: f64,
    greatest: f64,
    /// For what needs them all.
    numbers: Vec<f64>,
    texts: HashSet<String>,
    codes: HashSet<u32>,
}

impl Gathered {
    pub(crate) fn new(of: Aggregate) -> Self {
        Self {
            of,
            accounts: 0,
            present: 0,
            held: 0,
            sum: Sum::default(),
            least: f64::INFINITY,
            greatest: f64::NEG_INFINITY,
            numbers: Vec::new(),
            texts: HashSet::new(),
            codes: HashSet::new(),
        }
    }

    fn block(
        &mut self,
        rows: usize,
        value: Option<AnyView<'_>>,
        kept: View<'_, u8>,
        texts: &Texts<'_>,
    ) {
        let kept_rows = (0..rows).filter(|row| kept.at(*row) == truth::TRUE);
        match value {
            None => self.account(kept_rows.count() as u64),
            Some(AnyView::Number(v)) => kept_rows.for_each(|row| self.number(v.at(row))),
            Some(AnyView::Truth(v)) => kept_rows.for_each(|row| self.truth(v.at(row))),
            Some(AnyView::Text(v)) => {
                kept_rows.for_each(|row| self.text(v.at(row), texts));
            }
        }
    }

    /// Accounts without a value to look at.
    pub(crate) fn account(&mut self, count: u64) {
        self.accounts += count;
        self.present += count;
    }

    pub(crate) fn number(&mut self, x: f64) {
        self.accounts += 1;
        if x.is_nan() {
            return;
        }
        self.present += 1;
        match self.of {
            Aggregate::Sum | Aggregate::Average => self.sum.add(x),
            Aggregate::Min => self.least = self.least.min(x),
            Aggregate::Max => self.greatest = self.greatest.max(x),
            Aggregate::Median | Aggregate::Percentile(_) | Aggregate::Distinct => {
                self.numbers.push(x);
            }
            Aggregate::Count | Aggregate::Rate => {}
        }
    }

    pub(crate) fn truth(&mut self, t: u8) {
        self.accounts += 1;
        if t != truth::UNKNOWN {
            self.present += 1;
            self.held += u64::from(t == truth::TRUE);
        }
    }

    fn text(&mut self, code: u32, texts: &Texts<'_>) {
        self.accounts += 1;
        if code == ABSENT {
            return;
        }
        self.present += 1;
        if self.of == Aggregate::Distinct
            && self.codes.insert(code)
            && let Some(text) = texts.get(code)
            && !self.texts.contains(text)
        {
            self.texts.insert(text.to_owned());
        }
    }

    /// A text of its own, for the reference.
    #[cfg(test)]
    pub(crate) fn written(&mut self, text: Option<&str>) {
        self.accounts += 1;
        if let Some(text) = text {
            self.present += 1;
            self.texts.insert(text.to_owned());
        }
    }

    /// The figure. Of no accounts the count and the sum are 0; of accounts none of which has a value, the
    /// sum is absent. Everything else is absent without a value.
    pub(crate) fn finish(mut self) -> f64 {
        let present = self.present as f64;
        let figure = match self.of {
            Aggregate::Count => present,
            Aggregate::Distinct => self.distinct() as f64,
            Aggregate::Sum if self.accounts == 0 => 0.0,
            _ if self.present == 0 => f64::NAN,
            Aggregate::Sum => self.sum.total(),
            Aggregate::Average => self.sum.total() / present,
            Aggregate::Rate => self.held as f64 / present,
            Aggregate::Min => self.least,
            Aggregate::Max => self.greatest,
            Aggregate::Median => quantile_of(&mut self.numbers, 0.5),
            Aggregate::Percentile(share) => quantile_of(&mut self.numbers, share),
        };
        settle(figure)
    }

    /// How many different values: of conditions, whether some hold and some do not.
    fn distinct(&mut self) -> usize {
        let missed = self.present - self.held;
        let truths = usize::from(self.held > 0) + usize::from(missed > 0);
        if !self.texts.is_empty() {
            return self.texts.len();
        }
        if self.numbers.is_empty() {
            return if self.present > 0 { truths } else { 0 };
        }
        self.numbers.sort_unstable_by(f64::total_cmp);
        self.numbers.dedup();
        self.numbers.len()
    }
}
