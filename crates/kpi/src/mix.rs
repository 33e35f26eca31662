//! The change of a figure over all accounts, group by group: how much because the groups became larger
//! or smaller, how much because they changed themselves.

use crate::shares::settle;
use serde::{Deserialize, Serialize};

/// What a group adds to a figure at one time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Of a rate: what it is divided by (for an average, how many values there were). Of a sum: how
    /// many accounts. ≥ 0; 0 when the group is not there.
    pub weight: f64,
    /// What is added up: the numerator of a rate, the sum itself.
    pub sum: f64,
}

/// A group before and now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Before.
    pub before: Part,
    /// Now.
    pub now: Part,
}

/// What a group has to do with a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    /// Because the group's weight changed. A group that is on one side only is all of this.
    pub mix: f64,
    /// Because its own rate (or mean) changed.
    pub rate: f64,
}

impl Effect {
    /// Both together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.mix + self.rate
    }
}

/// A change by groups; the effects add up to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mix {
    /// The figure before.
    pub before: f64,
    /// The figure now.
    pub now: f64,
    /// One a group, in order.
    pub effects: Vec<Effect>,
}

/// Mix and rate of a change of `Σ sum / Σ weight`, by groups: with `w` the share of a group in all the
/// weight, `r` its own rate, `c` the mean of the total rates before and now, a bar for the mean of
/// before and now,
///
/// mix = Δw · (r̄ − c), rate = w̄ · Δr,
///
/// and for a group on one side only mix = ± w · (r − c). (The midpoint form of the shift-share of
/// E. Kitagawa, "Components of a difference between two rates", JASA 50, 1955; measured from `c`, so
/// that a group that grows lifts the figure only when it is better than the whole.) `None` when there
/// is no weight on a side, so no figure.
#[must_use]
pub fn rate_mix(groups: &[Pair]) -> Option<Mix> {
    let total = |side: fn(&Pair) -> Part| {
        let (weight, sum) =
            groups.iter().map(side).fold((0.0, 0.0), |(w, s), p| (w + p.weight, s + p.sum));
        (weight != 0.0 && (sum / weight).is_finite()).then_some((weight, sum / weight))
    };
    let (weight_before, before) = total(|g| g.before)?;
    let (weight_now, now) = total(|g| g.now)?;
    let c = before / 2.0 + now / 2.0;
    let effect = |g: &Pair| {
        let (wa, wb) = (g.before.weight / weight_before, g.now.weight / weight_now);
        let whole = g.now.sum / weight_now - g.before.sum / weight_before - c * (wb - wa);
        let (ra, rb) = (g.before.sum / g.before.weight, g.now.sum / g.now.weight);
        if ra.is_finite() && rb.is_finite() {
            let mix = (wb - wa) * ((ra + rb) / 2.0 - c);
            Effect { mix, rate: (wa + wb) / 2.0 * (rb - ra) }
        } else {
            Effect { mix: whole, rate: 0.0 }
        }
    };
    Some(settled(groups.iter().map(effect).collect(), before, now))
}

/// Size and mean of a change of `Σ sum`, by groups: with `n` the weight of a group and `m` its mean,
///
/// size (as [`Effect::mix`]) = Δn · m̄, mean (as [`Effect::rate`]) = n̄ · Δm,
///
/// and for a group on one side only size = ± its sum.
#[must_use]
pub fn sum_mix(groups: &[Pair]) -> Mix {
    let total = |side: fn(&Pair) -> f64| groups.iter().map(side).sum::<f64>();
    let effect = |g: &Pair| {
        let (na, nb) = (g.before.weight, g.now.weight);
        let (ma, mb) = (g.before.sum / na, g.now.sum / nb);
        if ma.is_finite() && mb.is_finite() {
            Effect { mix: (nb - na) * ((ma + mb) / 2.0), rate: (na + nb) / 2.0 * (mb - ma) }
        } else {
            Effect { mix: g.now.sum - g.before.sum, rate: 0.0 }
        }
    };
    let effects = groups.iter().map(effect).collect();
    settled(effects, total(|g| g.before.sum), total(|g| g.now.sum))
}

/// Takes rounding out, so that the effects add up.
fn settled(mut effects: Vec<Effect>, before: f64, now: f64) -> Mix {
    let mut flat: Vec<f64> = effects.iter().flat_map(|e| [e.mix, e.rate]).collect();
    settle(&mut flat, now - before);
    for (effect, pair) in effects.iter_mut().zip(flat.chunks_exact(2)) {
        *effect = Effect { mix: pair[0], rate: pair[1] };
    }
    Mix { before, now, effects }
}

#[cfg(test)]
mod tests {
    use super::{Effect, Pair, Part, rate_mix, sum_mix};
    use proptest::prelude::*;

