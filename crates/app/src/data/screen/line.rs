//! The snapshots on a time line.

use super::super::model::time_line;
use crate::hooks::use_effect_with;
use crate::markup::html;
use crate::parts::use_width;
use crate::text::use_text;
use engine::message::SnapshotInfo;
use std::rc::Rc;
use table::{Day, SnapshotId};
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`Line`].
#[derive(Properties, PartialEq)]
pub struct LineProps {
    /// All snapshots, by date.
    pub snapshots: Rc<Vec<SnapshotInfo>>,
    /// The one that the whole product shows.
    pub as_of: Option<SnapshotId>,
    /// The one that is shown below.
    pub shown: Option<SnapshotId>,
    /// Gets the one to be shown.
    pub onselect: Callback<SnapshotId>,
}

/// A button per snapshot, where its date lies.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let text = use_text();
    let frame = use_node_ref();
    // Of a line that is longer than the screen, the end with the shown snapshot is seen: at first,
    // and again when the window became narrower.
    let width_px = use_width(frame.clone());
    {
        let frame = frame.clone();
        let turn = (props.shown, props.snapshots.len(), width_px as i32);
        use_effect_with(turn, move |_| {
            let Some(frame) = frame.cast::<Element>() else { return };
            if let Ok(Some(button)) = frame.query_selector("[aria-current]") {
                show_within(&button, &frame);
            }
        });
    }
    let dates: Vec<Day> = props.snapshots.iter().map(|s| s.date).collect();
    let line = time_line(&dates);
    html! {
        <section class="line" aria-labelledby="line-title">
            <h2 id="line-title">
                { text.with("data-snapshots", &[("count", props.snapshots.len().into())]) }
            </h2>
            <div class="line-scroll" ref={frame}>
                <ol style={format!("--line-length: {:.0}px", line.length_px)} data-one={(dates.len() == 1).then_some("")}>
                    for (info, place) in props.snapshots.iter().zip(&line.places) {
                        <li key={info.id.0} style={format!("--place: {place:.4}")}>
                            <button
                                type="button" class="line-snapshot"
                                aria-current={(props.shown == Some(info.id)).then_some("true")}
                                onclick={props.onselect.reform({ let id = info.id; move |_: MouseEvent| id })}
                            >
                                <span class="line-date">{ text.date(info.date) }</span>
                                <span class="line-count">
                                    { text.with("data-accounts", &[("count", info.rows.into())]) }
                                </span>
                                <span class="line-rejected">
                                    if info.rejected > 0 {
                                        { text.with("data-rejected", &[("count", info.rejected.into())]) }
                                    }
                                </span>
                                <span class="line-as-of">
                                    if props.as_of == Some(info.id) {
                                        { text.t("data-as-of") }
                                    }
                                </span>
                            </button>
                        </li>
                    }
                </ol>
            </div>
        </section>
    }
}

/// Scrolls the frame sideways, and nothing else, until the element is in it.
fn show_within(element: &Element, frame: &Element) {
    let (inner, outer) = (element.get_bounding_client_rect(), frame.get_bounding_client_rect());
    if inner.left() < outer.left() || inner.right() > outer.right() {
        let middle = (inner.left() + inner.right() - outer.left() - outer.right()) / 2.0;
        frame.set_scroll_left(frame.scroll_left() + middle as i32);
    }
}
