use super::{Gaps, Item, Layout, Rect, layout};
use crate::Orientation::{LeftToRight, TopDown};
use proptest::prelude::*;

const GAPS: Gaps = Gaps { siblings: 8.0, levels: 40.0 };

fn item(parent: Option<usize>, width: f64, height: f64) -> Item {
    Item { parent, width, height, collapsed: false }
}

fn rects(layout: &Layout) -> Vec<Rect> {
    layout.boxes.iter().flatten().copied().collect()
}

#[test]
fn a_parent_stands_in_the_middle() {
    let items = [item(None, 100.0, 20.0), item(Some(0), 50.0, 20.0), item(Some(0), 50.0, 40.0)];
    let drawn = layout(&items, LeftToRight, GAPS);
    let rect = |x, y, width, height| Some(Rect { x, y, width, height });
    let middle = (10.0 + 48.0) / 2.0;
    assert_eq!(
        drawn.boxes,
        [
            rect(0.0, middle - 10.0, 100.0, 20.0),
            rect(140.0, 0.0, 50.0, 20.0),
            rect(140.0, 28.0, 50.0, 40.0)
        ]
    );
    assert_eq!((drawn.width, drawn.height), (190.0, 68.0));
    let points = [(100.0, middle), (120.0, middle), (120.0, 48.0), (140.0, 48.0)];
    assert_eq!(drawn.edges[1].points, points);
    let down = layout(&items, TopDown, GAPS);
    assert_eq!(down.boxes[2].map(|r| (r.x, r.y)), Some((58.0, 60.0)));
}

#[test]
fn what_is_collapsed_takes_no_room() {
    let mut items =
        vec![item(None, 10.0, 10.0), item(Some(0), 10.0, 10.0), item(Some(1), 10.0, 90.0)];
    items[1].collapsed = true;
    let drawn = layout(&items, LeftToRight, GAPS);
    assert_eq!((drawn.boxes[2], drawn.edges.len(), drawn.height), (None, 1, 10.0));
    assert_eq!(layout(&[], LeftToRight, GAPS), Layout::default());
}

#[test]
fn small_siblings_share_the_room_between_large_ones() {
    // Three leaves between two that have broad children: without sharing they would stick to the first.
    let mut items = vec![item(None, 10.0, 10.0)];
    for (parent, height) in
        [(0, 10.0), (1, 300.0), (0, 10.0), (0, 10.0), (0, 10.0), (0, 10.0), (6, 300.0)]
    {
        items.push(item(Some(parent), 10.0, height));
    }
    let drawn = layout(&items, LeftToRight, GAPS);
    let y: Vec<f64> = [1, 3, 4, 5, 6].iter().map(|at| drawn.boxes[*at].unwrap().y).collect();
    let steps: Vec<f64> = y.windows(2).map(|w| w[1] - w[0]).collect();
    assert!(steps.iter().all(|s| (s - 77.0).abs() < 1e-9), "{steps:?}");
}

#[test]
fn five_hundred_at_once() {
    let items: Vec<Item> =
        (0..500).map(|i: usize| item(i.checked_sub(1).map(|i| i / 3), 180.0, 64.0)).collect();
    let start = std::time::Instant::now();
    let drawn = layout(&in_outline_order(&items), LeftToRight, GAPS);
    assert_eq!(rects(&drawn).len(), 500);
    // 5 ms optimised; the tests are not.
    assert!(start.elapsed().as_millis() < 250, "{:?}", start.elapsed());
}

/// The same tree with each subtree together.
fn in_outline_order(items: &[Item]) -> Vec<Item> {
    fn walk(items: &[Item], at: usize, parent: Option<usize>, out: &mut Vec<Item>) {
        let mine = out.len();
        out.push(Item { parent, ..items[at] });
        for child in (0..items.len()).filter(|c| items[*c].parent == Some(at)) {
            walk(items, child, Some(mine), out);
        }
    }
    let mut out = Vec::new();
    for root in (0..items.len()).filter(|at| items[*at].parent.is_none()) {
        walk(items, root, None, &mut out);
    }
    out
}

fn trees(most: usize) -> impl Strategy<Value = Vec<Item>> {
    let one =
        (any::<prop::sample::Index>(), 0u8..20, 20u32..200, 20u32..80, prop::bool::weighted(0.1));
    prop::collection::vec(one, 1..most).prop_map(|wishes| {
        let items: Vec<Item> = wishes
            .iter()
            .enumerate()
            .map(|(at, (parent, root, width, height, collapsed))| Item {
                parent: (at > 0 && *root > 0).then(|| parent.index(at)),
                width: f64::from(*width),
                height: f64::from(*height),
                collapsed: *collapsed,
            })
            .collect();
        in_outline_order(&items)
    })
}

fn apart(a: f64, a_size: f64, b: f64, b_size: f64) -> f64 {
    (b - a - a_size).max(a - b - b_size)
}

/// A box as the reference sees it: its place, from where to where along, its start across.
type Flat = (usize, f64, f64, f64);

/// Every pair of boxes, without any cleverness: where each sibling must go after those before it.
struct Slowly<'a> {
    items: &'a [Item],
    down: bool,
}

