//! Questions that take many steps.

use super::figures::MOST_KNOWN;
use crate::message::{KpiAsk, KpiContext, Problem};
use crate::{Engine, Stored};
use kpi::{Known, Node, NodeBody, NodeId, Tree};
use sample::{Language, Spec};
use score::{Levels, Model};
use table::{Day, OutcomeMeaning, SnapshotId};

/// 8 snapshots of 600 accounts.
fn engine() -> Engine {
    let spec = Spec { accounts: 600, weeks: 8, ..Spec::new(Day(20_772), Language::English) };
    let mut engine = Engine::default();
    engine.load(
        sample::generate(spec).map(|s| Stored::new(s, OutcomeMeaning::OneIsRenewed)).collect(),
    );
    engine
}

/// So many aggregates, from a number on.
fn context(from: u64, count: u64) -> KpiContext {
    let node = |at: u64| {
        let known = Known::Accounts(format!("COUNT() + {}", from + at));
        let parent = (at > 0).then_some(0);
        let body = NodeBody { known, ..NodeBody::default() };
        Node { id: NodeId(at + 1), parent, name: format!("n{at}"), body }
    };
    KpiContext {
        tree: Tree { nodes: (0..count).map(node).collect(), ..Tree::default() }.into(),
        model: Model::default().into(),
        as_of: Some(SnapshotId(8)),
        compared: None,
    }
}

/// How many steps a question takes; it must come to an end.
fn steps(engine: &mut Engine, context: &KpiContext) -> usize {
    engine.kpi_begin(context, &KpiAsk::View).unwrap();
    (1..)
        .find(|count| {
            assert!(*count < 1_000, "no end");
            !engine.kpi_step(context, &KpiAsk::View).unwrap()
        })
        .unwrap()
}

#[test]
fn one_question_larger_than_what_is_remembered_comes_to_an_end() {
    let mut engine = engine();
    // 8 snapshots of as many figures as are remembered
    let large = context(0, MOST_KNOWN as u64);
    assert!(steps(&mut engine, &large) > 300);
    assert_eq!(steps(&mut engine, &large), 1, "all of it is known");
    // what another asks for takes its place
    assert!(steps(&mut engine, &context(1_000, 10)) > 10);
    assert!(engine.figures.count() <= MOST_KNOWN);
}

#[test]
fn a_superseded_model_ends_a_question() {
    let mut engine = engine();
    let old = context(0, 9);
    let mut new = old.clone();
    new.model = Model {
        levels: Levels { hysteresis_points: 3.0, ..Levels::default() },
        ..Model::default()
    }
    .into();
    let step = |engine: &mut Engine, context: &KpiContext| engine.kpi_step(context, &KpiAsk::View);
    engine.kpi_begin(&old, &KpiAsk::View).unwrap();
    assert_eq!(step(&mut engine, &old), Ok(true));
    engine.kpi_begin(&new, &KpiAsk::View).unwrap();
    assert_eq!(step(&mut engine, &new), Ok(true));
    assert_eq!(step(&mut engine, &old), Err(Problem::Cancelled));
    // but what was asked again is answered
    assert!(steps(&mut engine, &old) > 1);
    assert_eq!(step(&mut engine, &new), Err(Problem::Cancelled));
    // and other data is no other model
    engine.change(&[], |_| {});
    assert_eq!(step(&mut engine, &new), Ok(true));
}
