//! Where each account stands among all, or among those that a filter keeps.

use crate::judge::AnyView;
use crate::kernel::View;
use crate::program::{Program, truth};
use crate::run::Run;
use crate::typed::Rank;

impl<'a> Run<'a> {
    pub(super) fn rank(
        &mut self,
        of: Rank,
        program: &'a Program,
        filtered: bool,
        moment: usize,
    ) -> Vec<f64> {
        let rows = self.frame.rows(moment);
        let mut values = Vec::with_capacity(rows);
        self.blocks(program, moment, 0..rows, &mut |rows, results, _| {
            let kept = match results.last() {
                Some(AnyView::Truth(view)) if filtered => *view,
                _ => View::Same(truth::TRUE),
            };
            let Some(AnyView::Number(value)) = results.first() else { return };
            values.extend(
                (0..rows.len())
                    .map(|row| if kept.at(row) == truth::TRUE { value.at(row) } else { f64::NAN }),
            );
        });
        rank(of, &mut values);
        values
    }
}

/// Replaces each value by its rank; what is absent stays so. Equals share a rank.
fn rank(of: Rank, values: &mut [f64]) {
    let mut order: Vec<(f64, u32)> = Vec::with_capacity(values.len());
    order.extend(values.iter().zip(0..).filter(|(v, _)| !v.is_nan()).map(|(v, row)| (*v, row)));
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let n = order.len();
    let mut less = 0;
    for ties in order.chunk_by(|a, b| a.0 == b.0) {
        let rank = of.of(less, ties.len(), n);
        ties.iter().for_each(|(_, row)| values[*row as usize] = rank);
        less += ties.len();
    }
}

impl Rank {
    /// The rank of a value when of `n` values so many are less and so many equal, itself included.
    pub(crate) fn of(self, less: usize, equal: usize, n: usize) -> f64 {
        let middle = (less as f64 + equal as f64 / 2.0) / n as f64;
        match self {
            Self::Place => (n - less - equal + 1) as f64,
            Self::Percent => middle,
            Self::Groups(groups) => {
                (middle * f64::from(groups)).ceil().clamp(1.0, f64::from(groups))
            }
        }
    }
}
