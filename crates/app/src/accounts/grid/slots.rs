//! Which element of the page shows which row. Elements that rows have left are given to rows that come, and
//! only so many in one frame, so that no turn of the wheel and no jump costs a long frame; plain data, tested
//! natively.

use std::ops::Range;

/// So many rows are given an element in one frame: more than a turn of the wheel brings.
const MOST_NEW: usize = 12;

/// The elements, in the order in which they stand in the page: by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slots(Vec<Slot>);

/// An element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Never another element's.
    pub key: usize,
    /// The row that it shows. It stays there, out of sight, until another needs the element.
    pub row: u32,
}

impl Slots {
    /// The elements, by row.
    pub fn iter(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter()
    }

    /// Gives elements to the rows of `drawn` that can be shown, those in the middle first, and to `always`.
    /// While rows `rush` past, only to that one. Whether there are more than this frame takes.
    pub fn turn(
        &mut self,
        drawn: &Range<u32>,
        always: Option<u32>,
        rush: bool,
        can_be_shown: impl Fn(u32) -> bool,
    ) -> bool {
        let most = if rush { 0 } else { MOST_NEW };
        let Self(slots) = self;
        // what is to be seen and cannot be shown any more must not show what it was
        slots.retain(|s| !drawn.contains(&s.row) || can_be_shown(s.row) || always == Some(s.row));
        let shown = |slots: &[Slot], row: u32| slots.iter().any(|s| s.row == row);
        let wanted = |row: u32| drawn.contains(&row) || always == Some(row);
        let mut new: Vec<u32> =
            drawn.clone().filter(|row| !shown(slots, *row) && can_be_shown(*row)).collect();
        let all = new.len();
        if all > most {
            let middle = drawn.start.midpoint(drawn.end);
            table::order::sort_by_key(&mut new, |row| row.abs_diff(middle));
            new.truncate(most);
            // taken in order, elements need not change places
            table::order::sort(&mut new);
        }
        let always = always.filter(|row| !shown(slots, *row) && !new.contains(row));
        for row in new.into_iter().chain(always) {
            match slots.iter_mut().find(|s| !wanted(s.row)) {
                Some(free) => free.row = row,
                None => {
                    let key = slots.iter().map(|s| s.key + 1).max().unwrap_or(0);
                    slots.push(Slot { key, row });
                }
            }
        }
        table::order::sort_by_key(slots, |s| s.row);
        all > most
    }

    /// Lets go of the elements out of sight: what they show is of another list.
    pub fn forget(&mut self, drawn: &Range<u32>) {
        self.0.retain(|s| drawn.contains(&s.row));
    }
}

/// Whether rows rush past so fast that each is gone with the next frame: then none is drawn until they come to
/// rest, since drawing them would only hold the scrolling up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rush {
    first: u32,
    /// When the rows last moved far, in milliseconds.
    far_ms: f64,
    rushing: bool,
}

impl Rush {
    /// Farther apart than this, in milliseconds, two moves are two jumps.
    const REST_MS: f64 = 80.0;

    /// Whether the rows rush past now that these are to be drawn.
    pub fn turn(&mut self, drawn: &Range<u32>, now_ms: f64) -> bool {
        let is_far = drawn.start.abs_diff(self.first) > drawn.len() as u32 / 2;
        let is_soon = (0.0..Self::REST_MS).contains(&(now_ms - self.far_ms));
        self.first = drawn.start;
        // the first far move is a jump
        self.rushing = is_soon && (self.rushing || is_far);
        if is_far {
            self.far_ms = now_ms;
        }
        self.rushing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(slots: &Slots) -> Vec<u32> {
        slots.iter().map(|s| s.row).collect()
    }

    /// Turns until all is drawn; how many frames that took.
    fn settle(slots: &mut Slots, drawn: Range<u32>, always: Option<u32>) -> usize {
        let mut frames = 1;
        while slots.turn(&drawn, always, false, |_| true) {
            frames += 1;
        }
        frames
    }

    #[test]
    fn elements_go_from_row_to_row() {
        let mut slots = Slots::default();
        assert_eq!(settle(&mut slots, 0..40, None), 4);
        assert_eq!(rows(&slots), (0..40).collect::<Vec<_>>());
        assert_eq!(settle(&mut slots, 8..48, None), 1);
        assert_eq!(rows(&slots), (8..48).collect::<Vec<_>>());
        let mut keys: Vec<usize> = slots.iter().map(|s| s.key).collect();
        keys.sort_unstable();
        assert_eq!(keys, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn after_a_jump_the_middle_comes_first_and_no_frame_is_long() {
        let mut slots = Slots::default();
        settle(&mut slots, 0..40, Some(0));
        assert!(slots.turn(&(1_000..1_040), Some(0), false, |_| true));
        let there: Vec<u32> = rows(&slots).into_iter().filter(|r| *r >= 1_000).collect();
        assert_eq!(there, (1_014..1_026).collect::<Vec<_>>());
        settle(&mut slots, 1_000..1_040, Some(0));
        assert_eq!(slots.iter().count(), 41);
        assert_eq!(rows(&slots)[..2], [0, 1_000]);
    }

    #[test]
    fn the_cursor_is_never_kept_waiting() {
        let mut slots = Slots::default();
        settle(&mut slots, 0..40, Some(0));
        slots.turn(&(0..40), Some(9_999), false, |row| row < 40);
        assert_eq!(rows(&slots).last(), Some(&9_999));
    }

    #[test]
    fn what_rushes_past_is_drawn_when_it_rests() {
        let mut rush = Rush::default();
        // a jump
        assert!(!rush.turn(&(900..940), 10_000.0));
        assert!(!rush.turn(&(900..940), 10_016.0));
        // a wheel
        assert!((1..50).all(|i| !rush.turn(&(900 + 8 * i..940 + 8 * i), 11_000.0 + f64::from(i))));
        // a flick
        assert!(!rush.turn(&(2_000..2_040), 20_000.0));
        assert!(
            (1..50)
                .all(|i| rush
                    .turn(&(2_000 + 30 * i..2_040 + 30 * i), 20_000.0 + 16.0 * f64::from(i)))
        );
        assert!(rush.turn(&(3_470..3_510), 20_800.0));
        assert!(!rush.turn(&(3_470..3_510), 20_900.0));
        let mut slots = Slots::default();
        assert!(slots.turn(&(0..40), Some(7), true, |_| true));
        assert_eq!(rows(&slots), [7]);
    }

    #[test]
    fn what_cannot_be_shown_is_not_drawn() {
        let mut slots = Slots::default();
        assert!(!slots.turn(&(0..8), None, false, |row| row < 5));
        assert_eq!(rows(&slots), [0, 1, 2, 3, 4]);
        assert!(!slots.turn(&(0..8), None, false, |row| row > 2));
        assert_eq!(rows(&slots), [3, 4, 5, 6, 7]);
        slots.turn(&(8..10), None, false, |_| true);
        slots.forget(&(8..10));
        assert_eq!(rows(&slots), [8, 9]);
    }
}
