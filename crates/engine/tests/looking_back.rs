//! Formulas that look back: how far there is to look, and what cannot be known.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

mod common;

use engine::Engine;
use engine::message::{
    AccountQuery, Answer, Call, CellValue, Detail, FormulaQuery, JourneyAnswer, JourneyAsk,
    JourneyContext, JourneyStage, KpiAnswer, KpiAsk, KpiContext, ScoringContext,
};
use formula::{Columns, DerivedColumn, Value};
use kpi::{Known, Node, NodeBody, NodeId, Tree};
use score::{
    AbsentPolicy, Condition, Dimension, Input, ItemId, Measure, Model, Normaliser, Scorecard,
};
use std::rc::Rc;
use table::{Day, Role, SnapshotId};

/// Day after day one account logs in as often as the number of the day says.
fn daily(days: i32) -> Engine {
    let files: Vec<String> = (1..=days).map(|day| format!("id,logins\na,{day}\n")).collect();
    let dated: Vec<(Day, &str)> =
        (1..).zip(&files).map(|(day, csv)| (Day(20_000 + day), csv.as_str())).collect();
    common::engine_on(&dated, &[(0, Role::AccountId)])
}

/// Files of one week after the other.
fn files(files: &[&str]) -> Engine {
    common::engine_of(files, &[(0, Role::AccountId)])
}

fn derive(engine: &mut Engine, columns: &[(&str, &str)]) {
    let derived = columns.iter().map(|(name, formula)| DerivedColumn {
        name: (*name).to_owned(),
        formula: (*formula).to_owned(),
        role: Role::Other,
    });
    engine.see(&Rc::new(Columns { derived: derived.collect(), ..Columns::default() }));
}

fn scoring(as_of: u32) -> ScoringContext {
    ScoringContext { model: Model::default(), as_of: SnapshotId(as_of), compared: None }
}

/// The figure of a formula at every date.
fn series(engine: &mut Engine, text: &str) -> Vec<f64> {
    let body = NodeBody { known: Known::Accounts(text.to_owned()), ..NodeBody::default() };
    let nodes = vec![Node { id: NodeId(1), parent: None, name: "n".to_owned(), body }];
    let as_of = engine.store().iter().next_back().map(|s| s.id());
    let context = KpiContext {
        tree: Tree { nodes, ..Tree::default() }.into(),
        model: Model::default().into(),
        as_of,
        compared: None,
    };
    let call = Call::Kpi { context: Box::new(context), ask: KpiAsk::View };
    let Answer::Kpi(KpiAnswer::View(view)) = engine.answer(call).unwrap() else { panic!() };
    view.nodes[0].series.clone()
}

/// The ids of the accounts that a filter keeps, each with a column.
fn kept(engine: &mut Engine, as_of: u32, filter: &str, column: &str) -> Vec<(String, CellValue)> {
    let query = AccountQuery {
        columns: vec![column.to_owned()],
        conditions: vec![Condition::Formula(filter.to_owned())],
        ..AccountQuery::default()
    };
    let call = Call::Accounts { context: scoring(as_of), query, from: 0, count: 9 };
    let Answer::Accounts(page) = engine.answer(call).unwrap() else { panic!() };
    page.rows.into_iter().map(|r| (r.id, r.cells[0].clone())).collect()
}

/// How many accounts stand at a stage with an entry condition, and of how many nobody knows.
fn standing(engine: &mut Engine, as_of: u32, entry: &str) -> (u32, u32) {
    let stage = JourneyStage { entry: entry.to_owned(), ..JourneyStage::default() };
    let context = JourneyContext {
        scoring: scoring(as_of),
        kind: String::new(),
        success: String::new(),
        stages: vec![stage],
    };
    let call = Call::Journey { context: Box::new(context), ask: JourneyAsk::View };
    let Answer::Journey(answer) = engine.answer(call).unwrap() else { panic!() };
    let JourneyAnswer::View(view) = *answer else { panic!() };
    let now = view.now.unwrap();
    (now.stages[0].standing, now.unknown)
}

fn value(engine: &mut Engine, as_of: u32, text: &str) -> Value {
    let query = FormulaQuery {
        context: scoring(as_of),
        text: text.to_owned(),
        scores: false,
        account: None,
    };
    let Answer::Formula(view) = engine.answer(Call::Formula(Box::new(query))).unwrap() else {
        panic!()
    };
    view.result.unwrap().value
}

#[test]
fn as_far_as_a_formula_says() {
    let mut engine = daily(100);
    derive(&mut engine, &[("then", "PREV(logins, 3 months)"), ("long ago", "PREV(logins, 75)")]);
    // the days are those after 4 October: three months before 12 January is 12 October
    let (id, then) = &kept(&mut engine, 100, "PREV(logins, 3 months) = 8", "then")[0];
    assert_eq!((id.as_str(), then), ("a", &CellValue::Number(8.0)));
    let (_, then) = &kept(&mut engine, 100, "PREV(logins, 99) = 1", "long ago")[0];
    assert_eq!(then, &CellValue::Number(25.0));
    let figures = series(&mut engine, "SUM(PREV(logins, 3 months))");
    assert_eq!(figures[99], 8.0);
    // the first day is nearest until then, and by more than half of the span off before the 47th
    assert!(figures[..46].iter().all(|f| f.is_nan()), "{figures:?}");
    assert!(figures[46..93].iter().all(|f| *f == 1.0), "{figures:?}");
    assert_eq!(series(&mut engine, "SUM(PREV(logins, 60))")[99], 40.0);
    assert_eq!(standing(&mut engine, 100, "PREV(logins, 80) = 20"), (1, 0));
    assert_eq!(
        value(&mut engine, 100, "SUM(PREV(PREV(logins, 40), 40 days))"),
        Value::Number(20.0)
    );
}

