//! Gaps that only figures show: KPIs whose formula gives no figure in the snapshot on show, and those of which it does
//! not show that they move with the goal.

use super::gaps::gap;
use crate::hooks::use_memo;
use crate::markup::html;
use crate::query::use_view;
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiContext, KpiRelation, KpiView};
use kpi::{Known, Tree};
use plan::{ElementId, Gap};
use yew::prelude::*;

/// So many snapshots later the goal may follow.
const LAGS: u32 = 4;

/// Properties of [`Still`].
#[derive(PartialEq, Properties)]
pub struct StillProps {
    /// The KPI tree.
    pub tree: ElementId,
}

/// The KPIs of a tree that have a formula and no figure, and those that were watched long enough and at no lag move with its goal beyond chance.
#[component]
pub fn Still(props: &StillProps) -> Html {
    let text = use_text();
    let state = use_document();
    let session = use_session();
    let as_of = session.as_of().map(|s| s.id);
    let compared = session.compared().map(|s| s.id);
    let shown = (as_of, compared);
    let context = use_memo((state.clone(), props.tree, shown), |(state, tree, shown)| {
        let tree = state.document.kpi_tree(*tree)?.into();
        let model = state.model.clone();
        Some(KpiContext { tree, model, as_of: shown.0, compared: shown.1 })
    });
    let ask = KpiAsk::Relations { lags: LAGS, segment: None };
    let context = (*context).clone().filter(|c| c.as_of.is_some());
    let figures = use_view(context.clone().map(|context| {
        let context = Box::new(context);
        Call::Kpi { context, ask: KpiAsk::View }
    }));
    let absent = match (figures.question.as_deref(), figures.answer.as_deref()) {
        (Some(Call::Kpi { context, .. }), Some(Answer::Kpi(KpiAnswer::View(view)))) => {
            let gaps = state.document.gaps();
            let told = |id| gaps.contains(&(Gap::KpiWithoutData, id));
            without_figure(&context.tree, view, told)
        }
        _ => Vec::new(),
    };
    let call = context.filter(|c| c.tree.nodes.len() > 1);
    let view = use_view(call.map(|context| Call::Kpi { context: Box::new(context), ask }));
    let still: Vec<ElementId> = match (view.question.as_deref(), view.answer.as_deref()) {
        (Some(Call::Kpi { context, .. }), Some(Answer::Kpi(KpiAnswer::Relations(all)))) => {
            let nodes = all.iter().filter(|r| stands_still(r));
            let ids = nodes.filter_map(|r| context.tree.nodes.get(r.place));
            ids.filter(|n| !n.name.trim().is_empty()).map(|n| ElementId(n.id.0)).collect()
        }
        _ => Vec::new(),
    };
    html! {
        <div>
            { gap(&text, &state.document, "absent", &absent) }
            { gap(&text, &state.document, "still", &still) }
        </div>
    }
}

/// The KPIs that have a formula, and no figure in the snapshot on show; not those that only lack what another one of them
/// lacks, or one of which that is `told` already.
fn without_figure(tree: &Tree, view: &KpiView, told: impl Fn(ElementId) -> bool) -> Vec<ElementId> {
    let written = |known: &Known| match known {
        Known::Formula(text) | Known::Accounts(text) => !text.trim().is_empty(),
        Known::Unknown | Known::Typed(_) => false,
    };
    let id = |at: usize| tree.nodes.get(at).map(|n| ElementId(n.id.0));
    let absent: Vec<usize> = (0..tree.nodes.len())
        .filter(|at| {
            let (node, figure) = (&tree.nodes[*at], view.nodes.get(*at).map(|n| n.value));
            let named = !node.name.trim().is_empty();
            named && written(&node.body.known) && figure.is_some_and(|f| !f.is_finite())
        })
        .collect();
    let of_another = |at: &usize| {
        let inputs = view.nodes.get(*at).map(|n| n.bound.inputs.as_slice()).unwrap_or_default();
        inputs.iter().any(|i| absent.contains(i) || id(*i).is_some_and(&told))
    };
    let own = absent.iter().filter(|at| !of_another(at));
    own.filter_map(|at| id(*at)).filter(|id| !told(*id)).collect()
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
    use engine::{Engine, Stored};
    use kpi::{Node, NodeBody, NodeId};
    use table::{Day, OutcomeMeaning, SnapshotId};

    #[test]
    fn a_kpi_that_needs_an_earlier_snapshot() {
        let mut engine = Engine::default();
        let weeks = |weeks| {
            let spec = sample::Spec {
                accounts: 200,
                weeks,
                ..sample::Spec::new(Day(20_600), sample::Language::English)
            };
            sample::generate(spec).map(|s| Stored::new(s, OutcomeMeaning::OneIsRenewed)).collect()
        };
        let over = |text: &str| Known::Accounts(text.to_owned());
        let all = [
            ("goal", Known::Formula("new + old + open".to_owned())),
            ("old", over("COUNT()")),
            ("new", over("CHANGE(COUNT())")),
            ("sum", Known::Formula("open + old".to_owned())),
            ("open", Known::Unknown),
        ];
        let node = |(at, (name, known)): (usize, &(&str, Known))| {
            let body = NodeBody { known: known.clone(), ..NodeBody::default() };
            let parent = (at > 0).then_some(0);
            Node { id: NodeId(at as u64), parent, name: (*name).to_owned(), body }
        };
        let tree = Tree { nodes: all.iter().enumerate().map(node).collect(), ..Tree::default() };
        let mut found = |snapshots: u32, told: Option<u64>| {
            engine.load(weeks(snapshots));
            let at = |n: u32| (n > 0).then_some(SnapshotId(n));
            let context = KpiContext {
                tree: tree.clone().into(),
                model: score::Model::default().into(),
                as_of: at(snapshots),
                compared: at(snapshots - 1),
            };
            let call = Call::Kpi { context: Box::new(context), ask: KpiAsk::View };
            let Answer::Kpi(KpiAnswer::View(view)) = engine.answer(call).unwrap() else { panic!() };
            without_figure(&tree, &view, |id| Some(id.0) == told)
        };
        assert_eq!(found(1, Some(4)), [ElementId(2)], "the others lack what is told already");
        assert_eq!(found(1, None), [ElementId(2), ElementId(3)]);
        assert!(found(2, Some(4)).is_empty());
    }

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
