//! The functions: one table for parser, type checker, completion and documentation.

mod table;

use crate::lex::same_word;
use serde::{Deserialize, Serialize};
pub use table::FUNCTIONS;

/// One function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Function {
    /// Which.
    pub id: Id,
    /// Its name, in capitals.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// Its parameters in order; all of them, the repeated ones last.
    pub parameters: &'static [Parameter],
    /// The fewest arguments.
    pub least: u8,
    /// How many of the last parameters may be repeated, together; 0 is none.
    pub repeats: u8,
    /// Whether it takes `WHERE`.
    pub filter: bool,
    /// A formula that uses it, over the columns of the documentation's example.
    pub example: &'static str,
}

/// What functions are about; the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Numbers.
    Number,
    /// Yes or no, and choices.
    Logic,
    /// Text.
    Text,
    /// Dates.
    Date,
    /// Absent values.
    Absent,
    /// Where an account stands among all.
    Rank,
    /// One figure for many accounts.
    Aggregate,
    /// Against earlier snapshots.
    Time,
    /// What scorecards gave.
    Score,
}

/// What stands at a place in the parentheses of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parameter {
    /// A number.
    Number,
    /// Another number: a divisor, an exponent, a bound.
    Least,
    /// The greatest number.
    Most,
    /// How many decimal places; may be negative.
    Digits,
    /// What a number is divided by.
    Divisor,
    /// To which power.
    Exponent,
    /// How many.
    Count,
    /// The first place, from 1.
    Start,
    /// A text.
    Text,
    /// A text that is looked for.
    Part,
    /// A value of any type.
    Value,
    /// What comes out instead or otherwise.
    Otherwise,
    /// Yes or no.
    Condition,
    /// A date.
    Date,
    /// A later date.
    End,
    /// An earlier date.
    StartDate,
    /// A calendar year.
    Year,
    /// A month, 1 is January.
    Month,
    /// A day of the month.
    Day,
    /// How many months; may be negative.
    Months,
    /// A share, 0–1; a constant.
    Share,
    /// How many groups; a constant.
    Groups,
    /// How wide a bin is.
    Width,
    /// How far back: `4 weeks`, or so many snapshots; a constant.
    Back,
    /// The name of a measure; a constant text.
    Measure,
}

impl Parameter {
    /// Its stable name, English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Least => "least",
            Self::Most => "most",
            Self::Digits => "digits",
            Self::Divisor => "divisor",
            Self::Exponent => "exponent",
            Self::Count => "count",
            Self::Start => "start",
            Self::Text => "text",
            Self::Part => "part",
            Self::Value => "value",
            Self::Otherwise => "otherwise",
            Self::Condition => "condition",
            Self::Date => "date",
            Self::End => "end",
            Self::StartDate => "start_date",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Months => "months",
            Self::Share => "share",
            Self::Groups => "groups",
            Self::Width => "width",
            Self::Back => "back",
            Self::Measure => "measure",
        }
    }
}

/// The functions by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what docs/formula.md says of the function of that name")]
#[rustfmt::skip]
pub enum Id {
    Abs, Round, RoundUp, RoundDown, Int, Mod, Min, Max, Sqrt, Ln, Log10, Exp, Power, Sign, Clamp,
    If, Ifs, Switch, And, Or,
    Len, Left, Right, Mid, Upper, Lower, Trim, Contains, StartsWith, EndsWith, Concat, Value, Text,
    Date, Year, Month, Day, Weekday, Today, Days, Edate,
    IsBlank, IfBlank, Blank,
    Rank, PercentRank, Ntile, Quartile, Bin,
    Count, CountIf, Sum, Average, Median, Percentile, Rate, Distinct,
    Prev, Change, ChangeRate,
    Score, Level, Points,
}

impl Function {
    /// The most arguments; `None` is any number.
    #[must_use]
    pub fn most(&self) -> Option<usize> {
        (self.repeats == 0).then_some(self.parameters.len())
    }

    /// The parameter that the argument at `position` (0 is first) stands for.
    #[must_use]
    pub fn parameter(&self, position: usize) -> Option<Parameter> {
        let count = self.parameters.len();
        let repeats = usize::from(self.repeats);
        let at = if position < count || repeats == 0 {
            position
        } else {
            count - repeats + (position - count) % repeats
        };
        self.parameters.get(at).copied()
    }

    /// How it is called, with parameters' English names: `ROUND(number, [digits])`.
    #[must_use]
    pub fn signature(&self) -> String {
        self.signature_with(|p| p.name().to_owned())
    }

    /// How it is called, with parameters named by `word`; what may be left out stands in brackets.
    #[must_use]
    pub fn signature_with(&self, word: impl Fn(Parameter) -> String) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (at, parameter) in self.parameters.iter().enumerate() {
            let word = word(*parameter);
            parts.push(if at < usize::from(self.least) { word } else { format!("[{word}]") });
        }
        if self.repeats > 0 {
            parts.push("…".to_owned());
        }
        format!("{}({})", self.name, parts.join(", "))
    }

    /// The name in lower case: the last part of the message ids that describe it.
    #[must_use]
    pub fn key(&self) -> String {
        self.name.to_ascii_lowercase()
    }
}

/// The function of that name, in whatever case and width.
#[must_use]
pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|f| same_word(name, f.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_in_groups() {
        for (at, f) in FUNCTIONS.iter().enumerate() {
            assert_eq!(FUNCTIONS.iter().position(|g| g.name == f.name), Some(at), "{}", f.name);
            assert!(f.name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
            assert!(usize::from(f.least) <= f.parameters.len());
        }
        assert!(FUNCTIONS.windows(2).all(|pair| pair[0].group <= pair[1].group));
    }

    #[test]
    fn every_function_has_an_example_that_uses_it() {
        for f in FUNCTIONS {
            let used = format!("{}(", f.name);
            assert!(f.example.contains(&used), "{}", f.name);
            assert_eq!(crate::parse(f.example).problems, [], "{}", f.name);
        }
    }

    #[test]
    fn signatures() {
        let of = |name| function(name).unwrap().signature();
        assert_eq!(of("round"), "ROUND(number, [digits])");
        assert_eq!(of("ｉｆ"), "IF(condition, value, [otherwise])");
        assert_eq!(of("Min"), "MIN(number, [number], …)");
        assert_eq!(function("Ifs").unwrap().parameter(4), Some(Parameter::Condition));
        assert_eq!(function("Ifs").unwrap().parameter(5), Some(Parameter::Value));
    }
}
