//! A formula as a flat list of steps over blocks of rows.

use crate::Type;
use crate::typed::{Aggregate, Back, Change, OfText, One, Order, Rank, Three, Two};

/// The three values of a condition while it is computed. Ordered so that Kleene's "and" is the lesser, "or"
/// the greater and "not" the mirror image (S. Kleene, "Introduction to Metamathematics", 1952, § 64).
pub(crate) mod truth {
    pub(crate) const FALSE: u8 = 0;
    pub(crate) const UNKNOWN: u8 = 1;
    pub(crate) const TRUE: u8 = 2;
}

/// What a slot holds: numbers and days as `f64`, truths, or codes of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Truth,
    Text,
}

/// Where an operand comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Operand<T> {
    /// A step's result.
    Slot(usize),
    /// A column or a figure.
    Input(usize),
    /// For text a position in [`Whole::texts`].
    Constant(T),
}

/// An operand of any kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum AnyOperand {
    Number(Operand<f64>),
    Truth(Operand<u8>),
    Text(Operand<u32>),
}

/// One step: reads its operands' rows of the block, writes those of its slot.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    One(One, Operand<f64>, usize),
    Two(Two, [Operand<f64>; 2], usize),
    Three(Three, [Operand<f64>; 3], usize),
    Change(Change, [Operand<f64>; 2], usize),
    ToNumber(Operand<u8>, usize),
    ChooseNumber(Operand<u8>, [Operand<f64>; 2], usize),
    FillNumber([Operand<f64>; 2], usize),

    Compare(Order, [Operand<f64>; 2], usize),
    OneOf(Operand<f64>, Vec<f64>, usize),
    ToTruth(Operand<f64>, usize),
    And([Operand<u8>; 2], usize),
    Or([Operand<u8>; 2], usize),
    Not(Operand<u8>, usize),
    ChooseTruth(Operand<u8>, [Operand<u8>; 2], usize),
    FillTruth([Operand<u8>; 2], usize),
    IsBlank(AnyOperand, usize),

    ChooseText(Operand<u8>, [Operand<u32>; 2], usize),
    FillText([Operand<u32>; 2], usize),
    /// Goes by text; the slot is of the kind that [`Judge::gives`].
    Judge {
        judge: Judge,
        operands: Vec<AnyOperand>,
        slot: usize,
        memo: usize,
    },
}

/// What is found out about texts, once for each that occurs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Judge {
    Function(OfText),
    Compare(Order),
    OneOf(Vec<String>),
}

impl Judge {
    /// The kind of the result.
    pub(crate) fn gives(&self) -> Kind {
        match self {
            Self::Function(of) => match of {
                OfText::Len | OfText::Value => Kind::Number,
                OfText::Contains | OfText::StartsWith | OfText::EndsWith => Kind::Truth,
                _ => Kind::Text,
            },
            Self::Compare(_) | Self::OneOf(_) => Kind::Truth,
        }
    }
}

/// What steps read besides slots.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Input {
    /// By name, where its cells are of this type.
    Column(String, Type),
    Score,
    Level,
    Points(String),
    Today,
    /// Worked out over all rows before the first step.
    Made(usize),
}

/// What has to be worked out over all accounts before the steps can run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Made {
    /// The program's first result is the value (none: counts rows); the last, where `filtered`, the filter.
    Aggregate {
        of: Aggregate,
        program: Program,
        filtered: bool,
    },
    Rank {
        of: Rank,
        program: Program,
        filtered: bool,
    },
    /// `figure` when the value is one for the whole snapshot.
    Earlier {
        back: Back,
        program: Program,
        figure: bool,
    },
}

/// Steps with what they need.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Program {
    pub(crate) inputs: Vec<Input>,
    pub(crate) made: Vec<Made>,
    pub(crate) steps: Vec<Step>,
    pub(crate) results: Vec<AnyOperand>,
    /// How many slots of numbers, truths and texts.
    pub(crate) slots: [usize; 3],
    pub(crate) memos: usize,
}

/// A program with the texts that are written in it and in all that lie below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Whole {
    pub(crate) program: Program,
    pub(crate) texts: Vec<String>,
}
