//! What happens to accounts without a value, and how many there are.

use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::scoring::edits::change_measure;
use crate::scoring::grip::use_grip;
use crate::text::use_text;
use engine::message::MeasureDetail;
use plan::ElementId;
use score::AbsentPolicy;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`AbsentForm`].
#[derive(PartialEq, Properties)]
pub struct AbsentFormProps {
    /// The measure.
    pub id: ElementId,
    /// Its policy.
    pub absent: AbsentPolicy,
    /// For coverage.
    pub detail: Option<Rc<MeasureDetail>>,
}

/// Absent policy and coverage of a measure.
#[component]
pub fn AbsentForm(props: &AbsentFormProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = props.id;
    let set = {
        let grip = grip.clone();
        move |to: AbsentPolicy| {
            grip.edit(|d| change_measure(d, id, |m| *m.absent = to));
        }
    };
    let choices: Rc<[Choice]> = ["skip", "worst", "neutral", "last"]
        .into_iter()
        .map(|v| Choice::new(v, text.t(&format!("score-absent-{v}"))))
        .collect();
    let value = match props.absent {
        AbsentPolicy::Skip => "skip",
        AbsentPolicy::Worst => "worst",
        AbsentPolicy::Neutral => "neutral",
        AbsentPolicy::LastValue { .. } => "last",
    };
    let on_change = {
        let set = set.clone();
        Callback::from(move |to: AttrValue| {
            set(match to.as_str() {
                "worst" => AbsentPolicy::Worst,
                "neutral" => AbsentPolicy::Neutral,
                "last" => AbsentPolicy::LastValue { snapshots: 2 },
                _ => AbsentPolicy::Skip,
            });
        })
    };
    let on_snapshots =
        Callback::from(move |n: f64| set(AbsentPolicy::LastValue { snapshots: n.max(1.0) as u32 }));
    let coverage = props.detail.as_ref().map(|d| {
        let share = f64::from(d.present) / f64::from(d.accounts.max(1));
        text.with(
            "score-present-of",
            &[
                ("present", d.present.into()),
                ("accounts", d.accounts.into()),
                ("share", text.percent(share, 1).into()),
            ],
        )
    });
    html! {
        <section class="form-part">
            <h3>{ text.t("score-absent") }</h3>
            <p class="small quiet">{ coverage }</p>
            <div class="form-line">
                <Select label={text.t("score-absent-policy")} {value} {choices} {on_change} />
                if let AbsentPolicy::LastValue { snapshots } = props.absent {
                    <NumberField
                        label={text.t("score-absent-snapshots")} value={f64::from(snapshots)}
                        min={1.0} max={52.0} unit={text.t("score-snapshots-unit")} on_commit={on_snapshots}
                    />
                }
            </div>
        </section>
    }
}
