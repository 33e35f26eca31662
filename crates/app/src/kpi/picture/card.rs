//! A card: name, value, target, change, course, status.

use crate::kpi::facts::Facts;
use crate::markup::html;
use crate::text::Text;
use kpi::{Rect, Row};
use yew::prelude::*;

/// Width and height of a card in pixels; the style sheet fills it.
pub const CARD: (f64, f64) = (216.0, 96.0);

/// Properties of [`Card`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The texts.
    pub text: Text,
    /// What it shows.
    pub facts: Facts,
    /// Where it stands in the picture.
    pub frame: Rect,
    /// Level, which of how many siblings, and whether its children show.
    pub stands: (usize, usize, usize, Option<bool>),
    /// How many children the node has.
    pub children: usize,
    /// Whether Tab comes here.
    pub tab_stop: bool,
    /// Whether the search found it.
    pub found: bool,
    /// How a drag changes it.
    pub drop: Option<&'static str>,
}

impl CardProps {
    /// What a screen reader is told of where it stands, from a row of the outline.
    pub fn stands(row: Row) -> (usize, usize, usize, Option<bool>) {
        (row.level, row.position, row.siblings, row.expanded)
    }
}

/// A card. The picture hears for it.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { text, facts, frame, stands, children, .. } = props;
    let (level, position, siblings, open) = *stands;
    let style = format!(
        "left:{:.1}px;top:{:.1}px;width:{:.0}px;height:{:.0}px",
        frame.x, frame.y, frame.width, frame.height
    );
    let folded = open == Some(false);
    html! {
        <div
            class="kpi-card" role="treeitem" data-id={facts.id.0.to_string()} {style}
            tabindex={if props.tab_stop { "0" } else { "-1" }} data-status={facts.status_name()}
            aria-level={level.to_string()} aria-posinset={position.to_string()} aria-setsize={siblings.to_string()}
            aria-selected={facts.selected.to_string()} data-found={props.found.to_string()} data-drop={props.drop}
            aria-expanded={open.map(|o| o.to_string())}
        >
            <div class="kpi-card-body">
            <div class="kpi-card-head">
                <span class="kpi-card-name">{ facts.called(text) }</span>
                <span class="kpi-grip" data-grip="" aria-hidden="true" title={text.t("kpi-drag")} />
            </div>
            <div class="kpi-card-figures">
                { facts.ghost(text) }
                <b>{ facts.value_in_brief(text) }</b>
                <span class="kpi-card-change" data-trend={facts.trend()}>{ facts.change_in_brief(text) }</span>
                <span class="kpi-card-course">{ facts.course() }</span>
            </div>
            <div class="kpi-card-foot">
                <span class="kpi-status" data-status={facts.status_name()}>{ facts.status(text) }</span>
                <span class="quiet">{ facts.target_in_words(text) }</span>
            </div>
            </div>
            <span class="kpi-card-fold">
                if *children > 0 {
                    <button
                        type="button" tabindex="-1" data-twist="" aria-hidden="true"
                        title={text.t(if folded { "kpi-unfold" } else { "kpi-fold" })}
                    >{ if folded { format!("+{children}") } else { "−".to_owned() } }</button>
                }
            </span>
        </div>
    }
}
