//! A field for a number.

use super::keys::composing;
use super::number::{parse_number, plain, rounded};
use super::unique::use_unique_id;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::text::use_text;
use yew::prelude::*;

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub struct NumberFieldProps {
    /// What the number is; read out with the field. The words beside it are the caller's.
    pub label: AttrValue,
    /// The number; not-a-number shows an empty field.
    pub value: f64,
    /// Hears of a new number: on Enter, on leaving the field, on every step by arrow key. Always
    /// within the bounds and of at most `decimals` decimals.
    pub on_commit: Callback<f64>,
    /// Least number.
    #[prop_or(f64::NEG_INFINITY)]
    pub min: f64,
    /// Greatest number.
    #[prop_or(f64::INFINITY)]
    pub max: f64,
    /// What an arrow key adds; Shift or Page keys add ten times as much.
    #[prop_or(1.0)]
    pub step: f64,
    /// At most so many decimals.
    #[prop_or(0)]
    pub decimals: u8,
    /// A unit behind the field, such as `%`.
    #[prop_or_default]
    pub unit: AttrValue,
    /// Shown but not to be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// The id of the input, for a label elsewhere.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

#[derive(Clone, Copy, PartialEq)]
enum Complaint {
    NotANumber,
    Limited,
}

/// A field for a number. Full-width digits are understood; a text that is no number stays where it
/// is and says so; a number past a bound is brought to it and says so.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let text = use_text();
    let draft = use_state_eq(|| None::<AttrValue>);
    let complaint = use_state_eq(|| None::<Complaint>);
    let error_id = use_unique_id("number-error");

    let commit = {
        let (props, complaint, draft) = (props.clone(), complaint.clone(), draft.clone());
        move |value: f64| {
            let within = rounded(value.max(props.min).min(props.max), props.decimals);
            let limited = value < props.min || value > props.max;
            complaint.set(limited.then_some(Complaint::Limited));
            draft.set(None);
            if within != props.value {
                props.on_commit.emit(within);
            }
        }
    };
    let commit_draft = {
        let (draft, complaint, unit, commit) =
            (draft.clone(), complaint.clone(), props.unit.clone(), commit.clone());
        move || {
            if let Some(typed) = &*draft {
                match parse_number(typed, &unit) {
                    Some(value) => commit(value),
                    None => complaint.set(Some(Complaint::NotANumber)),
                }
            }
        }
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |e: InputEvent| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            draft.set(Some(input.value().into()));
        })
    };
    let onblur = {
        let commit_draft = commit_draft.clone();
        Callback::from(move |_: FocusEvent| commit_draft())
    };
    let onkeydown = {
        let (props, draft, complaint) = (props.clone(), draft.clone(), complaint.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            let tenfold = if e.shift_key() { 10.0 } else { 1.0 };
            let steps = match e.key().as_str() {
                "Enter" => return commit_draft(),
                "Escape" if draft.is_some() => {
                    // Only this field goes back; whatever it lies in stays open.
                    e.stop_propagation();
                    e.prevent_default();
                    complaint.set(None);
                    return draft.set(None);
                }
                "ArrowUp" => tenfold,
                "ArrowDown" => -tenfold,
                "PageUp" => 10.0,
                "PageDown" => -10.0,
                _ => return,
            };
            e.prevent_default();
            let typed = draft.as_ref().and_then(|d| parse_number(d, &props.unit));
            let from = typed.unwrap_or(if props.value.is_finite() { props.value } else { 0.0 });
            commit((from + steps * props.step).max(props.min).min(props.max));
        })
    };
    let shown = (*draft).clone().unwrap_or_else(|| plain(props.value, props.decimals).into());
    let words = complaint.map(|c| match c {
        Complaint::NotANumber => text.t("number-not-a-number"),
        Complaint::Limited => text.with(
            "number-limited",
            &[
                ("min", bound(&text, props.min, props.decimals)),
                ("max", bound(&text, props.max, props.decimals)),
            ],
        ),
    });
    let invalid = *complaint == Some(Complaint::NotANumber);
    html! {
        <span class="number-field">
            <span class="number-field-line">
                <input
                    type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                    class="field number" id={props.id.clone()} value={shown}
                    aria-label={props.id.is_none().then(|| props.label.clone())}
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={words.is_some().then(|| error_id.clone())}
                    data-kept={draft.is_none().then_some("")}
                    disabled={props.disabled} {oninput} {onblur} {onkeydown}
                />
                <span class="number-field-unit" aria-hidden="true">{ props.unit.clone() }</span>
            </span>
            <span class="field-error" id={error_id} role="alert">{ words }</span>
        </span>
    }
}

fn bound(text: &crate::text::Text, value: f64, decimals: u8) -> crate::text::Arg {
    match value {
        f64::INFINITY => "∞".into(),
        f64::NEG_INFINITY => "−∞".into(),
        v => text.short(v, usize::from(decimals)).into(),
    }
}
