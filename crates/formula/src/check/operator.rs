//! Operators.

use super::Checker;
use crate::scalar;
use crate::tree::{Binary, Expr, Unary};
use crate::typed::{Node, OfText, One, Order, Three, Two, Typed};
use crate::{ProblemKind, Span, Type, Unit, nearest};

impl Checker<'_> {
    pub(super) fn unary(&mut self, operator: Unary, of: &Expr) -> Typed {
        match operator {
            Unary::Not => {
                let of = self.wanted(of, Type::Boolean, "NOT");
                Typed::boolean(Node::Not(Box::new(of)))
            }
            Unary::Plus => self.wanted(of, Type::Number, "+"),
            Unary::Minus => {
                let of = self.wanted(of, Type::Number, "-");
                let unit = of.unit;
                one(One::Negate, of, Type::Number, unit)
            }
            Unary::Percent => {
                let of = self.wanted(of, Type::Number, "%");
                let hundred = Typed::number(100.0, Unit::Plain);
                two(Two::Divide, of, hundred, Type::Number, Unit::Ratio)
            }
        }
    }

    pub(super) fn binary(
        &mut self,
        operator: Binary,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Typed {
        let order = match operator {
            Binary::And | Binary::Or => {
                let of = vec![
                    self.wanted(left, Type::Boolean, operator.text()),
                    self.wanted(right, Type::Boolean, operator.text()),
                ];
                let is_and = operator == Binary::And;
                return Typed::boolean(if is_and { Node::And(of) } else { Node::Or(of) });
            }
            Binary::Join => {
                let of = vec![self.as_text(left), self.as_text(right)];
                return Typed::text(Node::OfText(OfText::Join, of));
            }
            Binary::Add | Binary::Subtract | Binary::Multiply | Binary::Divide | Binary::Power => {
                return self.arithmetic(operator, left, right, span);
            }
            Binary::Equal => Order::Equal,
            Binary::NotEqual => Order::NotEqual,
            Binary::Less => Order::Less,
            Binary::AtMost => Order::AtMost,
            Binary::Greater => Order::Greater,
            Binary::AtLeast => Order::AtLeast,
        };
        let a = self.expr(left);
        let b = self.expr(right);
        if matches!(order, Order::Equal | Order::NotEqual) {
            self.occurs(&a, &b, right.span);
            self.occurs(&b, &a, left.span);
        }
        let [a, b] = self.alike_two((a, left.span), (b, right.span));
        self.common_unit(&a, &b, span, Some(operator.text()));
        Typed::boolean(Node::Compare(order, Box::new([a, b])))
    }

    fn arithmetic(&mut self, operator: Binary, left: &Expr, right: &Expr, span: Span) -> Typed {
        let (a, b) = (self.expr(left), self.expr(right));
        let sum = matches!(operator, Binary::Add | Binary::Subtract);
        match (a.ty, b.ty) {
            (Type::Date, Type::Date) if operator == Binary::Subtract => {
                return self.days_between(a, b);
            }
            (Type::Date, _) if sum => {
                let b = self.fit(b, Type::Number, right.span, operator.text());
                let days = match operator {
                    Binary::Add => b,
                    _ => {
                        let unit = b.unit;
                        one(One::Negate, b, Type::Number, unit)
                    }
                };
                return two(Two::AddDays, a, days, Type::Date, Unit::Unknown);
            }
            (_, Type::Date) if operator == Binary::Add => {
                let a = self.fit(a, Type::Number, left.span, operator.text());
                return two(Two::AddDays, b, a, Type::Date, Unit::Unknown);
            }
            _ => {}
        }
        let a = self.fit(a, Type::Number, left.span, operator.text());
        let b = self.fit(b, Type::Number, right.span, operator.text());
        let (of, unit) = match operator {
            Binary::Add => (Two::Add, self.common_unit(&a, &b, span, Some("+"))),
            Binary::Subtract => (Two::Subtract, self.common_unit(&a, &b, span, Some("-"))),
            Binary::Multiply => (Two::Multiply, a.unit.times(b.unit)),
            Binary::Divide => {
                if b.constant() == Some(0.0) {
                    self.problem(right.span, ProblemKind::DivisionByZero);
                }
                (Two::Divide, a.unit.over(b.unit))
            }
            _ => (Two::Power, if a.unit == Unit::Plain { Unit::Plain } else { Unit::Unknown }),
        };
        two(of, a, b, Type::Number, unit)
    }

    pub(super) fn days_between(&mut self, end: Typed, start: Typed) -> Typed {
        two(Two::Subtract, end, start, Type::Number, Unit::Days)
    }

    pub(super) fn between(&mut self, of: &Expr, low: &Expr, high: &Expr, negated: bool) -> Typed {
        let all = [of, low, high].map(|e| (self.expr(e), e.span));
        let Ok(all) = <[Typed; 3]>::try_from(self.alike(all.into())) else {
            return Typed::blank();
        };
        for (end, at) in [(&all[1], low), (&all[2], high)] {
            self.common_unit(&all[0], end, of.span.to(at.span), Some("BETWEEN"));
        }
        negate(Typed::boolean(Node::Between(Box::new(all))), negated)
    }

    /// A set where all options are constants, else a chain of comparisons.
    pub(super) fn one_of(&mut self, of: &Expr, options: &[Expr], negated: bool) -> Typed {
        let mut all = vec![(self.expr(of), of.span)];
        for option in options {
            let value = self.expr(option);
            self.occurs(&all[0].0, &value, option.span);
            all.push((value, option.span));
        }
        let mut all = self.alike(all).into_iter();
        let Some(subject) = all.next() else { return Typed::blank() };
        let values: Vec<Typed> = all.collect();
        for (value, option) in values.iter().zip(options) {
            self.common_unit(&subject, value, of.span.to(option.span), Some("IN"));
        }
        let numbers: Vec<f64> = values.iter().filter_map(Typed::constant).collect();
        let texts: Vec<String> = values.iter().filter_map(|v| v.written().cloned()).collect();
        let subject = Box::new(subject);
        let node = if values.is_empty() {
            Node::OneOf(subject, values)
        } else if numbers.len() == values.len() {
            Node::OneOfNumbers(subject, numbers)
        } else if texts.len() == values.len() {
            Node::OneOfTexts(subject, texts)
        } else {
            Node::OneOf(subject, values)
        };
        negate(Typed::boolean(node), negated)
    }

    /// Warns when a text is looked for in a column that nowhere has it.
    pub(super) fn occurs(&mut self, column: &Typed, text: &Typed, span: Span) {
        let (Node::Column(name), Node::Text(text)) = (&column.node, &text.node) else { return };
        let Some(known) = self.environment.columns.iter().find(|c| c.name == *name) else { return };
        if !known.texts.is_empty() && !known.texts.contains(text) {
            let candidates = nearest(text, known.texts.iter().map(String::as_str));
            let (column, text) = (name.clone(), text.clone());
            self.problem(span, ProblemKind::NeverOccurs { column, text, candidates });
        }
    }

    /// A value of any type as text.
    pub(super) fn as_text(&mut self, expr: &Expr) -> Typed {
        let typed = self.expr(expr);
        let of = match typed.ty {
            Type::Text => return typed,
            Type::Any => return Typed { ty: Type::Text, ..typed },
            Type::Number => OfText::FromNumber,
            Type::Date => OfText::FromDate,
            Type::Boolean => OfText::FromBoolean,
        };
        Typed::text(Node::OfText(of, vec![typed]))
    }
}

