//! The function around the caret.

use super::open_call;
use crate::function::{Function, function};
use crate::lex::lex;
use crate::{Parameter, Span};

/// The function whose parentheses are open at the caret.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignatureAt {
    /// Which.
    pub function: &'static Function,
    /// Where its name stands.
    pub name: Span,
    /// The number of the argument at the caret; 0 is the first.
    pub argument: usize,
    /// What that argument stands for; `None` when there are too many.
    pub parameter: Option<Parameter>,
}

/// The innermost known function whose parentheses are open at byte `caret`.
#[must_use]
pub fn signature_at(text: &str, caret: usize) -> Option<SignatureAt> {
    let tokens = lex(text);
    // a closing parenthesis at the caret still belongs to the function
    let until = tokens.iter().take_while(|t| (t.span.end as usize) <= caret).count();
    let (name, place, argument) = open_call(&tokens, until.min(tokens.len() - 1))?;
    let function = function(&name)?;
    Some(SignatureAt { function, name: place.0, argument, parameter: function.parameter(argument) })
}
