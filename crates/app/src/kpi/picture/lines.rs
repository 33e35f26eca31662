//! The lines between cards, with what a parent's formula makes of its children.

use crate::kpi::area::Area;
use crate::kpi::words::{evidence_sign, evidence_words, sign};
use crate::text::Text;
use kpi::{Edge, Layout};
use yew::prelude::*;

/// All lines, and a sign on each: how the formula uses the child, or why it is believed to matter.
pub fn lines(area: &Area, text: &Text, picture: &Layout, shown: &[usize]) -> Html {
    let view = format!("0 0 {:.0} {:.0}", picture.width, picture.height);
    html! {
        <svg class="kpi-lines" viewBox={view} width={format!("{:.0}", picture.width)} height={format!("{:.0}", picture.height)} aria-hidden="true" focusable="false">
            for edge in &picture.edges {
                { line(area, text, edge, shown) }
            }
        </svg>
    }
}

fn line(area: &Area, text: &Text, edge: &Edge, shown: &[usize]) -> Html {
    let (Some(&parent), Some(&child)) = (shown.get(edge.from), shown.get(edge.to)) else {
        return html! {};
    };
    let [a, b, c, d] = edge.points;
    let path = format!(
        "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}",
        a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1
    );
    let middle = (c.0 / 2.0 + d.0 / 2.0, c.1 / 2.0 + d.1 / 2.0);
    let operator = area.figures.operator(parent, child);
    let evidence = area.node(child).map(|n| n.body.evidence).unwrap_or_default();
    let (mark, title) = match operator {
        Some(operator) => (sign(operator), None),
        None => (evidence_sign(evidence), Some(text.t(evidence_words(evidence)))),
    };
    html! {
        <g key={edge.to} class="kpi-line" data-kind={if operator.is_some() { "component" } else { "influence" }}>
            <path d={path} />
            <circle cx={format!("{:.1}", middle.0)} cy={format!("{:.1}", middle.1)} r="10" />
            <text x={format!("{:.1}", middle.0)} y={format!("{:.1}", middle.1)} dy="0.36em">
                { mark }<title>{ title }</title>
            </text>
        </g>
    }
}
