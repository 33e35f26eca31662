//! One cell, as the outside sees it.

use crate::Day;

/// The value of one cell. Absent is its own thing: neither 0 nor "".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing was there, or what was there did not fit and is in the report.
    Absent,
    /// Text, as in the file after unquoting and decoding.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A finite decimal number.
    Decimal(f64),
    /// Yes or no.
    Boolean(bool),
    /// A calendar day.
    Date(Day),
}
