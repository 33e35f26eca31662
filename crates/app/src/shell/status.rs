//! The thin line below: accounts, snapshot, work in progress.

use crate::markup::html;
use crate::parts::{Icon, IconName, Progress};
use crate::state::{Work, use_actions, use_session};
use crate::text::{Text, use_text};
use engine::message::Phase;
use yew::prelude::*;

/// The status line.
#[component]
pub(super) fn StatusLine() -> Html {
    let text = use_text();
    let session = use_session();
    let facts = session.as_of().map(|now| {
        let mut facts = vec![
            text.with("status-accounts", &[("n", now.rows.into())]),
            text.with("status-as-of", &[("date", text.date(now.date).into())]),
        ];
        if session.snapshots.len() > 1 {
            facts.push(text.with("status-snapshots", &[("n", session.snapshots.len().into())]));
        }
        facts.push(text.t("status-score"));
        facts
    });
    html! {
        <footer class="status">
            <div class="status-facts">
                for (i, fact) in facts.unwrap_or_default().into_iter().enumerate() {
                    <span key={i}>{ fact }</span>
                }
            </div>
            <div class="status-work">
                if let Some(work) = session.work.clone() {
                    <WorkLine {work} />
                }
            </div>
            <a class="status-private" href="#/privacy"><Icon name={IconName::Shield} /><span>{ text.t("status-private") }</span></a>
        </footer>
    }
}

#[derive(PartialEq, Properties)]
struct WorkProps {
    work: Work,
}

#[component]
fn WorkLine(props: &WorkProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let call = props.work.call;
    let cancel = Callback::from(move |_: MouseEvent| actions.cancel(call));
    let words = work_words(&text, &props.work);
    let progress = props.work.progress;
    html! {
        <>
            // Read out once, when it begins; the counting line would never let a reader speak.
            <span class="hidden-visually" role="status">{ text.t(phase_id(progress.phase)) }</span>
            <span class="status-words">{ words.clone() }</span>
            <Progress label={text.t(phase_id(progress.phase))} done={progress.done as f64} total={progress.total as f64} />
            <button class="button plain" type="button" onclick={cancel}>{ text.t("cancel") }</button>
        </>
    }
}

fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Reading => "work-reading",
        Phase::Making => "work-making",
        Phase::Storing => "work-storing",
        Phase::Loading => "work-loading",
        Phase::Counting => "work-counting",
        Phase::Columns => "work-columns",
    }
}

/// "Reading 34.2 of 52.1 MB, 210,345 rows".
fn work_words(text: &Text, work: &Work) -> AttrValue {
    let p = work.progress;
    if p.done == 0 && p.rows == 0 {
        return text.t(phase_id(p.phase));
    }
    match p.phase {
        Phase::Reading => text.with(
            "work-reading.far",
            &[
                ("done", text.bytes(p.done).into()),
                ("total", text.bytes(p.total).into()),
                ("rows", p.rows.into()),
            ],
        ),
        phase => text.with(
            &format!("{}.far", phase_id(phase)),
            &[
                ("percent", text.percent(p.done as f64 / p.total.max(1) as f64, 0).into()),
                ("rows", p.rows.into()),
            ],
        ),
    }
}
