//! Stages and lanes of a journey taken elsewhere by their heads: by drag, and by Alt with an arrow key.

use super::place::id_at;
use super::spot::Spot;
use plan::{Document, Edit, ElementId};
use web_sys::Element;

/// The head that a pointer takes: a mouse anywhere on it, a finger by its grip.
pub fn head_at(on: &Element, takes: bool) -> Option<ElementId> {
    id_at(on, "data-head").filter(|_| takes)
}

/// Between which of its like something comes to stand whose head is let go at a point of the screen: before the one at
/// that place, from 0; as many as there are is behind the last.
pub fn gap(head: ElementId, x: f64, y: f64) -> Option<(Spot, usize)> {
    let page = gloo::utils::document();
    let own = page.query_selector(&format!("[data-head='{}']", head.0)).ok().flatten()?;
    let role = own.get_attribute("role")?;
    let all = page.query_selector_all(&format!("[data-head][role={role}]")).ok()?;
    let passed = |at: &u32| {
        let like = all.get(*at).and_then(|e| wasm_bindgen::JsCast::dyn_into::<Element>(e).ok());
        like.map(|e| e.get_bounding_client_rect()).is_some_and(|r| match role.as_str() {
            "columnheader" => r.left() + r.width() / 2.0 < x,
            _ => r.top() + r.height() / 2.0 < y,
        })
    };
    Some((Spot::block(head), (0..all.length()).filter(passed).count()))
}

/// Where a mark of what is dragged shows: the attribute of the head at a place among so many.
pub fn mark(drop: Option<(Spot, usize)>, like: &[ElementId], at: usize) -> Option<&'static str> {
    let (spot, gap) = drop.filter(|(spot, _)| spot.stage.is_none())?;
    let from = like.iter().position(|id| *id == spot.holder)?;
    match gap {
        // There it stands already.
        _ if gap == from || gap == from + 1 => None,
        _ if gap == at => Some("before"),
        _ if gap == like.len() && at + 1 == gap => Some("after"),
        _ => None,
    }
}

/// An edit that takes a stage or lane before the one that is at that place now.
pub fn put(document: &Document, id: ElementId, gap: usize) -> Option<Edit> {
    let from = place(document, id)?;
    to(document, id, if gap > from { gap - 1 } else { gap })
}

/// An edit that takes a stage or lane one place on, or back.
pub fn step(document: &Document, id: ElementId, later: bool) -> Option<Edit> {
    let from = place(document, id)?;
    to(document, id, if later { from + 1 } else { from.checked_sub(1)? })
}

fn place(document: &Document, id: ElementId) -> Option<usize> {
    let element = document.element(id)?;
    document.children_of_kind(element.parent, element.kind()).iter().position(|e| e.id == id)
}

fn to(document: &Document, id: ElementId, position: usize) -> Option<Edit> {
    document.move_stage(id, position).or_else(|| document.move_lane(id, position))
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::{Kind, preset};

    #[test]
    fn before_the_one_at_that_place() {
        let mut document = Document::default();
        document.apply(document.insert_journey(preset("growth").unwrap(), "x")).unwrap();
        let journey = document.journeys()[0].id;
        let stages = document.stages(journey);
        for (from, gap, expected) in [
            (0, 2, Some([1, 0, 2, 3])),
            (0, 4, Some([1, 2, 3, 0])),
            (3, 0, Some([3, 0, 1, 2])),
            (1, 1, None),
            (1, 2, None),
        ] {
            let mut moved = document.clone();
            let edit = put(&moved, stages[from], gap);
            assert_eq!(edit.is_some(), expected.is_some(), "{from} {gap}");
            let marks = (0..4)
                .filter(|at| mark(Some((Spot::block(stages[from]), gap)), &stages, *at).is_some());
            assert_eq!(marks.count(), usize::from(expected.is_some()));
            if let Some((edit, expected)) = edit.zip(expected) {
                moved.apply(edit).unwrap();
                assert_eq!(moved.stages(journey), expected.map(|at| stages[at]));
            }
        }
        let lanes = document.children_of_kind(Some(journey), Kind::Lane);
        assert!(step(&document, lanes[0].id, false).is_none());
        let (first, edit) = (lanes[0].id, step(&document, lanes[0].id, true).unwrap());
        document.apply(edit).unwrap();
        assert_eq!(document.children_of_kind(Some(journey), Kind::Lane)[1].id, first);
    }
}
