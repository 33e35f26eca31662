//! What a formula means: names looked up, types made to fit, abbreviations written out. This is the one form
//! that the evaluator, its reference and every translation start from.

use crate::{Type, Unit};

/// An expression with its type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    pub(crate) ty: Type,
    /// Of numbers; [`Unit::Unknown`] for all other types.
    pub(crate) unit: Unit,
    pub(crate) node: Node,
}

/// What is computed. The types of operands are settled; an operand of [`Type::Any`] is absent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// Always absent.
    Blank,
    /// A number, or a day as days since 1970-01-01.
    Number(f64),
    Text(String),
    Boolean(bool),
    /// By its exact name.
    Column(String),
    /// The date of the snapshot.
    Today,
    Score,
    Level,
    Points(String),
    One(One, Box<Typed>),
    Two(Two, Box<[Typed; 2]>),
    Three(Three, Box<[Typed; 3]>),
    /// Numbers, days and booleans among themselves, or texts.
    Compare(Order, Box<[Typed; 2]>),
    /// Whether the first lies between the others, both included.
    Between(Box<[Typed; 3]>),
    /// Whether the first equals one of the others.
    OneOf(Box<Typed>, Vec<Typed>),
    /// Whether a number or day is one of these.
    OneOfNumbers(Box<Typed>, Vec<f64>),
    /// Whether a text is one of these.
    OneOfTexts(Box<Typed>, Vec<String>),
    And(Vec<Typed>),
    Or(Vec<Typed>),
    Not(Box<Typed>),
    /// 0 or 1.
    ToNumber(Box<Typed>),
    /// Whether it is not 0.
    ToBoolean(Box<Typed>),
    /// The value after the first condition that holds, else the last; absent when a condition is absent
    /// before one holds.
    Choose(Vec<[Typed; 2]>, Box<Typed>),
    /// The value after the first case that the subject equals, else the last; absent when a comparison is
    /// absent before one holds.
    Switch(Box<Typed>, Vec<[Typed; 2]>, Box<Typed>),
    IfBlank(Box<[Typed; 2]>),
    IsBlank(Box<Typed>),
    /// Gives text, a number or a boolean.
    OfText(OfText, Vec<Typed>),
    Aggregate {
        of: Aggregate,
        /// `None` counts accounts.
        value: Option<Box<Typed>>,
        filter: Option<Box<Typed>>,
    },
    Rank {
        of: Rank,
        value: Box<Typed>,
        filter: Option<Box<Typed>>,
    },
    /// The value in an earlier snapshot.
    Earlier(Back, Box<Typed>),
    /// The value against that in an earlier snapshot.
    Change(Change, Back, Box<Typed>),
}

/// From a number or day to a number or day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum One {
    Negate,
    Abs,
    Int,
    Sqrt,
    Ln,
    Log10,
    Exp,
    Sign,
    Year,
    Month,
    Day,
    Weekday,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Two {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Mod,
    Min,
    Max,
    Round,
    RoundUp,
    RoundDown,
    /// A day so many days later.
    AddDays,
    /// A day so many months later.
    AddMonths,
    Bin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Three {
    Clamp,
    Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// Functions with text on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfText {
    // text → number
    Len,
    Value,
    // text → text
    Left,
    Right,
    Mid,
    Upper,
    Lower,
    Trim,
    Join,
    // text → boolean
    Contains,
    StartsWith,
    EndsWith,
    // other → text
    FromNumber,
    FromFixed,
    FromDate,
    FromBoolean,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Aggregate {
    Count,
    Sum,
    Average,
    Median,
    /// At this share, 0–1.
    Percentile(f64),
    /// The share of the true among the known.
    Rate,
    Distinct,
    Min,
    Max,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    /// 1 is the greatest; equals share the best.
    Place,
    /// Mid-rank, 0–1.
    Percent,
    /// 1 is the lowest of so many groups.
    Groups(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// now − then
    Difference,
    /// (now − then) ÷ |then|
    Rate,
}

/// How far back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    /// 1 is the snapshot just before.
    Snapshots(u32),
    Days(i32),
    Months(i32),
}

impl Typed {
    pub(crate) fn new(ty: Type, unit: Unit, node: Node) -> Self {
        Self { ty, unit, node }
    }

    /// Always absent; fits everywhere.
    pub(crate) fn blank() -> Self {
        Self::new(Type::Any, Unit::Unknown, Node::Blank)
    }

    pub(crate) fn number(n: f64, unit: Unit) -> Self {
        Self::new(Type::Number, unit, Node::Number(n))
    }

    pub(crate) fn boolean(node: Node) -> Self {
        Self::new(Type::Boolean, Unit::Unknown, node)
    }

    pub(crate) fn text(node: Node) -> Self {
        Self::new(Type::Text, Unit::Unknown, node)
    }

    /// The number or day, where it is written as one.
    pub(crate) fn constant(&self) -> Option<f64> {
        match self.node {
            Node::Number(n) => Some(n),
            _ => None,
        }
    }

    /// The text, where it is written as one.
    pub(crate) fn written(&self) -> Option<&String> {
        match &self.node {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The expressions right below.
    pub(crate) fn children(&self) -> Vec<&Typed> {
        match &self.node {
            Node::One(_, a)
            | Node::OneOfNumbers(a, _)
            | Node::OneOfTexts(a, _)
            | Node::Not(a)
            | Node::ToNumber(a)
            | Node::ToBoolean(a)
            | Node::IsBlank(a)
            | Node::Earlier(_, a)
            | Node::Change(_, _, a) => vec![a],
            Node::Two(_, two) | Node::Compare(_, two) | Node::IfBlank(two) => two.iter().collect(),
            Node::Three(_, three) | Node::Between(three) => three.iter().collect(),
            Node::OneOf(of, options) => std::iter::once(&**of).chain(options).collect(),
            Node::Choose(cases, last) => cases.iter().flatten().chain([&**last]).collect(),
            Node::Switch(of, cases, last) => {
                [&**of].into_iter().chain(cases.iter().flatten()).chain([&**last]).collect()
            }
            Node::And(all) | Node::Or(all) | Node::OfText(_, all) => all.iter().collect(),
            Node::Aggregate { value, filter, .. } => {
                value.iter().chain(filter).map(|b| &**b).collect()
            }
            Node::Rank { value, filter, .. } => {
                std::iter::once(value).chain(filter).map(|b| &**b).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it differs from account to account, is one figure for a snapshot, or never changes.
    pub(crate) fn shape(&self) -> crate::Shape {
        use crate::Shape;
        match &self.node {
            Node::Column(_) | Node::Score | Node::Level | Node::Points(_) | Node::Rank { .. } => {
                Shape::PerAccount
            }
            Node::Aggregate { .. } | Node::Today => Shape::Figure,
            Node::Earlier(_, value) | Node::Change(_, _, value) => value.shape().max(Shape::Figure),
            _ => self.children().iter().map(|c| c.shape()).max().unwrap_or(Shape::Constant),
        }
    }
}
