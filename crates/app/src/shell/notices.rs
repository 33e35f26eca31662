//! What the user should know, above the status line until dismissed. What went well leaves by
//! itself after a while; a problem never does.

use crate::hooks::use_effect_with;
use crate::markup::html;
use crate::parts::{Icon, IconName, problem_words};
use crate::state::{Notice, SessionAction, use_actions, use_session};
use crate::text::use_text;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long good news stays.
const STAY_MS: u32 = 10_000;

/// The newest notice. Both live regions are always there, so that screen readers hear of changes.
#[component]
pub(super) fn Notices() -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    {
        let actions = actions.clone();
        use_effect_with(session.notice.clone(), move |notice| {
            let timer = matches!(notice, Some(Notice::Done(..))).then(|| {
                Timeout::new(STAY_MS, move || actions.session(SessionAction::Notice(None)))
            });
            move || drop(timer)
        });
    }
    let dismiss = Callback::from(move |_: MouseEvent| actions.session(SessionAction::Notice(None)));
    let done = match &session.notice {
        Some(Notice::Done(id, args)) => {
            let args: Vec<_> = args.iter().map(|(k, v)| (*k, v.as_str().into())).collect();
            Some(text.with(id, &args))
        }
        _ => None,
    };
    let problem = match &session.notice {
        Some(Notice::Problem(problem)) => Some(problem_words(&text, problem)),
        Some(Notice::Failed(what, todo)) => Some((text.t(what), text.t(todo))),
        Some(Notice::Refused(id)) => Some((text.t("edit-refused"), text.t(id))),
        _ => None,
    };
    html! {
        <div class="notices">
            <div role="status">
                if let Some(words) = done {
                    <div class="notice">
                        <Icon name={IconName::Check} />
                        <p>{ words }</p>
                        <button class="button plain icon" type="button" aria-label={text.t("dismiss")} onclick={dismiss.clone()}>
                            <Icon name={IconName::Close} />
                        </button>
                    </div>
                }
            </div>
            <div role="alert">
                if let Some((what, todo)) = problem {
                    <div class="notice wrong">
                        <Icon name={IconName::Warning} />
                        <p><strong>{ what }</strong>{ " " }{ todo }</p>
                        <button class="button plain icon" type="button" aria-label={text.t("dismiss")} onclick={dismiss}>
                            <Icon name={IconName::Close} />
                        </button>
                    </div>
                }
            </div>
        </div>
    }
}