impl Slowly<'_> {
    /// Sizes along and across.
    fn size(&self, at: usize) -> (f64, f64) {
        let item = self.items[at];
        if self.down { (item.height, item.width) } else { (item.width, item.height) }
    }

    fn below(&self, parent: Option<usize>) -> Vec<usize> {
        let hidden = parent.is_some_and(|p| self.items[p].collapsed);
        (0..self.items.len()).filter(|c| !hidden && self.items[*c].parent == parent).collect()
    }

    /// A subtree, its root first and at 0.
    fn boxes(&self, at: usize, start: f64) -> Vec<Flat> {
        let (along, across) = self.size(at);
        let children = self.below(Some(at));
        let mut all = vec![(at, start - GAPS.levels, start + along, 0.0)];
        let (placed, below) = self.beside(&children, start + along + GAPS.levels);
        if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
            let end = placed[placed.len() - 1] + self.size(last).1 / 2.0;
            let shift = (self.size(first).1 / 2.0 + end) / 2.0 - across / 2.0;
            all.extend(below.into_iter().map(|(p, f, t, a)| (p, f, t, a - shift)));
        }
        all
    }

    fn beside(&self, children: &[usize], start: f64) -> (Vec<f64>, Vec<Flat>) {
        let trees: Vec<_> = children.iter().map(|c| self.boxes(*c, start)).collect();
        let mut places: Vec<f64> = Vec::new();
        for i in 0..trees.len() {
            let need = |j: usize| {
                let mut most = f64::NEG_INFINITY;
                for a in &trees[j] {
                    for b in trees[i].iter().filter(|b| a.1 < b.2 && b.1 < a.2) {
                        most = most.max(places[j] + a.3 + self.size(a.0).1 + GAPS.siblings - b.3);
                    }
                }
                most
            };
            let needs: Vec<f64> = (0..i).map(need).collect();
            let most = |of: &[f64]| of.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let place = if i == 0 { 0.0 } else { most(&needs) };
            if let Some(owner) = needs.iter().rposition(|n| *n == place) {
                let free = place - most(&needs[owner + 1..]);
                for (step, between) in (1..).zip(&mut places[owner + 1..i]) {
                    *between += free * f64::from(step) / (i - owner) as f64;
                }
            }
            places.push(place);
        }
        let moved = trees.into_iter().zip(&places);
        let moved = moved.flat_map(|(tree, place)| {
            tree.into_iter().map(move |(p, f, t, a)| (p, f, t, a + place))
        });
        (places.clone(), moved.collect())
    }

    /// Where each box begins across.
    fn across(&self) -> Vec<f64> {
        let mut across = vec![f64::NAN; self.items.len()];
        let all = self.beside(&self.below(None), 0.0).1;
        let least = all.iter().map(|b| b.3).fold(f64::INFINITY, f64::min);
        all.iter().for_each(|b| across[b.0] = b.3 - least);
        across
    }
}

proptest! {
    #[test]
    fn nothing_stands_over_anything(items in trees(60), down in any::<bool>()) {
        let orientation = if down { TopDown } else { LeftToRight };
        let drawn = layout(&items, orientation, GAPS);
        let boxes = rects(&drawn);
        for (i, a) in boxes.iter().enumerate() {
            prop_assert!(a.x >= -1e-9 && a.y >= -1e-9);
            prop_assert!(a.x + a.width <= drawn.width + 1e-9);
            prop_assert!(a.y + a.height <= drawn.height + 1e-9);
            for b in &boxes[i + 1..] {
                let x = apart(a.x, a.width, b.x, b.width);
                let y = apart(a.y, a.height, b.y, b.height);
                prop_assert!(x.max(y) >= GAPS.siblings - 1e-9, "{a:?} {b:?}");
            }
        }
        for edge in &drawn.edges {
            for pair in edge.points.windows(2) {
                let (low, high) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
                let (top, end) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
                let crosses = |r: &Rect| r.x < high - 1e-9 && low < r.x + r.width - 1e-9
                    && r.y <= end && top <= r.y + r.height
                    || r.y < end - 1e-9 && top < r.y + r.height - 1e-9
                    && r.x <= high && low <= r.x + r.width;
                let others = drawn.boxes.iter().enumerate().filter(|(at, _)| *at != edge.from && *at != edge.to);
                prop_assert!(!others.filter_map(|(_, r)| *r).any(|r| crosses(&r)), "{edge:?}");
            }
        }
    }

    #[test]
    fn as_comparing_every_pair_would_have_it(items in trees(25), down in any::<bool>()) {
        let orientation = if down { TopDown } else { LeftToRight };
        let drawn = layout(&items, orientation, GAPS);
        let expected = Slowly { items: &items, down }.across();
        for (found, expected) in drawn.boxes.iter().zip(expected) {
            let found = found.map(|r| if down { r.x } else { r.y });
            prop_assert_eq!(found.is_none(), expected.is_nan());
            if let Some(found) = found {
                prop_assert!((found - expected).abs() < 1e-6, "{found} {expected}");
            }
        }
    }
}
