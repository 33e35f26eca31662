//! Figures from cells of a spreadsheet.

use crate::parts::parse_number;
use kpi::Typed;
use table::Day;

/// The figures of pasted cells: `date<Tab>figure` in each line, or figures alone, which go to `dates`
/// from the one in `row` on. A line that is neither is passed over. Figures are divided by `scale`.
pub fn pasted(cells: &str, dates: &[Day], row: usize, scale: f64, sign: &str) -> Vec<Typed> {
    let mut next = row;
    let mut found = Vec::new();
    for line in cells.lines() {
        let mut cells = line.split('\t').map(str::trim);
        let (Some(first), second) = (cells.next(), cells.next()) else { continue };
        let number = |cell: &str| parse_number(cell, sign).map(|v| v / scale);
        match (date(first), second.and_then(number), number(first)) {
            (Some(date), Some(value), _) => found.push(Typed { date, value }),
            (None, None, Some(value)) => {
                if let Some(date) = dates.get(next) {
                    found.push(Typed { date: *date, value });
                }
                next += 1;
            }
            _ => {}
        }
    }
    found
}

/// A day in digits, year first: `2026-11-21`, `2026/11/21`, `2026年11月21日`.
pub fn date(text: &str) -> Option<Day> {
    let digits = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let plain: String = text.trim().chars().map(digits).collect();
    let mut parts = plain.split(['-', '/', '.', '年', '月', '日']).filter(|p| !p.is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What was typed, with these figures instead (or without one, where it is `None`), by date.
pub fn put(typed: &[Typed], new: &[(Day, Option<f64>)]) -> Vec<Typed> {
    let mut all: Vec<Typed> =
        typed.iter().filter(|t| !new.iter().any(|n| n.0 == t.date)).copied().collect();
    for (at, (date, value)) in new.iter().enumerate() {
        let last = !new[at + 1..].iter().any(|n| n.0 == *date);
        if let Some(value) = value.filter(|v| v.is_finite() && last) {
            all.push(Typed { date: *date, value });
        }
    }
    table::order::sort_by_key(&mut all, |t| t.date);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_figures() {
        let day = |m, d| Day::from_ymd(2026, m, d).unwrap();
        let dates = [day(1, 5), day(1, 12), day(1, 19)];
        let of = |cells, row| {
            let found = pasted(cells, &dates, row, 100.0, "%");
            found.iter().map(|t| (t.date, t.value)).collect::<Vec<_>>()
        };
        assert_eq!(of("50%\n60%\n70\n80", 1), [(day(1, 12), 0.5), (day(1, 19), 0.6)]);
        assert_eq!(of("日付\t継続率\n2026/2/1\t９５％\n", 0), [(day(2, 1), 0.95)]);
        assert_eq!(of("2026年3月2日\t90", 0), [(day(3, 2), 0.9)]);
        assert_eq!(of("x", 0), []);
    }

    #[test]
    fn one_figure_a_date() {
        let day = |d| Day::from_ymd(2026, 1, d).unwrap();
        let old = [Typed { date: day(5), value: 1.0 }, Typed { date: day(9), value: 2.0 }];
        let all = put(&old, &[(day(7), Some(3.0)), (day(5), None), (day(7), Some(4.0))]);
        let all: Vec<_> = all.iter().map(|t| (t.date, t.value)).collect();
        assert_eq!(all, [(day(7), 4.0), (day(9), 2.0)]);
    }
}
