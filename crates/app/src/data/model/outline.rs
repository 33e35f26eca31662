//! A histogram or a list of counts as one path.

use std::fmt::Write;

/// The outline of bars over a box of width 1 per bar and height `height`, the greatest bar as tall as
/// the box. Anything that is there at all is at least half a unit tall, so that it can be seen.
pub fn outline(counts: impl IntoIterator<Item = u64>, height: f64) -> String {
    let counts: Vec<u64> = counts.into_iter().collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let mut path = String::new();
    if most == 0 {
        return path;
    }
    for (i, count) in counts.iter().enumerate().filter(|(_, c)| **c > 0) {
        let tall = (*count as f64 / most as f64 * height).max(0.5);
        // writing to a string cannot fail
        let _ = write!(path, "M{:.2} {height}v{:.2}h.84v{:.2}z", i as f64 + 0.08, -tall, tall);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn bars_are_proportional_and_rare_ones_visible() {
        assert_eq!(outline([], 10.0), "");
        assert_eq!(outline([0, 0], 10.0), "");
        assert_eq!(outline([10, 0, 5], 10.0), "M0.08 10v-10.00h.84v10.00zM2.08 10v-5.00h.84v5.00z");
        assert!(outline([100_000, 1], 10.0).ends_with("v-0.50h.84v0.50z"));
    }
}
