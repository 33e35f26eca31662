//! The product from outside: what a user does, in Chromium, on the published build.

mod access;
mod canvas;
mod canvas_tabs;
mod closed;
mod drill;
mod edits;
mod figures;
mod first;
mod formulas;
mod golden_thread;
mod harness;
mod heads;
mod history;
mod journey;
mod journey_live;
mod keeping;
mod killed;
mod kpi;
mod monday;
mod offline;
mod parts;
mod privacy;
mod review;
mod tabs;
mod thread;
