//! What markup says, before it becomes a template.

use crate::attribute::{Attribute, Value};
use proc_macro2::TokenStream;
use syn::{Expr, Pat, Path};

/// All of one `html!`.
pub(crate) struct Root(pub(crate) Vec<Node>);

/// One thing among the children of another.
pub(crate) enum Node {
    /// `{ expression }`, or a literal.
    Value(Value),
    /// `{ for expression }`: all that an iterator gives.
    All(TokenStream),
    /// `<p ..>..</p>`
    Element(Element),
    /// `<Part ..>..</Part>`
    Component(Component),
    /// `<key={..}>..</>`
    Fragment { key: Option<Value>, children: Vec<Node> },
    /// `if .. {..} else if .. {..} else {..}`: each arm with its condition, the last one perhaps without.
    Choice(Vec<(Option<Expr>, Vec<Node>)>),
    /// `for .. in .. {..}`
    Loop { each: Pat, of: Expr, children: Vec<Node> },
}

/// An element of HTML or SVG.
pub(crate) struct Element {
    pub(crate) tag: String,
    pub(crate) key: Option<Value>,
    pub(crate) reference: Option<Value>,
    /// The properties of `input` and `textarea` that are not attributes.
    pub(crate) properties: Vec<Attribute>,
    /// In the order in which Yew's macro gives them: booleans behind others, the class last.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) listeners: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
}

/// A component of Yew.
pub(crate) struct Component {
    /// The path of its type.
    pub(crate) path: Path,
    /// Its properties as they are written.
    pub(crate) properties: TokenStream,
    pub(crate) children: Vec<Node>,
}
