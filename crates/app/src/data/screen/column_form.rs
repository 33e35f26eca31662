//! A column: what it is called, and how a derived one is worked out.

use super::super::model::{Edited, cycle, derived, edit};
use super::super::parts::{Labelled, Pick};
use super::super::words;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::Dialog;
use crate::scoring::{LiveFormula, Wanted};
use crate::state::{use_actions, use_document, use_session};
use crate::text::use_text;
use plan::{BadColumnName, DERIVED_ROLES, Edit, Gesture};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`ColumnForm`].
#[derive(PartialEq, Properties)]
pub struct ColumnFormProps {
    /// The column.
    pub edited: Edited,
    /// Done, or not wanted.
    pub on_close: Callback<()>,
}

/// A dialog with the column's name; of a derived one also its formula, with what that gives, and its role.
#[component]
pub fn ColumnForm(props: &ColumnFormProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let document = use_document().document;
    let edited = &props.edited;
    let kept = match edited {
        Edited::OfFile(name) => name.clone(),
        Edited::New | Edited::Derived(_) => String::new(),
    };
    let wanted = use_state(|| {
        let mut column = derived(&document, edited);
        if !kept.is_empty() {
            column.name.clone_from(&kept);
        }
        column
    });
    let refused = use_state_eq(|| None::<BadColumnName>);
    let is_derived = !matches!(edited, Edited::OfFile(_));
    let way = if is_derived { cycle(&document, edited, &wanted) } else { None };
    let mark = way.map(|way| text.with("data-column-cycle", &[("way", way.join(" → ").into())]));
    let ready = !wanted.name.trim().is_empty()
        && (!is_derived || !wanted.formula.trim().is_empty() && mark.is_none());
    let onname = {
        let (wanted, refused) = (wanted.clone(), refused.clone());
        Callback::from(move |e: InputEvent| {
            let input: HtmlInputElement = e.target_unchecked_into();
            let mut column = (*wanted).clone();
            column.name = input.value();
            wanted.set(column);
            refused.set(None);
        })
    };
    let on_draft = {
        let wanted = wanted.clone();
        Callback::from(move |formula: AttrValue| {
            let mut column = (*wanted).clone();
            column.formula = formula.to_string();
            wanted.set(column);
        })
    };
    let on_role = {
        let wanted = wanted.clone();
        Callback::from(move |place: usize| {
            let mut column = (*wanted).clone();
            column.role = DERIVED_ROLES.get(place).copied().unwrap_or(column.role);
            wanted.set(column);
        })
    };
    let onsubmit = {
        let (actions, session, edited) = (actions.clone(), session.clone(), edited.clone());
        let (wanted, refused, on_close) = (wanted.clone(), refused.clone(), props.on_close.clone());
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            if !ready {
                return;
            }
            let made = {
                let desk = actions.desk().borrow();
                edit(desk.document(), &edited, &wanted, &session.snapshots)
            };
            match made {
                Ok(edit) if edit == Edit::Batch(Vec::new()) => on_close.emit(()),
                Ok(edit) => {
                    if actions.edit(edit, Gesture::Once) {
                        on_close.emit(());
                    }
                }
                Err(why) => refused.set(Some(why)),
            }
        })
    };
    let delete = match edited {
        Edited::Derived(id) => {
            let (id, on_close) = (*id, props.on_close.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                if actions.edit(Edit::Remove(id), Gesture::Once) {
                    on_close.emit(());
                }
            });
            html! { <button type="button" class="button danger" {onclick}>{ text.t("data-column-delete") }</button> }
        }
        Edited::New | Edited::OfFile(_) => Html::default(),
    };
    let cancel = props.on_close.reform(|_: MouseEvent| ());
    let title = text.t(match edited {
        Edited::New => "data-column-new",
        Edited::OfFile(_) => "data-column-rename",
        Edited::Derived(_) => "data-column-edit",
    });
    html! {
        <Dialog {title} on_close={props.on_close.clone()}>
            <form class="column-form" {onsubmit}>
                <Labelled label={text.t("data-column-name")}>
                    <input
                        type="text" class="field" autocomplete="off" autofocus=true value={wanted.name.clone()} oninput={onname}
                        aria-invalid={refused.map(|_| "true")} aria-describedby="column-name-note"
                    />
                </Labelled>
                <p id="column-name-note" class="small quiet" aria-live="polite">
                    if let Some(why) = *refused {
                        { text.t(match why {
                            BadColumnName::Taken => "data-column-name-taken",
                            BadColumnName::MeansScore => "data-column-name-means-score",
                        }) }
                    } else if *edited != Edited::New {
                        { text.t("data-column-name-note") }
                    }
                </p>
                <div class="column-form-derived" hidden={!is_derived}>
                    if is_derived {
                        <div class="data-field">
                            <span class="data-field-label">{ text.t("data-column-formula") }</span>
                            <LiveFormula
                                label={text.t("data-column-formula")} value={wanted.formula.clone()} wanted={Wanted::Column} {mark}
                                placeholder={text.t("data-column-formula-example")} on_draft={on_draft.clone()} on_commit={on_draft}
                            />
                        </div>
                        <Labelled label={text.t("data-role")}>
                            <Pick
                                options={words::options(&text, &DERIVED_ROLES, words::role)} onchange={on_role}
                                selected={words::place(&DERIVED_ROLES, &wanted.role)}
                            />
                        </Labelled>
                    }
                </div>
                <div class="dialog-actions">
                    { delete }
                    <button type="button" class="button" onclick={cancel}>{ text.t("cancel") }</button>
                    <button type="submit" class="button primary" disabled={!ready}>{ text.t("data-column-save") }</button>
                </div>
            </form>
        </Dialog>
    }
}
