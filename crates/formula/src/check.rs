//! From what was written to what it means: names are looked up, types made to fit, units carried along.

mod call;
mod many;
mod operator;

use crate::environment::{Environment, Meaning};
use crate::tree::{Expr, ExprKind, TimeUnit};
use crate::typed::{Node, Typed};
use crate::{Formula, Problem, ProblemKind, Severity, Span, Type, Unit, parse};

/// A formula that was read and understood, as far as it could be.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was written.
    pub tree: Expr,
    /// What is wrong or doubtful, in the order of the text.
    pub problems: Vec<Problem>,
    /// What can be evaluated; `None` when a problem is an error.
    pub formula: Option<Formula>,
}

/// Reads a formula and finds out what it means.
#[must_use]
pub fn check(text: &str, environment: &Environment) -> Checked {
    let parsed = parse(text);
    let mut checker = Checker { environment, problems: parsed.problems, time_depth: 0 };
    let typed = checker.expr(&parsed.tree);
    let mut problems = checker.problems;
    table::order::sort_by_key(&mut problems, |p| (p.span.start, p.span.end));
    problems.dedup();
    let wrong = problems.iter().any(|p| p.severity() == Severity::Error);
    Checked { tree: parsed.tree, problems, formula: (!wrong).then(|| Formula::new(typed)) }
}

struct Checker<'a> {
    environment: &'a Environment,
    problems: Vec<Problem>,
    /// How many functions of time stand around.
    time_depth: u32,
}

