//! Types and units of values.

use serde::{Deserialize, Serialize};

/// The type of a value. Every type has absent values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// A finite number.
    Number,
    /// Text.
    Text,
    /// Yes or no.
    Boolean,
    /// A calendar day.
    Date,
    /// Fits everywhere: always absent, or something that has a problem already.
    Any,
}

impl Type {
    /// Its stable name, English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Any => "any",
        }
    }
}

/// The unit of a number. Units are carried along and never change a value; mixing them is a warning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Not known: goes with every unit.
    #[default]
    Unknown,
    /// A bare number such as `2`: takes the unit of what it meets.
    Plain,
    /// So many things.
    Count,
    /// A share, 1 is all of it; `30%` is the ratio 0.3.
    Ratio,
    /// A share, 100 is all of it.
    Percent,
    /// Money in the currency of the files.
    Money,
    /// Days.
    Days,
    /// Points of a score, 0–100.
    Points,
}

impl Unit {
    /// Its stable name, English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Plain => "plain",
            Self::Count => "count",
            Self::Ratio => "ratio",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Days => "days",
            Self::Points => "points",
        }
    }

    /// The unit of a sum, a difference or a choice of two; `None` when they do not mix.
    #[must_use]
    pub fn common(self, other: Self) -> Option<Self> {
        match (self, other) {
            (a, b) if a == b => Some(a),
            (Self::Unknown, _) | (_, Self::Unknown) => Some(Self::Unknown),
            (Self::Plain, unit) | (unit, Self::Plain) => Some(unit),
            _ => None,
        }
    }

    /// The unit of a product.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        match (self, other) {
            (Self::Plain | Self::Ratio, unit) | (unit, Self::Plain | Self::Ratio) => unit,
            // so many times so much
            (Self::Count, Self::Money) | (Self::Money, Self::Count) => Self::Money,
            (Self::Count, Self::Days) | (Self::Days, Self::Count) => Self::Days,
            (Self::Count, Self::Points) | (Self::Points, Self::Count) => Self::Points,
            _ => Self::Unknown,
        }
    }

    /// The unit of a quotient.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        match (self, other) {
            (unit, Self::Plain | Self::Ratio) => unit,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (a, b) if a == b => Self::Ratio,
            // so much for each
            (Self::Money | Self::Days | Self::Points, Self::Count) => self,
            (Self::Money, Self::Days) => Self::Money,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unit::{Count, Days, Money, Percent, Plain, Ratio, Unknown};

    #[test]
    fn sums_want_one_unit() {
        assert_eq!(Count.common(Count), Some(Count));
        assert_eq!(Plain.common(Money), Some(Money));
        assert_eq!(Money.common(Unknown), Some(Unknown));
        assert_eq!(Ratio.common(Percent), None);
        assert_eq!(Money.common(Days), None);
    }

    #[test]
    fn products_and_quotients_make_units() {
        assert_eq!(Count.times(Money), Money);
        assert_eq!(Money.times(Ratio), Money);
        assert_eq!(Plain.times(Days), Days);
        assert_eq!(Money.over(Money), Ratio);
        assert_eq!(Money.over(Count), Money);
        assert_eq!(Count.over(Plain), Count);
        assert_eq!(Count.over(Unknown), Unknown);
    }
}
