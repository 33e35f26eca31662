//! Where a measure's value comes from.

use super::fit::fit;
use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::scoring::condition::{Columns, ConditionForm};
use crate::scoring::edits::change_measure;
use crate::scoring::grip::{Grip, use_grip};
use crate::scoring::live_formula::LiveFormula;
use crate::state::use_session;
use crate::text::{Text, use_text};
use plan::{Body, ElementId};
use score::{ChangeKind, Condition, Input, Normaliser};
use std::rc::Rc;
use table::ColumnType;
use yew::prelude::*;

const NUMBERS: [ColumnType; 3] = [ColumnType::Integer, ColumnType::Decimal, ColumnType::Boolean];
const DATES: [ColumnType; 1] = [ColumnType::Date];

/// Properties of [`InputForm`].
#[derive(PartialEq, Properties)]
pub struct InputFormProps {
    /// The measure.
    pub id: ElementId,
    /// Its input.
    pub input: Option<Input>,
    /// What it can be made of.
    pub columns: Columns,
}

/// Kind of input, and its columns.
#[component]
pub fn InputForm(props: &InputFormProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let session = use_session();
    let (id, columns) = (props.id, props.columns.clone());
    let snapshot = session.as_of().map(|s| s.id);
    let had_values = props.input.as_ref().is_some_and(is_chosen);
    let set = {
        let grip = grip.clone();
        Callback::from(move |input: Input| {
            // The first column of a new measure brings a normaliser that fits it, in one undo step,
            // unless its thresholds were agreed on already.
            let gesture = grip.actions().new_gesture();
            let is_check = matches!(input, Input::Check(_));
            let fits = !had_values && !is_check && is_chosen(&input) && undecided(&grip, id);
            let asked = fits.then(|| input.clone());
            grip.edit_in(gesture, |d| {
                change_measure(d, id, |m| {
                    if is_check && !matches!(m.input, Some(Input::Check(_))) {
                        *m.normaliser = Normaliser::Check;
                    }
                    *m.input = Some(input);
                })
            });
            if let (Some(input), Some(snapshot)) = (asked, snapshot) {
                fit(&grip, gesture, id, snapshot, input);
            }
        })
    };
    let kinds: Rc<[Choice]> = ["column", "ratio", "change", "days", "check", "formula"]
        .into_iter()
        .map(|v| Choice::new(v, text.t(&format!("score-input-{v}"))))
        .collect();
    let kind = props.input.as_ref().map_or("column", kind_of);
    let on_kind = {
        let (set, input, columns) = (set.clone(), props.input.clone(), columns.clone());
        Callback::from(move |kind: AttrValue| set.emit(of_kind(&kind, input.as_ref(), &columns)))
    };
    html! {
        <section class="form-part">
            <h3>{ text.t("score-input") }</h3>
            <Select label={text.t("score-input-kind")} value={kind} choices={kinds} on_change={on_kind} />
            { fields(&text, props.input.as_ref(), &columns, &set) }
        </section>
    }
}

fn fields(text: &Text, input: Option<&Input>, columns: &Columns, set: &Callback<Input>) -> Html {
    let column = |label: &str, types: &[ColumnType], name: &str, on: Callback<AttrValue>| {
        html! {
            <Select
                label={text.t(label)} value={name.to_owned()}
                choices={columns.choices(text, types, name)} on_change={on}
            />
        }
    };
    match input.cloned() {
        None => column(
            "score-column",
            &NUMBERS,
            "",
            set.reform(|n: AttrValue| Input::Column(n.to_string())),
        ),
        Some(Input::Column(name)) => column(
            "score-column",
            &NUMBERS,
            &name,
            set.reform(|n: AttrValue| Input::Column(n.to_string())),
        ),
        Some(Input::DaysSince(name)) => column(
            "score-date-column",
            &DATES,
            &name,
            set.reform(|n: AttrValue| Input::DaysSince(n.to_string())),
        ),
        Some(Input::Ratio { numerator, denominator }) => {
            let (above, below) = (numerator.clone(), denominator.clone());
            let on_above = set.reform(move |n: AttrValue| Input::Ratio {
                numerator: n.to_string(),
                denominator: below.clone(),
            });
            let on_below = set.reform(move |n: AttrValue| Input::Ratio {
                numerator: above.clone(),
                denominator: n.to_string(),
            });
            html! {
                <>
                    { column("score-numerator", &NUMBERS, &numerator, on_above) }
                    { column("score-denominator", &NUMBERS, &denominator, on_below) }
                </>
            }
        }
        Some(Input::Change { column: name, kind, snapshots_back }) => {
            change(text, columns, set, name, kind, snapshots_back)
        }
        Some(Input::Check(condition)) => html! {
            <ConditionForm {condition} columns={columns.clone()} on_change={set.reform(Input::Check)} />
        },
        Some(Input::Formula(formula)) => html! {
            <LiveFormula
                label={text.t("score-formula")} placeholder={text.t("score-formula-example")}
                value={formula} on_commit={set.reform(|f: AttrValue| Input::Formula(f.to_string()))}
            />
        },
    }
}

