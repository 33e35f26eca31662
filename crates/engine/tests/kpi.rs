//! A KPI tree over snapshots: figures, shares, what-if and who changed it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

mod common;

use engine::Engine;
use engine::message::{
    Against, Answer, Call, KpiAnswer, KpiAsk, KpiContext, KpiExplanation, KpiView,
};
use kpi::{
    Assumptions, Known, Node, NodeBody, NodeId, NodeProblem, Override, Range, Sought, Split,
    Status, Tree, Typed, Unit,
};
use score::Model;
use table::{Day, Role, SnapshotId};

/// Two weeks: A2 leaves, A5 comes, plan b pays more.
const CSV: [&str; 2] = [
    "id,plan,mrr,logins\nA1,a,100,3\nA2,a,50,0\nA3,b,200,9\nA4,b,150,2\n",
    "id,plan,mrr,logins\nA1,a,100,5\nA3,b,220,9\nA4,b,180,0\nA5,c,70,1\n",
];

fn engine() -> Engine {
    common::engine_of(&CSV, &[(0, Role::AccountId), (1, Role::Segment)])
}

fn node(id: u64, parent: Option<usize>, name: &str, known: Known) -> Node {
    let body = NodeBody { known, ..NodeBody::default() };
    Node { id: NodeId(id), parent, name: name.to_owned(), body }
}

/// revenue = accounts × mean, and beside it a rate and a typed figure.
fn tree() -> Tree {
    let accounts = |text: &str| Known::Accounts(text.to_owned());
    let typed = |date, value| Typed { date: Day(date), value };
    let mut nodes = vec![
        node(1, None, "revenue", Known::Formula("accounts * mean".to_owned())),
        node(2, Some(0), "accounts", accounts("COUNT()")),
        node(3, Some(0), "mean", accounts("AVERAGE(mrr)")),
        node(4, Some(2), "active", accounts("RATE(logins > 0)")),
        node(5, Some(0), "nps", Known::Typed(vec![typed(20_007, 30.0), typed(20_014, 40.0)])),
        node(6, Some(0), "broken", accounts("AVERAGE(lost)")),
        node(7, Some(0), "many", accounts("mrr * 2")),
    ];
    nodes[0].body.target = Some(600.0);
    nodes[3].body.unit = Unit::Percent;
    nodes[4].body.target = Some(35.0);
    Tree { nodes, ..Tree::default() }
}

fn context() -> Box<KpiContext> {
    let (as_of, compared) = (Some(SnapshotId(2)), Some(SnapshotId(1)));
    Box::new(KpiContext { tree: tree().into(), model: Model::default().into(), as_of, compared })
}

fn ask(engine: &mut Engine, context: Box<KpiContext>, ask: KpiAsk) -> KpiAnswer {
    match engine.answer(Call::Kpi { context, ask }).unwrap() {
        Answer::Kpi(answer) => answer,
        other => panic!("{other:?}"),
    }
}

fn view(context: Box<KpiContext>) -> KpiView {
    match ask(&mut engine(), context, KpiAsk::View) {
        KpiAnswer::View(view) => view,
        other => panic!("{other:?}"),
    }
}

fn explained(node: u64, against: Against, segment: Option<&str>) -> KpiExplanation {
    let segment = segment.map(str::to_owned);
    match ask(&mut engine(), context(), KpiAsk::Explain { node: NodeId(node), against, segment }) {
        KpiAnswer::Explained(explained) => *explained,
        other => panic!("{other:?}"),
    }
}

#[test]
fn figures_at_every_date() {
    let view = view(context());
    assert_eq!(view.dates, [Day(20_007), Day(20_014)]);
    assert_eq!((view.before, view.now), (Some(0), Some(1)));
    let series: Vec<&[f64]> = view.nodes.iter().map(|n| n.series.as_slice()).collect();
    assert_eq!(
        series[..5],
        [&[500.0, 570.0][..], &[4.0, 4.0], &[125.0, 142.5], &[0.75, 0.75], &[30.0, 40.0],]
    );
    assert_eq!((view.nodes[0].status, view.nodes[4].status), (Status::Near, Status::Met));
    assert_eq!(view.nodes[0].change.unwrap().difference, 70.0);
    assert_eq!(view.nodes[4].met_in_vain, Some(false));
    assert!(matches!(view.nodes[5].bound.problems[..], [NodeProblem::Formula(_)]));
    assert_eq!(view.nodes[6].bound.problems, [NodeProblem::NotOneFigure]);
    assert!(view.nodes[5].value.is_nan() && view.nodes[6].value.is_nan());
    let component: Vec<bool> = view.nodes.iter().map(|n| n.bound.component).collect();
    assert_eq!(component, [false, true, true, false, false, false, false]);
}

