//! What is wrong with a formula, or doubtful, and where. The front end puts it into words.

use crate::{Span, Type, Unit};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something wrong or doubtful, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// Where in the text.
    pub span: Span,
    /// What.
    pub kind: ProblemKind,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It can be evaluated, but may not say what was meant.
    Warning,
    /// It cannot be evaluated.
    Error,
}

/// What is wrong or doubtful. Candidates are what may have been meant, the likeliest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// There is nothing but blanks.
    Empty,
    /// The text is longer than [`crate::MAX_BYTES`].
    TooLong,
    /// Expressions are nested deeper than [`crate::MAX_DEPTH`].
    TooDeep,
    /// A quote is opened and not closed.
    UnclosedText,
    /// A bracket is opened and not closed.
    UnclosedName,
    /// `[]`
    EmptyName,
    /// The number is greater than any that can be computed with.
    NumberTooLarge,
    /// A character that means nothing here.
    StrayCharacter(char),
    /// A number, text, column or function should stand here.
    ValueMissing,
    /// Two values stand side by side with no operator between them.
    OperatorMissing,
    /// A parenthesis is opened and not closed.
    ParenthesisMissing,
    /// A parenthesis is closed that was not opened.
    ParenthesisUnopened,
    /// `x BETWEEN a` without `AND b`.
    BetweenWithoutAnd,
    /// `x IN` without a list in parentheses.
    InWithoutList,
    /// No column of that name.
    UnknownColumn {
        /// The name as written.
        name: String,
        /// Names that exist.
        candidates: Vec<String>,
    },
    /// Several columns have that name but for case and width, none exactly.
    AmbiguousColumn {
        /// The name as written.
        name: String,
        /// Those columns.
        candidates: Vec<String>,
    },
    /// No function of that name.
    UnknownFunction {
        /// The name as written.
        name: String,
        /// Names that exist.
        candidates: Vec<String>,
    },
    /// No measure of that name.
    UnknownMeasure {
        /// The name as written.
        name: String,
        /// Names that exist.
        candidates: Vec<String>,
    },
    /// Scores, levels and points are not known where this formula is used.
    NoScoreHere,
    /// Too few or too many arguments.
    ArgumentCount {
        /// The function's name; its signature is [`crate::Function::signature`].
        function: String,
        /// How many there are.
        found: u32,
        /// The fewest it takes.
        least: u32,
        /// The most it takes; `None` is any number.
        most: Option<u32>,
    },
    /// A value of the wrong type.
    WrongType {
        /// The function's name or the operator that wants it.
        wanted_by: String,
        /// What is wanted.
        wanted: Type,
        /// What is there.
        found: Type,
    },
    /// Two values of types that cannot be compared, or chosen between.
    TypesDiffer {
        /// The left one's type.
        left: Type,
        /// The right one's type.
        right: Type,
    },
    /// The text is no day in the form `2026-11-21`.
    NotADate(String),
    /// The value must be written as a constant here.
    NotConstant {
        /// The function's name.
        function: String,
    },
    /// `WHERE` in a function that does not look at many accounts.
    WhereNotHere {
        /// The function's name; `None` outside of any.
        function: Option<String>,
    },
    /// Months and years have no fixed number of days: only `PREV` and the like take them.
    MonthsNotHere,
    /// A number that is out of the range that makes sense.
    OutOfRange {
        /// The function's name.
        function: String,
        /// The least value that makes sense.
        least: f64,
        /// The greatest, if there is one.
        most: Option<f64>,
    },
    /// Warning: values of different units are compared, added or chosen between.
    MixedUnits {
        /// The operator, or `None` in a function.
        operator: Option<String>,
        /// The left one's unit.
        left: Unit,
        /// The right one's unit.
        right: Unit,
    },
    /// Warning: no account has this text in the column.
    NeverOccurs {
        /// The column.
        column: String,
        /// The text.
        text: String,
        /// Texts that occur.
        candidates: Vec<String>,
    },
    /// Warning: dividing by zero is always absent.
    DivisionByZero,
}

