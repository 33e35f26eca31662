//! Does it move with the KGI? Correlation over snapshots and across segments: never a cause.

use super::area::Area;
use super::stand::{StandAction, above};
use super::why::segment_columns;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::{Choice, Icon, IconName, Select};
use crate::query::use_view;
use crate::state::use_session;
use crate::text::{Text, use_text};
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiRelation};
use kpi::Correlation;
use plan::ElementId;
use std::rc::Rc;
use yew::prelude::*;

/// So many snapshots later the KGI may follow.
const LAGS: u32 = 4;

/// Properties of [`Relations`].
#[derive(PartialEq, Properties)]
pub struct RelationsProps {
    /// The area.
    pub area: Area,
}

/// A row a node, those that move most clearly first.
#[component]
pub fn Relations(props: &RelationsProps) -> Html {
    let text = use_text();
    let session = use_session();
    let area = &props.area;
    let chosen = use_state_eq(|| None::<String>);
    let steps = use_state_eq(|| true);
    let segments = segment_columns(&session);
    let segment = (*chosen).clone().filter(|c| segments.contains(c));
    let columns = use_view(session.as_of().map(|s| Call::Columns(s.id)));
    let segment = segment.or_else(|| default_segment(&segments, columns.answer.as_deref()));
    let snapshots = session
        .as_of()
        .map_or(0, |now| session.snapshots.iter().filter(|s| s.date <= now.date).count());
    let view = use_view(Some(Call::Kpi {
        context: Box::new((*area.context).clone()),
        ask: KpiAsk::Relations { lags: LAGS, segment: segment.clone() },
    }));
    let goal = area.node(0).map(|n| n.name.clone()).unwrap_or_default();
    let choices: Rc<[Choice]> =
        segments.iter().map(|s| Choice::new(s.clone(), s.clone())).collect();
    let choose = Callback::from(move |column: AttrValue| chosen.set(Some(column.to_string())));
    let of_steps = *steps;
    let way = |value: bool, label: &str| {
        let steps = steps.clone();
        html! {
            <button
                type="button" class="kpi-view" aria-pressed={(of_steps == value).to_string()}
                onclick={Callback::from(move |_: MouseEvent| steps.set(value))}
            >{ text.t(label) }</button>
        }
    };
    let rows = match (view.question.as_deref(), view.answer.as_deref()) {
        (Some(Call::Kpi { context, .. }), Some(Answer::Kpi(KpiAnswer::Relations(all)))) => {
            let mut rows: Vec<(ElementId, String, &KpiRelation)> = all
                .iter()
                .filter_map(|r| {
                    let node = context.tree.nodes.get(r.place)?;
                    Some((ElementId(node.id.0), node.name.clone(), r))
                })
                .collect();
            let size = |r: &KpiRelation| strongest(r, of_steps).map_or(-1.0, |(_, r)| r.abs());
            table::order::sort_by(&mut rows, |a, b| size(b.2).total_cmp(&size(a.2)));
            rows.into_iter().map(|(id, name, r)| row(area, &text, id, &name, r, of_steps)).collect()
        }
        _ => Vec::new(),
    };
    html! {
        <section class="kpi-block" aria-labelledby="kpi-relation-title" data-testid="kpi-relation">
            <header class="kpi-block-head">
                <h2 id="kpi-relation-title">{ text.with("kpi-relation", &[("goal", goal.into())]) }</h2>
                <div>
                    if let Some(segment) = segment {
                        <Select label={text.t("kpi-relation-segment")} value={segment} {choices} on_change={choose} />
                    }
                </div>
            </header>
            <p class="small quiet">{ text.t("kpi-relation-note") }</p>
            if snapshots < kpi::FEW {
                <p data-testid="kpi-relation-needs">{
                    text.with("kpi-relation-needs", &[("n", snapshots.into()), ("least", kpi::FEW.into())])
                }</p>
            }
            <div class="kpi-views" role="group" aria-label={text.t("kpi-relation-of")}>
                { way(true, "kpi-relation-steps") }
                { way(false, "kpi-relation-levels") }
            </div>
            <div class="scroll-x">
                <table class="kpi-relations">
                    <thead>
                        <tr>
                            <th scope="col">{ text.t("kpi-name") }</th>
                            <th scope="col" class="number">{ text.t("kpi-relation-r") }</th>
                            <th scope="col">{ text.t("kpi-relation-interval") }</th>
                            <th scope="col" class="number">{ text.t("kpi-relation-lag") }</th>
                            <th scope="col" class="number">{ text.t("kpi-relation-points") }</th>
                            <th scope="col" class="number">{ text.t("kpi-relation-across") }</th>
                            <th scope="col">{ text.t("kpi-relation-says") }</th>
                        </tr>
                    </thead>
                    <tbody>{ rows }</tbody>
                </table>
            </div>
        </section>
    }
}

