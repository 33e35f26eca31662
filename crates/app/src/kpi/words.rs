//! Figures, statuses and changes in words.

use crate::parts::IconName;
use crate::parts::{Mark, problem_mark, type_words};
use crate::text::{Language, Text};
use kpi::{Change, Evidence, NodeProblem, Operator, Status, Tree, Trend, Unit};
use std::rc::Rc;

/// From here on figures are written shorter: 12,3 million.
const LONG: f64 = 1e7;

/// A figure in its unit; a dash for an absent one.
pub fn figure(text: &Text, value: f64, unit: &Unit) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = |n: &str| match unit {
        Unit::Other(name) if !name.is_empty() => {
            text.with("kpi-with-unit", &[("n", n.into()), ("unit", name.as_str().into())])
        }
        _ => n.to_owned().into(),
    };
    match unit {
        Unit::Percent => text.percent(value, share_decimals(value)),
        Unit::Days => text.with("kpi-days", &[("n", text.short(value, 1).into())]).to_string(),
        Unit::Points => text.short(value, 1),
        Unit::Ratio => text.short(value, 3),
        _ => plain(&long(text, value)).to_string(),
    }
}

/// A difference with its sign; of percents in points.
pub fn difference(text: &Text, value: f64, unit: &Unit) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    match unit {
        Unit::Percent => {
            let points = value.abs() * 100.0;
            // as many decimals as tell a small change from none
            let decimals = [0.1, 0.01, 0.001].iter().filter(|least| points < **least).count() + 1;
            let points = text.signed(value * 100.0, decimals);
            text.with("kpi-points", &[("n", points.into())]).to_string()
        }
        _ => {
            let plain = figure(text, value.abs(), unit);
            let nothing = plain.chars().all(|c| !c.is_ascii_digit() || c == '0');
            let sign = if nothing {
                "±"
            } else if value < 0.0 {
                "−"
            } else {
                "+"
            };
            format!("{sign}{plain}")
        }
    }
}

/// As [`figure`], short enough for a card: from a million on in round numbers.
pub fn figure_in_brief(text: &Text, value: f64, unit: &Unit) -> String {
    const BRIEF: f64 = 1e6;
    match unit {
        Unit::Count | Unit::Money if (BRIEF..LONG).contains(&value.abs()) => scaled(text, value, 2),
        _ => figure(text, value, unit),
    }
}

/// As [`difference`], short enough for a card: from a hundred thousand on in round numbers.
pub fn difference_in_brief(text: &Text, value: f64, unit: &Unit) -> String {
    const BRIEF: f64 = 1e5;
    if value.abs() < BRIEF || !matches!(unit, Unit::Count | Unit::Money) {
        return difference(text, value, unit);
    }
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{}", scaled(text, value.abs(), 1))
}

/// Large figures in thousands of thousands, as the language counts; small ones with decimals.
fn long(text: &Text, value: f64) -> String {
    if value.abs() < LONG {
        let decimals = if value.abs() >= 100.0 || value.fract() == 0.0 { 0 } else { 2 };
        return text.short(value, decimals);
    }
    scaled(text, value, 2)
}

/// With so many decimals below a hundred of the word for the scale, and one fewer from there on.
fn scaled(text: &Text, value: f64, decimals: usize) -> String {
    let scales: &[(f64, &str)] = match text.language() {
        Language::En => &[(1e9, "B"), (1e6, "M"), (1e3, "k")],
        Language::Ja => &[(1e8, "億"), (1e4, "万")],
    };
    let (scale, word) = scales.iter().find(|s| value.abs() >= s.0).copied().unwrap_or((1.0, ""));
    let scaled = value / scale;
    let decimals = if scaled.abs() < 100.0 { decimals } else { decimals - 1 };
    format!("{}{word}", text.short(scaled, decimals))
}

/// As many decimals as tell shares apart: 98.7 %, 0.52 %.
fn share_decimals(value: f64) -> usize {
    if value != 0.0 && value.abs() < 0.01 { 2 } else { 1 }
}

