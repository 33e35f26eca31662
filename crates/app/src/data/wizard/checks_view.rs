//! What was noticed of a file, with what to do about it.

use super::super::model::{Check, Draft, DraftChange};
use super::super::parts::Pick;
use super::super::words::{self, DATE_ORDERS, DECIMAL_MARKS};
use super::state::WizardAction;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::state::use_session;
use crate::text::{Text, use_text};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Findings`].
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// The file's identity within the wizard.
    pub file_key: u32,
    /// How the file is read.
    pub draft: Rc<Draft>,
    /// What was noticed.
    pub checks: Rc<[Check]>,
    /// The names of all incoming files.
    pub others: Rc<[AttrValue]>,
    /// Changes the wizard.
    pub on: Callback<WizardAction>,
    /// Leaves the file out.
    pub on_leave_out: Callback<MouseEvent>,
}

/// The findings about a file, those that hold up the import first.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let text = use_text();
    let session = use_session();
    let mut ordered: Vec<&Check> = props.checks.iter().collect();
    table::order::sort_by_key(&mut ordered, |c| !c.blocks());
    let accounts = |check: &Check| match check {
        Check::DateTaken { snapshot, .. } => {
            session.snapshots.iter().find(|s| s.id == *snapshot).map_or(0, |s| s.rows)
        }
        _ => 0,
    };
    html! {
        <ul class="findings" aria-live="polite">
            for check in ordered {
                <li key={format!("{check:?}")} class={if check.blocks() { "finding blocks" } else { "finding" }}>
                    <Icon name={if check.blocks() { IconName::Warning } else { IconName::Info }} />
                    <div>
                        <p>{ words_of(&text, check, props, accounts(check)) }</p>
                        { remedy(&text, check, props) }
                    </div>
                </li>
            }
        </ul>
    }
}

fn words_of(text: &Text, check: &Check, props: &FindingsProps, accounts: u64) -> AttrValue {
    let date = || props.draft.date.map(|d| text.date(d)).unwrap_or_default();
    match check {
        Check::NotText => text.t("data-check-not-text"),
        Check::Empty => text.t("data-check-empty"),
        Check::NoRows => text.t("data-check-no-rows"),
        Check::NoRowFits(records, line, kind) => {
            let why = text.t(super::super::words::diagnostic(*kind));
            let args = [("rows", (*records).into()), ("line", (*line).into()), ("why", why.into())];
            text.with("data-check-no-row-fits", &args)
        }
        Check::NoAccountId => text.t("data-check-no-account-id"),
        Check::NoDate => text.t("data-check-no-date"),
        Check::SameDate(other) => {
            let file = props.others.get(*other).cloned().unwrap_or_default();
            text.with("data-check-same-date", &[("file", file.into()), ("date", date().into())])
        }
        Check::DateTaken { agreed, .. } => text.with(
            if agreed.is_some() { "data-check-date-taken" } else { "data-check-date-of-another" },
            &[("date", date().into()), ("accounts", accounts.into())],
        ),
        Check::OneColumn => text.t("data-check-one-column"),
        Check::LinesAbove(lines) => {
            text.with("data-check-lines-above", &[("lines", (*lines).into())])
        }
        Check::UncertainEncoding => text.t("data-check-uncertain-encoding"),
        Check::AmbiguousDates(column) => {
            let name = props.draft.layout.columns.get(*column).map_or("", |c| c.name.as_str());
            text.with("data-check-ambiguous-dates", &[("column", name.into())])
        }
        Check::AmbiguousNumbers(column) => {
            let name = props.draft.layout.columns.get(*column).map_or("", |c| c.name.as_str());
            text.with("data-check-ambiguous-numbers", &[("column", name.into())])
        }
        Check::DecimalCommas(column) => {
            let name = props.draft.layout.columns.get(*column).map_or("", |c| c.name.as_str());
            text.with("data-check-decimal-commas", &[("column", name.into())])
        }
    }
}

/// The control that mends it, where there is one beside the words.
fn remedy(text: &Text, check: &Check, props: &FindingsProps) -> Html {
    match check {
        Check::DateTaken { agreed: Some(agreed), snapshot } => {
            let (key, snapshot) = (props.file_key, *snapshot);
            let onchange = props.on.reform(move |e: Event| {
                let checked = e.target_unchecked_into::<HtmlInputElement>().checked();
                WizardAction::Agree(key, checked.then_some(snapshot))
            });
            html! {
                <div class="finding-choices">
                    <label class="data-check">
                        <input type="checkbox" checked={*agreed} {onchange} data-testid="wizard-replace" />
                        { text.t("data-check-replace") }
                    </label>
                    if props.others.len() > 1 {
                        <button class="button plain" type="button" onclick={props.on_leave_out.clone()}>
                            { text.t("data-leave-out-this") }
                        </button>
                    }
                </div>
            }
        }
        Check::AmbiguousDates(column) => {
            let (key, column) = (props.file_key, *column);
            let plan = props.draft.layout.columns.get(column);
            let order = plan.map(|c| c.date_order).unwrap_or_default();
            let onchange = props.on.reform(move |i: usize| {
                let order = DATE_ORDERS.get(i).copied().unwrap_or_default();
                WizardAction::Change(key, DraftChange::DateOrder(column, order))
            });
            html! {
                <Pick
                    label={text.t("data-date-order")} selected={words::place(&DATE_ORDERS, &order)}
                    options={words::options(text, &DATE_ORDERS, words::date_order)} {onchange}
                />
            }
        }
        Check::AmbiguousNumbers(column) => {
            let (key, column) = (props.file_key, *column);
            let plan = props.draft.layout.columns.get(column);
            let mark = plan.map(|c| c.decimal).unwrap_or_default();
            let onchange = props.on.reform(move |i: usize| {
                let mark = DECIMAL_MARKS.get(i).copied().unwrap_or_default();
                WizardAction::Change(key, DraftChange::Decimal(column, mark))
            });
            html! {
                <Pick
                    label={text.t("data-decimal-mark")} selected={words::place(&DECIMAL_MARKS, &mark)}
                    options={words::options(text, &DECIMAL_MARKS, words::decimal_mark)} {onchange}
                />
            }
        }
        _ => html! { <></> },
    }
}
