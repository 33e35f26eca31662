//! Functions of text over the rows of a block. What is found out about a text is kept for its code, so that
//! a function runs once for each text (or combination of operands) that occurs.

use crate::kernel::View;
use crate::program::Judge;
use crate::program::truth::{FALSE, TRUE, UNKNOWN};
use crate::text;
use crate::texts::{ABSENT, Texts};
use crate::typed::{OfText, Order};
use hashbrown::HashMap;

/// A view of any kind.
#[derive(Clone, Copy, Debug)]
pub(crate) enum AnyView<'a> {
    Number(View<'a, f64>),
    Truth(View<'a, u8>),
    Text(View<'a, u32>),
}

/// The most operands of a function of text.
const MOST: usize = 3;
/// Stands for "not found out yet"; no result has these bits.
const UNSET: u64 = u64::MAX;

/// What was found out so far by one step.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    /// By code, where one text alone varies. Codes of made texts lie high and go into the map.
    by_code: Vec<u64>,
    /// By the bits of the operands.
    by_bits: HashMap<[u64; MOST], u64>,
}

/// A result as bits: a number's, a truth's, a code's.
pub(crate) trait Bits: Copy {
    fn from_bits(bits: u64) -> Self;
}

impl Bits for f64 {
    fn from_bits(bits: u64) -> Self {
        f64::from_bits(bits)
    }
}

impl Bits for u8 {
    fn from_bits(bits: u64) -> Self {
        bits as u8
    }
}

impl Bits for u32 {
    fn from_bits(bits: u64) -> Self {
        bits as u32
    }
}

/// The results for all rows of the block into `out`.
pub(crate) fn run<O: Bits>(
    judge: &Judge,
    operands: &[AnyView<'_>],
    texts: &mut Texts<'_>,
    memo: &mut Memo,
    out: &mut [O],
) {
    if let [AnyView::Text(View::Rows(codes)), rest @ ..] = operands
        && rest.iter().all(|o| o.is_same())
    {
        for (row, (o, &code)) in out.iter_mut().zip(*codes).enumerate() {
            let known = memo.by_code.get(code as usize).copied().unwrap_or(UNSET);
            let bits = if known == UNSET {
                found_out(judge, operands, row, texts, memo, code)
            } else {
                known
            };
            *o = O::from_bits(bits);
        }
        return;
    }
    if operands.iter().all(|o| o.is_same()) {
        let bits = judged(judge, operands, 0, texts);
        out.fill(O::from_bits(bits));
        return;
    }
    if let Judge::Compare(_) = judge {
        // looking at two texts costs less than looking up what was seen
        for (row, o) in out.iter_mut().enumerate() {
            *o = O::from_bits(judged(judge, operands, row, texts));
        }
        return;
    }
    for (row, o) in out.iter_mut().enumerate() {
        let key = key(operands, row);
        let known = memo.by_bits.get(&key).copied();
        *o = O::from_bits(known.unwrap_or_else(|| {
            let bits = judged(judge, operands, row, texts);
            memo.by_bits.insert(key, bits);
            bits
        }));
    }
}

/// Finds out about a code that was not seen before, and keeps it.
#[cold]
fn found_out(
    judge: &Judge,
    operands: &[AnyView<'_>],
    row: usize,
    texts: &mut Texts<'_>,
    memo: &mut Memo,
    code: u32,
) -> u64 {
    /// Codes below this have a place of their own.
    const MOST_CODES: u32 = 1 << 28;
    if code < MOST_CODES {
        let at = code as usize;
        if memo.by_code.len() <= at {
            memo.by_code.resize((at + 1).next_power_of_two(), UNSET);
        }
        let bits = judged(judge, operands, row, texts);
        memo.by_code[at] = bits;
        return bits;
    }
    let key = key(operands, row);
    if let Some(bits) = memo.by_bits.get(&key) {
        return *bits;
    }
    let bits = judged(judge, operands, row, texts);
    memo.by_bits.insert(key, bits);
    bits
}

fn key(operands: &[AnyView<'_>], row: usize) -> [u64; MOST] {
    let mut key = [0; MOST];
    for (k, operand) in key.iter_mut().zip(operands) {
        *k = match operand {
            AnyView::Number(v) => v.at(row).to_bits(),
            AnyView::Truth(v) => u64::from(v.at(row)),
            AnyView::Text(v) => u64::from(v.at(row)),
        };
    }
    key
}

impl AnyView<'_> {
    fn is_same(&self) -> bool {
        matches!(
            self,
            Self::Number(View::Same(_)) | Self::Truth(View::Same(_)) | Self::Text(View::Same(_))
        )
    }

    fn number(&self, row: usize) -> f64 {
        if let Self::Number(v) = self { v.at(row) } else { f64::NAN }
    }

    fn text<'t>(&self, row: usize, texts: &'t Texts<'_>) -> Option<&'t str> {
        if let Self::Text(v) = self { texts.get(v.at(row)) } else { None }
    }
}

fn bits_of_number(n: f64) -> u64 {
    if n.is_nan() { f64::NAN.to_bits() } else { n.to_bits() }
}

fn bits_of_truth(holds: Option<bool>) -> u64 {
    u64::from(holds.map_or(UNKNOWN, |yes| if yes { TRUE } else { FALSE }))
}

/// Whether an order between two texts holds; texts are ordered by code points.
pub(crate) fn in_order(order: Order, a: &str, b: &str) -> bool {
    match order {
        Order::Equal => a == b,
        Order::NotEqual => a != b,
        Order::Less => a < b,
        Order::AtMost => a <= b,
        Order::Greater => a > b,
        Order::AtLeast => a >= b,
    }
}

fn judged(judge: &Judge, operands: &[AnyView<'_>], row: usize, texts: &mut Texts<'_>) -> u64 {
    let Some((first, rest)) = operands.split_first() else { return u64::from(ABSENT) };
    let a = first.text(row, texts);
    let b = rest.first().and_then(|o| o.text(row, texts));
    let of = match judge {
        Judge::Compare(order) => {
            return bits_of_truth(a.zip(b).map(|(a, b)| in_order(*order, a, b)));
        }
        Judge::OneOf(set) => {
            return bits_of_truth(a.map(|a| set.iter().any(|s| s == a)));
        }
        Judge::Function(of) => *of,
    };
    let n = |at: usize| operands.get(at).map_or(f64::NAN, |o| o.number(row));
    let made = match of {
        OfText::Len => {
            return bits_of_number(a.map_or(f64::NAN, |a| a.chars().count() as f64));
        }
        OfText::Value => return bits_of_number(a.map_or(f64::NAN, text::value)),
        OfText::Contains => return bits_of_truth(a.zip(b).map(|(a, b)| text::contains(a, b))),
        OfText::StartsWith => {
            return bits_of_truth(a.zip(b).map(|(a, b)| text::starts_with(a, b)));
        }
        OfText::EndsWith => return bits_of_truth(a.zip(b).map(|(a, b)| text::ends_with(a, b))),
        OfText::Left => a.and_then(|a| text::left(a, n(1))).map(str::to_owned),
        OfText::Right => a.and_then(|a| text::right(a, n(1))).map(str::to_owned),
        OfText::Mid => a.and_then(|a| text::mid(a, n(1), n(2))).map(str::to_owned),
        OfText::Upper => a.map(str::to_uppercase),
        OfText::Lower => a.map(str::to_lowercase),
        OfText::Trim => a.map(text::trim),
        OfText::Join => a.zip(b).map(|(a, b)| [a, b].concat()),
        OfText::FromNumber => (!n(0).is_nan()).then(|| text::from_number(n(0))),
        OfText::FromFixed if n(0).is_nan() => None,
        OfText::FromFixed => text::from_fixed(n(0), n(1)),
        OfText::FromDate => (!n(0).is_nan()).then(|| text::from_date(n(0))),
        OfText::FromBoolean => match first {
            AnyView::Truth(v) if v.at(row) != UNKNOWN => {
                Some(text::from_boolean(v.at(row) == TRUE).to_owned())
            }
            _ => None,
        },
    };
    u64::from(made.map_or(ABSENT, |text| texts.push(&text)))
}
