//! From what a formula means to steps.

use crate::Shape;
use crate::Type;
use crate::program::{AnyOperand, Input, Judge, Kind, Made, Operand, Program, Step, Whole, truth};
use crate::typed::{Node, Typed};

/// The program of a formula.
pub(crate) fn compile(typed: &Typed) -> Whole {
    let mut texts = Vec::new();
    let program = program(&[typed], &mut texts);
    Whole { program, texts }
}

/// A program whose results are these.
fn program(results: &[&Typed], texts: &mut Vec<String>) -> Program {
    let mut compiler = Compiler {
        program: Program::default(),
        texts,
        free: Default::default(),
        known: Vec::new(),
    };
    let results = results.iter().map(|t| compiler.any(t)).collect();
    Program { results, ..compiler.program }
}

struct Compiler<'t, 'x> {
    program: Program,
    texts: &'x mut Vec<String>,
    /// Slots of each kind whose rows nobody reads any more.
    free: [Vec<usize>; 3],
    /// What was made already.
    known: Vec<(&'t Typed, usize)>,
}

/// The kind of slot for values of a type.
fn kind_of(ty: Type) -> Kind {
    match ty {
        Type::Number | Type::Date | Type::Any => Kind::Number,
        Type::Boolean => Kind::Truth,
        Type::Text => Kind::Text,
    }
}

impl<'t> Compiler<'t, '_> {
    fn any(&mut self, typed: &'t Typed) -> AnyOperand {
        match kind_of(typed.ty) {
            Kind::Number => AnyOperand::Number(self.number(typed)),
            Kind::Truth => AnyOperand::Truth(self.truth(typed)),
            Kind::Text => AnyOperand::Text(self.text(typed)),
        }
    }

    /// A slot whose rows may be overwritten. Taken before the operands are given back, so that no step reads
    /// and writes the same one.
    fn slot(&mut self, kind: Kind) -> usize {
        let of = kind as usize;
        self.free[of].pop().unwrap_or_else(|| {
            self.program.slots[of] += 1;
            self.program.slots[of] - 1
        })
    }

    fn give_back<T>(&mut self, kind: Kind, operands: &[Operand<T>]) {
        for operand in operands {
            if let Operand::Slot(slot) = operand {
                self.free[kind as usize].push(*slot);
            }
        }
    }

    fn give_back_any(&mut self, operand: &AnyOperand) {
        match operand {
            AnyOperand::Number(o) => self.give_back(Kind::Number, &[*o]),
            AnyOperand::Truth(o) => self.give_back(Kind::Truth, &[*o]),
            AnyOperand::Text(o) => self.give_back(Kind::Text, &[*o]),
        }
    }

    fn input<T>(&mut self, input: Input) -> Operand<T> {
        let inputs = &mut self.program.inputs;
        let at = inputs.iter().position(|i| *i == input).unwrap_or_else(|| {
            inputs.push(input);
            inputs.len() - 1
        });
        Operand::Input(at)
    }

    fn number(&mut self, typed: &'t Typed) -> Operand<f64> {
        let slot = match &typed.node {
            Node::Number(n) => return Operand::Constant(*n),
            Node::Column(name) => return self.input(Input::Column(name.clone(), typed.ty)),
            Node::Today => return self.input(Input::Today),
            Node::Score => return self.input(Input::Score),
            Node::Level => return self.input(Input::Level),
            Node::Points(name) => return self.input(Input::Points(name.clone())),
            Node::One(of, a) => {
                let a = self.number(a);
                let slot = self.slot(Kind::Number);
                self.give_back(Kind::Number, &[a]);
                self.program.steps.push(Step::One(*of, a, slot));
                slot
            }
            Node::Two(of, operands) => {
                let of_two = operands.each_ref().map(|o| self.number(o));
                let slot = self.slot(Kind::Number);
                self.give_back(Kind::Number, &of_two);
                self.program.steps.push(Step::Two(*of, of_two, slot));
                slot
            }
            Node::Three(of, operands) => {
                let of_three = operands.each_ref().map(|o| self.number(o));
                let slot = self.slot(Kind::Number);
                self.give_back(Kind::Number, &of_three);
                self.program.steps.push(Step::Three(*of, of_three, slot));
                slot
            }
            Node::Change(of, _, value) => {
                let now = self.number(value);
                let then = self.made(typed).map_or(Operand::Constant(f64::NAN), Operand::Input);
                let slot = self.slot(Kind::Number);
                self.give_back(Kind::Number, &[now]);
                self.program.steps.push(Step::Change(*of, [now, then], slot));
                slot
            }
            Node::ToNumber(of) => {
                let of = self.truth(of);
                let slot = self.slot(Kind::Number);
                self.give_back(Kind::Truth, &[of]);
                self.program.steps.push(Step::ToNumber(of, slot));
                slot
            }
            Node::Choose(..) | Node::Switch(..) => {
                let (number, choose) = (Self::number, Step::ChooseNumber);
                return self.choose(typed, Kind::Number, number, choose);
            }
            Node::IfBlank(of) => {
                let of = of.each_ref().map(|o| self.number(o));
                let slot = self.slot(Kind::Number);
                self.give_back(Kind::Number, &of);
                self.program.steps.push(Step::FillNumber(of, slot));
                slot
            }
            Node::OfText(of, operands) => {
                return Operand::Slot(self.judge(Judge::Function(*of), operands));
            }
            _ => return self.made(typed).map_or(Operand::Constant(f64::NAN), Operand::Input),
        };
        Operand::Slot(slot)
    }

