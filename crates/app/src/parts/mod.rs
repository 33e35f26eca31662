//! Small pieces that every screen is made of.

mod icon;
mod level_badge;

pub use icon::{Icon, IconName};
pub use level_badge::{LevelBadge, level_name};
