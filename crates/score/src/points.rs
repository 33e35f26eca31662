//! From values to points: the normalisers, and what happens to accounts without a value.

use crate::{AbsentPolicy, At, Band, Measure, Normaliser, percentile, values};
use table::ColumnData;

/// The points of `values` into `out`: 0–100, not-a-number where the value is absent (not a number
/// or infinite). `segments` gives each account's group for a percentile within segments; `None`
/// ranks within the whole snapshot.
pub fn points(
    values: &[f64],
    normaliser: &Normaliser,
    segments: Option<&[u32]>,
    out: &mut Vec<f64>,
) {
    out.clear();
    out.extend_from_slice(values);
    points_in_place(normaliser, segments, out);
}

/// As [`points`], with the points in place of the values.
pub fn points_in_place(normaliser: &Normaliser, segments: Option<&[u32]>, values: &mut [f64]) {
    match normaliser {
        Normaliser::Linear { worst, best } if worst == best => {
            each(values, |v| if v >= *best { 100.0 } else { 0.0 });
        }
        Normaliser::Linear { worst, best } => {
            let (worst, span) = (*worst, best - worst);
            each(values, |v| ((v - worst) / span * 100.0).clamp(0.0, 100.0));
        }
        Normaliser::Bands { below, steps } => each(values, |v| band(*below, steps, v)),
        Normaliser::Check => each(values, |v| if v == 0.0 { 0.0 } else { 100.0 }),
        Normaliser::Percentile { higher_is_better, .. } => {
            each(values, |v| v); // infinite values are absent before anything is ranked
            percentile::midranks(values, segments);
            if !higher_is_better {
                each(values, |p| 100.0 - p);
            }
        }
        Normaliser::Formula => each(values, |v| v.clamp(0.0, 100.0)),
    }
}

/// The values and the points of a measure for all accounts of `at.snapshot`.
///
/// The policy *last value* fills values, so what it fills is also ranked by a percentile; *worst*
/// and *neutral* fill points. A measure that they fill counts as present for the coverage: its
/// owner said what absence means. Without an input all is absent and stays so. A percentile within a
/// segment column that the snapshot does not have ranks within the whole snapshot.
pub fn measure_points(
    measure: &Measure,
    at: &At<'_>,
    values_out: &mut Vec<f64>,
    points_out: &mut Vec<f64>,
) {
    let Some(input) = &measure.input else {
        for out in [values_out, points_out] {
            out.clear();
            out.resize(at.snapshot.table.rows, f64::NAN);
        }
        return;
    };
    values::values(input, at, values_out);
    if let AbsentPolicy::LastValue { snapshots } = measure.absent {
        values::fill_last_value(input, at, snapshots, values_out);
    }
    let segments = match &measure.normaliser {
        Normaliser::Percentile { within: Some(name), .. } => {
            at.snapshot.table.column(name).map(|c| segment_codes(&c.data))
        }
        _ => None,
    };
    points(values_out, &measure.normaliser, segments.as_deref(), points_out);
    fill_absent_points(measure.absent, points_out);
}

/// Fills absent points as the policy says; *skip* and *last value* leave them.
pub fn fill_absent_points(policy: AbsentPolicy, points: &mut [f64]) {
    let fill = match policy {
        AbsentPolicy::Worst => 0.0,
        AbsentPolicy::Neutral => 50.0,
        AbsentPolicy::Skip | AbsentPolicy::LastValue { .. } => return,
    };
    points.iter_mut().for_each(|p| *p = if p.is_nan() { fill } else { *p });
}

/// A group number per account; accounts without a segment are one group of their own.
#[must_use]
pub fn segment_codes(data: &ColumnData) -> Vec<u32> {
    if let ColumnData::Text(text) = data {
        return (0..text.len()).map(|row| text.code(row).unwrap_or(u32::MAX)).collect();
    }
    let mut numbers = vec![f64::NAN; data.len()];
    data.numbers(0..data.len(), &mut numbers);
    let mut seen = hashbrown::HashMap::new();
    numbers
        .iter()
        .map(|n| {
            if n.is_nan() {
                return u32::MAX;
            }
            let next = seen.len() as u32;
            *seen.entry((n + 0.0).to_bits()).or_insert(next)
        })
        .collect()
}

fn band(below: f64, steps: &[Band], value: f64) -> f64 {
    let mut points = below;
    for step in steps {
        points = if value >= step.from { step.points } else { points };
    }
    points.clamp(0.0, 100.0)
}

