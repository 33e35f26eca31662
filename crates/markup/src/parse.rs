//! Reads markup.

use crate::attribute::{Attribute, Value, dashed};
use crate::tree::{Component, Element, Node, Root};
use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Lit, Pat, Path, Result, Token, braced, token};

/// Elements that hold nothing.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "textarea", "track", "wbr",
];

impl Parse for Root {
    fn parse(input: ParseStream) -> Result<Self> {
        let start = input.fork();
        let is_markup = start.is_empty()
            || start.peek(Token![<])
            || start.peek(token::Brace)
            || start.peek(Token![if])
            || start.peek(Token![for]);
        if !is_markup {
            // A bare expression: `html! { told }`.
            return Ok(Self(vec![Node::Value(bare(input)?)]));
        }
        let nodes = until_empty(input)?;
        if nodes.len() > 1 {
            let why = "only one node may stand at the root; put them into a fragment, `<>..</>`";
            return Err(Error::new(Span::call_site(), why));
        }
        Ok(Self(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(token::Brace) {
            let inner;
            braced!(inner in input);
            if inner.peek(Token![for]) {
                inner.parse::<Token![for]>()?;
                return Ok(Self::All(inner.parse()?));
            }
            return Ok(Self::Value(bare(&inner)?));
        }
        if input.peek(Token![if]) {
            return choice(input);
        }
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            let each = Pat::parse_single(input)?;
            input.parse::<Token![in]>()?;
            let of = input.call(Expr::parse_without_eager_brace)?;
            return Ok(Self::Loop { each, of, children: block(input)? });
        }
        if !input.peek(Token![<]) {
            return Err(input.error("expected an element, `{ expression }`, `if` or `for`"));
        }
        tag(input)
    }
}

/// A literal or an expression, without braces, to the end.
fn bare(input: ParseStream) -> Result<Value> {
    let tokens: TokenStream = input.parse()?;
    if tokens.is_empty() {
        return Err(Error::new(input.span(), "an expression is missing"));
    }
    match syn::parse2::<Lit>(tokens.clone()) {
        Ok(_) => syn::parse2(tokens),
        Err(_) => Ok(Value::hole(tokens)),
    }
}

fn until_empty(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !input.is_empty() {
        nodes.push(input.parse()?);
    }
    Ok(nodes)
}

/// Nodes in braces.
fn block(input: ParseStream) -> Result<Vec<Node>> {
    let inner;
    braced!(inner in input);
    until_empty(&inner)
}

fn choice(input: ParseStream) -> Result<Node> {
    let mut arms = Vec::new();
    loop {
        input.parse::<Token![if]>()?;
        let condition = input.call(Expr::parse_without_eager_brace)?;
        arms.push((Some(condition), block(input)?));
        if !input.peek(Token![else]) {
            return Ok(Node::Choice(arms));
        }
        input.parse::<Token![else]>()?;
        if !input.peek(Token![if]) {
            arms.push((None, block(input)?));
            return Ok(Node::Choice(arms));
        }
    }
}

/// What begins with `<`.
fn tag(input: ParseStream) -> Result<Node> {
    let open = input.parse::<Token![<]>()?;
    if input.peek(Token![/]) {
        return Err(Error::new(open.span, "this closing tag closes nothing"));
    }
    if input.peek(Token![@]) {
        return Err(input.error("tags chosen when it runs are not known to this macro"));
    }
    if input.peek(Token![>]) {
        input.parse::<Token![>]>()?;
        return Ok(Node::Fragment { key: None, children: children(input, open.span, "")? });
    }
    let ahead = input.fork();
    let name = ahead.call(Ident::parse_any)?;
    if name == "key" && ahead.peek(Token![=]) {
        let attribute: Attribute = input.parse()?;
        input.parse::<Token![>]>()?;
        let children = children(input, open.span, "")?;
        return Ok(Node::Fragment { key: Some(attribute.value), children });
    }
    let is_component =
        ahead.peek(Token![::]) || name.to_string().starts_with(|c: char| c.is_uppercase());
    if is_component { component(input, open.span) } else { element(input).map(Node::Element) }
}

/// Nodes up to the closing tag of this name, which is taken, too.
fn children(input: ParseStream, open: Span, name: &str) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    loop {
        if input.is_empty() {
            return Err(Error::new(open, format!("`<{name}>` is not closed")));
        }
        if input.peek(Token![<]) && input.peek2(Token![/]) {
            input.parse::<Token![<]>()?;
            input.parse::<Token![/]>()?;
            let span = input.span();
            let closed = match input.peek(Token![>]) {
                true => String::new(),
                false if name.contains(char::is_uppercase) => text_of(&input.parse()?),
                false => dashed(input)?.0,
            };
            input.parse::<Token![>]>()?;
            if closed != name {
                return Err(Error::new(span, format!("expected `</{name}>`, found `</{closed}>`")));
            }
            return Ok(nodes);
        }
        nodes.push(input.parse()?);
    }
}

