//! The churn rates of a measure's histogram as a table, with the counts behind each.

use super::chart::LEAST_ACCOUNTS;
use crate::markup::html;
use crate::text::Text;
use chart::decimals_of_step;
use engine::message::MeasureDetail;
use yew::prelude::*;

/// The line of churn in numbers, folded away; nothing without an outcome.
pub(super) fn rates_table(text: &Text, detail: &MeasureDetail) -> Html {
    let values = &detail.values;
    let decimals = decimals_of_step(chart::nice_step(values.step)) + 1;
    let edge = |bin: usize| text.short(values.start + values.step * bin as f64, decimals);
    let last = values.counts.len().saturating_sub(1);
    let end = values.start + values.step * values.counts.len() as f64;
    // The ends hold what lies beyond the picture, too.
    let range = |bin: usize| {
        if bin == 0 && detail.min < values.start {
            text.with("score-rates-under", &[("value", edge(1).into())]).to_string()
        } else if bin == last && detail.max > end {
            text.with("score-rates-over", &[("value", edge(last).into())]).to_string()
        } else {
            format!("{}–{}", edge(bin), edge(bin + 1))
        }
    };
    let bins = detail.known.iter().zip(&detail.churned).enumerate();
    let reliable: Vec<(usize, u32, u32)> = bins
        .filter(|(_, (known, _))| **known >= LEAST_ACCOUNTS)
        .map(|(bin, (known, churned))| (bin, *known, *churned))
        .collect();
    if detail.known.is_empty() {
        return html! {};
    }
    if reliable.is_empty() {
        let least = [("count", LEAST_ACCOUNTS.into())];
        return html! { <p class="small quiet">{ text.with("score-rates-none", &least) }</p> };
    }
    html! {
        <details class="rates small">
            <summary>{ text.t("score-rates") }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ text.t("score-rates-value") }</th>
                        <th scope="col" class="number">{ text.t("score-churned") }</th>
                        <th scope="col" class="number">{ text.t("score-churned-of") }</th>
                    </tr>
                </thead>
                <tbody>
                    for (bin, known, churned) in reliable {
                        <tr key={bin}>
                            <th scope="row">{ range(bin) }</th>
                            <td class="number">{ text.percent(f64::from(churned) / f64::from(known), 1) }</td>
                            <td class="number quiet">
                                { text.with("score-churned-count", &[("churned", churned.into()), ("known", known.into())]) }
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
            <p class="quiet">{ text.with("score-rates-note", &[("count", LEAST_ACCOUNTS.into())]) }</p>
        </details>
    }
}
