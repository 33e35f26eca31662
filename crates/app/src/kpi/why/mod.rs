//! Why did it change? The shares of what a figure is made of, down to the accounts.

mod accounts;
mod bars;
mod sentence;

use super::area::Area;
use super::words::{difference, figure};
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::{Choice, ProblemLine, Select};
use crate::query::use_view;
use crate::route::Route;
use crate::state::use_session;
use crate::text::{Text, use_text};
use accounts::accounts;
use bars::{Bar, waterfall};
use engine::message::{Against, Answer, Call, KpiAnswer, KpiAsk, KpiContext, KpiExplanation};
use kpi::{Known, Split};
use plan::ElementId;
use sentence::sentence;
use std::rc::Rc;
use table::Role;
use yew::prelude::*;

/// Properties of [`Why`].
#[derive(PartialEq, Properties)]
pub struct WhyProps {
    /// The area.
    pub area: Area,
    /// The place of the node.
    pub place: usize,
}

/// Why a node changed against the compared snapshot.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let text = use_text();
    let session = use_session();
    let deep = use_state_eq(|| false);
    let chosen = use_state_eq(|| None::<String>);
    let area = &props.area;
    let segments = segment_columns(&session);
    let segment = (*chosen).clone().filter(|c| segments.contains(c));
    let segment = segment.or_else(|| segments.first().cloned());
    let Some(node) = area.node(props.place) else { return html! { <div /> } };
    let over_accounts = matches!(node.body.known, Known::Accounts(_));
    let call = Call::Kpi {
        context: Box::new((*area.context).clone()),
        ask: KpiAsk::Explain {
            node: node.id,
            against: Against::Compared,
            segment: segment.clone().filter(|_| over_accounts),
        },
    };
    let view = use_view(Some(call));
    let title = text.with("kpi-why", &[("name", node.name.clone().into())]);
    let told = match (view.question.as_deref(), view.answer.as_deref()) {
        (
            Some(Call::Kpi { context, ask: KpiAsk::Explain { node: asked, segment, .. } }),
            Some(Answer::Kpi(KpiAnswer::Explained(told))),
        ) if *asked == node.id => {
            Some(Told { text: &text, area, context, segment: segment.as_deref(), told })
        }
        _ => None,
    };
    let body = match &told {
        None => match &view.problem {
            Some(problem) => html! { <ProblemLine key="problem" problem={problem.clone()} /> },
            None => html! { <p key="loading" class="quiet">{ text.t("kpi-loading") }</p> },
        },
        Some(told) => {
            let set = deep.setter();
            explained(told, *deep, &Callback::from(move |to| set.set(to)))
        }
    };
    let choose = Callback::from(move |column: AttrValue| chosen.set(Some(column.to_string())));
    let choices: Rc<[Choice]> =
        segments.iter().map(|s| Choice::new(s.clone(), s.clone())).collect();
    html! {
        <section class="kpi-block kpi-why" aria-labelledby="kpi-why-title" data-testid="kpi-why">
            <header class="kpi-block-head">
                <h2 id="kpi-why-title">{ title }</h2>
                <div>
                    if let Some(segment) = segment.filter(|_| over_accounts) {
                        <Select label={text.t("kpi-segment")} value={segment} {choices} on_change={choose} />
                    }
                </div>
            </header>
            { body }
        </section>
    }
}

/// The columns that tell groups of accounts apart.
pub fn segment_columns(session: &crate::state::Session) -> Vec<String> {
    let columns = session.as_of().map(|s| s.columns.as_slice()).unwrap_or_default();
    let of = |role: Role| columns.iter().filter(move |c| c.2 == role).map(|c| c.0.clone());
    of(Role::Segment).chain(of(Role::Owner)).collect()
}

/// An explanation, with the tree that it is of.
pub struct Told<'a> {
    /// The texts.
    pub text: &'a Text,
    /// The area.
    pub area: &'a Area,
    /// What was asked with: places are of its tree.
    pub context: &'a KpiContext,
    /// The column that tells groups apart.
    pub segment: Option<&'a str>,
    /// The explanation.
    pub told: &'a KpiExplanation,
}

