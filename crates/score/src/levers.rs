//! What would lift a level most.

use crate::{CardPoints, ItemId};
use serde::{Deserialize, Serialize};

/// Under so many accounts on either side, the difference between those that moved up and those that
/// did not says nothing.
const FEW_MOVERS: u32 = 20;

/// What a measure could do for the accounts of a level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// Which measure.
    pub measure: ItemId,
    /// Its share of the whole score.
    pub weight: f64,
    /// Accounts of the level for which it counts.
    pub accounts: u32,
    /// Mean points of these; `None` when there are none.
    pub mean_points: Option<f64>,
    /// How much the score would rise on average at 100 points: weight × (100 − mean points).
    pub lift: f64,
    /// Of the accounts that were in the level before: mean points now of those that moved up, less
    /// those of the ones that did not. `None` without an earlier snapshot or with too few of either.
    pub movers_difference: Option<f64>,
    /// What the list is sorted by: lift × the difference in points ÷ 100 (none below 0), or the lift
    /// alone where no measure has a difference.
    pub priority: f64,
}

/// The levers of a level, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelLevers {
    /// Which level, 0 is the lowest.
    pub level: u8,
    /// How many accounts it has under the card.
    pub accounts: u32,
    /// Best first; measures without weight are left out.
    pub levers: Vec<Lever>,
}

/// For each level of the accounts under a card the measures by what they would lift, levels in the
/// order in which to work on them: the lowest, the highest, then the others upwards.
///
/// `levels` are those of the accounts now ([`crate::UNSCORED`] for accounts of other cards too);
/// `before`, where there is an earlier snapshot, those of the same accounts then.
#[must_use]
pub fn levers(
    card: &CardPoints<'_>,
    levels: &[u8],
    level_count: u8,
    before: Option<&[u8]>,
) -> Vec<LevelLevers> {
    let tallies: Vec<Tally> = card
        .points
        .iter()
        .map(|points| Tally::new(points, levels, before, usize::from(level_count)))
        .collect();
    let top = level_count.saturating_sub(1);
    let order = (0..level_count.min(1)).chain((level_count > 1).then_some(top)).chain(1..top);
    order.map(|level| of_level(card, &tallies, level, levels)).collect()
}

fn of_level(card: &CardPoints<'_>, tallies: &[Tally], level: u8, levels: &[u8]) -> LevelLevers {
    let at = usize::from(level);
    let mut levers: Vec<Lever> = card
        .weights
        .measures
        .iter()
        .zip(tallies)
        .filter(|(m, _)| m.effective > 0.0)
        .map(|(m, tally)| {
            let mean_points = tally.here[at].mean();
            Lever {
                measure: m.id,
                weight: m.effective,
                accounts: tally.here[at].accounts,
                mean_points,
                lift: mean_points.map_or(0.0, |p| m.effective * (100.0 - p)),
                movers_difference: tally.movers_difference(at),
                priority: 0.0,
            }
        })
        .collect();
    let told_apart = levers.iter().any(|l| l.movers_difference.is_some_and(|d| d > 0.0));
    for l in &mut levers {
        let difference = l.movers_difference.unwrap_or(0.0).max(0.0);
        l.priority = if told_apart { l.lift * difference / 100.0 } else { l.lift };
    }
    table::order::sort_by(&mut levers, |a, b| {
        b.priority
            .total_cmp(&a.priority)
            .then(b.lift.total_cmp(&a.lift))
            .then(a.measure.cmp(&b.measure))
    });
    let accounts = levels.iter().map(|&l| u32::from(l == level)).sum();
    LevelLevers { level, accounts, levers }
}

/// The mean of some points.
#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f64,
    accounts: u32,
}

impl Mean {
    fn add(&mut self, points: f64) {
        self.sum += points;
        self.accounts += 1;
    }

    fn mean(self) -> Option<f64> {
        (self.accounts > 0).then(|| self.sum / f64::from(self.accounts))
    }
}

/// The means of a measure's points per level, in one pass.
struct Tally {
    /// Of the accounts in the level now.
    here: Vec<Mean>,
    /// Of those that were in the level before and are higher now.
    up: Vec<Mean>,
    /// Of those that were in the level before and are not higher, but have a score.
    rest: Vec<Mean>,
}

impl Tally {
    fn new(points: &[f64], levels: &[u8], before: Option<&[u8]>, count: usize) -> Self {
        let none = || vec![Mean::default(); count];
        let mut tally = Self { here: none(), up: none(), rest: none() };
        for (row, (&p, &now)) in points.iter().zip(levels).enumerate() {
            let Some(here) = tally.here.get_mut(usize::from(now)).filter(|_| !p.is_nan()) else {
                continue; // without points, or without a level
            };
            here.add(p);
            let Some(&then) = before.and_then(|b| b.get(row)) else { continue };
            let group = if now > then { &mut tally.up } else { &mut tally.rest };
            if let Some(mean) = group.get_mut(usize::from(then)) {
                mean.add(p);
            }
        }
        tally
    }

    fn movers_difference(&self, level: usize) -> Option<f64> {
        let (up, rest) = (self.up[level], self.rest[level]);
        if up.accounts < FEW_MOVERS || rest.accounts < FEW_MOVERS {
            return None;
        }
        Some(up.mean()? - rest.mean()?)
    }
}

#[cfg(test)]
mod tests {
    use super::levers;
    use crate::testing::card;
    use crate::{CardPoints, CardWeights};

    #[test]
    fn low_and_heavy_first_unless_movers_say_otherwise() {
        let weights = CardWeights::new(&card(&[(1.0, &[3.0, 1.0])]));
        let n = 40;
        // the first is low for all; the second is high for the half that moved up
        let first = vec![10.0; 2 * n];
        let second: Vec<f64> = (0..2 * n).map(|i| if i < n { 90.0 } else { 20.0 }).collect();
        let points: [&[f64]; 2] = [&first, &second];
        let card = CardPoints { weights: &weights, points: &points };
        let now: Vec<u8> = (0..2 * n).map(|i| u8::from(i < n)).collect();
        let plain = levers(&card, &now, 2, None);
        assert_eq!(plain.iter().map(|l| l.level).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(plain[0].levers[0].measure, weights.measures[0].id);
        assert_eq!(plain[0].levers[0].lift, 0.75 * 90.0);
        let moved = levers(&card, &now, 2, Some(&vec![0; 2 * n]));
        assert_eq!(moved[0].levers[0].measure, weights.measures[1].id);
        assert_eq!(moved[0].levers[0].movers_difference, Some(70.0));
        let order = |levels| levers(&card, &now, levels, None).iter().map(|l| l.level).collect();
        let four: Vec<u8> = order(4);
        assert_eq!(four, [0, 3, 1, 2]);
    }
}
