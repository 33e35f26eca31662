//! A node's formula, ready to be worked out.

use crate::calc::Calc;
use crate::graph::Function;
use formula::{Formula, Frame};
use table::{Column, ColumnData, Day, Table};

/// A node's formula.
#[derive(Clone, Debug)]
pub enum NodeFunction {
    /// Plain arithmetic.
    Calc(#[doc(hidden)] Arithmetic),
    /// Anything else that a formula can say of numbers.
    Formula(#[doc(hidden)] Box<Named>),
    /// A formula that cannot be used: always absent.
    Absent,
}

/// Arithmetic over so many inputs.
#[derive(Clone, Debug)]
pub struct Arithmetic {
    pub(super) calc: Calc,
    pub(super) inputs: usize,
}

/// A formula with the names that its inputs have in it: an input may go by several.
#[derive(Clone, Debug)]
pub struct Named {
    pub(super) formula: Formula,
    /// Name and input.
    pub(super) names: Vec<(String, usize)>,
}

impl Function for NodeFunction {
    fn value(&self, inputs: &[f64]) -> f64 {
        match self {
            Self::Calc(a) => a.calc.value(inputs),
            Self::Formula(named) => {
                let rows = |at: usize| vec![inputs.get(at).copied().unwrap_or(f64::NAN)];
                named.numbers(1, rows).first().copied().unwrap_or(f64::NAN)
            }
            Self::Absent => f64::NAN,
        }
    }

    fn column(&self, inputs: &[&[f64]], out: &mut [f64]) {
        match self {
            Self::Calc(a) => a.calc.column(inputs, out),
            Self::Formula(named) => {
                let rows = |at: usize| match inputs.get(at) {
                    Some(rows) => rows.to_vec(),
                    None => vec![f64::NAN; out.len()],
                };
                let numbers = named.numbers(out.len(), rows);
                out.iter_mut().zip(numbers).for_each(|(o, n)| *o = n);
            }
            Self::Absent => out.fill(f64::NAN),
        }
    }

    fn weights(&self) -> Option<Vec<f64>> {
        match self {
            Self::Calc(a) => a.calc.weights(a.inputs),
            _ => None,
        }
    }
}

impl Named {
    /// The inputs' figures as columns of a table of so many rows.
    fn numbers(&self, rows: usize, figures: impl Fn(usize) -> Vec<f64>) -> Vec<f64> {
        let column = |(name, at): &(String, usize)| Column {
            name: name.clone(),
            data: ColumnData::Decimal(figures(*at)),
        };
        let table = Table { columns: self.names.iter().map(column).collect(), rows };
        let mut out = Vec::new();
        // Dates are refused when the formula is read, so the day does not matter.
        self.formula.numbers(&Frame::of(&table, Day(0)), &mut out);
        out
    }
}
