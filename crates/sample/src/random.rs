//! Chance that depends on nothing but its key: any draw can be made without those before it.

use table::random::{SplitMix64, mix};

/// Draws for one purpose, account and week.
#[derive(Clone, Debug)]
pub(crate) struct Draws(SplitMix64);

impl Draws {
    /// The draws of a `purpose` (a number of its own in this crate) for an account in a week.
    pub(crate) fn new(seed: u64, purpose: u64, account: u32, week: u32) -> Self {
        let key = u64::from(account) << 32 | u64::from(week) << 8 | purpose;
        Self(SplitMix64::new(mix(mix(seed) ^ key)))
    }

    /// 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0.bits()
    }

    /// Even over 0 ≤ x < 1.
    pub(crate) fn unit(&mut self) -> f64 {
        self.0.unit()
    }

    /// Even over 0 ≤ n < `below` (which is small); 0 when `below` is 0.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0.below(below)
    }

    /// True with that probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Nearly normal with mean 0 and deviation 1: four even ones added up (Irwin–Hall), within
    /// ±3.47. Logarithm and cosine differ between platforms in the last digit; sums do not.
    pub(crate) fn normal(&mut self) -> f64 {
        let bits = self.bits();
        let sum: u64 = (0..4).map(|i| bits >> (16 * i) & 0xffff).sum();
        (sum as f64 / 65_535.0 - 2.0) * 1.732_050_807_568_877_2
    }
}

#[cfg(test)]
mod tests {
    use super::Draws;

    #[test]
    fn moments() {
        let n = 100_000;
        let mut draws = Draws::new(1, 2, 3, 4);
        let normal: Vec<f64> = (0..n).map(|_| draws.normal()).collect();
        let mean = normal.iter().sum::<f64>() / f64::from(n);
        let variance = normal.iter().map(|x| x * x).sum::<f64>() / f64::from(n);
        assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
        let units: f64 = (0..n).map(|_| draws.unit()).sum();
        assert!((units / f64::from(n) - 0.5).abs() < 0.005);
        assert!((0..n).all(|_| draws.below(7) < 7));
    }

    #[test]
    fn keys_do_not_share_draws() {
        let first = |purpose, account, week| Draws::new(9, purpose, account, week).bits();
        let mut all: Vec<u64> = (0..20)
            .flat_map(|p| (0..20).flat_map(move |a| (0..20).map(move |w| first(p, a, w))))
            .collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 8_000);
    }
}