impl ProblemKind {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::MixedUnits { .. } | Self::NeverOccurs { .. } | Self::DivisionByZero => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }

    /// What may have been meant, the likeliest first; empty when nothing comes near.
    #[must_use]
    pub fn candidates(&self) -> &[String] {
        match self {
            Self::UnknownColumn { candidates, .. }
            | Self::AmbiguousColumn { candidates, .. }
            | Self::UnknownFunction { candidates, .. }
            | Self::UnknownMeasure { candidates, .. }
            | Self::NeverOccurs { candidates, .. } => candidates,
            _ => &[],
        }
    }
}

impl Problem {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// In plain English, for those who have no words of their own.
impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the formula is empty")?,
            Self::TooLong => write!(f, "longer than {} bytes", crate::MAX_BYTES)?,
            Self::TooDeep => write!(f, "nested deeper than {} levels", crate::MAX_DEPTH)?,
            Self::UnclosedText => f.write_str("the quote is not closed")?,
            Self::UnclosedName => f.write_str("the bracket is not closed")?,
            Self::EmptyName => f.write_str("no name stands in the brackets")?,
            Self::NumberTooLarge => f.write_str("the number is too large")?,
            Self::StrayCharacter(c) => write!(f, "`{c}` means nothing here")?,
            Self::ValueMissing => f.write_str("a value is missing here")?,
            Self::OperatorMissing => f.write_str("an operator is missing here")?,
            Self::ParenthesisMissing => f.write_str("the parenthesis is not closed")?,
            Self::ParenthesisUnopened => f.write_str("no parenthesis was opened")?,
            Self::BetweenWithoutAnd => f.write_str("BETWEEN needs `low AND high`")?,
            Self::InWithoutList => f.write_str("IN needs a list in parentheses")?,
            Self::UnknownColumn { name, .. } => write!(f, "no column `{name}`")?,
            Self::AmbiguousColumn { name, .. } => write!(f, "more than one column is `{name}`")?,
            Self::UnknownFunction { name, .. } => write!(f, "no function `{name}`")?,
            Self::UnknownMeasure { name, .. } => write!(f, "no measure `{name}`")?,
            Self::NoScoreHere => f.write_str("scores are not known here")?,
            Self::ArgumentCount { function, found, least, most } => {
                let range = match most {
                    Some(most) if most == least => least.to_string(),
                    Some(most) => format!("{least} to {most}"),
                    None => format!("at least {least}"),
                };
                write!(f, "{function} takes {range} arguments, not {found}")?;
            }
            Self::WrongType { wanted_by, wanted, found } => {
                write!(f, "{wanted_by} wants {}, not {}", wanted.name(), found.name())?;
            }
            Self::TypesDiffer { left, right } => {
                write!(f, "{} and {} do not go together", left.name(), right.name())?;
            }
            Self::NotADate(text) => write!(f, "`{text}` is no date like 2026-11-21")?,
            Self::NotConstant { function } => write!(f, "{function} wants a constant here")?,
            Self::WhereNotHere { function: Some(function) } => {
                write!(f, "{function} takes no WHERE")?;
            }
            Self::WhereNotHere { function: None } => {
                f.write_str("WHERE stands only in functions that look at many accounts")?;
            }
            Self::MonthsNotHere => {
                f.write_str("months and years have no fixed length: use EDATE")?
            }
            Self::OutOfRange { function, least, most } => {
                write!(f, "{function} wants a number from {least}")?;
                if let Some(most) = most {
                    write!(f, " to {most}")?;
                }
            }
            Self::MixedUnits { left, right, .. } => {
                write!(f, "{} and {} are different units", left.name(), right.name())?;
            }
            Self::NeverOccurs { column, text, .. } => {
                write!(f, "`{text}` does not occur in `{column}`")?;
            }
            Self::DivisionByZero => f.write_str("dividing by zero is always absent")?,
        }
        match self.candidates() {
            [] => Ok(()),
            [first, ..] => write!(f, ": did you mean `{first}`?"),
        }
    }
}

#[cfg(test)]
mod tests;
