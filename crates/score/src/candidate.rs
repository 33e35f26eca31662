//! Columns, and pairs of columns, as measures that could be proposed.

use crate::normalise::{is_flag, of_facts, plain, plain_step};
use crate::topic::{Topic, is_identifier, topic, without_previous, words};
use crate::{Band, ColumnFacts, Comparison, Condition, Input, Literal, Normaliser};
use table::fold::fold;
use table::{ColumnType, Role};

/// A measure that could be proposed.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) name: String,
    pub(crate) topic: Option<Topic>,
    pub(crate) input: Input,
    pub(crate) normaliser: Normaliser,
    /// Strength of its relation to the outcome, in tenths, so that noise does not reorder columns.
    pub(crate) strength: u8,
}

/// Words that mean yes, and those that bind for longer.
const YES: &[&str] =
    &["yes", "true", "y", "はい", "有", "有り", "あり", "済", "済み", "完了", "done"];
const BOUND: &[&str] = &["year", "annual", "年"];

/// All candidates, in the order of the columns, pairs first.
pub(crate) fn candidates(columns: &[ColumnFacts], as_checks: bool) -> Vec<Candidate> {
    let usable: Vec<&ColumnFacts> = columns.iter().filter(|c| is_usable(c)).collect();
    let mut found = Vec::new();
    if !as_checks {
        found.extend(share_of_licences(&usable));
        found.extend(usable.iter().filter_map(|c| against_previous(c, &usable)));
    }
    found.extend(usable.iter().filter_map(|c| single(c, as_checks)));
    // a tenure that the file has already counted says the same as the date that it began
    if found.iter().any(|c| c.topic == Some(Topic::Tenure) && !is_days_since(c)) {
        for c in found.iter_mut().filter(|c| c.topic == Some(Topic::Tenure) && is_days_since(c)) {
            c.topic = None;
        }
    }
    found
}

fn is_days_since(c: &Candidate) -> bool {
    matches!(c.input, Input::DaysSince(_))
}

/// Never the outcome, its date, or what only identifies; nothing that is empty or always the same.
fn is_usable(c: &ColumnFacts) -> bool {
    let may =
        matches!(c.role, Role::MeasureInput | Role::Revenue | Role::StartDate | Role::Segment);
    may && c.distinct > 1
        && c.present > 0.0
        && !is_identifier(&c.name)
        && subject(c) != Some(Topic::Leaving)
}

/// The topic of a column: its name's, corrected by its role and its kind.
fn subject(c: &ColumnFacts) -> Option<Topic> {
    let by_name = topic(&c.name);
    let says_yes_or_no = is_flag(c) || !affirmative(&c.name, &c.texts).is_empty();
    match (c.role, by_name) {
        (_, Some(Topic::Leaving)) => by_name,
        (Role::StartDate, _) => Some(Topic::Tenure),
        (Role::Revenue, _) => Some(Topic::Value),
        _ if c.column_type == ColumnType::Date => match by_name {
            Some(Topic::Usage | Topic::Recency) => Some(Topic::Recency),
            Some(Topic::Tenure | Topic::Commitment) => Some(Topic::Tenure),
            other => other,
        },
        // "tech support: yes" is a part of the product that they have, not a call for help
        (_, None | Some(Topic::Trouble)) if says_yes_or_no => Some(Topic::Features),
        _ => by_name,
    }
}

fn share_of_licences(columns: &[&ColumnFacts]) -> Option<Candidate> {
    let numeric = |t: Topic| columns.iter().find(|c| subject(c) == Some(t) && is_numeric(c));
    let (users, seats) = (numeric(Topic::ActiveUsers)?, numeric(Topic::Licences)?);
    let normaliser = Normaliser::Linear { worst: 0.1, best: 0.9 };
    Some(ratio(users, seats, Topic::ActiveUsers, normaliser))
}

