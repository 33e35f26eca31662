//! `html!` with the grammar of Yew's, made small.
//!
//! Yew's own macro writes out, for each element, the code that makes its node: 300 to 600 bytes of the
//! download. This one tells the tree as text, the *template*, and leaves *holes* in it for what is only
//! known when it runs. What it expands to puts the values into the holes, in the order in which they are
//! written, and hands both to one function, `app::markup::Holes::build`, that makes the nodes.
//!
//! ```text
//! <p class="quiet" title={t}>{ told }</p>
//!
//! {
//!     let mut holes = crate::markup::Holes::new();
//!     holes.attribute(t);
//!     holes.child(told);
//!     holes.build("␁p␃class␄quiet␅title␓␂")
//! }
//! ```
//!
//! What is not there: tags chosen when it runs (`<@{tag}>`) and properties set from script (`~name`).
//! Components are made by Yew's macro as before; only their children come through here.

mod attribute;
mod marks;
mod parse;
#[cfg(test)]
mod tests;
mod tree;
mod write;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// A node (`yew::Html`) out of markup: what Yew's macro of this name takes, but for dynamic tags and `~` properties.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let root = parse_macro_input!(input as tree::Root);
    write::root(&root).into()
}
