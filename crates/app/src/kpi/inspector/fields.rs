//! The plain fields of a node: target, direction, unit, owner, note, evidence.

use crate::kpi::area::Area;
use crate::kpi::edits::change_node;
use crate::kpi::words::{evidence_words, figure};
use crate::markup::html;
use crate::parts::{Choice, Icon, IconName, NumberField, Select};
use crate::scoring::NameField;
use crate::text::Text;
use kpi::{Direction, Evidence, Node, NodeBody, Unit};
use plan::ElementId;
use std::rc::Rc;
use yew::prelude::*;

/// What the parts of the form are drawn from.
pub struct Say<'a> {
    /// The area.
    pub area: &'a Area,
    /// The texts.
    pub text: &'a Text,
    /// The node.
    pub node: &'a Node,
    /// Its place.
    pub place: usize,
}

impl Say<'_> {
    /// Changes what the node says with what is handed to the callback.
    pub fn change<T: 'static>(&self, change: impl Fn(&mut NodeBody, T) + 'static) -> Callback<T> {
        let (hand, id) = (self.area.hand.clone(), ElementId(self.node.id.0));
        Callback::from(move |value: T| {
            hand.edit(|d| change_node(d, id, |body| change(body, value)));
        })
    }
}

/// How a figure of a unit is typed: times this, with this sign behind it, so many decimals.
pub fn typing(unit: &Unit) -> (f64, &'static str, u8) {
    match unit {
        Unit::Percent => (100.0, "%", 2),
        Unit::Ratio => (1.0, "", 4),
        Unit::Count | Unit::Money => (1.0, "", 2),
        _ => (1.0, "", 3),
    }
}

/// Target and direction.
pub fn target_part(say: &Say<'_>) -> Html {
    let Say { text, node, area, .. } = say;
    let (scale, sign, decimals) = typing(&node.body.unit);
    let disabled = !area.hand.writable;
    let clear = say.change(|body, _: MouseEvent| body.target = None);
    let choices: Rc<[Choice]> = Rc::new([
        Choice::new("higher", text.t("kpi-direction-higher")),
        Choice::new("lower", text.t("kpi-direction-lower")),
    ]);
    let value = match node.body.direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
    };
    html! {
        <div class="form-part">
            <h3>{ text.t("kpi-target") }</h3>
            <div class="form-line">
                <NumberField
                    label={text.t("kpi-target")} value={node.body.target.map_or(f64::NAN, |t| t * scale)}
                    {decimals} unit={sign} {disabled}
                    on_commit={say.change(move |body, value: f64| body.target = Some(value / scale))}
                />
                <Select
                    label={text.t("kpi-direction")} hide_label=true {value} {choices} {disabled}
                    on_change={say.change(|body, value: AttrValue| {
                        body.direction = if value == "lower" { Direction::Lower } else { Direction::Higher };
                    })}
                />
                <button
                    class="button plain icon" type="button" onclick={clear}
                    disabled={disabled || node.body.target.is_none()}
                    aria-label={text.t("kpi-target-clear")} title={text.t("kpi-target-clear")}
                ><Icon name={IconName::Close} /></button>
            </div>
            if let Some(target) = node.body.target {
                <p class="small quiet" data-testid="kpi-target-means">{
                    text.with(&format!("kpi-target-{value}"), &[("target", figure(text, target, &node.body.unit).into())])
                }</p>
            }
        </div>
    }
}

/// The units that can be chosen, with the message ids of their names.
const UNITS: [(&str, &str); 7] = [
    ("count", "kpi-unit-count"),
    ("ratio", "kpi-unit-ratio"),
    ("percent", "kpi-unit-percent"),
    ("money", "kpi-unit-money"),
    ("days", "kpi-unit-days"),
    ("points", "kpi-unit-points"),
    ("other", "kpi-unit-other"),
];

fn unit_value(unit: &Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::Ratio => "ratio",
        Unit::Percent => "percent",
        Unit::Money => "money",
        Unit::Days => "days",
        Unit::Points => "points",
        Unit::Other(_) => "other",
    }
}

