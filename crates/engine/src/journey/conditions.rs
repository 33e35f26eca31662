//! Conditions over the accounts of a snapshot, judged once and kept as bits.

use crate::Engine;
use crate::message::{JourneyContext, JourneyPart, Problem};
use formula::{Severity, Shape, Type};
use hashbrown::{HashMap, HashSet};
use score::journey::Truths;
use score::{Model, truth};
use std::rc::Rc;
use table::SnapshotId;

/// How many bytes of judged conditions are kept: thirty conditions over sixty snapshots of 100,000 accounts.
pub(super) const MOST_BYTES: usize = if cfg!(test) { 16 << 10 } else { 64 << 20 };

/// What was judged already.
#[derive(Default)]
pub(crate) struct Conditions {
    /// The model that it goes by: conditions may ask for scores.
    model: Option<Model>,
    known: HashMap<(String, SnapshotId), Rc<Judged>>,
    bytes: usize,
    mask: Vec<u8>,
}

/// What a condition says of the accounts of a snapshot.
pub(super) struct Judged {
    /// For each account; `None` when it cannot be used there.
    pub(super) truths: Option<Truths>,
    /// It asks what nobody knows there, of snapshots from before the first above all, so that nobody can be
    /// told.
    pub(super) blind: bool,
    /// What is wrong or doubtful.
    pub(super) problems: Vec<formula::Problem>,
    /// What it gives when that is neither yes or no nor a number.
    pub(super) gives: Option<Type>,
}

impl Judged {
    fn bytes(&self) -> usize {
        self.truths.as_ref().map_or(0, Truths::bytes)
    }
}

/// How many bytes a condition takes over so many accounts.
fn bytes_of(rows: usize) -> usize {
    2 * size_of::<u64>() * rows.div_ceil(64)
}

impl Conditions {
    /// A new question, under a model: it wants these conditions, each in a snapshot of so many rows. Room is
    /// made here and nowhere else: a question that made room while it is judged would push out what it judged
    /// before, and never come to an end.
    pub(super) fn begin(&mut self, model: &Model, wanted: &[(&str, SnapshotId, usize)]) {
        if self.goes_by(model) != Some(true) {
            *self = Self { model: Some(model.clone()), ..Self::default() };
        }
        let missing = wanted.iter().filter(|(text, id, _)| !self.knows(text, *id));
        let missing: usize = missing.map(|(_, _, rows)| bytes_of(*rows)).sum();
        if self.bytes + missing <= MOST_BYTES {
            return;
        }
        let wanted: HashSet<_> = wanted.iter().map(|(text, id, _)| (*text, *id)).collect();
        self.known.retain(|(text, id), _| wanted.contains(&(text.as_str(), *id)));
        self.bytes = self.known.values().map(|judged| judged.bytes()).sum();
    }

    /// Whether it goes by this model; `None` when by none yet.
    pub(super) fn goes_by(&self, model: &Model) -> Option<bool> {
        Some(self.model.as_ref()? == model)
    }

    pub(super) fn knows(&self, text: &str, id: SnapshotId) -> bool {
        self.take(text, id).is_some()
    }

    /// Whether what is judged over so many accounts can be kept.
    pub(super) fn has_room(&self, rows: usize) -> bool {
        self.bytes + bytes_of(rows) <= MOST_BYTES
    }

    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    fn take(&self, text: &str, id: SnapshotId) -> Option<&Rc<Judged>> {
        // The key is a pair: a text that is only looked up is copied all the same, once for each condition.
        self.known.get(&(text.to_owned(), id))
    }

    /// Keeps what was judged, where there is room.
    fn keep(&mut self, text: &str, id: SnapshotId, judged: &Rc<Judged>) {
        if self.bytes + judged.bytes() <= MOST_BYTES {
            self.bytes += judged.bytes();
            self.known.insert((text.to_owned(), id), judged.clone());
        }
    }
}

impl Engine {
    /// What a condition says of the accounts of a snapshot. One that asks what is not known there, looks back
    /// further than there are snapshots above all, cannot be told.
    pub(super) fn judged(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Rc<Judged>, Problem> {
        if let Some(known) = self.conditions.take(text, id) {
            return Ok(known.clone());
        }
        let judged = Rc::new(self.judge(text, id, model)?);
        self.conditions.keep(text, id, &judged);
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
        let rows = self.store.get(id)?.snapshot.table.rows;
        let mut mask = std::mem::take(&mut self.conditions.mask);
        mask.clear();
        let told = self.with_frame(text, &formula, id, model, |frame, told| {
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
