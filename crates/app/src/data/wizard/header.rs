//! What will be read and the one button that does it.

use super::state::WizardState;
use crate::hooks::{use_effect_with, use_mut_ref};
use crate::markup::html;
use crate::parts::ProblemLine;
use crate::state::{SessionAction, use_actions, use_document};
use crate::text::use_text;
use std::rc::Rc;
use table::Day;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The wizard.
    pub state: Rc<WizardState>,
    /// Whether the files can be read like this.
    pub ready: bool,
    /// Whether all are read as last time, so that the confirmation is all there is to do.
    pub collapsed: bool,
    /// The date of the snapshot that the file takes the place of.
    pub replaced: Option<Day>,
    /// Reads the files.
    pub onimport: Callback<()>,
}

/// The head of the wizard. It stays in view, so that the confirmation is always at hand.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let text = use_text();
    let writable = use_document().writable;
    let actions = use_actions();
    let title = use_node_ref();
    let primary = use_node_ref();
    {
        // the focus comes to the wizard once: to the button when confirming is all there is to do
        let (title, primary) = (title.clone(), primary.clone());
        let looked = props.state.all_looked() && !props.state.entries.is_empty();
        let to_button = props.collapsed && props.ready;
        let done = use_mut_ref(|| false);
        use_effect_with(looked, move |looked| {
            if *looked && !done.replace(true) {
                let node = if to_button { primary } else { title };
                if let Some(element) = node.cast::<HtmlElement>() {
                    // an element of our own page can be focused
                    let _ = element.focus();
                }
            }
        });
    }
    {
        // reading took the buttons away; when it did not succeed, the focus comes back
        let primary = primary.clone();
        let was = use_mut_ref(|| false);
        use_effect_with(props.state.importing, move |importing| {
            let came_back = was.replace(*importing) && !importing;
            if let (true, Some(button)) = (came_back, primary.cast::<HtmlElement>()) {
                // an element of our own page can be focused
                let _ = button.focus();
            }
        });
    }
    let count = props.state.entries.len();
    let bytes: u64 = props.state.entries.iter().map(super::state::Entry::bytes).sum();
    let heading = match props.replaced {
        Some(day) => text.with("data-wizard-replace", &[("date", text.date(day).into())]),
        None => text.t("data-wizard"),
    };
    let label =
        text.with("data-import", &[("count", count.into()), ("size", text.bytes(bytes).into())]);
    let onclick = props.onimport.reform(|_: MouseEvent| ());
    let waiting: Rc<Vec<_>> =
        Rc::new(props.state.entries.iter().map(|entry| entry.file.clone()).collect());
    let cancel = Callback::from(move |_: MouseEvent| {
        actions.session(SessionAction::Settled(waiting.clone()));
    });
    html! {
        <header class="wizard-head">
            <div class="wizard-title">
                <h1 id="wizard-title" ref={title} tabindex="-1">{ heading }</h1>
                <p class="quiet small">{ text.t("data-wizard-private") }</p>
            </div>
            <div class="wizard-actions">
                if !props.state.importing {
                    <button class="button" type="button" onclick={cancel}>{ text.t("cancel") }</button>
                    <button
                        class="button primary" type="button" ref={primary} {onclick}
                        disabled={!props.ready} data-testid="wizard-import"
                    >{ label }</button>
                }
            </div>
            <div class="wizard-problem">
                if let Some(problem) = &props.state.problem {
                    <ProblemLine key="problem" problem={problem.clone()} />
                } else if !writable {
                    <p key="read-only">{ text.t("data-check-read-only") }</p>
                }
            </div>
        </header>
    }
}