/// A path as it is written, without spaces.
fn text_of(path: &Path) -> String {
    quote!(#path).to_string().replace(' ', "")
}

fn component(input: ParseStream, open: Span) -> Result<Node> {
    let path: Path = input.parse()?;
    let name = text_of(&path);
    let mut properties = TokenStream::new();
    // Of `->` and `=>` the second character closes nothing.
    let mut joint = false;
    loop {
        if input.is_empty() {
            return Err(Error::new(open, format!("`<{name}` is not closed")));
        }
        if input.peek(Token![/]) && input.peek2(Token![>]) {
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Node::Component(Component { path, properties, children: Vec::new() }));
        }
        if input.peek(Token![>]) && !joint {
            input.parse::<Token![>]>()?;
            let children = children(input, open, &name)?;
            return Ok(Node::Component(Component { path, properties, children }));
        }
        let token: TokenTree = input.parse()?;
        joint = matches!(&token, TokenTree::Punct(p) if p.spacing() == Spacing::Joint && "-=".contains(p.as_char()));
        properties.extend([token]);
    }
}

fn element(input: ParseStream) -> Result<Element> {
    let (tag, span) = dashed(input)?;
    let mut attributes: Vec<Attribute> = Vec::new();
    let closed = loop {
        if input.peek(Token![>]) {
            break false;
        }
        if input.peek(Token![/]) {
            input.parse::<Token![/]>()?;
            break true;
        }
        let attribute: Attribute = input.parse()?;
        if !attribute.is_listener() && attributes.iter().any(|a| a.name == attribute.name) {
            return Err(Error::new(
                attribute.span,
                format!("`{}` stands here twice", attribute.name),
            ));
        }
        attributes.push(attribute);
    };
    input.parse::<Token![>]>()?;
    let children = match closed {
        true => Vec::new(),
        false if VOID.contains(&tag.as_str()) => {
            return Err(Error::new(span, format!("`<{tag}>` holds nothing; write `<{tag} />`")));
        }
        false => children(input, span, &tag)?,
    };
    Ok(sorted(tag, attributes, children))
}

/// Puts what an element has in the order in which Yew's macro works it out.
fn sorted(tag: String, attributes: Vec<Attribute>, children: Vec<Node>) -> Element {
    let own: &[&str] = match tag.as_str() {
        "input" => &["value", "checked"],
        "textarea" => &["value", "defaultvalue"],
        _ => &[],
    };
    let (mut key, mut reference) = (None, None);
    let (mut properties, mut listeners) = (Vec::new(), Vec::new());
    let (mut plain, mut late, mut booleans, mut class) = (Vec::new(), Vec::new(), Vec::new(), None);
    for attribute in attributes {
        match attribute.name.as_str() {
            "key" => key = Some(attribute.value),
            "ref" => reference = Some(attribute.value),
            name if own.contains(&name) => properties.push(attribute),
            "value" | "checked" => late.push(attribute),
            "class" => class = Some(attribute),
            _ if attribute.is_listener() => listeners.push(attribute),
            _ if attribute.is_boolean() => booleans.push(attribute),
            _ => plain.push(attribute),
        }
    }
    let position = |a: &Attribute| own.iter().position(|name| *name == a.name);
    properties.sort_by_key(position);
    late.sort_by(|a, b| b.name.cmp(&a.name));
    let attributes = plain.into_iter().chain(late).chain(booleans).chain(class).collect();
    Element { tag, key, reference, properties, attributes, listeners, children }
}
