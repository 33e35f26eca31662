//! The formulas that most nodes have, plain arithmetic, as a small tree of their own: they are worked
//! out a million times in a simulation.

use formula::{Binary, Expr, ExprKind, Unary};
use table::numbers::settle;

/// Rows at a time; every operator on the way down holds as many.
const BLOCK: usize = 256;

/// Arithmetic over inputs. Whatever is not finite becomes absent at once, as `formula` has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Calc {
    Number(f64),
    Input(usize),
    Negate(Box<Calc>),
    Two(Operator, Box<[Calc; 2]>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl Calc {
    /// The formula as arithmetic; `None` where there is more to it. `input` tells what a name is.
    pub(crate) fn of(expr: &Expr, input: &dyn Fn(&str) -> Option<usize>) -> Option<Self> {
        let two = |operator, a: Self, b: Self| Self::Two(operator, Box::new([a, b]));
        match &expr.kind {
            ExprKind::Number(n) => Some(Self::Number(*n)),
            ExprKind::Name { name, .. } => input(name).map(Self::Input),
            ExprKind::Unary { operator, of } => {
                let of = Self::of(of, input)?;
                match operator {
                    Unary::Plus => Some(of),
                    Unary::Minus => Some(Self::Negate(Box::new(of))),
                    Unary::Percent => Some(two(Operator::Divide, of, Self::Number(100.0))),
                    Unary::Not => None,
                }
            }
            ExprKind::Binary { operator, left, right } => {
                let operator = match operator {
                    Binary::Add => Operator::Add,
                    Binary::Subtract => Operator::Subtract,
                    Binary::Multiply => Operator::Multiply,
                    Binary::Divide => Operator::Divide,
                    _ => return None,
                };
                Some(two(operator, Self::of(left, input)?, Self::of(right, input)?))
            }
            _ => None,
        }
    }

    /// The result; `NaN` is absent.
    pub(crate) fn value(&self, inputs: &[f64]) -> f64 {
        match self {
            Self::Number(n) => *n,
            Self::Input(at) => inputs.get(*at).copied().unwrap_or(f64::NAN),
            Self::Negate(of) => -of.value(inputs),
            Self::Two(operator, of) => operator.apply(of[0].value(inputs), of[1].value(inputs)),
        }
    }

    /// The results for a column an input.
    pub(crate) fn column(&self, inputs: &[&[f64]], out: &mut [f64]) {
        for (block, out) in out.chunks_mut(BLOCK).enumerate() {
            self.block(inputs, block * BLOCK, out);
        }
    }

    fn block(&self, inputs: &[&[f64]], from: usize, out: &mut [f64]) {
        match self {
            Self::Number(n) => out.fill(*n),
            Self::Input(at) => match inputs.get(*at).and_then(|i| i.get(from..from + out.len())) {
                Some(rows) => out.copy_from_slice(rows),
                None => out.fill(f64::NAN),
            },
            Self::Negate(of) => {
                of.block(inputs, from, out);
                out.iter_mut().for_each(|x| *x = -*x);
            }
            Self::Two(operator, of) => {
                let mut right = [0.0; BLOCK];
                let right = &mut right[..out.len()];
                of[0].block(inputs, from, out);
                of[1].block(inputs, from, right);
                operator.apply_all(out, right);
            }
        }
    }

    /// As Σ weight · input + constant: the weight of each of so many inputs. `None` when it is anything
    /// else.
    pub(crate) fn weights(&self, inputs: usize) -> Option<Vec<f64>> {
        self.linear(inputs).map(|mut l| {
            l.truncate(inputs);
            l
        })
    }

    /// The weights, and the constant after them.
    fn linear(&self, inputs: usize) -> Option<Vec<f64>> {
        let constant = |l: &[f64]| l[..inputs].iter().all(|w| *w == 0.0);
        let scaled = |l: Vec<f64>, by: f64| -> Vec<f64> { l.iter().map(|w| w * by).collect() };
        match self {
            Self::Number(n) => {
                let mut l = vec![0.0; inputs + 1];
                l[inputs] = *n;
                Some(l)
            }
            Self::Input(at) => {
                let mut l = vec![0.0; inputs + 1];
                *l.get_mut(*at).filter(|_| *at < inputs)? = 1.0;
                Some(l)
            }
            Self::Negate(of) => of.linear(inputs).map(|l| scaled(l, -1.0)),
            Self::Two(operator, of) => {
                let (a, b) = (of[0].linear(inputs)?, of[1].linear(inputs)?);
                match operator {
                    Operator::Add => Some(a.iter().zip(&b).map(|(a, b)| a + b).collect()),
                    Operator::Subtract => Some(a.iter().zip(&b).map(|(a, b)| a - b).collect()),
                    Operator::Multiply if constant(&b) => Some(scaled(a, b[inputs])),
                    Operator::Multiply if constant(&a) => Some(scaled(b, a[inputs])),
                    Operator::Divide if constant(&b) && b[inputs] != 0.0 => {
                        Some(a.iter().map(|w| w / b[inputs]).collect())
                    }
                    _ => None,
                }
            }
        }
    }
}

impl Operator {
    #[inline(always)]
    fn apply(self, a: f64, b: f64) -> f64 {
        settle(match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
        })
    }

    fn apply_all(self, out: &mut [f64], right: &[f64]) {
        macro_rules! each {
            ($op:tt) => {
                for (a, b) in out.iter_mut().zip(right) {
                    *a = settle(*a $op *b);
                }
            };
        }
        match self {
            Self::Add => each!(+),
            Self::Subtract => each!(-),
            Self::Multiply => each!(*),
            Self::Divide => each!(/),
        }
    }
}
