//! The checkpoints on the way to success, stage by stage, each with its share and lift.

use super::super::words::name_of;
use super::why::{Why, interval};
use super::{Live, stage_names};
use crate::markup::html;
use crate::parts::{Icon, IconName, explained};
use crate::strategy::{Runner, StandAction};
use crate::text::Text;
use plan::{Document, ElementId, Kind};
use yew::prelude::*;

/// All checkpoints of a journey; nothing while there are none.
pub fn way(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let journey = runner.canvas;
    let names = stage_names(text, document, journey);
    let why = Why { text, document, live, names: &names, place: "way" };
    let stages: Vec<(usize, ElementId)> =
        document.stages(journey).into_iter().enumerate().collect();
    let rows: Vec<Html> = stages
        .iter()
        .flat_map(|(stage, id)| {
            let below = document.children_of_kind(Some(*id), Kind::Checkpoint);
            let (why, names) = (&why, &names);
            let of = below.into_iter().enumerate();
            of.map(move |(at, e)| row(why, runner, (*stage, at), e.id, &names[*stage]))
                .collect::<Vec<_>>()
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <section class="form-part" data-testid="journey-way">
            <h3>{ text.t("journey-way") }</h3>
            <table class="journey-way small">
                <thead>
                    <tr>
                        <th scope="col">{ text.t("journey-way-checkpoint") }</th>
                        <th scope="col" class="number">{ text.t("journey-way-passing") }</th>
                        <th scope="col" class="number">{ text.t("journey-live-lift") }</th>
                    </tr>
                </thead>
                <tbody>{ rows }</tbody>
            </table>
        </section>
    }
}

fn row(
    why: &Why<'_>,
    runner: &Runner,
    (stage, at): (usize, usize),
    id: ElementId,
    stage_name: &AttrValue,
) -> Html {
    let (text, live) = (why.text, why.live);
    let name = name_of(text, why.document, id);
    let onboarding = why.document.checkpoint(id).is_some_and(|c| c.onboarding);
    let holder = why.document.element(id).and_then(|e| e.parent);
    let look = {
        let hand = runner.hand.clone();
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Look(holder)))
    };
    let found = live.stage(stage).and_then(|s| s.checkpoints.get(at)?.as_ref());
    let measured = live.stage(stage).is_some_and(|s| s.measured);
    let formula = if measured { "journey-why-check" } else { "journey-why-check-all" };
    let passing = found.map(|f| {
        let told = why.passing(
            format!("check-{}", id.0),
            name.clone(),
            formula,
            &f.passing,
            live.passing_before(stage, at),
            &f.by_level,
        );
        explained(text, text.percent(f.passing.share(), 0), told)
    });
    let lift = found.and_then(|f| f.lift).and_then(|l| Some((l, l.lift?)));
    let lift = lift.map(|(lift, of)| {
        let told = why.lift(format!("lift-{}", id.0), name.clone(), &lift, of);
        let figure = format!("{} ({})", text.decimal(of.estimate, 2), interval(text, of));
        explained(text, figure, told)
    });
    let doubt = found.is_some_and(|f| f.verdict.is_some());
    html! {
        <tr key={id.0}>
            <th scope="row">
                <button type="button" class="kpi-link" onclick={look}>{ &name }</button>
                <span class="quiet">
                    { " " }{ stage_name }
                    if onboarding {
                        { " · " }{ text.t("journey-checkpoint-onboarding") }
                    }
                </span>
                if doubt {
                    <span class="journey-verdict" title={text.t("journey-findings")}><Icon name={IconName::Warning} /><span class="hidden-visually">{ text.t("journey-findings") }</span></span>
                }
            </th>
            <td class="number">{ passing.unwrap_or_else(|| html! { "–" }) }</td>
            <td class="number">{ lift.unwrap_or_else(|| html! { "–" }) }</td>
        </tr>
    }
}
