//! Conditions.

use super::{AnyOperand, Compiler, Input, Judge, Kind, Node, Operand, Step, Typed, truth};
use crate::typed::Order;

impl<'t> Compiler<'t, '_> {
    pub(super) fn truth(&mut self, typed: &'t Typed) -> Operand<u8> {
        let slot = match &typed.node {
            Node::Boolean(yes) => {
                return Operand::Constant(if *yes { truth::TRUE } else { truth::FALSE });
            }
            Node::Column(name) => return self.input(Input::Column(name.clone(), typed.ty)),
            Node::Compare(order, operands) => {
                let [a, b] = operands.each_ref().map(|o| self.any(o));
                self.compare(*order, a, b)
            }
            Node::Between(operands) => {
                let [of, low, high] = operands.each_ref().map(|o| self.any(o));
                let tests = [
                    Operand::Slot(self.compare_keeping(Order::AtLeast, of, low)),
                    Operand::Slot(self.compare_keeping(Order::AtMost, of, high)),
                ];
                [of, low, high].iter().for_each(|o| self.give_back_any(o));
                let slot = self.slot(Kind::Truth);
                self.give_back(Kind::Truth, &tests);
                self.program.steps.push(Step::And(tests, slot));
                slot
            }
            Node::OneOf(of, options) => {
                let of = self.any(of);
                let mut found = Operand::Constant(truth::FALSE);
                for option in options {
                    let option = self.any(option);
                    let test = Operand::Slot(self.equal(of, option));
                    let slot = self.slot(Kind::Truth);
                    self.give_back(Kind::Truth, &[found, test]);
                    self.program.steps.push(Step::Or([found, test], slot));
                    found = Operand::Slot(slot);
                }
                self.give_back_any(&of);
                return found;
            }
            Node::OneOfNumbers(of, set) => {
                let of = self.number(of);
                let slot = self.slot(Kind::Truth);
                self.give_back(Kind::Number, &[of]);
                self.program.steps.push(Step::OneOf(of, set.clone(), slot));
                slot
            }
            Node::OneOfTexts(of, set) => {
                self.judge(Judge::OneOf(set.clone()), std::slice::from_ref(&**of))
            }
            Node::And(parts) => return self.fold(parts, truth::TRUE, Step::And),
            Node::Or(parts) => return self.fold(parts, truth::FALSE, Step::Or),
            Node::Not(of) => {
                let of = self.truth(of);
                let slot = self.slot(Kind::Truth);
                self.give_back(Kind::Truth, &[of]);
                self.program.steps.push(Step::Not(of, slot));
                slot
            }
            Node::ToBoolean(of) => {
                let of = self.number(of);
                let slot = self.slot(Kind::Truth);
                self.give_back(Kind::Number, &[of]);
                self.program.steps.push(Step::ToTruth(of, slot));
                slot
            }
            Node::IsBlank(of) => {
                let of = self.any(of);
                let slot = self.slot(Kind::Truth);
                self.give_back_any(&of);
                self.program.steps.push(Step::IsBlank(of, slot));
                slot
            }
            Node::Choose(..) | Node::Switch(..) => {
                return self.choose(typed, Kind::Truth, Self::truth, Step::ChooseTruth);
            }
            Node::IfBlank(of) => {
                let of = of.each_ref().map(|o| self.truth(o));
                let slot = self.slot(Kind::Truth);
                self.give_back(Kind::Truth, &of);
                self.program.steps.push(Step::FillTruth(of, slot));
                slot
            }
            Node::OfText(of, operands) => self.judge(Judge::Function(*of), operands),
            _ => return self.made(typed).map_or(Operand::Constant(truth::UNKNOWN), Operand::Input),
        };
        Operand::Slot(slot)
    }

    /// `start` and all parts, put together two by two.
    fn fold(
        &mut self,
        parts: &'t [Typed],
        start: u8,
        step: fn([Operand<u8>; 2], usize) -> Step,
    ) -> Operand<u8> {
        let mut all: Option<Operand<u8>> = None;
        for part in parts {
            let part = self.truth(part);
            all = Some(match all {
                None => part,
                Some(before) => {
                    let slot = self.slot(Kind::Truth);
                    self.give_back(Kind::Truth, &[before, part]);
                    self.program.steps.push(step([before, part], slot));
                    Operand::Slot(slot)
                }
            });
        }
        all.unwrap_or(Operand::Constant(start))
    }

    fn compare(&mut self, order: Order, a: AnyOperand, b: AnyOperand) -> usize {
        let slot = self.compare_keeping(order, a, b);
        self.give_back_any(&a);
        self.give_back_any(&b);
        slot
    }

    /// Whether two are equal; the first goes on being used.
    pub(super) fn equal(&mut self, of: AnyOperand, option: AnyOperand) -> usize {
        let slot = self.compare_keeping(Order::Equal, of, option);
        self.give_back_any(&option);
        slot
    }

    fn compare_keeping(&mut self, order: Order, a: AnyOperand, b: AnyOperand) -> usize {
        match (a, b) {
            (AnyOperand::Number(x), AnyOperand::Number(y)) => {
                let slot = self.slot(Kind::Truth);
                self.program.steps.push(Step::Compare(order, [x, y], slot));
                slot
            }
            (AnyOperand::Text(_), AnyOperand::Text(_)) => {
                let (slot, memo) = (self.slot(Kind::Truth), self.program.memos);
                self.program.memos += 1;
                let judge = Judge::Compare(order);
                self.program.steps.push(Step::Judge { judge, operands: vec![a, b], slot, memo });
                slot
            }
            _ => {
                let operands = [a, b].map(|o| self.widened(o));
                let slot = self.slot(Kind::Truth);
                self.give_back(Kind::Number, &operands);
                self.program.steps.push(Step::Compare(order, operands, slot));
                slot
            }
        }
    }

    /// Truths as 0 and 1, so that they can be compared.
    fn widened(&mut self, operand: AnyOperand) -> Operand<f64> {
        match operand {
            AnyOperand::Truth(of) => {
                let slot = self.slot(Kind::Number);
                self.program.steps.push(Step::ToNumber(of, slot));
                Operand::Slot(slot)
            }
            // what is not of this kind is absent everywhere
            AnyOperand::Number(_) | AnyOperand::Text(_) => Operand::Constant(f64::NAN),
        }
    }
}
