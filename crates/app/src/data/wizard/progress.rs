//! How far reading is, with its cancel.

use crate::hooks::use_effect_with;
use crate::markup::html;
use crate::parts::Progress;
use crate::state::{use_actions, use_session};
use crate::text::use_text;
use engine::message::Phase;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Reading`].
#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    /// The call that reads, once it was sent.
    pub call: Option<u32>,
}

/// The progress of reading: bytes and rows count up. Only of this reading: other work of the session
/// is the status line's.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let title = use_node_ref();
    {
        // not to the button: the Enter that began the reading must not stop it
        let title = title.clone();
        use_effect_with((), move |()| {
            if let Some(element) = title.cast::<HtmlElement>() {
                // an element of our own page can be focused
                let _ = element.focus();
            }
        });
    }
    let own = session.work.as_ref().filter(|w| Some(w.call) == props.call);
    let (call, progress) = (props.call, own.map(|w| w.progress).unwrap_or_default());
    let reading = progress.phase == Phase::Reading;
    let label = text.t(if reading { "data-reading" } else { "data-storing" });
    let cancel = Callback::from(move |_: MouseEvent| {
        if let Some(call) = call {
            actions.cancel(call);
        }
    });
    let (done, total) = if reading {
        (text.bytes(progress.done), text.bytes(progress.total))
    } else {
        (text.integer(progress.done), text.integer(progress.total))
    };
    html! {
        <div class="reading card">
            <h2 ref={title} tabindex="-1">{ label.clone() }</h2>
            <Progress {label} done={progress.done as f64} total={progress.total as f64} />
            <p class="reading-rows">
                <strong>{ text.integer(progress.rows) }</strong>
                { " " }{ text.t("data-rows-so-far") }
            </p>
            <p class="quiet">
                if progress.total > 0 {
                    { text.with("data-done-of", &[("done", done.into()), ("total", total.into())]) }
                }
            </p>
            <button class="button" type="button" onclick={cancel} disabled={call.is_none()}>
                { text.t("cancel") }
            </button>
            <p class="quiet small">{ text.t("data-cancel-leaves") }</p>
        </div>
    }
}