/// The message id and the icon of a status.
pub fn status_words(status: Status) -> (&'static str, Option<IconName>) {
    match status {
        Status::Met => ("kpi-status-met", Some(IconName::Check)),
        Status::Near => ("kpi-status-near", Some(IconName::Info)),
        Status::Missed => ("kpi-status-missed", Some(IconName::Warning)),
        Status::NoTarget => ("kpi-status-no-target", None),
        Status::NoValue => ("kpi-status-no-value", None),
    }
}

/// The name of a status in the style sheet.
pub fn status_name(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::Near => "near",
        Status::Missed => "missed",
        Status::NoTarget | Status::NoValue => "none",
    }
}

/// The name of a trend in the style sheet.
pub fn trend_name(change: Option<Change>) -> &'static str {
    match change.map(|c| c.trend) {
        Some(Trend::Better) => "better",
        Some(Trend::Worse) => "worse",
        _ => "same",
    }
}

/// The sign of an evidence, on lines.
pub fn evidence_sign(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Hypothesis => "?",
        Evidence::Correlated => "≈",
        Evidence::Verified => "✓",
    }
}

/// What is wrong with how a node is known.
pub fn marks(text: &Text, tree: &Tree, problems: &[NodeProblem]) -> Rc<[Mark]> {
    let name = |at: &usize| tree.nodes.get(*at).map(|n| n.name.as_str()).unwrap_or_default();
    let mark = |problem: &NodeProblem| match problem {
        NodeProblem::Formula(problem) => problem_mark(text, problem),
        NodeProblem::OnlyOverAccounts(name) => {
            Mark::whole(text.with("kpi-problem-accounts", &[("name", name.as_str().into())]))
        }
        NodeProblem::NotOneFigure => Mark::whole(text.t("kpi-problem-not-one")),
        NodeProblem::NotANumber(of) => {
            let of = text.t(type_words(*of));
            Mark::whole(text.with("kpi-problem-not-a-number", &[("type", of.into())]))
        }
        NodeProblem::Cycle(way) => {
            let mut names: Vec<&str> = way.iter().map(name).collect();
            names.extend(way.first().map(name));
            Mark::whole(text.with("kpi-problem-cycle", &[("way", names.join(" → ").into())]))
        }
    };
    problems.iter().map(mark).collect()
}

/// The sign of an operator.
pub fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "+",
        Operator::Minus => "−",
        Operator::Times => "×",
        Operator::Over => "÷",
        Operator::Function => "f",
    }
}

/// The message id of an evidence.
pub fn evidence_words(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Hypothesis => "kpi-evidence-hypothesis",
        Evidence::Correlated => "kpi-evidence-correlated",
        Evidence::Verified => "kpi-evidence-verified",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_have_room_for_figures_and_changes() {
        let check = |language, unit: Unit, value, figure: &str, change: &str| {
            let text = Text::new(language);
            let found =
                (figure_in_brief(&text, value, &unit), difference_in_brief(&text, value, &unit));
            assert_eq!((found.0.as_str(), found.1.as_str()), (figure, change), "{value}");
        };
        let (en, ja) = (Language::En, Language::Ja);
        check(en, Unit::Money, 43_600.0, "43,600", "+43,600");
        check(en, Unit::Money, 428_400.0, "428,400", "+428k");
        check(en, Unit::Money, 7_033_800.0, "7.03M", "+7M");
        check(en, Unit::Count, -16_760_616.0, "−16.76M", "−16.8M");
        check(ja, Unit::Money, 428_400.0, "428,400", "+42.8万");
        check(ja, Unit::Money, 7_033_800.0, "703.4万", "+703万");
        check(ja, Unit::Money, 2_514_000_000.0, "25.14億", "+25.1億");
        check(en, Unit::Percent, 0.998, "99.8%", "+99.8 pt");
    }
}
