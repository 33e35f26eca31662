//! Taking rounding out of shares.

use table::numbers::sum;

/// Adds what rounding left over between the shares and the change to shares that are not 0, the
/// largest first: what is left over is of the size of its last digits. Where a share is so large that
/// it cannot take it up, the next one does.
pub(crate) fn settle(shares: &mut [f64], change: f64) {
    let mut order: Vec<usize> = (0..shares.len()).filter(|i| shares[*i] != 0.0).collect();
    table::order::sort_by(&mut order, |a, b| shares[*b].abs().total_cmp(&shares[*a].abs()));
    for at in order {
        let left = change - sum(shares.iter().copied());
        // Not rounding, but shares that never were finite: leave them to be seen.
        if left == 0.0 || !left.is_finite() {
            return;
        }
        shares[at] += left;
    }
}

#[cfg(test)]
mod tests {
    use super::settle;
    use table::numbers::sum;

    #[test]
    fn what_is_left_over_finds_a_place() {
        let mut shares = [1e16, 0.0, -1e16, 3.0];
        settle(&mut shares, 3.5);
        assert_eq!((sum(shares), shares[1]), (3.5, 0.0));
        let mut none = [0.0, 0.0];
        settle(&mut none, 1e-20);
        assert_eq!(none, [0.0, 0.0]);
    }
}
