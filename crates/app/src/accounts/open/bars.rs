//! Bars that repeat the number beside them, for the eye.

use yew::prelude::*;

/// Properties of [`GiveBar`].
#[derive(PartialEq, Properties)]
pub struct GiveBarProps {
    /// How much it gives, as a share of the longest bar, 0–1.
    pub given: f64,
    /// How much it could give at most, as a share of the longest bar, 0–1.
    pub most: f64,
}

/// How much is given of how much could be.
#[component]
pub fn GiveBar(props: &GiveBarProps) -> Html {
    let width = |share: f64| format!("width:{:.2}%", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <span class="give-bar" aria-hidden="true">
            <span class="most" style={width(props.most)} />
            <span class="given" style={width(props.given)} />
        </span>
    }
}

/// Properties of [`SignedBar`].
#[derive(PartialEq, Properties)]
pub struct SignedBarProps {
    /// From −1 to 1 of half of the width, from the middle.
    pub share: f64,
}

/// To the left for what pulled down, to the right for what lifted.
#[component]
pub fn SignedBar(props: &SignedBarProps) -> Html {
    let share = props.share.clamp(-1.0, 1.0);
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
