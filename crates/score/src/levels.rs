//! From scores to levels, and how many accounts are where.

use crate::{Levels, Model, NO_CARD, condition, truth};
use serde::{Deserialize, Serialize};
use table::Table;

/// Marks an account without a level, because it has no score.
pub const UNSCORED: u8 = u8::MAX;

/// The card of each account: the position of the first whose filter is true for it, [`NO_CARD`] when
/// there is none. Cards from the 256th on are never used.
#[must_use]
pub fn assign_cards(model: &Model, table: &Table) -> Vec<u8> {
    let mut assignment = vec![NO_CARD; table.rows];
    let mut held = Vec::new();
    for (number, card) in model.cards.iter().enumerate().take(usize::from(NO_CARD)) {
        match &card.filter {
            None => {
                held.clear();
                held.resize(table.rows, truth::TRUE);
            }
            Some(filter) => condition::mask(filter, table, &mut held),
        }
        for (a, &h) in assignment.iter_mut().zip(&held) {
            if *a == NO_CARD && h == truth::TRUE {
                *a = number as u8;
            }
        }
        if card.filter.is_none() {
            break;
        }
    }
    assignment
}

/// The level of a score: how many cuts are at or under it. [`UNSCORED`] for not-a-number.
#[must_use]
pub fn level_of(score: f64, cuts: &[f64]) -> u8 {
    if score.is_nan() {
        return UNSCORED;
    }
    cuts.iter().map(|&cut| u8::from(score >= cut)).sum()
}

/// The level of each score into `out`.
///
/// With hysteresis h and a previous level p, an account rises only to levels whose lower cut it has
/// passed by h (score ≥ cut + h), and falls only under cuts that it is more than h below (score <
/// cut − h); else it stays at p. That is p clamped between the levels of the cuts moved up and down
/// by h. An account without a previous level (new, or unscored before) takes the plain level.
pub fn levels(scores: &[f64], levels: &Levels, previous: Option<&[u8]>, out: &mut Vec<u8>) {
    out.clear();
    match previous {
        Some(previous) if levels.hysteresis_points > 0.0 => {
            let h = levels.hysteresis_points;
            let up: Vec<f64> = levels.cuts.iter().map(|c| c + h).collect();
            let down: Vec<f64> = levels.cuts.iter().map(|c| c - h).collect();
            let top = levels.cuts.len() as u8;
            out.extend(scores.iter().enumerate().map(|(row, &s)| {
                match previous.get(row).copied().filter(|&p| p <= top) {
                    Some(p) if !s.is_nan() => p.clamp(level_of(s, &up), level_of(s, &down)),
                    _ => level_of(s, &levels.cuts),
                }
            }));
        }
        _ => out.extend(scores.iter().map(|&s| level_of(s, &levels.cuts))),
    }
}

/// How the scores are spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// Accounts per point of score: \[0, 1) … \[99, 100\], 100 bins.
    pub bins: Vec<u32>,
    /// Accounts per level, lowest first.
    pub levels: Vec<u32>,
    /// Accounts with a score.
    pub scored: u32,
    /// Accounts without one.
    pub unscored: u32,
    /// The mean of the scores; `None` when nobody has one.
    pub mean: Option<f64>,
}

/// The distribution over the accounts of card `card`, of all accounts for `None`. `levels` are those
/// of the accounts, `level_count` how many there are.
#[must_use]
pub fn distribution(
    scores: &[f64],
    levels: &[u8],
    level_count: usize,
    card: Option<(u8, &[u8])>,
) -> Distribution {
    let mut bins = vec![0u32; 100];
    let mut counts = vec![0u32; level_count];
    let (mut scored, mut unscored, mut sum) = (0u32, 0u32, 0.0);
    for (row, (&score, &level)) in scores.iter().zip(levels).enumerate() {
        if card.is_some_and(|(number, cards)| cards.get(row) != Some(&number)) {
            continue;
        }
        if score.is_nan() {
            unscored += 1;
            continue;
        }
        scored += 1;
        sum += score;
        bins[(score as usize).min(99)] += 1;
        if let Some(count) = counts.get_mut(usize::from(level)) {
            *count += 1;
        }
    }
    let mean = (scored > 0).then(|| sum / f64::from(scored));
    Distribution { bins, levels: counts, scored, unscored, mean }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{card, snapshot, text};
    use crate::{Comparison, Condition, Literal};
    use table::Role;

    fn hysteresis(score: f64, previous: u8) -> u8 {
        let rule = Levels { hysteresis_points: 5.0, ..Levels::default() };
        let mut out = Vec::new();
        levels(&[score], &rule, Some(&[previous]), &mut out);
        out[0]
    }

    #[test]
    fn the_lower_bound_belongs_to_the_level() {
        let cuts = [25.0, 50.0, 75.0];
        let at = |s| level_of(s, &cuts);
        assert_eq!([at(0.0), at(24.9), at(25.0), at(75.0), at(100.0)], [0, 0, 1, 3, 3]);
        assert_eq!(at(f64::NAN), UNSCORED);
    }

    #[test]
    fn a_level_without_a_name_has_its_number() {
        let names = vec!["危険".into(), "  ".into()];
        let named = Levels { names, ..Levels::default() };
        assert_eq!([0, 1, 3].map(|l| named.name(l)), ["危険", "Lv2", "Lv4"]);
        assert_eq!(named.count(), 4);
    }

    #[test]
    fn a_level_changes_only_past_the_cut() {
        assert_eq!(hysteresis(52.0, 1), 1);
        assert_eq!(hysteresis(55.0, 1), 2);
        assert_eq!(hysteresis(45.0, 2), 2);
        assert_eq!(hysteresis(44.9, 2), 1);
        assert_eq!(hysteresis(78.0, 0), 2, "past two cuts, not past the third");
        assert_eq!(hysteresis(78.0, UNSCORED), 3, "nothing to hold on to");
        assert_eq!(hysteresis(f64::NAN, 2), UNSCORED);
    }

    #[test]
    fn the_last_bin_holds_a_hundred() {
        let d = distribution(&[0.0, 0.99, 99.0, 100.0, f64::NAN], &[0, 0, 3, 3, UNSCORED], 4, None);
        assert_eq!((d.bins[0], d.bins[99], d.scored, d.unscored), (2, 2, 4, 1));
        assert_eq!(d.levels, [2, 0, 0, 2]);
        let of_card = distribution(&[10.0, 90.0], &[0, 3], 4, Some((1, &[0, 1])));
        assert_eq!((of_card.scored, of_card.mean), (1, Some(90.0)));
    }

    #[test]
    fn the_first_matching_card_is_the_account_s() {
        let table = snapshot(vec![("plan", text(&["Free", "Pro", ""]), Role::Segment)]).table;
        let mut free = card(&[]);
        free.filter = Some(Condition::Compare {
            column: "plan".into(),
            operator: Comparison::Equal,
            value: Literal::Text("Free".into()),
        });
        let mut model = Model { cards: vec![free, card(&[])], levels: Levels::default() };
        assert_eq!(assign_cards(&model, &table), [0, 1, 1]);
        model.cards.pop();
        assert_eq!(assign_cards(&model, &table), [0, NO_CARD, NO_CARD]);
    }
}
