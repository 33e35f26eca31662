//! Six scorecards to start from.

use super::template::{apply_template, template_name};
use crate::markup::html;
use crate::parts::Dialog;
use crate::state::use_actions;
use crate::text::use_text;
use engine::message::TemplateKind;
use yew::prelude::*;

/// All templates, in the order shown.
const KINDS: [TemplateKind; 6] = [
    TemplateKind::Dear,
    TemplateKind::AdoptionMaturitySentiment,
    TemplateKind::Checks,
    TemplateKind::Onboarding,
    TemplateKind::FiveSlots,
    TemplateKind::Blank,
];

/// Properties of [`TemplatePicker`].
#[derive(PartialEq, Properties)]
pub struct TemplatePickerProps {
    /// Hears that one was chosen.
    #[prop_or_default]
    pub on_chosen: Callback<()>,
}

/// The templates, a sentence each. Choosing one matches it to the newest snapshot's columns.
#[component]
pub fn TemplatePicker(props: &TemplatePickerProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let choose = |kind: TemplateKind| {
        let (actions, on_chosen) = (actions.clone(), props.on_chosen.clone());
        Callback::from(move |_: MouseEvent| {
            let (applying, on_chosen) = (actions.clone(), on_chosen.clone());
            actions.run(async move {
                apply_template(&applying, kind).await?;
                on_chosen.emit(());
                Ok(())
            });
        })
    };
    html! {
        <ul class="templates">
            for kind in KINDS {
                <li key={template_name(kind)}>
                    <button
                        type="button" class="template" onclick={choose(kind)}
                        data-testid={template_name(kind)}
                    >
                        <b>{ text.t(template_name(kind)) }</b>
                        <span>{ text.t(&format!("{}-description", template_name(kind))) }</span>
                    </button>
                </li>
            }
        </ul>
    }
}

/// Properties of [`TemplateDialog`].
#[derive(PartialEq, Properties)]
pub struct TemplateDialogProps {
    /// Stop showing it.
    pub on_close: Callback<()>,
}

/// The templates once there is a scorecard: choosing one takes its place, and undo brings it back.
#[component]
pub fn TemplateDialog(props: &TemplateDialogProps) -> Html {
    let text = use_text();
    html! {
        <Dialog title={text.t("score-new-card-title")} class="wide" on_close={props.on_close.clone()}>
            <p class="quiet">{ text.t("score-new-card-hint") }</p>
            <TemplatePicker on_chosen={props.on_close.clone()} />
        </Dialog>
    }
}
