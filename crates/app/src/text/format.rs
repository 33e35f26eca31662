//! Numbers and dates by locale. English and Japanese group and point alike.

use super::{Language, Text};
use table::Day;

/// A number with grouped thousands, `least` to `most` decimals, and a real minus sign.
pub(super) fn number(value: f64, least: usize, most: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let fixed = format!("{:.most$}", value.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let kept = fraction.trim_end_matches('0').len().max(least.min(fraction.len()));
    let mut out = String::with_capacity(fixed.len() + 8);
    if value < 0.0 && fixed.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
        out.push('−');
    }
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if kept > 0 {
        out.push('.');
        out.push_str(&fraction[..kept]);
    }
    out
}

impl Text {
    /// A count.
    pub fn integer(&self, n: impl TryInto<i64>) -> String {
        n.try_into().map_or_else(|_| "–".to_owned(), |n| number(n as f64, 0, 0))
    }

    /// A number with exactly so many decimals; "–" for not-a-number.
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        number(value, decimals, decimals)
    }

    /// A number with as many decimals as it needs, at most `most`.
    pub fn short(&self, value: f64, most: usize) -> String {
        number(value, 0, most)
    }

    /// A share of 0–1 as per cent.
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        if share.is_finite() {
            format!("{}%", number(share * 100.0, decimals, decimals))
        } else {
            "–".to_owned()
        }
    }

    /// A share of 0–1 as per cent, with as many decimals as it needs, at most `most`.
    pub fn percent_short(&self, share: f64, most: usize) -> String {
        format!("{}%", number(share * 100.0, 0, most))
    }

    /// A share of 0–1 as whole per cent; what is not quite all or nothing never says that it is:
    /// 99.8%, >99.9%, <0.1%.
    pub fn nearly(&self, share: f64) -> String {
        let rest = share.min(1.0 - share);
        if !(rest > 0.0 && rest < 0.005) {
            self.percent(share, 0)
        } else if rest >= 0.0005 {
            self.percent(share, 1)
        } else if share < 0.5 {
            "<0.1%".to_owned()
        } else {
            ">99.9%".to_owned()
        }
    }

    /// A change with its sign: +1.2, −3.4, ±0.
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        let plain = number(value, decimals, decimals);
        if !value.is_finite() || plain.starts_with('−') {
            plain
        } else if plain.bytes().all(|b| matches!(b, b'0' | b'.')) {
            "±0".to_owned()
        } else {
            format!("+{plain}")
        }
    }

    /// A day: 21 Nov 2026 / 2026年11月21日.
    pub fn date(&self, day: Day) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let (y, m, d) = day.ymd();
        match self.language() {
            Language::En => format!("{d} {} {y}", MONTHS[(m as usize - 1) % 12]),
            Language::Ja => format!("{y}年{m}月{d}日"),
        }
    }

    /// A size: 1.2 MB (10⁶ bytes).
    pub fn bytes(&self, n: u64) -> String {
        let n = n as f64;
        if n < 1e3 {
            format!("{} B", number(n, 0, 0))
        } else if n < 1e6 {
            format!("{} kB", number(n / 1e3, 0, 0))
        } else if n < 1e9 {
            format!("{} MB", number(n / 1e6, 0, 1))
        } else {
            format!("{} GB", number(n / 1e9, 0, 2))
        }
    }
}
