//! Which columns the table shows; kept in the workspace.

use super::columns::choosable;
use super::filter::Popover;
use crate::hooks::use_callback;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::state::{use_actions, use_document};
use crate::text::use_text;
use engine::message::SnapshotInfo;
use plan::{AccountsView, Document, Edit, Gesture};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Chooser`].
#[derive(PartialEq, Properties)]
pub struct ChooserProps {
    /// The snapshot whose columns are offered.
    pub snapshot: Rc<SnapshotInfo>,
    /// The columns shown now, in order.
    pub shown: Rc<[String]>,
}

/// What the user does to the columns.
enum Step {
    /// Shows or hides the column of this name.
    Tick(String),
    /// Moves the column at this place one forward.
    Earlier(usize),
}

/// The columns to be ticked; the ticked ones can be moved.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let writable = use_document().writable;
    let set = {
        let shown = props.shown.clone();
        use_callback((actions, shown), |change: Step, (actions, shown)| {
            let mut columns = shown.to_vec();
            match change {
                Step::Tick(name) => match columns.iter().position(|c| *c == name) {
                    Some(at) => {
                        columns.remove(at);
                    }
                    None => columns.push(name),
                },
                Step::Earlier(at) if at > 0 && at < columns.len() => columns.swap(at - 1, at),
                Step::Earlier(_) => return,
            }
            let make = |document: &Document| {
                let columns = Some(columns);
                Edit::SetAccountsView(AccountsView { columns, ..document.accounts.clone() })
            };
            actions.edit_with(make, Gesture::Once);
        })
    };
    let tick = |name: &str| {
        let name = name.to_owned();
        set.reform(move |_: Event| Step::Tick(name.clone()))
    };
    let earlier = |at: usize| set.reform(move |_: MouseEvent| Step::Earlier(at));
    let rest = choosable(&props.snapshot).map(|c| &c.0).filter(|name| !props.shown.contains(name));
    html! {
        <Popover label={text.t("accounts-columns")} icon={IconName::Columns} at_end=true>
            <p class="small quiet">{ text.t("accounts-columns-hint") }</p>
            <ul class="chooser">
                for (i, name) in props.shown.iter().enumerate() {
                    <li key={format!("on {name}")}>
                        <label class="tick">
                            <input type="checkbox" checked=true disabled={!writable} onchange={tick(name)} />
                            <span>{ name.clone() }</span>
                        </label>
                        <button
                            type="button" class="button plain icon" disabled={i == 0 || !writable} onclick={earlier(i)}
                            aria-label={text.with("accounts-column-earlier", &[("column", name.as_str().into())])}
                        ><Icon name={IconName::Up} /></button>
                    </li>
                }
                for name in rest {
                    <li key={format!("off {name}")}>
                        <label class="tick">
                            <input type="checkbox" checked=false disabled={!writable} onchange={tick(name)} />
                            <span>{ name.clone() }</span>
                        </label>
                    </li>
                }
            </ul>
        </Popover>
    }
}
