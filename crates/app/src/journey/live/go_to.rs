//! From a count to the list of the accounts that it counts.

use super::Live;
use crate::accounts::show_accounts;
use crate::markup::html;
use crate::text::Text;
use engine::message::JourneyPlace;
use score::Condition;
use yew::prelude::*;

/// A count as a button that shows its accounts; `of` says what they are.
pub fn count(text: &Text, live: &Live, place: JourneyPlace, count: u32, of: &str) -> Html {
    counted(text, live, place, Vec::new(), count, of)
}

/// The same, of the accounts at these levels only.
pub fn counted(
    text: &Text,
    live: &Live,
    place: JourneyPlace,
    levels: Vec<u8>,
    count: u32,
    of: &str,
) -> Html {
    let condition = match (&live.context, live.now()) {
        (Some(context), Some(now)) => context.accounts(place, now).map(Condition::Formula),
        _ => None,
    };
    let onclick = Callback::from(move |_: MouseEvent| {
        show_accounts(levels.clone(), condition.clone(), None);
    });
    let label = [("n", count.into()), ("of", of.into())];
    html! {
        <button
            type="button" class="journey-count number" {onclick} aria-label={text.with("journey-live-show", &label)}
            title={text.t("kpi-to-accounts")}
        >{ text.integer(count) }</button>
    }
}
