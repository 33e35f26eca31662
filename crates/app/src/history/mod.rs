//! The History screen: what the document was by day and by name, what has changed since, and back to it.

mod detail;
mod list;
mod words;

use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::state::{use_actions, use_document};
use crate::text::use_text;
use crate::workspace::{use_workspace, use_workspaces};
use detail::detail;
use list::{Listed, list};
use plan::Document;
use std::rc::Rc;
use web::db::KeptVersion;
use yew::prelude::*;

/// What is on show: a state and the later one that it is compared with.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    earlier: KeptVersion,
    /// `None` is the present.
    later: Option<KeptVersion>,
}

/// What is on show, once it has been read.
#[derive(Clone)]
struct Read {
    shown: Shown,
    earlier: Rc<Document>,
    later: Option<Rc<Document>>,
}

/// The History screen.
#[component]
pub fn HistoryScreen() -> Html {
    let text = use_text();
    let actions = use_actions();
    let document = use_document();
    let workspace = use_workspace();
    let workspaces = use_workspaces();
    let kept = use_state(Rc::<[KeptVersion]>::default);
    let shown = use_state_eq(|| None::<Shown>);
    let read = use_state(|| None::<Read>);
    // Counts up whenever something was kept or let go.
    let changes = use_state(|| 0_u32);
    {
        let (actions, workspaces, kept) = (actions.clone(), workspaces.clone(), kept.setter());
        let of = (workspace.id.clone(), *changes, document.undo_steps > 0);
        use_effect_with(of, move |_| {
            if let Some(workspaces) = workspaces {
                actions.run(async move {
                    kept.set(workspaces.versions().await?.into());
                    Ok(())
                });
            }
        });
    }
    {
        let (actions, workspaces, read) = (actions.clone(), workspaces.clone(), read.setter());
        use_effect_with((*shown).clone(), move |shown| {
            read.set(None);
            if let (Some(workspaces), Some(shown)) = (workspaces, shown.clone()) {
                actions.run(async move {
                    let earlier = Rc::new(workspaces.version(&shown.earlier).await?);
                    let later = match &shown.later {
                        Some(later) => Some(Rc::new(workspaces.version(later).await?)),
                        None => None,
                    };
                    read.set(Some(Read { shown, earlier, later }));
                    Ok(())
                });
            }
        });
    }
    let on_changed = {
        let changes = changes.clone();
        Callback::from(move |()| changes.set(*changes + 1))
    };
    let on_show = {
        let shown = shown.clone();
        Callback::from(move |next: Option<Shown>| shown.set(next))
    };
    let listed = Listed {
        text: &text,
        kept: &kept,
        shown: shown.as_ref(),
        writable: document.writable,
        actions: &actions,
        workspaces: workspaces.as_ref(),
        on_show: &on_show,
        on_changed: &on_changed,
    };
    // While another pair is being read, nothing of the one before is on show.
    let read = (*read).clone().filter(|read| Some(&read.shown) == shown.as_ref());
    html! {
        <div class="history-page">
            <h1>{ text.t("history-title") }</h1>
            <p class="quiet history-line">{ text.t("history-line") }</p>
            <div class="history-both">
                { list(&listed) }
                <section class="history-detail" aria-live="polite" data-testid="history-detail">
                    if let Some(read) = read {
                        { detail(&listed, &read, &document) }
                    } else if shown.is_none() {
                        <p class="quiet">{ text.t("history-choose") }</p>
                    }
                </section>
            </div>
        </div>
    }
}