/// Before the first snapshot nobody knows who was there: those of the first are not all new.
#[test]
fn what_looks_back_is_absent_in_the_first_snapshot() {
    let mut tree = tree();
    let looks_back = |text: &str| Known::Accounts(text.to_owned());
    tree.nodes[1].body.known = looks_back("SUM(mrr WHERE ISBLANK(PREV(mrr)))");
    tree.nodes[2].body.known = looks_back("COUNTIF(CHANGE(logins) > 0)");
    let view = view(Box::new(KpiContext { tree: tree.into(), ..*context() }));
    let series = |node: usize| (view.nodes[node].series[0], view.nodes[node].series[1]);
    assert!(series(1).0.is_nan() && series(2).0.is_nan());
    assert_eq!((series(1).1, series(2).1), (70.0, 1.0));
}

#[test]
fn figures_step_by_step() {
    let mut engine = engine();
    while engine.kpi_step(&context(), &KpiAsk::View).unwrap() {}
    assert_eq!(engine.kpi_step(&context(), &KpiAsk::View), Ok(false));
    let lost = Box::new(KpiContext { as_of: Some(SnapshotId(9)), ..*context() });
    assert!(engine.kpi_step(&lost, &KpiAsk::View).is_err());
}

#[test]
fn without_snapshots_typed_figures_have_their_dates() {
    let context = Box::new(KpiContext { as_of: None, compared: None, ..*context() });
    let call = Call::Kpi { context, ask: KpiAsk::View };
    let Answer::Kpi(KpiAnswer::View(view)) = Engine::default().answer(call).unwrap() else {
        panic!()
    };
    assert_eq!((view.dates.len(), view.now, view.before), (2, Some(1), Some(0)));
    assert_eq!(view.nodes[4].value, 40.0);
    assert!(view.nodes[0].value.is_nan() && view.nodes[0].bound.problems.is_empty());
}

#[test]
fn why_it_changed() {
    let why = explained(1, Against::Compared, None);
    assert_eq!((why.before, why.now), (500.0, 570.0));
    assert_eq!(why.split, Some(Split::Shares(vec![0.0, 70.0])));
    assert_eq!(why.ends, [(2, 70.0)]);
    assert_eq!(why.by_input.facts.most_up, Some((1, 70.0)));
    assert_eq!(why.by_input.waterfall.steps.len(), 1);
    assert_eq!(why.accounts, None);
}

#[test]
fn what_they_did_only_together() {
    // 1 ÷ (a + b) goes from a half to less a half: whichever changes first, it is undefined on the way.
    let typed = |values: [f64; 2]| {
        let at = |date, value| Typed { date: Day(date), value };
        Known::Typed(vec![at(20_007, values[0]), at(20_014, values[1])])
    };
    let nodes = vec![
        node(1, None, "r", Known::Formula("1 / (a + b)".to_owned())),
        node(2, Some(0), "a", typed([1.0, -1.0])),
        node(3, Some(0), "b", typed([1.0, -1.0])),
    ];
    let tree = Tree { nodes, ..Tree::default() };
    let context = Box::new(KpiContext { tree: tree.into(), ..*context() });
    let asked = KpiAsk::Explain { node: NodeId(1), against: Against::Compared, segment: None };
    let KpiAnswer::Explained(why) = ask(&mut engine(), context, asked) else { panic!() };
    assert_eq!(why.split, Some(Split::Together(-1.0)));
    let step = why.by_input.waterfall.steps[0];
    assert_eq!((step.share, step.from, step.to), (None, 0.5, -0.5));
    assert_eq!((why.by_input.facts.change, why.ends), (-1.0, vec![(0, -1.0)]));
}

#[test]
fn who_changed_a_mean() {
    let why = explained(3, Against::Compared, Some("plan")).accounts.unwrap();
    assert!(!why.adds_up);
    let sum: f64 = why.segments.iter().map(|g| g.effect.total()).sum();
    assert!((sum - 17.5).abs() < 1e-9, "{sum}");
    let of = |label: &str| {
        why.segments.iter().find(|g| g.label.as_deref() == Some(label)).unwrap().effect
    };
    // Half of the accounts are plan b on both sides: all of it is their own mean, 175 → 200.
    assert!((of("b").rate - 12.5).abs() < 1e-9 && of("b").mix.abs() < 1e-9);
    // Plan c is new: a quarter, at 70 against the mean of both weeks.
    assert!((of("c").mix - 0.25 * (70.0 - 133.75)).abs() < 1e-9);
    let [stayed, joined, left] = &why.movement;
    assert_eq!((stayed.before.weight, stayed.now.weight), (3.0, 3.0));
    assert_eq!((joined.now.sum, left.before.sum), (70.0, 50.0));
    let sum: f64 = why.movement.iter().map(|g| g.effect.total()).sum();
    assert!((sum - 17.5).abs() < 1e-9, "{sum}");
}

