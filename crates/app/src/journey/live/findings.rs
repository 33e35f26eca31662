//! What the figures say about the way the journey is drawn: why, and what to do about it.

use super::super::words::name_of;
use super::Live;
use super::why::interval;
use crate::markup::html;
use crate::parts::{Icon, IconName, focus_soon};
use crate::strategy::{Runner, StandAction};
use crate::text::{Arg, Text};
use plan::{Document, ElementId, Finding, Kind, LaneKind, Misfit};
use score::journey::CheckpointFigures;
use yew::prelude::*;

/// The heading of the findings, which has the focus when one comes to them.
const TITLE: &str = "journey-findings-title";

/// How many findings there are, as a button that leads to them; nothing when there are none.
pub fn findings_button(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let n = document.findings(runner.canvas, live.now()).len();
    let hand = runner.hand.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        hand.go(StandAction::Look(None));
        focus_soon(TITLE.to_owned());
    });
    let button = html! {
        <button type="button" class="button plain small" {onclick} data-testid="journey-findings-n">
            <Icon name={IconName::Info} />{ text.with("journey-findings-n", &[("n", n.into())]) }
        </button>
    };
    html! { if n > 0 { { button } } }
}

/// The findings of a journey.
pub fn findings(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let found = document.findings(runner.canvas, live.now());
    html! {
        <section class="form-part" data-testid="journey-findings">
            <h3 id={TITLE} tabindex="-1">{ text.t("journey-findings") }</h3>
            if found.is_empty() {
                <p class="small quiet">{ text.t("journey-findings-none") }</p>
            }
            <ul class="journey-findings">
                for (at, finding) in found.iter().enumerate() {
                    { line(text, document, runner, at, finding) }
                }
            </ul>
        </section>
    }
}

fn line(text: &Text, document: &Document, runner: &Runner, at: usize, finding: &Finding) -> Html {
    let key = finding.key();
    let look = {
        let (hand, id) = (runner.hand.clone(), looked_at(document, finding));
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Look(Some(id))))
    };
    let content = match finding {
        Finding::PainOneToOne { stage, pain, .. } => {
            add_content(text, document, runner, *stage, *pain)
        }
        _ => html! {},
    };
    html! {
        <li key={format!("{at}-{key}")} data-finding={key}>
            <p><Icon name={IconName::Info} />{ text.with(&format!("journey-finding-{key}"), &words(text, document, finding)) }</p>
            <p class="small quiet">{ text.t(&format!("journey-finding-{key}-action")) }</p>
            <p class="journey-finding-do">
                { content }
                <button type="button" class="button small" onclick={look}>{ text.t("journey-finding-show") }</button>
            </p>
        </li>
    }
}

/// An entry is looked at itself, a checkpoint with its stage.
fn looked_at(document: &Document, finding: &Finding) -> ElementId {
    let element = finding.element();
    let is_checkpoint = document.checkpoint(element).is_some();
    if is_checkpoint { finding.stage() } else { element }
}

/// Begins content that answers a pain, in the first lane for it.
fn add_content(
    text: &Text,
    document: &Document,
    runner: &Runner,
    stage: ElementId,
    pain: ElementId,
) -> Html {
    let lanes = document.children_of_kind(Some(runner.canvas), Kind::Lane);
    let lane = lanes.iter().find(|l| document.lane_kind(l.id) == Some(LaneKind::Content));
    let Some(lane) = lane.map(|l| l.id) else { return html! {} };
    let (hand, called) = (runner.hand.clone(), name_of(text, document, pain));
    let called = text.with("journey-content-for", &[("pain", called.into())]);
    let onclick = Callback::from(move |_: MouseEvent| {
        let added = hand.ask(|d| ElementId(d.next_id));
        if hand.edit(|d| d.add_joined_entry(lane, stage, &called, pain)) {
            hand.go(StandAction::Look(Some(added)));
        }
    });
    html! {
        <button type="button" class="button small" disabled={!runner.hand.writable} {onclick}>
            <Icon name={IconName::Plus} />{ text.t("journey-finding-add-content") }
        </button>
    }
}

/// What a finding speaks of, with its figures.
fn words(text: &Text, document: &Document, finding: &Finding) -> Vec<(&'static str, Arg)> {
    let name = |id: ElementId| -> Arg { name_of(text, document, id).into() };
    let share =
        |part: u32, of: u32| -> Arg { text.percent(f64::from(part) / f64::from(of), 0).into() };
    let mut args = vec![("stage", name(finding.stage()))];
    match finding {
        Finding::NoTouchpoint { standing, .. } => {
            let standing = standing.map_or_else(|| "–".to_owned(), |n| text.integer(n));
            args.push(("standing", standing.into()));
        }
        Finding::PainOneToOne { pain, touchpoint, standing, of, .. } => args.extend([
            ("pain", name(*pain)),
            ("touchpoint", name(*touchpoint)),
            ("standing", (*standing).into()),
            ("share", share(*standing, *of)),
        ]),
        Finding::Misfit { touchpoint, why, .. } => {
            args.push(("touchpoint", name(*touchpoint)));
            args.extend(match *why {
                Misfit::TooMany { accounts, owners } => {
                    let each = f64::from(accounts) / f64::from(owners);
                    [
                        ("n", accounts.into()),
                        ("of", owners.into()),
                        ("share", text.decimal(each, 0).into()),
                    ]
                }
                Misfit::LowRevenue { low: n, of } | Misfit::NoPeople { high: n, of } => {
                    [("n", n.into()), ("of", of.into()), ("share", share(n, of))]
                }
            });
        }
        Finding::Checkpoint { checkpoint, figures, .. } => {
            args.push(("checkpoint", name(*checkpoint)));
            args.extend(of_checkpoint(text, figures));
        }
    }
    args
}

fn of_checkpoint(text: &Text, figures: &CheckpointFigures) -> [(&'static str, Arg); 5] {
    let of = &figures.passing;
    let lift = figures.lift.and_then(|l| l.lift);
    let told = lift.map(|lift| {
        let args = [
            ("lift", text.decimal(lift.estimate, 2).into()),
            ("interval", interval(text, lift).into()),
        ];
        text.with("journey-live-lift-n", &args)
    });
    let successful =
        figures.lift.map(|l| (l.passed.1, l.passed.1 + l.failed.1)).unwrap_or_default();
    [
        ("share", text.percent(of.share(), 1).into()),
        ("n", of.passed.into()),
        ("of", (of.passed + of.failed).into()),
        ("successful", text.percent(f64::from(successful.0) / f64::from(successful.1), 0).into()),
        ("lift", told.unwrap_or_else(|| text.t("journey-live-no-lift")).into()),
    ]
}
