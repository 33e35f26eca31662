//! Five trees to start from.

use super::area::Hand;
use super::template::apply_template;
use crate::markup::html;
use crate::parts::{Dialog, Icon, IconName};
use crate::state::{Session, use_actions, use_session};
use crate::text::{Language, Text, use_text};
use std::rc::Rc;
use yew::prelude::*;

/// How many accounts the sample has.
const SAMPLE: u32 = 20_000;

/// Properties of [`KpiStart`].
#[derive(PartialEq, Properties)]
pub struct KpiStartProps {
    /// Changes the document.
    pub hand: Hand,
}

/// Where there is no tree yet: one sentence, the templates, a sample.
#[component]
pub fn KpiStart(props: &KpiStartProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let japanese = text.language() == Language::Ja;
    let sample = Callback::from(move |_: MouseEvent| actions.sample(SAMPLE, japanese));
    html! {
        <div class="kpi-start">
            <h1>{ text.t("area-kpi") }</h1>
            <p>{ text.t("kpi-empty") }</p>
            { templates(&text, &props.hand, &session, &Callback::noop()) }
            <p class="kpi-start-sample">
                if session.snapshots.is_empty() {
                    <button class="button" type="button" onclick={sample}>
                        <Icon name={IconName::Sample} />{ text.t("kpi-sample") }
                    </button>
                }
            </p>
        </div>
    }
}

/// Properties of [`TemplateDialog`].
#[derive(PartialEq, Properties)]
pub struct TemplateDialogProps {
    /// Changes the document.
    pub hand: Hand,
    /// Stop showing it.
    pub on_close: Callback<()>,
}

/// The templates once there is a tree: choosing one adds another.
#[component]
pub fn TemplateDialog(props: &TemplateDialogProps) -> Html {
    let text = use_text();
    let session = use_session();
    html! {
        <Dialog title={text.t("kpi-new-tree-title")} class="wide" on_close={props.on_close.clone()}>
            <p class="quiet">{ text.t("kpi-new-tree-hint") }</p>
            { templates(&text, &props.hand, &session, &props.on_close) }
        </Dialog>
    }
}

/// The templates, a sentence each.
fn templates(text: &Text, hand: &Hand, session: &Rc<Session>, on_chosen: &Callback<()>) -> Html {
    html! {
        <ul class="templates">
            for template in kpi::templates() {
                <li key={template.key}>
                    <button
                        type="button" class="template" data-testid={template.key} disabled={!hand.writable}
                        onclick={{
                            let (hand, text, chosen) = (hand.clone(), text.clone(), on_chosen.clone());
                            let session = session.clone();
                            Callback::from(move |_: MouseEvent| {
                                chosen.emit(());
                                apply_template(&hand, &text, template, session.as_of());
                            })
                        }}
                    >
                        <b>{ text.t(template.key) }</b>
                        <span>{ text.t(&format!("{}-description", template.key)) }</span>
                    </button>
                </li>
            }
        </ul>
    }
}