/// `f` of each finite value, not-a-number for the rest.
fn each(values: &mut [f64], f: impl Fn(f64) -> f64) {
    for v in values {
        let p = f(*v);
        *v = if v.is_finite() { p } else { f64::NAN };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{card, decimals, snapshot, text};
    use crate::{Earlier, Input, Join};
    use table::Role;

    const NONE: f64 = f64::NAN;

    /// Points with not-a-number shown as −1.
    fn of(normaliser: &Normaliser, values: &[f64]) -> Vec<f64> {
        let mut out = Vec::new();
        points(values, normaliser, None, &mut out);
        shown(&out)
    }

    fn shown(points: &[f64]) -> Vec<f64> {
        points.iter().map(|p| if p.is_nan() { -1.0 } else { *p }).collect()
    }

    #[test]
    fn linear_runs_either_way_and_stops_at_the_ends() {
        let up = Normaliser::Linear { worst: 0.0, best: 60.0 };
        assert_eq!(of(&up, &[-5.0, 0.0, 15.0, 60.0, 99.0]), [0.0, 0.0, 25.0, 100.0, 100.0]);
        let down = Normaliser::Linear { worst: 12.0, best: 0.0 };
        assert_eq!(of(&down, &[20.0, 12.0, 3.0, 0.0, -1.0]), [0.0, 0.0, 75.0, 100.0, 100.0]);
        let step = Normaliser::Linear { worst: 5.0, best: 5.0 };
        assert_eq!(of(&step, &[4.9, 5.0, 6.0]), [0.0, 100.0, 100.0]);
    }

    #[test]
    fn no_number_and_no_finite_number_are_absent() {
        let absent = [NONE, f64::INFINITY, f64::NEG_INFINITY];
        for normaliser in [
            Normaliser::Linear { worst: 0.0, best: 1.0 },
            Normaliser::Linear { worst: 1.0, best: 1.0 },
            Normaliser::Bands { below: 10.0, steps: vec![Band { from: 0.0, points: 90.0 }] },
            Normaliser::Check,
            Normaliser::Formula,
            Normaliser::Percentile { higher_is_better: false, within: None },
        ] {
            assert_eq!(of(&normaliser, &absent), [-1.0; 3], "{normaliser:?}");
        }
    }

    #[test]
    fn the_lower_bound_belongs_to_the_band() {
        let steps = vec![Band { from: 1.0, points: 40.0 }, Band { from: 5.0, points: 100.0 }];
        let bands = Normaliser::Bands { below: 0.0, steps };
        assert_eq!(of(&bands, &[0.9, 1.0, 4.9, 5.0]), [0.0, 40.0, 40.0, 100.0]);
    }

    #[test]
    fn check_and_formula() {
        assert_eq!(of(&Normaliser::Check, &[0.0, -0.0, 1.0, 7.0]), [0.0, 0.0, 100.0, 100.0]);
        assert_eq!(of(&Normaliser::Formula, &[-3.0, 42.5, 170.0]), [0.0, 42.5, 100.0]);
    }

    #[test]
    fn percentile_gives_equal_values_the_same_rank() {
        let higher = Normaliser::Percentile { higher_is_better: true, within: None };
        assert_eq!(of(&higher, &[3.0, 1.0, NONE, 1.0, 9.0]), [62.5, 25.0, -1.0, 25.0, 87.5]);
        let lower = Normaliser::Percentile { higher_is_better: false, within: None };
        assert_eq!(of(&lower, &[3.0, 1.0]), [25.0, 75.0]);
        assert_eq!(of(&higher, &[0.0, -0.0]), [50.0, 50.0]);
    }

    #[test]
    fn percentile_within_a_segment_looks_at_the_segment_only() {
        let within = snapshot(vec![
            ("plan", text(&["A", "A", "B", "B", "", ""]), Role::Segment),
            ("x", decimals(&[1.0, 2.0, 100.0, 200.0, 5.0, 4.0]), Role::MeasureInput),
        ]);
        let mut card = card(&[(1.0, &[1.0])]);
        let measure = &mut card.dimensions[0].measures[0];
        measure.input = Some(Input::Column("x".into()));
        measure.normaliser =
            Normaliser::Percentile { higher_is_better: true, within: Some("plan".into()) };
        let (mut values, mut out) = (Vec::new(), Vec::new());
        measure_points(
            measure,
            &At { blind: &[], snapshot: &within, earlier: &[] },
            &mut values,
            &mut out,
        );
        assert_eq!(out, [25.0, 75.0, 25.0, 75.0, 75.0, 25.0]);
    }

    #[test]
    fn what_absent_means_is_for_the_policy_to_say() {
        let x = |values: &[f64]| snapshot(vec![("x", decimals(values), Role::MeasureInput)]);
        let (now, last, oldest) = (x(&[80.0, NONE, NONE]), x(&[1.0, 30.0]), x(&[2.0, 3.0, 20.0]));
        let join = |rows: &[u32]| Join::from_rows(rows.to_vec());
        let (to_last, to_oldest) = (join(&[0, 1, Join::NONE]), join(&[0, 1, 2]));
        let earlier = [
            Earlier { blind: &[], snapshot: &last, join: &to_last },
            Earlier { blind: &[], snapshot: &oldest, join: &to_oldest },
        ];
        let mut card = card(&[(1.0, &[1.0])]);
        let measure = &mut card.dimensions[0].measures[0];
        measure.input = Some(Input::Column("x".into()));
        let mut under = |policy| {
            measure.absent = policy;
            let (mut values, mut out) = (Vec::new(), Vec::new());
            let at = At { blind: &[], snapshot: &now, earlier: &earlier };
            measure_points(measure, &at, &mut values, &mut out);
            shown(&out)
        };
        assert_eq!(under(AbsentPolicy::Skip), [80.0, -1.0, -1.0]);
        assert_eq!(under(AbsentPolicy::Worst), [80.0, 0.0, 0.0]);
        assert_eq!(under(AbsentPolicy::Neutral), [80.0, 50.0, 50.0]);
        assert_eq!(under(AbsentPolicy::LastValue { snapshots: 1 }), [80.0, 30.0, -1.0]);
        assert_eq!(under(AbsentPolicy::LastValue { snapshots: 9 }), [80.0, 30.0, 20.0]);
    }
}
