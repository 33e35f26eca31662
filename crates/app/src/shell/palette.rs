//! Search and commands: a field, and under it what can be done and which accounts match.

use super::command::{Command, Line, commands, matching};
use super::theme::Theme;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{Dialog, Icon, IconName, composing, use_unique_id};
use crate::query::use_view;
use crate::route::Route;
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{AccountQuery, AccountRow, Answer, Call, ScoringContext};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// So many accounts are shown at most.
const ACCOUNTS: u32 = 8;

/// Properties of [`Palette`].
#[derive(PartialEq, Properties)]
pub(super) struct PaletteProps {
    /// The theme now.
    pub(super) theme: Theme,
    /// Carry this out; the palette is closed already.
    pub(super) on_command: Callback<Command>,
    /// The user wants it gone.
    pub(super) on_close: Callback<()>,
}

/// The palette: a combobox over a list, in a dialog.
#[component]
pub(super) fn Palette(props: &PaletteProps) -> Html {
    let text = use_text();
    let document = use_document();
    let session = use_session();
    let typed = use_state_eq(AttrValue::default);
    let chosen = use_state_eq(|| 0_usize);
    let list_id = use_unique_id("palette");
    let list = use_node_ref();

    let call = session.as_of().filter(|_| !typed.trim().is_empty()).map(|now| Call::Accounts {
        context: ScoringContext {
            model: (*document.model).clone(),
            as_of: now.id,
            compared: session.compared().map(|s| s.id),
        },
        query: AccountQuery { search: typed.trim().to_owned(), ..AccountQuery::default() },
        from: 0,
        count: ACCOUNTS,
    });
    let asked = call.is_some();
    let view = use_view(call);
    // Enter opens what stands there: never what answered the text before.
    let found = match view.answer.as_deref().filter(|_| asked && !view.waiting) {
        Some(Answer::Accounts(page)) => page.rows.iter().map(account_line).collect(),
        _ => Vec::new(),
    };
    let lines = matching(commands(&text, &document, props.theme), &typed, found);
    let at = (*chosen).min(lines.len().saturating_sub(1));
    let option_id = |i: usize| format!("{list_id}-{i}");

    {
        let list = list.clone();
        use_effect_with((at, lines.len()), move |_| {
            let selected = list
                .cast::<web_sys::Element>()
                .and_then(|l| l.query_selector("[aria-selected=\"true\"]").ok()?);
            if let (Some(list), Some(item)) = (list.cast::<web_sys::Element>(), selected) {
                show_within(&list, &item);
            }
        });
    }
    let oninput = {
        let (typed, chosen) = (typed.clone(), chosen.clone());
        Callback::from(move |e: InputEvent| {
            let input: HtmlInputElement = e.target_unchecked_into();
            typed.set(input.value().into());
            chosen.set(0);
        })
    };
    let run = {
        let (on_command, on_close) = (props.on_command.clone(), props.on_close.clone());
        Callback::from(move |command: Command| {
            on_close.emit(());
            on_command.emit(command);
        })
    };
    let onkeydown = {
        let (count, run) = (lines.len(), run.clone());
        let command = lines.get(at).map(|l| l.command.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) || count == 0 {
                return;
            }
            match e.key().as_str() {
                "ArrowDown" => chosen.set((at + 1) % count),
                "ArrowUp" => chosen.set((at + count - 1) % count),
                "PageDown" => chosen.set((at + 8).min(count - 1)),
                "PageUp" => chosen.set(at.saturating_sub(8)),
                "Enter" => {
                    if let Some(command) = command.clone() {
                        run.emit(command);
                    }
                }
                _ => return,
            }
            e.prevent_default();
        })
    };
    html! {
        <Dialog title={text.t("palette-title")} class="palette" bare=true on_close={props.on_close.clone()}>
            <div class="palette-field">
                <Icon name={IconName::Search} />
                <input
                    type="text" role="combobox" autofocus=true autocomplete="off" spellcheck="false"
                    aria-label={text.t("palette-title")} placeholder={text.t("palette-hint")}
                    aria-expanded="true" aria-controls={list_id.clone()} aria-autocomplete="list"
                    aria-activedescendant={(!lines.is_empty()).then(|| option_id(at))}
                    value={(*typed).clone()} {oninput} {onkeydown}
                />
            </div>
            <div ref={list} class="palette-list" id={list_id.clone()} role="listbox" aria-label={text.t("palette-title")}>
                for (i, line) in lines.iter().enumerate() {
                    <div
                        key={i} id={option_id(i)} class="palette-line" role="option"
                        aria-selected={if i == at { "true" } else { "false" }}
                        onclick={run.reform({
                            let command = line.command.clone();
                            move |_: MouseEvent| command.clone()
                        })}
                    >
                        <Icon name={line.icon} />
                        <span class="palette-name">{ line.label.clone() }</span>
                        <span class="palette-hint">{ line.hint.clone() }</span>
                    </div>
                }
            </div>
            <p class="palette-count" role="status">
                { if lines.is_empty() { text.t("palette-nothing") } else { text.with("palette-count", &[("n", lines.len().into())]) } }
            </p>
        </Dialog>
    }
}

fn account_line(row: &AccountRow) -> Line {
    Line {
        command: Command::Go(Route::Accounts(Some(row.id.clone().into()))),
        label: row.name.clone().into(),
        hint: row.id.clone().into(),
        icon: IconName::Accounts,
    }
}

/// Scrolls `list` just as far as it takes to show `item`.
fn show_within(list: &web_sys::Element, item: &web_sys::Element) {
    let (outer, inner) = (list.get_bounding_client_rect(), item.get_bounding_client_rect());
    let past = if inner.top() < outer.top() {
        inner.top() - outer.top()
    } else if inner.bottom() > outer.bottom() {
        inner.bottom() - outer.bottom()
    } else {
        return;
    };
    list.set_scroll_top(list.scroll_top() + past.round() as i32);
}
