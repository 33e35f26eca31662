//! Mid-ranks: where a value stands among the present ones.

/// Replaces each present value by 100 × (less + equal ÷ 2) ÷ n, where n counts the present values of
/// the same segment (of all without `segments`). Not-a-number stays.
pub(crate) fn midranks(values: &mut [f64], segments: Option<&[u32]>) {
    let mut order: Vec<(u32, f64, u32)> = Vec::with_capacity(values.len());
    for (row, &v) in values.iter().enumerate() {
        if !v.is_nan() {
            let segment = segments.and_then(|s| s.get(row)).copied().unwrap_or(0);
            order.push((segment, v, row as u32));
        }
    }
    order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    for group in order.chunk_by(|a, b| a.0 == b.0) {
        let n = group.len() as f64;
        let mut less = 0;
        for ties in group.chunk_by(|a, b| a.1 == b.1) {
            let rank = 100.0 * (less as f64 + ties.len() as f64 / 2.0) / n;
            for &(_, _, row) in ties {
                values[row as usize] = rank;
            }
            less += ties.len();
        }
    }
}

/// The finite values, ascending.
#[must_use]
pub fn sorted_present(values: &[f64]) -> Vec<f64> {
    let mut present: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    present.sort_unstable_by(f64::total_cmp);
    present
}