fn change(
    text: &Text,
    columns: &Columns,
    set: &Callback<Input>,
    name: String,
    kind: ChangeKind,
    snapshots_back: u32,
) -> Html {
    let with = {
        let name = name.clone();
        move |kind, snapshots_back| Input::Change { column: name.clone(), kind, snapshots_back }
    };
    let on_column = set.reform(move |n: AttrValue| Input::Change {
        column: n.to_string(),
        kind,
        snapshots_back,
    });
    let on_kind = {
        let with = with.clone();
        set.reform(move |k: AttrValue| {
            with(
                if k == "ratio" { ChangeKind::Ratio } else { ChangeKind::Difference },
                snapshots_back,
            )
        })
    };
    let on_back = set.reform(move |n: f64| with(kind, n.max(1.0) as u32));
    let kinds: Rc<[Choice]> = ["difference", "ratio"]
        .into_iter()
        .map(|v| Choice::new(v, text.t(&format!("score-change-{v}"))))
        .collect();
    html! {
        <>
            <Select
                label={text.t("score-column")} value={name.clone()}
                choices={columns.choices(text, &NUMBERS, &name)} on_change={on_column}
            />
            <Select
                label={text.t("score-change-kind")} choices={kinds} on_change={on_kind}
                value={if kind == ChangeKind::Ratio { "ratio" } else { "difference" }}
            />
            <div class="form-line">
                <span>{ text.t("score-snapshots-back") }</span>
                <NumberField
                    label={text.t("score-snapshots-back")} value={f64::from(snapshots_back)}
                    min={1.0} max={520.0} on_commit={on_back}
                />
            </div>
        </>
    }
}

fn undecided(grip: &Grip, id: ElementId) -> bool {
    let desk = grip.actions().desk().borrow();
    desk.document().element(id).is_some_and(
        |e| matches!(&e.body, Body::Measure { normaliser, .. } if normaliser.is_undecided()),
    )
}

fn kind_of(input: &Input) -> &'static str {
    match input {
        Input::Column(_) => "column",
        Input::Ratio { .. } => "ratio",
        Input::Change { .. } => "change",
        Input::DaysSince(_) => "days",
        Input::Check(_) => "check",
        Input::Formula(_) => "formula",
    }
}

/// Another kind of input that keeps the column where it can.
fn of_kind(kind: &str, before: Option<&Input>, columns: &Columns) -> Input {
    let number = match before {
        Some(Input::Column(name) | Input::Change { column: name, .. }) => name.clone(),
        Some(Input::Ratio { numerator, .. }) => numerator.clone(),
        _ => columns.first(&NUMBERS).unwrap_or_default().to_owned(),
    };
    match kind {
        "ratio" => Input::Ratio { numerator: number, denominator: String::new() },
        "change" => {
            Input::Change { column: number, kind: ChangeKind::Difference, snapshots_back: 1 }
        }
        "days" => Input::DaysSince(columns.first(&DATES).unwrap_or_default().to_owned()),
        "check" => Input::Check(Condition::Compare {
            column: number,
            operator: score::Comparison::AtLeast,
            value: score::Literal::Number(1.0),
        }),
        "formula" if number.is_empty() => Input::Formula(String::new()),
        "formula" => Input::Formula(formula::written_name(&number)),
        _ => Input::Column(number),
    }
}

/// Whether all of its columns are chosen.
fn is_chosen(input: &Input) -> bool {
    match input {
        Input::Column(name) | Input::DaysSince(name) | Input::Change { column: name, .. } => {
            !name.is_empty()
        }
        Input::Ratio { numerator, denominator } => !numerator.is_empty() && !denominator.is_empty(),
        Input::Check(_) => true,
        Input::Formula(formula) => !formula.trim().is_empty(),
    }
}