/// The first column with segments enough to tell something; where none has, the first at all.
fn default_segment(segments: &[String], columns: Option<&Answer>) -> Option<String> {
    let Some(Answer::Columns(columns)) = columns else { return segments.first().cloned() };
    let enough =
        |name: &&String| columns.iter().any(|c| c.name == **name && c.distinct >= kpi::FEW as u64);
    segments.iter().find(enough).or(segments.first()).cloned()
}

/// The lag at which a node moves with the KGI most, and how much; `None` with too few points at all.
fn strongest(relation: &KpiRelation, of_steps: bool) -> Option<(usize, f64)> {
    let at = |l: &kpi::Lagged| if of_steps { l.steps } else { l.level };
    let found = relation.lagged.iter().filter_map(|l| at(l).pearson.map(|r| (l.lag, r.estimate)));
    found.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
}

fn row(
    area: &Area,
    text: &Text,
    id: ElementId,
    name: &str,
    relation: &KpiRelation,
    of_steps: bool,
) -> Html {
    let lag = strongest(relation, of_steps).map_or(0, |s| s.0);
    let found = relation.lagged.get(lag).map(|l| if of_steps { l.steps } else { l.level });
    let select = {
        let area = area.clone();
        Callback::from(move |_: MouseEvent| {
            area.hand.go(StandAction::Reveal(above(&area.tree, id)));
            area.hand.select(id);
        })
    };
    let points =
        relation.lagged.first().map_or(0, |l| if of_steps { l.steps } else { l.level }.points);
    let says = match found {
        Some(c) if c.is_clear() && c.pearson.is_some_and(|r| r.estimate < 0.0) => {
            "kpi-relation-against"
        }
        Some(c) if c.is_clear() => "kpi-relation-clear",
        Some(c) if c.pearson.is_some() => "kpi-relation-unclear",
        _ if points < kpi::FEW => "kpi-relation-few",
        _ => "kpi-relation-flat",
    };
    let r = |c: Option<Correlation>| c.and_then(|c| c.pearson);
    html! {
        <tr key={id.0}>
            <th scope="row"><button type="button" class="kpi-link" onclick={select}>{ name.to_owned() }</button></th>
            <td class="number">{ r(found).map_or_else(|| "–".to_owned(), |r| text.signed(r.estimate, 2)) }</td>
            <td>{ interval(text, found) }</td>
            <td class="number">{ r(found).map(|_| text.integer(lag as i64)) }</td>
            <td class="number">{ text.integer(found.map_or(0, |c| c.points) as i64) }</td>
            <td class="number">{ across(text, relation.across) }</td>
            <td>
                <span>{ text.t(says) }</span>
                if relation.met_in_vain == Some(true) {
                    <span class="kpi-vain"><Icon name={IconName::Warning} />{ text.t("kpi-relation-vain") }</span>
                }
            </td>
        </tr>
    }
}

/// The correlation across segments with its interval and how many they are, or why there is none.
fn across(text: &Text, found: Option<Correlation>) -> Html {
    let Some(found) = found else { return html! { "–" } };
    let count = [("n", found.points.into())];
    let Some(r) = found.pearson else {
        let few = found.points < kpi::FEW;
        let why = if few { "kpi-relation-across-few" } else { "kpi-relation-across-flat" };
        return html! { <span class="small quiet">{ text.with(why, &count) }</span> };
    };
    html! {
        <>
            { text.signed(r.estimate, 2) }
            <span class="small quiet kpi-across">
                { format!("{} … {}", text.signed(r.low, 2), text.signed(r.high, 2)) }
                <br />
                { text.with("kpi-relation-across-n", &count) }
            </span>
        </>
    }
}

/// The 95 % interval as a line from −1 to 1.
fn interval(text: &Text, found: Option<Correlation>) -> Html {
    let Some(r) = found.and_then(|c| c.pearson) else { return html! { <span /> } };
    let at = |x: f64| (x + 1.0) * 50.0;
    let label = format!("{} … {}", text.signed(r.low, 2), text.signed(r.high, 2));
    let line = format!("left:{:.1}%;width:{:.1}%", at(r.low), at(r.high) - at(r.low));
    html! {
        <span class="kpi-interval" title={label.clone()}>
            <span class="kpi-interval-line" style={line} />
            <span class="kpi-interval-dot" style={format!("left:{:.1}%", at(r.estimate))} />
            <span class="hidden-visually">{ label }</span>
        </span>
    }
}