fn against_previous(c: &ColumnFacts, columns: &[&ColumnFacts]) -> Option<Candidate> {
    if subject(c) != Some(Topic::Previous) || !is_numeric(c) {
        return None;
    }
    let wanted = without_previous(&c.name);
    let now = columns.iter().find(|o| words(&o.name).trim() == wanted && is_numeric(o))?;
    let rises_are_good = subject(now).is_none_or(Topic::higher_is_better);
    let (worst, best) = if rises_are_good { (0.5, 1.2) } else { (1.5, 0.8) };
    Some(ratio(now, c, Topic::Trend, Normaliser::Linear { worst, best }))
}

fn ratio(
    above: &ColumnFacts,
    below: &ColumnFacts,
    topic: Topic,
    normaliser: Normaliser,
) -> Candidate {
    let (numerator, denominator) = (above.name.clone(), below.name.clone());
    Candidate {
        name: format!("{numerator} ÷ {denominator}"),
        topic: Some(topic),
        input: Input::Ratio { numerator, denominator },
        normaliser,
        strength: u8::MAX,
    }
}

fn single(c: &ColumnFacts, as_checks: bool) -> Option<Candidate> {
    let topic = subject(c);
    let (name, input, normaliser) = match c.column_type {
        ColumnType::Text => {
            let values = affirmative(&c.name, &c.texts);
            if values.is_empty() {
                return None;
            }
            let condition = Condition::OneOf { column: c.name.clone(), values };
            (c.name.clone(), Input::Check(condition), of_facts(c, topic))
        }
        _ if as_checks && !is_flag(c) => check(c, topic)?,
        ColumnType::Date => (c.name.clone(), Input::DaysSince(c.name.clone()), of_facts(c, topic)),
        _ => (c.name.clone(), Input::Column(c.name.clone()), of_facts(c, topic)),
    };
    let strength = (c.with_staying.map_or(0.0, f64::abs) * 10.0).round() as u8;
    Some(Candidate { name, topic, input, normaliser, strength })
}

/// Half of the accounts pass: at least the median, or at most where less is better.
fn check(c: &ColumnFacts, topic: Option<Topic>) -> Option<(String, Input, Normaliser)> {
    let s = c.spread?;
    let higher =
        c.with_staying.map_or_else(|| topic.is_none_or(Topic::higher_is_better), |r| r > 0.0);
    let step = plain_step(((s.high - s.low) / 20.0).max(1e-9));
    let cut =
        if c.column_type == ColumnType::Decimal { plain(s.middle, step) } else { s.middle.round() };
    let is_all = if higher { cut <= s.low } else { cut >= s.high };
    let (operator, sign) = match (higher, is_all) {
        (true, false) => (Comparison::AtLeast, '≥'),
        (true, true) => (Comparison::Greater, '>'),
        (false, false) => (Comparison::AtMost, '≤'),
        (false, true) => (Comparison::Less, '<'),
    };
    let name = format!("{} {sign} {cut}", c.name);
    if c.column_type == ColumnType::Date {
        // a condition knows no "days since"; steps over the days do
        let (below, points) = if higher { (0.0, 100.0) } else { (100.0, 0.0) };
        let from = if higher { cut } else { cut + 1.0 };
        let steps = vec![Band { from, points }];
        return Some((name, Input::DaysSince(c.name.clone()), Normaliser::Bands { below, steps }));
    }
    let column = c.name.clone();
    let condition = Condition::Compare { column, operator, value: Literal::Number(cut) };
    Some((name, Input::Check(condition), Normaliser::Check))
}

/// Those of a text column's few values that mean yes; for contracts and plans, failing that, those
/// that bind for a year or more. Empty when there is no such value, or no other.
pub(crate) fn affirmative(name: &str, texts: &[String]) -> Vec<String> {
    let pick = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
        texts.iter().filter(|t| is(&fold(t))).cloned().collect()
    };
    let mut found = pick(&|text| YES.iter().any(|w| text == fold(w)));
    if found.is_empty() && topic(name) == Some(Topic::Commitment) {
        found = pick(&|text| BOUND.iter().any(|w| text.contains(&*fold(w))));
    }
    if found.len() == texts.len() { Vec::new() } else { found }
}

fn is_numeric(c: &ColumnFacts) -> bool {
    matches!(c.column_type, ColumnType::Integer | ColumnType::Decimal)
}
