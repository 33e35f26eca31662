//! The start screen: the whole pane takes files (the shell takes them wherever they are dropped).

use super::picture::Picture;
use crate::markup::html;
use crate::parts::{FileButton, Icon, IconName};
use crate::route::Route;
use crate::shell::{ACCEPT, SAMPLE_SIZES, take_any_files};
use crate::state::{use_actions, use_session};
use crate::text::{Language, use_text};
use crate::workspace::{WorkspaceList, use_workspace, use_workspaces};
use yew::prelude::*;

/// The start screen.
#[component]
pub fn StartScreen() -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let japanese = text.language() == Language::Ja;
    let workspaces = use_workspaces();
    // On the first visit there is one workspace with nothing in it: no list to choose from.
    let list = use_workspace().list.len() > 1 || !session.snapshots.is_empty();
    let busy = session.work.is_some();
    let sample = |accounts: u32| {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.sample(accounts, japanese))
    };
    let [small, large] = SAMPLE_SIZES;
    let on_files = {
        let actions = actions.clone();
        Callback::from(move |files| take_any_files(&actions, workspaces.as_ref(), files))
    };
    let open = session.as_of().map(|now| {
        text.with("start-continue", &[("n", now.rows.into()), ("date", text.date(now.date).into())])
    });
    html! {
        <div class="start">
            <section class="start-words">
                <h1><span>{ text.t("start-line") }</span>{ text.t("start-line.between") }<span>{ text.t("start-line.rest") }</span></h1>
                <p class="start-lead">{ text.t("start-lead") }</p>
                <div class="start-continue">
                    if let Some(open) = open {
                        <a class="button" href={Route::Accounts(None).hash()}>{ open }<Icon name={IconName::ChevronRight} /></a>
                    }
                </div>
                <ol class="start-ways">
                    <li class="start-way" key="files">
                        <h2>{ text.t("start-files") }</h2>
                        <p>{ text.t("start-files-line") }</p>
                        <FileButton
                            label={text.t("start-choose")} accept={ACCEPT} multiple=true class="primary"
                            testid="choose-files" {on_files}
                        />
                    </li>
                    <li class="start-way" key="sample">
                        <h2>{ text.t("start-sample") }</h2>
                        <p>{ text.t("start-sample-line") }</p>
                        <div class="start-choices">
                            <button class="button" type="button" disabled={busy} onclick={sample(small)} data-testid="try-sample">
                                <Icon name={IconName::Sample} /><span>{ text.with("start-sample-small", &[("n", small.into())]) }</span>
                            </button>
                            <button class="button plain" type="button" disabled={busy} onclick={sample(large)} data-testid="try-large-sample">
                                { text.with("start-sample-large", &[("n", large.into())]) }
                            </button>
                        </div>
                    </li>
                    <li class="start-way" key="card">
                        <h2>{ text.t("start-card") }</h2>
                        <p>{ text.t("start-card-line") }</p>
                        <div class="start-choices">
                            <a class="button" href={Route::Score.hash()}><Icon name={IconName::Card} /><span>{ text.t("start-card-go") }</span></a>
                            <a class="button plain" href={Route::Strategy(None).hash()} data-testid="start-canvas">{ text.t("start-canvas-go") }</a>
                        </div>
                    </li>
                </ol>
                <div class="start-workspaces">
                    if list {
                        <WorkspaceList />
                    }
                </div>
                <p class="start-private">
                    <Icon name={IconName::Shield} />
                    <span>{ text.t("start-private") }{ " " }<a href={Route::Privacy.hash()}>{ text.t("start-private-check") }</a></span>
                </p>
            </section>
            <Picture />
        </div>
    }
}
