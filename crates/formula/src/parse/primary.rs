//! What operators stand between: constants, names, calls, parentheses.

use super::{Grown, Parser};
use crate::lex::{Sign, TokenKind, Word, same_word, time_unit};
use crate::tree::{Expr, ExprKind, Place, Unary, strength};
use crate::{ProblemKind, Span, function};

impl Parser {
    /// A value with the operators before it.
    pub(super) fn prefix(&mut self) -> Grown {
        let span = self.span();
        match self.peek().clone() {
            TokenKind::Sign(Sign::Minus) => self.unary(Unary::Minus, strength::SIGN),
            TokenKind::Sign(Sign::Plus) => self.unary(Unary::Plus, strength::SIGN),
            TokenKind::Word(Word::Not) => self.unary(Unary::Not, strength::NOT),
            TokenKind::Sign(Sign::Open) => self.parentheses(),
            TokenKind::Number(n) => {
                self.advance();
                self.number(n, span)
            }
            TokenKind::Text(text) => {
                self.advance();
                self.grow(span, ExprKind::Text(text), &[])
            }
            TokenKind::Bracketed(name) => {
                self.advance();
                self.grow(span, ExprKind::Name { name, bracketed: true }, &[])
            }
            TokenKind::Word(word @ (Word::True | Word::False)) => {
                self.advance();
                self.grow(span, ExprKind::Boolean(word == Word::True), &[])
            }
            TokenKind::Word(word @ (Word::And | Word::Or))
                if *self.peek_at(1) == TokenKind::Sign(Sign::Open) =>
            {
                self.advance();
                let name = if word == Word::And { "AND" } else { "OR" };
                self.call(name.to_owned(), span)
            }
            TokenKind::Name(name) => {
                self.advance();
                self.name(name, span)
            }
            TokenKind::Fault(kind) => {
                self.problem(span, kind);
                self.advance();
                if self.starts_value() {
                    return self.prefix();
                }
                self.grow(span, ExprKind::Error, &[])
            }
            TokenKind::Word(_) | TokenKind::Sign(_) | TokenKind::End => {
                self.problem(self.place_of_missing(), ProblemKind::ValueMissing);
                self.error_here()
            }
        }
    }

    /// The sign that waits for a value, else where the value should stand.
    fn place_of_missing(&self) -> Span {
        match self.peek() {
            TokenKind::End if self.at > 0 => self.last_span(),
            _ => self.span(),
        }
    }

    fn unary(&mut self, operator: Unary, least: u8) -> Grown {
        let start = self.span();
        self.advance();
        let of = self.expression(least);
        let span = start.to(of.expr.span);
        self.grow(span, ExprKind::Unary { operator, of: Box::new(of.expr) }, &[of.height])
    }

    fn number(&mut self, n: f64, span: Span) -> Grown {
        if let TokenKind::Name(name) = self.peek()
            && let Some(unit) = time_unit(name)
        {
            let span = span.to(self.span());
            self.advance();
            return self.grow(span, ExprKind::Duration { count: n, unit }, &[]);
        }
        self.grow(span, ExprKind::Number(n), &[])
    }

    fn name(&mut self, name: String, span: Span) -> Grown {
        match self.peek() {
            TokenKind::Sign(Sign::Open) => self.call(name, span),
            TokenKind::Name(next) if same_word(&name, "DAYS") && same_word(next, "SINCE") => {
                self.advance();
                let of = self.expression(strength::SIGN);
                let span = span.to(of.expr.span);
                self.grow(span, ExprKind::DaysSince(Box::new(of.expr)), &[of.height])
            }
            _ => self.grow(span, ExprKind::Name { name, bracketed: false }, &[]),
        }
    }

    fn parentheses(&mut self) -> Grown {
        let open = self.span();
        self.advance();
        let mut inside = self.expression(0);
        self.skip_to_close(false);
        if self.accept(Sign::Close) {
            inside.expr.span = open.to(self.last_span());
        } else {
            self.problem(open, ProblemKind::ParenthesisMissing);
        }
        inside
    }

    /// The arguments of a function, from the parenthesis on.
    fn call(&mut self, name: String, name_span: Span) -> Grown {
        let (arguments, filter, heights) = self.list();
        let span = name_span.to(self.last_span());
        let name = function(&name).map_or(name, |known| known.name.to_owned());
        let kind =
            ExprKind::Call { name, at: Place(name_span), arguments, filter: filter.map(Box::new) };
        self.grow(span, kind, &heights)
    }

    /// `of IN (…)`, from the parenthesis on.
    pub(super) fn one_of(&mut self, of: Grown, negated: bool) -> Grown {
        if *self.peek() != TokenKind::Sign(Sign::Open) {
            self.problem(self.last_span(), ProblemKind::InWithoutList);
            return self.grow(of.expr.span.to(self.last_span()), ExprKind::Error, &[]);
        }
        let (options, filter, mut heights) = self.list();
        if let Some(filter) = filter {
            self.problem(
                filter.span,
                ProblemKind::WhereNotHere { function: Some("IN".to_owned()) },
            );
        }
        heights.push(of.height);
        let span = of.expr.span.to(self.last_span());
        self.grow(span, ExprKind::In { of: Box::new(of.expr), options, negated }, &heights)
    }

    /// Expressions between parentheses, what stands after `WHERE`, and how high each of them is.
    fn list(&mut self) -> (Vec<Expr>, Option<Expr>, Vec<usize>) {
        let open = self.span();
        self.advance();
        let (mut values, mut filter, mut heights) = (Vec::new(), None, Vec::new());
        if *self.peek() != TokenKind::Sign(Sign::Close) {
            loop {
                if *self.peek() != TokenKind::Word(Word::Where) {
                    let value = self.expression(0);
                    heights.push(value.height);
                    values.push(value.expr);
                }
                if self.accept_word(Word::Where) {
                    let condition = self.expression(0);
                    heights.push(condition.height);
                    filter = Some(condition.expr);
                }
                self.skip_to_close(true);
                if !self.accept(Sign::Comma) {
                    break;
                }
            }
        }
        if !self.accept(Sign::Close) {
            self.problem(open, ProblemKind::ParenthesisMissing);
        }
        (values, filter, heights)
    }

    /// Tells of everything that stands where a parenthesis should close.
    fn skip_to_close(&mut self, in_list: bool) {
        loop {
            match self.peek() {
                TokenKind::End | TokenKind::Sign(Sign::Close) => return,
                TokenKind::Sign(Sign::Comma) if in_list => return,
                _ => self.left_over(),
            }
        }
    }
}
