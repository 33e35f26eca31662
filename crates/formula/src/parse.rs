//! From tokens to a tree, by operator precedence (V. Pratt, "Top down operator precedence", 1973).
//!
//! A formula that cannot be read still gives a tree, with [`ExprKind::Error`] where something is missing, so
//! that one look finds all problems and the editor knows what stands around the caret.

mod primary;

use crate::lex::{Sign, Token, TokenKind, Word, lex};
use crate::tree::{Binary, Expr, ExprKind, Unary, strength};
use crate::{MAX_BYTES, MAX_DEPTH, Problem, ProblemKind, Span};

/// More problems than this in one formula help nobody.
const MOST_PROBLEMS: usize = 20;

/// A tree and what was wrong with its text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// What could be read.
    pub tree: Expr,
    /// In the order found.
    pub problems: Vec<Problem>,
}

/// Reads a formula. Never fails: what cannot be read is a problem. A leading `=` is skipped.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let whole = Span::new(0, text.len());
    if text.len() > MAX_BYTES {
        let tree = Expr { span: whole, kind: ExprKind::Error };
        return Parsed {
            tree,
            problems: vec![Problem { span: whole, kind: ProblemKind::TooLong }],
        };
    }
    let mut parser = Parser { tokens: lex(text), at: 0, depth: 0, problems: Vec::new() };
    parser.accept(Sign::Equal);
    if *parser.peek() == TokenKind::End {
        let tree = Expr { span: whole, kind: ExprKind::Error };
        return Parsed { tree, problems: vec![Problem { span: whole, kind: ProblemKind::Empty }] };
    }
    let tree = parser.expression(0).expr;
    while *parser.peek() != TokenKind::End {
        parser.left_over();
    }
    Parsed { tree, problems: parser.problems }
}

/// An expression and how high its tree is.
struct Grown {
    expr: Expr,
    height: usize,
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    problems: Vec<Problem>,
}

impl Parser {
    fn peek(&self) -> &TokenKind {
        &self.tokens[self.at].kind
    }

    fn peek_at(&self, ahead: usize) -> &TokenKind {
        let last = self.tokens.len() - 1;
        &self.tokens[(self.at + ahead).min(last)].kind
    }

    fn span(&self) -> Span {
        self.tokens[self.at].span
    }

    /// The span of what was taken last.
    fn last_span(&self) -> Span {
        self.tokens[self.at.saturating_sub(1)].span
    }

    fn advance(&mut self) {
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
    }

    fn accept(&mut self, sign: Sign) -> bool {
        let found = *self.peek() == TokenKind::Sign(sign);
        if found {
            self.advance();
        }
        found
    }

    fn accept_word(&mut self, word: Word) -> bool {
        let found = *self.peek() == TokenKind::Word(word);
        if found {
            self.advance();
        }
        found
    }

    fn problem(&mut self, span: Span, kind: ProblemKind) {
        // what follows from a problem is none of its own
        let follows = |p: &Problem| p.span == span || p.kind == ProblemKind::TooDeep;
        if self.problems.len() < MOST_PROBLEMS && !self.problems.last().is_some_and(follows) {
            self.problems.push(Problem { span, kind });
        }
    }

    fn grow(&mut self, span: Span, kind: ExprKind, below: &[usize]) -> Grown {
        let height = 1 + below.iter().max().unwrap_or(&0);
        if height > MAX_DEPTH {
            self.problem(span, ProblemKind::TooDeep);
            return Grown { expr: Expr { span, kind: ExprKind::Error }, height: 1 };
        }
        Grown { expr: Expr { span, kind }, height }
    }

    fn error_here(&mut self) -> Grown {
        let at = self.span().start as usize;
        self.grow(Span::new(at, at), ExprKind::Error, &[])
    }

    /// An expression of operators that bind at least as tightly as `least`.
    fn expression(&mut self, least: u8) -> Grown {
        if self.depth >= MAX_DEPTH {
            self.problem(self.span(), ProblemKind::TooDeep);
            // nothing that follows can be told apart
            self.at = self.tokens.len() - 1;
            return self.error_here();
        }
        self.depth += 1;
        let mut left = self.prefix();
        while let Some(next) = self.infix(&mut left, least) {
            left = next;
        }
        self.depth -= 1;
        left
    }

