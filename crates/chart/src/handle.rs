//! Handles that are dragged along an axis.

/// The handle that is nearest to `px` and at most `reach_px` away; the later one of two at the same
/// place when the pointer is right of them, so that they can be pulled apart.
#[must_use]
pub fn nearest_handle(handles_px: &[f64], px: f64, reach_px: f64) -> Option<usize> {
    let mut found: Option<(usize, f64)> = None;
    for (i, &at) in handles_px.iter().enumerate() {
        let away = (at - px).abs();
        let is_nearer = found.is_none_or(|(_, best)| away < best || (away == best && px > at));
        if away <= reach_px && is_nearer {
            found = Some((i, away));
        }
    }
    found.map(|(i, _)| i)
}

/// `value` for handle `index` of ascending `handles`, kept at least `gap` from its neighbours and
/// within `low`–`high`. Where there is no room, the handle stays where it is.
#[must_use]
pub fn between_neighbours(
    handles: &[f64],
    index: usize,
    value: f64,
    gap: f64,
    low: f64,
    high: f64,
) -> f64 {
    let below = index.checked_sub(1).and_then(|i| handles.get(i)).map_or(low, |v| v + gap);
    let above = handles.get(index + 1).map_or(high, |v| v - gap);
    if !value.is_finite() || below > above {
        return handles.get(index).copied().unwrap_or(low);
    }
    value.clamp(below.max(low).min(high), above.min(high).max(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_within_reach() {
        assert_eq!(nearest_handle(&[10.0, 50.0], 44.0, 12.0), Some(1));
        assert_eq!(nearest_handle(&[10.0, 50.0], 30.0, 12.0), None);
        assert_eq!(nearest_handle(&[50.0, 50.0], 52.0, 12.0), Some(1));
        assert_eq!(nearest_handle(&[50.0, 50.0], 48.0, 12.0), Some(0));
        assert_eq!(nearest_handle(&[], 48.0, 12.0), None);
    }

    #[test]
    fn a_cut_never_passes_another() {
        let cuts = [25.0, 50.0, 75.0];
        assert_eq!(between_neighbours(&cuts, 1, 90.0, 1.0, 0.0, 100.0), 74.0);
        assert_eq!(between_neighbours(&cuts, 0, -3.0, 1.0, 0.0, 100.0), 0.0);
        assert_eq!(between_neighbours(&cuts, 2, 130.0, 1.0, 0.0, 100.0), 100.0);
        assert_eq!(between_neighbours(&cuts, 1, f64::NAN, 1.0, 0.0, 100.0), 50.0);
        assert_eq!(between_neighbours(&[5.0, 5.0, 5.0], 1, 9.0, 1.0, 0.0, 100.0), 5.0);
    }
}
