//! The inspector: what is known about the selected thing, at the right of a screen.

use super::store::{store, stored};
use super::unique::use_unique_id;
use super::{Icon, IconName, composing, parse_number};
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::text::use_text;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// Width in CSS pixels when nothing else is remembered.
const USUAL_PX: f64 = 400.0;
/// Narrowest.
const LEAST_PX: f64 = 280.0;
/// Widest; the style sheet also keeps it under 60 % of the window.
const MOST_PX: f64 = 900.0;
/// What an arrow key adds.
const STEP_PX: f64 = 16.0;

/// Properties of [`Inspector`].
#[derive(PartialEq, Properties)]
pub struct InspectorProps {
    /// What is inspected: the heading.
    pub title: AttrValue,
    /// The user wants it gone (Escape within it, or its button); without it, it cannot be closed.
    #[prop_or_default]
    pub on_close: Option<Callback<()>>,
    /// Beside the heading.
    #[prop_or_default]
    pub aside: Html,
    /// What is in it.
    pub children: Html,
}

/// A panel at the right whose width is dragged or set with the arrow keys, and remembered; a sheet
/// from below on narrow screens. Stands beside the main part in a `.with-inspector` element.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let text = use_text();
    let heading = use_unique_id("inspector");
    let width = use_state_eq(|| {
        stored("inspector-width").and_then(|w| parse_number(&w, "")).unwrap_or(USUAL_PX)
    });
    let dragging = use_state_eq(|| None::<(f64, f64)>);
    let set = {
        let width = width.clone();
        move |px: f64| width.set(px.clamp(LEAST_PX, MOST_PX).round())
    };
    let onpointerdown = {
        let (dragging, width) = (dragging.clone(), width.clone());
        Callback::from(move |e: PointerEvent| {
            e.prevent_default();
            let handle: Element = e.target_unchecked_into();
            // Without capture the drag still works while the pointer stays on the handle.
            let _ = handle.set_pointer_capture(e.pointer_id());
            dragging.set(Some((f64::from(e.client_x()), *width)));
        })
    };
    let onpointermove = {
        let (dragging, set) = (dragging.clone(), set.clone());
        Callback::from(move |e: PointerEvent| {
            if let Some((x, width)) = *dragging {
                set(width + x - f64::from(e.client_x()));
            }
        })
    };
    let onpointerup = {
        let (dragging, width) = (dragging.clone(), width.clone());
        Callback::from(move |_: PointerEvent| {
            dragging.set(None);
            store("inspector-width", &width.to_string());
        })
    };
    let onkeydown = {
        let width = width.clone();
        Callback::from(move |e: KeyboardEvent| {
            let px = match e.key().as_str() {
                "ArrowLeft" => *width + STEP_PX,
                "ArrowRight" => *width - STEP_PX,
                "Home" => MOST_PX,
                "End" => LEAST_PX,
                _ => return,
            };
            e.prevent_default();
            set(px);
            store("inspector-width", &px.clamp(LEAST_PX, MOST_PX).to_string());
        })
    };
    let on_escape = {
        let on_close = props.on_close.clone();
        Callback::from(move |e: KeyboardEvent| {
            // an open explanation closes first; the browser sees to that
            let explains = gloo::utils::document().query_selector(".explanation:popover-open");
            if e.key() == "Escape"
                && !composing(&e)
                && !matches!(explains, Ok(Some(_)))
                && let Some(on_close) = &on_close
            {
                e.stop_propagation();
                on_close.emit(());
            }
        })
    };
    let close = props.on_close.as_ref().map(|c| c.reform(|_: MouseEvent| ()));
    html! {
        <aside
            class={classes!("inspector", dragging.is_some().then_some("dragging"))}
            style={format!("--inspector: {}px", *width)}
            aria-labelledby={heading.clone()} onkeydown={on_escape}
        >
            <div
                class="inspector-handle" role="separator" tabindex="0" aria-orientation="vertical"
                aria-label={text.t("inspector-width")} aria-valuenow={width.to_string()}
                aria-valuemin={LEAST_PX.to_string()} aria-valuemax={MOST_PX.to_string()}
                {onpointerdown} {onpointermove} onpointercancel={onpointerup.clone()} {onpointerup}
                {onkeydown}
            />
            <header class="inspector-head">
                <h2 id={heading}>{ props.title.clone() }</h2>
                <span class="inspector-aside">{ props.aside.clone() }</span>
                <span>
                    if close.is_some() {
                        <button class="button plain icon" type="button" aria-label={text.t("close")} onclick={close}>
                            <Icon name={IconName::Close} />
                        </button>
                    }
                </span>
            </header>
            <div class="inspector-body">{ props.children.clone() }</div>
        </aside>
    }
}
