//! A measure in the inspector.

use super::absent::AbsentForm;
use super::chart::MeasurePicture;
use super::input::InputForm;
use super::normaliser::NormaliserForm;
use crate::hooks::{use_memo, use_mut_ref};
use crate::markup::html;
use crate::parts::{Choice, Field, ProblemLine, Select};
use crate::query::use_view;
use crate::scoring::card::dimension::ItemActions;
use crate::scoring::condition::Columns;
use crate::scoring::edits::move_to;
use crate::scoring::grip::use_grip;
use crate::scoring::name_field::NameField;
use crate::scoring::view::use_scoring_context;
use crate::text::use_text;
use engine::message::{Answer, Call, MeasureDetail, ScoringContext};
use plan::ElementId;
use score::{Measure, Scorecard};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`MeasureDetails`].
#[derive(PartialEq, Properties)]
pub struct MeasureDetailsProps {
    /// The measure as it is now.
    pub measure: Rc<Measure>,
    /// Its card, for the dimensions that it can go to.
    pub card: Rc<Scorecard>,
    /// What inputs can be made of.
    pub columns: Columns,
    /// Whether something is being dragged: then values are not asked for again.
    pub live: bool,
    /// Whether the measure can be changed.
    pub writable: bool,
}

/// The details of a measure.
#[component]
pub fn MeasureDetails(props: &MeasureDetailsProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = ElementId(props.measure.id.0);
    let detail = use_detail(&props.measure, props.live);
    let dimensions: Rc<[Choice]> = props
        .card
        .dimensions
        .iter()
        .map(|d| Choice::new(d.id.0.to_string(), d.name.clone()))
        .collect();
    let home =
        props.card.dimensions.iter().find(|d| d.measures.iter().any(|m| m.id == props.measure.id));
    let on_dimension = {
        let grip = grip.clone();
        Callback::from(move |to: AttrValue| {
            if let Ok(to) = to.parse() {
                grip.edit(|d| move_to(d, id, ElementId(to)));
            }
        })
    };
    html! {
        <fieldset class="form" disabled={!props.writable}>
            <Field label={text.t("score-name")}>
                <NameField label={text.t("score-name")} value={props.measure.name.clone()} on_commit={grip.renamer(id)} />
            </Field>
            <InputForm {id} input={props.measure.input.clone()} columns={props.columns.clone()} />
            <section class="form-part">
                <h3>{ text.t("score-points-from") }</h3>
                <NormaliserForm measure={props.measure.clone()} columns={props.columns.clone()} />
                if let Some(problem) = detail.problem.clone().filter(|_| props.measure.input.is_some()) {
                    <ProblemLine {problem} />
                } else {
                    <MeasurePicture measure={props.measure.clone()} detail={detail.measure.clone()} live={props.live} />
                }
            </section>
            <AbsentForm {id} absent={props.measure.absent} detail={detail.measure} />
            <section class="form-part">
                <h3>{ text.t("score-place") }</h3>
                <Select
                    label={text.t("score-dimension")} choices={dimensions}
                    value={home.map(|d| d.id.0.to_string()).unwrap_or_default()} on_change={on_dimension}
                />
                <ItemActions {id} remove={text.t("score-remove-measure")} />
            </section>
        </fieldset>
    }
}

struct Detail {
    measure: Option<Rc<MeasureDetail>>,
    problem: Option<engine::message::Problem>,
}

/// Values and points of a measure, asked again after each edit but not while something is dragged.
#[hook]
fn use_detail(measure: &Measure, live: bool) -> Detail {
    let context = use_scoring_context();
    let asked = use_mut_ref(|| None::<ScoringContext>);
    // A drag changes points, not values; the curve follows from the normaliser at hand.
    let same = asked.borrow().as_ref().is_some_and(|a| {
        a.model
            .cards
            .iter()
            .flat_map(|c| &c.dimensions)
            .flat_map(|d| &d.measures)
            .any(|m| m.id == measure.id)
    });
    if !live || !same {
        asked.replace(context.filter(|_| measure.input.is_some()));
    }
    let call = asked.borrow().clone().map(|context| Call::Measure { context, measure: measure.id });
    let view = use_view(call);
    let detail = use_memo(view.answer, |answer| match answer.as_deref() {
        Some(Answer::Measure(detail)) => Some(Rc::new(detail.clone())),
        _ => None,
    });
    let measure = (*detail).clone().filter(|d| d.id == measure.id);
    Detail { measure, problem: view.problem }
}
