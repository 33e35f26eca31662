//! The field itself.

use super::back::back;
use super::caret::{byte_at, units_at};
use super::list::{MOST, list, option_id};
use super::words::{Mark, parameter_words};
use crate::hooks::{use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::parts::{composing, use_unique_id};
use crate::text::{Text, use_text};
use formula::{CandidateKind, Completion, Environment, Span, complete, signature_at, written_name};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Properties of [`FormulaField`].
#[derive(Clone, PartialEq, Properties)]
pub struct FormulaFieldProps {
    /// What the formula is for; read out.
    pub label: AttrValue,
    /// The formula that is kept.
    pub value: AttrValue,
    /// What it may speak of.
    pub environment: Rc<Environment>,
    /// What is wrong with the text of `checked`.
    #[prop_or_default]
    pub marks: Rc<[Mark]>,
    /// The text that the marks are of: those of another one are not shown.
    #[prop_or_default]
    pub checked: AttrValue,
    /// Shown while there is nothing.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Shown but not to be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Hears of every change, also of giving up.
    #[prop_or_default]
    pub on_input: Callback<AttrValue>,
    /// Hears of a formula to keep: on Enter and on leaving the field.
    pub on_commit: Callback<AttrValue>,
}

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    text: Option<AttrValue>,
    /// In bytes.
    caret: usize,
    /// The chosen candidate while the list is open.
    chosen: Option<usize>,
}

