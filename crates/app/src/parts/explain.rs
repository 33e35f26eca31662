//! A figure that tells how it came about: formula, inputs with their counts, source of the method.
//!
//! The browser's own popover does the work: it opens by click, Enter and Space, closes by Escape or a
//! click elsewhere, lies over everything and gives the focus back.

use crate::markup::html;
use crate::text::Text;
use yew::prelude::*;

/// How a figure came about.
pub struct Explanation {
    /// Unique on the page.
    pub id: String,
    /// What the figure is.
    pub title: AttrValue,
    /// How it is worked out, in words.
    pub formula: AttrValue,
    /// What went in and what came out: name and value.
    pub inputs: Vec<(AttrValue, String)>,
    /// Where the method is described.
    pub source: Option<AttrValue>,
}

/// A figure as a button that opens its explanation.
pub fn explained(text: &Text, figure: impl Into<Html>, why: Explanation) -> Html {
    let hint = text.t("explain-hint");
    html! {
        <>
            <button
                type="button" class="explained" popovertarget={why.id.clone()} aria-haspopup="dialog"
                title={hint}
            >
                { figure.into() }
            </button>
            <div id={why.id} class="explanation" popover="auto" role="dialog" aria-label={why.title.clone()}>
                <p class="explanation-title">{ why.title }</p>
                <p>{ why.formula }</p>
                <dl>
                    for (i, (name, value)) in why.inputs.into_iter().enumerate() {
                        <div key={i}><dt>{ name }</dt><dd class="number">{ value }</dd></div>
                    }
                </dl>
                <p class="small quiet" hidden={why.source.is_none()}>{ why.source }</p>
            </div>
        </>
    }
}
