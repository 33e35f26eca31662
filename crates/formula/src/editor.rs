//! What an editor needs, as pure functions of text and caret: colours, completion, the signature at hand,
//! renaming.

mod complete;
mod rename;
mod signature;

pub(crate) use complete::compared_texts;
pub use complete::{Candidate, CandidateKind, Completion, complete};
pub(crate) use rename::meant;
pub use rename::{column_names, rename};
pub use signature::{SignatureAt, signature_at};

use crate::Span;
use crate::lex::{Sign, Token, TokenKind, Word, lex, time_unit};
use crate::tree::Place;
use serde::{Deserialize, Serialize};

/// What a piece of text is, for highlighting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenClass {
    /// A number, with the unit of time after it.
    Number,
    /// A text in quotes.
    Text,
    /// A column, or `score` and `level`.
    Name,
    /// The name of a function.
    Function,
    /// `AND`, `IN`, `WHERE`, `TRUE` …
    Keyword,
    /// `+`, `=` …
    Operator,
    /// Parentheses and commas.
    Punctuation,
    /// What cannot be read.
    Error,
}

/// The pieces of a text with what each is, in order; blanks lie between them.
#[must_use]
pub fn tokens(text: &str) -> Vec<(Span, TokenClass)> {
    let tokens = lex(text);
    let class = |at: usize, token: &Token| match &token.kind {
        TokenKind::Number(_) => TokenClass::Number,
        TokenKind::Text(_) => TokenClass::Text,
        TokenKind::Name(name) => {
            match (at.checked_sub(1).map(|b| &tokens[b].kind), after(&tokens, at)) {
                (_, TokenKind::Sign(Sign::Open)) => TokenClass::Function,
                (Some(TokenKind::Number(_)), _) if time_unit(name).is_some() => TokenClass::Number,
                _ if is_days_since(&tokens, at) => TokenClass::Keyword,
                _ => TokenClass::Name,
            }
        }
        TokenKind::Bracketed(_) => TokenClass::Name,
        TokenKind::Word(Word::And | Word::Or)
            if *after(&tokens, at) == TokenKind::Sign(Sign::Open)
                && !follows_value(&tokens, at) =>
        {
            TokenClass::Function
        }
        TokenKind::Word(_) => TokenClass::Keyword,
        TokenKind::Sign(Sign::Open | Sign::Close | Sign::Comma) => TokenClass::Punctuation,
        TokenKind::Sign(_) => TokenClass::Operator,
        TokenKind::Fault(_) | TokenKind::End => TokenClass::Error,
    };
    let real = tokens.iter().enumerate().filter(|(_, t)| t.kind != TokenKind::End);
    real.map(|(at, token)| (token.span, class(at, token))).collect()
}

fn after(tokens: &[Token], at: usize) -> &TokenKind {
    tokens.get(at + 1).map_or(&TokenKind::End, |t| &t.kind)
}

/// Whether the token is a word of `DAYS SINCE`.
fn is_days_since(tokens: &[Token], at: usize) -> bool {
    let is = |at: Option<usize>, word: &str| {
        let name = at.and_then(|at| tokens.get(at)).map(|t| &t.kind);
        matches!(name, Some(TokenKind::Name(n)) if crate::lex::same_word(n, word))
    };
    is(Some(at), "DAYS") && is(Some(at + 1), "SINCE")
        || is(Some(at), "SINCE") && is(at.checked_sub(1), "DAYS")
}

/// Whether a value ends right before the token, so that an operator is to come.
fn follows_value(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    match &tokens[before].kind {
        TokenKind::Number(_)
        | TokenKind::Text(_)
        | TokenKind::Bracketed(_)
        | TokenKind::Word(Word::True | Word::False)
        | TokenKind::Sign(Sign::Close | Sign::Percent) => true,
        TokenKind::Name(_) => !is_days_since(tokens, before),
        _ => false,
    }
}

/// The function whose parentheses are open at a token, with its argument's number; `None` outside of any.
fn open_call(tokens: &[Token], until: usize) -> Option<(String, Place, usize)> {
    let mut open: Vec<(Option<(String, Place)>, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate().take(until) {
        match token.kind {
            TokenKind::Sign(Sign::Open) => {
                let before = at.checked_sub(1).map(|b| &tokens[b]);
                let name = before.and_then(|t| match &t.kind {
                    TokenKind::Name(name) => Some((name.clone(), Place(t.span))),
                    TokenKind::Word(Word::And) => Some(("AND".to_owned(), Place(t.span))),
                    TokenKind::Word(Word::Or) => Some(("OR".to_owned(), Place(t.span))),
                    _ => None,
                });
                open.push((name, 0));
            }
            TokenKind::Sign(Sign::Comma) => {
                if let Some((_, argument)) = open.last_mut() {
                    *argument += 1;
                }
            }
            TokenKind::Sign(Sign::Close) => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().rev().find_map(|(name, argument)| {
        let (name, place) = name?;
        Some((name, place, argument))
    })
}

#[cfg(test)]
mod tests;