/// A field for a formula. The list of candidates opens while a word is written, and on Ctrl+Space:
/// arrow keys choose, Enter or Tab take, Escape closes. Without it Enter keeps the formula and Escape
/// brings back the one before. Nothing of that while an input method is composing.
#[component]
pub fn FormulaField(props: &FormulaFieldProps) -> Html {
    let text = use_text();
    let draft = use_state_eq(Draft::default);
    let field = use_node_ref();
    let caret_after = use_mut_ref(|| None::<u32>);
    let (list_id, error_id) = (use_unique_id("formula-list"), use_unique_id("formula-error"));
    let shown = draft.text.clone().unwrap_or_else(|| props.value.clone());
    let completion = match draft.chosen {
        Some(_) if !props.disabled => offered(&shown, draft.caret, &props.environment),
        _ => Completion::default(),
    };
    let count = completion.candidates.len().min(MOST);
    let chosen = draft.chosen.filter(|_| count > 0).map(|c| c.min(count - 1));
    {
        let (field, caret_after) = (field.clone(), caret_after.clone());
        use_effect(move || {
            if let Some(at) = caret_after.borrow_mut().take()
                && let Some(field) = field.cast::<HtmlTextAreaElement>()
            {
                // The field is in the page, so it has a selection.
                let _ = field.set_selection_range(at, at);
            }
        });
    }
    let put = {
        let (draft, on_input, caret_after) =
            (draft.clone(), props.on_input.clone(), caret_after.clone());
        move |whole: String, caret: usize| {
            *caret_after.borrow_mut() = Some(units_at(&whole, caret));
            let whole = AttrValue::from(whole);
            draft.set(Draft { text: Some(whole.clone()), caret, chosen: None });
            on_input.emit(whole);
        }
    };
    let take = {
        let (put, shown, completion) = (put.clone(), shown.clone(), completion.clone());
        Callback::from(move |at: usize| {
            if let Some(candidate) = completion.candidates.get(at) {
                let inside = usize::from(candidate.kind == CandidateKind::Function);
                let (whole, end) = replaced(&shown, completion.span, &candidate.insert);
                put(whole, end - inside);
            }
        })
    };
    // Keys may follow each other faster than the field is drawn: what it holds is what was typed.
    let typed = {
        let field = field.clone();
        move || field.cast::<HtmlTextAreaElement>().map(|field| AttrValue::from(field.value()))
    };
    let commit = {
        let (draft, props, typed) = (draft.clone(), props.clone(), typed.clone());
        move || {
            let begun = draft.text.is_some();
            if let Some(text) = typed().filter(|_| begun) {
                draft.set(Draft::default());
                let text = AttrValue::from(text.trim().to_owned());
                if text != props.value {
                    props.on_commit.emit(text);
                }
            }
        }
    };
    let oninput = {
        let (draft, on_input) = (draft.clone(), props.on_input.clone());
        let environment = props.environment.clone();
        Callback::from(move |e: InputEvent| {
            let composes = e.is_composing();
            let field: HtmlTextAreaElement = e.target_unchecked_into();
            let text = AttrValue::from(field.value());
            let caret = caret_of(&field);
            let opens = !composes && !may_end(&text, caret, &environment);
            draft.set(Draft { text: Some(text.clone()), caret, chosen: opens.then_some(0) });
            on_input.emit(text);
        })
    };
    let onkeydown = {
        let (draft, take, commit, shown) =
            (draft.clone(), take.clone(), commit.clone(), shown.clone());
        let (on_input, value) = (props.on_input.clone(), props.value.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            // A candidate for a text that is no more would take away what was typed since.
            let chosen = chosen.filter(|_| typed().is_none_or(|typed| typed == shown));
            let choose = |to| draft.set(Draft { chosen: Some(to), ..(*draft).clone() });
            match (e.key().as_str(), chosen) {
                ("ArrowDown", Some(at)) => choose((at + 1) % count),
                ("ArrowUp", Some(at)) => choose((at + count - 1) % count),
                ("Enter" | "Tab", Some(at)) if !e.shift_key() => take.emit(at),
                ("Escape", Some(_)) => draft.set(Draft { chosen: None, ..(*draft).clone() }),
                (" ", None) if e.ctrl_key() => {
                    let field: HtmlTextAreaElement = e.target_unchecked_into();
                    let caret = caret_of(&field);
                    draft.set(Draft { text: Some(shown.clone()), caret, chosen: Some(0) });
                }
                ("Enter", None) if !e.shift_key() => commit(),
                ("Escape", None) if draft.text.is_some() => {
                    draft.set(Draft::default());
                    on_input.emit(value.clone());
                }
                _ => return,
            }
            e.prevent_default();
            e.stop_propagation();
        })
    };
    let follow = {
        let (draft, shown) = (draft.clone(), shown.clone());
        move |field: HtmlTextAreaElement| {
            let caret = caret_of(&field);
            if caret != draft.caret && field.value() == *shown {
                draft.set(Draft { caret, ..(*draft).clone() });
            }
        }
    };
    let onkeyup = {
        let follow = follow.clone();
        Callback::from(move |e: KeyboardEvent| follow(e.target_unchecked_into()))
    };
    let onclick = Callback::from(move |e: MouseEvent| follow(e.target_unchecked_into()));
    let onblur = Callback::from(move |_: FocusEvent| commit());
    let mend = {
        let (put, shown) = (put.clone(), shown.clone());
        Callback::from(move |(span, name): (Span, AttrValue)| {
            let (whole, end) = replaced(&shown, span, &written_name(&name));
            put(whole, end);
        })
    };
    let marks: &[Mark] = if props.checked == shown { &props.marks } else { &[] };
    let wrong = marks.iter().any(Mark::is_error);
    html! {
        <div class="formula">
            <div class="formula-box" data-wrong={wrong.then_some("error")}>
                { back(&shown, marks) }
                <textarea
                    ref={field} class="formula-text" rows="1" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-label={props.label.clone()} aria-autocomplete="list" aria-haspopup="listbox"
                    aria-controls={list_id.clone()} aria-invalid={wrong.then_some("true")}
                    aria-activedescendant={chosen.map(|c| option_id(&list_id, c))}
                    aria-describedby={error_id.clone()} placeholder={props.placeholder.clone()}
                    disabled={props.disabled} value={shown.clone()} {oninput} {onkeydown} {onkeyup} {onclick} {onblur}
                />
            </div>
            { list(&text, &list_id, &completion.candidates, chosen.unwrap_or(0), &take) }
            <div class="formula-signature small quiet">{ draft.text.is_some().then(|| signature(&text, &shown, draft.caret)) }</div>
            <ul class="formula-marks" id={error_id} aria-live="polite">
                for (at, mark) in marks.iter().enumerate() {
                    <li key={at} data-severity={if mark.is_error() { "error" } else { "warning" }}>
                        <span>{ mark.words.clone() }</span>
                        for name in mark.candidates.iter() {
                            <button
                                key={&**name} type="button" class="formula-mend"
                                onmousedown={Callback::from(|e: MouseEvent| e.prevent_default())}
                                onclick={mend.reform({
                                    let what = (mark.span.unwrap_or_default(), name.clone());
                                    move |_: MouseEvent| what.clone()
                                })}
                            >{ name.clone() }</button>
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// What may stand at the caret; nothing when no word is written there or it is whole already.
fn offered(text: &str, caret: usize, environment: &Environment) -> Completion {
    let mut found = complete(text, caret, environment);
    let typed = found.span.of(text);
    if found.candidates.first().is_some_and(|c| c.insert == typed) {
        found.candidates.clear();
    }
    found
}

/// Whether the formula may end at the caret: then Enter keeps it, and operators are offered only on demand.
fn may_end(text: &str, caret: usize, environment: &Environment) -> bool {
    let found = complete(text, caret, environment);
    let first = found.candidates.first().map(|c| &c.kind);
    found.span.start == found.span.end && first == Some(&CandidateKind::Keyword)
}

fn caret_of(field: &HtmlTextAreaElement) -> usize {
    let units = field.selection_start().ok().flatten().unwrap_or(0);
    byte_at(&field.value(), units as usize)
}

/// The text with a stretch of it replaced, and where the replacement ends.
fn replaced(text: &str, span: Span, with: &str) -> (String, usize) {
    let (from, to) = (span.start as usize, span.end as usize);
    let before = text.get(..from).unwrap_or(text);
    let after = text.get(to..).unwrap_or_default();
    (format!("{before}{with}{after}"), before.len() + with.len())
}

/// How the function at the caret is called.
fn signature(text: &Text, formula: &str, caret: usize) -> Option<String> {
    let at = signature_at(formula, caret)?;
    Some(at.function.signature_with(|p| text.t(&parameter_words(p)).to_string()))
}
