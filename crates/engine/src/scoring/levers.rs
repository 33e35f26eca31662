//! What would lift the accounts of each level, card by card.

use super::level_count;
use crate::Engine;
use crate::message::{CardLevers, Problem, ScoringContext};
use score::{CardPoints, CardWeights, UNSCORED, passes};

impl Engine {
    /// The levers of every card that has accounts. Who moved up is told from the compared snapshot.
    pub(crate) fn levers(&mut self, context: &ScoringContext) -> Result<Vec<CardLevers>, Problem> {
        let now = self.scored(context.as_of, &context.model, true)?;
        let before = match context.compared {
            Some(id) => {
                let scored = self.scored(id, &context.model, true)?;
                let join = self.store.join(self.store.get(context.as_of)?, self.store.get(id)?);
                Some(join.levels(&scored.levels))
            }
            None => None,
        };
        let data = self.measure_data(context)?;
        let columns: Vec<&[f64]> = data.iter().map(|d| d.points.as_slice()).collect();
        let mut rest = columns.as_slice();
        let mut found = Vec::new();
        for (number, card) in (0u8..).zip(&context.model.cards) {
            let weights = CardWeights::new(card);
            let (points, others) = rest.split_at(weights.measures.len());
            rest = others;
            let levels = passes::bytes_of_card(&now.levels, &now.assignment, number, UNSCORED);
            let points = CardPoints { weights: &weights, points };
            let count = level_count(&context.model.levels) as u8;
            let mut levers = score::levers(&points, &levels, count, before.as_deref());
            levers.retain(|level| level.accounts > 0);
            if !levers.is_empty() {
                found.push(CardLevers { card: card.id, levels: levers });
            }
        }
        Ok(found)
    }
}
