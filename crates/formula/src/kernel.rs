//! The inner loops: one operation over the rows of a block.

use crate::program::truth::{FALSE, TRUE, UNKNOWN};
use crate::scalar;
use crate::texts::ABSENT;
use crate::typed::{Change, One, Order, Three, Two};
use table::numbers::settle;

/// Rows at a time: the few slots of a formula stay in the first-level cache. Few in tests, so that small
/// tables have several blocks.
pub(crate) const BLOCK: usize = if cfg!(test) { 8 } else { 1_024 };

/// An operand's rows of the block.
#[derive(Clone, Copy, Debug)]
pub(crate) enum View<'a, T> {
    /// One value a row.
    Rows(&'a [T]),
    /// The same for all rows.
    Same(T),
}

impl<T: Copy> View<'_, T> {
    #[inline(always)]
    pub(crate) fn at(&self, row: usize) -> T {
        match self {
            Self::Rows(rows) => rows[row],
            Self::Same(value) => *value,
        }
    }
}

#[inline(always)]
fn map<T: Copy, O>(a: View<'_, T>, out: &mut [O], f: impl Fn(T) -> O) {
    match a {
        View::Rows(a) => out.iter_mut().zip(a).for_each(|(o, &x)| *o = f(x)),
        View::Same(x) => out.iter_mut().for_each(|o| *o = f(x)),
    }
}

#[inline(always)]
fn zip<T: Copy, O>(a: View<'_, T>, b: View<'_, T>, out: &mut [O], f: impl Fn(T, T) -> O) {
    match (a, b) {
        (View::Rows(a), View::Rows(b)) => {
            out.iter_mut().zip(a).zip(b).for_each(|((o, &x), &y)| *o = f(x, y));
        }
        (View::Rows(_), View::Same(y)) => map(a, out, |x| f(x, y)),
        (View::Same(x), _) => map(b, out, |y| f(x, y)),
    }
}

pub(crate) fn one(of: One, a: View<'_, f64>, out: &mut [f64]) {
    match of {
        One::Negate => map(a, out, |x| settle(-x)),
        One::Abs => map(a, out, f64::abs),
        One::Int => map(a, out, |x| settle(x.floor())),
        One::Sqrt => map(a, out, |x| settle(x.sqrt())),
        _ => map(a, out, |x| scalar::one(of, x)),
    }
}

pub(crate) fn two(of: Two, a: View<'_, f64>, b: View<'_, f64>, out: &mut [f64]) {
    match of {
        Two::Add => zip(a, b, out, |x, y| settle(x + y)),
        Two::Subtract => zip(a, b, out, |x, y| settle(x - y)),
        Two::Multiply => zip(a, b, out, |x, y| settle(x * y)),
        Two::Divide => zip(a, b, out, |x, y| settle(x / y)),
        Two::Min => zip(a, b, out, |x, y| scalar::two(Two::Min, x, y)),
        Two::Max => zip(a, b, out, |x, y| scalar::two(Two::Max, x, y)),
        _ => zip(a, b, out, |x, y| scalar::two(of, x, y)),
    }
}

