//! All cards of a picture. Where they are many, those that are seen come first and the others with the
//! next frames, nearest first, so that the picture is there at once. Those that go when a branch is opened are
//! hidden by the style sheet and go with the next frames, too.

use super::card::{Card, CardProps};
use super::laid::Laid;
use super::space::Sight;
use crate::kpi::area::Area;
use crate::kpi::outline::Dragged;
use crate::text::use_text;
use gloo::render::request_animation_frame;
use kpi::Rect;
use plan::ElementId;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// So many more, or fewer, with each frame; as many are never put off.
const MORE: usize = 40;

/// Properties of [`Cards`].
#[derive(PartialEq, Properties)]
pub struct CardsProps {
    /// The area.
    pub area: Area,
    /// Where they stand.
    pub laid: Rc<Laid>,
    /// The places that the search found, ascending.
    pub matches: Rc<[usize]>,
    /// What is dragged.
    pub dragged: Option<Dragged>,
    /// What of the picture is seen.
    pub sight: Sight,
}

/// The cards.
#[component]
pub fn Cards(props: &CardsProps) -> Html {
    let text = use_text();
    let CardsProps { area, laid, matches, dragged, sight } = props;
    let drawn = use_mut_ref(BTreeSet::<u64>::new);
    let last = use_mut_ref(Vec::<Drawn>::new);
    let update = use_force_update();
    let selected = area.selected();
    let all: Vec<(usize, u64, Rect)> = laid
        .shown
        .iter()
        .filter_map(|at| Some((*at, area.node(*at)?.id.0, laid.frame(*at)?)))
        .collect();
    let window = sight.window();
    let missing = draw_more(&mut drawn.borrow_mut(), &all, selected, window);
    let branch = area.stand.branch.is_some();
    let going = going(&last.borrow(), &all, branch);
    use_effect_with((missing, going.len(), window.is_some()), move |(missing, going, is_seen)| {
        let mut frame = None;
        if *going > 0 || *missing > 0 && *is_seen {
            frame = Some(request_animation_frame(move |_| update.force_update()));
        } else if *missing > 0 {
            // only now, in the page, can it be told which are seen
            update.force_update();
        }
        move || drop(frame)
    });
    let tab_stop = selected.filter(|at| laid.frame(*at).is_some());
    let tab_stop = tab_stop.or_else(|| laid.shown.first().copied());
    let card = |(place, id, frame): &(usize, u64, Rect)| {
        let row = laid.rows.get(*place).copied().flatten()?;
        let facts = drawn.borrow().contains(id).then(|| area.facts(*place))??;
        let html = html! {
            <Card
                key={*id} text={text.clone()} {facts} frame={*frame} stands={CardProps::stands(row)}
                children={laid.children.get(*place).copied().unwrap_or(0)} tab_stop={tab_stop == Some(*place)}
                found={matches.binary_search(place).is_ok()} {branch}
                drop={dragged.and_then(|d| d.look(ElementId(*id)))}
            />
        };
        Some(Drawn { id: *id, branch, html })
    };
    let here = all.iter().filter_map(card).collect();
    let cards = merged(here, going, &last.borrow());
    let list: Html = cards.iter().map(|card| card.html.clone()).collect();
    last.replace(cards);
    html! { <div class="kpi-cards" role="none" data-branch={branch.to_string()}>{ list }</div> }
}

/// A card as it was drawn: given again as it is, it is not drawn anew.
#[derive(Clone)]
struct Drawn {
    id: u64,
    branch: bool,
    html: Html,
}

/// The cards that are drawn and have no place in the branch that was opened, but for the first of them: as many go
/// with each frame.
fn going(last: &[Drawn], all: &[(usize, u64, Rect)], branch: bool) -> Vec<Drawn> {
    if !branch {
        return Vec::new();
    }
    let here: BTreeSet<u64> = all.iter().map(|card| card.1).collect();
    let goes = |card: &&Drawn| !card.branch && !here.contains(&card.id);
    last.iter().filter(goes).skip(MORE).cloned().collect()
}

/// The cards that are here with those that are going, each of these where it was, so that none has to be moved.
fn merged(here: Vec<Drawn>, going: Vec<Drawn>, last: &[Drawn]) -> Vec<Drawn> {
    if going.is_empty() {
        return here;
    }
    let place: BTreeMap<u64, usize> =
        last.iter().zip(0..).map(|(card, at)| (card.id, at)).collect();
    let (mut all, mut going) = (Vec::new(), going.into_iter().peekable());
    for card in here {
        let at = place.get(&card.id).copied().unwrap_or(0);
        while let Some(before) = going.next_if(|g| place.get(&g.id).is_some_and(|p| *p < at)) {
            all.push(before);
        }
        all.push(card);
    }
    all.extend(going);
    all
}

