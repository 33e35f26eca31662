//! Deleting a snapshot: the second step.

use super::date_change::ChangeProps;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::ProblemLine;
use crate::state::use_actions;
use crate::text::use_text;
use engine::message::{Call, Problem};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Says what would be gone and asks once more.
#[component]
pub fn Delete(props: &ChangeProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let problem = use_state_eq(|| None::<Problem>);
    let keep = use_node_ref();
    {
        // the focus goes to the harmless button: Enter twice deletes nothing
        let keep = keep.clone();
        use_effect_with((), move |()| {
            if let Some(button) = keep.cast::<HtmlElement>() {
                // an element of our own page can be focused
                let _ = button.focus();
            }
        });
    }
    let delete = {
        let (id, problem, onclose) = (props.info.id, problem.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let (actions, problem, onclose) = (actions.clone(), problem.clone(), onclose.clone());
            actions.clone().run(async move {
                match actions.snapshots_by(Call::DeleteSnapshot(id), &[]).await {
                    Ok(_) => onclose.emit(()),
                    Err(p) => problem.set(Some(p)),
                }
                Ok(())
            });
        })
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    let args = [("date", text.date(props.info.date).into()), ("accounts", props.info.rows.into())];
    html! {
        <div class="snapshot-form" role="group" aria-labelledby="delete-question">
            <p id="delete-question">{ text.with("data-delete-question", &args) }</p>
            <button class="button" type="button" ref={keep} onclick={cancel}>{ text.t("data-keep") }</button>
            <button class="button danger" type="button" onclick={delete} data-testid="delete-confirm">
                { text.t("data-delete-confirm") }
            </button>
            <div>
                if let Some(problem) = &*problem {
                    <ProblemLine problem={problem.clone()} />
                }
            </div>
        </div>
    }
}
