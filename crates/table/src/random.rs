//! Chance with a seed: the same seed gives the same draws on every platform.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// The draws of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 random bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// Even over 0 ≤ x < 1.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Even over 0 ≤ n < `below` (which is small); 0 when `below` is 0.
    #[inline]
    pub fn below(&mut self, below: usize) -> usize {
        (((self.bits() >> 32) * below as u64) >> 32) as usize
    }

    /// Puts things in a random order (Durstenfeld, "Algorithm 235", 1964).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

/// Spreads the bits of a key over all of a number.
#[must_use]
#[inline]
pub fn mix(mut z: u64) -> u64 {
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn even_and_repeatable() {
        let mut random = SplitMix64::new(7);
        let mean = (0..100_000).map(|_| random.unit()).sum::<f64>() / 1e5;
        assert!((mean - 0.5).abs() < 0.005, "{mean}");
        assert!((0..1_000).all(|_| random.below(7) < 7));
        let mut things: Vec<u8> = (0..50).collect();
        random.shuffle(&mut things);
        assert!(!things.is_sorted());
        assert_eq!(things.iter().map(|t| u32::from(*t)).sum::<u32>(), 49 * 25);
        assert_eq!(SplitMix64::new(1).bits(), SplitMix64::new(1).bits());
    }
}
