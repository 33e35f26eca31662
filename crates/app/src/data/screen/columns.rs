//! The columns of a snapshot, as rows.

use super::super::model::Edited;
use super::super::words::{self, ROLES};
use super::column_form::ColumnForm;
use super::column_row::{ColumnRow, Derived};
use crate::hooks::{use_callback, use_memo, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName, ProblemLine};
use crate::query::use_view;
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, ColumnInfo, SnapshotInfo};
use plan::{Body, DERIVED_ROLES, Document};
use std::rc::Rc;
use table::{OutcomeMeaning, Role};
use yew::prelude::*;

/// The roles that can be given here: all but the account id, which is read with the file.
pub const OFFERED: &[Role] = ROLES.split_at(1).1;

/// Properties of [`Columns`].
#[derive(Properties, PartialEq)]
pub struct ColumnsProps {
    /// The snapshot.
    pub info: Rc<SnapshotInfo>,
    /// Whether this tab may change anything.
    pub writable: bool,
}

/// The table of columns.
#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let text = use_text();
    let snapshots = use_session().snapshots.len();
    let view = use_view(Some(Call::Columns(props.info.id)));
    let roles = use_memo(text.clone(), |text| words::options(text, OFFERED, words::role));
    let derived_roles =
        use_memo(text.clone(), |text| words::options(text, &DERIVED_ROLES, words::role));
    let document = use_document().document;
    let edited = use_state_eq(|| None::<Edited>);
    let open = {
        let edited = edited.clone();
        use_callback((), move |what: Edited, ()| edited.set(Some(what)))
    };
    let on_close = {
        let edited = edited.clone();
        Callback::from(move |()| edited.set(None))
    };
    let yes = if props.info.outcome_is_churn {
        OutcomeMeaning::OneIsChurned
    } else {
        OutcomeMeaning::OneIsRenewed
    };
    let columns = match view.answer.as_deref() {
        Some(Answer::Columns(columns)) => columns.as_slice(),
        _ => &[],
    };
    // those that cannot be made are rows too
    let count = if columns.is_empty() { props.info.columns.len() } else { columns.len() };
    let heads = [
        ("data-column", ""),
        ("data-role", ""),
        ("data-type", ""),
        ("data-values", ""),
        ("data-absent", "number"),
        ("data-distinct", "number"),
        ("data-misfits", "number"),
        ("data-in-snapshots", ""),
    ];
    html! {
        <section class="columns" aria-labelledby="columns-title">
            <div class="columns-head">
                <h2 id="columns-title">
                    { text.with("data-columns", &[("count", count.into())]) }
                </h2>
                if props.writable {
                    <button type="button" class="button" onclick={open.reform(|_: MouseEvent| Edited::New)}>
                        <Icon name={IconName::Plus} />{ text.t("data-column-new") }
                    </button>
                }
            </div>
            <p id="columns-id-note" class="small quiet">{ text.t("data-id-is-fixed") }</p>
            <div>
                if let Some(problem) = &view.problem {
                    <ProblemLine problem={problem.clone()} />
                }
            </div>
            <div class="columns-scroll card" role="group" tabindex="0" aria-labelledby="columns-title" aria-busy={view.waiting.to_string()}>
                <table>
                    <thead>
                        <tr>
                            for (id, class) in heads {
                                <th key={id} scope="col" {class}>{ text.t(id) }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for column in columns {
                            <ColumnRow
                                key={format!("{}{}", column.name, column.in_file.is_some())} column={Rc::new(column.clone())}
                                derived={derived_of(&document, column)} on_edit={open.clone()}
                                roles={if column.in_file.is_some() { (*roles).clone() } else { (*derived_roles).clone() }}
                                rows={props.info.rows} {snapshots} writable={props.writable} {yes}
                            />
                        }
                    </tbody>
                </table>
            </div>
            <div>
                if let Some(edited) = &*edited {
                    <ColumnForm edited={edited.clone()} {on_close} />
                }
            </div>
        </section>
    }
}

/// The derived column of the document that a row is of.
fn derived_of(document: &Document, column: &ColumnInfo) -> Option<Derived> {
    if column.in_file.is_some() {
        return None;
    }
    let element = document.derived_columns().into_iter().find(|e| e.name == column.name)?;
    let Body::DerivedColumn { formula, role } = &element.body else { return None };
    Some(Derived { id: element.id, formula: formula.clone().into(), role: *role })
}