const SHRINKING: [&str; 3] = ["id,x\na,9\nb,5\n", "id,x\na,6\nb,5\n", "id,x\na,5\nb,1\n"];

#[test]
fn what_an_earlier_snapshot_could_not_know_is_not_nothing() {
    let mut engine = files(&SHRINKING);
    derive(&mut engine, &[("gain", "CHANGE(x)"), ("gain before", "PREV(gain)")]);
    let figures = series(&mut engine, "COUNTIF(PREV(gain) < 0)");
    assert!(figures[0].is_nan() && figures[1].is_nan() && figures[2] == 1.0, "{figures:?}");
    let figures = series(&mut engine, "COUNT([gain before])");
    assert!(figures[0].is_nan() && figures[1].is_nan() && figures[2] == 2.0, "{figures:?}");
    assert_eq!(standing(&mut engine, 2, "ISBLANK(PREV(gain))"), (0, 2));
    assert!(kept(&mut engine, 2, "ISBLANK(PREV(gain))", "x").is_empty());
    assert_eq!(value(&mut engine, 2, "COUNTIF(PREV(gain) < 0)"), Value::Absent);
    assert_eq!(value(&mut engine, 3, "COUNTIF(PREV(gain) < 0)"), Value::Number(1.0));
}

/// How many accounts have a value of a measure that is this formula, and what a reader of it is shown.
fn measured(engine: &mut Engine, as_of: u32, text: &str) -> (u32, Option<u64>) {
    let measure = Measure {
        id: ItemId(1),
        name: String::new(),
        weight: 1.0,
        input: Some(Input::Formula(text.to_owned())),
        normaliser: Normaliser::Check,
        absent: AbsentPolicy::Skip,
    };
    let dimensions = vec![Dimension {
        id: ItemId(2),
        name: String::new(),
        weight: 1.0,
        measures: vec![measure],
    }];
    let card = Scorecard {
        id: ItemId(3),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions,
    };
    let context =
        ScoringContext { model: Model { cards: vec![card], ..Model::default() }, ..scoring(as_of) };
    let call = Call::Score { context: context.clone(), detail: Detail::Full };
    let Answer::Score(view) = engine.answer(call).unwrap() else { panic!() };
    let query = FormulaQuery { context, text: text.to_owned(), scores: false, account: None };
    let Answer::Formula(shown) = engine.answer(Call::Formula(Box::new(query))).unwrap() else {
        panic!()
    };
    (view.scored, shown.result.unwrap().column.map(|c| c.present))
}

#[test]
fn a_measure_says_nothing_of_what_was_before_the_first_snapshot() {
    let mut engine = files(&SHRINKING);
    derive(&mut engine, &[("gain", "CHANGE(x)"), ("new", "ISBLANK(PREV(x))")]);
    for text in ["ISBLANK(PREV(x))", "IFBLANK(CHANGE(x), 0)", "ISBLANK(gain)", "NOT new"] {
        assert_eq!(measured(&mut engine, 1, text), (0, Some(0)), "{text}");
        assert_eq!(measured(&mut engine, 2, text), (2, Some(2)), "{text}");
    }
    // nor of what was before by way of a column
    assert_eq!(measured(&mut engine, 2, "ISBLANK(PREV(gain))"), (0, Some(0)));
    assert_eq!(measured(&mut engine, 3, "ISBLANK(PREV(gain))"), (2, Some(2)));
}

#[test]
fn a_column_that_an_earlier_file_lacks_is_not_known_there() {
    let mut engine =
        files(&["id,x\na,9\n", "id,x,nps\na,6,8\nb,1,9\n", "id,x,nps\na,6,7\nb,1,9\n"]);
    for text in ["COUNTIF(CHANGE(nps) < 0)", "DISTINCT(PREV(nps))", "PREV(COUNT(nps))"] {
        let figures = series(&mut engine, text);
        assert!(figures[..2].iter().all(|f| f.is_nan()) && figures[2] >= 1.0, "{text} {figures:?}");
    }
    // of another type is not there either
    let mut engine = files(&["id,x\na,soon\nb,late\n", "id,x\na,2\nb,1\n"]);
    assert!(series(&mut engine, "COUNT(PREV(x))")[1].is_nan());
    let mut engine = files(&["id,x\na,2024-01-02\nb,2024-01-03\n", "id,x\na,2\nb,1\n"]);
    assert!(series(&mut engine, "SUM(PREV(x))")[1].is_nan());
    let mut engine = files(&["id,x\na,yes\nb,no\n", "id,x\na,1\nb,1\n"]);
    assert_eq!(series(&mut engine, "COUNTIF(CHANGE(x) > 0)")[1], 1.0, "a flag is 0 or 1");
}

#[test]
fn a_change_looks_at_both_ends() {
    let mut engine = files(&SHRINKING);
    let figures = series(&mut engine, "COUNTIF(CHANGE(PREV(x)) < 0)");
    assert!(figures[0].is_nan() && figures[1].is_nan() && figures[2] == 1.0, "{figures:?}");
    // thirty days before the last there is nothing near, though there is before the one before
    let dated: Vec<(Day, &str)> =
        [20_020, 20_050, 20_100].map(Day).into_iter().zip(SHRINKING).collect();
    let mut engine = common::engine_on(&dated, &[(0, Role::AccountId)]);
    assert!(series(&mut engine, "COUNTIF(CHANGE(PREV(x, 30 days)) < 0)")[2].is_nan());
    assert_eq!(series(&mut engine, "COUNTIF(CHANGE(x) < 0)")[2], 2.0);
}
