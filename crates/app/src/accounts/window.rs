//! Which rows of a long table are on screen: pure arithmetic over pixels, tested natively.
//!
//! Browsers cut elements off somewhere between 16 and 33 million pixels. Up to [`MOST_PX`] a row lies
//! where it lies; a longer table scrolls proportionally over a track of that height.

use std::ops::Range;

/// The tallest track that every browser lays out.
pub const MOST_PX: f64 = 10_000_000.0;
/// Rows that are drawn above and below what is seen.
const OVERSCAN: u32 = 12;
/// Windows begin and end at multiples of this, so that most scroll events change nothing.
const STEP: u32 = 8;

/// A table's geometry: how many rows of which height, seen through how tall a viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    /// Rows.
    pub count: u32,
    /// Height of a row in CSS pixels, > 0.
    pub row_px: f64,
    /// Height of what is seen of the rows, without the header.
    pub viewport_px: f64,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// The rows.
    pub rows: Range<u32>,
    /// Where row 0 lies in the track; negative when the track is shorter than the rows.
    pub origin_px: f64,
}

impl Geometry {
    /// Height of all rows, longer than the track for very many.
    fn rows_px(self) -> f64 {
        f64::from(self.count) * self.row_px
    }

    /// Height of the track that is scrolled over.
    pub fn track_px(self) -> f64 {
        self.rows_px().min(MOST_PX)
    }

    /// Pixels of rows for one pixel of scrolling, ≥ 1.
    fn stretch(self) -> f64 {
        let (rows, track) = (self.rows_px() - self.viewport_px, self.track_px() - self.viewport_px);
        if rows > track && track > 0.0 { rows / track } else { 1.0 }
    }

    /// The rows seen (partly, too) at a scroll position.
    pub fn seen(self, scroll_px: f64) -> Range<u32> {
        let top = self.clamped(scroll_px) * self.stretch();
        let first = (top / self.row_px).floor() as u32;
        let last = ((top + self.viewport_px) / self.row_px).ceil() as u32;
        first.min(self.count)..last.min(self.count)
    }

    /// What to draw at a scroll position.
    pub fn window(self, scroll_px: f64) -> Window {
        let seen = self.seen(scroll_px);
        let first = seen.start.saturating_sub(OVERSCAN) / STEP * STEP;
        let last = (seen.end + OVERSCAN).next_multiple_of(STEP).min(self.count);
        let scroll_px = self.clamped(scroll_px);
        let origin_px = scroll_px - scroll_px * self.stretch();
        Window { rows: first..last, origin_px: if origin_px == 0.0 { 0.0 } else { origin_px } }
    }

    /// The scroll position that brings a row wholly into view with the least movement; `None` when
    /// it is in view already.
    pub fn scroll_to(self, row: u32, scroll_px: f64) -> Option<f64> {
        let (stretch, now) = (self.stretch(), self.clamped(scroll_px));
        let (top, row_top) = (now * stretch, f64::from(row) * self.row_px);
        let room = (self.viewport_px - self.row_px).max(0.0);
        let wanted = if row_top < top {
            row_top
        } else if row_top > top + room {
            row_top - room
        } else {
            return None;
        };
        Some(self.clamped(wanted / stretch))
    }

    /// How many whole rows are seen at once, at least one: a page for the Page keys.
    pub fn page_rows(self) -> u32 {
        ((self.viewport_px / self.row_px).floor() as u32).saturating_sub(1).max(1)
    }

    fn clamped(self, scroll_px: f64) -> f64 {
        scroll_px.min(self.track_px() - self.viewport_px).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn geometry(count: u32) -> Geometry {
        Geometry { count, row_px: 32.0, viewport_px: 640.0 }
    }

    #[test]
    fn few_rows_lie_where_they_lie() {
        let g = geometry(10);
        assert_eq!(g.track_px(), 320.0);
        assert_eq!(g.window(0.0), Window { rows: 0..10, origin_px: 0.0 });
        // Over-scrolling, as touch screens do, changes nothing.
        assert_eq!(g.window(500.0), g.window(0.0));
        assert_eq!(g.window(-80.0), g.window(0.0));
        assert_eq!(geometry(0).window(0.0), Window { rows: 0..0, origin_px: 0.0 });
    }

    #[test]
    fn windows_change_only_every_few_rows() {
        let g = geometry(20_000);
        assert_eq!(g.seen(3_200.0), 100..120);
        assert_eq!(g.window(3_200.0).rows, 88..136);
        let mut windows: Vec<_> = (0..3_200).map(|px| g.window(f64::from(px))).collect();
        windows.dedup();
        assert!(windows.len() <= 27, "{}", windows.len());
    }

    #[test]
    fn what_is_seen_is_always_drawn() {
        for count in [0, 1, 7, 20_000, 312_500, 312_501, 500_000, 5_000_000] {
            let g = geometry(count);
            let end = (g.track_px() - g.viewport_px).max(0.0);
            for i in 0..=1_000 {
                let scroll = end * f64::from(i) / 1_000.0;
                let (seen, drawn) = (g.seen(scroll), g.window(scroll));
                assert!(drawn.rows.start <= seen.start && seen.end <= drawn.rows.end);
                assert!(drawn.rows.len() <= 64);
                // Where the first row seen is drawn is where it should be seen.
                let top = drawn.origin_px + f64::from(seen.start) * g.row_px - scroll;
                assert!(count == 0 || (top <= 1e-6 && top > -g.row_px - 1e-6), "{count} {i} {top}");
            }
        }
    }

    #[test]
    fn very_many_rows_can_all_be_reached() {
        let g = geometry(5_000_000);
        assert_eq!(g.track_px(), MOST_PX);
        assert_eq!(g.seen(0.0).start, 0);
        assert_eq!(g.seen(MOST_PX - g.viewport_px).end, 5_000_000);
        for row in [0, 1, 999, 2_500_000, 4_999_999] {
            let scroll = g.scroll_to(row, 0.0).unwrap_or(0.0);
            assert!(g.seen(scroll).contains(&row), "{row}");
        }
    }

    #[test]
    fn a_row_comes_into_view_by_the_shortest_way() {
        let g = geometry(1_000);
        assert_eq!(g.scroll_to(5, 0.0), None);
        assert_eq!(g.scroll_to(20, 0.0), Some(32.0));
        assert_eq!(g.scroll_to(10, 3_200.0), Some(320.0));
        assert_eq!(g.scroll_to(999, 0.0), Some(32_000.0 - 640.0));
        assert_eq!(g.page_rows(), 19);
    }
}