    /// `left` with the operator that follows; `None` when none does that binds tightly enough.
    fn infix(&mut self, left: &mut Grown, least: u8) -> Option<Grown> {
        if *self.peek() == TokenKind::Sign(Sign::Percent) {
            self.advance();
            let span = left.expr.span.to(self.last_span());
            let of = Box::new(take(left));
            let kind = ExprKind::Unary { operator: Unary::Percent, of };
            return Some(self.grow(span, kind, &[left.height]));
        }
        let negated = *self.peek() == TokenKind::Word(Word::Not);
        let word = self.peek_at(usize::from(negated)).clone();
        if let TokenKind::Word(word @ (Word::In | Word::Between)) = word {
            if strength::COMPARISON < least {
                return None;
            }
            if negated {
                self.advance();
            }
            self.advance();
            let of = Grown { expr: take(left), height: left.height };
            return Some(if word == Word::In {
                self.one_of(of, negated)
            } else {
                self.between(of, negated)
            });
        }
        let operator = binary(self.peek())?;
        if operator.strength() < least {
            return None;
        }
        self.advance();
        let right = self.expression(operator.strength() + 1);
        let span = left.expr.span.to(right.expr.span);
        let heights = [left.height, right.height];
        let (left, right) = (Box::new(take(left)), Box::new(right.expr));
        Some(self.grow(span, ExprKind::Binary { operator, left, right }, &heights))
    }

    fn between(&mut self, of: Grown, negated: bool) -> Grown {
        let low = self.expression(strength::JOIN);
        if !self.accept_word(Word::And) {
            self.problem(self.last_span(), ProblemKind::BetweenWithoutAnd);
            let span = of.expr.span.to(low.expr.span);
            return self.grow(span, ExprKind::Error, &[]);
        }
        let high = self.expression(strength::JOIN);
        let span = of.expr.span.to(high.expr.span);
        let heights = [of.height, low.height, high.height];
        let kind = ExprKind::Between {
            of: Box::new(of.expr),
            low: Box::new(low.expr),
            high: Box::new(high.expr),
            negated,
        };
        self.grow(span, kind, &heights)
    }

    /// What follows a whole expression: tells of it and goes on, so that its own problems are found too.
    fn left_over(&mut self) {
        let (at, span) = (self.at, self.span());
        let kind = match self.peek().clone() {
            TokenKind::Sign(Sign::Close) => ProblemKind::ParenthesisUnopened,
            TokenKind::Fault(kind) => kind,
            TokenKind::Sign(Sign::Comma) => ProblemKind::StrayCharacter(','),
            TokenKind::Word(Word::Where) => ProblemKind::WhereNotHere { function: None },
            _ => ProblemKind::OperatorMissing,
        };
        self.problem(span, kind);
        if self.starts_value() {
            self.expression(0);
        }
        if self.at == at {
            self.advance();
        }
    }

    fn starts_value(&self) -> bool {
        matches!(
            self.peek(),
            TokenKind::Number(_)
                | TokenKind::Text(_)
                | TokenKind::Name(_)
                | TokenKind::Bracketed(_)
                | TokenKind::Word(Word::Not | Word::True | Word::False)
                | TokenKind::Sign(Sign::Open)
        )
    }
}

/// The expression, leaving nothing in its place.
fn take(grown: &mut Grown) -> Expr {
    let span = grown.expr.span;
    std::mem::replace(&mut grown.expr, Expr { span, kind: ExprKind::Error })
}

fn binary(token: &TokenKind) -> Option<Binary> {
    Some(match token {
        TokenKind::Word(Word::Or) => Binary::Or,
        TokenKind::Word(Word::And) => Binary::And,
        TokenKind::Sign(sign) => match sign {
            Sign::Equal => Binary::Equal,
            Sign::NotEqual => Binary::NotEqual,
            Sign::Less => Binary::Less,
            Sign::AtMost => Binary::AtMost,
            Sign::Greater => Binary::Greater,
            Sign::AtLeast => Binary::AtLeast,
            Sign::Join => Binary::Join,
            Sign::Plus => Binary::Add,
            Sign::Minus => Binary::Subtract,
            Sign::Times => Binary::Multiply,
            Sign::Over => Binary::Divide,
            Sign::Power => Binary::Power,
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
