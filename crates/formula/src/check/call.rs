//! Functions that look at one account.

use super::Checker;
use super::operator::{one, reduce, three, two};
use crate::function::{FUNCTIONS, Function, Id, function};
use crate::tree::Expr;
use crate::typed::{Node, OfText, One, Three, Two, Typed};
use crate::{ProblemKind, Span, Type, Unit, nearest};

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        name: &str,
        at: Span,
        arguments: &[Expr],
        filter: Option<&Expr>,
    ) -> Typed {
        let Some(function) = function(name) else {
            let candidates = nearest(name, FUNCTIONS.iter().map(|f| f.name));
            arguments.iter().chain(filter).for_each(|a| drop(self.expr(a)));
            return self
                .error(at, ProblemKind::UnknownFunction { name: name.to_owned(), candidates });
        };
        let (found, least) = (arguments.len(), usize::from(function.least));
        let bare_count = function.id == Id::Count && found == 0;
        let most = if filter.is_some() && function.repeats > 0 { Some(1) } else { function.most() };
        let odd = function.id == Id::Ifs && found < 2;
        if !bare_count && (found < least || most.is_some_and(|m| found > m) || odd) {
            arguments.iter().chain(filter).for_each(|a| drop(self.expr(a)));
            return self.error(
                at,
                ProblemKind::ArgumentCount {
                    function: name.to_owned(),
                    found: found as u32,
                    least: least as u32,
                    most: most.map(|m| m as u32),
                },
            );
        }
        if let (Some(filter), false) = (filter, function.filter) {
            let function = Some(name.to_owned());
            self.problem(filter.span, ProblemKind::WhereNotHere { function });
        }
        if function.filter && !(matches!(function.id, Id::Min | Id::Max) && found > 1) {
            return self.over_accounts(function, arguments, filter);
        }
        self.of_account(function, at, arguments)
    }

    fn of_account(&mut self, function: &Function, at: Span, arguments: &[Expr]) -> Typed {
        let name = function.name;
        match function.id {
            Id::If | Id::Ifs => self.choice(arguments, name),
            Id::Switch => self.switch(arguments),
            Id::And | Id::Or => {
                let of = arguments.iter().map(|a| self.wanted(a, Type::Boolean, name)).collect();
                Typed::boolean(if function.id == Id::And { Node::And(of) } else { Node::Or(of) })
            }
            Id::IsBlank => {
                let of = self.expr(&arguments[0]);
                Typed::boolean(Node::IsBlank(Box::new(of)))
            }
            Id::IfBlank => {
                let spans = [arguments[0].span, arguments[1].span];
                let [a, b] = [self.expr(&arguments[0]), self.expr(&arguments[1])];
                let [a, b] = self.alike_two((a, spans[0]), (b, spans[1]));
                let unit = self.common_unit(&a, &b, spans[0].to(spans[1]), None);
                Typed::new(a.ty, unit, Node::IfBlank(Box::new([a, b])))
            }
            Id::Blank => Typed::blank(),
            Id::Today => Typed::new(Type::Date, Unit::Unknown, Node::Today),
            Id::Concat => {
                let parts = arguments.iter().map(|a| self.as_text(a)).collect();
                reduce(parts, &mut |a, b| Typed::text(Node::OfText(OfText::Join, vec![a, b])))
            }
            Id::Text if arguments.len() == 1 => self.as_text(&arguments[0]),
            Id::Prev | Id::Change | Id::ChangeRate => self.over_time(function, arguments),
            Id::Score | Id::Level | Id::Points => self.score_term(function, at, arguments),
            _ => self.by_signature(function, arguments),
        }
    }

    /// Functions whose arguments are all of known types.
    fn by_signature(&mut self, function: &Function, arguments: &[Expr]) -> Typed {
        use crate::Parameter as P;
        let mut of = Vec::new();
        for (at, argument) in arguments.iter().enumerate() {
            let wanted = match function.parameter(at) {
                Some(P::Text | P::Part) => Type::Text,
                Some(P::Date | P::End | P::StartDate) => Type::Date,
                _ => Type::Number,
            };
            of.push(self.wanted(argument, wanted, function.name));
        }
        let whole = || arguments.iter().map(|a| a.span).reduce(Span::to).unwrap_or_default();
        let unit = of.first().map_or(Unit::Plain, |a| a.unit);
        let mut of = of.into_iter();
        let mut next =
            |otherwise: f64| of.next().unwrap_or_else(|| Typed::number(otherwise, Unit::Plain));
        let text = |of| (Type::Text, of);
        let (ty, of_text) = match function.id {
            Id::Abs => return one(One::Abs, next(0.0), Type::Number, unit),
            Id::Int => return one(One::Int, next(0.0), Type::Number, unit),
            Id::Sqrt => return one(One::Sqrt, next(0.0), Type::Number, Unit::Unknown),
            Id::Ln => return one(One::Ln, next(0.0), Type::Number, Unit::Unknown),
            Id::Log10 => return one(One::Log10, next(0.0), Type::Number, Unit::Unknown),
            Id::Exp => return one(One::Exp, next(0.0), Type::Number, Unit::Unknown),
            Id::Sign => return one(One::Sign, next(0.0), Type::Number, Unit::Plain),
            Id::Year => return one(One::Year, next(0.0), Type::Number, Unit::Plain),
            Id::Month => return one(One::Month, next(0.0), Type::Number, Unit::Plain),
            Id::Day => return one(One::Day, next(0.0), Type::Number, Unit::Plain),
            Id::Weekday => return one(One::Weekday, next(0.0), Type::Number, Unit::Plain),
            Id::Round => return two(Two::Round, next(0.0), next(0.0), Type::Number, unit),
            Id::RoundUp => return two(Two::RoundUp, next(0.0), next(0.0), Type::Number, unit),
            Id::RoundDown => return two(Two::RoundDown, next(0.0), next(0.0), Type::Number, unit),
            Id::Mod => return two(Two::Mod, next(0.0), next(0.0), Type::Number, unit),
            Id::Bin => return two(Two::Bin, next(0.0), next(0.0), Type::Number, unit),
            Id::Power => {
                return two(Two::Power, next(0.0), next(0.0), Type::Number, Unit::Unknown);
            }
            Id::Edate => {
                return two(Two::AddMonths, next(0.0), next(0.0), Type::Date, Unit::Unknown);
            }
            Id::Days => return two(Two::Subtract, next(0.0), next(0.0), Type::Number, Unit::Days),
            Id::Clamp => {
                let of = [next(0.0), next(0.0), next(0.0)];
                self.common_unit(&of[0], &of[1], whole(), None);
                self.common_unit(&of[0], &of[2], whole(), None);
                return three(Three::Clamp, of, Type::Number, unit);
            }
            Id::Date => {
                let of = [next(0.0), next(0.0), next(0.0)];
                return three(Three::Date, of, Type::Date, Unit::Unknown);
            }
            Id::Min | Id::Max => {
                let of_two = if function.id == Id::Min { Two::Min } else { Two::Max };
                return reduce(of.collect(), &mut |a, b| {
                    let unit = self.common_unit(&a, &b, whole(), None);
                    two(of_two, a, b, Type::Number, unit)
                });
            }
            Id::Left | Id::Right => {
                let kind = if function.id == Id::Left { OfText::Left } else { OfText::Right };
                return Typed::text(Node::OfText(kind, vec![next(0.0), next(1.0)]));
            }
            Id::Len => (Type::Number, OfText::Len),
            Id::Value => (Type::Number, OfText::Value),
            Id::Contains => (Type::Boolean, OfText::Contains),
            Id::StartsWith => (Type::Boolean, OfText::StartsWith),
            Id::EndsWith => (Type::Boolean, OfText::EndsWith),
            Id::Mid => text(OfText::Mid),
            Id::Upper => text(OfText::Upper),
            Id::Lower => text(OfText::Lower),
            Id::Trim => text(OfText::Trim),
            _ => text(OfText::FromFixed),
        };
        let unit = match function.id {
            Id::Len => Unit::Count,
            _ => Unit::Unknown,
        };
        Typed::new(ty, unit, Node::OfText(of_text, of.collect()))
    }

    /// `IF` and `IFS`: conditions with values; a value left over at the end is for all else.
    fn choice(&mut self, arguments: &[Expr], name: &str) -> Typed {
        let conditions = arguments.chunks_exact(2).map(|c| self.wanted(&c[0], Type::Boolean, name));
        let conditions: Vec<Typed> = conditions.collect();
        let (ty, unit, mut values) = self.one_type(arguments);
        let last = Box::new(values.pop().unwrap_or_else(Typed::blank));
        let cases = conditions.into_iter().zip(values).map(|(c, v)| [c, v]).collect();
        Typed::new(ty, unit, Node::Choose(cases, last))
    }

    /// `SWITCH(x, a, 1, b, 2, 3)`: 1 where x = a, 2 where x = b, else 3.
    fn switch(&mut self, arguments: &[Expr]) -> Typed {
        let Some((of, rest)) = arguments.split_first() else { return Typed::blank() };
        let subject = self.expr(of);
        let mut tests = vec![(subject, of.span)];
        for case in rest.chunks_exact(2) {
            let test = self.expr(&case[0]);
            self.occurs(&tests[0].0, &test, case[0].span);
            tests.push((test, case[0].span));
        }
        let mut tests = self.alike(tests).into_iter();
        let subject = Box::new(tests.next().unwrap_or_else(Typed::blank));
        let (ty, unit, mut values) = self.one_type(rest);
        let last = Box::new(values.pop().unwrap_or_else(Typed::blank));
        let cases = tests.zip(values).map(|(test, value)| [test, value]).collect();
        Typed::new(ty, unit, Node::Switch(subject, cases, last))
    }

    /// Of pairs, the second ones, then what is left over, else an absent value; all of one type and unit.
    fn one_type(&mut self, pairs: &[Expr]) -> (Type, Unit, Vec<Typed>) {
        let chunks = pairs.chunks_exact(2);
        let last = chunks.remainder();
        let at: Vec<&Expr> = chunks.map(|c| &c[1]).chain(last).collect();
        let mut values: Vec<_> = at.iter().map(|e| (self.expr(e), e.span)).collect();
        if last.is_empty() {
            values.push((Typed::blank(), at.last().map_or(Span::default(), |e| e.span)));
        }
        let values = self.alike(values);
        let mut all: Option<Typed> = None;
        for (value, expr) in values.iter().zip(&at).filter(|(v, _)| v.node != Node::Blank) {
            let unit = match &all {
                None => value.unit,
                Some(before) => {
                    let span = at.first().map_or(expr.span, |first| first.span.to(expr.span));
                    self.common_unit(before, value, span, None)
                }
            };
            all = Some(Typed::new(value.ty, unit, Node::Blank));
        }
        let (ty, unit) = all.map_or((Type::Any, Unit::Unknown), |a| (a.ty, a.unit));
        (ty, unit, values)
    }
}
