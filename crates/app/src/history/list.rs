//! What was kept: a field to name the present, the states with a name, the days.

use super::Shown;
use super::words::{day_words, moment_words};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing};
use crate::state::{Actions, Notice};
use crate::text::Text;
use crate::workspace::Workspaces;
use web::db::KeptVersion;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the list is drawn from.
pub struct Listed<'a> {
    /// The texts.
    pub text: &'a Text,
    /// What is kept, the newest first.
    pub kept: &'a [KeptVersion],
    /// What is on show.
    pub shown: Option<&'a Shown>,
    /// Whether this tab may edit.
    pub writable: bool,
    /// The actions.
    pub actions: &'a Actions,
    /// The actions on workspaces.
    pub workspaces: Option<&'a Workspaces>,
    /// Hears what is to be shown.
    pub on_show: &'a Callback<Option<Shown>>,
    /// Hears that something was kept or let go.
    pub on_changed: &'a Callback<()>,
}

/// The list.
pub fn list(on: &Listed<'_>) -> Html {
    let named: Vec<_> = on.kept.iter().filter(|v| !v.name.is_empty()).collect();
    let days: Vec<_> = on.kept.iter().filter(|v| v.name.is_empty()).collect();
    html! {
        <section class="history-list">
            { keep(on) }
            <h2>{ on.text.t("history-named") }</h2>
            if named.is_empty() {
                <p class="small quiet">{ on.text.t("history-named-none") }</p>
            }
            <ul data-testid="history-named">
                for version in named {
                    { one_named(on, version) }
                }
            </ul>
            <h2>{ on.text.t("history-days") }</h2>
            if days.is_empty() {
                <p class="small quiet">{ on.text.t("history-days-none") }</p>
            }
            <ul data-testid="history-days">
                for (at, version) in days.iter().enumerate() {
                    // What changed on a day lies between its beginning and that of the next day with edits.
                    { one_day(on, version, at.checked_sub(1).map(|next| days[next])) }
                }
            </ul>
        </section>
    }
}

/// Keeps the present under a name.
fn keep(on: &Listed<'_>) -> Html {
    let field = NodeRef::default();
    let run = {
        let (actions, workspaces) = (on.actions.clone(), on.workspaces.cloned());
        let changed = on.on_changed.clone();
        move |field: &HtmlInputElement| {
            let name = field.value().trim().to_owned();
            let (Some(workspaces), false) = (workspaces.clone(), name.is_empty()) else { return };
            field.set_value("");
            let (told, changed) = (actions.clone(), changed.clone());
            actions.run(async move {
                if workspaces.name_version(&name).await? {
                    told.notify(Notice::Done("history-kept", vec![("name", name)]));
                }
                changed.emit(());
                Ok(())
            });
        }
    };
    let onclick = {
        let (run, field) = (run.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                run(&field);
            }
        })
    };
    let onkeydown = Callback::from(move |e: KeyboardEvent| {
        if e.key() == "Enter" && !composing(&e) {
            e.prevent_default();
            run(&e.target_unchecked_into());
        }
    });
    html! {
        <div class="history-keep">
            <input
                ref={field} class="field" type="text" maxlength="120" aria-label={on.text.t("history-name")} disabled={!on.writable}
                placeholder={on.text.t("history-name")} data-testid="history-name" {onkeydown}
            />
            <button type="button" class="button" disabled={!on.writable} {onclick}>
                <Icon name={IconName::Plus} /><span>{ on.text.t("history-keep") }</span>
            </button>
        </div>
    }
}

fn show(
    on: &Listed<'_>,
    earlier: &KeptVersion,
    later: Option<&KeptVersion>,
) -> Callback<MouseEvent> {
    let shown = Shown { earlier: earlier.clone(), later: later.cloned() };
    on.on_show.reform(move |_| Some(shown.clone()))
}

fn is_shown(on: &Listed<'_>, version: &KeptVersion) -> Option<&'static str> {
    on.shown.is_some_and(|s| s.earlier == *version).then_some("true")
}

fn one_named(on: &Listed<'_>, version: &KeptVersion) -> Html {
    let forget = {
        let (actions, workspaces) = (on.actions.clone(), on.workspaces.cloned());
        let (changed, show) = (on.on_changed.clone(), on.on_show.clone());
        let version = version.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(workspaces) = workspaces.clone() else { return };
            let (version, changed, show) = (version.clone(), changed.clone(), show.clone());
            actions.run(async move {
                workspaces.forget_version(&version).await?;
                show.emit(None);
                changed.emit(());
                Ok(())
            });
        })
    };
    let label = on.text.with("history-forget", &[("name", version.name.as_str().into())]);
    html! {
        <li key={format!("{}{}", version.at, version.name)}>
            <button type="button" class="history-one" aria-current={is_shown(on, version)} onclick={show(on, version, None)}>
                <b>{ &version.name }</b><span class="small quiet">{ moment_words(on.text, version.at) }</span>
            </button>
            <button
                type="button" class="button plain icon" aria-label={label.clone()} title={label} disabled={!on.writable} onclick={forget}
            ><Icon name={IconName::Trash} /></button>
        </li>
    }
}

fn one_day(on: &Listed<'_>, version: &KeptVersion, next: Option<&KeptVersion>) -> Html {
    html! {
        <li key={version.at.to_string()}>
            <button type="button" class="history-one" aria-current={is_shown(on, version)} onclick={show(on, version, next)}>
                <b>{ day_words(on.text, version.at) }</b>
            </button>
        </li>
    }
}
