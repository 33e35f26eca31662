//! Formulas that are being written.

use crate::Engine;
use crate::data::shape;
use crate::message::{
    AccountQuery, FormulaColumn, FormulaQuery, FormulaResult, FormulaView, Problem, ScoringContext,
};
use crate::scoring::measures_of;
use formula::{Environment, Shape, Type, Value};
use hashbrown::HashMap;
use score::{Condition, Model, truth};
use table::{Cell, Column, SnapshotId};

impl Engine {
    /// What formulas may speak of in a snapshot; scores when the model has cards.
    pub(crate) fn formula_environment(
        &self,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Environment, Problem> {
        let scores = !model.cards.is_empty();
        let measures = measures_of(model).map(|m| m.name.clone()).collect();
        Ok(Environment { scores, measures, ..self.store.get(id)?.environment() })
    }

    /// What the formulas in a query's conditions say of each account; scores are known to them.
    pub(crate) fn filter_formulas(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
    ) -> Result<HashMap<String, Vec<u8>>, Problem> {
        let mut masks = HashMap::new();
        for text in query.conditions.iter().flat_map(Condition::formulas) {
            masks.insert(text.to_owned(), self.formula_mask(context, text)?);
        }
        Ok(masks)
    }

    #[inline(never)]
    fn formula_mask(&mut self, context: &ScoringContext, text: &str) -> Result<Vec<u8>, Problem> {
        let environment = self.formula_environment(context.as_of, &context.model)?;
        let formula = formula::check(text, &environment)
            .formula
            .filter(|f| matches!(f.result_type(), Type::Boolean | Type::Number | Type::Any))
            .ok_or_else(|| Problem::FormulaWrong(text.to_owned()))?;
        let mut mask = Vec::new();
        self.with_frame(text, &formula, context.as_of, &context.model, |frame, known| {
            formula.mask(frame, &mut mask);
            if !known {
                mask.fill(truth::UNKNOWN);
            }
        })?;
        Ok(mask)
    }

    /// What a formula says and gives in the snapshot on show.
    #[inline(never)]
    pub(crate) fn formula_view(&mut self, query: &FormulaQuery) -> Result<FormulaView, Problem> {
        let id = query.context.as_of;
        let none = Model::default();
        let model = if query.scores { &query.context.model } else { &none };
        let environment = self.formula_environment(id, model)?;
        let checked = formula::check(&query.text, &environment);
        let mut environment = environment;
        environment.offer_texts(&query.text, &self.store.get(id)?.snapshot.table);
        let mut view = FormulaView { environment, problems: checked.problems, result: None };
        let Some(formula) = checked.formula else { return Ok(view) };
        let account = query.account.as_ref();
        let stored = self.store.get(id)?;
        let row = account.map(|account| stored.row_of(account));
        let per_account = formula.shape() == Shape::PerAccount;
        let (value, row, data) =
            self.with_frame(&query.text, &formula, id, model, |frame, known| {
                if !per_account {
                    let value = known.then(|| formula.value(frame, 0));
                    return (value.unwrap_or(Value::Absent), None, None);
                }
                let data = match known {
                    true => formula.column(frame),
                    false => formula.absent(frame.moments.first().map_or(0, |m| m.table.rows)),
                };
                // an account that is not in this snapshot has no value
                let first = || (0..data.len()).find(|row| data.cell(*row) != Cell::Absent);
                let row = row.unwrap_or_else(first).filter(|row| *row < data.len());
                (row.map_or(Value::Absent, |row| Value::from(data.cell(row))), row, Some(data))
            })?;
        let stored = self.store.get(id)?;
        let account = row.map_or_else(String::new, |row| stored.account_name(row));
        let column = data.map(|data| {
            let rows = data.len() as u64;
            let info = shape(&Column { name: String::new(), data });
            FormulaColumn {
                present: rows - info.absent,
                absent: info.absent,
                distinct: info.distinct,
                values: info.shape,
            }
        });
        view.result = Some(FormulaResult {
            result_type: formula.result_type(),
            unit: formula.unit(),
            shape: formula.shape(),
            value,
            account,
            column,
        });
        Ok(view)
    }
}
