//! The areas: a rail at the left, a bar below on narrow screens.

use super::coming::begin;
use crate::hooks::{use_callback, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName, store, stored};
use crate::route::{Route, use_route};
use crate::text::use_text;
use yew::prelude::*;

/// An area that can be gone to: where, its icon, the message id of its name.
pub(super) const AREAS: [(Route, IconName, &str); 7] = [
    (Route::Start, IconName::Home, "area-start"),
    (Route::Data, IconName::Data, "area-data"),
    (Route::Strategy(None), IconName::Card, "area-strategy"),
    (Route::Journey(None), IconName::Journey, "area-journey"),
    (Route::Score, IconName::Score, "area-score"),
    (Route::Accounts(None), IconName::Accounts, "area-accounts"),
    (Route::Kpi(None), IconName::Tree, "area-kpi"),
];

/// Whether the rail is thin, and how to change it; remembered.
#[hook]
pub(super) fn use_thin_rail() -> (bool, Callback<()>) {
    let thin = use_state_eq(|| stored("rail").as_deref() == Some("thin"));
    let now = *thin;
    let toggle = use_callback(now, move |(), now| {
        store("rail", if *now { "wide" } else { "thin" });
        thin.set(!now);
    });
    (now, toggle)
}

/// Properties of [`Rail`].
#[derive(PartialEq, Properties)]
pub(super) struct RailProps {
    /// Icons only.
    pub(super) thin: bool,
    /// Thin becomes wide, wide becomes thin.
    pub(super) on_toggle: Callback<()>,
}

/// The rail.
#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let text = use_text();
    let route = use_route();
    let toggle = props.on_toggle.reform(|_: MouseEvent| ());
    let language = text.language();
    let fold = text.t(if props.thin { "rail-widen" } else { "rail-fold" });
    html! {
        <nav class="rail" aria-label={text.t("areas")}>
            <a class="rail-brand" href="#/start" aria-label={text.t("product-name")}>
                <img src="icons/sodachi.svg" alt="" width="28" height="28" />
                <span aria-hidden="true">{ text.t("product-name") }</span>
            </a>
            <ul>
                // by the time of the click, what an area needs is on its way
                for (area, icon, label) in AREAS {
                    <li key={label}>
                        <a
                            href={area.hash()} title={props.thin.then(|| text.t(label))}
                            onpointerover={
                                let area = area.clone();
                                move |_: PointerEvent| begin(&area, language)
                            }
                            onfocusin={
                                let area = area.clone();
                                move |_: FocusEvent| begin(&area, language)
                            }
                            aria-current={area.same_area(&route).then_some("page")}
                        >
                            <Icon name={icon} /><span>{ text.t(label) }</span>
                        </a>
                    </li>
                }
            </ul>
            <button
                class="rail-fold" type="button" onclick={toggle} title={fold.clone()}
                aria-label={fold} aria-expanded={if props.thin { "false" } else { "true" }}
            >
                <Icon name={IconName::Panel} />
            </button>
        </nav>
    }
}
