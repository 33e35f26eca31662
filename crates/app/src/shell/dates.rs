//! Which snapshot is on show and which it is compared with: one choice for the whole product.

use crate::markup::html;
use crate::parts::{Choice, Select};
use crate::state::{SessionAction, use_actions, use_session};
use crate::text::use_text;
use std::rc::Rc;
use table::SnapshotId;
use yew::prelude::*;

/// "As of" and "compared with". Nothing can be chosen as long as there is no snapshot; then the
/// shell does not show it.
#[component]
pub(super) fn Dates() -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let newest = session.snapshots.last().map(|s| s.id);
    let now = session.as_of();
    let before = session.compared();

    let as_of: Rc<[Choice]> = session
        .snapshots
        .iter()
        .rev()
        .map(|s| Choice::new(s.id.0.to_string(), text.date(s.date)))
        .collect();
    let mut earlier: Vec<Choice> = session
        .snapshots
        .iter()
        .rev()
        .filter(|s| now.is_some_and(|now| s.date < now.date))
        .map(|s| Choice::new(s.id.0.to_string(), text.date(s.date)))
        .collect();
    let nothing_earlier = earlier.is_empty();
    if nothing_earlier {
        earlier.push(Choice::new("", text.t("compared-none")));
    }
    let on_as_of = {
        let actions = actions.clone();
        Callback::from(move |value: AttrValue| {
            let id = snapshot(&value).filter(|id| Some(*id) != newest);
            actions.session(SessionAction::AsOf(id));
        })
    };
    let on_compared = Callback::from(move |value: AttrValue| {
        actions.session(SessionAction::Compare(snapshot(&value)))
    });
    let value =
        |id: Option<SnapshotId>| id.map_or_else(AttrValue::default, |id| id.0.to_string().into());
    html! {
        <div class="dates" role="group" aria-label={text.t("dates")}>
            <Select label={text.t("as-of")} value={value(now.map(|s| s.id))} choices={as_of} on_change={on_as_of} />
            <Select
                label={text.t("compared-with")} value={value(before.map(|s| s.id))}
                choices={Rc::<[Choice]>::from(earlier)} disabled={nothing_earlier} on_change={on_compared}
            />
        </div>
    }
}

fn snapshot(value: &str) -> Option<SnapshotId> {
    value.parse().ok().map(SnapshotId)
}
