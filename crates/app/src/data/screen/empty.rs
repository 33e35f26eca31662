//! No data yet.

use crate::hooks::use_callback;
use crate::markup::html;
use crate::parts::{EmptyState, FileButton, Icon, IconName};
use crate::shell::ACCEPT;
use crate::state::{use_actions, use_document};
use crate::text::{Language, use_text};
use web_sys::File;
use yew::prelude::*;

/// How many accounts the sample has.
const SAMPLE_ACCOUNTS: u32 = 20_000;

/// Says what belongs here, and offers to choose files or to try the sample.
#[component]
pub fn Empty() -> Html {
    let text = use_text();
    let actions = use_actions();
    let writable = use_document().writable;
    let onfiles = use_callback(actions.clone(), |files: Vec<File>, actions| {
        actions.take_files(files, None);
    });
    let japanese = text.language() == Language::Ja;
    let sample = Callback::from(move |_: MouseEvent| actions.sample(SAMPLE_ACCOUNTS, japanese));
    html! {
        <div class="data-screen">
            <h1 tabindex="-1">{ text.t("area-data") }</h1>
            <EmptyState line={text.t("data-empty")} icon={IconName::Data}>
                if writable {
                    <FileButton
                        label={text.t("data-choose-files")} multiple=true class="primary" accept={ACCEPT} on_files={onfiles}
                        testid="data-files"
                    />
                    <button class="button" type="button" onclick={sample}>
                        <Icon name={IconName::Sample} />{ text.t("data-try-sample") }
                    </button>
                }
            </EmptyState>
        </div>
    }
}
