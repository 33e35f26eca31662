//! What an event on the sheet is about, told by the attributes of the elements around it; and the focus.

use super::keys::{Typed, Way};
use super::spot::Spot;
use gloo::timers::callback::Timeout;
use plan::ElementId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The element that an event comes from.
pub fn target(e: &Event) -> Option<Element> {
    e.target()?.dyn_into().ok()
}

/// The id in an attribute of the element or of one around it.
pub fn id_at(element: &Element, attribute: &str) -> Option<ElementId> {
    let holder = element.closest(&format!("[{attribute}]")).ok().flatten()?;
    holder.get_attribute(attribute)?.parse().ok().map(ElementId)
}

/// The note around an element.
pub fn note_at(element: &Element) -> Option<ElementId> {
    id_at(element, "data-note")
}

/// The block or cell around an element.
pub fn spot_at(element: &Element) -> Option<Spot> {
    Some(Spot { holder: id_at(element, "data-block")?, stage: id_at(element, "data-stage") })
}

/// What keys are for on this element; `None` where they are for the element itself.
pub fn typed_in(element: &Element) -> Option<Typed> {
    if element.has_attribute("data-compose") {
        Some(Typed::Field(text_of(element).is_empty()))
    } else if element.has_attribute("data-writing") {
        Some(Typed::Text)
    } else {
        element.has_attribute("data-face").then_some(Typed::Note)
    }
}

/// What was typed into a field for text.
pub fn text_of(element: &Element) -> String {
    element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// Puts another text into a field.
pub fn put(element: &Element, text: &str) {
    if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(text);
    }
}

/// The id in the page of a note.
pub fn note_id(id: ElementId) -> String {
    format!("note-{}", id.0)
}

/// The id in the page of the field for the next note of a block or cell.
pub fn field_id(spot: Spot) -> String {
    let stage = spot.stage.map(|s| format!("-{}", s.0)).unwrap_or_default();
    format!("compose-{}{stage}", spot.holder.0)
}

/// The id in the page of the text of a note that is written.
pub fn writing_id(id: ElementId) -> String {
    format!("write-{}", id.0)
}

/// Once the page was brought up to date, puts the caret behind the text of the note that is written.
pub fn caret_soon(id: ElementId) {
    Timeout::new(0, move || {
        let found = gloo::utils::document().get_element_by_id(&writing_id(id));
        if let Some(field) = found.and_then(|f| f.dyn_into::<HtmlTextAreaElement>().ok()) {
            let end = field.value().encode_utf16().count() as u32;
            // Our own field is in the page: it takes the focus and the caret.
            let _ = field.focus();
            let _ = field.set_selection_range(end, end);
        }
    })
    .forget();
}

/// Gives the focus to an element of the page as it is.
pub fn focus(id: &str) {
    let found = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // Without the focus, the next key goes to the page: no harm.
        let _ = element.focus();
    }
}

/// The block or cell that lies next to another one on the screen, whichever way the sheet is laid out just now.
pub fn spot_beside(from: Spot, way: Way) -> Option<Spot> {
    let blocks = gloo::utils::document().query_selector_all("[data-block]").ok()?;
    let mut places = Vec::new();
    for at in 0..blocks.length() {
        let Some(block) = blocks.get(at).and_then(|b| b.dyn_into::<Element>().ok()) else {
            continue;
        };
        let r = block.get_bounding_client_rect();
        if let Some(spot) = spot_at(&block) {
            places.push((spot, [r.left(), r.top(), r.right(), r.bottom()]));
        }
    }
    nearest(&places, from, way)
}

/// The nearest rectangle (left, top, right, bottom) whose middle lies that way: one that overlaps
/// crosswise before any that does not.
fn nearest(places: &[(Spot, [f64; 4])], from: Spot, way: Way) -> Option<Spot> {
    let here = places.iter().find(|p| p.0 == from)?.1;
    let middle = |r: [f64; 4]| [(r[0] + r[2]) / 2.0, (r[1] + r[3]) / 2.0];
    let (axis, sign) = match way {
        Way::Left => (0, -1.0),
        Way::Right => (0, 1.0),
        Way::Up => (1, -1.0),
        Way::Down => (1, 1.0),
    };
    let across = 1 - axis;
    let mut best: Option<((bool, f64, f64), Spot)> = None;
    for (spot, place) in places.iter().filter(|p| p.0 != from) {
        let ahead = (middle(*place)[axis] - middle(here)[axis]) * sign;
        if ahead < 1.0 {
            continue;
        }
        let apart = place[across] >= here[across + 2] || place[across + 2] <= here[across];
        let aside = (middle(*place)[across] - middle(here)[across]).abs();
        let key = (apart, ahead, aside);
        if best.is_none_or(|(b, _)| key < b) {
            best = Some((key, *spot));
        }
    }
    best.map(|(_, spot)| spot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_beside() {
        // a | b   over   c c | d
        let spot = |id| Spot::block(ElementId(id));
        let places = [
            (spot(1), [0.0, 0.0, 10.0, 10.0]),
            (spot(2), [10.0, 0.0, 30.0, 10.0]),
            (spot(3), [0.0, 10.0, 20.0, 20.0]),
            (spot(4), [20.0, 10.0, 30.0, 20.0]),
        ];
        for (from, way, to) in [
            (1, Way::Right, Some(2)),
            (1, Way::Down, Some(3)),
            (1, Way::Left, None),
            (4, Way::Left, Some(3)),
            (4, Way::Up, Some(2)),
            (3, Way::Up, Some(1)),
            (9, Way::Up, None),
        ] {
            assert_eq!(nearest(&places, spot(from), way), to.map(spot), "{from} {way:?}");
        }
    }
}
