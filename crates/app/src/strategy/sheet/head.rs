//! Above the sheet: the canvas's name, and what can be done with all of it.

use super::out::made;
use super::page::Page;
use super::run::Runner;
use super::title::{Title, title};
use crate::markup::html;
use crate::parts::{IconName, MenuItem};
use crate::route::Route;
use crate::strategy::review::review_mark;
use crate::strategy::stand::StandAction;
use crate::strategy::words::{canvas_name, template_name};
use crate::text::Text;
use yew::prelude::*;

/// The head.
pub fn head(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let template = template_name(text, &page.canvas.template);
    let named = !page.element.name.trim().is_empty();
    let set_up = MenuItem::new("strategy-setup", text.t("strategy-setup")).icon(IconName::Columns);
    let beside = html! {
        <>
            <span class="sheet-template quiet small">{ named.then(|| template.clone()) }</span>
            { runner.hand.ask(|d| review_mark(text, runner.hand.actions(), d, runner.canvas)) }
        </>
    };
    let parts = Title {
        back: "strategy-all",
        name: canvas_name(text, page.element, page.canvas),
        own: page.element.name.clone(),
        placeholder: template,
        beside,
        first: Some((set_up, StandAction::SetUp(true))),
        label: "strategy-name",
        delete: "strategy-delete",
        details: "strategy-details",
        route: |id| Route::Strategy(id.map(|id| id.0)),
        made: Box::new(made),
    };
    title(text, runner, parts)
}
