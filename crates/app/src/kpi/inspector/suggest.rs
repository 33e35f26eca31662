//! Aggregates over accounts that the columns' roles suggest.

use super::direction::{Outcome, led};
use crate::kpi::area::Hand;
use crate::kpi::edits::change_node;
use crate::markup::html;
use crate::parts::level_name;
use crate::text::Text;
use formula::written_name;
use kpi::{Known, Unit};
use plan::ElementId;
use score::Model;
use table::{ColumnType, Role};
use yew::prelude::*;

/// So many columns of one kind are suggested at most.
const MOST: usize = 3;

/// Something that is often asked of accounts.
#[derive(Clone, Debug, PartialEq)]
struct Suggestion {
    label: AttrValue,
    formula: String,
    unit: Unit,
}

/// The suggestions as buttons: one takes the place of the formula.
pub fn suggestions(
    text: &Text,
    columns: &[(String, ColumnType, Role)],
    outcome: Option<&Outcome>,
    model: &Model,
    writable: bool,
    hand: &Hand,
    id: ElementId,
) -> Html {
    let choose = |suggestion: &Suggestion| {
        let (hand, suggestion, outcome) = (hand.clone(), suggestion.clone(), outcome.cloned());
        Callback::from(move |_: MouseEvent| {
            hand.edit(|d| {
                change_node(d, id, |body| {
                    let known = Known::Accounts(suggestion.formula.clone());
                    body.direction = led(body.direction, &body.known, &known, outcome.as_ref());
                    body.known = known;
                    body.unit = suggestion.unit.clone();
                })
            });
        })
    };
    html! {
        <div class="kpi-suggestions">
            <span class="small quiet">{ text.t("kpi-suggestions") }</span>
            <ul>
                for suggestion in all(text, columns, outcome, model) {
                    <li key={suggestion.formula.clone()}>
                        <button
                            type="button" class="chip" disabled={!writable} title={suggestion.formula.clone()}
                            onclick={choose(&suggestion)}
                        >{ suggestion.label.clone() }</button>
                    </li>
                }
            </ul>
        </div>
    }
}

/// Churn and revenue first, then accounts and scores, then whatever else is a column.
fn all(
    text: &Text,
    columns: &[(String, ColumnType, Role)],
    outcome: Option<&Outcome>,
    model: &Model,
) -> Vec<Suggestion> {
    let suggestion = |label, formula, unit| Suggestion { label, formula, unit };
    let named = |id: &str, name: &str| text.with(id, &[("column", name.into())]);
    let number = |of: ColumnType| matches!(of, ColumnType::Integer | ColumnType::Decimal);
    let rate = outcome.and_then(Outcome::churn_rate);
    let rate = rate.map(|rate| suggestion(text.t("kpi-suggest-churn"), rate, Unit::Percent));
    let mut all: Vec<Suggestion> = rate.into_iter().collect();
    for (name, _, _) in columns.iter().filter(|c| c.2 == Role::Revenue && number(c.1)) {
        let column = written_name(name);
        all.push(suggestion(named("kpi-suggest-sum", name), format!("SUM({column})"), Unit::Money));
        let mean = format!("AVERAGE({column})");
        all.push(suggestion(named("kpi-suggest-mean", name), mean, Unit::Money));
    }
    all.push(suggestion(text.t("kpi-suggest-count"), "COUNT()".to_owned(), Unit::Count));
    if !model.cards.is_empty() {
        let top = model.levels.cuts.len() + 1;
        let label =
            text.with("kpi-suggest-level", &[("level", level_name(&model.levels, top - 1).into())]);
        let score = text.t("kpi-suggest-score");
        all.push(suggestion(score, "AVERAGE(score)".to_owned(), Unit::Points));
        all.push(suggestion(label, format!("RATE(level = {top})"), Unit::Percent));
    }
    let inputs = |wanted: fn(ColumnType) -> bool| {
        let fits = move |c: &&(String, ColumnType, Role)| c.2 == Role::MeasureInput && wanted(c.1);
        columns.iter().filter(fits).take(MOST)
    };
    for (name, ..) in inputs(|of| of == ColumnType::Boolean) {
        let column = written_name(name);
        let label = named("kpi-suggest-rate", name);
        all.push(suggestion(label, format!("RATE({column})"), Unit::Percent));
    }
    for (name, ..) in inputs(|of| matches!(of, ColumnType::Integer | ColumnType::Decimal)) {
        let column = written_name(name);
        let label = named("kpi-suggest-mean", name);
        all.push(suggestion(label, format!("AVERAGE({column})"), Unit::Ratio));
    }
    all
}
