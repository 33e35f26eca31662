//! Areas come when they are opened: in a published build their code and texts are parts that are
//! downloaded then (see `web::parts`). In a build that is whole, nothing here is ever seen.

use super::focus_heading;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::route::Route;
use crate::text::{Language, Text};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use web::parts;
use yew::prelude::*;

/// How long nothing is said: most of the time the area is there by then.
const QUIET_MS: u32 = 300;

/// The code that an area needs: areas use pieces of each other, and `plan` is what their documents are made of
/// (the parts are named in `xtask/split`).
fn code_of(route: &Route) -> &'static [&'static str] {
    match route {
        Route::Strategy(_) => &["strategy", "plan", "formula"],
        Route::Journey(_) => &["journey", "strategy", "plan", "formula"],
        Route::Kpi(_) => &["kpi", "strategy", "plan", "formula"],
        Route::History => &["history", "strategy", "plan", "formula"],
        Route::Start | Route::Data | Route::Score | Route::Accounts(_) | Route::Privacy => &[],
    }
}

/// All parts that an area needs in a language. `www/boot.js` has the styles.
pub(super) fn parts_of(route: &Route, language: Language) -> Vec<&'static str> {
    let mut needed = code_of(route).to_vec();
    if !needed.is_empty() {
        needed.extend(["area-styles", language.area_texts()]);
    }
    needed
}

/// Begins to load an area that the user seems to be about to open. A failure is told when it is opened.
pub(super) fn begin(route: &Route, language: Language) {
    let needed = parts_of(route, language);
    if !needed.iter().all(|part| parts::here(part)) {
        wasm_bindgen_futures::spawn_local(async move { drop(parts::load(&needed).await) });
    }
}

/// Where the parts of an area are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Arrival {
    /// Here.
    Here,
    /// On their way, not for long.
    Coming,
    /// On their way for so long that one wants to know.
    Slow,
    /// Not to be had, in the browser's words.
    Failed(AttrValue),
}

/// Loads parts when they are not here; the callback tries again after a failure.
#[hook]
pub(super) fn use_arrival(needed: Vec<&'static str>) -> (Arrival, Callback<()>) {
    // with the parts that it is told of: what is told of those of another area says nothing
    let told = use_state_eq(|| (Vec::new(), Arrival::Coming));
    let attempt = use_state_eq(|| 0_u32);
    let here = needed.iter().all(|part| parts::here(part));
    let now = match &*told {
        _ if here => Arrival::Here,
        (of, arrival) if *of == needed && *arrival != Arrival::Here => arrival.clone(),
        _ => Arrival::Coming,
    };
    let again = {
        let attempt = attempt.clone();
        Callback::from(move |()| attempt.set(*attempt + 1))
    };
    use_effect_with((needed, *attempt), move |(needed, _)| {
        let needed = needed.clone();
        let open = Rc::new(Cell::new(!here));
        let tell = {
            let (needed, open) = (needed.clone(), open.clone());
            move |arrival| {
                if open.get() {
                    told.set((needed.clone(), arrival));
                }
            }
        };
        tell(Arrival::Coming);
        if !here {
            wasm_bindgen_futures::spawn_local(async move {
                let slow = Timeout::new(QUIET_MS, {
                    let tell = tell.clone();
                    move || tell(Arrival::Slow)
                });
                let loaded = parts::load(&needed).await;
                drop(slow);
                tell(loaded.map_or_else(|e| Arrival::Failed(e.into()), |()| Arrival::Here));
            });
        }
        move || open.set(false)
    });
    (now, again)
}

/// What stands in the main pane until an area is here.
pub(super) fn waiting(
    text: &Text,
    area: AttrValue,
    arrival: &Arrival,
    again: Callback<()>,
) -> Html {
    let named = [("area", (&area).into())];
    let slow = *arrival == Arrival::Slow;
    let waits = slow || *arrival == Arrival::Coming;
    let onclick = Callback::from(move |_: MouseEvent| {
        // the button goes, and the focus is not to go with it
        focus_heading();
        again.emit(());
    });
    html! {
        <div class="coming">
            <h1 class="hidden-visually">{ area.clone() }</h1>
            <div class="coming-line">
                <progress aria-hidden="true" hidden={!slow} aria-busy={waits.then_some("true")} />
                // there from the start, so that a screen reader hears what comes into it
                <p role="status">
                    if slow {
                        { text.with("area-coming", &named) }
                    }
                </p>
            </div>
            if let Arrival::Failed(reason) = arrival {
                <div class="problem" role="alert">
                    <Icon name={IconName::Warning} />
                    <p>
                        <strong>{ text.with("area-failed", &named) }</strong>
                        <span>{ text.with("area-failed-action", &[("reason", reason.into())]) }</span>
                    </p>
                    <button class="button" type="button" {onclick}>
                        { text.t("area-again") }
                    </button>
                </div>
            }
        </div>
    }
}
