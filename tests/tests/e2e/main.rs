//! The product from outside: what a user does, in Chromium, on the published build.

mod harness;
