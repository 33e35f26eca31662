//! One column of a snapshot, as a row.

use super::super::model::{Edited, give_up};
use super::super::parts::Pick;
use super::super::words::{self, MEANINGS};
use super::columns::OFFERED;
use super::shape::Shape;
use crate::markup::html;
use crate::parts::{Icon, IconName, focus_first_soon, problem_mark};
use crate::state::use_actions;
use crate::text::{Text, use_text};
use engine::message::{Call, ColumnInfo, ColumnShape, Unmade};
use plan::{Body, DERIVED_ROLES, Document, Edit, ElementId, Gesture};
use std::rc::Rc;
use table::{OutcomeMeaning, Role};
use yew::prelude::*;

/// What the document says of a derived column.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The element.
    pub id: ElementId,
    /// How it is worked out.
    pub formula: AttrValue,
    /// What it is for.
    pub role: Role,
}

/// Properties of [`ColumnRow`].
#[derive(Properties, PartialEq)]
pub struct ColumnRowProps {
    /// The column.
    pub column: Rc<ColumnInfo>,
    /// What the document says of it, when it is worked out.
    pub derived: Option<Derived>,
    /// The roles that it can have.
    pub roles: Rc<[AttrValue]>,
    /// Accounts of the snapshot.
    pub rows: u64,
    /// How many snapshots there are.
    pub snapshots: usize,
    /// Whether this tab may change anything.
    pub writable: bool,
    /// What 1 or yes means in the outcome column.
    pub yes: OutcomeMeaning,
    /// The user wants to name it, or work it out, otherwise.
    pub on_edit: Callback<Edited>,
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

/// One column as a row.
#[component]
pub fn ColumnRow(props: &ColumnRowProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let column = &props.column;
    let onchange = {
        let (name, derived) = (column.name.clone(), props.derived.clone());
        Callback::from(move |i: usize| {
            if let Some(Derived { id, formula, .. }) = &derived {
                let role = DERIVED_ROLES.get(i).copied().unwrap_or(Role::Other);
                let body = Body::DerivedColumn { formula: formula.to_string(), role };
                let change = |document: &Document| {
                    let mut edits = give_up(document, role, Some(*id));
                    edits.push(Edit::SetBody { id: *id, body });
                    Edit::batch(edits)
                };
                actions.edit_with(change, Gesture::Once);
                return;
            }
            let role = OFFERED.get(i).copied().unwrap_or(Role::Other);
            // A derived column has it before one of the file.
            let given_up = give_up(actions.desk().borrow().document(), role, None);
            if !given_up.is_empty() {
                actions.edit(Edit::batch(given_up), Gesture::Once);
            }
            let (actions, column) = (actions.clone(), name.clone());
            actions
                .clone()
                .run(async move { actions.say_of_snapshots(Call::SetRole { column, role }).await });
        })
    };
    let on_yes = {
        let (actions, name) = (use_actions(), column.name.clone());
        Callback::from(move |i: usize| {
            let meaning = MEANINGS.get(i).copied().unwrap_or_default();
            let (actions, column) = (actions.clone(), name.clone());
            actions.clone().run(async move {
                let call = Call::SetOutcomeMeaning { column, meaning };
                actions.say_of_snapshots(call).await
            });
        })
    };
    let work_out = {
        let actions = use_actions();
        Callback::from(move |_: MouseEvent| {
            actions.work_out();
            // The button goes once the column is there.
            focus_first_soon(".columns-scroll".to_owned());
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
    let on_edit = {
        let what = match &props.derived {
            Some(derived) => Edited::Derived(derived.id),
            None => Edited::OfFile(column.name.clone()),
        };
        props.on_edit.reform(move |_: MouseEvent| what.clone())
    };
    let edit_label =
        if props.derived.is_some() { "data-column-edit-of" } else { "data-column-rename-of" };
    let note = match (&props.derived, &column.in_file) {
        (Some(derived), _) => AttrValue::from(format!("= {}", derived.formula)),
        (None, Some(own)) if *own != column.name => {
            text.with("data-column-in-file", &[("column", own.as_str().into())])
        }
        _ => AttrValue::default(),
    };
    let selected = match &props.derived {
        Some(derived) => words::place(&DERIVED_ROLES, &derived.role),
        None => words::place(OFFERED, &column.role),
    };
    let among = [("count", column.in_snapshots.len().into()), ("of", props.snapshots.into())];
    html! {
        <tr>
            <th scope="row" class="columns-name" title={column.name.clone()}>
                <span class="columns-name-line">
                    <span class="columns-name-text">{ &column.name }</span>
                    if props.writable {
                        <button
                            type="button" class="button plain icon columns-edit" onclick={on_edit}
                            aria-label={text.with(edit_label, &[("column", column.name.as_str().into())])}
                        ><Icon name={IconName::Pencil} /></button>
                    }
                </span>
                <span class="columns-note small" title={note.clone()}>{ note }</span>
            </th>
            <td>
                if column.role == Role::AccountId {
                    <span key="id" class="columns-id" aria-describedby="columns-id-note">{ text.t(words::role(column.role)) }</span>
                } else {
                    <Pick
                        key="role" {onchange} disabled={!props.writable} options={props.roles.clone()}
                        label={text.with("data-role-of", &[("column", column.name.as_str().into())])}
                        {selected}
                    />
                }
                <div key="yes">
                    if props.derived.is_some() && asks_meaning(column) {
                        <span key="says" class="small quiet">{ text.t(words::yes_means(props.yes)) }</span>
                    } else if asks_meaning(column) {
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
            <td>
                if let Some(why) = &column.unmade {
                    <span key="unmade" class="columns-bad columns-unmade"><Icon name={IconName::Warning} />{ unmade(&text, why) }</span>
                    if *why == Unmade::Left {
                        <button key="work-out" type="button" class="button plain" onclick={work_out}>{ text.t("data-column-work-out") }</button>
                    }
                } else {
                    <div key="shape">
                        <Shape info={column.clone()} rows={props.rows} />
                        if let Some(called) = &column.name_taken {
                            <span class="columns-bad columns-unmade small" data-testid="name-taken"><Icon name={IconName::Warning} />{ text.with("data-column-keeps-name", &[("called", called.as_str().into())]) }</span>
                        }
                    </div>
                }
            </td>
            <td class={zero(column.absent, "")}>{ absent }</td>
            <td class="number">{ text.integer(column.distinct) }</td>
            <td class={zero(column.misfits, "columns-bad")}>{ text.integer(column.misfits) }</td>
            <td class="quiet">{ text.with("data-count-of", &among) }</td>
        </tr>
    }
}

/// Why the snapshot does not have it, in words.
fn unmade(text: &Text, why: &Unmade) -> AttrValue {
    match why {
        Unmade::NameTaken => text.t("data-column-name-in-file"),
        Unmade::Cycle(way) => {
            let way: Vec<&str> = way.iter().chain(way.first()).map(String::as_str).collect();
            text.with("data-column-cycle", &[("way", way.join(" → ").into())])
        }
        Unmade::Left => text.t("data-column-left"),
        Unmade::NoRoom => text.t("data-column-no-room"),
        Unmade::Formula(problem) => problem_mark(text, problem).words,
    }
}
