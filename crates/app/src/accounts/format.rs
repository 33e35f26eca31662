//! Cells and figures as text.

use crate::text::{Language, Text};
use engine::message::CellValue;

/// A cell in the user's language; absent is an en dash.
pub fn cell(text: &Text, value: &CellValue) -> String {
    match value {
        CellValue::Absent => "–".to_owned(),
        CellValue::Text(s) => s.clone(),
        CellValue::Number(n) => text.short(*n, 2),
        CellValue::Boolean(true) => text.t("accounts-yes").to_string(),
        CellValue::Boolean(false) => text.t("accounts-no").to_string(),
        CellValue::Date(day) => text.date(*day),
    }
}

/// A large amount in three digits or so: 12.3M, 1,234万.
pub fn compact(text: &Text, value: f64) -> String {
    let scales: &[(f64, &str)] = match text.language() {
        Language::En => &[(1e9, "B"), (1e6, "M"), (1e3, "K")],
        Language::Ja => &[(1e12, "兆"), (1e8, "億"), (1e4, "万")],
    };
    for (scale, unit) in scales {
        let scaled = value / scale;
        if scaled.abs() >= 1.0 {
            return format!("{}{unit}", text.short(scaled, usize::from(scaled.abs() < 100.0)));
        }
    }
    text.short(value, 0)
}

/// Numbers rounded to so many decimals such that they still add up to the rounded total: the ones
/// that lose most by rounding down are rounded up (largest remainder).
pub fn add_up(values: &[f64], decimals: i32) -> Vec<f64> {
    let unit = 10f64.powi(-decimals);
    let total = (values.iter().sum::<f64>() / unit).round();
    let mut floors: Vec<f64> = values.iter().map(|v| (v / unit).floor()).collect();
    let mut left = total - floors.iter().sum::<f64>();
    let mut order: Vec<usize> = (0..values.len()).collect();
    let remainder = |i: usize| values[i] / unit - (values[i] / unit).floor();
    table::order::sort_by(&mut order, |a, b| remainder(*b).total_cmp(&remainder(*a)));
    for i in order {
        if left < 0.5 {
            break;
        }
        floors[i] += 1.0;
        left -= 1.0;
    }
    floors.into_iter().map(|f| f * unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_parts_add_up_to_the_rounded_whole() {
        for values in [
            &[12.34, 8.16, 0.05, 22.49][..],
            &[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0],
            &[-3.26, 1.14, -0.04, 0.0],
            &[0.04, 0.04, 0.04],
            &[],
        ] {
            let rounded = add_up(values, 1);
            let (sum, whole): (f64, f64) = (rounded.iter().sum(), values.iter().sum());
            assert!((sum - (whole * 10.0).round() / 10.0).abs() < 1e-9, "{values:?} {rounded:?}");
            for (r, v) in rounded.iter().zip(values) {
                assert!((r - v).abs() < 0.1 + 1e-9, "{values:?} {rounded:?}");
            }
        }
    }

    #[test]
    fn amounts_in_three_digits() {
        let (en, ja) = (Text::new(Language::En), Text::new(Language::Ja));
        for (value, english, japanese) in [
            (12_345_678.0, "12.3M", "1,235万"),
            (999.0, "999", "999"),
            (-54_321.0, "−54.3K", "−5.4万"),
            (1_234_567_890.0, "1.2B", "12.3億"),
        ] {
            assert_eq!(compact(&en, value), english);
            assert_eq!(compact(&ja, value), japanese);
        }
    }
}
