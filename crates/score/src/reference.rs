//! The same as the kernels, slow and plain: one account at a time, as the definitions read. Tests
//! hold the kernels against it.

use crate::{
    Comparison, Condition, Distribution, Formulas, Levels, Literal, Scorecard, UNSCORED, text,
    truth,
};
use table::{Cell, Table};

/// Score and coverage of one account; `points` are in the order of the card.
#[must_use]
pub fn score(card: &Scorecard, points: &[Option<f64>]) -> (Option<f64>, f64) {
    let mut points = points.iter();
    let (mut sum, mut weight) = (0.0, 0.0);
    let mut parts: Vec<(f64, f64)> = Vec::new(); // of each dimension: weight, share present
    for d in &card.dimensions {
        let (mut d_sum, mut d_present, mut d_all) = (0.0, 0.0, 0.0);
        for m in &d.measures {
            d_all += m.weight;
            if let Some(p) = points.next().copied().flatten() {
                d_sum += m.weight * p;
                d_present += m.weight;
            }
        }
        if d_all > 0.0 {
            parts.push((d.weight, d_present / d_all));
        }
        if d_present > 0.0 {
            sum += d.weight * d_sum / d_present;
            weight += d.weight;
        }
    }
    let total: f64 = parts.iter().map(|p| p.0).sum();
    let coverage = if total > 0.0 { parts.iter().map(|p| p.0 / total * p.1).sum() } else { 0.0 };
    let scored = weight > 0.0 && coverage >= card.minimum_coverage - 1e-9;
    (scored.then(|| sum / weight), coverage)
}

/// The level of a score: with hysteresis one cut after the other from where the account was, each
/// passed only by so many points.
#[must_use]
pub fn level(score: f64, rule: &Levels, previous: Option<u8>) -> u8 {
    if score.is_nan() {
        return UNSCORED;
    }
    let top = rule.cuts.len();
    let was = previous.map(usize::from).filter(|p| rule.hysteresis_points > 0.0 && *p <= top);
    let Some(mut level) = was else {
        return rule.cuts.iter().filter(|cut| score >= **cut).count() as u8;
    };
    while level < top && score >= rule.cuts[level] + rule.hysteresis_points {
        level += 1;
    }
    while level > 0 && score < rule.cuts[level - 1] - rule.hysteresis_points {
        level -= 1;
    }
    level as u8
}

/// The spread of scores, counted one by one.
#[must_use]
pub fn distribution(scores: &[f64], levels: &[u8], level_count: usize) -> Distribution {
    let mut d = Distribution {
        bins: vec![0; 100],
        levels: vec![0; level_count],
        ..Distribution::default()
    };
    let mut sum = 0.0;
    for (score, level) in scores.iter().zip(levels) {
        if score.is_nan() {
            d.unscored += 1;
            continue;
        }
        d.scored += 1;
        d.bins[(*score as usize).min(99)] += 1;
        d.levels[usize::from(*level)] += 1;
        sum += score;
    }
    d.sum = sum;
    d.mean = (d.scored > 0).then(|| sum / f64::from(d.scored));
    d
}

/// A condition for one account, as a [`truth`] value.
#[must_use]
pub fn condition(
    condition: &Condition,
    table: &Table,
    row: usize,
    blind: &[String],
    formulas: &Formulas<'_>,
) -> u8 {
    let cell = |name: &str| table.column(name).map_or(Cell::Absent, |c| c.data.cell(row));
    match condition {
        Condition::All(parts) => {
            let all: Vec<u8> =
                parts.iter().map(|p| self::condition(p, table, row, blind, formulas)).collect();
            if all.contains(&truth::FALSE) {
                truth::FALSE
            } else if all.contains(&truth::UNKNOWN) {
                truth::UNKNOWN
            } else {
                truth::TRUE
            }
        }
        Condition::Any(parts) => {
            let not = |p: &Condition| Condition::Not(Box::new(p.clone()));
            let all = Condition::All(parts.iter().map(not).collect());
            negate(self::condition(&all, table, row, blind, formulas))
        }
        Condition::Not(part) => negate(self::condition(part, table, row, blind, formulas)),
        Condition::Absent { column } if blind.contains(column) => truth::UNKNOWN,
        Condition::Absent { column } => u8::from(cell(column) == Cell::Absent),
        Condition::OneOf { column, values } => match cell(column) {
            Cell::Absent => truth::UNKNOWN,
            here => u8::from(values.iter().any(|v| is_text(here, v))),
        },
        Condition::Compare { column, operator, value } => compare(cell(column), *operator, value),
        Condition::Formula(text) => formulas(text).get(row).copied().unwrap_or(truth::UNKNOWN),
    }
}