    fn text(&mut self, typed: &'t Typed) -> Operand<u32> {
        match &typed.node {
            Node::Text(text) => {
                let at = self.texts.iter().position(|t| t == text).unwrap_or_else(|| {
                    self.texts.push(text.clone());
                    self.texts.len() - 1
                });
                Operand::Constant(at as u32)
            }
            Node::Column(name) => self.input(Input::Column(name.clone(), typed.ty)),
            Node::Choose(..) | Node::Switch(..) => {
                self.choose(typed, Kind::Text, Self::text, Step::ChooseText)
            }
            Node::IfBlank(of) => {
                let of = of.each_ref().map(|o| self.text(o));
                let slot = self.slot(Kind::Text);
                self.give_back(Kind::Text, &of);
                self.program.steps.push(Step::FillText(of, slot));
                Operand::Slot(slot)
            }
            Node::OfText(of, operands) => Operand::Slot(self.judge(Judge::Function(*of), operands)),
            _ => self.made(typed).map_or(Operand::Constant(u32::MAX), Operand::Input),
        }
    }

    /// Text functions; operands of any kind.
    fn judge(&mut self, judge: Judge, operands: &'t [Typed]) -> usize {
        let operands: Vec<_> = operands.iter().map(|o| self.any(o)).collect();
        self.judged(judge, operands)
    }

    fn judged(&mut self, judge: Judge, operands: Vec<AnyOperand>) -> usize {
        let slot = self.slot(judge.gives());
        operands.iter().for_each(|o| self.give_back_any(o));
        let memo = self.program.memos;
        self.program.memos += 1;
        self.program.steps.push(Step::Judge { judge, operands, slot, memo });
        slot
    }

    /// `Choose` and `Switch` from the last case to the first, so that the first that holds wins.
    fn choose<T: Copy>(
        &mut self,
        typed: &'t Typed,
        kind: Kind,
        value: fn(&mut Self, &'t Typed) -> Operand<T>,
        step: fn(Operand<u8>, [Operand<T>; 2], usize) -> Step,
    ) -> Operand<T> {
        let (subject, cases, last) = match &typed.node {
            Node::Choose(cases, last) => (None, cases, last),
            Node::Switch(subject, cases, last) => (Some(self.any(subject)), cases, last),
            _ => return value(self, typed),
        };
        let mut chosen = value(self, last);
        for [test, then] in cases.iter().rev() {
            let then = value(self, then);
            let condition = match subject {
                None => self.truth(test),
                Some(subject) => {
                    let test = self.any(test);
                    Operand::Slot(self.equal(subject, test))
                }
            };
            let slot = self.slot(kind);
            self.give_back(Kind::Truth, &[condition]);
            self.give_back(kind, &[then, chosen]);
            self.program.steps.push(step(condition, [then, chosen], slot));
            chosen = Operand::Slot(slot);
        }
        if let Some(subject) = subject {
            self.give_back_any(&subject);
        }
        chosen
    }

    /// What is worked out over all accounts, once for each that is the same.
    fn made(&mut self, typed: &'t Typed) -> Option<usize> {
        let back_to = |back, value: &'t Typed, texts: &mut Vec<String>| Made::Earlier {
            back,
            program: program(&[value], texts),
            figure: value.shape() < Shape::PerAccount,
        };
        if let Some((_, at)) = self.known.iter().find(|(known, _)| *known == typed) {
            return Some(*at);
        }
        let made = match &typed.node {
            Node::Aggregate { of, value, filter } => {
                let parts: Vec<_> = value.iter().chain(filter).map(|b| &**b).collect();
                let program = program(&parts, self.texts);
                Made::Aggregate { of: *of, program, filtered: filter.is_some() }
            }
            Node::Rank { of, value, filter } => {
                let parts: Vec<_> = std::iter::once(value).chain(filter).map(|b| &**b).collect();
                let program = program(&parts, self.texts);
                Made::Rank { of: *of, program, filtered: filter.is_some() }
            }
            Node::Earlier(back, value) | Node::Change(_, back, value) => {
                back_to(*back, value, self.texts)
            }
            _ => return None,
        };
        self.program.made.push(made);
        let Operand::Input(at) = self.input::<f64>(Input::Made(self.program.made.len() - 1)) else {
            return None;
        };
        self.known.push((typed, at));
        Some(at)
    }
}

mod truths;
