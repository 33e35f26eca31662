//! The frame around every screen.

use crate::accounts::AccountsScreen;
use crate::data::DataScreen;
use crate::parts::{Icon, IconName};
use crate::route::{Route, use_route};
use crate::scoring::ScoreScreen;
use crate::start::StartScreen;
use crate::text::use_text;
use yew::prelude::*;

/// Rail, bar, main pane, status line.
#[component]
pub fn Shell() -> Html {
    let text = use_text();
    let route = use_route();
    let areas = [
        (Route::Start, IconName::Home, "area-start"),
        (Route::Data, IconName::Data, "area-data"),
        (Route::Score, IconName::Score, "area-score"),
        (Route::Accounts(None), IconName::Accounts, "area-accounts"),
    ];
    let main = match &route {
        Route::Start | Route::Privacy => html! { <StartScreen /> },
        Route::Data => html! { <DataScreen /> },
        Route::Score => html! { <ScoreScreen /> },
        Route::Accounts(open) => html! { <AccountsScreen open={open.clone()} /> },
    };
    html! {
        <div class="shell">
            <nav class="rail" aria-label={text.t("areas")}>
                <ul>
                    for (area, icon, label) in areas {
                        <li key={label}>
                            <a href={area.hash()} aria-current={area.same_area(&route).then_some("page")}>
                                <Icon name={icon} /><span>{ text.t(label) }</span>
                            </a>
                        </li>
                    }
                </ul>
            </nav>
            <main id="main" tabindex="-1">{ main }</main>
        </div>
    }
}
