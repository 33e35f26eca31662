//! Numbers, and names that begin with a digit.

use super::{TokenKind, is_name_char, name_length, plain};
use crate::{ProblemKind, tree::TimeUnit};

/// Words for units of time, in lower case.
const UNITS: [(&str, TimeUnit); 22] = [
    ("days", TimeUnit::Days),
    ("day", TimeUnit::Days),
    ("日", TimeUnit::Days),
    ("日間", TimeUnit::Days),
    ("weeks", TimeUnit::Weeks),
    ("week", TimeUnit::Weeks),
    ("週", TimeUnit::Weeks),
    ("週間", TimeUnit::Weeks),
    ("months", TimeUnit::Months),
    ("month", TimeUnit::Months),
    ("か月", TimeUnit::Months),
    ("か月間", TimeUnit::Months),
    ("ヶ月", TimeUnit::Months),
    ("ヶ月間", TimeUnit::Months),
    ("カ月", TimeUnit::Months),
    ("カ月間", TimeUnit::Months),
    ("ヵ月", TimeUnit::Months),
    ("ケ月", TimeUnit::Months),
    ("years", TimeUnit::Years),
    ("year", TimeUnit::Years),
    ("年", TimeUnit::Years),
    ("年間", TimeUnit::Years),
];

/// The unit of time that a name means.
pub(crate) fn time_unit(name: &str) -> Option<TimeUnit> {
    let lower: String = name.chars().map(|c| plain(c).to_ascii_lowercase()).collect();
    UNITS.iter().find(|(word, _)| *word == lower).map(|(_, unit)| *unit)
}

/// The number that `rest` begins with and its length in bytes; `None` when it does not begin with one.
///
/// A digit may also begin a name (`30日ログイン数`): it does when letters follow that are no unit of time.
pub(super) fn number(rest: &str) -> Option<(TokenKind, usize)> {
    let mut digits = Digits { rest, at: 0, text: String::new() };
    digits.run();
    let whole = digits.text.len();
    let mut is_plain = true;
    if digits.peek() == Some('.') && (whole > 0 || digits.peek_second().is_some_and(is_digit)) {
        is_plain = false;
        digits.take();
        digits.run();
    }
    if whole == 0 && is_plain {
        return None;
    }
    is_plain &= digits.exponent();
    let length = digits.at;
    let letters = name_length(&rest[length..]);
    if letters > 0 && is_plain && time_unit(&rest[length..length + letters]).is_none() {
        return Some((TokenKind::Name(rest[..length + letters].to_owned()), length + letters));
    }
    let kind = match table::decimal::read(&digits.text) {
        Some(n) => TokenKind::Number(n),
        None => TokenKind::Fault(ProblemKind::NumberTooLarge),
    };
    Some((kind, length))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Digits taken from the front of a text, of whatever width, as ASCII.
struct Digits<'a> {
    rest: &'a str,
    at: usize,
    text: String,
}

impl Digits<'_> {
    fn peek(&self) -> Option<char> {
        self.rest[self.at..].chars().next().map(plain)
    }

    fn peek_second(&self) -> Option<char> {
        self.rest[self.at..].chars().nth(1).map(plain)
    }

    fn take(&mut self) {
        if let Some(c) = self.rest[self.at..].chars().next() {
            self.at += c.len_utf8();
            self.text.push(plain(c));
        }
    }

    fn run(&mut self) {
        while self.peek().is_some_and(is_digit) {
            self.take();
        }
    }

    /// Takes `e6`, `E-6`; says whether what was taken could as well be part of a name.
    fn exponent(&mut self) -> bool {
        if !matches!(self.peek(), Some('e' | 'E')) {
            return true;
        }
        let (at, length) = (self.at, self.text.len());
        self.take();
        let signed = matches!(self.peek(), Some('+' | '-'));
        if signed {
            self.take();
        }
        let before = self.at;
        self.run();
        let goes_on = self.rest[self.at..].chars().next().is_some_and(is_name_char);
        if self.at == before || goes_on && !signed {
            self.at = at;
            self.text.truncate(length);
            return true;
        }
        !signed
    }
}
