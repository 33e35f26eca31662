//! Runs a program over the rows of a snapshot, block by block.

mod bind;
mod made;

use crate::Frame;
use crate::judge::{self, AnyView, Memo};
use crate::kernel::{self, BLOCK, View};
use crate::program::{AnyOperand, Judge, Kind, Operand, Program, Step, truth};
use crate::texts::{ABSENT, Texts};
use bind::Bound;
#[cfg(test)]
pub(crate) use made::Gathered;
use std::mem::take;
use std::ops::Range;

/// The values of all rows.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    Numbers(Vec<f64>),
    Truths(Vec<u8>),
    Texts(Vec<u32>),
}

/// What is done with the rows of a block, the results over them and the texts of their codes.
type EachBlock<'e> = dyn FnMut(Range<usize>, &[AnyView<'_>], &Texts<'_>) + 'e;

/// One evaluation: all programs of a formula share its frame and its numbering of texts.
pub(crate) struct Run<'a> {
    pub(crate) frame: &'a Frame<'a>,
    pub(crate) texts: Texts<'a>,
}

/// The rows of a block, while its steps run.
#[derive(Default)]
struct Slots {
    numbers: Vec<Vec<f64>>,
    truths: Vec<Vec<u8>>,
    texts: Vec<Vec<u32>>,
}

impl<'a> Run<'a> {
    pub(crate) fn new(frame: &'a Frame<'a>, constants: &'a [String]) -> Self {
        Self { frame, texts: Texts::new(constants) }
    }

    /// The first result for all rows of `range` of a moment.
    pub(crate) fn values(
        &mut self,
        program: &'a Program,
        moment: usize,
        range: Range<usize>,
    ) -> Values {
        let length = range.len();
        let mut all = match program.results.first() {
            Some(AnyOperand::Truth(_)) => Values::Truths(Vec::with_capacity(length)),
            Some(AnyOperand::Text(_)) => Values::Texts(Vec::with_capacity(length)),
            _ => Values::Numbers(Vec::with_capacity(length)),
        };
        self.blocks(program, moment, range, &mut |rows, results, _| match (
            &mut all,
            results.first(),
        ) {
            (Values::Numbers(all), Some(AnyView::Number(v))) => extend(all, *v, rows.len()),
            (Values::Truths(all), Some(AnyView::Truth(v))) => extend(all, *v, rows.len()),
            (Values::Texts(all), Some(AnyView::Text(v))) => extend(all, *v, rows.len()),
            _ => {}
        });
        all
    }

    /// Runs a program over the rows of a moment; `each` gets the results of one block after another.
    pub(crate) fn blocks(
        &mut self,
        program: &'a Program,
        moment: usize,
        range: Range<usize>,
        each: &mut EachBlock<'_>,
    ) {
        let made = self.made(program, moment);
        let mut bound = Bound::new(self, program, made, moment);
        let mut memos: Vec<Memo> = Vec::new();
        memos.resize_with(program.memos, Memo::default);
        let block = BLOCK.min(range.len());
        let [numbers, truths, texts] = program.slots;
        let mut slots = Slots {
            numbers: vec![vec![f64::NAN; block]; numbers],
            truths: vec![vec![truth::UNKNOWN; block]; truths],
            texts: vec![vec![ABSENT; block]; texts],
        };
        let mut start = range.start;
        while start < range.end {
            let rows = start..range.end.min(start + BLOCK);
            bound.load(rows.clone());
            for step in &program.steps {
                slots.step(step, &bound, rows.len(), &mut self.texts, &mut memos);
            }
            let views: Vec<AnyView<'_>> =
                program.results.iter().map(|r| slots.any(r, &bound, rows.len())).collect();
            each(rows.clone(), &views, &self.texts);
            start = rows.end;
        }
    }
}

fn extend<T: Copy>(all: &mut Vec<T>, view: View<'_, T>, rows: usize) {
    match view {
        View::Rows(v) => all.extend_from_slice(v),
        View::Same(v) => all.resize(all.len() + rows, v),
    }
}