#[test]
fn who_changed_a_count() {
    let why = explained(2, Against::Compared, Some("plan")).accounts.unwrap();
    let effects: Vec<(Option<&str>, f64)> =
        why.segments.iter().map(|g| (g.label.as_deref(), g.effect.mix)).collect();
    assert_eq!(effects.len(), 3);
    assert!(effects.contains(&(Some("a"), -1.0)) && effects.contains(&(Some("c"), 1.0)));
    assert!(why.adds_up);
}

#[test]
fn what_if_and_goals() {
    let mut engine = engine();
    let overrides = vec![Override { node: NodeId(2), value: 5.0 }];
    let range = Range { node: NodeId(3), low: 130.0, middle: 140.0, high: 160.0 };
    let assumptions = vec![
        Assumptions::default(),
        Assumptions { overrides: overrides.clone(), ranges: vec![range] },
    ];
    let asked = KpiAsk::WhatIf { assumptions, seed: Some(1) };
    let KpiAnswer::WhatIf(what_if) = ask(&mut engine, context(), asked) else { panic!() };
    assert_eq!((what_if[0].values[0], what_if[1].values[0]), (570.0, 712.5));
    assert_eq!(what_if[1].status[0], Status::Met);
    assert_eq!(what_if[1].changes[0].unwrap().difference, 142.5);
    assert!(what_if[0].ranges.is_empty());
    let revenue = what_if[1].ranges[0].unwrap();
    assert!((revenue.low - 650.0).abs() < 0.5 && (revenue.high - 800.0).abs() < 0.5);

    let seek = |goal| KpiAsk::Seek {
        lever: NodeId(2),
        low: 0.0,
        high: 8.0,
        of: NodeId(1),
        goal,
        overrides: Vec::new(),
    };
    let found = ask(&mut engine, context(), seek(600.0));
    let KpiAnswer::Sought(Sought::Reached(x)) = found else { panic!("{found:?}") };
    assert!((x - 600.0 / 142.5).abs() < 1e-9);
    let found = ask(&mut engine, context(), seek(6_000.0));
    assert_eq!(found, KpiAnswer::Sought(Sought::OutOfReach { low: 0.0, high: 1_140.0 }));

    let asked = KpiAsk::Sensitivities { of: NodeId(1), overrides: Vec::new() };
    let KpiAnswer::Sensitivities(found) = ask(&mut engine, context(), asked) else { panic!() };
    assert_eq!(found.len(), 2);
    assert!((found[0].more - 5.7).abs() < 1e-9);

    let why = explained(1, Against::WhatIf(overrides), None);
    assert_eq!((why.before, why.now, why.ends), (570.0, 712.5, vec![(1, 142.5)]));
}

#[test]
fn a_formula_while_it_is_typed() {
    let mut engine = engine();
    let mut typed = |text: &str| {
        let asked = KpiAsk::Accounts { text: text.to_owned() };
        match ask(&mut engine, context(), asked) {
            KpiAnswer::Accounts(formula) => formula,
            other => panic!("{other:?}"),
        }
    };
    let sum = typed("SUM(mrr WHERE plan = \"b\")");
    assert_eq!((sum.before, sum.value, sum.problems.len()), (350.0, 400.0, 0));
    assert_eq!(sum.environment.columns.len(), 4);
    let back = typed("SUM(mrr) - PREV(SUM(mrr))");
    assert!(back.before.is_nan() && back.value == 70.0);
    assert_eq!(typed("plan").problems, [NodeProblem::NotANumber(formula::Type::Text)]);
    let NodeProblem::Formula(lost) = &typed("SUM(mr)").problems[0] else { panic!() };
    assert_eq!(lost.kind.candidates(), ["mrr"]);
}

#[test]
fn two_snapshots_are_too_few_to_correlate() {
    let asked = KpiAsk::Relations { lags: 2, segment: Some("plan".to_owned()) };
    let KpiAnswer::Relations(found) = ask(&mut engine(), context(), asked) else { panic!() };
    assert_eq!(found.len(), 6);
    assert_eq!(found[0].lagged.len(), 3);
    assert!(found[0].lagged[0].level.is_few());
    let across = found[0].across.unwrap();
    assert_eq!((across.points, across.pearson), (3, None));
}
