//! From scores to levels, and from filters to cards.

use crate::kernel::mask;
use crate::{Levels, Model, NO_CARD, condition, formulas, truth};
use table::{Day, Table};

/// Marks an account without a level, because it has no score.
pub const UNSCORED: u8 = u8::MAX;

/// The card of each account: the position of the first whose filter is true for it, [`NO_CARD`] when
/// there is none. Cards from the 256th on are never used. `date` is the snapshot's; formulas in filters see
/// this snapshot alone, and hold for nobody when they look back or read a column that is `blind`
/// ([`crate::At::blind`]); nor is such a column said to be absent.
#[must_use]
pub fn assign_cards(model: &Model, table: &Table, date: Day, blind: &[String]) -> Vec<u8> {
    let formulas = |text: &str| formulas::mask_alone(text, table, date, blind);
    let mut assignment = vec![NO_CARD; table.rows];
    let mut held = Vec::new();
    for (number, card) in model.cards.iter().enumerate().take(usize::from(NO_CARD)) {
        match &card.filter {
            None => {
                held.clear();
                held.resize(table.rows, truth::TRUE);
            }
            Some(filter) => condition::mask(filter, table, blind, &formulas, &mut held),
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
    out.resize(scores.len(), UNSCORED);
    Leveller::new(levels).level(scores, previous, out);
}

/// The rule for levels, ready for block after block.
pub(crate) struct Leveller {
    cuts: Vec<f64>,
    /// The cuts moved up and down by the hysteresis, where there is one.
    moved: Option<(Vec<f64>, Vec<f64>)>,
}

/// Rows at a time.
const ROWS: usize = 64;

impl Leveller {
    pub(crate) fn new(levels: &Levels) -> Self {
        let h = levels.hysteresis_points;
        let by = |h: f64| levels.cuts.iter().map(|c| c + h).collect();
        Self { cuts: levels.cuts.clone(), moved: (h > 0.0).then(|| (by(h), by(-h))) }
    }

    /// The levels of some scores into `out`, which is as long; `previous` are those accounts' levels
    /// before.
    pub(crate) fn level(&self, scores: &[f64], previous: Option<&[u8]>, out: &mut [u8]) {
        plain(scores, &self.cuts, out);
        let (Some((up, down)), Some(previous)) = (&self.moved, previous) else { return };
        let top = self.cuts.len() as u8;
        for ((&score, &p), level) in scores.iter().zip(previous).zip(out) {
            if p <= top && !score.is_nan() {
                *level = p.clamp(level_of(score, up), level_of(score, down));
            }
        }
    }
}

/// As [`level_of`] for each score, without a branch.
fn plain(scores: &[f64], cuts: &[f64], out: &mut [u8]) {
    let (scores, rest) = scores.as_chunks::<ROWS>();
    let (levels, rest_out) = out.as_chunks_mut::<ROWS>();
    for (scores, out) in scores.iter().zip(levels) {
        match *cuts {
            [a] => passed([a], scores, out),
            [a, b] => passed([a, b], scores, out),
            [a, b, c] => passed([a, b, c], scores, out),
            [a, b, c, d] => passed([a, b, c, d], scores, out),
            [a, b, c, d, e] => passed([a, b, c, d, e], scores, out),
            [a, b, c, d, e, f] => passed([a, b, c, d, e, f], scores, out),
            _ => out.iter_mut().zip(scores).for_each(|(l, s)| *l = level_of(*s, cuts)),
        }
    }
    for (score, level) in rest.iter().zip(rest_out) {
        *level = level_of(*score, cuts);
    }
}

/// How many of so many cuts each score has passed; all ones for what is not a number. Accounts and
/// not cuts go side by side here, which the compiler would not choose by itself.
#[inline(never)]
fn passed<const CUTS: usize>(cuts: [f64; CUTS], scores: &[f64; ROWS], out: &mut [u8; ROWS]) {
    let mut levels = [0u64; ROWS];
    for row in 0..ROWS {
        let mut level = mask(scores[row].is_nan());
        for cut in cuts {
            level = level.wrapping_sub(mask(scores[row] >= cut));
        }
        levels[row] = level;
    }
    for row in 0..ROWS {
        out[row] = levels[row] as u8;
    }
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
    fn the_first_matching_card_is_the_account_s() {
        let table = snapshot(vec![("plan", text(&["Free", "Pro", ""]), Role::Segment)]).table;
        let mut free = card(&[]);
        free.filter = Some(Condition::Compare {
            column: "plan".into(),
            operator: Comparison::Equal,
            value: Literal::Text("Free".into()),
        });
        let mut model = Model { cards: vec![free, card(&[])], levels: Levels::default() };
        assert_eq!(assign_cards(&model, &table, Day(0), &[]), [0, 1, 1]);
        model.cards.pop();
        assert_eq!(assign_cards(&model, &table, Day(0), &[]), [0, NO_CARD, NO_CARD]);
    }
    #[test]
    fn of_a_blind_column_nobody_knows_that_it_is_absent() {
        let table = snapshot(vec![("gain", text(&["", ""]), Role::MeasureInput)]).table;
        let absent = Condition::Absent { column: "gain".into() };
        let not = Condition::Not(Box::new(absent.clone()));
        for filter in [absent.clone(), not, Condition::Formula("ISBLANK(gain)".into())] {
            let mut blank = card(&[]);
            blank.filter = Some(filter.clone());
            let model = Model { cards: vec![blank, card(&[])], levels: Levels::default() };
            let blind = ["gain".to_owned()];
            assert_eq!(assign_cards(&model, &table, Day(0), &blind), [1, 1], "{filter:?}");
            let holds = u8::from(matches!(filter, Condition::Not(_)));
            assert_eq!(assign_cards(&model, &table, Day(0), &[]), [holds; 2], "{filter:?}");
        }
    }
}