impl Slots {
    fn number<'s>(&'s self, of: &Operand<f64>, bound: &'s Bound<'_>, n: usize) -> View<'s, f64> {
        match of {
            Operand::Slot(slot) => View::Rows(&self.numbers[*slot][..n]),
            Operand::Input(input) => bound.number(*input),
            Operand::Constant(value) => View::Same(*value),
        }
    }

    fn truth<'s>(&'s self, of: &Operand<u8>, bound: &'s Bound<'_>, n: usize) -> View<'s, u8> {
        match of {
            Operand::Slot(slot) => View::Rows(&self.truths[*slot][..n]),
            Operand::Input(input) => bound.truth(*input),
            Operand::Constant(value) => View::Same(*value),
        }
    }

    fn text<'s>(&'s self, of: &Operand<u32>, bound: &'s Bound<'_>, n: usize) -> View<'s, u32> {
        match of {
            Operand::Slot(slot) => View::Rows(&self.texts[*slot][..n]),
            Operand::Input(input) => bound.text(*input),
            Operand::Constant(value) => View::Same(*value),
        }
    }

    fn any<'s>(&'s self, of: &AnyOperand, bound: &'s Bound<'_>, n: usize) -> AnyView<'s> {
        match of {
            AnyOperand::Number(o) => AnyView::Number(self.number(o, bound, n)),
            AnyOperand::Truth(o) => AnyView::Truth(self.truth(o, bound, n)),
            AnyOperand::Text(o) => AnyView::Text(self.text(o, bound, n)),
        }
    }

    /// One step over the block. The slot is taken out while its operands are read: it is none of them.
    fn step(
        &mut self,
        step: &Step,
        bound: &Bound<'_>,
        n: usize,
        texts: &mut Texts<'_>,
        memos: &mut [Memo],
    ) {
        macro_rules! numbers {
            ($slot:expr, $out:ident => $body:expr) => {{
                let mut rows = take(&mut self.numbers[*$slot]);
                let $out = &mut rows[..n];
                $body;
                self.numbers[*$slot] = rows;
            }};
        }
        macro_rules! truths {
            ($slot:expr, $out:ident => $body:expr) => {{
                let mut rows = take(&mut self.truths[*$slot]);
                let $out = &mut rows[..n];
                $body;
                self.truths[*$slot] = rows;
            }};
        }
        macro_rules! codes {
            ($slot:expr, $out:ident => $body:expr) => {{
                let mut rows = take(&mut self.texts[*$slot]);
                let $out = &mut rows[..n];
                $body;
                self.texts[*$slot] = rows;
            }};
        }
        macro_rules! number {
            ($of:expr) => {
                self.number($of, bound, n)
            };
        }
        macro_rules! truth {
            ($of:expr) => {
                self.truth($of, bound, n)
            };
        }
        match step {
            Step::One(of, a, slot) => numbers!(slot, out => kernel::one(*of, number!(a), out)),
            Step::Two(of, [a, b], slot) => {
                numbers!(slot, out => kernel::two(*of, number!(a), number!(b), out));
            }
            Step::Three(of, all, slot) => {
                numbers!(slot, out => kernel::three(*of, all.each_ref().map(|o| number!(o)), out));
            }
            Step::Change(of, [a, b], slot) => {
                numbers!(slot, out => kernel::change(*of, number!(a), number!(b), out));
            }
            Step::ToNumber(a, slot) => numbers!(slot, out => kernel::to_number(truth!(a), out)),
            Step::ChooseNumber(c, [a, b], slot) => numbers!(slot, out => {
                kernel::choose(truth!(c), number!(a), number!(b), f64::NAN, out)
            }),
            Step::FillNumber([a, b], slot) => {
                numbers!(slot, out => kernel::fill_number(number!(a), number!(b), out));
            }
            Step::Compare(order, [a, b], slot) => {
                truths!(slot, out => kernel::compare(*order, number!(a), number!(b), out));
            }
            Step::OneOf(a, set, slot) => {
                truths!(slot, out => kernel::one_of(number!(a), set, out));
            }
            Step::ToTruth(a, slot) => truths!(slot, out => kernel::to_truth(number!(a), out)),
            Step::And([a, b], slot) => {
                truths!(slot, out => kernel::and(truth!(a), truth!(b), out));
            }
            Step::Or([a, b], slot) => truths!(slot, out => kernel::or(truth!(a), truth!(b), out)),
            Step::Not(a, slot) => truths!(slot, out => kernel::not(truth!(a), out)),
            Step::ChooseTruth(c, [a, b], slot) => truths!(slot, out => {
                kernel::choose(truth!(c), truth!(a), truth!(b), truth::UNKNOWN, out)
            }),
            Step::FillTruth([a, b], slot) => {
                truths!(slot, out => kernel::fill_truth(truth!(a), truth!(b), out));
            }
            Step::IsBlank(of, slot) => truths!(slot, out => match self.any(of, bound, n) {
                AnyView::Number(v) => kernel::blank_number(v, out),
                AnyView::Truth(v) => kernel::blank_truth(v, out),
                AnyView::Text(v) => kernel::blank_text(v, out),
            }),
            Step::ChooseText(c, [a, b], slot) => codes!(slot, out => {
                let (a, b) = (self.text(a, bound, n), self.text(b, bound, n));
                kernel::choose(truth!(c), a, b, ABSENT, out)
            }),
            Step::FillText([a, b], slot) => codes!(slot, out => {
                kernel::fill_text(self.text(a, bound, n), self.text(b, bound, n), out)
            }),
            Step::Judge { judge, operands, slot, memo } => {
                self.judge(judge, operands, *slot, (bound, n), texts, &mut memos[*memo]);
            }
        }
    }

    fn judge(
        &mut self,
        judge: &Judge,
        operands: &[AnyOperand],
        slot: usize,
        (bound, n): (&Bound<'_>, usize),
        texts: &mut Texts<'_>,
        memo: &mut Memo,
    ) {
        // a step has three operands at most
        let mut views = [AnyView::Number(View::Same(f64::NAN)); 3];
        macro_rules! run {
            ($of:ident) => {{
                let mut rows = take(&mut self.$of[slot]);
                for (view, operand) in views.iter_mut().zip(operands) {
                    *view = self.any(operand, bound, n);
                }
                let views = &views[..operands.len().min(3)];
                judge::run(judge, views, texts, memo, &mut rows[..n]);
                self.$of[slot] = rows;
            }};
        }
        match judge.gives() {
            Kind::Number => run!(numbers),
            Kind::Truth => run!(truths),
            Kind::Text => run!(texts),
        }
    }
}
