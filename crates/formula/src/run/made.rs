//! What is worked out over all accounts of a moment before the rows are gone through: aggregates, ranks,
//! values of earlier snapshots.

mod aggregate;
mod rank;

#[cfg(test)]
pub(crate) use aggregate::Gathered;

use super::bind::Whole;
use super::{Run, Values};
use crate::Frame;
use crate::program::{Made, Program, truth};
use crate::texts::ABSENT;

impl<'a> Run<'a> {
    /// Everything that a program needs, in order.
    pub(super) fn made(&mut self, program: &'a Program, moment: usize) -> Vec<Whole> {
        program.made.iter().map(|made| self.make(made, moment)).collect()
    }

    fn make(&mut self, made: &'a Made, moment: usize) -> Whole {
        match made {
            Made::Aggregate { of, program, filtered } => {
                Whole::Number(self.aggregate(*of, program, *filtered, moment))
            }
            Made::Rank { of, program, filtered } => {
                Whole::Rows(Values::Numbers(self.rank(*of, program, *filtered, moment)))
            }
            Made::Earlier { back, program, figure } => {
                let Some(then) = self.frame.earlier(moment, *back) else {
                    return Whole::Number(f64::NAN);
                };
                if *figure {
                    return match self.values(program, then, 0..1) {
                        Values::Numbers(v) => Whole::Number(first(&v, f64::NAN)),
                        Values::Truths(v) => Whole::Truth(first(&v, truth::UNKNOWN)),
                        Values::Texts(v) => Whole::Text(first(&v, ABSENT)),
                    };
                }
                let rows = self.frame.joins.rows(moment, then);
                let values = self.values(program, then, 0..self.frame.rows(then));
                let count = self.frame.rows(moment);
                Whole::Rows(match values {
                    Values::Numbers(v) => Values::Numbers(gather(&v, &rows, count, f64::NAN)),
                    Values::Truths(v) => Values::Truths(gather(&v, &rows, count, truth::UNKNOWN)),
                    Values::Texts(v) => Values::Texts(gather(&v, &rows, count, ABSENT)),
                })
            }
        }
    }
}

fn first<T: Copy>(values: &[T], absent: T) -> T {
    values.first().copied().unwrap_or(absent)
}

/// The values of each row's account; absent where it is not there.
fn gather<T: Copy>(values: &[T], rows: &[u32], count: usize, absent: T) -> Vec<T> {
    let there = |row: usize| rows.get(row).copied().unwrap_or(Frame::NOT_THERE) as usize;
    (0..count).map(|row| values.get(there(row)).copied().unwrap_or(absent)).collect()
}
