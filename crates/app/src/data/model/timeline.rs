//! Where snapshots stand on the time line.

use table::Day;

/// What a snapshot's button needs, in pixels, so that it stays clear of its neighbours.
const APART_PX: f64 = 124.0;
/// The line is at most this long per snapshot; past that, snapshots that lie close are pushed apart.
const MOST_PX: f64 = 180.0;

/// Places on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeLine {
    /// The least length of the line between the first and the last place, in pixels.
    pub length_px: f64,
    /// One a date, ascending, 0–1.
    pub places: Vec<f64>,
}

/// Places for ascending dates: proportional to time, as far as the buttons leave room for it.
pub fn time_line(dates: &[Day]) -> TimeLine {
    let n = dates.len();
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
        return TimeLine::default();
    };
    let days = f64::from(last.0 - first.0);
    if n == 1 || days <= 0.0 {
        return TimeLine { length_px: 0.0, places: vec![0.5; n] };
    }
    let mut places: Vec<f64> = dates.iter().map(|d| f64::from(d.0 - first.0) / days).collect();
    let closest = places.windows(2).map(|w| w[1] - w[0]).fold(1.0, f64::min);
    let most = MOST_PX * (n - 1) as f64;
    let length_px = if closest > 0.0 { (APART_PX / closest).min(most) } else { most };
    let apart = APART_PX / length_px;
    // from the right: the newest snapshot keeps its place, earlier ones give way
    for i in (0..n - 1).rev() {
        places[i] = places[i].min(places[i + 1] - apart);
    }
    // and back where the first would fall off the line
    places[0] = places[0].max(0.0);
    for i in 1..n {
        places[i] = places[i].max(places[i - 1] + apart).min(1.0);
    }
    TimeLine { length_px, places }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(days: &[i32]) -> Vec<f64> {
        time_line(&days.iter().map(|d| Day(*d)).collect::<Vec<_>>()).places
    }

    #[test]
    fn none_and_one() {
        assert_eq!(time_line(&[]), TimeLine::default());
        assert_eq!(places(&[5]), [0.5]);
    }

    #[test]
    fn proportional_where_there_is_room() {
        assert_eq!(places(&[0, 7, 14]), [0.0, 0.5, 1.0]);
        let uneven = places(&[0, 40, 100]);
        assert!((uneven[1] - 0.4).abs() < 1e-9);
    }

    #[test]
    fn close_ones_are_pushed_apart_and_stay_in_order() {
        let dates: Vec<Day> = [0, 700, 701, 702, 703].map(Day).to_vec();
        let line = time_line(&dates);
        assert!(line.length_px <= MOST_PX * 4.0);
        for pair in line.places.windows(2) {
            assert!((pair[1] - pair[0]) * line.length_px >= APART_PX - 1e-6, "{line:?}");
        }
        assert!(line.places.iter().all(|p| (0.0..=1.0).contains(p)));
    }

    #[test]
    fn close_ones_at_the_beginning_stay_on_the_line() {
        let dates: Vec<Day> = [0, 1, 2, 3, 900].map(Day).to_vec();
        let line = time_line(&dates);
        assert!(line.places.iter().all(|p| (0.0..=1.0).contains(p)), "{line:?}");
        for pair in line.places.windows(2) {
            assert!((pair[1] - pair[0]) * line.length_px >= APART_PX - 1e-6, "{line:?}");
        }
    }
}
