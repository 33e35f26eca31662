//! How many accounts are selected, and their revenue: always in view.

use super::format::compact;
use super::pages::Totals;
use crate::markup::html;
use crate::text::Text;
use yew::prelude::*;

/// "1,234 of 20,000 accounts · revenue 12.3M"; empty before the first answer.
pub fn totals_line(text: &Text, totals: Option<Totals>) -> Html {
    let words = totals.map(|t| {
        if t.selected == t.of {
            text.with("accounts-total-all", &[("all", t.of.into())])
        } else {
            text.with("accounts-total", &[("selected", t.selected.into()), ("all", t.of.into())])
        }
    });
    let revenue = totals.and_then(|t| t.revenue);
    html! {
        <p class="accounts-total" data-testid="accounts-total" role="status" aria-live="polite">
            <strong>{ words }</strong>
            <span title={revenue.map(|r| text.short(r, 2))}>
                { revenue.map(|r| text.with("accounts-revenue", &[("amount", compact(text, r).into())])) }
            </span>
        </p>
    }
}
