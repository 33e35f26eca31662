//! What of a snapshot's file was not read, counted by reason.

use super::super::words;
use super::diagnostics::Diagnostics;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::{Icon, IconName, ProblemLine};
use crate::query::use_view;
use crate::state::use_actions;
use crate::text::use_text;
use engine::message::{Answer, Call, Problem, SnapshotInfo};
use std::rc::Rc;
use table::DiagnosticKind;
use yew::prelude::*;

/// How many rows of the list are shown at a time.
const PAGE: u32 = 50;

/// Properties of [`Quality`].
#[derive(Properties, PartialEq)]
pub struct QualityProps {
    /// The snapshot.
    pub info: Rc<SnapshotInfo>,
}

/// Counts by reason, the list, and all of it as a file.
#[component]
pub fn Quality(props: &QualityProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let from = use_state_eq(|| 0u64);
    let only = use_state_eq(|| None::<DiagnosticKind>);
    let info = &props.info;
    let call = (info.diagnostics > 0).then_some(Call::Diagnostics {
        snapshot: info.id,
        kind: *only,
        from: *from,
        count: PAGE,
    });
    let view = use_view(call);
    let page = match view.answer.as_deref() {
        Some(Answer::Diagnostics(page)) => Some(page),
        _ => None,
    };
    let download = {
        let snapshot = info.id;
        let text = text.clone();
        let kinds: Vec<_> = page.map_or_else(Vec::new, |p| p.by_kind.clone());
        Callback::from(move |_: MouseEvent| {
            let actions = actions.clone();
            let heads = ["data-file", "data-line", "data-column", "data-reason", "data-text"];
            let headers = heads.iter().map(|id| text.t(id).to_string()).collect();
            let word = |kind| text.t(words::diagnostic(kind)).to_string();
            let words = kinds.iter().map(|(kind, _)| (*kind, word(*kind))).collect();
            let call = Call::DiagnosticsCsv { snapshot, headers, words };
            actions.clone().run(async move {
                match actions.work(call, &[]).await? {
                    Answer::Exported(exported) => {
                        for part in exported.parts {
                            web::download::offer(&part.file, "text/csv", &part.bytes)
                                .map_err(Problem::Internal)?;
                        }
                        Ok(())
                    }
                    other => Err(Problem::unexpected(&other)),
                }
            });
        })
    };
    let onpage = {
        let from = from.clone();
        Callback::from(move |to: u64| from.set(to))
    };
    let filter = |kind: Option<DiagnosticKind>| {
        let (from, only) = (from.clone(), only.clone());
        Callback::from(move |_: MouseEvent| {
            from.set(0);
            only.set(kind.filter(|_| *only != kind));
        })
    };
    let pressed = |kind: Option<DiagnosticKind>| (*only == kind).to_string();
    html! {
        <section class="quality" aria-labelledby="quality-title" data-testid="quality">
            <header class="quality-head">
                <h2 id="quality-title">{ text.t("data-quality") }</h2>
                <div>
                    if info.diagnostics > 0 {
                        <button class="button" type="button" onclick={download}>
                            <Icon name={IconName::Download} />{ text.t("data-download-all") }
                        </button>
                    }
                </div>
            </header>
            <div>
                if let Some(problem) = &view.problem {
                    <ProblemLine problem={problem.clone()} />
                }
            </div>
            if info.diagnostics == 0 {
                <p key="none" class="quality-good"><Icon name={IconName::Check} />{ text.t("data-nothing-noted") }</p>
            } else if let Some(page) = page {
                <div key="some" class="quality-body">
                    <ul class="quality-kinds">
                        <li key="all">
                            <button type="button" aria-pressed={pressed(None)} onclick={filter(None)}>
                                <strong>{ text.integer(page.by_kind.iter().map(|(_, count)| count).sum::<u64>()) }</strong>
                                <span>{ text.t("data-all-reasons") }</span>
                            </button>
                        </li>
                        for (kind, count) in &page.by_kind {
                            <li key={words::diagnostic(*kind)} data-rejects={kind.rejects_row().then_some("")}>
                                <button type="button" aria-pressed={pressed(Some(*kind))} onclick={filter(Some(*kind))}>
                                    <strong>{ text.integer(*count) }</strong>
                                    <span>{ text.t(words::diagnostic(*kind)) }</span>
                                </button>
                            </li>
                        }
                    </ul>
                    <Diagnostics page={Rc::new(page.clone())} size={u64::from(PAGE)} {onpage} />
                </div>
            } else {
                <p key="wait" class="quiet">{ text.t("data-counting") }</p>
            }
        </section>
    }
}
