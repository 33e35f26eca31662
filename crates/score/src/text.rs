//! Text as it is compared: folded, and cells in their ISO form.

use table::Cell;
pub(crate) use table::fold::{contains, fold};

/// A cell as text: numbers in their shortest form, booleans `true` and `false`, dates in ISO 8601.
/// `None` where absent.
pub(crate) fn of_cell(cell: Cell<'_>) -> Option<String> {
    match cell {
        Cell::Absent => None,
        Cell::Text(s) => Some(s.to_owned()),
        Cell::Integer(n) => Some(n.to_string()),
        Cell::Decimal(x) => Some(x.to_string()),
        Cell::Boolean(b) => Some(b.to_string()),
        Cell::Date(d) => Some(d.to_string()),
    }
}

/// A day from `2026-11-21`; `None` for anything else.
pub(crate) fn day(text: &str) -> Option<table::Day> {
    let mut parts = text.splitn(3, '-');
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    table::Day::from_ymd(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
}

/// A boolean from `true` or `false`, or from 1 or 0.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}
