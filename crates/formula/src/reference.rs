//! The slow, readable evaluator that the fast one is tested against: one account at a time, straight from
//! what the formula means, everything over all accounts worked out anew for each of them.

mod text;

use crate::frame::Frame;
use crate::run::Gathered;
use crate::scalar;
use crate::typed::{Change, Node, Order, Typed};
use crate::{Shape, Type, Value};
use std::cell::RefCell;
use table::numbers::settle;
use table::{Cell, Day};

/// The value for one account of the first moment, and what was read for it.
pub(crate) fn value(typed: &Typed, frame: &Frame<'_>, row: usize) -> (Value, Reads) {
    let reads = RefCell::default();
    let value = match (At { frame, moment: 0, row, reads: &reads }).value(typed) {
        Value::Number(n) if typed.ty == Type::Date => Value::Date(Day(n as i32)),
        value => value,
    };
    (value, reads.into_inner())
}

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Reads {
    /// Columns of moments, each once.
    pub(crate) columns: Vec<(usize, String)>,
    /// A moment was looked for that is not there.
    pub(crate) missed: bool,
}

#[derive(Clone, Copy)]
struct At<'f, 'a> {
    frame: &'f Frame<'a>,
    moment: usize,
    row: usize,
    reads: &'f RefCell<Reads>,
}

/// A number, absent when it is none.
fn number(n: f64) -> Value {
    if n.is_finite() { Value::Number(n + 0.0) } else { Value::Absent }
}

fn boolean(yes: Option<bool>) -> Value {
    yes.map_or(Value::Absent, Value::Boolean)
}

/// Days are numbers in here.
fn as_number(value: &Value) -> f64 {
    match value {
        Value::Number(n) => *n,
        Value::Boolean(b) => f64::from(u8::from(*b)),
        Value::Date(d) => f64::from(d.0),
        Value::Absent | Value::Text(_) => f64::NAN,
    }
}

fn as_truth(value: &Value) -> Option<bool> {
    match value {
        Value::Boolean(b) => Some(*b),
        _ => None,
    }
}

impl At<'_, '_> {
    fn number(&self, typed: &Typed) -> f64 {
        as_number(&self.value(typed))
    }

    fn truth(&self, typed: &Typed) -> Option<bool> {
        as_truth(&self.value(typed))
    }

    fn value(&self, typed: &Typed) -> Value {
        match &typed.node {
            Node::Blank => Value::Absent,
            Node::Number(n) => Value::Number(*n),
            Node::Text(text) => Value::Text(text.clone()),
            Node::Boolean(yes) => Value::Boolean(*yes),
            Node::Column(name) => self.cell(name, typed.ty),
            Node::Today => Value::Number(f64::from(self.frame.moments[self.moment].date.0)),
            Node::Score | Node::Level | Node::Points(_) => self.score(&typed.node),
            Node::One(of, a) => number(scalar::one(*of, self.number(a))),
            Node::Two(of, ab) => number(scalar::two(*of, self.number(&ab[0]), self.number(&ab[1]))),
            Node::Three(of, abc) => {
                let [a, b, c] = abc.each_ref().map(|t| self.number(t));
                number(scalar::three(*of, a, b, c))
            }
            Node::Compare(order, ab) => {
                boolean(in_order(*order, &self.value(&ab[0]), &self.value(&ab[1])))
            }
            Node::Between(all) => {
                let [of, low, high] = all.each_ref().map(|t| self.value(t));
                boolean(and([
                    in_order(Order::AtLeast, &of, &low),
                    in_order(Order::AtMost, &of, &high),
                ]))
            }
            Node::OneOf(of, options) => {
                let of = self.value(of);
                let tests = options.iter().map(|o| in_order(Order::Equal, &of, &self.value(o)));
                boolean(or(tests))
            }
            Node::OneOfNumbers(of, set) => {
                let of = self.number(of);
                boolean((!of.is_nan()).then(|| set.contains(&of)))
            }
            Node::OneOfTexts(of, set) => match self.value(of) {
                Value::Text(text) => Value::Boolean(set.contains(&text)),
                _ => Value::Absent,
            },
            Node::And(parts) => boolean(and(parts.iter().map(|p| self.truth(p)))),
            Node::Or(parts) => boolean(or(parts.iter().map(|p| self.truth(p)))),
            Node::Not(of) => boolean(self.truth(of).map(|yes| !yes)),
            Node::ToNumber(of) => number(self.number(of)),
            Node::ToBoolean(of) => {
                let n = self.number(of);
                boolean((!n.is_nan()).then_some(n != 0.0))
            }
            Node::Choose(cases, last) => {
                self.first_that_holds(cases, last, |test| self.truth(test))
            }
            Node::Switch(subject, cases, last) => {
                let subject = self.value(subject);
                self.first_that_holds(cases, last, |test| {
                    in_order(Order::Equal, &subject, &self.value(test))
                })
            }
            Node::IfBlank(ab) => match self.value(&ab[0]) {
                Value::Absent => self.value(&ab[1]),
                value => value,
            },
            Node::IsBlank(of) => Value::Boolean(self.value(of) == Value::Absent),
            Node::OfText(of, operands) => {
                let values: Vec<Value> = operands.iter().map(|o| self.value(o)).collect();
                text::value(*of, &values)
            }
            Node::Aggregate { of, value, filter } => {
                let mut gathered = Gathered::new(*of);
                for at in self.kept(filter.as_deref()) {
                    match value {
                        None => gathered.account(1),
                        Some(value) => gathered.any(&at.value(value), value.ty),
                    }
                }
                number(gathered.finish())
            }
            Node::Rank { of, value, filter } => {
                let kept: Vec<_> = self.kept(filter.as_deref()).collect();
                let own = self.number(value);
                if own.is_nan() || !kept.iter().any(|at| at.row == self.row) {
                    return Value::Absent;
                }
                let all: Vec<f64> = kept.iter().map(|at| at.number(value)).collect();
                let count = |f: &dyn Fn(f64) -> bool| all.iter().filter(|v| f(**v)).count();
                let (less, equal) = (count(&|v| v < own), count(&|v| v == own));
                number(of.of(less, equal, count(&|v| !v.is_nan())))
            }
            Node::Earlier(back, value) => match self.then(*back, value) {
                Some(then) => then.value(value),
                None => Value::Absent,
            },
            Node::Change(of, back, value) => {
                let now = self.number(value);
                let then = self.then(*back, value).map_or(f64::NAN, |at| at.number(value));
                number(match of {
                    Change::Difference => now - then,
                    Change::Rate => settle(now - then) / then.abs(),
                })
            }
        }
    }