fn negate(typed: Typed, negated: bool) -> Typed {
    if negated { Typed::boolean(Node::Not(Box::new(typed))) } else { typed }
}

/// The number itself where it can be told now.
fn settled(value: f64, ty: Type, unit: Unit) -> Typed {
    let node = if value.is_nan() { Node::Blank } else { Node::Number(value) };
    Typed::new(ty, unit, node)
}

pub(super) fn one(of: One, a: Typed, ty: Type, unit: Unit) -> Typed {
    match a.constant() {
        Some(x) => settled(scalar::one(of, x), ty, unit),
        None => Typed::new(ty, unit, Node::One(of, Box::new(a))),
    }
}

pub(super) fn two(of: Two, a: Typed, b: Typed, ty: Type, unit: Unit) -> Typed {
    match (a.constant(), b.constant()) {
        (Some(x), Some(y)) => settled(scalar::two(of, x, y), ty, unit),
        _ => Typed::new(ty, unit, Node::Two(of, Box::new([a, b]))),
    }
}

/// All of them in one, as a tree that is no higher than need be.
pub(super) fn reduce(mut all: Vec<Typed>, join: &mut dyn FnMut(Typed, Typed) -> Typed) -> Typed {
    while all.len() > 1 {
        let mut pairs = all.into_iter();
        all = Vec::new();
        while let Some(a) = pairs.next() {
            all.push(match pairs.next() {
                Some(b) => join(a, b),
                None => a,
            });
        }
    }
    all.pop().unwrap_or_else(Typed::blank)
}

pub(super) fn three(of: Three, operands: [Typed; 3], ty: Type, unit: Unit) -> Typed {
    let [a, b, c] = &operands;
    match (a.constant(), b.constant(), c.constant()) {
        (Some(x), Some(y), Some(z)) => settled(scalar::three(of, x, y, z), ty, unit),
        _ => Typed::new(ty, unit, Node::Three(of, Box::new(operands))),
    }
}
