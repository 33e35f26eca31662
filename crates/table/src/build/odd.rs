//! Cells of a column of numbers that are not written as machines write them.

use super::integers::ABSENT;
use crate::{
    DecimalMark,
    diagnostic::DiagnosticKind,
    parse::{self, number::Number},
};

/// Stands for "this is a code" until the column is given up; it is never reported.
pub(super) const CODE: DiagnosticKind = DiagnosticKind::BareQuote;

pub(super) enum Odd {
    Absent,
    Value(Number),
    Misfit(DiagnosticKind),
}

/// A number with leading zeros, where the user demands a number.
pub(super) fn forced(bytes: &[u8], decimal: DecimalMark) -> Odd {
    let mut text = parse::narrow(bytes).unwrap_or_default();
    if decimal == DecimalMark::Comma {
        text = text.replace(',', ".");
    }
    match text.parse::<i64>() {
        Ok(value) if value != ABSENT => Odd::Value(Number::Integer(value)),
        _ => match fast_float2::parse::<f64, _>(&text) {
            Ok(value) if value.is_finite() => Odd::Value(Number::Decimal(value)),
            _ => Odd::Misfit(DiagnosticKind::NotADecimal),
        },
    }
}
