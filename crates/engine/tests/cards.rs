//! The figures of a measure are those of its card's accounts.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

mod common;

use engine::Engine;
use engine::message::{Answer, Call, Detail, ScoringContext};
use score::{
    AbsentPolicy, Condition, Dimension, Input, ItemId, Levels, Measure, Model, Normaliser,
    Scorecard,
};
use table::{Role, SnapshotId};

/// Of plan a the highest leave, of plan b the lowest; one account of each has no value.
const CSV: &str = "id,plan,m,churn\n\
    A1,a,1,0\nA2,a,2,0\nA3,a,8,1\nA4,a,,1\n\
    B1,b,1,1\nB2,b,2,1\nB3,b,8,0\nB4,b,9,0\nB5,b,,0\n";

fn card(id: u64, plan: Option<&str>) -> Scorecard {
    let measure = Measure {
        id: ItemId(id + 2),
        name: "m".to_owned(),
        weight: 1.0,
        input: Some(Input::Column("m".to_owned())),
        normaliser: Normaliser::Linear { worst: 0.0, best: 10.0 },
        absent: AbsentPolicy::Neutral,
    };
    Scorecard {
        id: ItemId(id),
        name: String::new(),
        filter: plan
            .map(|p| Condition::OneOf { column: "plan".to_owned(), values: vec![p.to_owned()] }),
        minimum_coverage: 0.5,
        dimensions: vec![Dimension {
            id: ItemId(id + 1),
            name: "d".to_owned(),
            weight: 1.0,
            measures: vec![measure],
        }],
    }
}

fn engine() -> Engine {
    common::engine_of(&[CSV], &[(0, Role::AccountId), (3, Role::Outcome)])
}

/// Values of their own, accounts and AUC of each measure.
fn figures(engine: &mut Engine, cards: Vec<Scorecard>) -> Vec<(u32, u32, f64)> {
    let model = Model { cards, levels: Levels::default() };
    let context = ScoringContext { model, as_of: SnapshotId(1), compared: None };
    let call = Call::Score { context, detail: Detail::Full };
    let Answer::Score(view) = engine.answer(call).unwrap() else { panic!() };
    view.measures.iter().map(|m| (m.present, m.accounts, m.auc.unwrap())).collect()
}

#[test]
fn each_card_counts_its_own_accounts() {
    let mut engine = engine();
    let one = figures(&mut engine, vec![card(1, None)]);
    assert_eq!((one[0].0, one[0].1), (7, 9));
    let two = figures(&mut engine, vec![card(1, Some("a")), card(10, Some("b"))]);
    assert_eq!((two[0].0, two[0].1), (3, 4));
    assert_eq!((two[1].0, two[1].1), (4, 5));
    // one card's points tell it one way round, the other's the other way
    assert!((two[0].2 - two[1].2).abs() == 1.0, "{two:?}");
    // what was kept for other accounts is not answered again
    assert_eq!(figures(&mut engine, vec![card(1, None)]), one);
}