    /// The same account at an earlier moment; for a figure any row will do.
    fn then(&self, back: crate::typed::Back, value: &Typed) -> Option<Self> {
        let Some(moment) = self.frame.earlier(self.moment, back) else {
            self.reads.borrow_mut().missed = true;
            return None;
        };
        if value.shape() < Shape::PerAccount {
            return Some(At { moment, row: 0, ..*self });
        }
        let rows = self.frame.joins.rows(self.moment, moment);
        let row = *rows.get(self.row).filter(|row| **row != Frame::NOT_THERE)?;
        Some(At { moment, row: row as usize, ..*self })
    }

    /// All accounts of the moment for which the filter holds.
    fn kept<'s>(&'s self, filter: Option<&'s Typed>) -> impl Iterator<Item = Self> + 's {
        let all = (0..self.frame.rows(self.moment)).map(|row| At { row, ..*self });
        all.filter(move |at| filter.is_none_or(|f| at.truth(f) == Some(true)))
    }

    fn first_that_holds(
        &self,
        cases: &[[Typed; 2]],
        last: &Typed,
        holds: impl Fn(&Typed) -> Option<bool>,
    ) -> Value {
        for [test, then] in cases {
            match holds(test) {
                Some(true) => return self.value(then),
                Some(false) => {}
                None => return Value::Absent,
            }
        }
        self.value(last)
    }

    fn cell(&self, name: &str, ty: Type) -> Value {
        let table = self.frame.moments[self.moment].table;
        let columns = &mut self.reads.borrow_mut().columns;
        if !columns.iter().any(|(at, column)| *at == self.moment && column == name) {
            columns.push((self.moment, name.to_owned()));
        }
        let cell = table.column(name).map_or(Cell::Absent, |c| c.data.cell(self.row));
        match (cell, ty) {
            (Cell::Text(s), Type::Text) => Value::Text(s.to_owned()),
            (Cell::Integer(n), Type::Number) => Value::Number(n as f64),
            (Cell::Decimal(n), Type::Number) => Value::Number(n),
            (Cell::Boolean(b), Type::Boolean) => Value::Boolean(b),
            (Cell::Boolean(b), Type::Number) => Value::Number(f64::from(u8::from(b))),
            (Cell::Date(d), Type::Date) => Value::Number(f64::from(d.0)),
            _ => Value::Absent,
        }
    }

    fn score(&self, node: &Node) -> Value {
        let Some(scores) = &self.frame.moments[self.moment].scores else { return Value::Absent };
        let all = match node {
            Node::Score => Some(scores.score),
            Node::Level => Some(scores.level),
            Node::Points(name) => {
                scores.points.iter().find(|(n, _)| n == name).map(|(_, points)| *points)
            }
            _ => None,
        };
        all.and_then(|v| v.get(self.row)).map_or(Value::Absent, |n| number(*n))
    }
}

/// FALSE when one is, else absent when one is, else TRUE.
fn and(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let all: Vec<Option<bool>> = parts.into_iter().collect();
    if all.contains(&Some(false)) {
        return Some(false);
    }
    if all.contains(&None) { None } else { Some(true) }
}

fn or(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    and(parts.into_iter().map(|p| p.map(|yes| !yes))).map(|no| !no)
}

/// Absent when either is.
fn in_order(order: Order, a: &Value, b: &Value) -> Option<bool> {
    let found = match (a, b) {
        (Value::Absent, _) | (_, Value::Absent) => return None,
        (Value::Text(a), Value::Text(b)) => a.partial_cmp(b),
        _ => as_number(a).partial_cmp(&as_number(b)),
    }?;
    Some(match order {
        Order::Equal => found.is_eq(),
        Order::NotEqual => found.is_ne(),
        Order::Less => found.is_lt(),
        Order::AtMost => found.is_le(),
        Order::Greater => found.is_gt(),
        Order::AtLeast => found.is_ge(),
    })
}

impl Gathered {
    fn any(&mut self, value: &Value, ty: Type) {
        match ty {
            Type::Text => self.written(match value {
                Value::Text(text) => Some(text),
                _ => None,
            }),
            Type::Boolean => self.truth(match as_truth(value) {
                Some(false) => crate::program::truth::FALSE,
                Some(true) => crate::program::truth::TRUE,
                None => crate::program::truth::UNKNOWN,
            }),
            _ => self.number(as_number(value)),
        }
    }
}
