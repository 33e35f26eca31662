//! A card: name, value, target, change, course, status.

use crate::kpi::area::Area;
use crate::kpi::outline::{course, ghost};
use crate::kpi::words::{difference, figure, status_name, status_words, trend_name};
use crate::parts::{Icon, IconName};
use crate::text::Text;
use kpi::Rect;
use yew::prelude::*;

/// Width and height of a card in pixels; the style sheet fills it.
pub const CARD: (f64, f64) = (200.0, 92.0);

/// What a card is drawn from besides its node.
pub struct State {
    /// How many children the node has.
    pub children: usize,
    /// Whether Tab comes here.
    pub tab_stop: bool,
    /// Whether the search found it.
    pub found: bool,
    /// How a drag changes it.
    pub drop: Option<&'static str>,
}

/// A card.
pub fn card(area: &Area, text: &Text, place: usize, frame: Rect, state: &State) -> Html {
    let Some(node) = area.node(place) else { return html! {} };
    let id = node.id.0;
    let unit = &node.body.unit;
    let folded = area.stand.collapsed.contains(&node.id);
    let selected = area.stand.selected.is_some_and(|s| s.0 == id);
    let status = area.figures.status(place, node);
    let (status_id, icon) = status_words(status);
    let change = area.figures.change(place);
    let style = format!(
        "left:{:.1}px;top:{:.1}px;width:{:.0}px;height:{:.0}px",
        frame.x, frame.y, frame.width, frame.height
    );
    let name = if node.name.is_empty() { text.t("kpi-nameless") } else { node.name.clone().into() };
    html! {
        <div
            key={id} class="kpi-card" role="treeitem" data-id={id.to_string()} {style}
            tabindex={if state.tab_stop { "0" } else { "-1" }} data-status={status_name(status)}
            aria-level={(area.tree.ancestors(place).len() + 1).to_string()}
            aria-selected={selected.to_string()} data-found={state.found.to_string()} data-drop={state.drop}
            aria-expanded={(state.children > 0).then(|| (!folded).to_string())}
        >
            <div class="kpi-card-head">
                <span class="kpi-card-name">{ name }</span>
                <span class="kpi-grip" data-grip="" aria-hidden="true" title={text.t("kpi-drag")}><Icon name={IconName::Grip} /></span>
            </div>
            <div class="kpi-card-figures">
                { ghost(area, text, place) }
                <b>{ figure(text, area.figures.now(place), unit) }</b>
                <span class="kpi-card-change" data-trend={trend_name(change)}>{ change.map(|c| difference(text, c.difference, unit)) }</span>
            </div>
            <div class="kpi-card-foot">
                <span class="kpi-status" data-status={status_name(status)}>
                    if let Some(name) = icon {
                        <Icon {name} />
                    }
                    { text.t(status_id) }
                </span>
                <span class="kpi-card-course">{ course(area, place) }</span>
                <span class="quiet">{ node.body.target.map(|t| text.with("kpi-card-target", &[("target", figure(text, t, unit).into())])) }</span>
            </div>
            <span class="kpi-card-fold">
                if state.children > 0 {
                    <button
                        type="button" tabindex="-1" data-twist="" aria-hidden="true"
                        title={text.t(if folded { "kpi-unfold" } else { "kpi-fold" })}
                    >{ if folded { format!("+{}", state.children) } else { "−".to_owned() } }</button>
                }
            </span>
        </div>
    }
}
