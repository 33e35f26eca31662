//! A gap that only figures show: KPIs of which it does not show that they move with the goal.

use super::gaps::gap;
use crate::query::use_view;
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiContext, KpiRelation};
use plan::ElementId;
use yew::prelude::*;

/// So many snapshots later the goal may follow.
const LAGS: u32 = 4;

/// Properties of [`Still`].
#[derive(PartialEq, Properties)]
pub struct StillProps {
    /// The KPI tree.
    pub tree: ElementId,
}

/// The KPIs of a tree that were watched long enough and at no lag move with its goal beyond chance.
#[component]
pub fn Still(props: &StillProps) -> Html {
    let text = use_text();
    let state = use_document();
    let session = use_session();
    let as_of = session.as_of().map(|s| s.id);
    let context = use_memo((state.clone(), props.tree, as_of), |(state, tree, as_of)| {
        let tree = state.document.kpi_tree(*tree)?.into();
        let model = state.model.clone();
        Some(KpiContext { tree, model, as_of: *as_of, compared: None })
    });
    let ask = KpiAsk::Relations { lags: LAGS, segment: None };
    let call = (*context).clone().filter(|c| c.as_of.is_some() && c.tree.nodes.len() > 1);
    let view = use_view(call.map(|context| Call::Kpi { context: Box::new(context), ask }));
    let still: Vec<ElementId> = match (view.question.as_deref(), view.answer.as_deref()) {
        (Some(Call::Kpi { context, .. }), Some(Answer::Kpi(KpiAnswer::Relations(all)))) => {
            let nodes = all.iter().filter(|r| stands_still(r));
            let ids = nodes.filter_map(|r| context.tree.nodes.get(r.place));
            ids.filter(|n| !n.name.trim().is_empty()).map(|n| ElementId(n.id.0)).collect()
        }
        _ => Vec::new(),
    };
    html! { <div>{ gap(&text, &state.document, "still", &still) }</div> }
}

/// Whether there are points enough to tell, and none of them tells that it moves with the goal: neither the figures nor
/// their steps.
fn stands_still(relation: &KpiRelation) -> bool {
    let told = |l: &kpi::Lagged| [l.level, l.steps].iter().any(|c| c.pearson.is_some());
    let clear = |l: &kpi::Lagged| l.level.is_clear() || l.steps.is_clear();
    relation.lagged.iter().any(told) && !relation.lagged.iter().any(clear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kpi_that_does_not_move_with_the_goal() {
        let goal: Vec<f64> = (0..12).map(|i| f64::from(i % 5) + f64::from(i) / 10.0).collect();
        let relation = |x: &[f64]| KpiRelation {
            place: 1,
            lagged: kpi::lagged(x, &goal, 2),
            across: None,
            met_in_vain: None,
        };
        assert!(!stands_still(&relation(&goal)));
        let noise = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0, 8.0];
        assert!(stands_still(&relation(&noise)));
        assert!(!stands_still(&relation(&[f64::NAN; 12])), "nothing is known of it");
    }
}
