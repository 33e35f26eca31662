//! The frame around every screen: areas, bar, main pane, status line, and what lies over them.

mod bar;
mod coming;
mod command;
mod dates;
mod files;
mod name;
mod notices;
mod palette;
mod place;
mod rail;
mod shortcuts;
mod status;
mod theme;

pub use command::SAMPLE_SIZES;
pub use files::{ACCEPT, take_any_files};
pub use place::focus_heading;

use crate::accounts::AccountsScreen;
use crate::app::SetLanguage;
use crate::data::DataScreen;
use crate::history::HistoryScreen;
use crate::hooks::{use_callback, use_state_eq};
use crate::journey::JourneyScreen;
use crate::kpi::KpiScreen;
use crate::markup::html;
use crate::parts::files_of;
use crate::route::{Route, use_route};
use crate::scoring::ScoreScreen;
use crate::start::{PrivacyScreen, StartScreen};
use crate::state::{use_actions, use_document, use_session};
use crate::strategy::StrategyScreen;
use crate::text::{Language, use_text};
use crate::workspace::{WorkspaceBanner, use_workspaces};
use bar::Bar;
use coming::{Arrival, parts_of, use_arrival, waiting};
use command::Command;
use files::DropEverywhere;
use notices::Notices;
use palette::Palette;
use place::{title_id, use_place};
use rail::{Rail, use_thin_rail};
use shortcuts::{KeySheet, use_shortcuts};
use status::StatusLine;
use theme::{use_level_steps, use_theme};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What can lie over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overlay {
    /// Search and commands.
    Palette,
    /// The sheet of keys.
    Keys,
}

/// Rail, bar, main pane, status line.
#[component]
pub fn Shell() -> Html {
    let text = use_text();
    let route = use_route();
    let actions = use_actions();
    let document = use_document();
    let workspaces = use_workspaces();
    let session = use_session();
    let set_language = use_context::<SetLanguage>().unwrap_or_default();
    let (theme, set_theme) = use_theme();
    let (thin, toggle_rail) = use_thin_rail();
    let overlay = use_state_eq(|| None::<Overlay>);
    let chooser = use_node_ref();
    use_level_steps(document.document.levels.cuts.len() + 1);
    let (arrival, again) = use_arrival(parts_of(&route, text.language()));
    let here = arrival == Arrival::Here;
    use_place(&text, &route, here, &document.document.name);

    let open = {
        let overlay = overlay.clone();
        use_callback((), move |o: Overlay, ()| overlay.set(Some(o)))
    };
    let close = {
        let overlay = overlay.clone();
        use_callback((), move |(), ()| overlay.set(None))
    };
    use_shortcuts(open.clone());

    let on_command = {
        let (actions, chooser, open) = (actions.clone(), chooser.clone(), open.clone());
        let (set_theme, toggle_rail) = (set_theme.clone(), toggle_rail.clone());
        let (workspaces, untitled) = (workspaces.clone(), text.t("workspace-untitled"));
        let japanese = text.language() == Language::Ja;
        Callback::from(move |command: Command| match command {
            Command::Go(route) => route.go(),
            Command::Import => {
                if let Some(input) = chooser.cast::<HtmlInputElement>() {
                    input.click();
                }
            }
            Command::Sample(accounts) => actions.sample(accounts, japanese),
            Command::SaveWorkspace => {
                if let Some(workspaces) = &workspaces {
                    workspaces.save_file(&untitled);
                }
            }
            Command::Undo => actions.undo(),
            Command::Redo => actions.redo(),
            Command::Language(language) => set_language.emit(language),
            Command::Theme(theme) => set_theme.emit(theme),
            Command::Rail => toggle_rail.emit(()),
            Command::Keys => open.emit(Overlay::Keys),
        })
    };
    let chosen = Callback::from(move |e: Event| {
        let input: HtmlInputElement = e.target_unchecked_into();
        let files = files_of(input.files());
        input.set_value("");
        take_any_files(&actions, workspaces.as_ref(), files);
    });
    // Followed, #main would be taken for a route; it stands there so that the link is known for what it is.
    let skip = Callback::from(|e: MouseEvent| {
        e.prevent_default();
        focus_heading();
    });
    let dates = !matches!(route, Route::Start | Route::History | Route::Privacy)
        && !session.snapshots.is_empty();
    let main = match &route {
        _ if !here => waiting(&text, text.t(title_id(&route)), &arrival, again),
        Route::Start => html! { <StartScreen /> },
        Route::History => html! { <HistoryScreen /> },
        Route::Privacy => html! { <PrivacyScreen /> },
        Route::Data => html! { <DataScreen /> },
        Route::Strategy(named) => html! { <StrategyScreen named={*named} /> },
        Route::Journey(named) => html! { <JourneyScreen named={*named} /> },
        Route::Score => html! { <ScoreScreen /> },
        Route::Accounts(open) => html! { <AccountsScreen open={open.clone()} /> },
        Route::Kpi(node) => html! { <KpiScreen node={*node} /> },
    };
    let over = match *overlay {
        None => html! {},
        Some(Overlay::Palette) => html! { <Palette {theme} {on_command} on_close={close} /> },
        Some(Overlay::Keys) => html! { <KeySheet on_close={close} /> },
    };
    html! {
            <div class="shell" data-rail={if thin { "thin" } else { "wide" }}>
                <a class="skip" href="#main" onclick={skip}>{ text.t("skip") }</a>
                <Rail {thin} on_toggle={toggle_rail} />
                <Bar {dates} {theme} on_theme={set_theme} on_open={open} />
                <div class="pane">
                    <WorkspaceBanner />
                    <main id="main" tabindex="-1">{ main }</main>
                </div>
                <StatusLine />
                <Notices />
                <div>{ over }</div>
                <input ref={chooser} type="file" hidden=true multiple=true accept={ACCEPT} aria-hidden="true" onchange={chosen} />
                <DropEverywhere />
            </div>
    }
}
