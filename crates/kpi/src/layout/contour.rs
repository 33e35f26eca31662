//! How far a subtree reaches to either side, as it goes along.

/// A stretch along which the reach is the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where it begins along the lines.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
    /// The reach.
    pub(super) value: f64,
    /// Which of the siblings it is of, where several are told apart.
    pub(super) owner: usize,
}

/// The reach of a subtree, from where its root begins. Both lists ascend without gaps.
#[derive(Clone, Debug, Default)]
pub(super) struct Contour {
    pub(super) low: Vec<Segment>,
    pub(super) high: Vec<Segment>,
}

impl Contour {
    /// Adds what lies below the root, moved by `shift`.
    pub(super) fn append(&mut self, below: &Self, shift: f64) {
        let moved = |s: &Segment| Segment { value: s.value + shift, ..*s };
        self.low.extend(below.low.iter().map(moved));
        self.high.extend(below.high.iter().map(moved));
    }

    /// The first place for it after siblings that reach up to `high`; and, when there are such, which of
    /// them it was that pushed it furthest, and by how much further than all that stand after that one.
    pub(super) fn place_after(&self, high: &[Segment], gap: f64) -> (f64, Option<(usize, f64)>) {
        let mut furthest: Option<(f64, usize)> = None;
        let mut needs = Vec::new();
        let (mut i, mut j) = (0, 0);
        while let (Some(low), Some(taken)) = (self.low.get(i), high.get(j)) {
            if low.from < taken.to && taken.from < low.to {
                let place = taken.value - low.value + gap;
                needs.push((place, taken.owner));
                if furthest.is_none_or(|(f, _)| place > f) {
                    furthest = Some((place, taken.owner));
                }
            }
            if low.to <= taken.to {
                i += 1;
            } else {
                j += 1;
            }
        }
        let Some((place, owner)) = furthest else { return (0.0, None) };
        let near =
            needs.iter().filter(|n| n.1 > owner).map(|n| n.0).fold(f64::NEG_INFINITY, f64::max);
        (place, near.is_finite().then_some((owner, place - near)))
    }

    /// It now stands after all that reach up to `high`: along its length nothing else is in sight.
    pub(super) fn cover(&self, high: &mut Vec<Segment>, place: f64, owner: usize) {
        let end = self.high.last().map_or(f64::NEG_INFINITY, |s| s.to);
        let seen = high.iter().filter(|s| s.to > end);
        let rest: Vec<Segment> = seen.map(|s| Segment { from: s.from.max(end), ..*s }).collect();
        high.clear();
        high.extend(self.high.iter().map(|s| Segment { value: s.value + place, owner, ..*s }));
        high.extend(rest);
    }

    /// It stands after all that reach down to `low`: it shows only where it is longer.
    pub(super) fn extend(&self, low: &mut Vec<Segment>, place: f64) {
        let end = low.last().map_or(f64::NEG_INFINITY, |s| s.to);
        let longer = self.low.iter().filter(|s| s.to > end);
        low.extend(longer.map(|s| Segment { from: s.from.max(end), value: s.value + place, ..*s }));
    }
}
