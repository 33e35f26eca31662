//! How a node's figure is known: not yet, by a formula, over accounts, or typed.

use super::direction::{Outcome, led};
use super::suggest::suggestions;
use super::typed::TypedTable;
use super::unit::followed;
use crate::hooks::{use_memo, use_state_eq};
use crate::kpi::area::Area;
use crate::kpi::edits::change_node;
use crate::kpi::settled::use_rested;
use crate::kpi::words::{figure, marks};
use crate::markup::html;
use crate::parts::{Choice, FormulaField, Select};
use crate::query::{View, use_view};
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiContext};
use formula::{Environment, KnownColumn, Type, Unit};
use kpi::{Known, NodeProblem, formula_environment};
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
    let outcome = session.as_of().and_then(Outcome::of);
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
    let rested = use_rested((*draft).clone());
    let trial = trial(&area.context, props.place, &known, (*draft).clone(), rested);
    let view = use_view(trial.filter(|_| node.is_some()));
    let Some(node) = node else { return html! { <div /> } };
    let id = ElementId(node.id.0);
    let set = {
        let (hand, draft) = (area.hand.clone(), draft.clone());
        let (environment, outcome) = (over_accounts.clone(), outcome.clone());
        Callback::from(move |known: Known| {
            draft.set(None);
            hand.edit(|d| {
                change_node(d, id, |body| {
                    body.unit = followed(&body.unit, &body.known, &known, &environment);
                    body.direction = led(body.direction, &body.known, &known, outcome.as_ref());
                    body.known = known;
                })
            });
        })
    };
    let tried = tried(&view, props.place).filter(|_| draft.is_some());
    let problems = match &tried {
        Some(tried) => marks(&text, &area.tree, tried.problems),
        None => marks(&text, &area.tree, area.figures.problems(props.place)),
    };
    let checked = match &tried {
        Some(tried) => tried.text.clone(),
        None => formula_of(known.clone()).unwrap_or_default(),
    };
    let value = tried.as_ref().map_or(area.figures.real(props.place), |tried| tried.value);
    // The engine knows the texts of columns, too.
    let richer = tried.and_then(|tried| tried.environment.cloned());
    let richer = use_memo(richer, |richer| richer.clone().map(Rc::new));
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
                        { field((*richer).as_ref().unwrap_or(&over_accounts), Known::Accounts, "kpi-formula-accounts") }
                        { suggestions(&text, &columns, outcome.as_ref(), &document.model, writable, &area.hand, id) }
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

/// What is being written, worked out as if it stood there already. Over accounts nothing of the tree matters, so
/// nothing of it is sent; a formula over nodes wants all of it, and waits until it rests.
fn trial(
    context: &KpiContext,
    place: usize,
    known: &Known,
    draft: Option<AttrValue>,
    rested: Option<AttrValue>,
) -> Option<Call> {
    let mut context = context.clone();
    let ask = if matches!(known, Known::Accounts(_)) {
        context.tree = Rc::default();
        KpiAsk::Accounts { text: draft?.to_string() }
    } else {
        let written = Known::Formula(rested?.to_string());
        Rc::make_mut(&mut context.tree).nodes.get_mut(place)?.body.known = written;
        KpiAsk::View
    };
    Some(Call::Kpi { context: Box::new(context), ask })
}

/// What came of it.
struct Tried<'a> {
    /// What was written.
    text: AttrValue,
    problems: &'a [NodeProblem],
    value: f64,
    environment: Option<&'a Environment>,
}

fn tried(view: &View, place: usize) -> Option<Tried<'_>> {
    let Call::Kpi { context, ask } = view.question.as_deref()? else { return None };
    let Answer::Kpi(answer) = view.answer.as_deref()? else { return None };
    Some(match (ask, answer) {
        (KpiAsk::Accounts { text }, KpiAnswer::Accounts(told)) => Tried {
            text: text.clone().into(),
            problems: &told.problems,
            value: told.value,
            environment: Some(&told.environment),
        },
        (KpiAsk::View, KpiAnswer::View(told)) => {
            let told = told.nodes.get(place)?;
            Tried {
                text: formula_of(context.tree.nodes.get(place)?.body.known.clone())?,
                problems: &told.bound.problems,
                value: told.value,
                environment: None,
            }
        }
        _ => return None,
    })
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
