//! What a formula says, as it was written: names are not looked up yet.

use crate::Span;

/// An expression and where it stands. Two are equal when they say the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ExprKind,
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// Where a part of an expression stands. All are equal: a place says nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place(pub Span);

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `12.5`; finite, not negative.
    Number(f64),
    /// `"Pro"`, without its quotes.
    Text(String),
    /// `TRUE`, `FALSE`
    Boolean(bool),
    /// `4 weeks`
    Duration {
        /// How many; finite, not negative.
        count: f64,
        /// Of what.
        unit: TimeUnit,
    },
    /// A column, or `score`, `level`.
    Name {
        /// Without brackets and escapes.
        name: String,
        /// Whether it stood in brackets: then it is a column and nothing else.
        bracketed: bool,
    },
    /// `-x`, `x%`, `NOT x`
    Unary {
        /// Which.
        operator: Unary,
        /// Of what.
        of: Box<Expr>,
    },
    /// `a + b`
    Binary {
        /// Which.
        operator: Binary,
        /// Left of it.
        left: Box<Expr>,
        /// Right of it.
        right: Box<Expr>,
    },
    /// `x IN (a, b)`
    In {
        /// What is looked for.
        of: Box<Expr>,
        /// Among what.
        options: Vec<Expr>,
        /// `NOT IN`
        negated: bool,
    },
    /// `x BETWEEN low AND high`, both ends included.
    Between {
        /// What is compared.
        of: Box<Expr>,
        /// The lower end.
        low: Box<Expr>,
        /// The upper end.
        high: Box<Expr>,
        /// `NOT BETWEEN`
        negated: bool,
    },
    /// `DAYS SINCE d`
    DaysSince(Box<Expr>),
    /// `F(a, b WHERE c)`
    Call {
        /// In capitals when the function is known, else as written.
        name: String,
        /// Where the name stands.
        at: Place,
        /// In order.
        arguments: Vec<Expr>,
        /// After `WHERE`.
        filter: Option<Box<Expr>>,
    },
    /// Nothing that could be read; a problem tells of it.
    Error,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Seven days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// An operator before or after one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unary {
    /// `-x`
    Minus,
    /// `+x`
    Plus,
    /// `x%`
    Percent,
    /// `NOT x`
    Not,
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Binary {
    /// `OR`
    Or,
    /// `AND`
    And,
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `&`
    Join,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
}

impl Binary {
    /// As it is printed.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Or => "OR",
            Self::And => "AND",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Join => "&",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
        }
    }

    /// How tightly it binds, as in Excel; [`strength`] has the others.
    #[must_use]
    pub fn strength(self) -> u8 {
        match self {
            Self::Or => strength::OR,
            Self::And => strength::AND,
            Self::Equal
            | Self::NotEqual
            | Self::Less
            | Self::AtMost
            | Self::Greater
            | Self::AtLeast => strength::COMPARISON,
            Self::Join => strength::JOIN,
            Self::Add | Self::Subtract => strength::SUM,
            Self::Multiply | Self::Divide => strength::PRODUCT,
            Self::Power => strength::POWER,
        }
    }
}

/// How tightly operators bind, the loosest first. All binary ones group from the left. As in Excel, a sign
/// binds tighter than `^`: `-2^2` is 4.
pub mod strength {
    /// `OR`
    pub const OR: u8 = 1;
    /// `AND`
    pub const AND: u8 = 2;
    /// `NOT x`
    pub const NOT: u8 = 3;
    /// `=`, `IN`, `BETWEEN` …
    pub const COMPARISON: u8 = 4;
    /// `&`
    pub const JOIN: u8 = 5;
    /// `+`
    pub const SUM: u8 = 6;
    /// `*`
    pub const PRODUCT: u8 = 7;
    /// `^`
    pub const POWER: u8 = 8;
    /// `-x`, `DAYS SINCE x`
    pub const SIGN: u8 = 9;
    /// `x%`
    pub const PERCENT: u8 = 10;
    /// What needs no parentheses.
    pub const ATOM: u8 = 11;
}

impl Expr {
    /// The expressions right below this one, in order; a filter last.
    #[must_use]
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Unary { of, .. } | ExprKind::DaysSince(of) => vec![of],
            ExprKind::Binary { left, right, .. } => vec![left, right],
            ExprKind::In { of, options, .. } => std::iter::once(&**of).chain(options).collect(),
            ExprKind::Between { of, low, high, .. } => vec![of, low, high],
            ExprKind::Call { arguments, filter, .. } => {
                arguments.iter().chain(filter.as_deref()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Calls `visit` with this expression and all below it, parents first.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }
}
