//! Threads over the sheet: lines from the note that the user is at to those that it is linked with.

use super::place::note_id;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::use_size;
use crate::state::DocumentState;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use plan::ElementId;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`Lines`].
#[derive(PartialEq, Properties)]
pub struct LinesProps {
    /// From which note to which, where both are on the sheet.
    pub pairs: Rc<Vec<(ElementId, ElementId)>>,
    /// The document as it is drawn.
    pub document: DocumentState,
}

/// The lines. They are measured after the page was brought up to date, and again as it scrolls.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let node = use_node_ref();
    let paths = use_state_eq(Vec::<String>::new);
    let size = use_size(node.clone());
    {
        let (node, paths) = (node.clone(), paths.clone());
        let drawn = (props.pairs.clone(), props.document.clone(), size);
        use_effect_with(drawn, move |(pairs, ..)| {
            let pairs = pairs.clone();
            let measure = {
                let pairs = pairs.clone();
                move || {
                    let over = node.cast::<Element>().map(|e| e.get_bounding_client_rect());
                    let path = |over: &web_sys::DomRect, (from, to): &(ElementId, ElementId)| {
                        path(*from, *to, over.left(), over.top())
                    };
                    let drawn =
                        over.map(|over| pairs.iter().filter_map(|p| path(&over, p)).collect());
                    paths.set(drawn.unwrap_or_default());
                }
            };
            measure();
            // What opens beside the sheet has taken its room by the next frame.
            let soon = {
                let measure = measure.clone();
                (!pairs.is_empty()).then(|| request_animation_frame(move |_| measure()))
            };
            // Blocks scroll by themselves, and scrolling does not bubble.
            let listener = (!pairs.is_empty()).then(|| {
                let window = gloo::utils::window();
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&window, "scroll", options, move |_| measure())
            });
            move || drop((listener, soon))
        });
    }
    html! {
        <div ref={node} class="sheet-lines">
            <svg aria-hidden="true" focusable="false">
                for (at, d) in paths.iter().enumerate() {
                    <path key={at} d={d.clone()} />
                }
            </svg>
        </div>
    }
}

/// A curve between two notes that are on the screen, from the side of one that faces the other.
fn path(from: ElementId, to: ElementId, left: f64, top: f64) -> Option<String> {
    let edges = |id| {
        let note = gloo::utils::document().get_element_by_id(&note_id(id))?;
        let block = note.closest("[data-block]").ok().flatten()?;
        let of = |e: &Element| {
            let r = e.get_bounding_client_rect();
            [r.left() - left, r.top() - top, r.right() - left, r.bottom() - top]
        };
        Some(within(of(&note), of(&block)))
    };
    Some(curve(edges(from)?, edges(to)?))
}

/// A rectangle (left, top, right, bottom) as far as it lies in another; what has scrolled out of it lies on its
/// edge.
fn within(inner: [f64; 4], outer: [f64; 4]) -> [f64; 4] {
    let put = |at: usize| inner[at].max(outer[at % 2]).min(outer[at % 2 + 2]);
    [put(0), put(1), put(2), put(3)]
}

/// A curve between two rectangles (left, top, right, bottom).
fn curve(a: [f64; 4], b: [f64; 4]) -> String {
    let middle = |low: f64, high: f64| (low + high) / 2.0;
    let aside = a[2] <= b[0] || b[2] <= a[0];
    // The axis along which they lie apart, and the one across.
    let (along, across) = if aside { (0, 1) } else { (1, 0) };
    let forward = middle(a[along], a[along + 2]) <= middle(b[along], b[along + 2]);
    let (start, end) = if forward { (a[along + 2], b[along]) } else { (a[along], b[along + 2]) };
    let (from, to) = (middle(a[across], a[across + 2]), middle(b[across], b[across + 2]));
    let bend = middle(start, end);
    let point = |along: f64, across: f64| {
        let (x, y) = if aside { (along, across) } else { (across, along) };
        format!("{x:.0} {y:.0}")
    };
    format!("M{}C{} {} {}", point(start, from), point(bend, from), point(bend, to), point(end, to))
}

#[cfg(test)]
mod tests {
    use super::{curve, within};

    #[test]
    fn a_note_that_has_scrolled_away_is_at_the_edge_of_its_block() {
        let block = [0.0, 0.0, 10.0, 20.0];
        for (note, seen) in [
            ([1.0, 2.0, 9.0, 5.0], [1.0, 2.0, 9.0, 5.0]),
            ([1.0, 18.0, 9.0, 25.0], [1.0, 18.0, 9.0, 20.0]),
            ([1.0, 30.0, 9.0, 35.0], [1.0, 20.0, 9.0, 20.0]),
            ([1.0, -9.0, 9.0, -5.0], [1.0, 0.0, 9.0, 0.0]),
        ] {
            assert_eq!(within(note, block), seen);
        }
    }

    #[test]
    fn from_the_side_that_faces_the_other() {
        let a = [0.0, 0.0, 10.0, 10.0];
        for (b, drawn) in [
            ([30.0, 0.0, 40.0, 20.0], "M10 5C20 5 20 10 30 10"),
            ([-30.0, 0.0, -20.0, 10.0], "M0 5C-10 5 -10 5 -20 5"),
            ([0.0, 30.0, 20.0, 40.0], "M5 10C5 20 10 20 10 30"),
        ] {
            assert_eq!(curve(a, b), drawn);
        }
    }
}
