//! One attribute of a tag: its name, and a value that is fixed or an expression.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, ExprLit, Lit, Result, Token, braced, token};

/// Attributes that are there or not; their value is their name.
const BOOLEAN: &[&str] = &[
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "controls",
    "default",
    "defer",
    "disabled",
    "formnovalidate",
    "hidden",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nomodule",
    "novalidate",
    "open",
    "playsinline",
    "readonly",
    "required",
    "reversed",
    "selected",
    "truespeed",
    "webkitdirectory",
];

/// What stands in braces, or a literal.
pub(crate) struct Value {
    /// The expression.
    pub(crate) tokens: TokenStream,
    /// The text that it becomes, if it is a literal; anything else is a hole, worked out each time.
    pub(crate) fixed: Option<String>,
}

impl Value {
    /// A value that is known only when it runs.
    pub(crate) fn hole(tokens: TokenStream) -> Self {
        Self { tokens, fixed: None }
    }
}

/// A name with its value.
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Value,
}

impl Attribute {
    /// Whether it is there or not, instead of having a value.
    pub(crate) fn is_boolean(&self) -> bool {
        BOOLEAN.contains(&self.name.as_str())
    }

    /// Whether it listens to an event.
    pub(crate) fn is_listener(&self) -> bool {
        self.name.len() > 2 && self.name.starts_with("on")
    }
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![~]) {
            return Err(
                input.error("properties set from script (`~name`) are not known to this macro")
            );
        }
        if input.peek(token::Brace) {
            let inner;
            braced!(inner in input);
            let name = inner.call(Ident::parse_any)?;
            if !inner.is_empty() {
                return Err(
                    inner.error("only the name of a variable may stand here; write `name={..}`")
                );
            }
            let value = Value::hole(name.to_token_stream());
            return Ok(Self { name: name.unraw().to_string(), span: name.span(), value });
        }
        let (name, span) = dashed(input)?;
        if !input.peek(Token![=]) {
            return Err(Error::new(span, format!("`{name}` has no value; write `{name}={{..}}`")));
        }
        input.parse::<Token![=]>()?;
        let attribute = Self { name, span, value: input.parse()? };
        match attribute.value.fixed.as_deref() {
            None | Some("true" | "false") => Ok(attribute),
            Some(_) if attribute.is_boolean() => {
                let why = format!("`{}` is `true` or `false`", attribute.name);
                Err(Error::new_spanned(&attribute.value.tokens, why))
            }
            Some(_) => Ok(attribute),
        }
    }
}

impl Parse for Value {
    fn parse(input: ParseStream) -> Result<Self> {
        if !input.peek(token::Brace) {
            return literal(&input.parse::<Lit>().map_err(|error| {
                Error::new(error.span(), "a value is a literal or an expression in braces")
            })?);
        }
        let inner;
        braced!(inner in input);
        let tokens: TokenStream = inner.parse()?;
        Ok(match syn::parse2::<Expr>(tokens.clone()) {
            Ok(Expr::Lit(ExprLit { lit, .. })) => literal(&lit)?,
            Ok(_) => Self::hole(tokens),
            Err(_) => Self::hole(quote!({ #tokens })),
        })
    }
}

/// The text that a literal becomes.
fn literal(literal: &Lit) -> Result<Value> {
    let text = match literal {
        Lit::Str(text) => text.value(),
        Lit::Char(char) => char.value().to_string(),
        Lit::Int(number) => number.base10_digits().to_owned(),
        Lit::Float(number) => number.base10_digits().to_owned(),
        Lit::Bool(truth) => truth.value.to_string(),
        _ => return Err(Error::new_spanned(literal, "a literal of this kind has no text")),
    };
    // Characters that divide templates; of control characters only white space may be written.
    if text.chars().any(|c| c.is_control() && !c.is_ascii_whitespace()) {
        return Err(Error::new_spanned(literal, "control characters may not stand in markup"));
    }
    Ok(Value { tokens: literal.to_token_stream(), fixed: Some(text) })
}

/// A name that may hold dashes, and where its first part stands.
pub(crate) fn dashed(input: ParseStream) -> Result<(String, Span)> {
    let first = input.call(Ident::parse_any)?;
    let mut name = first.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name.push('-');
        name.push_str(&input.call(Ident::parse_any)?.to_string());
    }
    Ok((name, first.span()))
}
