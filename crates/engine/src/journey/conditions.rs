//! Conditions over the accounts of a snapshot, judged once and kept as bits.

use crate::Engine;
use crate::message::{JourneyContext, JourneyPart, Problem};
use formula::{Severity, Shape, Type};
use hashbrown::HashMap;
use score::journey::Truths;
use score::{Model, truth};
use std::rc::Rc;
use table::SnapshotId;

/// How many bytes of judged conditions are kept: thirty conditions over sixty snapshots of 100,000 accounts.
const MOST_BYTES: usize = 64 << 20;

/// What was judged already.
#[derive(Default)]
pub(crate) struct Conditions {
    /// The model that it goes by: conditions may ask for scores.
    model: Option<Model>,
    known: HashMap<(String, SnapshotId), Known>,
    /// One more for every question.
    turn: u64,
    bytes: usize,
    mask: Vec<u8>,
}

struct Known {
    judged: Rc<Judged>,
    /// The question that asked for it last.
    turn: u64,
}

/// What a condition says of the accounts of a snapshot.
pub(super) struct Judged {
    /// For each account; `None` when it cannot be used there.
    pub(super) truths: Option<Truths>,
    /// It looks at snapshots from before the first, so that nobody can be told.
    pub(super) blind: bool,
    /// What is wrong or doubtful.
    pub(super) problems: Vec<formula::Problem>,
    /// What it gives when that is neither yes or no nor a number.
    pub(super) gives: Option<Type>,
}

impl Conditions {
    /// A new question, under a model.
    pub(super) fn begin(&mut self, model: &Model) {
        if self.model.as_ref() != Some(model) {
            *self = Self { model: Some(model.clone()), turn: self.turn, ..Self::default() };
        }
        self.turn += 1;
    }

    pub(super) fn knows(&self, text: &str, id: SnapshotId) -> bool {
        // The key is a pair: a text that is only looked up is copied all the same, once for each condition.
        self.known.contains_key(&(text.to_owned(), id))
    }

    fn take(&mut self, text: &str, id: SnapshotId) -> Option<Rc<Judged>> {
        let turn = self.turn;
        let known = self.known.get_mut(&(text.to_owned(), id))?;
        known.turn = turn;
        Some(known.judged.clone())
    }

    /// Keeps what was judged; what no late question asked for makes room.
    fn keep(&mut self, text: &str, id: SnapshotId, judged: Rc<Judged>) {
        let size = |judged: &Judged| judged.truths.as_ref().map_or(0, Truths::bytes);
        self.bytes += size(&judged);
        if self.bytes > MOST_BYTES {
            let turn = self.turn;
            self.known.retain(|_, known| known.turn == turn);
            self.bytes =
                self.known.values().map(|k| size(&k.judged)).sum::<usize>() + size(&judged);
        }
        self.known.insert((text.to_owned(), id), Known { judged, turn: self.turn });
    }
}

impl Engine {
    /// What a condition says of the accounts of a snapshot. One that looks back further than there are
    /// snapshots cannot be told there.
    pub(super) fn judged(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Rc<Judged>, Problem> {
        if let Some(known) = self.conditions.take(text, id) {
            return Ok(known);
        }
        let judged = Rc::new(self.judge(text, id, model)?);
        self.conditions.keep(text, id, judged.clone());
        Ok(judged)
    }

    fn judge(&mut self, text: &str, id: SnapshotId, model: &Model) -> Result<Judged, Problem> {
        let environment = self.formula_environment(id, model)?;
        let checked = formula::check(text, &environment);
        let whole = checked.problems.iter().all(|p| p.severity() == Severity::Warning);
        let mut judged =
            Judged { truths: None, blind: false, problems: checked.problems, gives: None };
        let Some(formula) = checked.formula.filter(|_| whole) else { return Ok(judged) };
        let gives = formula.result_type();
        if !matches!(gives, Type::Boolean | Type::Number | Type::Any) {
            judged.gives = Some(gives);
            return Ok(judged);
        }
        let stored = self.store.get(id)?;
        let rows = stored.snapshot.table.rows;
        let blind = formula.columns().iter().any(|name| stored.is_blind(name));
        let mut mask = std::mem::take(&mut self.conditions.mask);
        mask.clear();
        let told = self.with_frame(text, &formula, id, model, |frame| {
            let told = !blind && formula.has_all_earlier(frame);
            if told && formula.shape() == Shape::PerAccount {
                formula.mask(frame, &mut mask);
            } else if told {
                let holds = match formula.value(frame, 0) {
                    formula::Value::Boolean(yes) => u8::from(yes),
                    formula::Value::Number(n) => u8::from(n != 0.0),
                    _ => truth::UNKNOWN,
                };
                mask.resize(rows, holds);
            }
            told
        });
        judged.blind = !told?;
        judged.truths = Some(match judged.blind {
            true => Truths::same(rows, truth::UNKNOWN),
            false => Truths::of(&mask),
        });
        self.conditions.mask = mask;
        Ok(judged)
    }
}

impl JourneyContext {
    /// The conditions that are there, each with where it stands.
    pub(super) fn conditions(&self) -> impl Iterator<Item = (JourneyPart, &str)> {
        let own = [(JourneyPart::Kind, &self.kind), (JourneyPart::Success, &self.success)];
        let stages = (0u32..).zip(&self.stages).flat_map(|(number, stage)| {
            let checkpoints = (0u32..).zip(&stage.checkpoints);
            let below =
                checkpoints.map(move |(at, c)| (JourneyPart::Checkpoint(number, at), &c.condition));
            std::iter::once((JourneyPart::Entry(number), &stage.entry)).chain(below)
        });
        own.into_iter()
            .chain(stages)
            .map(|(at, text)| (at, text.trim()))
            .filter(|(_, t)| !t.is_empty())
    }
}
