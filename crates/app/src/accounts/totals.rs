//! How many accounts are selected, and their revenue: always in view.

use super::format::compact;
use super::pages::Totals;
use crate::text::use_text;
use yew::prelude::*;

/// Properties of [`TotalsLine`].
#[derive(PartialEq, Properties)]
pub struct TotalsLineProps {
    /// The counts; `None` before the first answer.
    pub totals: Option<Totals>,
}

/// "1,234 of 20,000 accounts · revenue 12.3M".
#[component]
pub fn TotalsLine(props: &TotalsLineProps) -> Html {
    let text = use_text();
    let words = props.totals.map(|t| {
        if t.selected == t.of {
            text.with("accounts-total-all", &[("all", t.of.into())])
        } else {
            text.with("accounts-total", &[("selected", t.selected.into()), ("all", t.of.into())])
        }
    });
    let revenue = props.totals.and_then(|t| t.revenue);
    html! {
        <p class="accounts-total" data-testid="accounts-total" role="status" aria-live="polite">
            <strong>{ words }</strong>
            <span title={revenue.map(|r| text.short(r, 2))}>
                { revenue.map(|r| text.with("accounts-revenue", &[("amount", compact(&text, r).into())])) }
            </span>
        </p>
    }
}
