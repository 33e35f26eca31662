//! Above the grid: the journey's name, and what can be done with all of it.

use super::list::back;
use super::out::made;
use super::words::name_of;
use crate::out;
use crate::parts::{Icon, IconName, MenuButton, MenuItem};
use crate::route::Route;
use crate::scoring::NameField;
use crate::strategy::{Runner, StandAction};
use crate::text::Text;
use plan::{Document, Edit};
use std::rc::Rc;
use yew::prelude::*;

/// The head.
pub fn head(text: &Text, document: &Document, runner: &Runner) -> Html {
    let (hand, journey) = (runner.hand.clone(), runner.canvas);
    let name = name_of(text, document, journey);
    let own = document.element(journey).map(|e| e.name.clone()).unwrap_or_default();
    let customers = document.journey(journey).map(|j| j.customers.clone());
    let preset = document.journey(journey).map(|j| format!("journey-preset-{}", j.preset));
    let placeholder = preset.and_then(|id| text.known(&id)).unwrap_or_default();
    let on_name = {
        let hand = hand.clone();
        Callback::from(move |name: AttrValue| {
            hand.edit(|_| Some(Edit::SetName { id: journey, name: name.to_string() }));
        })
    };
    let on_menu = {
        let (hand, text_of_menu) = (hand.clone(), text.clone());
        let copied = text.with("strategy-copy-of", &[("name", (&name).into())]);
        Callback::from(move |what: AttrValue| match &*what {
            "strategy-copy" => {
                let next = hand.ask(|d| d.next_id);
                if hand.edit(|d| d.copy_part(journey, &copied)) {
                    Route::Journey(Some(next)).go();
                }
            }
            "journey-delete" => {
                if hand.edit(|_| Some(Edit::Remove(journey))) {
                    Route::Journey(None).go();
                }
            }
            line => {
                let make = |way| hand.ask(|d| made(&text_of_menu, d, journey, way));
                out::choose(hand.actions(), line, make);
            }
        })
    };
    let shows = runner.stand.inspects;
    let details = {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| {
            hand.go(StandAction::Inspect(!shows));
        })
    };
    let item = |id: &'static str, icon| MenuItem {
        disabled: !hand.writable,
        ..MenuItem::new(id, text.t(id)).icon(icon)
    };
    let items: Rc<[MenuItem]> = [item("strategy-copy", IconName::Plus)]
        .into_iter()
        .chain(out::menu_items(text))
        .chain([item("journey-delete", IconName::Trash)])
        .collect();
    html! {
        <header class="sheet-head">
            { back(text) }
            <h1 class="hidden-visually">{ name }</h1>
            <div class="sheet-name">
                <NameField
                    label={text.t("journey-name")} value={own} disabled={!hand.writable} {placeholder} on_commit={on_name}
                />
            </div>
            <span class="sheet-template quiet small">{ customers }</span>
            <button
                type="button" class="button plain" aria-label={text.t("strategy-details")} aria-pressed={shows.to_string()}
                data-testid="journey-details" onclick={details}
            ><Icon name={IconName::Panel} /><span>{ text.t("strategy-details") }</span></button>
            <MenuButton label={text.t("more")} icon={IconName::More} {items} on_select={on_menu} />
        </header>
    }
}
