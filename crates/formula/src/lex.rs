//! From text to tokens. What a Japanese input method makes of a sign is that sign.

mod number;

pub(crate) use number::time_unit;

use crate::{ProblemKind, Span};

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TokenKind {
    Number(f64),
    /// Without its quotes.
    Text(String),
    /// A bare name, as written.
    Name(String),
    /// A name in brackets, without them.
    Bracketed(String),
    Word(Word),
    Sign(Sign),
    /// Stands for what cannot be read.
    Fault(ProblemKind),
    /// The end of the text.
    End,
}

/// A word that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    And,
    Or,
    Not,
    In,
    Between,
    Where,
    True,
    False,
}

pub(crate) const WORDS: [(&str, Word); 8] = [
    ("AND", Word::And),
    ("OR", Word::Or),
    ("NOT", Word::Not),
    ("IN", Word::In),
    ("BETWEEN", Word::Between),
    ("WHERE", Word::Where),
    ("TRUE", Word::True),
    ("FALSE", Word::False),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
    Power,
    Join,
    Percent,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Open,
    Close,
    Comma,
}

/// All tokens; the last is [`TokenKind::End`].
pub(crate) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if plain(c).is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (kind, length) = token(&text[at..], c);
        tokens.push(Token { span: Span::new(at, at + length), kind });
        at += length;
    }
    tokens.push(Token { span: Span::new(at, at), kind: TokenKind::End });
    tokens
}

/// The first token of `rest`, which begins with `first`, and its length in bytes.
fn token(rest: &str, first: char) -> (TokenKind, usize) {
    match first {
        '"' | '＂' | '“' | '”' | '„' => return text_literal(rest, first),
        '[' | '［' => return bracketed(rest, first),
        _ => {}
    }
    if let Some(found) = number::number(rest) {
        return found;
    }
    if is_name_start(first) {
        let length = name_length(rest);
        let name = &rest[..length];
        let word = WORDS.iter().find(|(word, _)| same_word(name, word));
        let kind = word.map_or_else(|| TokenKind::Name(name.to_owned()), |w| TokenKind::Word(w.1));
        return (kind, length);
    }
    sign(rest, first)
}

/// A sign as it stands on an English keyboard.
pub(crate) fn plain(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' | '､' => ',',
        '×' => '*',
        '÷' => '/',
        '−' => '-',
        _ => c,
    }
}

/// Whether a bare name can begin with it.
fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '＿')
}

/// Whether a bare name can go on with it: `ー` and `・` of Japanese words too.
pub(crate) fn is_name_char(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '_' | '＿' | '・' | '･' | '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

pub(crate) fn name_length(rest: &str) -> usize {
    rest.find(|c| !is_name_char(c)).unwrap_or(rest.len())
}

/// Whether a name is that word (in capitals), whatever its case and width.
pub(crate) fn same_word(name: &str, word: &str) -> bool {
    let mut letters = word.chars();
    name.chars().all(|c| letters.next() == Some(plain(c).to_ascii_uppercase()))
        && letters.next().is_none()
}

/// Whether a name can stand without brackets.
pub(crate) fn is_bare(name: &str) -> bool {
    match &lex(name)[..] {
        [Token { kind: TokenKind::Name(n), .. }, Token { kind: TokenKind::End, .. }] => n == name,
        _ => false,
    }
}

/// `"…"`, where `""` is one quote.
fn text_literal(rest: &str, open: char) -> (TokenKind, usize) {
    let closes = |c| if open == '"' { c == '"' } else { matches!(c, '"' | '＂' | '“' | '”') };
    delimited(rest, open, closes).map_or_else(
        || (TokenKind::Fault(ProblemKind::UnclosedText), rest.len()),
        |(text, length)| (TokenKind::Text(text), length),
    )
}

/// `[…]`, where `]]` is one bracket.
fn bracketed(rest: &str, open: char) -> (TokenKind, usize) {
    let closes = |c| c == ']' || open == '［' && c == '］';
    match delimited(rest, open, closes) {
        Some((name, length)) if name.trim().is_empty() => {
            (TokenKind::Fault(ProblemKind::EmptyName), length)
        }
        Some((name, length)) => (TokenKind::Bracketed(name), length),
        None => (TokenKind::Fault(ProblemKind::UnclosedName), rest.len()),
    }
}

/// What stands between `open` and the first closing sign that is not doubled, and the whole length.
fn delimited(rest: &str, open: char, closes: impl Fn(char) -> bool) -> Option<(String, usize)> {
    let mut inside = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    debug_assert!(rest.starts_with(open));
    while let Some((at, c)) = chars.next() {
        if !closes(c) {
            inside.push(c);
        } else if chars.peek().is_some_and(|(_, next)| *next == c) {
            inside.push(c);
            chars.next();
        } else {
            return Some((inside, at + c.len_utf8()));
        }
    }
    None
}

fn sign(rest: &str, first: char) -> (TokenKind, usize) {
    let mut after = rest.chars().skip(1);
    let second = after.next();
    let one = first.len_utf8();
    let two = one + second.map_or(0, char::len_utf8);
    let sign = match (plain(first), second.map(plain)) {
        ('<', Some('>')) | ('!', Some('=')) => return (TokenKind::Sign(Sign::NotEqual), two),
        ('<', Some('=')) => return (TokenKind::Sign(Sign::AtMost), two),
        ('>', Some('=')) => return (TokenKind::Sign(Sign::AtLeast), two),
        ('=', Some('=')) => return (TokenKind::Sign(Sign::Equal), two),
        ('≠', _) => Sign::NotEqual,
        ('≤' | '≦', _) => Sign::AtMost,
        ('≥' | '≧', _) => Sign::AtLeast,
        ('<', _) => Sign::Less,
        ('>', _) => Sign::Greater,
        ('=', _) => Sign::Equal,
        ('+', _) => Sign::Plus,
        ('-', _) => Sign::Minus,
        ('*', _) => Sign::Times,
        ('/', _) => Sign::Over,
        ('^', _) => Sign::Power,
        ('&', _) => Sign::Join,
        ('%', _) => Sign::Percent,
        ('(', _) => Sign::Open,
        (')', _) => Sign::Close,
        (',' | ';', _) => Sign::Comma,
        _ => return (TokenKind::Fault(ProblemKind::StrayCharacter(first)), one),
    };
    (TokenKind::Sign(sign), one)
}

#[cfg(test)]
mod tests;
