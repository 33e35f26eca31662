//! All cards of a picture. Where they are many, those that are seen come first and the others with the
//! next frames, nearest first, so that the picture is there at once.

use super::card::{Card, CardProps};
use super::laid::Laid;
use super::space::Sight;
use crate::hooks::{use_effect_with, use_mut_ref};
use crate::kpi::area::Area;
use crate::kpi::outline::Dragged;
use crate::markup::html;
use crate::text::use_text;
use gloo::render::request_animation_frame;
use kpi::Rect;
use plan::ElementId;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// So many more with each frame; as many are never put off.
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
    let update = use_force_update();
    let selected = area.selected();
    let all: Vec<(usize, u64, Rect)> = laid
        .shown
        .iter()
        .filter_map(|at| Some((*at, area.node(*at)?.id.0, laid.frame(*at)?)))
        .collect();
    let window = sight.window();
    let missing = draw_more(&mut drawn.borrow_mut(), &all, selected, window);
    use_effect_with((missing, window.is_some()), move |(missing, is_seen)| {
        let mut frame = None;
        if *missing > 0 && *is_seen {
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
        Some(html! {
            <Card
                key={*id} text={text.clone()} {facts} frame={*frame} stands={CardProps::stands(row)}
                children={laid.children.get(*place).copied().unwrap_or(0)} tab_stop={tab_stop == Some(*place)}
                found={matches.binary_search(place).is_ok()}
                drop={dragged.and_then(|d| d.look(ElementId(*id)))}
            />
        })
    };
    let cards: Html = all.iter().filter_map(card).collect();
    html! { <div class="kpi-cards" role="none">{ cards }</div> }
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
}
