//! What the user must know about the workspace before working on: shown across the page.

use super::state::{Phase, use_workspace};
use super::words::{open_words, storage_words};
use super::workspaces::use_workspaces;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::text::use_text;
use yew::prelude::*;

/// Properties of one line of the banner.
#[derive(PartialEq, Properties)]
struct LineProps {
    kind: &'static str,
    icon: IconName,
    words: AttrValue,
    children: Html,
}

#[component]
fn Line(props: &LineProps) -> Html {
    html! {
        <div class="workspace-line" data-kind={props.kind}>
            <Icon name={props.icon} />
            <p>{ props.words.clone() }</p>
            <span class="workspace-line-actions">{ props.children.clone() }</span>
        </div>
    }
}

/// Another tab edits; edits that could not be kept; the database is gone. Empty when all is well.
#[component]
pub fn WorkspaceBanner() -> Html {
    let text = use_text();
    let workspace = use_workspace();
    let workspaces = use_workspaces();
    let act = |action: fn(&super::Workspaces)| {
        let workspaces = workspaces.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(workspaces) = &workspaces {
                action(workspaces);
            }
        })
    };
    let download = {
        let left_over = workspace.left_over.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(lines) = &left_over {
                // Nothing is forgotten when the browser refuses: the button is still there.
                let _ = web::download::offer("sodachi-edits.txt", "text/plain", lines.as_bytes());
            }
        })
    };
    let reload = Callback::from(|_: MouseEvent| {
        // Refused only while another navigation is under way, which loads the page too.
        let _ = gloo::utils::window().location().reload();
    });
    let gone = match (&workspace.lost, &workspace.phase) {
        (Some(reason), _) => Some(storage_words(&text, reason)),
        (None, Phase::Failed(problem)) => Some(open_words(&text, problem)),
        (None, _) => None,
    };
    let edits = workspace.left_over.as_ref().map_or(0, |lines| lines.lines().count());
    html! {
        <div class="workspace-banner" role="status">
            <div key="gone">
                if let Some(words) = gone {
                    <Line kind="danger" icon={IconName::Warning} {words}>
                        <button class="button" type="button" onclick={reload}>{ text.t("workspace-reload") }</button>
                    </Line>
                }
            </div>
            <div key="following">
                if workspace.follows() {
                    <Line kind="info" icon={IconName::Lock} words={text.t("workspace-following")}>
                        <button class="button" type="button" onclick={act(|w| w.take_over())}>
                            { text.t("workspace-take-over") }
                        </button>
                    </Line>
                }
            </div>
            <div key="left-over">
                if edits > 0 {
                    <Line
                        kind="warn" icon={IconName::Warning}
                        words={text.with("workspace-left-over", &[("count", edits.into())])}
                    >
                        <button class="button" type="button" onclick={download}>{ text.t("workspace-left-over-download") }</button>
                        <button class="button plain" type="button" onclick={act(|w| w.forget_left_over())}>
                            { text.t("workspace-left-over-forget") }
                        </button>
                    </Line>
                }
            </div>
        </div>
    }
}
