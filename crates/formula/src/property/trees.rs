//! Random trees as the parser could have made them.

use crate::tree::{Binary, Expr, ExprKind, Place, TimeUnit, Unary};
use crate::{FUNCTIONS, Span, lex};
use proptest::prelude::*;

fn expr(kind: ExprKind) -> Expr {
    Expr { span: Span::default(), kind }
}

fn boxed(expr: Expr) -> Box<Expr> {
    Box::new(expr)
}

/// Numbers whose text is short, and any others.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0u32..1_000).prop_map(f64::from),
        (0.0..100.0),
        any::<f64>().prop_map(f64::abs).prop_filter("finite", |n| n.is_finite()),
    ]
}

fn name() -> impl Strategy<Value = ExprKind> {
    let bare = |pattern: &'static str| {
        let names = pattern.prop_filter("bare", |n| lex::is_bare(n));
        names.prop_map(|name| ExprKind::Name { name, bracketed: false })
    };
    let any = "\\PC{1,8}".prop_filter("not blank", |n| !n.trim().is_empty());
    prop_oneof![
        bare("[a-z][a-z0-9_]{0,4}"),
        bare("[ァ-ヴ亜-煙ー]{1,4}"),
        any.prop_map(|name| ExprKind::Name { name, bracketed: true }),
    ]
}

fn leaf() -> impl Strategy<Value = Expr> {
    let unit = prop::sample::select(vec![
        TimeUnit::Days,
        TimeUnit::Weeks,
        TimeUnit::Months,
        TimeUnit::Years,
    ]);
    prop_oneof![
        number().prop_map(ExprKind::Number),
        "\\PC{0,8}".prop_map(ExprKind::Text),
        any::<bool>().prop_map(ExprKind::Boolean),
        (number(), unit).prop_map(|(count, unit)| ExprKind::Duration { count, unit }),
        name(),
    ]
    .prop_map(expr)
}

/// A tree of at most 24 leaves or so.
pub(super) fn tree() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(5, 24, 4, |inner| {
        let unary =
            prop::sample::select(vec![Unary::Minus, Unary::Plus, Unary::Percent, Unary::Not]);
        let binary = prop::sample::select(vec![
            Binary::Or,
            Binary::And,
            Binary::Equal,
            Binary::NotEqual,
            Binary::Less,
            Binary::AtMost,
            Binary::Greater,
            Binary::AtLeast,
            Binary::Join,
            Binary::Add,
            Binary::Subtract,
            Binary::Multiply,
            Binary::Divide,
            Binary::Power,
        ]);
        let function = prop::sample::select(FUNCTIONS.iter().map(|f| f.name).collect::<Vec<_>>());
        let many = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            4 => (binary, inner.clone(), inner.clone()).prop_map(|(operator, left, right)| {
                ExprKind::Binary { operator, left: boxed(left), right: boxed(right) }
            }),
            2 => (unary, inner.clone())
                .prop_map(|(operator, of)| ExprKind::Unary { operator, of: boxed(of) }),
            1 => inner.clone().prop_map(|of| ExprKind::DaysSince(boxed(of))),
            1 => (inner.clone(), many(), any::<bool>()).prop_map(|(of, options, negated)| {
                ExprKind::In { of: boxed(of), options, negated }
            }),
            1 => (inner.clone(), inner.clone(), inner.clone(), any::<bool>()).prop_map(
                |(of, low, high, negated)| ExprKind::Between {
                    of: boxed(of), low: boxed(low), high: boxed(high), negated
                }
            ),
            2 => (function, many(), prop::option::of(inner.clone())).prop_map(
                |(name, arguments, filter)| ExprKind::Call {
                    name: name.to_owned(),
                    at: Place::default(),
                    arguments,
                    filter: filter.map(boxed),
                }
            ),
        ]
        .prop_map(expr)
    })
}
