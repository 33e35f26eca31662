//! Changing a snapshot's date, in place.

use super::super::parts::{DateField, Labelled};
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::ProblemLine;
use crate::state::{use_actions, use_session};
use crate::text::use_text;
use engine::message::{Call, Problem, SnapshotInfo};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`DateChange`] and of [`super::delete::Delete`].
#[derive(Properties, PartialEq)]
pub struct ChangeProps {
    /// The snapshot.
    pub info: Rc<SnapshotInfo>,
    /// Done, or not wanted.
    pub onclose: Callback<()>,
}

/// A date and a button.
#[component]
pub fn DateChange(props: &ChangeProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let date = use_state_eq(|| Some(props.info.date));
    let problem = use_state_eq(|| None::<Problem>);
    let taken = session.snapshots.iter().any(|s| s.id != props.info.id && Some(s.date) == *date);
    let onchange = {
        let date = date.clone();
        Callback::from(move |d| date.set(d))
    };
    let onsubmit = {
        let (id, date, onclose) = (props.info.id, *date, props.onclose.clone());
        let problem = problem.clone();
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            let Some(date) = date.filter(|_| !taken) else { return };
            let (actions, onclose, problem) = (actions.clone(), onclose.clone(), problem.clone());
            actions.clone().run(async move {
                match actions.say_of_snapshots(Call::SetDate(id, date)).await {
                    Ok(_) => onclose.emit(()),
                    Err(p) => problem.set(Some(p)),
                }
                Ok(())
            });
        })
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <form class="snapshot-form" {onsubmit}>
            <Labelled label={text.t("data-snapshot-date")}>
                <DateField value={*date} {onchange} invalid={taken || date.is_none()} described_by="date-taken" />
            </Labelled>
            <button class="button primary" type="submit" disabled={taken || date.is_none()}>
                { text.t("data-change-date") }
            </button>
            <button class="button" type="button" onclick={cancel}>{ text.t("cancel") }</button>
            <p id="date-taken" class="small" aria-live="polite">
                if taken {
                    { text.t("data-date-is-taken") }
                }
            </p>
            <div>
                if let Some(problem) = &*problem {
                    <ProblemLine problem={problem.clone()} />
                }
            </div>
        </form>
    }
}
