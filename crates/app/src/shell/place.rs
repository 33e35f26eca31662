//! Where the user is, for those who do not see the screen change: the document's title, and the
//! focus on the new screen's heading.

use crate::hooks::{use_effect_with, use_mut_ref};
use crate::route::Route;
use crate::text::Text;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The message id of a screen's title.
pub(super) fn title_id(route: &Route) -> &'static str {
    match route {
        Route::Start => "area-start",
        Route::Data => "area-data",
        Route::Strategy(_) => "area-strategy",
        Route::Journey(_) => "area-journey",
        Route::Score => "area-score",
        Route::Accounts(_) => "area-accounts",
        Route::Kpi(_) => "area-kpi",
        Route::History => "history-title",
        Route::Privacy => "privacy-title",
    }
}

/// Keeps the title, and moves the focus when the area changes (not on the first screen, where the
/// browser's own start is right), or comes after it was waited for.
#[hook]
pub(super) fn use_place(text: &Text, route: &Route, here: bool, workspace: &str) {
    let title = match workspace {
        "" => format!("{} – {}", text.t(title_id(route)), text.t("product-name")),
        name => format!("{} – {name} – {}", text.t(title_id(route)), text.t("product-name")),
    };
    use_effect_with(title, |title| gloo::utils::document().set_title(title));
    let before = use_mut_ref(|| None);
    use_effect_with((std::mem::discriminant(route), here), move |now| {
        match before.replace(Some(*now)) {
            None => {}
            Some((area, _)) if area != now.0 => focus_heading(),
            // it came: the pane that got the focus gives it on, but who went elsewhere stays there
            Some(_) if focus_on_pane() => focus_heading(),
            Some(_) => {}
        }
    });
}

fn focus_on_pane() -> bool {
    gloo::utils::document().active_element().is_some_and(|element| element.id() == "main")
}

/// Puts the focus on the screen's heading, or on the main pane while the screen is not there.
pub fn focus_heading() {
    let document = gloo::utils::document();
    // the heading over what is on its way goes when it comes: the pane keeps the focus until then
    let found = ["#main h1:not(.coming > h1)", "#main"]
        .into_iter()
        .find_map(|s| document.query_selector(s).ok().flatten()?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        // Focusable by code only; our own element takes the attribute and the focus.
        let _ = element.set_attribute("tabindex", "-1");
        let _ = element.focus();
    }
}