impl Checker<'_> {
    fn problem(&mut self, span: Span, kind: ProblemKind) {
        self.problems.push(Problem { span, kind });
    }

    /// Tells of an error; what stands there then fits everywhere, so that one error does not make others.
    fn error(&mut self, span: Span, kind: ProblemKind) -> Typed {
        self.problem(span, kind);
        Typed::blank()
    }

    fn expr(&mut self, expr: &Expr) -> Typed {
        match &expr.kind {
            ExprKind::Number(n) => Typed::number(*n, Unit::Plain),
            ExprKind::Text(text) => Typed::text(Node::Text(text.clone())),
            ExprKind::Boolean(yes) => Typed::boolean(Node::Boolean(*yes)),
            ExprKind::Duration { count, unit } => match unit {
                TimeUnit::Days => Typed::number(*count, Unit::Days),
                TimeUnit::Weeks => Typed::number(*count * 7.0, Unit::Days),
                TimeUnit::Months | TimeUnit::Years => {
                    self.error(expr.span, ProblemKind::MonthsNotHere)
                }
            },
            ExprKind::Name { name, bracketed } => self.name(name, *bracketed, expr.span),
            ExprKind::Unary { operator, of } => self.unary(*operator, of),
            ExprKind::Binary { operator, left, right } => {
                self.binary(*operator, left, right, expr.span)
            }
            ExprKind::In { of, options, negated } => self.one_of(of, options, *negated),
            ExprKind::Between { of, low, high, negated } => self.between(of, low, high, *negated),
            ExprKind::DaysSince(of) => {
                let date = self.wanted(of, Type::Date, "DAYS SINCE");
                let today = Typed::new(Type::Date, Unit::Unknown, Node::Today);
                self.days_between(today, date)
            }
            ExprKind::Call { name, at, arguments, filter } => {
                self.call(name, at.0, arguments, filter.as_deref())
            }
            // told of already
            ExprKind::Error => Typed::blank(),
        }
    }

    fn name(&mut self, name: &str, bracketed: bool, span: Span) -> Typed {
        let kind = match self.environment.meaning(name, bracketed) {
            Meaning::Column(column) => {
                let node = Node::Column(column.name.clone());
                let unit =
                    if column.column_type == Type::Number { column.unit } else { Unit::Unknown };
                return Typed::new(column.column_type, unit, node);
            }
            Meaning::Score => return Typed::new(Type::Number, Unit::Points, Node::Score),
            Meaning::Level => return Typed::new(Type::Number, Unit::Unknown, Node::Level),
            Meaning::NoScore => ProblemKind::NoScoreHere,
            Meaning::Ambiguous(candidates) => {
                ProblemKind::AmbiguousColumn { name: name.to_owned(), candidates }
            }
            Meaning::Unknown(candidates) => {
                ProblemKind::UnknownColumn { name: name.to_owned(), candidates }
            }
        };
        self.error(span, kind)
    }

    /// An operand of the type that `by` wants.
    fn wanted(&mut self, expr: &Expr, wanted: Type, by: &str) -> Typed {
        let typed = self.expr(expr);
        self.fit(typed, wanted, expr.span, by)
    }

    /// Makes a value fit: a boolean is 0 or 1 as a number, a number is true when it is not 0, a text written
    /// as a day is that day. Everything else is an error.
    fn fit(&mut self, typed: Typed, wanted: Type, span: Span, by: &str) -> Typed {
        match (typed.ty, wanted) {
            (found, wanted) if found == wanted || wanted == Type::Any => typed,
            (Type::Any, _) => Typed { ty: wanted, ..typed },
            (Type::Boolean, Type::Number) => {
                Typed::new(Type::Number, Unit::Plain, Node::ToNumber(Box::new(typed)))
            }
            (Type::Number, Type::Boolean) => Typed::boolean(Node::ToBoolean(Box::new(typed))),
            (Type::Text, Type::Date) if matches!(typed.node, Node::Text(_)) => {
                let Node::Text(text) = typed.node else { return Typed::blank() };
                match crate::text::day(&text) {
                    Some(day) => {
                        Typed::new(Type::Date, Unit::Unknown, Node::Number(f64::from(day.0)))
                    }
                    None => self.error(span, ProblemKind::NotADate(text)),
                }
            }
            (found, _) => {
                let wanted_by = by.to_owned();
                self.error(span, ProblemKind::WrongType { wanted_by, wanted, found })
            }
        }
    }

    /// Makes values fit each other, each given with its place. Empty when they do not. Texts that are written beside
    /// dates are days, and those beside yes and no are what files have for these: `churned = "Yes"`.
    fn alike(&mut self, mut values: Vec<(Typed, Span)>) -> Vec<Typed> {
        if values.iter().any(|(v, _)| v.ty == Type::Boolean) {
            values.iter_mut().for_each(|(value, _)| {
                if let Some(yes) = value.written().and_then(|text| table::yes_or_no(text)) {
                    *value = Typed::boolean(Node::Boolean(yes));
                }
            });
        }
        let is_written = |t: &Typed| matches!(t.node, Node::Text(_));
        let mut common = Type::Any;
        for (value, span) in &values {
            common = match (common, value.ty) {
                (x, y) if x == y => x,
                (Type::Any, x) | (x, Type::Any) => x,
                (Type::Boolean, Type::Number) | (Type::Number, Type::Boolean) => Type::Number,
                (Type::Date, Type::Text) if is_written(value) => Type::Date,
                (Type::Text, Type::Date)
                    if values.iter().all(|(v, _)| v.ty != Type::Text || is_written(v)) =>
                {
                    Type::Date
                }
                (left, right) => {
                    let first = values.first().map_or(*span, |(_, first)| *first);
                    self.problem(first.to(*span), ProblemKind::TypesDiffer { left, right });
                    return Vec::new();
                }
            };
        }
        values.into_iter().map(|(value, span)| self.fit(value, common, span, "")).collect()
    }

    /// As [`Self::alike`], for two; both absent when they do not fit.
    fn alike_two(&mut self, a: (Typed, Span), b: (Typed, Span)) -> [Typed; 2] {
        self.alike(vec![a, b]).try_into().unwrap_or_else(|_| [Typed::blank(), Typed::blank()])
    }

    /// The unit of two numbers that are put together, compared or chosen between.
    fn common_unit(&mut self, a: &Typed, b: &Typed, span: Span, operator: Option<&str>) -> Unit {
        if a.ty != Type::Number || b.ty != Type::Number {
            return Unit::Unknown;
        }
        a.unit.common(b.unit).unwrap_or_else(|| {
            let operator = operator.map(str::to_owned);
            self.problem(span, ProblemKind::MixedUnits { operator, left: a.unit, right: b.unit });
            Unit::Unknown
        })
    }
}

#[cfg(test)]
mod tests;