/// The name of a unit: the user's, else the product's.
pub fn unit_name(text: &Text, unit: &Unit) -> AttrValue {
    let name = UNITS.iter().find(|(value, _)| *value == unit_value(unit));
    match unit {
        Unit::Other(name) if !name.is_empty() => name.clone().into(),
        _ => name.map(|(_, id)| text.t(id)).unwrap_or_default(),
    }
}

fn unit_of(value: &str) -> Unit {
    match value {
        "ratio" => Unit::Ratio,
        "percent" => Unit::Percent,
        "money" => Unit::Money,
        "days" => Unit::Days,
        "points" => Unit::Points,
        "other" => Unit::Other(String::new()),
        _ => Unit::Count,
    }
}

/// What the figure counts.
pub fn unit_part(say: &Say<'_>) -> Html {
    let Say { text, node, area, .. } = say;
    let disabled = !area.hand.writable;
    let choices = UNITS.iter().map(|(value, name)| Choice::new(*value, text.t(name)));
    let own = match &node.body.unit {
        Unit::Other(name) => Some(name.clone()),
        _ => None,
    };
    html! {
        <div class="form-part">
            <Select
                label={text.t("kpi-unit")} value={unit_value(&node.body.unit)}
                choices={choices.collect::<Rc<[Choice]>>()} {disabled}
                on_change={say.change(|body, value: AttrValue| body.unit = unit_of(&value))}
            />
            <div>
                if let Some(own) = own {
                    <NameField
                        label={text.t("kpi-unit-own")} placeholder={text.t("kpi-unit-own")} value={own} {disabled}
                        on_commit={say.change(|body, value: AttrValue| body.unit = Unit::Other(value.to_string()))}
                    />
                }
            </div>
        </div>
    }
}

/// Why it stands under its parent.
pub fn place_part(say: &Say<'_>) -> Html {
    let Say { text, node, area, place } = say;
    let Some(parent) = area.tree.parent(*place).and_then(|p| area.node(p)) else {
        return html! { <p class="small quiet">{ text.t("kpi-is-goal") }</p> };
    };
    let args = [("parent", parent.name.clone().into())];
    if area.figures.is_component(*place) {
        return html! { <p class="small quiet">{ text.with("kpi-is-component", &args) }</p> };
    }
    let all = [Evidence::Hypothesis, Evidence::Correlated, Evidence::Verified];
    let choices = all.iter().map(|e| Choice::new(evidence_words(*e), text.t(evidence_words(*e))));
    html! {
        <div class="form-part">
            <Select
                label={text.with("kpi-evidence", &args)} value={evidence_words(node.body.evidence)}
                choices={choices.collect::<Rc<[Choice]>>()} disabled={!area.hand.writable}
                on_change={say.change(move |body, value: AttrValue| {
                    let found = all.iter().find(|e| evidence_words(**e) == value);
                    body.evidence = found.copied().unwrap_or_default();
                })}
            />
        </div>
    }
}

/// Owner and note.
pub fn text_part(say: &Say<'_>) -> Html {
    let Say { text, node, area, .. } = say;
    let disabled = !area.hand.writable;
    let on_note = say.change(|body, e: Event| {
        let field: web_sys::HtmlTextAreaElement = e.target_unchecked_into();
        body.note = field.value();
    });
    html! {
        <div class="form-part">
            <span class="labelled-name">{ text.t("kpi-owner") }</span>
            <NameField
                label={text.t("kpi-owner")} value={node.body.owner.clone()} {disabled}
                on_commit={say.change(|body, value: AttrValue| body.owner = value.to_string())}
            />
            <label class="labelled">
                <span class="labelled-name">{ text.t("kpi-note") }</span>
                <textarea
                    class="field kpi-note" rows="3" {disabled} value={node.body.note.clone()}
                    onchange={on_note}
                />
            </label>
        </div>
    }
}
