//! Reading one formula.

use super::NodeProblem;
use super::function::{Arithmetic, Named, NodeFunction};
use crate::calc::Calc;
use crate::names::Names;
use crate::operators::{Operator, operators};
use crate::{Tree, Unit};
use formula::{
    Environment, Expr, ExprKind, Group, Id, KnownColumn, Problem, ProblemKind, Severity, Type,
    function,
};

/// What a formula says.
pub(super) struct Reading {
    pub(super) problems: Vec<NodeProblem>,
    pub(super) inputs: Vec<usize>,
    pub(super) operators: Vec<Operator>,
    /// `None` when a problem is an error.
    pub(super) function: Option<NodeFunction>,
}

pub(super) fn read(text: &str, tree: &Tree, names: &Names<'_>) -> Reading {
    let parsed = formula::parse(text);
    let mut found = Found::default();
    parsed.tree.walk(&mut |expr| found.look(expr, names));
    // Names that mean nothing were told of already: to the checker all are known.
    let known = |(name, at): &(String, Option<usize>)| match at {
        Some(at) => known_column(tree, *at, name),
        None => KnownColumn {
            name: name.clone(),
            column_type: Type::Any,
            unit: formula::Unit::Unknown,
            texts: Vec::new(),
            near: Vec::new(),
        },
    };
    let columns = found.names.iter().map(known).collect();
    let checked = formula::check(text, &Environment { columns, ..Environment::default() });
    let mut problems = found.problems;
    problems.extend(checked.problems);
    table::order::sort_by_key(&mut problems, |p| (p.span.start, p.span.end));
    problems.dedup();
    let mut problems: Vec<NodeProblem> = problems.into_iter().map(NodeProblem::Formula).collect();
    problems.extend(found.only_over_accounts.into_iter().map(NodeProblem::OnlyOverAccounts));
    if let Some(formula) = &checked.formula
        && !matches!(formula.result_type(), Type::Number | Type::Any)
    {
        problems.push(NodeProblem::NotANumber(formula.result_type()));
    }
    let whole = problems.iter().all(|p| p.severity() == Severity::Warning);
    let input_of = |name: &str| {
        let place = found.names.iter().find(|n| n.0 == name)?.1?;
        found.inputs.iter().position(|at| *at == place)
    };
    let function =
        checked.formula.filter(|_| whole).map(|formula| match Calc::of(&checked.tree, &input_of) {
            Some(calc) => NodeFunction::Calc(Arithmetic { calc, inputs: found.inputs.len() }),
            None => {
                let names = found.names.iter();
                let names = names.filter_map(|(n, _)| Some((n.clone(), input_of(n)?))).collect();
                NodeFunction::Formula(Box::new(Named { formula, names }))
            }
        });
    let mut used = vec![Operator::Function; found.inputs.len()];
    for (name, operator) in operators(&checked.tree).unwrap_or_default() {
        if let Some(input) = input_of(name) {
            used[input] = operator;
        }
    }
    Reading { problems, inputs: found.inputs, operators: used, function }
}

/// A node as the checker sees it.
pub(super) fn known_column(tree: &Tree, place: usize, name: &str) -> KnownColumn {
    let unit = match tree.nodes[place].body.unit {
        Unit::Count => formula::Unit::Count,
        // Shown in percent, but a share of one all the same.
        Unit::Ratio | Unit::Percent => formula::Unit::Ratio,
        Unit::Money => formula::Unit::Money,
        Unit::Days => formula::Unit::Days,
        Unit::Points => formula::Unit::Points,
        Unit::Other(_) => formula::Unit::Unknown,
    };
    KnownColumn {
        name: name.to_owned(),
        column_type: Type::Number,
        unit,
        texts: Vec::new(),
        near: Vec::new(),
    }
}

/// What a walk over the formula finds.
#[derive(Default)]
struct Found {
    /// Each name once, as written, and its place.
    names: Vec<(String, Option<usize>)>,
    /// Each place once.
    inputs: Vec<usize>,
    problems: Vec<Problem>,
    only_over_accounts: Vec<String>,
}

impl Found {
    fn look(&mut self, expr: &Expr, names: &Names<'_>) {
        match &expr.kind {
            ExprKind::Name { name, .. } => self.name(name, expr, names),
            ExprKind::DaysSince(_) => self.only("DAYS SINCE"),
            ExprKind::Call { name, arguments, filter, .. } => {
                let Some(known) = function(name) else { return };
                let of_accounts = matches!(
                    known.group,
                    Group::Rank | Group::Aggregate | Group::Time | Group::Score
                );
                // MIN and MAX of one thing are over accounts as well.
                let of_one = matches!(known.id, Id::Min | Id::Max)
                    && (arguments.len() == 1 || filter.is_some());
                if of_accounts || of_one || known.id == Id::Today {
                    self.only(known.name);
                }
            }
            _ => {}
        }
    }

    fn only(&mut self, name: &str) {
        if !self.only_over_accounts.iter().any(|n| n == name) {
            self.only_over_accounts.push(name.to_owned());
        }
    }

    fn name(&mut self, name: &str, expr: &Expr, names: &Names<'_>) {
        let known = self.names.iter().find(|n| n.0 == name);
        let place = match known {
            Some((_, Some(_))) => return,
            Some((_, None)) | None => names.place(name),
        };
        match place {
            Ok(place) => {
                self.names.push((name.to_owned(), Some(place)));
                if !self.inputs.contains(&place) {
                    self.inputs.push(place);
                }
            }
            Err(kind) => {
                let is_score = matches!(&kind, ProblemKind::UnknownColumn { .. })
                    && ["score", "level"].iter().any(|word| name.eq_ignore_ascii_case(word));
                if is_score {
                    self.only(&name.to_ascii_lowercase());
                } else {
                    self.problems.push(Problem { span: expr.span, kind });
                }
                if !self.names.iter().any(|n| n.0 == name) {
                    self.names.push((name.to_owned(), None));
                }
            }
        }
    }
}
