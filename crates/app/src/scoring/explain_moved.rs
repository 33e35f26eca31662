//! How the counts of movement between levels come about.

use crate::parts::Explanation;
use crate::text::Text;
use engine::message::MovementView;
use score::Levels;
use yew::AttrValue;

/// One of the counts above the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    /// To a higher level.
    Up,
    /// To a lower one.
    Down,
    /// At the same level.
    Same,
    /// Not there before.
    New,
    /// Not there any more.
    Gone,
}

impl Moved {
    /// All of them, in the order in which they are shown.
    pub(super) const ALL: [Self; 5] = [Self::Up, Self::Down, Self::Same, Self::New, Self::Gone];

    /// Its name in the style sheet.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
            Self::New => "new",
            Self::Gone => "gone",
        }
    }

    /// The message that names it.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Up => "score-up",
            Self::Down => "score-down",
            Self::Same => "score-same",
            Self::New => "score-new",
            Self::Gone => "score-gone",
        }
    }

    fn formula(self) -> &'static str {
        match self {
            Self::Up => "score-why-up",
            Self::Down => "score-why-down",
            Self::Same => "score-why-same",
            Self::New => "score-why-new",
            Self::Gone => "score-why-gone",
        }
    }

    /// How many accounts.
    pub(super) fn of(self, movement: &MovementView) -> u32 {
        match self {
            Self::Up => movement.up,
            Self::Down => movement.down,
            Self::Same => movement.same,
            Self::New => movement.new,
            Self::Gone => movement.gone,
        }
    }

    /// The cells of the matrix that add up to it: from and to. After the levels come "unscored" and
    /// "not there".
    fn cells(self, levels: usize) -> Vec<(usize, usize)> {
        let there = || 0..=levels;
        let between = |takes: fn(usize, usize) -> bool| {
            let pairs = (0..levels).flat_map(|from| (0..levels).map(move |to| (from, to)));
            pairs.filter(|(from, to)| takes(*from, *to)).collect()
        };
        match self {
            Self::Up => between(|from, to| to > from),
            Self::Down => between(|from, to| to < from),
            Self::Same => between(|from, to| to == from),
            Self::New => there().map(|to| (levels + 1, to)).collect(),
            Self::Gone => there().map(|from| (from, levels + 1)).collect(),
        }
    }
}

/// What a place of the matrix is called.
pub(super) fn place_name(text: &Text, levels: usize, place: usize, outside: &str) -> AttrValue {
    match place {
        p if p < levels => AttrValue::from(format!("Lv{}", p + 1)),
        p if p == levels => text.t("level-none"),
        _ => text.t(outside),
    }
}

/// The counts from one level to another that add up to a count.
pub(super) fn moved(
    text: &Text,
    movement: &MovementView,
    levels: &Levels,
    kind: Moved,
) -> Explanation {
    let count = levels.cuts.len() + 1;
    let of = |from: usize, to: usize| {
        movement.counts.get(from).and_then(|row| row.get(to)).copied().unwrap_or(0)
    };
    let mut inputs: Vec<(AttrValue, String)> = Vec::new();
    for (from, to) in kind.cells(count).into_iter().filter(|(from, to)| of(*from, *to) > 0) {
        let from_name = place_name(text, count, from, "score-place-new");
        let to_name = place_name(text, count, to, "score-place-gone");
        inputs.push((format!("{from_name} → {to_name}").into(), text.integer(of(from, to))));
    }
    inputs.push((text.t("score-why-moved-sum"), text.integer(kind.of(movement))));
    Explanation {
        id: format!("why-moved-{}", kind.name()),
        title: text.t(kind.label()),
        formula: text.t(kind.formula()),
        inputs,
        source: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two levels: the rows are Lv1, Lv2, unscored and not there.
    fn movement() -> MovementView {
        let counts =
            vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8], vec![9, 10, 11, 12], vec![13, 14, 15, 0]];
        MovementView { counts, up: 2, down: 5, same: 7, new: 42, gone: 24 }
    }

    #[test]
    fn the_cells_add_up_to_the_count() {
        let movement = movement();
        for kind in Moved::ALL {
            let sum: u32 = kind.cells(2).iter().map(|(from, to)| movement.counts[*from][*to]).sum();
            assert_eq!(sum, kind.of(&movement), "{kind:?}");
        }
    }
}
