//! The bar on top: which workspace, which dates, and what can be done anywhere.

use super::Overlay;
use super::command::{language_name, other_language, theme_icon, theme_name};
use super::dates::Dates;
use super::name::WorkspaceName;
use super::theme::Theme;
use crate::app::SetLanguage;
use crate::markup::html;
use crate::parts::{Icon, IconName, MenuButton, MenuItem, key_words};
use crate::route::Route;
use crate::state::{use_actions, use_document};
use crate::text::use_text;
use crate::workspace::SavedBadge;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Bar`].
#[derive(PartialEq, Properties)]
pub(super) struct BarProps {
    /// Whether the snapshots' selectors belong on this screen.
    pub(super) dates: bool,
    /// The theme now.
    pub(super) theme: Theme,
    /// Changes the theme.
    pub(super) on_theme: Callback<Theme>,
    /// Opens what lies over the screen.
    pub(super) on_open: Callback<Overlay>,
}

/// The bar. What does not fit a narrow screen moves into a menu.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let document = use_document();
    let set_language = use_context::<SetLanguage>().unwrap_or_default();
    let other = other_language(text.language());

    let search = props.on_open.reform(|_: MouseEvent| Overlay::Palette);
    let keys = props.on_open.reform(|_: MouseEvent| Overlay::Keys);
    let undo = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.undo())
    };
    let redo = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.redo())
    };
    let language = set_language.reform(move |_: MouseEvent| other);
    let themes: Rc<[MenuItem]> = theme_items(&text, props.theme).into();
    let on_theme = props.on_theme.reform(|key: AttrValue| Theme::of_key(&key));

    let can_undo = document.writable && document.undo_steps > 0;
    let can_redo = document.writable && document.redo_steps > 0;
    let more: Rc<[MenuItem]> = [
        MenuItem {
            disabled: !can_undo,
            ..MenuItem::new("undo", text.t("undo")).icon(IconName::Undo)
        },
        MenuItem {
            disabled: !can_redo,
            ..MenuItem::new("redo", text.t("redo")).icon(IconName::Redo)
        },
        MenuItem::new("history", text.t("history-title")).icon(IconName::Clock),
        MenuItem::new("language", language_name(&text, other)).icon(IconName::Globe),
    ]
    .into_iter()
    .chain(theme_items(&text, props.theme))
    .chain([MenuItem::new("keys", text.t("keys-title")).icon(IconName::Keyboard)])
    .collect();
    let on_more = {
        let (on_theme, on_open) = (props.on_theme.clone(), props.on_open.clone());
        Callback::from(move |value: AttrValue| match &*value {
            "undo" => actions.undo(),
            "redo" => actions.redo(),
            "history" => Route::History.go(),
            "language" => set_language.emit(other),
            "keys" => on_open.emit(Overlay::Keys),
            theme => on_theme.emit(Theme::of_key(theme)),
        })
    };
    html! {
        <header class="top">
            <div class="top-workspace"><WorkspaceName /></div>
            <div class="top-dates">
                if props.dates {
                    <Dates />
                }
            </div>
            <div class="top-tools">
                <SavedBadge />
                <button class="button search-button" type="button" onclick={search} aria-keyshortcuts="Control+K Meta+K" data-testid="open-palette">
                    <Icon name={IconName::Search} /><span>{ text.t("palette-open") }</span><kbd aria-hidden="true">{ key_words("Mod K") }</kbd>
                </button>
                <span class="top-wide">
                    <button class="button plain icon" type="button" disabled={!can_undo} onclick={undo} title={text.t("undo")} aria-label={text.t("undo")}>
                        <Icon name={IconName::Undo} />
                    </button>
                    <button class="button plain icon" type="button" disabled={!can_redo} onclick={redo} title={text.t("redo")} aria-label={text.t("redo")}>
                        <Icon name={IconName::Redo} />
                    </button>
                    <a class="button plain icon" href={Route::History.hash()} title={text.t("history-title")} aria-label={text.t("history-title")}>
                        <Icon name={IconName::Clock} />
                    </a>
                </span>
                <span class="top-wide">
                    <button class="button plain" type="button" lang={other.tag()} onclick={language} data-testid="language">
                        <Icon name={IconName::Globe} /><span>{ language_name(&text, other) }</span>
                    </button>
                    <MenuButton label={text.t("theme")} icon={theme_icon(props.theme)} items={themes} on_select={on_theme} />
                    <button class="button plain icon" type="button" onclick={keys} title={text.t("keys-title")} aria-label={text.t("keys-title")}>
                        <Icon name={IconName::Help} />
                    </button>
                </span>
                <MenuButton class="top-narrow" label={text.t("more")} icon={IconName::More} items={more} on_select={on_more} />
            </div>
        </header>
    }
}

fn theme_items(text: &crate::text::Text, now: Theme) -> Vec<MenuItem> {
    Theme::ALL
        .into_iter()
        .map(|t| MenuItem {
            checked: Some(t == now),
            ..MenuItem::new(t.key(), text.t(theme_name(t))).icon(theme_icon(t))
        })
        .collect()
}
