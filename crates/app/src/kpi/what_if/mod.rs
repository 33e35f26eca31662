//! What if? Figures taken instead of the real ones, and all that follows from them.

mod goal;
mod levers;
mod scenarios;
mod tornado;

use super::area::Area;
use super::stand::StandAction;
use super::words::{difference, figure, trend_name};
use crate::text::use_text;
pub use scenarios::SEED;

use crate::markup::html;
use goal::GoalSeek;
use kpi::{Assumptions, NodeId, Override, Range};
use levers::levers;
use scenarios::Scenarios;
use tornado::Tornado;
use yew::prelude::*;

/// Properties of [`WhatIf`].
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    /// The area.
    pub area: Area,
}

/// Sliders, goal seek, tornado, scenarios. The tree above shows what follows, the real figures ghosted.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let text = use_text();
    let area = &props.area;
    // The node that it is all about: the selected one, if something moves it, else the KGI.
    let of = area.selected().filter(|at| area.figures.is_computed(*at)).unwrap_or(0);
    let Some(node) = area.node(of) else { return html! { <div /> } };
    let unit = &node.body.unit;
    let reset = {
        let hand = area.hand.clone();
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Assume(Assumptions::default())))
    };
    let real = area.figures.real(of);
    let now = area.figures.now(of);
    let change = area.figures.assumed_change(of);
    let range = area.figures.range(of);
    let assumed = &area.stand.assumed;
    let none = assumed.overrides.is_empty() && assumed.ranges.is_empty();
    html! {
        <section class="kpi-block kpi-what-if" aria-labelledby="kpi-what-if-title" data-testid="kpi-what-if">
            <header class="kpi-block-head">
                <h2 id="kpi-what-if-title">{ text.t("kpi-what-if") }</h2>
                <button type="button" class="button" disabled={none} onclick={reset}>{ text.t("kpi-what-if-reset") }</button>
            </header>
            <p class="kpi-outcome" aria-live="polite">
                <span>{ node.name.clone() }</span>
                <span class="number quiet">{ figure(&text, real, unit) }</span>
                <span aria-hidden="true">{ "→" }</span>
                <b class="number">{ figure(&text, now, unit) }</b>
                <span class="number" data-trend={trend_name(change)}>{ change.map(|c| difference(&text, c.difference, unit)) }</span>
                <span class="small quiet">{ range.map(|r| text.with("kpi-range", &[
                    ("low", figure(&text, r.low, unit).into()),
                    ("middle", figure(&text, r.middle, unit).into()),
                    ("high", figure(&text, r.high, unit).into()),
                ])) }</span>
            </p>
            <div class="kpi-what-if-parts">
                { levers(area, &text) }
                <div class="kpi-what-if-side">
                    <GoalSeek area={area.clone()} {of} />
                    <Tornado area={area.clone()} {of} />
                </div>
            </div>
            <Scenarios area={area.clone()} {of} />
        </section>
    }
}

/// The assumptions with another figure for a node; `None` is the real one.
pub fn with_override(assumed: &Assumptions, node: NodeId, value: Option<f64>) -> Assumptions {
    let mut next = assumed.clone();
    next.overrides.retain(|o| o.node != node);
    next.overrides.extend(value.filter(|v| v.is_finite()).map(|value| Override { node, value }));
    next
}

/// The assumptions with another range for a node; `None` is a certain figure.
pub fn with_range(assumed: &Assumptions, node: NodeId, range: Option<Range>) -> Assumptions {
    let mut next = assumed.clone();
    next.ranges.retain(|r| r.node != node);
    next.ranges.extend(range.filter(Range::is_sound));
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_figure_and_one_range_a_node() {
        let assumed = with_override(&Assumptions::default(), NodeId(1), Some(2.0));
        let assumed = with_override(&assumed, NodeId(2), Some(3.0));
        let assumed = with_override(&assumed, NodeId(1), Some(4.0));
        assert!(assumed.is_sound());
        assert_eq!(assumed.overrides.len(), 2);
        let assumed = with_override(&assumed, NodeId(2), None);
        assert_eq!(assumed.overrides, [Override { node: NodeId(1), value: 4.0 }]);
        let range = Range { node: NodeId(1), low: 1.0, middle: 2.0, high: 3.0 };
        let assumed = with_range(&assumed, NodeId(1), Some(range));
        assert!(assumed.is_sound() && assumed.ranges.len() == 1);
        let wrong = Range { low: 5.0, ..range };
        assert!(with_range(&assumed, NodeId(1), Some(wrong)).ranges.is_empty());
    }
}
