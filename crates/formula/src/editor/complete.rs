//! What may come at the caret.

use super::{follows_value, open_call};
use crate::function::{FUNCTIONS, function};
use crate::lex::{Sign, Token, TokenKind, Word, lex, same_word};
use crate::{Environment, Span, Type, written_name, written_text};
use serde::{Deserialize, Serialize};
use table::fold::fold;

/// More candidates than this are no help.
const MOST: usize = 50;

/// What a text may begin with.
const QUOTES: [char; 4] = ['"', '“', '”', '＂'];

/// What may stand in the place of a stretch of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// What a candidate takes the place of: the word at the caret, or nothing.
    pub span: Span,
    /// The likeliest first.
    pub candidates: Vec<Candidate>,
}

/// Something that may stand at the caret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// What is shown: a name as people know it.
    pub label: String,
    /// What is written. After that of a function the caret belongs between its parentheses.
    pub insert: String,
    /// What it is.
    pub kind: CandidateKind,
}

/// What a candidate is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CandidateKind {
    /// A column with values of this type.
    Column(Type),
    /// A function; [`crate::function`] has the rest of it.
    Function,
    /// A word of the language.
    Keyword,
    /// A text that occurs in the column at hand.
    Text,
    /// A measure of the scorecards.
    Measure,
}

/// What may come at byte `caret`: columns and functions where a value is to come, operators after one, the
/// texts of a column where it is compared with one, measures in `POINTS`. Candidates that begin with what is
/// written come first, then those that hold it; case, width and kind of kana do not matter. A column whose name
/// has spaces is found by several words of it, too.
#[must_use]
pub fn complete(text: &str, caret: usize, environment: &Environment) -> Completion {
    let tokens = lex(text);
    let within = |t: &Token| (t.span.start as usize) < caret && caret <= t.span.end as usize;
    let at = tokens.iter().position(|t| within(t) && is_word(t));
    let here = at.unwrap_or_else(|| {
        tokens.iter().position(|t| t.span.start as usize >= caret).unwrap_or(tokens.len() - 1)
    });
    let span = at.map_or(Span::new(caret, caret), |at| tokens[at].span);
    let typed = text.get(span.start as usize..caret.max(span.start as usize)).unwrap_or_default();
    let quoted = typed.starts_with(QUOTES);
    let word = typed.trim_start_matches(['[', '［']).trim_start_matches(QUOTES);
    let mut all = Vec::new();
    texts(&tokens, here, environment, &mut all);
    if !quoted && !typed.starts_with(['[', '［']) && follows_value(&tokens, here) {
        operators(&tokens, here, &mut all);
    } else if !quoted {
        columns(environment, &mut all);
        if !typed.starts_with(['[', '［']) {
            values(environment, &mut all);
        }
    }
    let one = Completion { span, candidates: best(all, word) };
    match of_several_words(text, caret, &tokens, environment) {
        Some(several) => both(several, one, text),
        None => one,
    }
}

/// What completes several words, then what may stand in the place of the last of them, or after it: the words
/// before stay.
fn both(mut several: Completion, one: Completion, text: &str) -> Completion {
    let (from, to) = (several.span.start as usize, one.span.start as usize);
    let Some(before) = text.get(from..to).filter(|_| several.span.end == one.span.end) else {
        return several;
    };
    let found = &several.candidates;
    let mut others: Vec<Candidate> = one.candidates;
    others.retain(|other| found.iter().all(|c| c.label != other.label));
    others.iter_mut().for_each(|other| other.insert.insert_str(0, before));
    several.candidates.append(&mut others);
    several.candidates.truncate(MOST);
    several
}

/// Columns whose names begin with the words before the caret, more than one of them or one and a space; the most
/// words that fit. A name that is a column by itself begins no other, nor does a number that something is compared with.
fn of_several_words(
    text: &str,
    caret: usize,
    tokens: &[Token],
    environment: &Environment,
) -> Option<Completion> {
    let before = tokens.iter().take_while(|t| (t.span.start as usize) < caret);
    let last = before.count().checked_sub(1)?;
    let is_word = |t: &Token| {
        matches!(t.kind, TokenKind::Name(_) | TokenKind::Number(_) | TokenKind::Word(_))
    };
    let words = tokens[..=last].iter().rev().take_while(|t| is_word(t)).count();
    let end = caret.max(tokens[last].span.end as usize);
    let known = |name: &str| environment.columns.iter().any(|c| fold(&c.name) == fold(name));
    let compared_with = |at: usize| {
        use Sign::{AtLeast, AtMost, Equal, Greater, Less, NotEqual};
        let before = at.checked_sub(1).map(|before| &tokens[before].kind);
        matches!(
            before,
            Some(
                TokenKind::Sign(Equal | NotEqual | Less | AtMost | Greater | AtLeast)
                    | TokenKind::Word(Word::Between)
            )
        )
    };
    for (at, first) in tokens.iter().enumerate().take(last + 1).skip(last + 1 - words) {
        if matches!(first.kind, TokenKind::Number(_)) && compared_with(at) {
            continue;
        }
        let written = text.get(first.span.start as usize..caret)?;
        if !written.contains(char::is_whitespace) || known(first.span.of(text)) {
            continue;
        }
        let mut candidates = Vec::new();
        columns(environment, &mut candidates);
        candidates.retain(|c| fold(&c.label).starts_with(&*fold(written)));
        if !candidates.is_empty() {
            let span = Span::new(first.span.start as usize, end);
            return Some(Completion { span, candidates: best(candidates, written) });
        }
    }
    None
}