impl Told<'_> {
    /// What a node of the tree that was asked is called.
    pub fn name(&self, place: usize) -> AttrValue {
        match self.context.tree.nodes.get(place) {
            Some(node) if !node.name.is_empty() => node.name.clone().into(),
            _ => self.text.t("kpi-nameless"),
        }
    }

    /// A figure in the unit of the node.
    pub fn figure(&self, value: f64) -> String {
        self.unit().map_or_else(String::new, |unit| figure(self.text, value, unit))
    }

    /// A change in the unit of the node.
    pub fn difference(&self, value: f64) -> String {
        self.unit().map_or_else(String::new, |unit| difference(self.text, value, unit))
    }

    fn unit(&self) -> Option<&kpi::Unit> {
        self.context.tree.nodes.get(self.told.place).map(|n| &n.body.unit)
    }
}

fn explained(told: &Told<'_>, deep: bool, set_deep: &Callback<bool>) -> Html {
    let Told { text, told: of, .. } = told;
    if told.context.as_of.is_some() && told.context.compared.is_none() && of.unshared.is_some() {
        return html! {
            <p key="one" class="quiet">
                { text.t("kpi-why-one") }{ " " }
                <a href={Route::Data.hash()}>{ text.t("area-data") }</a>
            </p>
        };
    }
    if of.unshared.is_some() {
        return html! { <p key="none" class="quiet">{ text.t("kpi-why-none") }</p> };
    }
    if of.before == of.now {
        let args = [("now", told.figure(of.now).into())];
        return html! { <p key="same">{ text.with("kpi-why-same", &args) }</p> };
    }
    if let Some(by_account) = &of.accounts {
        return accounts(told, by_account);
    }
    let Some(split) = &of.split else {
        let node = told.context.tree.nodes.get(of.place);
        let over_accounts = node.is_some_and(|n| matches!(n.body.known, Known::Accounts(_)));
        let why = if over_accounts { "kpi-why-accounts-whole" } else { "kpi-why-given" };
        return html! {
            <div key="given" class="kpi-why-body">
                <p>{ text.with("kpi-why-change", &changed(told)) }</p>
                <p class="quiet">{ text.t(why) }</p>
            </div>
        };
    };
    let together = matches!(split, Split::Together(_));
    let steps = if deep { &of.by_end } else { &of.by_input };
    let places: Vec<usize> =
        if deep { of.ends.iter().map(|e| e.0).collect() } else { of.inputs.clone() };
    let bars: Vec<Bar> = steps
        .waterfall
        .steps
        .iter()
        .map(|step| {
            let place = step.share.and_then(|s| places.get(s).copied());
            let label = place.map_or_else(|| text.t("kpi-why-rest"), |p| told.name(p));
            Bar { label, from: step.from, to: step.to, open: place.map(|p| open(told, p)) }
        })
        .collect();
    let way = |value: bool, label: &str| {
        html! {
            <button
                type="button" class="kpi-view" aria-pressed={(deep == value).to_string()}
                onclick={set_deep.reform(move |_: MouseEvent| value)}
            >{ text.t(label) }</button>
        }
    };
    html! {
        <div key="shares" class="kpi-why-body">
            <p>{ sentence(told, steps, &places) }</p>
            <div class="kpi-views" role="group" aria-label={text.t("kpi-why-depth")}>
                { way(false, "kpi-why-direct") }
                { way(true, "kpi-why-deep") }
            </div>
            if together && !deep {
                <p class="quiet">{ text.t("kpi-why-together") }</p>
            } else {
                { waterfall(told, &bars) }
            }
        </div>
    }
}

/// Before, now and change, for sentences.
pub fn changed(told: &Told<'_>) -> [(&'static str, crate::text::Arg); 4] {
    let of = told.told;
    [
        ("name", told.name(of.place).into()),
        ("before", told.figure(of.before).into()),
        ("now", told.figure(of.now).into()),
        ("change", told.difference(of.now - of.before).into()),
    ]
}

/// Goes on to a node: its own change is explained then.
fn open(told: &Told<'_>, place: usize) -> Callback<MouseEvent> {
    let id = told.context.tree.nodes.get(place).map(|n| ElementId(n.id.0));
    let area = told.area.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(id) = id {
            area.hand.go(super::stand::StandAction::Reveal(super::stand::above(&area.tree, id)));
            area.hand.select(id);
        }
    })
}
