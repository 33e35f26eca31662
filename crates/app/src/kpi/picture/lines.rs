//! The lines between cards, with what a parent's formula makes of its children.

use super::laid::Laid;
use crate::kpi::area::Area;
use crate::kpi::words::{evidence_sign, evidence_words, sign};
use crate::markup::html;
use crate::text::{Text, use_text};
use kpi::Edge;
use std::fmt::Write;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Lines`]. They do not change by what is selected.
#[derive(Properties)]
pub struct LinesProps {
    /// The area.
    pub area: Area,
    /// Where cards and lines stand.
    pub laid: Rc<Laid>,
}

impl PartialEq for LinesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.laid, &other.laid)
            && Rc::ptr_eq(&self.area.tree, &other.area.tree)
            && self.area.figures == other.area.figures
    }
}

/// All lines, and a sign on each: how the formula uses the child, or why it is believed to matter.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let text = use_text();
    let LinesProps { area, laid } = props;
    let (width, height) = (laid.layout.width, laid.layout.height);
    // One path for all of a kind: hundreds of lines are two elements.
    let mut paths = [String::new(), String::new()];
    let mut signs = Vec::with_capacity(laid.layout.edges.len());
    for edge in &laid.layout.edges {
        let (Some(&parent), Some(&child)) = (laid.shown.get(edge.from), laid.shown.get(edge.to))
        else {
            continue;
        };
        let operator = area.figures.operator(parent, child);
        let path = &mut paths[usize::from(operator.is_none())];
        for (at, (x, y)) in edge.points.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(path, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
        }
        let evidence = area.node(child).map(|n| n.body.evidence).unwrap_or_default();
        let (mark, title) = match operator {
            Some(operator) => (sign(operator), None),
            None => (evidence_sign(evidence), Some(evidence_words(evidence))),
        };
        signs.push(signed(&text, edge, mark, title));
    }
    let [component, influence] = paths;
    html! {
        <svg
            class="kpi-lines" viewBox={format!("0 0 {width:.0} {height:.0}")} width={format!("{width:.0}")}
            height={format!("{height:.0}")} aria-hidden="true" focusable="false"
        >
            <path class="kpi-line" data-kind="component" d={component} />
            <path class="kpi-line" data-kind="influence" d={influence} />
            <g class="kpi-line-signs">{ signs.into_iter().collect::<Html>() }</g>
        </svg>
    }
}

/// The sign on a line, in the middle of its last piece.
fn signed(text: &Text, edge: &Edge, mark: &'static str, title: Option<&'static str>) -> Html {
    let [.., c, d] = edge.points;
    let (x, y) = (c.0 / 2.0 + d.0 / 2.0, c.1 / 2.0 + d.1 / 2.0);
    html! {
        <g key={edge.to} transform={format!("translate({x:.1} {y:.1})")}>
            <circle r="10" />
            <text dy="0.36em">{ mark }<title>{ title.map(|t| text.t(t)) }</title></text>
        </g>
    }
}
