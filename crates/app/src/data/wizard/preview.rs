//! The first rows of a file, with what each column is for in its header; a list of columns where the
//! screen is narrow.

use super::super::model::{Draft, DraftChange};
use super::super::parts::Pick;
use super::super::words::{self, ROLES, TYPES};
use super::state::WizardAction;
use crate::hooks::use_memo;
use crate::markup::html;
use crate::text::{Text, use_text};
use std::rc::Rc;
use table::{ColumnPlan, ColumnType, Role};
use yew::prelude::*;

/// Properties of [`Preview`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The file's identity within the wizard.
    pub file_key: u32,
    /// How the file is read.
    pub draft: Rc<Draft>,
    /// Changes the wizard.
    pub on: Callback<WizardAction>,
}

/// The first rows as they stand in the file.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let text = use_text();
    let roles = use_memo(text.clone(), |text| words::options(text, &ROLES, words::role));
    let inspection = &props.draft.look.inspection;
    let columns = &props.draft.layout.columns;
    html! {
        <div class="preview" role="region" tabindex="0" aria-label={text.t("data-preview")}>
            <table>
                <caption class="hidden-visually">{ text.t("data-preview") }</caption>
                <thead>
                    <tr>
                        for (i, plan) in columns.iter().enumerate() {
                            <th key={i} scope="col" data-role={words::role(plan.role)}>
                                <ColumnHead
                                    file_key={props.file_key} column={i} plan={Rc::new(plan.clone())}
                                    roles={(*roles).clone()} on={props.on.clone()}
                                    examples={examples(&text, &props.draft, i)}
                                />
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (r, row) in inspection.preview.iter().enumerate() {
                        <tr key={r}>
                            for (c, cell) in row.iter().enumerate() {
                                <td key={c} class={cell_class(columns.get(c))}>{ cell.clone() }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// Some values of a column, for the list of columns.
fn examples(text: &Text, draft: &Draft, column: usize) -> AttrValue {
    let look = draft.look.inspection.columns.get(column);
    let values: Vec<&str> =
        look.map_or_else(Vec::new, |l| l.examples.iter().take(3).map(String::as_str).collect());
    values.join(&text.t("data-list-separator")).into()
}

fn cell_class(plan: Option<&ColumnPlan>) -> Option<&'static str> {
    let column_type = plan.map(ColumnPlan::read_as);
    matches!(column_type, Some(ColumnType::Integer | ColumnType::Decimal)).then_some("number")
}

/// Properties of [`ColumnHead`].
#[derive(Properties, PartialEq)]
struct ColumnHeadProps {
    file_key: u32,
    column: usize,
    plan: Rc<ColumnPlan>,
    roles: Rc<[AttrValue]>,
    examples: AttrValue,
    on: Callback<WizardAction>,
}

/// Name, role and type of a column.
#[component]
fn ColumnHead(props: &ColumnHeadProps) -> Html {
    let text = use_text();
    let plan = &props.plan;
    let (key, column) = (props.file_key, props.column);
    let on_role = props.on.reform(move |i: usize| {
        let role = ROLES.get(i).copied().unwrap_or(Role::Other);
        WizardAction::Change(key, DraftChange::Role(column, role))
    });
    let on_type = props.on.reform(move |i: usize| {
        let to = i.checked_sub(1).and_then(|i| TYPES.get(i).copied());
        WizardAction::Change(key, DraftChange::Type(column, to))
    });
    let types = use_memo((text.clone(), plan.guess), |(text, guess)| {
        let guess = text.t(words::column_type(*guess));
        let automatic = text.with("data-type-automatic", &[("type", guess.into())]);
        let list =
            std::iter::once(automatic).chain(TYPES.iter().map(|t| text.t(words::column_type(*t))));
        list.collect::<Rc<[AttrValue]>>()
    });
    let chosen = plan.column_type.map_or(0, |t| words::place(&TYPES, &t) + 1);
    let name = || ("column", plan.name.as_str().into());
    html! {
        <div class="column-head">
            <span class="column-name" title={plan.name.clone()}>{ &plan.name }</span>
            <span class="column-examples quiet small" aria-hidden="true">{ props.examples.clone() }</span>
            <Pick
                label={text.with("data-role-of", &[name()])} options={props.roles.clone()}
                selected={words::place(&ROLES, &plan.role)} onchange={on_role}
            />
            <Pick
                label={text.with("data-type-of", &[name()])} options={(*types).clone()}
                selected={chosen} onchange={on_type}
            />
        </div>
    }
}
