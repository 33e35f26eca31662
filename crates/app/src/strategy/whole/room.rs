//! Where the boxes and curves of the picture stand, and where the arrow keys lead from box to box.

use crate::markup::html;
use plan::{ElementId, WholeThread};
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;

/// A box, and from one to the next, in pixels; the style sheet fills it.
const BOX: (f64, f64) = (168.0, 44.0);
pub(super) const NEXT: (f64, f64) = (BOX.0 + 56.0, BOX.1 + 8.0);
/// The names of the columns.
pub(super) const HEAD: f64 = 32.0;

/// Short columns stand in the middle of long ones, but begin no more than so many boxes below the top: where one
/// begins to look, all of them are in sight.
const MOST_ABOVE: f64 = 5.0;

/// Where the upper left corner of each box stands.
pub(super) fn places(whole: &WholeThread) -> BTreeMap<ElementId, (f64, f64)> {
    let rows = whole.columns.iter().map(|(_, of)| of.len()).max().unwrap_or_default();
    let mut places = BTreeMap::new();
    for (column, (_, of)) in whole.columns.iter().enumerate() {
        let above = HEAD + ((rows - of.len()) as f64 / 2.0).min(MOST_ABOVE) * NEXT.1;
        let place = |row: usize| (column as f64 * NEXT.0, above + row as f64 * NEXT.1);
        places.extend(of.iter().enumerate().map(|(row, id)| (*id, place(row))));
    }
    places
}

/// The curves. Those of what is chosen stand out.
pub(super) fn lines(
    whole: &WholeThread,
    places: &BTreeMap<ElementId, (f64, f64)>,
    near: Option<&BTreeSet<ElementId>>,
    (width, height): (f64, f64),
) -> Html {
    let curve = |(from, to): &(ElementId, ElementId)| {
        let (a, b) = (places.get(from)?, places.get(to)?);
        let (y, z) = (a.1 + BOX.1 / 2.0, b.1 + BOX.1 / 2.0);
        // Forwards from the right side to the left; backwards the other way; within a column in a bow.
        let (x, w, bend, back) = if b.0 > a.0 {
            (a.0 + BOX.0, b.0, 36.0, -36.0)
        } else if b.0 < a.0 {
            (a.0, b.0 + BOX.0, -36.0, 36.0)
        } else {
            (a.0 + BOX.0, b.0 + BOX.0, 36.0, 36.0)
        };
        let path =
            format!("M{x:.0} {y:.0}C{:.0} {y:.0} {:.0} {z:.0} {w:.0} {z:.0}", x + bend, w + back);
        let strong = near.is_some_and(|n| n.contains(from) && n.contains(to));
        Some(
            html! { <path key={format!("{}-{}", from.0, to.0)} d={path} data-strong={strong.then_some("")} /> },
        )
    };
    html! {
        <svg class="thread-lines" width={format!("{width:.0}")} height={format!("{height:.0}")} aria-hidden="true" focusable="false">
            for line in whole.joins.iter().filter_map(curve) {
                { line }
            }
        </svg>
    }
}

/// Where an arrow key leads: up and down in the column, left and right along a link, else to the column beside.
pub(super) fn beside(whole: &WholeThread, id: ElementId, key: &str) -> Option<ElementId> {
    let column_of = |id| whole.columns.iter().position(|(_, of)| of.contains(&id));
    let column = column_of(id)?;
    let (_, of) = whole.columns.get(column)?;
    let row = of.iter().position(|i| *i == id)?;
    let next = match key {
        "ArrowUp" => return of.get(row.checked_sub(1)?).copied(),
        "ArrowDown" => return of.get(row + 1).copied(),
        "ArrowLeft" => column.checked_sub(1)?,
        "ArrowRight" => column + 1,
        _ => return None,
    };
    let (_, there) = whole.columns.get(next)?;
    let ends = whole.joins.iter().filter_map(|(a, b)| match id {
        _ if *a == id => Some(*b),
        _ if *b == id => Some(*a),
        _ => None,
    });
    let linked = ends.into_iter().find(|end| column_of(*end) == Some(next));
    linked.or_else(|| there.get(row.min(there.len().checked_sub(1)?)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::ThreadColumn;

    #[test]
    fn arrows_go_along_links() {
        let id = |n: u64| ElementId(n);
        let whole = WholeThread {
            columns: vec![
                (ThreadColumn::Need, vec![id(1), id(2)]),
                (ThreadColumn::Answer, vec![id(3), id(4)]),
            ],
            joins: vec![(id(4), id(1))],
        };
        let go = |from, key| beside(&whole, id(from), key).map(|i| i.0);
        assert_eq!(go(1, "ArrowDown"), Some(2));
        assert_eq!(go(2, "ArrowDown"), None);
        assert_eq!(go(1, "ArrowRight"), Some(4), "along the link");
        assert_eq!(go(2, "ArrowRight"), Some(4), "without one, to what stands beside");
        assert_eq!((go(4, "ArrowLeft"), go(3, "ArrowRight")), (Some(1), None));
        let places = places(&whole);
        assert_eq!(places[&id(1)].1, places[&id(3)].1);
        assert!(places[&id(3)].0 >= places[&id(1)].0 + BOX.0);
    }
}
