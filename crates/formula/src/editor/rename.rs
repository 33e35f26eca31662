//! Names of columns in a text, and new ones in their place.

use crate::tree::{Expr, ExprKind};
use crate::{Span, is_score_word, parse, written_name};
use table::fold::fold;

/// Every name in a formula that may be a column, whether it is in brackets, and its place. What cannot be read is
/// left out.
fn names(tree: &Expr) -> Vec<(&str, bool, Span)> {
    let mut found = Vec::new();
    tree.walk(&mut |expr| {
        if let ExprKind::Name { name, bracketed } = &expr.kind {
            found.push((name.as_str(), *bracketed, expr.span));
        }
    });
    found
}

/// The column of `columns` that a name means: exactly, or the only one that differs in case, width and kind
/// of kana alone.
pub(crate) fn meant<'c>(name: &str, columns: &[&'c str]) -> Option<&'c str> {
    if let Some(exact) = columns.iter().find(|c| **c == name) {
        return Some(exact);
    }
    let folded = fold(name);
    let mut alike = columns.iter().filter(|c| fold(c) == folded);
    alike.next().filter(|_| alike.next().is_none()).copied()
}

/// The text with column `old` renamed to `new`, all else as it was written; `None` when the formula does not
/// name it. `columns` are the names of all columns before, so that `plan` is not taken for `Plan` where both
/// exist; `old` alone will do where they are not known. `scores` is whether score and level are known to the
/// formula: then a bare `level` is not the column `Level`.
#[must_use]
pub fn rename(text: &str, old: &str, new: &str, columns: &[&str], scores: bool) -> Option<String> {
    let tree = parse(text).tree;
    let is_score = |name: &str, bracketed: bool| {
        scores && !bracketed && is_score_word(name) && !columns.contains(&name)
    };
    let is_it = |(name, bracketed, _): &(&str, bool, Span)| {
        meant(name, columns) == Some(old) && !is_score(name, *bracketed)
    };
    let mut places: Vec<Span> = names(&tree).into_iter().filter(is_it).map(|n| n.2).collect();
    if places.is_empty() {
        return None;
    }
    table::order::sort_by_key(&mut places, |span| span.start);
    let new = written_name(new);
    let (mut renamed, mut end) = (String::with_capacity(text.len() + new.len()), 0);
    for place in places {
        renamed.push_str(text.get(end..place.start as usize).unwrap_or_default());
        // a name in parentheses has them in its span
        let written = place.of(text);
        let open = written.len() - written.trim_start_matches(is_open).len();
        let close = written.len() - written.trim_end_matches(is_close).len();
        renamed.push_str(&written[..open]);
        renamed.push_str(&new);
        renamed.push_str(&written[written.len() - close..]);
        end = place.end as usize;
    }
    renamed.push_str(text.get(end..).unwrap_or_default());
    Some(renamed)
}

fn is_open(c: char) -> bool {
    matches!(c, '(' | '（') || c.is_whitespace()
}

fn is_close(c: char) -> bool {
    matches!(c, ')' | '）') || c.is_whitespace()
}

/// The names in a formula that may be columns, each once, in the order of the text; also of a formula with
/// errors. `score` and `level` are among them where they are written as bare words.
#[must_use]
pub fn column_names(text: &str) -> Vec<String> {
    let tree = parse(text).tree;
    let mut found: Vec<String> = Vec::new();
    for (name, ..) in names(&tree) {
        if !found.iter().any(|f| f == name) {
            found.push(name.to_owned());
        }
    }
    found
}
