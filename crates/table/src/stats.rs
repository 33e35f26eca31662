//! What a column holds, for the Data screen: absent and distinct values, extremes, a histogram, the
//! commonest texts.

mod histogram;

use crate::numbers::sum;
use crate::{ColumnData, Integers, TextColumn};
pub use histogram::Histogram;
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ColumnStats {
    /// All rows.
    pub rows: u64,
    /// Rows without a value.
    pub absent: u64,
    /// Different values, exactly.
    pub distinct: u64,
    /// Of numbers and dates (days since 1970-01-01) and booleans (0, 1); `None` for text and where
    /// nothing is present.
    pub numbers: Option<NumberStats>,
    /// Of text: the commonest values, the commonest first, among equals in alphabetical order.
    pub top: Vec<TopValue>,
}

/// A text and how often it occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopValue {
    /// The text.
    pub text: String,
    /// In how many rows.
    pub count: u64,
}

/// Of the numbers that are present.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberStats {
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
    /// Their mean.
    pub mean: f64,
    /// Their sum.
    pub sum: f64,
    /// How they are spread.
    pub histogram: Histogram,
}

/// What a column holds, with at most `bins` bins in its histogram and at most `top` common texts.
#[must_use]
pub fn stats(data: &ColumnData, bins: usize, top: usize) -> ColumnStats {
    match data {
        ColumnData::Text(text) => of_text(text, top),
        _ => of_numbers(data, bins),
    }
}

fn of_text(text: &TextColumn, top: usize) -> ColumnStats {
    let dictionary = &text.dictionary;
    let mut counts = vec![0u64; dictionary.len()];
    let mut absent = 0;
    for row in 0..text.len() {
        match text.code(row) {
            Some(code) => counts[code as usize] += 1,
            None => absent += 1,
        }
    }
    let distinct = counts.iter().filter(|c| **c > 0).count() as u64;
    let mut order: Vec<u32> =
        (0..counts.len() as u32).filter(|c| counts[*c as usize] > 0).collect();
    let by_count = |a: &u32, b: &u32| {
        let count = |code: &u32| counts[*code as usize];
        count(b).cmp(&count(a)).then_with(|| dictionary.get(*a).cmp(dictionary.get(*b)))
    };
    if order.len() > top && top > 0 {
        order.select_nth_unstable_by(top - 1, by_count);
    }
    order.truncate(top);
    order.sort_unstable_by(by_count);
    let value = |code: &u32| TopValue {
        text: dictionary.get(*code).to_owned(),
        count: counts[*code as usize],
    };
    ColumnStats {
        rows: text.len() as u64,
        absent,
        distinct,
        numbers: None,
        top: order.iter().map(value).collect(),
    }
}

fn of_numbers(data: &ColumnData, bins: usize) -> ColumnStats {
    let rows = data.len();
    let mut values = vec![0.0; rows];
    data.numbers(0..rows, &mut values);
    let whole = !matches!(data, ColumnData::Decimal(_));
    let distinct = match data {
        // beyond 2⁵³ different integers may be one f64
        ColumnData::Integer(Integers::I64(v)) => {
            distinct(v.iter().filter(|x| **x != i64::MIN).map(|x| *x as u64).collect())
        }
        // + 0.0 makes one of the two zeros
        _ => distinct(values.iter().filter(|v| !v.is_nan()).map(|v| (v + 0.0).to_bits()).collect()),
    };
    let histogram = Histogram::of(&values, bins, whole);
    let absent = values.iter().filter(|v| v.is_nan()).count();
    let present = rows - absent;
    let numbers = histogram.map(|histogram| {
        let real = || values.iter().filter(|v| !v.is_nan());
        let sum = sum(real().copied());
        NumberStats {
            min: real().copied().fold(f64::INFINITY, f64::min),
            max: real().copied().fold(f64::NEG_INFINITY, f64::max),
            mean: sum / present as f64,
            sum,
            histogram,
        }
    });
    ColumnStats { rows: rows as u64, absent: absent as u64, distinct, numbers, top: Vec::new() }
}

/// How many different ones.
fn distinct(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values.dedup();
    values.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Codes, Dictionary};

    #[test]
    fn of_integers() {
        let data = ColumnData::Integer(Integers::I8(vec![1, 2, 2, i8::MIN, 10]));
        let got = stats(&data, 10, 3);
        assert_eq!((got.rows, got.absent, got.distinct), (5, 1, 3));
        let numbers = got.numbers.unwrap();
        assert_eq!((numbers.min, numbers.max, numbers.mean, numbers.sum), (1.0, 10.0, 3.75, 15.0));
        assert_eq!(numbers.histogram.counts.iter().sum::<u64>(), 4);
    }

    #[test]
    fn of_text() {
        let mut dictionary = Dictionary::default();
        for s in ["b", "a", "c"] {
            dictionary.push(s);
        }
        let codes = Codes::U8(vec![0, 0, 1, 1, 2, u8::MAX]);
        let got = stats(&ColumnData::Text(TextColumn { codes, dictionary }), 10, 2);
        assert_eq!((got.rows, got.absent, got.distinct), (6, 1, 3));
        let top: Vec<_> = got.top.iter().map(|t| (t.text.as_str(), t.count)).collect();
        assert_eq!(top, [("a", 2), ("b", 2)]);
    }

    #[test]
    fn of_nothing() {
        let got = stats(&ColumnData::Decimal(vec![f64::NAN; 3]), 10, 3);
        assert_eq!((got.absent, got.distinct, got.numbers), (3, 0, None));
        assert_eq!(stats(&ColumnData::Boolean(vec![]), 10, 3).rows, 0);
    }
}
