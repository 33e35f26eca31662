//! How a node's figure is known: not yet, by a formula, over accounts, or typed.

use super::suggest::suggestions;
use super::typed::TypedTable;
use crate::kpi::area::Area;
use crate::kpi::edits::change_node;
use crate::kpi::words::{figure, marks};
use crate::parts::{Choice, FormulaField, Select};
use crate::query::use_view;
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiContext};
use formula::{Environment, KnownColumn, Type, Unit};
use kpi::{Known, formula_environment};
use plan::ElementId;
use std::rc::Rc;
use table::{ColumnType, Role};
use yew::prelude::*;

/// Properties of [`KnownPart`].
#[derive(PartialEq, Properties)]
pub struct KnownPartProps {
    /// The area.
    pub area: Area,
    /// The place of the node.
    pub place: usize,
}

/// How the figure is known, to be changed.
#[component]
pub fn KnownPart(props: &KnownPartProps) -> Html {
    let text = use_text();
    let session = use_session();
    let document = use_document();
    let draft = use_state_eq(|| None::<AttrValue>);
    let area = &props.area;
    let writable = area.hand.writable;
    let scores = !document.model.cards.is_empty();
    let columns = session.as_of().map(|s| s.columns.clone()).unwrap_or_default();
    let measures = use_memo(document.model.clone(), |model| {
        let all = model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures);
        all.map(|m| m.name.clone()).collect::<Vec<_>>()
    });
    let over_accounts = use_memo((columns.clone(), scores, measures), |(columns, scores, m)| {
        let columns = columns.iter().map(|(name, of, role)| known_column(name, *of, *role));
        Rc::new(Environment {
            columns: columns.collect(),
            scores: *scores,
            measures: (**m).clone(),
        })
    });
    let over_nodes = use_memo((area.tree.clone(), props.place), |(tree, place)| {
        Rc::new(formula_environment(tree, *place))
    });
    let node = area.node(props.place).cloned();
    let known = node.as_ref().map(|n| n.body.known.clone()).unwrap_or_default();
    // What is being written is worked out as if it stood there already.
    let trial = draft.as_ref().filter(|_| node.is_some()).map(|formula| {
        let mut context: KpiContext = (*area.context).clone();
        if let Some(node) = Rc::make_mut(&mut context.tree).nodes.get_mut(props.place) {
            node.body.known = match known {
                Known::Accounts(_) => Known::Accounts(formula.to_string()),
                _ => Known::Formula(formula.to_string()),
            };
        }
        Call::Kpi { context: Box::new(context), ask: KpiAsk::View }
    });
    let view = use_view(trial);
    let Some(node) = node else { return html! { <div /> } };
    let id = ElementId(node.id.0);
    let set = {
        let (hand, draft) = (area.hand.clone(), draft.clone());
        Callback::from(move |known: Known| {
            draft.set(None);
            hand.edit(|d| change_node(d, id, |body| body.known = known));
        })
    };
    let tried = match (view.question.as_deref(), view.answer.as_deref()) {
        (Some(Call::Kpi { context, .. }), Some(Answer::Kpi(KpiAnswer::View(told))))
            if draft.is_some() =>
        {
            let asked = context.tree.nodes.get(props.place).map(|n| n.body.known.clone());
            asked.and_then(formula_of).zip(told.nodes.get(props.place).cloned())
        }
        _ => None,
    };
    let problems = match &tried {
        Some((_, told)) => marks(&text, &area.tree, &told.bound.problems),
        None => marks(&text, &area.tree, area.figures.problems(props.place)),
    };
    let checked = match &tried {
        Some((of, _)) => of.clone(),
        None => formula_of(known.clone()).unwrap_or_default(),
    };
    let value = tried.as_ref().map_or(area.figures.now(props.place), |(_, told)| told.value);
    let on_kind = {
        let (set, known) = (set.clone(), known.clone());
        Callback::from(move |kind: AttrValue| {
            if kind != kind_of(&known) {
                set.emit(known_of(&kind, &known));
            }
        })
    };
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |text: AttrValue| draft.set(Some(text)))
    };
    let field = |environment: &Rc<Environment>, make: fn(String) -> Known, hint: &str| {
        html! {
            <FormulaField
                label={text.t("kpi-formula")} value={formula_of(known.clone()).unwrap_or_default()}
                environment={environment.clone()} marks={problems.clone()} checked={checked.clone()}
                placeholder={text.t(hint)} disabled={!writable} on_input={on_input.clone()}
                on_commit={set.reform(move |text: AttrValue| make(text.to_string()))}
            />
        }
    };
    let choices = KINDS.iter().map(|kind| Choice::new(*kind, text.t(kind)));
    html! {
        <div class="form-part kpi-known-part">
            <Select
                label={text.t("kpi-known")} value={kind_of(&known)} choices={choices.collect::<Rc<[Choice]>>()}
                disabled={!writable} on_change={on_kind}
            />
            { match &known {
                Known::Unknown => html! { <p class="small quiet" key="unknown">{ text.t("kpi-known-hint") }</p> },
                Known::Formula(_) => html! { <div key="formula">{ field(&over_nodes, Known::Formula, "kpi-formula-nodes") }</div> },
                Known::Accounts(_) => html! {
                    <div key="accounts" class="kpi-over-accounts">
                        { field(&over_accounts, Known::Accounts, "kpi-formula-accounts") }
                        { suggestions(&text, &columns, &document.model, writable, &area.hand, id) }
                    </div>
                },
                Known::Typed(typed) => html! {
                    <TypedTable key="typed" area={area.clone()} place={props.place} typed={Rc::new(typed.clone())} />
                },
            } }
            <p class="kpi-live" aria-live="polite">
                <span class="small quiet">{ text.t("kpi-value-now") }</span>
                <b class="number">{ figure(&text, value, &node.body.unit) }</b>
            </p>
        </div>
    }
}

/// The kinds, as message ids.
const KINDS: [&str; 4] =
    ["kpi-known-unknown", "kpi-known-formula", "kpi-known-accounts", "kpi-known-typed"];

fn kind_of(known: &Known) -> &'static str {
    match known {
        Known::Unknown => KINDS[0],
        Known::Formula(_) => KINDS[1],
        Known::Accounts(_) => KINDS[2],
        Known::Typed(_) => KINDS[3],
    }
}

/// Another kind; a formula is kept from one to the other.
fn known_of(kind: &str, before: &Known) -> Known {
    let text = || formula_of(before.clone()).unwrap_or_default().to_string();
    match KINDS.iter().position(|k| *k == kind) {
        Some(1) => Known::Formula(text()),
        Some(2) => Known::Accounts(text()),
        Some(3) => Known::Typed(Vec::new()),
        _ => Known::Unknown,
    }
}

fn formula_of(known: Known) -> Option<AttrValue> {
    match known {
        Known::Formula(text) | Known::Accounts(text) => Some(text.into()),
        _ => None,
    }
}

/// A column as formulas see it. The engine knows units better; here they only go beside names.
fn known_column(name: &str, of: ColumnType, role: Role) -> KnownColumn {
    let column_type = match of {
        ColumnType::Text => Type::Text,
        ColumnType::Integer | ColumnType::Decimal => Type::Number,
        ColumnType::Boolean => Type::Boolean,
        ColumnType::Date => Type::Date,
    };
    let unit = if role == Role::Revenue { Unit::Money } else { Unit::Unknown };
    KnownColumn { name: name.to_owned(), column_type, unit, texts: Vec::new(), near: Vec::new() }
}
