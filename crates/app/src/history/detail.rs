//! What differs between two states, and back to the earlier one.

use super::list::Listed;
use super::words::{became_words, day_words, moment_words, told};
use super::{Read, Shown};
use crate::markup::html;
use crate::state::{DocumentState, Notice};
use crate::text::Text;
use plan::{Became, Document, Gesture};
use std::rc::Rc;
use web::db::KeptVersion;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// So many of each kind are listed; the count says how many there are.
const MOST: usize = 100;

/// What differs.
pub fn detail(on: &Listed<'_>, read: &Read, document: &DocumentState) -> Html {
    let later = read.later.as_ref().unwrap_or(&document.document);
    let differences = later.differences(&read.earlier);
    let all: Vec<_> = differences.iter().map(|d| told(on.text, &read.earlier, later, d)).collect();
    let group = |became: Became| {
        let of: Vec<_> = all.iter().filter(|(b, _)| *b == became).map(|(_, said)| said).collect();
        let heading = on.text.with(became_words(became), &[("n", of.len().into())]);
        html! {
            <div key={became_words(became)} class="history-group">
                if !of.is_empty() {
                    <h3>{ heading }</h3>
                    <ul>
                        for (at, said) in of.iter().take(MOST).enumerate() {
                            <li key={at}>{ *said }</li>
                        }
                    </ul>
                }
                if of.len() > MOST {
                    <p class="small quiet">{ on.text.with("history-more", &[("n", (of.len() - MOST).into())]) }</p>
                }
            </div>
        }
    };
    let name = title(on.text, &read.shown.earlier);
    html! {
        <>
            <header>
                <h2>{ name.clone() }</h2>
                { against(on, &read.shown) }
                { back(on, read, &document.document, &name) }
            </header>
            if all.is_empty() {
                <p class="quiet">{ on.text.t("history-same") }</p>
            }
            <div data-testid="history-differences">
                for became in [Became::Added, Became::Changed, Became::Moved, Became::Removed] {
                    { group(became) }
                }
            </div>
        </>
    }
}

/// What a state is called: its name, or that a day began with it.
fn title(text: &Text, version: &KeptVersion) -> String {
    if version.name.is_empty() {
        text.with("history-before-day", &[("day", day_words(text, version.at).into())]).to_string()
    } else {
        format!("{} · {}", version.name, moment_words(text, version.at))
    }
}

/// With what it is compared: the present, or another state that came after it.
fn against(on: &Listed<'_>, shown: &Shown) -> Html {
    let after: Rc<[KeptVersion]> =
        on.kept.iter().filter(|v| v.at > shown.earlier.at).cloned().collect();
    let onchange = {
        let (after, earlier, show) = (after.clone(), shown.earlier.clone(), on.on_show.clone());
        Callback::from(move |e: Event| {
            let select: HtmlSelectElement = e.target_unchecked_into();
            let later = select.value().parse().ok().and_then(|at: usize| after.get(at).cloned());
            show.emit(Some(Shown { earlier: earlier.clone(), later }));
        })
    };
    html! {
        <label class="history-against">
            <span>{ on.text.t("history-against") }</span>
            <select class="field" {onchange} data-testid="history-against">
                <option key="now" value="" selected={shown.later.is_none()}>{ on.text.t("history-now") }</option>
                for (at, version) in after.iter().enumerate() {
                    <option key={at} value={at.to_string()} selected={shown.later.as_ref() == Some(version)}>
                        { title(on.text, version) }
                    </option>
                }
            </select>
        </label>
    }
}

/// Back to the earlier state: one edit, which undo takes back.
fn back(on: &Listed<'_>, read: &Read, now: &Document, name: &str) -> Html {
    let differs = now.restore(&read.earlier).is_some();
    let (actions, earlier, name) = (on.actions.clone(), read.earlier.clone(), name.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let edit = actions.desk().borrow().document().restore(&earlier);
        if edit.is_some_and(|edit| actions.edit(edit, Gesture::Once)) {
            actions.notify(Notice::Done("history-restored", vec![("name", name.clone())]));
        }
    });
    html! {
        <button type="button" class="button" disabled={!on.writable || !differs} {onclick} data-testid="history-restore">
            { on.text.t("history-restore") }
        </button>
    }
}
