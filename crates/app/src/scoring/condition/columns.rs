//! The columns that one may ask about.

use crate::hooks::use_memo;
use crate::parts::Choice;
use crate::state::use_session;
use crate::text::Text;
use std::rc::Rc;
use table::{ColumnType, Role};
use yew::prelude::*;

/// Name, type and role of the columns of the snapshot on show. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns(Rc<Vec<(String, ColumnType, Role)>>);

impl Columns {
    /// The type of a column; `None` when this snapshot does not have it.
    pub fn type_of(&self, name: &str) -> Option<ColumnType> {
        self.0.iter().find(|(n, ..)| n == name).map(|(_, t, _)| *t)
    }

    /// The first column of these types that is a measure's input, else the first of these types.
    pub fn first(&self, types: &[ColumnType]) -> Option<&str> {
        let of_type = || self.0.iter().filter(|(_, t, _)| types.contains(t));
        of_type()
            .find(|c| c.2 == Role::MeasureInput)
            .or_else(|| of_type().next())
            .map(|c| c.0.as_str())
    }

    /// Columns of these types as choices, the account's identity and outcome left out. `chosen` is
    /// among them even when the snapshot does not have it, and says so.
    pub fn choices(&self, text: &Text, types: &[ColumnType], chosen: &str) -> Rc<[Choice]> {
        let is_offered = |c: &&(String, ColumnType, Role)| {
            let hidden = matches!(c.2, Role::AccountId | Role::Outcome | Role::OutcomeDate);
            c.0 == chosen || (types.contains(&c.1) && !hidden)
        };
        let mut choices = Vec::new();
        if chosen.is_empty() {
            choices.push(Choice::new("", text.t("score-choose-column")));
        } else if self.type_of(chosen).is_none() {
            let label = text.with("score-column-missing", &[("column", chosen.into())]);
            choices.push(Choice::new(chosen.to_owned(), label));
        }
        let offered = self.0.iter().filter(is_offered);
        choices.extend(offered.map(|(name, ..)| Choice::new(name.clone(), name.clone())));
        choices.into()
    }
}

/// The columns of the snapshot on show.
#[hook]
pub fn use_columns() -> Columns {
    let session = use_session();
    let columns = session.as_of().map(|s| s.columns.clone()).unwrap_or_default();
    let columns = use_memo(columns, |columns| Columns(Rc::new(columns.clone())));
    (*columns).clone()
}
