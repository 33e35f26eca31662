//! Functions that look at many accounts, at earlier snapshots, or at scores.

use super::Checker;
use crate::function::{Function, Id};
use crate::tree::{Expr, ExprKind, TimeUnit};
use crate::typed::{Aggregate, Back, Change, Node, Rank, Typed};
use crate::{ProblemKind, Span, Type, Unit, nearest};

/// The farthest that one may look back, in snapshots, days or months.
const FARTHEST: f64 = 36_600.0;
/// How deep `PREV` and the like may be nested: each level looks at another snapshot.
const MOST_STEPS: u32 = 6;
/// The most groups of `NTILE`.
const MOST_GROUPS: f64 = 1_000.0;

impl Checker<'_> {
    pub(super) fn over_accounts(
        &mut self,
        function: &Function,
        arguments: &[Expr],
        filter: Option<&Expr>,
    ) -> Typed {
        let name = function.name;
        let wanted = match function.id {
            Id::Count | Id::Distinct => Type::Any,
            Id::CountIf | Id::Rate => Type::Boolean,
            _ => Type::Number,
        };
        let value = arguments.first().map(|a| (self.wanted(a, wanted, name), a.span));
        let filter = filter.map(|f| Box::new(self.wanted(f, Type::Boolean, "WHERE")));
        let unit = value.as_ref().map_or(Unit::Unknown, |(v, _)| v.unit);
        let second = arguments.get(1);
        let value = value.map(|(v, _)| Box::new(v));
        let (of, unit) = match function.id {
            Id::Rank | Id::PercentRank | Id::Ntile | Id::Quartile => {
                let Some(value) = value else { return Typed::blank() };
                let (of, unit) = match function.id {
                    Id::Rank => (Rank::Place, Unit::Count),
                    Id::PercentRank => (Rank::Percent, Unit::Ratio),
                    Id::Quartile => (Rank::Groups(4), Unit::Plain),
                    _ => {
                        let groups = self.constant(second, name, 1.0, Some(MOST_GROUPS));
                        (Rank::Groups(groups as u32), Unit::Plain)
                    }
                };
                return Typed::new(Type::Number, unit, Node::Rank { of, value, filter });
            }
            Id::Count => (Aggregate::Count, Unit::Count),
            Id::CountIf => {
                // accounts where it holds: counted as a filter
                let held = value.into_iter().chain(filter).map(|b| *b).collect();
                let filter = Some(Box::new(Typed::boolean(Node::And(held))));
                let node = Node::Aggregate { of: Aggregate::Count, value: None, filter };
                return Typed::new(Type::Number, Unit::Count, node);
            }
            Id::Sum => (Aggregate::Sum, if unit == Unit::Plain { Unit::Count } else { unit }),
            Id::Average => {
                (Aggregate::Average, if unit == Unit::Plain { Unit::Ratio } else { unit })
            }
            Id::Median => (Aggregate::Median, unit),
            Id::Min => (Aggregate::Min, unit),
            Id::Max => (Aggregate::Max, unit),
            Id::Percentile => {
                (Aggregate::Percentile(self.constant(second, name, 0.0, Some(1.0))), unit)
            }
            Id::Rate => (Aggregate::Rate, Unit::Ratio),
            _ => (Aggregate::Distinct, Unit::Count),
        };
        Typed::new(Type::Number, unit, Node::Aggregate { of, value, filter })
    }

    /// `PREV`, `CHANGE` and `CHANGERATE`.
    pub(super) fn over_time(&mut self, function: &Function, arguments: &[Expr]) -> Typed {
        let name = function.name;
        let back = arguments.get(1).map_or(Back::Snapshots(1), |b| self.back(b, name));
        let wanted = if function.id == Id::Prev { Type::Any } else { Type::Number };
        if self.time_depth >= MOST_STEPS {
            return self.error(arguments[0].span, ProblemKind::TooDeep);
        }
        self.time_depth += 1;
        let now = self.wanted(&arguments[0], wanted, name);
        self.time_depth -= 1;
        let (ty, unit, now) = (now.ty, now.unit, Box::new(now));
        match function.id {
            Id::Prev => Typed::new(ty, unit, Node::Earlier(back, now)),
            Id::Change => {
                Typed::new(Type::Number, unit, Node::Change(Change::Difference, back, now))
            }
            _ => Typed::new(Type::Number, Unit::Ratio, Node::Change(Change::Rate, back, now)),
        }
    }

    /// How far back: a duration, or a number of snapshots.
    fn back(&mut self, expr: &Expr, name: &str) -> Back {
        let (count, back): (f64, fn(f64) -> Back) = match &expr.kind {
            ExprKind::Duration { count, unit } => match unit {
                TimeUnit::Days => (*count, |n| Back::Days(n as i32)),
                TimeUnit::Weeks => (*count * 7.0, |n| Back::Days(n as i32)),
                TimeUnit::Months => (*count, |n| Back::Months(n as i32)),
                TimeUnit::Years => (*count * 12.0, |n| Back::Months(n as i32)),
            },
            _ => (self.constant(Some(expr), name, 1.0, Some(FARTHEST)), |n| {
                Back::Snapshots(n as u32)
            }),
        };
        if !(1.0..=FARTHEST).contains(&count) {
            self.out_of_range(expr.span, name, 1.0, Some(FARTHEST));
        }
        back(count)
    }

    /// The number that must be written there as a constant within a range.
    fn constant(&mut self, expr: Option<&Expr>, name: &str, least: f64, most: Option<f64>) -> f64 {
        let Some(expr) = expr else { return least };
        let typed = self.wanted(expr, Type::Number, name);
        match typed.constant() {
            Some(n) if n >= least && most.is_none_or(|m| n <= m) => n,
            Some(_) => {
                self.out_of_range(expr.span, name, least, most);
                least
            }
            None => {
                // when it is wrong in itself, that has been told
                if typed.node != Node::Blank {
                    let function = name.to_owned();
                    self.problem(expr.span, ProblemKind::NotConstant { function });
                }
                least
            }
        }
    }

    fn out_of_range(&mut self, span: Span, function: &str, least: f64, most: Option<f64>) {
        let function = function.to_owned();
        self.problem(span, ProblemKind::OutOfRange { function, least, most });
    }

    pub(super) fn score_term(
        &mut self,
        function: &Function,
        at: Span,
        arguments: &[Expr],
    ) -> Typed {
        if !self.environment.scores {
            return self.error(at, ProblemKind::NoScoreHere);
        }
        let (node, unit) = match (function.id, arguments) {
            (Id::Score, _) => (Node::Score, Unit::Points),
            (Id::Level, _) => (Node::Level, Unit::Unknown),
            (_, [Expr { kind: ExprKind::Text(name), span }]) => {
                let measures = &self.environment.measures;
                if !measures.contains(name) {
                    let candidates = nearest(name, measures.iter().map(String::as_str));
                    let name = name.clone();
                    return self.error(*span, ProblemKind::UnknownMeasure { name, candidates });
                }
                (Node::Points(name.clone()), Unit::Points)
            }
            _ => {
                let span = arguments.first().map_or(at, |a| a.span);
                let function = function.name.to_owned();
                return self.error(span, ProblemKind::NotConstant { function });
            }
        };
        Typed::new(Type::Number, unit, node)
    }
}
