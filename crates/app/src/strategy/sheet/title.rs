//! What stands above a sheet, whatever is drawn on it: its name, and what can be done with all of it.

use super::run::Runner;
use crate::markup::html;
use crate::out::{self, Way};
use crate::parts::{Icon, IconName, MenuButton, MenuItem};
use crate::route::Route;
use crate::scoring::NameField;
use crate::strategy::stand::StandAction;
use crate::text::Text;
use plan::{Document, Edit, ElementId};
use std::rc::Rc;
use yew::prelude::*;

/// The name and what is made of a sheet on a way out; nothing when the sheet is gone.
pub type Making = Box<dyn Fn(&Text, &Document, ElementId, Way) -> Option<(String, String)>>;

/// What tells one kind of sheet from another.
pub struct Title {
    /// The id of what the way back to their list is called.
    pub back: &'static str,
    /// What it is called on the screen.
    pub name: AttrValue,
    /// The name of its own, as it is typed; empty when it has none.
    pub own: String,
    /// What stands in the field of a name that is empty.
    pub placeholder: AttrValue,
    /// Beside the name: what it was made from, what is asked.
    pub beside: Html,
    /// A line at the top of its menu, with what it does.
    pub first: Option<(MenuItem, StandAction)>,
    /// The id of the field's label.
    pub label: &'static str,
    /// The id of the menu's line that deletes it.
    pub delete: &'static str,
    /// What tests call the button that shows details.
    pub details: &'static str,
    /// The address of one of its kind, or of their list.
    pub route: fn(Option<ElementId>) -> Route,
    /// What makes of it what leaves.
    pub made: Making,
}

/// The head of a sheet.
pub fn title(text: &Text, runner: &Runner, t: Title) -> Html {
    let (hand, sheet) = (runner.hand.clone(), runner.canvas);
    let on_name = {
        let hand = hand.clone();
        Callback::from(move |name: AttrValue| {
            hand.edit(|_| Some(Edit::SetName { id: sheet, name: name.to_string() }));
        })
    };
    let item = |id: &'static str, icon| MenuItem {
        disabled: !hand.writable,
        ..MenuItem::new(id, text.t(id)).icon(icon)
    };
    let (first, does) = t.first.unzip();
    let items: Rc<[MenuItem]> = first
        .into_iter()
        .chain([item("strategy-copy", IconName::Plus)])
        .chain(out::menu_items(text))
        .chain([item(t.delete, IconName::Trash)])
        .collect();
    let on_menu = {
        let (hand, text, key) =
            (hand.clone(), text.clone(), items.first().map(|i| i.value.clone()));
        let copied = text.with("strategy-copy-of", &[("name", (&t.name).into())]);
        let (route, made, delete) = (t.route, t.made, t.delete);
        Callback::from(move |what: AttrValue| match (&*what, &does) {
            (_, Some(does)) if Some(&what) == key.as_ref() => hand.go(does.clone()),
            ("strategy-copy", _) => {
                let next = hand.ask(|d| d.next_id);
                if hand.edit(|d| d.copy_part(sheet, &copied)) {
                    route(Some(ElementId(next))).go();
                }
            }
            (line, _) if line == delete => {
                if hand.edit(|_| Some(Edit::Remove(sheet))) {
                    route(None).go();
                }
            }
            (line, _) => {
                let make = |way| hand.ask(|d| made(&text, d, sheet, way));
                out::choose(hand.actions(), line, make);
            }
        })
    };
    let shows = runner.stand.inspects;
    let details = {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Inspect(!shows)))
    };
    let back = text.t(t.back);
    html! {
        <header class="sheet-head">
            <a
                class="button plain icon" href={(t.route)(None).hash()} aria-label={back.clone()} title={back}
            ><Icon name={IconName::ChevronLeft} /></a>
            <h1 class="hidden-visually">{ t.name }</h1>
            <div class="sheet-name">
                <NameField
                    label={text.t(t.label)} value={t.own} disabled={!hand.writable}
                    placeholder={t.placeholder} on_commit={on_name}
                />
            </div>
            { t.beside }
            <button
                type="button" class="button plain" aria-label={text.t("strategy-details")} aria-pressed={shows.to_string()}
                data-testid={t.details} onclick={details}
            ><Icon name={IconName::Panel} /><span>{ text.t("strategy-details") }</span></button>
            <MenuButton label={text.t("more")} icon={IconName::More} {items} on_select={on_menu} />
        </header>
    }
}
