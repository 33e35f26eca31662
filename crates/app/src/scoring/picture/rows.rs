//! Handles that would lie on each other stand one above the other.

/// For ascending places in pixels, the row of each: the lowest in which it is at least `apart` from
/// the one before it.
pub fn rows(places: &[f64], apart: f64) -> Vec<u8> {
    let mut ends: Vec<f64> = Vec::new();
    places
        .iter()
        .map(|&place| {
            let free = ends.iter().position(|end| place - end >= apart);
            let row = free.unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(end) => *end = place,
                None => ends.push(place),
            }
            u8::try_from(row).unwrap_or(u8::MAX)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn only_what_is_close_is_stacked() {
        assert_eq!(rows(&[], 40.0), [0u8; 0]);
        assert_eq!(rows(&[0.0, 100.0, 200.0], 40.0), [0, 0, 0]);
        assert_eq!(rows(&[100.0, 110.0, 150.0], 40.0), [0, 1, 0]);
        assert_eq!(rows(&[100.0, 110.0, 120.0, 141.0, 151.0], 40.0), [0, 1, 2, 0, 1]);
    }
}
