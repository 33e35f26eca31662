//! Proposals: templates matched to columns, normalisers that fit.

use super::{AtOwned, measures_of};
use crate::Engine;
use crate::message::{Problem, ScoringContext, TemplateKind};
use score::{AbsentPolicy, Dimension, Input, ItemId, Measure, Normaliser, fate};
use table::SnapshotId;

impl Engine {
    /// The raw values of the `number`-th measure of the model, as its points were made of.
    pub(super) fn values_of(
        &self,
        context: &ScoringContext,
        number: usize,
    ) -> Result<Vec<f64>, Problem> {
        let stored = self.store.get(context.as_of)?;
        let mut values = Vec::new();
        if let Some(measure) = measures_of(&context.model).nth(number) {
            let at = AtOwned::new(&self.store, stored, &[measure]);
            at.with(|at| score::measure_points(measure, at, &mut values, &mut Vec::new()));
        }
        Ok(values)
    }

    pub(crate) fn template(
        &mut self,
        kind: TemplateKind,
        snapshot: Option<SnapshotId>,
    ) -> Result<Vec<Dimension>, Problem> {
        let key = match kind {
            TemplateKind::Dear => "template-dear",
            TemplateKind::AdoptionMaturitySentiment => "template-ams",
            TemplateKind::Checks => "template-checks",
            TemplateKind::Onboarding => "template-onboarding",
            TemplateKind::FiveSlots => "template-kana",
            TemplateKind::Blank => "template-blank",
        };
        let template =
            score::template(key).ok_or_else(|| Problem::Internal(format!("no template {key}")))?;
        let mut next = 0;
        let next_id = || {
            next += 1;
            ItemId(next)
        };
        let Some(id) = snapshot else { return Ok(template.awaiting(next_id)) };
        let proposal = score::suggest(template, &self.column_facts(id)?);
        Ok(proposal.card(String::new(), str::to_owned, next_id).dimensions)
    }

    /// Columns of a snapshot for the measures that have no input.
    pub(crate) fn matches(
        &mut self,
        model: &score::Model,
        snapshot: SnapshotId,
    ) -> Result<Vec<score::Match>, Problem> {
        Ok(score::matches(model, &self.column_facts(snapshot)?))
    }

    fn column_facts(&mut self, id: SnapshotId) -> Result<Vec<score::ColumnFacts>, Problem> {
        let outcomes = self.outcomes(id)?;
        let stored = self.store.get(id)?;
        let fates = outcomes.as_ref().map(|o| o.fates.as_slice());
        Ok(score::column_facts(&stored.snapshot, fates))
    }

    pub(crate) fn suggest_normaliser(
        &mut self,
        snapshot: SnapshotId,
        input: &Input,
    ) -> Result<Normaliser, Problem> {
        let outcomes = self.outcomes(snapshot)?;
        let stored = self.store.get(snapshot)?;
        let measure = Measure {
            id: ItemId(0),
            name: String::new(),
            weight: 1.0,
            input: Some(input.clone()),
            normaliser: Normaliser::Formula,
            absent: AbsentPolicy::Skip,
        };
        let at = AtOwned::new(&self.store, stored, &[&measure]);
        let mut values = Vec::new();
        at.with(|at| score::values(input, at, &mut values));
        let fates = outcomes.as_ref().map(|o| o.fates.as_slice());
        debug_assert!(fates.is_none_or(|f| f.iter().all(|f| *f <= fate::UNKNOWN)));
        Ok(score::suggest_normaliser(&input_name(input), &values, fates))
    }
}

/// The words in an input by which a direction may be guessed.
fn input_name(input: &Input) -> String {
    match input {
        Input::Column(name) => name.clone(),
        Input::DaysSince(name) => format!("days since {name}"),
        Input::Ratio { numerator, denominator } => format!("{numerator} / {denominator}"),
        Input::Change { column, .. } => column.clone(),
        Input::Check(_) => String::new(),
        Input::Formula(text) => text.clone(),
    }
}
