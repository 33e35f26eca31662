//! Bars that repeat the number beside them, for the eye.

use crate::markup::html;
use yew::prelude::*;

/// How much is given of how much could be at most, both as shares of the longest bar, 0–1.
pub fn give_bar(given: f64, most: f64) -> Html {
    let width = |share: f64| format!("width:{:.2}%", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <span class="give-bar" aria-hidden="true">
            <span class="most" style={width(most)} />
            <span class="given" style={width(given)} />
        </span>
    }
}

/// To the left for what pulled down, to the right for what lifted: from −1 to 1 of half of the width.
pub fn signed_bar(share: f64) -> Html {
    let share = share.clamp(-1.0, 1.0);
    let style = if share < 0.0 {
        format!("right:50%;width:{:.2}%", -share * 50.0)
    } else {
        format!("left:50%;width:{:.2}%", share * 50.0)
    };
    html! {
        <span class="signed-bar" aria-hidden="true">
            <span class={if share < 0.0 { "fell" } else { "rose" }} {style} />
        </span>
    }
}
