//! What is known of a column when measures are proposed.

use crate::percentile::sorted_present;
use crate::{candidate, correlation, fate};
use hashbrown::HashSet;
use serde::{Deserialize, Serialize};
use table::numbers::quantile;
use table::{Column, ColumnData, ColumnType, Role, Snapshot, TextColumn};

/// A column, as far as proposing measures needs to know it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnFacts {
    /// The column's name.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// Its type.
    pub column_type: ColumnType,
    /// How many different values, counted up to 1 000.
    pub distinct: u32,
    /// The share of accounts with a value, 0–1.
    pub present: f64,
    /// The 5th percentile, the median and the 95th percentile of its numbers; of the days from it to
    /// the snapshot's date for a date. `None` for text and without values.
    pub spread: Option<Spread>,
    /// The strings of a text column with few of them; else empty.
    pub texts: Vec<String>,
    /// Spearman's ρ with having stayed, where an outcome is known and ρ is more than chance (three
    /// standard errors); for a date, of the days since, for text, of being one of the values that
    /// mean yes.
    pub with_staying: Option<f64>,
}

/// Where the values of a column lie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The 5th percentile.
    pub low: f64,
    /// The median.
    pub middle: f64,
    /// The 95th percentile.
    pub high: f64,
}

/// Rows looked at: every k-th, so that half a million accounts cost no more than these.
const SAMPLE: usize = 20_000;
const DISTINCT: usize = 1_000;
/// A text column with more strings than this is no list of choices.
const CHOICES: usize = 12;

/// The facts of all columns of a snapshot, estimated on at most 20 000 evenly spaced rows. `fates`,
/// where the outcome is known, is one [`fate`] per account.
#[must_use]
pub fn column_facts(snapshot: &Snapshot, fates: Option<&[u8]>) -> Vec<ColumnFacts> {
    let rows = snapshot.table.rows;
    let every = rows.div_ceil(SAMPLE).max(1);
    let stayed: Vec<f64> = (0..rows)
        .step_by(every)
        .map(|row| match fates.and_then(|f| f.get(row)) {
            Some(&fate::RETAINED) => 1.0,
            Some(&fate::CHURNED) => 0.0,
            _ => f64::NAN,
        })
        .collect();
    let roles = snapshot.roles.iter().copied().chain(std::iter::repeat(Role::MeasureInput));
    let columns = snapshot.table.columns.iter().zip(roles);
    columns
        .map(|(column, role)| {
            let sample = sample(column, snapshot, every);
            facts(&column.name, role, &column.data, &sample, &stayed)
        })
        .collect()
}

/// Every k-th value as a number; for text 1 for the values that mean yes, 0 for others.
fn sample(column: &Column, snapshot: &Snapshot, every: usize) -> Vec<f64> {
    let data = &column.data;
    if let ColumnData::Text(text) = data {
        let yes = candidate::affirmative(&column.name, &choices(text));
        let is_yes = |s: &str| f64::from(u8::from(yes.iter().any(|y| y == s)));
        let by_code: Vec<f64> = if yes.is_empty() {
            vec![f64::NAN; text.dictionary.len()]
        } else {
            text.dictionary.iter().map(is_yes).collect()
        };
        let value = |row| text.code(row).map_or(f64::NAN, |code| by_code[code as usize]);
        return (0..text.len()).step_by(every).map(value).collect();
    }
    let mut numbers = vec![f64::NAN; data.len()];
    data.numbers(0..data.len(), &mut numbers);
    let mut sample: Vec<f64> = numbers.into_iter().step_by(every).collect();
    if data.column_type() == ColumnType::Date {
        let date = f64::from(snapshot.date.0);
        sample.iter_mut().for_each(|d| *d = date - *d);
    }
    sample
}

fn facts(name: &str, role: Role, data: &ColumnData, sample: &[f64], stayed: &[f64]) -> ColumnFacts {
    let (distinct, present, texts) = match data {
        ColumnData::Text(text) => {
            let present = (0..text.len()).filter(|&row| text.code(row).is_some()).count();
            let share = present as f64 / text.len().max(1) as f64;
            (text.dictionary.len().min(DISTINCT), share, choices(text))
        }
        _ => {
            let mut seen = HashSet::new();
            let present = sample.iter().filter(|v| !v.is_nan()).count();
            for v in sample.iter().filter(|v| !v.is_nan()) {
                seen.insert(v.to_bits());
                if seen.len() >= DISTINCT {
                    break;
                }
            }
            (seen.len(), present as f64 / sample.len().max(1) as f64, Vec::new())
        }
    };
    ColumnFacts {
        name: name.to_owned(),
        role,
        column_type: data.column_type(),
        distinct: distinct as u32,
        present,
        spread: if data.column_type() == ColumnType::Text { None } else { spread(sample) },
        texts,
        with_staying: with_staying(sample, stayed),
    }
}

/// The strings of a text column with few of them.
fn choices(text: &TextColumn) -> Vec<String> {
    let few = text.dictionary.len() <= CHOICES;
    text.dictionary.iter().filter(|_| few).map(str::to_owned).collect()
}

/// The spread of the finite values; `None` when there are none.
pub(crate) fn spread(values: &[f64]) -> Option<Spread> {
    let sorted = sorted_present(values);
    let at = |q| quantile(&sorted, q);
    (!sorted.is_empty()).then(|| Spread { low: at(0.05), middle: at(0.5), high: at(0.95) })
}

/// Spearman's ρ of the values with having stayed (1) or left (0), when it is more than chance.
pub(crate) fn with_staying(values: &[f64], stayed: &[f64]) -> Option<f64> {
    let pairs = values.iter().zip(stayed).filter(|(v, s)| !(**v + **s).is_nan()).count();
    // under no relation the standard error of ρ is 1 ÷ √(n − 1)
    let chance = 3.0 / (pairs.saturating_sub(1).max(1) as f64).sqrt();
    correlation::spearman(values, stayed).filter(|r| r.abs() > chance)
}
