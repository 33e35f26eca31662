//! Snapshots in the database that cannot be read: which, why, and what can be done.

use crate::markup::html;
use crate::parts::{Icon, IconName, bad_file_words, focus_first_soon, problem_words};
use crate::state::{Actions, Session, SessionAction};
use crate::text::Text;
use engine::message::{Call, DamagedSnapshot, Problem};
use table::SnapshotId;
use yew::prelude::*;

/// The id of the heading.
const TITLE: &str = "damaged-title";

/// One entry each, with the choice to delete it or to keep it for now; nothing when all can be read.
pub fn damaged(text: &Text, actions: &Actions, session: &Session, writable: bool) -> Html {
    if session.damaged.is_empty() {
        return Html::default();
    }
    html! {
        <section class="data-damaged" aria-labelledby={TITLE} data-testid="damaged">
            <h2 id={TITLE} tabindex="-1"><Icon name={IconName::Warning} />{ text.t("data-damaged") }</h2>
            <p>{ text.t("data-damaged.what") }</p>
            <ul>
                for snapshot in session.damaged.iter() {
                    { one(text, actions, snapshot, writable) }
                }
            </ul>
        </section>
    }
}

/// The entry goes, and its buttons with it: the focus goes to the heading, or to the screen's when it
/// was the last.
fn settle(actions: &Actions, id: SnapshotId) {
    actions.session(SessionAction::DamagedSettled(id));
    focus_first_soon(format!("#{TITLE}, main:not(:has(#{TITLE})) h1"));
}

fn one(text: &Text, actions: &Actions, snapshot: &DamagedSnapshot, writable: bool) -> Html {
    let id = snapshot.id;
    let date =
        snapshot.date.map_or_else(|| text.t("data-damaged-no-date"), |d| text.date(d).into());
    let keep = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| settle(&actions, id))
    };
    let delete = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| {
            let actions = actions.clone();
            actions.clone().run(async move {
                actions.snapshots_by(Call::DeleteSnapshot(id), &[]).await?;
                settle(&actions, id);
                Ok(())
            });
        })
    };
    // one button is like the other: a reader hears of which snapshot it is
    let label = |id: &str| text.with(id, &[("date", date.as_str().into())]);
    html! {
        <li key={id.0}>
            <div>
                <strong>{ &date }</strong>
                if let Some(file) = &snapshot.file {
                    <span>{ file }</span>
                }
                <p class="quiet">{ text.with("data-damaged-why", &[("reason", reason(text, &snapshot.why).into())]) }</p>
            </div>
            <div class="snapshot-actions">
                <button key="keep" class="button" type="button" onclick={keep} aria-label={label("data-damaged-keep.label")}>
                    { text.t("data-damaged-keep") }
                </button>
                if writable {
                    <button key="delete" class="button danger" type="button" onclick={delete} aria-label={label("data-damaged-delete.label")} data-testid="damaged-delete">
                        <Icon name={IconName::Trash} />{ text.t("data-damaged-delete") }
                    </button>
                }
            </div>
        </li>
    }
}

/// What is wrong, without the words that belong to other places.
fn reason(text: &Text, why: &Problem) -> String {
    match why {
        Problem::BadWorkspaceFile(why) => bad_file_words(text, why).to_string(),
        Problem::Storage(why) | Problem::Internal(why) => text.t(why).to_string(),
        other => problem_words(text, other).0.to_string(),
    }
}