/// Takes some more into what is drawn, those that are seen before all others; tells how many are missing
/// still. Without a window there is nothing to see yet.
fn draw_more(
    drawn: &mut BTreeSet<u64>,
    all: &[(usize, u64, Rect)],
    selected: Option<usize>,
    window: Option<Rect>,
) -> usize {
    let here: BTreeSet<u64> = all.iter().map(|card| card.1).collect();
    drawn.retain(|id| here.contains(id));
    let mut missing: Vec<(f64, u64)> = Vec::new();
    for (place, id, frame) in all {
        if !drawn.contains(id) {
            let far = window.map_or(f64::INFINITY, |window| distance(window, *frame));
            missing.push((if Some(*place) == selected { 0.0 } else { far }, *id));
        }
    }
    table::order::sort_by(&mut missing, |a, b| a.0.total_cmp(&b.0));
    let seen = missing.iter().take_while(|m| m.0 <= 0.0).count();
    let few = window.is_some() || missing.len() <= MORE;
    let now = if few { seen.max(MORE).min(missing.len()) } else { seen };
    drawn.extend(missing[..now].iter().map(|m| m.1));
    missing.len() - now
}

/// How far a box is outside of a window, in pixels; 0 where it is seen.
fn distance(window: Rect, of: Rect) -> f64 {
    let apart = |from: f64, size: f64, low: f64, high: f64| (low - from - size).max(from - high);
    let across = apart(of.x, of.width, window.x, window.x + window.width);
    let down = apart(of.y, of.height, window.y, window.y + window.height);
    across.max(down).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_comes_first_and_then_all() {
        let all: Vec<(usize, u64, Rect)> = (0..200)
            .map(|i| (i, i as u64, Rect { x: 0.0, y: i as f64 * 100.0, width: 10.0, height: 90.0 }))
            .collect();
        let sight = Some(Rect { x: 0.0, y: 5_000.0, width: 300.0, height: 400.0 });
        let mut drawn = BTreeSet::new();
        assert_eq!(draw_more(&mut drawn, &all, Some(3), sight), 160);
        assert!((50..54).all(|id| drawn.contains(&id)) && drawn.contains(&3));
        assert!(!drawn.contains(&199));
        let mut left = 160;
        while left > 0 {
            let now = draw_more(&mut drawn, &all, Some(3), sight);
            assert!(now < left);
            left = now;
        }
        assert_eq!(drawn.len(), 200);
        // a branch, and then all again: what went comes back bit by bit
        assert_eq!(draw_more(&mut drawn, &all[..60], Some(3), sight), 0);
        assert_eq!(drawn.len(), 60);
        assert_eq!(draw_more(&mut drawn, &all, Some(3), sight), 100);
        // all that is seen at once, however many
        let everything = Some(Rect { x: 0.0, y: 0.0, width: 300.0, height: 20_000.0 });
        assert_eq!(draw_more(&mut BTreeSet::new(), &all, None, everything), 0);
        // before anything can be seen: the selected one, and no other of many
        assert_eq!(draw_more(&mut BTreeSet::new(), &all, Some(3), None), 199);
    }

    #[test]
    fn what_a_branch_leaves_out_goes_bit_by_bit() {
        let drawn = |ids: std::ops::Range<u64>, branch| -> Vec<Drawn> {
            ids.map(|id| Drawn { id, branch, html: Html::default() }).collect()
        };
        let frame = Rect { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };
        let place = |ids: std::ops::Range<u64>| -> Vec<(usize, u64, Rect)> {
            ids.map(|id| (id as usize, id, frame)).collect()
        };
        let mut last = drawn(0..200, false);
        let branch = place(50..60);
        for left in [150, 110, 70, 30, 0] {
            let going = going(&last, &branch, true);
            assert_eq!(going.len(), left);
            last = merged(drawn(50..60, true), going, &last);
            assert!(last.is_sorted_by_key(|card| card.id), "none has to be moved");
            assert_eq!(last.iter().filter(|card| card.branch).count(), 10);
        }
        // what is folded away goes at once
        assert_eq!(super::going(&drawn(0..200, false), &branch, false).len(), 0);
        assert_eq!(super::going(&last, &place(0..200), false).len(), 0);
    }
}