/// Whether the caret in or after this token completes it.
fn is_word(token: &Token) -> bool {
    use crate::ProblemKind::{EmptyName, UnclosedName, UnclosedText};
    match &token.kind {
        TokenKind::Name(_) | TokenKind::Bracketed(_) | TokenKind::Word(_) | TokenKind::Text(_) => {
            true
        }
        TokenKind::Fault(kind) => matches!(kind, UnclosedName | UnclosedText | EmptyName),
        _ => false,
    }
}

fn keyword(word: &str) -> Candidate {
    Candidate { label: word.to_owned(), insert: word.to_owned(), kind: CandidateKind::Keyword }
}

fn operators(tokens: &[Token], here: usize, all: &mut Vec<Candidate>) {
    all.extend(["AND", "OR", "IN", "NOT IN", "BETWEEN"].map(keyword));
    let filtered =
        open_call(tokens, here).and_then(|(name, ..)| function(&name)).is_some_and(|f| f.filter);
    if filtered {
        all.insert(0, keyword("WHERE"));
    }
}

fn columns(environment: &Environment, all: &mut Vec<Candidate>) {
    all.extend(environment.columns.iter().map(|column| Candidate {
        label: column.name.clone(),
        insert: written_name(&column.name),
        kind: CandidateKind::Column(column.column_type),
    }));
}

fn values(environment: &Environment, all: &mut Vec<Candidate>) {
    if environment.scores {
        all.extend(["score", "level"].map(keyword));
    }
    let of_scores = |name| ["SCORE", "LEVEL", "POINTS"].contains(&name);
    let functions = FUNCTIONS.iter().filter(|f| environment.scores || !of_scores(f.name));
    all.extend(functions.map(|f| Candidate {
        label: f.name.to_owned(),
        insert: format!("{}()", f.name),
        kind: CandidateKind::Function,
    }));
    all.extend(["NOT", "TRUE", "FALSE", "DAYS SINCE"].map(keyword));
}

/// The texts of the column that is compared here, or the measures where `POINTS` wants one.
fn texts(tokens: &[Token], here: usize, environment: &Environment, all: &mut Vec<Candidate>) {
    let of = |label: &String, kind: CandidateKind| Candidate {
        label: label.clone(),
        insert: written_text(label),
        kind,
    };
    if open_call(tokens, here).is_some_and(|(name, ..)| same_word(&name, "POINTS")) {
        all.extend(environment.measures.iter().map(|m| of(m, CandidateKind::Measure)));
        return;
    }
    let Some(name) = compared(tokens, here) else { return };
    if let crate::environment::Meaning::Column(column) = environment.meaning(name, true) {
        let texts = column.texts.iter().chain(&column.near);
        all.extend(texts.map(|t| of(t, CandidateKind::Text)));
    }
}

/// The columns that a formula compares with texts, each with what is written of one; nothing is written
/// where one is to come at the end.
pub(crate) fn compared_texts(text: &str) -> Vec<(String, String)> {
    let tokens = lex(text);
    let written = |token: &Token| match &token.kind {
        TokenKind::Text(text) => Some(text.clone()),
        TokenKind::Fault(crate::ProblemKind::UnclosedText) => {
            Some(token.span.of(text).trim_start_matches(QUOTES).to_owned())
        }
        TokenKind::End => Some(String::new()),
        _ => None,
    };
    let all = tokens.iter().enumerate().filter_map(|(at, token)| Some((at, written(token)?)));
    all.filter_map(|(at, text)| Some((compared(&tokens, at)?.to_owned(), text))).collect()
}

/// The name before `=`, `<>`, `IN (`, and before the commas of such a list.
fn compared(tokens: &[Token], here: usize) -> Option<&str> {
    let mut at = here;
    loop {
        at = at.checked_sub(1)?;
        match &tokens[at].kind {
            TokenKind::Sign(Sign::Equal | Sign::NotEqual) if at + 1 == here => break,
            TokenKind::Word(Word::In) => break,
            TokenKind::Sign(Sign::Comma | Sign::Open) | TokenKind::Text(_) if at < here => {}
            _ => return None,
        }
    }
    let mut before = at.checked_sub(1)?;
    if tokens[before].kind == TokenKind::Word(Word::Not) {
        before = before.checked_sub(1)?;
    }
    match &tokens[before].kind {
        TokenKind::Name(name) | TokenKind::Bracketed(name) => Some(name),
        _ => None,
    }
}

/// Those that fit what is written, the best first.
fn best(all: Vec<Candidate>, word: &str) -> Vec<Candidate> {
    let word = fold(word);
    let mut fitting: Vec<(usize, Candidate)> = all
        .into_iter()
        .filter_map(|candidate| {
            let label = fold(&candidate.label);
            let place = label.find(&*word)?;
            Some((usize::from(place > 0), candidate))
        })
        .collect();
    table::order::sort_by_key(&mut fitting, |(place, _)| *place);
    fitting.truncate(MOST);
    fitting.into_iter().map(|(_, candidate)| candidate).collect()
}
