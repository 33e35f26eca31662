//! Many parts drawn bit by bit, so that something is seen at once and no frame takes long.

use crate::hooks::{use_effect_with, use_mut_ref};
use gloo::render::request_animation_frame;
use yew::prelude::*;

/// So many are drawn at first: more than a screen of rows.
const FIRST: usize = 48;
/// So many more with each frame.
const MORE: usize = 48;

/// How many of `all` parts, from the first on, are drawn. Once that was all of them, it stays all, however
/// many come.
#[hook]
pub fn use_gradual(all: usize) -> usize {
    let drawn = use_mut_ref(|| FIRST);
    let update = use_force_update();
    let now = *drawn.borrow();
    {
        let drawn = drawn.clone();
        use_effect_with((now, now < all), move |(now, is_part)| {
            let now = *now;
            let frame = is_part.then(|| {
                request_animation_frame(move |_| {
                    drawn.replace(now + MORE);
                    update.force_update();
                })
            });
            move || std::mem::drop(frame)
        });
    }
    if now >= all {
        drawn.replace(usize::MAX);
    }
    now
}
