//! Passes over all accounts of a snapshot, for what is asked about scores: counts of a card, outcomes, an order,
//! sums of groups.
//!
//! They are here because this crate is built for speed. Whoever asks is built for size, and generic code is built
//! as the crate that asks for it: so nothing here is generic, and nothing is inlined.

mod cards;
mod groups;
mod outcomes;
mod rows;

pub use cards::{
    PointsOfCard, bytes_of_card, count_by_card, count_of_card, count_present, fingerprint,
    numbers_of_card, points_of_card, present_bits,
};
pub use groups::{any_by_group, group_of_each, sums_by_group};
pub use outcomes::{fates_by_level, revenue_by_level, tell_later, value_outcomes};
pub use rows::{
    difference, find_text, keep_levels, keep_moved, keep_true, kept, numbers_in_order, sort_rows,
    sum_of_rows,
};
