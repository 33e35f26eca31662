//! The columns of a snapshot, as rows.

use super::super::parts::Pick;
use super::super::words::{self, MEANINGS, ROLES};
use super::shape::Shape;
use crate::parts::ProblemLine;
use crate::query::use_view;
use crate::state::{use_actions, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, ColumnInfo, ColumnShape, SnapshotInfo};
use std::rc::Rc;
use table::{OutcomeMeaning, Role};
use yew::prelude::*;

/// The roles that can be given here: all but the account id, which is read with the file.
const OFFERED: &[Role] = ROLES.split_at(1).1;

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
    let yes = if props.info.outcome_is_churn {
        OutcomeMeaning::OneIsChurned
    } else {
        OutcomeMeaning::OneIsRenewed
    };
    let columns = match view.answer.as_deref() {
        Some(Answer::Columns(columns)) => columns.as_slice(),
        _ => &[],
    };
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
            <h2 id="columns-title">
                { text.with("data-columns", &[("count", props.info.columns.len().into())]) }
            </h2>
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
                                key={&*column.name} column={Rc::new(column.clone())} roles={(*roles).clone()}
                                rows={props.info.rows} {snapshots} writable={props.writable} yes={yes}
                            />
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// Properties of [`ColumnRow`].
#[derive(Properties, PartialEq)]
struct ColumnRowProps {
    column: Rc<ColumnInfo>,
    roles: Rc<[AttrValue]>,
    rows: u64,
    snapshots: usize,
    writable: bool,
    /// What 1 or yes means in the outcome column.
    yes: OutcomeMeaning,
}

/// Whether somebody has to say what 1 or yes means: of an outcome column whose values don't.
fn asks_meaning(column: &ColumnInfo) -> bool {
    let worded = match &column.shape {
        ColumnShape::Top(values) => {
            let values: Vec<&str> = values.iter().map(|v| v.value.as_str()).collect();
            score::ChurnedWhen::is_worded(&values)
        }
        _ => false,
    };
    column.role == Role::Outcome && !worded
}

#[component]
fn ColumnRow(props: &ColumnRowProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let column = &props.column;
    let onchange = {
        let name = column.name.clone();
        Callback::from(move |i: usize| {
            let role = OFFERED.get(i).copied().unwrap_or(Role::Other);
            let (actions, column) = (actions.clone(), name.clone());
            actions.clone().run(async move {
                actions.snapshots_by(Call::SetRole { column, role }, &[]).await.map(|_| ())
            });
        })
    };
    let on_yes = {
        let (actions, name) = (use_actions(), column.name.clone());
        Callback::from(move |i: usize| {
            let meaning = MEANINGS.get(i).copied().unwrap_or_default();
            let (actions, column) = (actions.clone(), name.clone());
            actions.clone().run(async move {
                let call = Call::SetOutcomeMeaning { column, meaning };
                actions.snapshots_by(call, &[]).await.map(|_| ())
            });
        })
    };
    let share = column.absent as f64 / props.rows.max(1) as f64;
    let absent = match column.absent {
        0 => text.percent(0.0, 0),
        _ if share < 0.001 => format!("< {}", text.percent(0.001, 1)),
        _ => text.percent(share, usize::from(share < 0.1)),
    };
    let zero =
        |n: u64, some: &'static str| classes!("number", if n == 0 { "columns-zero" } else { some });
    let among = [("count", column.in_snapshots.len().into()), ("of", props.snapshots.into())];
    html! {
        <tr>
            <th scope="row" class="columns-name" title={column.name.clone()}>{ &column.name }</th>
            <td>
                if column.role == Role::AccountId {
                    <span key="id" class="columns-id" aria-describedby="columns-id-note">{ text.t(words::role(column.role)) }</span>
                } else {
                    <Pick
                        key="role" {onchange} disabled={!props.writable} options={props.roles.clone()}
                        label={text.with("data-role-of", &[("column", column.name.as_str().into())])}
                        selected={words::place(OFFERED, &column.role)}
                    />
                }
                <div key="yes">
                    if asks_meaning(column) {
                        <Pick
                            onchange={on_yes} disabled={!props.writable}
                            options={words::options(&text, &MEANINGS, words::yes_means)}
                            label={text.with("data-outcome-meaning", &[("column", column.name.as_str().into())])}
                            selected={words::place(&MEANINGS, &props.yes)}
                        />
                    }
                </div>
            </td>
            <td>{ text.t(words::column_type(column.column_type)) }</td>
            <td><Shape info={column.clone()} rows={props.rows} /></td>
            <td class={zero(column.absent, "")}>{ absent }</td>
            <td class="number">{ text.integer(column.distinct) }</td>
            <td class={zero(column.misfits, "columns-bad")}>{ text.integer(column.misfits) }</td>
            <td class="quiet">{ text.with("data-count-of", &among) }</td>
        </tr>
    }
}
