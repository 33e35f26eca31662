//! The coloured text behind the field.

use super::words::Mark;
use crate::markup::html;
use formula::{Severity, TokenClass, tokens};
use yew::prelude::*;

/// The text in its colours, with what is wrong underlined. The field lies over it, its own text unseen.
pub fn back(text: &str, marks: &[Mark]) -> Html {
    let mut pieces = Vec::new();
    let mut end = 0;
    for (span, class) in tokens(text) {
        let (from, to) = (span.start as usize, span.end as usize);
        if from < end || to > text.len() {
            continue;
        }
        pieces.push(html! { <span key={end * 2}>{ text.get(end..from).unwrap_or_default().to_owned() }</span> });
        let wrong =
            marks.iter().find(|m| m.span.is_some_and(|s| s.start < span.end && span.start < s.end));
        let severity = wrong.map(|m| match m.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        });
        pieces.push(html! {
            <span key={from * 2 + 1} class={name(class)} data-wrong={severity}>{ span.of(text).to_owned() }</span>
        });
        end = to;
    }
    let rest = text.get(end..).unwrap_or_default();
    html! {
        // A line break at the end would have no height of its own.
        <pre class="formula-back" aria-hidden="true">{ pieces }<span>{ format!("{rest}\u{200b}") }</span></pre>
    }
}

fn name(class: TokenClass) -> &'static str {
    match class {
        TokenClass::Number => "f-number",
        TokenClass::Text => "f-text",
        TokenClass::Name => "f-name",
        TokenClass::Function => "f-function",
        TokenClass::Keyword => "f-keyword",
        TokenClass::Operator | TokenClass::Punctuation => "f-sign",
        TokenClass::Error => "f-error",
    }
}
