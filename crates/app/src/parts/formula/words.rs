//! What is wrong with a formula, in words.

use crate::text::{Arg, Text};
use formula::{Parameter, Problem, ProblemKind, Severity, Span, Type};
use std::rc::Rc;
use yew::AttrValue;

/// Something wrong or doubtful, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where; `None` is the whole.
    pub span: Option<Span>,
    /// How bad.
    pub severity: Severity,
    /// What.
    pub words: AttrValue,
    /// Names that may have been meant.
    pub candidates: Rc<[AttrValue]>,
}

impl Mark {
    /// About the whole formula, an error.
    pub fn whole(words: AttrValue) -> Self {
        Self { span: None, severity: Severity::Error, words, candidates: Rc::new([]) }
    }

    /// Whether the formula cannot be worked out.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A problem in words.
pub fn problem_mark(text: &Text, problem: &Problem) -> Mark {
    let candidates = problem.kind.candidates().iter().take(3).map(|c| c.clone().into()).collect();
    let words = words(text, &problem.kind);
    Mark { span: Some(problem.span), severity: problem.severity(), words, candidates }
}

/// The message id of a type.
pub fn type_words(of: Type) -> &'static str {
    match of {
        Type::Number => "formula-type-number",
        Type::Text => "formula-type-text",
        Type::Boolean => "formula-type-boolean",
        Type::Date => "formula-type-date",
        Type::Any => "formula-type-any",
    }
}

/// The message id of a parameter.
pub fn parameter_words(parameter: Parameter) -> String {
    format!("formula-parameter-{}", parameter.name().replace('_', "-"))
}

fn words(text: &Text, kind: &ProblemKind) -> AttrValue {
    let named = |id: &str, name: &str| text.with(id, &[("name", name.into())]);
    let type_of = |of: &Type| Arg::from(text.t(type_words(*of)));
    match kind {
        ProblemKind::Empty => text.t("formula-problem-empty"),
        ProblemKind::TooLong => text.t("formula-problem-too-long"),
        ProblemKind::TooDeep => text.t("formula-problem-too-deep"),
        ProblemKind::UnclosedText => text.t("formula-problem-unclosed-text"),
        ProblemKind::UnclosedName => text.t("formula-problem-unclosed-name"),
        ProblemKind::EmptyName => text.t("formula-problem-empty-name"),
        ProblemKind::NumberTooLarge => text.t("formula-problem-number-too-large"),
        ProblemKind::StrayCharacter(c) => named("formula-problem-stray", &c.to_string()),
        ProblemKind::ValueMissing => text.t("formula-problem-value-missing"),
        ProblemKind::OperatorMissing => text.t("formula-problem-operator-missing"),
        ProblemKind::ParenthesisMissing => text.t("formula-problem-parenthesis-missing"),
        ProblemKind::ParenthesisUnopened => text.t("formula-problem-parenthesis-unopened"),
        ProblemKind::BetweenWithoutAnd => text.t("formula-problem-between"),
        ProblemKind::InWithoutList => text.t("formula-problem-in"),
        ProblemKind::UnknownColumn { name, candidates } => {
            named(did_you_mean("formula-problem-unknown", candidates), name)
        }
        ProblemKind::AmbiguousColumn { name, .. } => named("formula-problem-ambiguous", name),
        ProblemKind::UnknownFunction { name, candidates } => {
            named(did_you_mean("formula-problem-function", candidates), name)
        }
        ProblemKind::UnknownMeasure { name, .. } => named("formula-problem-measure", name),
        ProblemKind::NoScoreHere => text.t("formula-problem-no-score"),
        ProblemKind::ArgumentCount { function, .. } => {
            let called = formula::function(function)
                .map(|f| f.signature_with(|p| text.t(&parameter_words(p)).to_string()));
            named("formula-problem-arguments", &called.unwrap_or_else(|| function.clone()))
        }
        ProblemKind::WrongType { wanted_by, wanted, found } => text.with(
            "formula-problem-type",
            &[
                ("name", wanted_by.as_str().into()),
                ("wanted", type_of(wanted)),
                ("found", type_of(found)),
            ],
        ),
        ProblemKind::TypesDiffer { left, right } => text.with(
            "formula-problem-types-differ",
            &[("left", type_of(left)), ("right", type_of(right))],
        ),
        ProblemKind::NotADate(of) => named("formula-problem-date", of),
        ProblemKind::NotConstant { function } => named("formula-problem-constant", function),
        ProblemKind::WhereNotHere { .. } => text.t("formula-problem-where"),
        ProblemKind::MonthsNotHere => text.t("formula-problem-months"),
        ProblemKind::OutOfRange { function, .. } => named("formula-problem-range", function),
        ProblemKind::MixedUnits { .. } => text.t("formula-problem-units"),
        ProblemKind::NeverOccurs { text: what, .. } => named("formula-problem-never", what),
        ProblemKind::DivisionByZero => text.t("formula-problem-zero"),
    }
}

/// The message that asks whether something else was meant, where there is something.
fn did_you_mean(plain: &'static str, candidates: &[String]) -> &'static str {
    match (plain, candidates.is_empty()) {
        ("formula-problem-unknown", false) => "formula-problem-unknown-meant",
        ("formula-problem-function", false) => "formula-problem-function-meant",
        _ => plain,
    }
}
