//! What follows the selection, or what is written, once it rests, so that walking through a tree and writing are not
//! kept waiting by it.

use super::area::Area;
use crate::hooks::{use_effect_with, use_mut_ref, use_state_eq};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// A selection that comes alone is followed after the frame that shows it.
const SOON_MS: u32 = 20;
/// One of several in a row, when no other has come for so long.
const REST_MS: u32 = 160;
/// Two selections nearer to each other than this are in a row.
const ROW_MS: f64 = 300.0;

/// What is being written, once no key came for a moment: asking what comes of it sends the whole tree. Nothing as
/// soon as nothing is being written.
#[hook]
pub fn use_rested(written: Option<AttrValue>) -> Option<AttrValue> {
    let rested = use_state_eq(|| None::<AttrValue>);
    let is_writing = written.is_some();
    {
        let rested = rested.setter();
        use_effect_with(written, move |written| {
            let timer = match written.clone() {
                None => {
                    rested.set(None);
                    None
                }
                written => Some(Timeout::new(REST_MS, move || rested.set(written))),
            };
            move || drop(timer)
        });
    }
    (*rested).clone().filter(|_| is_writing)
}

/// The area as it was before the selection went elsewhere, until it rests there; else as it is.
#[hook]
pub fn use_settled(area: &Area) -> Area {
    let selected = area.stand.selected;
    let settled = use_state_eq(|| selected);
    let shown = use_mut_ref(|| area.clone());
    let last = use_mut_ref(|| 0.0);
    {
        let settled = settled.setter();
        use_effect_with(selected, move |selected| {
            let (selected, now) = (*selected, web::clock::now_ms());
            let is_alone = now - last.replace(now) > ROW_MS;
            let wait = if is_alone { SOON_MS } else { REST_MS };
            let timer = Timeout::new(wait, move || settled.set(selected));
            move || drop(timer)
        });
    }
    // Another tree has nothing to do with what was shown.
    if *settled == selected || shown.borrow().root != area.root {
        shown.replace(area.clone());
    }
    shown.borrow().clone()
}
