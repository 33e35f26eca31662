//! The conditions in force that no chip above shows, each with a way to drop it.

use super::condition::words;
use super::{Change, Filters};
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::text::use_text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Applied`].
#[derive(PartialEq, Properties)]
pub struct AppliedProps {
    /// What is in force.
    pub filters: Rc<Filters>,
    /// Hears of changes.
    pub on_change: Callback<Change>,
}

/// Conditions as chips that go with a click, and the way back to all accounts.
#[component]
pub fn Applied(props: &AppliedProps) -> Html {
    let text = use_text();
    let remove = |at: usize| props.on_change.reform(move |_: MouseEvent| Change::Remove(at));
    let clear = props.on_change.reform(|_: MouseEvent| Change::Clear);
    html! {
        <div class="accounts-applied">
            <ul>
                for (i, condition) in props.filters.conditions.iter().enumerate() {
                    <li key={i}>
                        <span class="chip on">
                            <span>{ words(&text, condition) }</span>
                            <button
                                type="button" class="chip-remove" onclick={remove(i)}
                                aria-label={text.with("accounts-condition-remove", &[("condition", words(&text, condition).into())])}
                            ><Icon name={IconName::Close} /></button>
                        </span>
                    </li>
                }
            </ul>
            <span>
                if !props.filters.is_all() {
                    <button type="button" class="button plain" onclick={clear} data-testid="accounts-clear">
                        { text.t("accounts-clear") }
                    </button>
                }
            </span>
        </div>
    }
}
