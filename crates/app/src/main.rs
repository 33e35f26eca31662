//! The Yew front end: one folder per area of the product.
//!
//! `app` holds no column and computes no figure: it asks the engine for views (`query.rs`), edits the
//! workspace document (`state/`) and draws. Every text comes from `www/locales`.

#![allow(unreachable_pub, reason = "a binary exports nothing; `pub` says what a module offers")]

mod accounts;
mod app;
mod client;
mod data;
mod history;
mod hooks;
mod journey;
mod kpi;
mod markup;
mod out;
mod parts;
mod query;
mod route;
mod scoring;
mod shell;
mod start;
mod state;
mod strategy;
mod text;
mod workspace;

use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the app as soon as the texts of its language are here; `www/boot.js` calls it once, and says on the
/// page when it fails, since then there are no texts to say it with.
///
/// # Errors
/// When the texts cannot be had, in the browser's words.
#[wasm_bindgen]
pub async fn start() -> Result<(), String> {
    console_error_panic_hook::set_once();
    web::parts::load(&[text::Language::of_page().texts()]).await?;
    table::fold::use_normaliser(web::unicode::nfkc);
    table::decimal::use_reader(web::number::nearest);
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return Ok(()) };
    root.set_inner_html("");
    yew::Renderer::<app::App>::with_root(root).render();
    Ok(())
}

/// A program has one; [`start`] does it all.
fn main() {}
