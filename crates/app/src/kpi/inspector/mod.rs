//! The inspector of the area: what the selected node says.

mod came_about;
mod direction;
mod fields;
mod known;
mod paste;
mod suggest;
mod typed;
mod unit;

pub use fields::{typing, unit_name};

use super::area::Area;
use super::stand::StandAction;
use crate::markup::html;
use crate::parts::Inspector;
use crate::scoring::NameField;
use crate::state::use_session;
use crate::text::use_text;
use came_about::figures_part;
use fields::{Say, place_part, target_part, text_part, unit_part};
use known::KnownPart;
use plan::{ElementId, Gesture};
use yew::prelude::*;

/// Properties of [`NodeInspector`].
#[derive(PartialEq, Properties)]
pub struct NodeInspectorProps {
    /// The area.
    pub area: Area,
    /// The place of the selected node.
    pub place: usize,
}

/// What the selected node says, to be changed.
#[component]
pub fn NodeInspector(props: &NodeInspectorProps) -> Html {
    let text = use_text();
    let session = use_session();
    let area = &props.area;
    let Some(node) = area.node(props.place) else { return html! { <span /> } };
    let on_close = {
        let hand = area.hand.clone();
        Callback::from(move |()| hand.go(StandAction::Inspect(false)))
    };
    let on_name = {
        let (hand, id) = (area.hand.clone(), ElementId(node.id.0));
        Callback::from(move |name: AttrValue| {
            hand.rename(Gesture::Once, id, &name);
        })
    };
    let title: AttrValue =
        if node.name.is_empty() { text.t("kpi-nameless") } else { node.name.clone().into() };
    let say = Say { area, text: &text, node, place: props.place };
    html! {
        <Inspector {title} {on_close}>
            <div class="form kpi-form" key={node.id.0}>
                <div class="form-part kpi-inspector-name">
                    <span class="labelled-name">{ text.t("kpi-name") }</span>
                    <NameField
                        label={text.t("kpi-name")} value={node.name.clone()} disabled={!area.hand.writable}
                        on_commit={on_name}
                    />
                </div>
                { figures_part(&say, &session) }
                <KnownPart area={area.clone()} place={props.place} />
                { target_part(&say) }
                { unit_part(&say) }
                { place_part(&say) }
                { text_part(&say) }
            </div>
        </Inspector>
    }
}
