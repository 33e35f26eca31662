//! A formula while it is written: problems, type, the value of one account and of all.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

mod common;

use engine::Engine;
use engine::message::{
    AccountQuery, Answer, Call, ColumnShape, FormulaColumn, FormulaQuery, FormulaView, Problem,
    ScoringContext,
};
use formula::{Shape, Type, Unit, Value};
use score::{
    AbsentPolicy, Condition, Dimension, Input, ItemId, Measure, Model, Normaliser, Scorecard,
};
use table::{Role, SnapshotId};

const CSV: [&str; 2] = [
    "id,plan,mrr,logins\nA1,a,100,3\nA2,a,50,0\n",
    "id,plan,mrr,logins\nA1,a,100,5\nA2,b,,9\nA3,b,180,0\n",
];

fn engine() -> Engine {
    common::engine_of(&CSV, &[(0, Role::AccountId), (2, Role::Revenue)])
}

fn view(text: &str, account: Option<&str>) -> FormulaView {
    let context = ScoringContext { model: Model::default(), as_of: SnapshotId(2), compared: None };
    let (text, account) = (text.to_owned(), account.map(str::to_owned));
    let query = FormulaQuery { context, text, scores: true, account };
    match engine().answer(Call::Formula(Box::new(query))).unwrap() {
        Answer::Formula(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn column(view: FormulaView) -> FormulaColumn {
    view.result.unwrap().column.unwrap()
}

#[test]
fn a_value_for_each_account() {
    let result = view("mrr / logins", None).result.unwrap();
    assert_eq!((result.result_type, result.unit), (Type::Number, Unit::Money));
    assert_eq!((result.shape, result.value), (Shape::PerAccount, Value::Number(20.0)));
    assert_eq!(result.account, "A1");
    let without = view("IF(id = \"A1\", BLANK(), logins)", None).result.unwrap();
    assert_eq!((without.account.as_str(), without.value), ("A2", Value::Number(9.0)));
    let column = result.column.unwrap();
    assert_eq!((column.present, column.absent, column.distinct), (1, 2, 1));
    let ColumnShape::Numbers { min, max, mean, histogram } = column.values else {
        panic!("numbers have a histogram")
    };
    assert_eq!((min, max, mean), (20.0, 20.0, 20.0));
    assert_eq!(histogram.counts.iter().sum::<u32>(), 1);
}

#[test]
fn the_account_asked_for() {
    let value = |account| view("CHANGE(logins)", Some(account)).result.unwrap().value;
    assert_eq!(value("A2"), Value::Number(9.0));
    assert_eq!(value("A3"), Value::Absent, "it was not there before");
    assert_eq!(value("A9"), Value::Absent, "it is not there");
}

#[test]
fn texts_are_counted() {
    let ColumnShape::Top(top) = column(view("UPPER(plan) & \"!\"", None)).values else {
        panic!("texts are counted")
    };
    let top: Vec<_> = top.into_iter().map(|t| (t.value, t.count)).collect();
    assert_eq!(top, [("B!".to_owned(), 2), ("A!".to_owned(), 1)]);
}

#[test]
fn one_figure() {
    let result = view("SUM(mrr) - PREV(SUM(mrr))", None).result.unwrap();
    assert_eq!((result.shape, result.value), (Shape::Figure, Value::Number(130.0)));
    assert_eq!(result.column, None);
}

/// The ids that a filter keeps.
fn kept(filter: &str) -> Result<Vec<String>, Problem> {
    let mut model = Model::default();
    let measure = Measure {
        id: ItemId(3),
        name: "use".to_owned(),
        weight: 1.0,
        input: Some(Input::Formula("logins * 10".to_owned())),
        normaliser: Normaliser::Formula,
        absent: AbsentPolicy::Skip,
    };
    let dimension =
        Dimension { id: ItemId(2), name: String::new(), weight: 1.0, measures: vec![measure] };
    model.cards.push(Scorecard {
        id: ItemId(1),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions: vec![dimension],
    });
    let context = ScoringContext { model, as_of: SnapshotId(2), compared: None };
    let conditions = vec![Condition::Formula(filter.to_owned())];
    let query = AccountQuery { conditions, ..AccountQuery::default() };
    match engine().answer(Call::Accounts { context, query, from: 0, count: 9 })? {
        Answer::Accounts(page) => Ok(page.rows.into_iter().map(|r| r.id).collect()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_filter_may_be_a_formula() {
    assert_eq!(kept("mrr > 50 AND logins > 0").unwrap(), ["A1"]);
    assert_eq!(kept("score >= 50").unwrap(), ["A1", "A2"], "scores 50 and 90");
    assert_eq!(kept("POINTS(\"use\") = 0").unwrap(), ["A3"]);
    assert_eq!(kept("CHANGE(logins) > 2").unwrap(), ["A2"]);
    assert_eq!(kept("login > 2"), Err(Problem::FormulaWrong("login > 2".to_owned())));
}

#[test]
fn problems_say_what_was_meant() {
    let view = view("login + score", None);
    let says: Vec<String> = view.problems.iter().map(|p| p.kind.to_string()).collect();
    assert_eq!(
        says,
        ["no column `login`: did you mean `logins`?", "scores are not known here"],
        "without a scorecard there are no scores"
    );
    assert_eq!(view.result, None);
    assert_eq!(view.environment.columns.len(), 4);
}