fn negate(value: u8) -> u8 {
    match value {
        truth::TRUE => truth::FALSE,
        truth::FALSE => truth::TRUE,
        unknown => unknown,
    }
}

fn is_text(cell: Cell<'_>, text: &str) -> bool {
    match cell {
        Cell::Absent => false,
        Cell::Text(s) => s == text,
        Cell::Date(d) => text::day(text) == Some(d),
        Cell::Boolean(b) => text::boolean(text) == Some(b),
        Cell::Integer(_) | Cell::Decimal(_) => table::decimal::read(text) == number(cell),
    }
}

fn number(cell: Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Integer(n) => Some(n as f64),
        Cell::Decimal(x) => Some(x),
        Cell::Boolean(b) => Some(f64::from(u8::from(b))),
        Cell::Date(d) => Some(f64::from(d.0)),
        Cell::Absent | Cell::Text(_) => None,
    }
}

fn compare(cell: Cell<'_>, operator: Comparison, value: &Literal) -> u8 {
    use std::cmp::Ordering;
    let order: Option<Ordering> = match (cell, value) {
        (Cell::Absent, _) => None,
        (Cell::Text(s), Literal::Text(t)) => {
            if operator == Comparison::Contains {
                return u8::from(text::contains(s, &text::fold(t)));
            }
            Some(s.cmp(t.as_str()))
        }
        (Cell::Text(s), other) => {
            let t = match other {
                Literal::Number(n) => n.to_string(),
                Literal::Boolean(b) => b.to_string(),
                Literal::Date(d) => d.to_string(),
                Literal::Text(t) => t.clone(),
            };
            return match operator {
                Comparison::Equal => u8::from(s == t),
                Comparison::NotEqual => u8::from(s != t),
                Comparison::Contains => u8::from(text::contains(s, &text::fold(&t))),
                _ => truth::UNKNOWN,
            };
        }
        (Cell::Date(d), Literal::Date(e)) => Some(d.cmp(e)),
        (Cell::Date(d), Literal::Text(t)) => text::day(t).map(|e| d.cmp(&e)),
        (Cell::Date(_), _) | (_, Literal::Date(_)) => None,
        (Cell::Boolean(b), Literal::Text(t)) => text::boolean(t).map(|c| b.cmp(&c)),
        (_, Literal::Text(t)) => {
            table::decimal::read(t).and_then(|t| number(cell)?.partial_cmp(&t))
        }
        (_, Literal::Boolean(b)) => number(cell).and_then(|n| n.partial_cmp(&u8::from(*b).into())),
        (_, Literal::Number(m)) => number(cell).and_then(|n| n.partial_cmp(m)),
    };
    let Some(order) = order else { return truth::UNKNOWN };
    match operator {
        Comparison::Equal => u8::from(order.is_eq()),
        Comparison::NotEqual => u8::from(order.is_ne()),
        Comparison::Less => u8::from(order.is_lt()),
        Comparison::AtMost => u8::from(order.is_le()),
        Comparison::Greater => u8::from(order.is_gt()),
        Comparison::AtLeast => u8::from(order.is_ge()),
        Comparison::Contains => truth::UNKNOWN,
    }
}

/// Mid-rank percentiles by counting, 100 × (less + equal ÷ 2) ÷ n in each segment.
#[must_use]
pub fn percentiles(values: &[Option<f64>], segments: &[u32]) -> Vec<Option<f64>> {
    let peers = |row: usize| {
        values
            .iter()
            .zip(segments)
            .filter(move |(_, s)| **s == segments[row])
            .filter_map(|(v, _)| *v)
    };
    (0..values.len())
        .map(|row| {
            let v = values[row]?;
            let less = peers(row).filter(|p| *p < v).count() as f64;
            let equal = peers(row).filter(|p| *p == v).count() as f64;
            Some(100.0 * (less + equal / 2.0) / peers(row).count() as f64)
        })
        .collect()
}

/// The probability that one of `high` is above one of `low`, ties half, by looking at every pair.
#[must_use]
pub fn auc(high: &[f64], low: &[f64]) -> f64 {
    let wins: f64 = high
        .iter()
        .flat_map(|h| {
            low.iter().map(move |l| {
                if h > l {
                    1.0
                } else if h == l {
                    0.5
                } else {
                    0.0
                }
            })
        })
        .sum();
    wins / (high.len() * low.len()) as f64
}