    fn pair(before: (f64, f64), now: (f64, f64)) -> Pair {
        let part = |(weight, sum)| Part { weight, sum };
        Pair { before: part(before), now: part(now) }
    }

    fn close(found: Effect, mix: f64, rate: f64) {
        assert!((found.mix - mix).abs() < 1e-12 && (found.rate - rate).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn only_the_mix_moved() {
        // 10 % of 100 and 50 % of 100, then three times as many of the better group.
        let mix =
            rate_mix(&[pair((100.0, 10.0), (100.0, 10.0)), pair((100.0, 50.0), (300.0, 150.0))]);
        let mix = mix.unwrap();
        assert!((mix.before - 0.3).abs() < 1e-12 && (mix.now - 0.4).abs() < 1e-12);
        close(mix.effects[0], -0.25 * (0.1 - 0.35), 0.0);
        close(mix.effects[1], 0.25 * (0.5 - 0.35), 0.0);
    }

    #[test]
    fn only_the_rates_moved() {
        let mix = rate_mix(&[pair((50.0, 10.0), (100.0, 30.0)), pair((50.0, 20.0), (100.0, 40.0))]);
        let mix = mix.unwrap();
        close(mix.effects[0], 0.0, 0.05);
        close(mix.effects[1], 0.0, 0.0);
    }

    #[test]
    fn groups_that_come_and_go_are_mix() {
        let mix = rate_mix(&[pair((10.0, 5.0), (0.0, 0.0)), pair((0.0, 0.0), (10.0, 8.0))]);
        let mix = mix.unwrap();
        close(mix.effects[0], -(0.5 - 0.65), 0.0);
        close(mix.effects[1], 0.8 - 0.65, 0.0);
        assert_eq!(rate_mix(&[pair((0.0, 0.0), (1.0, 1.0))]), None);
    }

    #[test]
    fn size_and_mean_of_a_sum() {
        let mix = sum_mix(&[
            pair((10.0, 100.0), (20.0, 240.0)),
            pair((5.0, 50.0), (0.0, 0.0)),
            pair((0.0, 0.0), (2.0, 7.0)),
        ]);
        close(mix.effects[0], 10.0 * 11.0, 15.0 * 2.0);
        close(mix.effects[1], -50.0, 0.0);
        close(mix.effects[2], 7.0, 0.0);
        assert_eq!((mix.before, mix.now), (150.0, 247.0));
    }

    fn part() -> impl Strategy<Value = Part> {
        let sum = prop_oneof![-1e4..1e4, Just(0.0)];
        let weight = prop_oneof![2 => (1u32..1_000).prop_map(f64::from), 1 => Just(0.0)];
        (weight, sum)
            .prop_map(|(weight, sum)| Part { weight, sum: if weight > 0.0 { sum } else { 0.0 } })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn effects_add_up(parts in prop::collection::vec((part(), part()), 1..12)) {
            let groups: Vec<Pair> =
                parts.into_iter().map(|(before, now)| Pair { before, now }).collect();
            for mix in rate_mix(&groups).into_iter().chain([sum_mix(&groups)]) {
                let change = mix.now - mix.before;
                let size = |e: &Effect| e.mix.abs().max(e.rate.abs());
                let scale = mix.effects.iter().map(size).fold(change.abs(), f64::max);
                let sum: f64 = mix.effects.iter().map(Effect::total).sum();
                prop_assert!((sum - change).abs() <= 1e-9 * scale, "{sum} {change}");
            }
        }

        /// The formula of the documentation, group by group.
        #[test]
        fn as_it_is_written(parts in prop::collection::vec((part(), part()), 1..8)) {
            let groups: Vec<Pair> =
                parts.into_iter().map(|(before, now)| Pair { before, now }).collect();
            let Some(mix) = rate_mix(&groups) else { return Ok(()) };
            let all = |side: fn(&Pair) -> Part| groups.iter().map(|g| side(g).weight).sum::<f64>();
            let (all_before, all_now) = (all(|g| g.before), all(|g| g.now));
            let c = (mix.before + mix.now) / 2.0;
            for (g, effect) in groups.iter().zip(&mix.effects) {
                let (wa, wb) = (g.before.weight / all_before, g.now.weight / all_now);
                let (ra, rb) = (g.before.sum / g.before.weight, g.now.sum / g.now.weight);
                let expected = match (wa > 0.0, wb > 0.0) {
                    (true, true) => {
                        ((wb - wa) * ((ra + rb) / 2.0 - c), (wa + wb) / 2.0 * (rb - ra))
                    }
                    (true, false) => (-wa * (ra - c), 0.0),
                    (false, true) => (wb * (rb - c), 0.0),
                    (false, false) => (0.0, 0.0),
                };
                let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + c.abs() + b.abs());
                prop_assert!(near(effect.mix, expected.0) && near(effect.rate, expected.1));
            }
        }
    }
}
