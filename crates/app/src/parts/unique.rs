//! Ids that tie a label or a message to its field.

use crate::hooks::use_memo;
use std::cell::Cell;
use yew::prelude::*;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// An id that no other element of the page has, the same for the life of the component.
#[hook]
pub fn use_unique_id(prefix: &'static str) -> AttrValue {
    let id = use_memo((), move |()| {
        let n = NEXT.get();
        NEXT.set(n + 1);
        AttrValue::from(format!("{prefix}-{n}"))
    });
    (*id).clone()
}