pub(crate) fn three(of: Three, [a, b, c]: [View<'_, f64>; 3], out: &mut [f64]) {
    for (row, o) in out.iter_mut().enumerate() {
        *o = scalar::three(of, a.at(row), b.at(row), c.at(row));
    }
}

pub(crate) fn change(of: Change, now: View<'_, f64>, then: View<'_, f64>, out: &mut [f64]) {
    match of {
        Change::Difference => zip(now, then, out, |x, y| settle(x - y)),
        Change::Rate => zip(now, then, out, |x, y| settle(settle(x - y) / y.abs())),
    }
}

/// A comparison, unknown when either is absent.
pub(crate) fn compare(order: Order, a: View<'_, f64>, b: View<'_, f64>, out: &mut [u8]) {
    #[inline(always)]
    fn truth(x: f64, y: f64, holds: bool) -> u8 {
        (u8::from(holds) * TRUE) | u8::from(x.is_nan() | y.is_nan())
    }
    match order {
        Order::Equal => zip(a, b, out, |x, y| truth(x, y, x == y)),
        Order::NotEqual => zip(a, b, out, |x, y| truth(x, y, (x < y) | (x > y))),
        Order::Less => zip(a, b, out, |x, y| truth(x, y, x < y)),
        Order::AtMost => zip(a, b, out, |x, y| truth(x, y, x <= y)),
        Order::Greater => zip(a, b, out, |x, y| truth(x, y, x > y)),
        Order::AtLeast => zip(a, b, out, |x, y| truth(x, y, x >= y)),
    }
}

pub(crate) fn one_of(a: View<'_, f64>, set: &[f64], out: &mut [u8]) {
    map(a, out, |x| {
        if x.is_nan() {
            UNKNOWN
        } else if set.contains(&x) {
            TRUE
        } else {
            FALSE
        }
    });
}

pub(crate) fn to_truth(a: View<'_, f64>, out: &mut [u8]) {
    compare(Order::NotEqual, a, View::Same(0.0), out);
}

pub(crate) fn to_number(a: View<'_, u8>, out: &mut [f64]) {
    map(a, out, |t| match t {
        FALSE => 0.0,
        TRUE => 1.0,
        _ => f64::NAN,
    });
}

pub(crate) fn and(a: View<'_, u8>, b: View<'_, u8>, out: &mut [u8]) {
    zip(a, b, out, u8::min);
}

pub(crate) fn or(a: View<'_, u8>, b: View<'_, u8>, out: &mut [u8]) {
    zip(a, b, out, u8::max);
}

pub(crate) fn not(a: View<'_, u8>, out: &mut [u8]) {
    map(a, out, |t| TRUE - t);
}

/// `then` where the condition holds, `otherwise` where not, `absent` where it cannot be told.
pub(crate) fn choose<T: Copy>(
    condition: View<'_, u8>,
    then: View<'_, T>,
    otherwise: View<'_, T>,
    absent: T,
    out: &mut [T],
) {
    #[inline(always)]
    fn pick<T: Copy>(t: u8, then: T, otherwise: T, absent: T) -> T {
        let known = if t == TRUE { then } else { otherwise };
        if t == UNKNOWN { absent } else { known }
    }
    let View::Rows(t) = condition else {
        let t = condition.at(0);
        return zip(then, otherwise, out, |x, y| pick(t, x, y, absent));
    };
    let rows = out.iter_mut().zip(t);
    match (then, otherwise) {
        (View::Rows(a), View::Rows(b)) => {
            for (((o, &t), &x), &y) in rows.zip(a).zip(b) {
                *o = pick(t, x, y, absent);
            }
        }
        (View::Rows(a), View::Same(y)) => {
            rows.zip(a).for_each(|((o, &t), &x)| *o = pick(t, x, y, absent));
        }
        (View::Same(x), View::Rows(b)) => {
            rows.zip(b).for_each(|((o, &t), &y)| *o = pick(t, x, y, absent));
        }
        (View::Same(x), View::Same(y)) => {
            rows.for_each(|(o, &t)| *o = pick(t, x, y, absent));
        }
    }
}

pub(crate) fn fill_number(a: View<'_, f64>, b: View<'_, f64>, out: &mut [f64]) {
    zip(a, b, out, |x, y| if x.is_nan() { y } else { x });
}

pub(crate) fn fill_truth(a: View<'_, u8>, b: View<'_, u8>, out: &mut [u8]) {
    zip(a, b, out, |x, y| if x == UNKNOWN { y } else { x });
}

pub(crate) fn fill_text(a: View<'_, u32>, b: View<'_, u32>, out: &mut [u32]) {
    zip(a, b, out, |x, y| if x == ABSENT { y } else { x });
}

pub(crate) fn blank_number(a: View<'_, f64>, out: &mut [u8]) {
    map(a, out, |x| if x.is_nan() { TRUE } else { FALSE });
}

pub(crate) fn blank_truth(a: View<'_, u8>, out: &mut [u8]) {
    map(a, out, |x| if x == UNKNOWN { TRUE } else { FALSE });
}

pub(crate) fn blank_text(a: View<'_, u32>, out: &mut [u8]) {
    map(a, out, |x| if x == ABSENT { TRUE } else { FALSE });
}
