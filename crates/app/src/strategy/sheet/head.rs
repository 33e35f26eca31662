//! Above the sheet: the canvas's name, and what can be done with all of it.

use super::out::made;
use super::page::Page;
use super::run::Runner;
use crate::out;
use crate::parts::{Icon, IconName, MenuButton, MenuItem};
use crate::route::Route;
use crate::scoring::NameField;
use crate::strategy::list::back;
use crate::strategy::review::review_mark;
use crate::strategy::stand::StandAction;
use crate::strategy::words::{canvas_name, template_name};
use crate::text::Text;
use plan::Edit;
use std::rc::Rc;
use yew::prelude::*;

/// The head.
pub fn head(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let (hand, canvas) = (runner.hand.clone(), runner.canvas);
    let name = canvas_name(text, page.element, page.canvas);
    let on_name = {
        let hand = hand.clone();
        Callback::from(move |name: AttrValue| {
            hand.edit(|_| Some(Edit::SetName { id: canvas, name: name.to_string() }));
        })
    };
    let on_menu = {
        let (hand, text_of_menu) = (hand.clone(), text.clone());
        let copied = text.with("strategy-copy-of", &[("name", (&name).into())]);
        Callback::from(move |what: AttrValue| match &*what {
            "strategy-delete" => {
                if hand.edit(|_| Some(Edit::Remove(canvas))) {
                    Route::Strategy(None).go();
                }
            }
            "strategy-copy" => {
                let next = hand.ask(|d| d.next_id);
                if hand.edit(|d| d.copy_part(canvas, &copied)) {
                    Route::Strategy(Some(next)).go();
                }
            }
            "strategy-setup" => hand.go(StandAction::SetUp(true)),
            line => {
                let make = |way| hand.ask(|d| made(&text_of_menu, d, canvas, way));
                out::choose(hand.actions(), line, make);
            }
        })
    };
    let shows = runner.stand.inspects;
    let details = {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Inspect(!shows)))
    };
    let item = |id: &'static str, icon| MenuItem {
        disabled: !hand.writable,
        ..MenuItem::new(id, text.t(id)).icon(icon)
    };
    let set_up = MenuItem { disabled: false, ..item("strategy-setup", IconName::Columns) };
    let items: Rc<[MenuItem]> = [set_up, item("strategy-copy", IconName::Plus)]
        .into_iter()
        .chain(out::menu_items(text))
        .chain([item("strategy-delete", IconName::Trash)])
        .collect();
    html! {
        <header class="sheet-head">
            { back(text) }
            <h1 class="hidden-visually">{ name }</h1>
            <div class="sheet-name">
                <NameField
                    label={text.t("strategy-name")} value={page.element.name.clone()} disabled={!hand.writable}
                    placeholder={template_name(text, &page.canvas.template)} on_commit={on_name}
                />
            </div>
            <span class="sheet-template quiet small">
                { (!page.element.name.trim().is_empty()).then(|| template_name(text, &page.canvas.template)) }
            </span>
            { hand.ask(|d| review_mark(text, hand.actions(), d, canvas)) }
            <button
                type="button" class="button plain" aria-label={text.t("strategy-details")} aria-pressed={shows.to_string()}
                data-testid="strategy-details" onclick={details}
            ><Icon name={IconName::Panel} /><span>{ text.t("strategy-details") }</span></button>
            <MenuButton label={text.t("more")} icon={IconName::More} {items} on_select={on_menu} />
        </header>
    }
}
