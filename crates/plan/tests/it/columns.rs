//! Columns of formulas, and other names for columns.

use plan::{
    AccountsView, BadColumnName, Body, ColumnOfFile, Document, Edit, EditError, Field, Origin,
    SavedFilter, Sorting,
};
use score::{
    AbsentPolicy, Comparison, Condition, Dimension, Input, ItemId, Levels, Literal, Measure, Model,
    Normaliser, Scorecard,
};
use table::Role;

const IN_FILE: [&str; 3] = ["id", "seats", "logins"];

fn snapshot() -> Vec<ColumnOfFile<'static>> {
    IN_FILE.map(|name| ColumnOfFile { shown: name, in_file: Some(name) }).to_vec()
}

fn seats_at_least(number: f64) -> Condition {
    Condition::Compare {
        column: "seats".into(),
        operator: Comparison::AtLeast,
        value: Literal::Number(number),
    }
}

/// A document that names `seats` in every way that there is.
fn document() -> Document {
    let name = || "seats".to_owned();
    let formula = || "logins / Seats".to_owned();
    let inputs = [
        Input::Column(name()),
        Input::DaysSince(name()),
        Input::Ratio { numerator: "logins".into(), denominator: name() },
        Input::Check(Condition::Any(vec![
            Condition::Absent { column: name() },
            Condition::Not(Box::new(Condition::OneOf { column: name(), values: Vec::new() })),
            Condition::Formula(formula()),
        ])),
        Input::Formula(formula()),
    ];
    let measures = inputs.map(|input| Measure {
        id: ItemId(0),
        name: "seats".into(),
        weight: 1.0,
        input: Some(input),
        normaliser: Normaliser::Percentile { higher_is_better: true, within: Some(name()) },
        absent: AbsentPolicy::Skip,
    });
    let dimensions = vec![Dimension {
        id: ItemId(0),
        name: String::new(),
        weight: 1.0,
        measures: measures.into(),
    }];
    let card = |filter| Scorecard {
        id: ItemId(0),
        name: String::new(),
        filter,
        minimum_coverage: 0.5,
        dimensions: dimensions.clone(),
    };
    let cards = vec![card(Some(seats_at_least(3.0))), card(None)];
    let mut document = Document::default();
    let mut apply = |make: &dyn Fn(&Document) -> Edit| {
        let edit = make(&document);
        document.apply(edit).unwrap();
    };
    apply(&|d| d.insert_model(&Model { cards: cards.clone(), levels: Levels::default() }));
    apply(&|d| {
        let known = kpi::Known::Accounts("SUM(seats WHERE logins > 3)".into());
        let nodes = vec![kpi::Node {
            id: kpi::NodeId(0),
            parent: None,
            name: "seats".into(),
            body: kpi::NodeBody { known, ..kpi::NodeBody::default() },
        }];
        d.insert_kpi_tree("tree", &kpi::Tree { nodes, ..kpi::Tree::default() })
    });
    apply(&|d| d.insert_derived_column("per seat", &formula(), Role::MeasureInput));
    apply(&|d| d.insert_journey(plan::preset("own").unwrap(), ""));
    let journey = |d: &Document| d.journeys()[0].id;
    apply(&|d| d.change_journey(journey(d), |j| j.accounts = formula()).unwrap());
    apply(&|d| d.change_journey(journey(d), |j| j.succeeds = formula()).unwrap());
    apply(&|d| d.change_stage(d.stages(journey(d))[0], |s| s.entry = formula()).unwrap());
    apply(&|d| {
        let checkpoint = plan::Checkpoint { condition: formula(), ..Default::default() };
        d.add_checkpoint(d.stages(journey(d))[0], "seats", checkpoint)
    });
    apply(&|_| {
        let filter = SavedFilter {
            name: "large".into(),
            levels: Vec::new(),
            unscored: false,
            moved_up: None,
            search: String::new(),
            condition: seats_at_least(9.0),
        };
        Edit::SetAccountsView(AccountsView {
            columns: Some(vec!["logins".into(), name()]),
            sorting: Some(Sorting {
                by: plan::SortingBy::Column,
                column: name(),
                descending: true,
            }),
            filters: vec![filter],
        })
    });
    document
}

/// The document as JSON, without what people called things by that name for reasons of their own.
fn told(document: &Document) -> String {
    let json = serde_json::to_string(document).unwrap();
    json.replace("\"name\":\"seats\"", "").replace("\"seats\":", "")
}

#[test]
fn a_new_name_reaches_every_place_and_goes_back_exactly() {
    let mut document = document();
    let before = document.clone();
    let edit = document.rename_column("seats", Origin::File, "席 数", &[snapshot()]).unwrap();
    let inverse = document.apply(edit).unwrap();
    let json = told(&document);
    assert!(
        !json.contains("eats\"") && !json.contains("Seats") && !json.contains("(seats"),
        "{json}"
    );
    assert_eq!(document.column_names.get("seats").map(String::as_str), Some("席 数"));
    for text in ["logins / [席 数]", "SUM([席 数] WHERE logins > 3)"] {
        assert!(json.contains(text), "{text} in {json}");
    }
    // by its own name again is no name at all
    let beside = [ColumnOfFile { shown: "席 数", in_file: Some("seats") }];
    let back = document.rename_column("席 数", Origin::File, "seats", &[beside.to_vec()]).unwrap();
    let mut again = document.clone();
    again.apply(back).unwrap();
    assert_eq!(again.column_names.len(), 0);
    document.apply(inverse).unwrap();
    assert_eq!(document, before);
}

#[test]
fn a_column_of_a_formula_goes_by_its_own_name() {
    let mut document = document();
    document
        .apply(document.insert_derived_column("twice", "[per seat] * 2", Role::Segment))
        .unwrap();
    let edit = document.rename_column("per seat", Origin::Formula, "ratio", &[snapshot()]).unwrap();
    document.apply(edit).unwrap();
    let columns = document.columns();
    let derived: Vec<_> = columns.derived.iter().map(|d| (&*d.name, &*d.formula, d.role)).collect();
    let expected =
        [("ratio", "logins / Seats", Role::MeasureInput), ("twice", "ratio * 2", Role::Segment)];
    assert_eq!(derived, expected);
    assert!(columns.called.is_empty());
}

#[test]
fn no_two_columns_of_a_snapshot_have_one_name() {
    let document = document();
    let check =
        |from, to| document.rename_column(from, Origin::File, to, &[snapshot()]).map(|_| ());
    for taken in ["logins", "ＬＯＧＩＮＳ", "Per Seat", " "] {
        assert_eq!(check("seats", taken), Err(BadColumnName::Taken), "{taken}");
    }
    assert_eq!(check("seats", "SEATS"), Ok(()));
    assert_eq!(document.check_column_name("", "id", &[snapshot()]), Err(BadColumnName::Taken));
    // what was called otherwise in older files becomes one column
    let older = vec![ColumnOfFile { shown: "席数", in_file: Some("席数") }];
    let both = [snapshot(), older];
    let mut document = document.clone();
    document.apply(document.rename_column("席数", Origin::File, "seats", &both).unwrap()).unwrap();
    assert_eq!(document.columns().called.get("席数").map(String::as_str), Some("seats"));
    let shown = vec![ColumnOfFile { shown: "seats", in_file: Some("席数") }];
    document
        .apply(
            document.rename_column("seats", Origin::File, "Plätze", &[snapshot(), shown]).unwrap(),
        )
        .unwrap();
    let called = document.columns().called;
    assert_eq!(called.into_values().collect::<Vec<_>>(), ["Plätze", "Plätze"]);
}

/// A later file brings a column of the name that a derived one has: either can be called otherwise, and
/// formulas go on to mean the derived one.
#[test]
fn of_two_with_one_name_the_one_that_is_meant_is_renamed() {
    let document = document();
    let mut clash = snapshot();
    clash.retain(|c| c.in_file.is_some());
    clash.push(ColumnOfFile { shown: "per seat", in_file: Some("per seat") });
    let with = |origin| {
        let mut document = document.clone();
        let edit = document.insert_derived_column("twice", "[per seat] * 2", Role::Segment);
        document.apply(edit).unwrap();
        let before = document.clone();
        let clash = std::slice::from_ref(&clash);
        let edit = document.rename_column("per seat", origin, "ratio", clash).unwrap();
        let inverse = document.apply(edit).unwrap();
        let columns = document.columns();
        document.apply(inverse).unwrap();
        assert_eq!(document, before);
        let derived = columns.derived.into_iter().map(|d| format!("{} = {}", d.name, d.formula));
        (columns.called, derived.collect::<Vec<_>>())
    };
    let (called, derived) = with(Origin::File);
    assert_eq!(called.into_iter().collect::<Vec<_>>(), [("per seat".into(), "ratio".into())]);
    assert_eq!(derived, ["per seat = logins / Seats", "twice = [per seat] * 2"]);
    let (called, derived) = with(Origin::Formula);
    assert_eq!(called.len(), 0);
    assert_eq!(derived, ["ratio = logins / Seats", "twice = ratio * 2"]);
}

/// Where scores are known, a bare `level` is that of the score, and a column only in brackets or exactly so.
#[test]
fn a_column_that_is_called_like_a_score_is_told_from_it() {
    let mut document = document();
    let figure = |d: &Document, text: &str| {
        let known = kpi::Known::Accounts(text.into());
        let node = d.elements.values().find(|e| e.kind() == plan::Kind::KpiNode).unwrap();
        let body = kpi::NodeBody { known, ..kpi::NodeBody::default() };
        Edit::SetBody { id: node.id, body: Body::KpiNode(Box::new(body)) }
    };
    let levels = "COUNTIF(level = 4) + COUNTIF([level] = 4) + COUNTIF(Level = 4)";
    document.apply(figure(&document, levels)).unwrap();
    let journey = document.journeys()[0].id;
    let succeeds = |j: &mut plan::Journey| j.succeeds = "LEVEL >= 3 AND level() > 1".into();
    document.apply(document.change_journey(journey, succeeds).unwrap()).unwrap();
    document.apply(document.insert_derived_column("half", "level / 2", Role::Other)).unwrap();
    let beside = [vec![ColumnOfFile { shown: "Level", in_file: Some("Level") }]];
    let renamed = |document: &Document| {
        let mut document = document.clone();
        let edit = document.rename_column("Level", Origin::File, "Tier", &beside).unwrap();
        document.apply(edit).unwrap();
        serde_json::to_string(&document).unwrap()
    };
    let json = renamed(&document);
    for text in [
        "COUNTIF(level = 4) + COUNTIF(Tier = 4) + COUNTIF(Tier = 4)",
        "LEVEL >= 3 AND level() > 1",
        // columns are made of columns
        "Tier / 2",
    ] {
        assert!(json.contains(text), "{text} in {json}");
    }
    // without a scorecard there are no scores
    let cards: Vec<_> =
        document.elements.values().filter(|e| e.kind() == plan::Kind::Scorecard).collect();
    let edits: Vec<Edit> = cards.iter().rev().map(|e| Edit::Remove(e.id)).collect();
    document.apply(Edit::batch(edits)).unwrap();
    assert!(renamed(&document).contains("Tier >= 3 AND level() > 1"));
}

#[test]
fn no_column_is_newly_called_like_a_score() {
    let document = document();
    for name in ["score", "Level", "ＬＥＶＥＬ"] {
        let renamed = document.rename_column("seats", Origin::File, name, &[snapshot()]);
        assert_eq!(renamed, Err(BadColumnName::MeansScore), "{name}");
        let new = document.check_column_name("", name, &[snapshot()]);
        assert_eq!(new, Err(BadColumnName::MeansScore), "{name}");
    }
    assert_eq!(document.check_column_name("", "my score", &[snapshot()]), Ok(()));
}

#[test]
fn what_cannot_be_is_refused() {
    let mut document = Document::default();
    let out_of = |field| EditError::OutOfRange { id: None, field };
    let blank = Edit::SetColumnName { column: "a".into(), shown: Some(" ".into()) };
    assert_eq!(document.apply(blank), Err(out_of(Field::Name)));
    let id_of_account = document.insert_derived_column("a", "1", Role::AccountId);
    let id = Some(plan::ElementId(document.next_id));
    let refused = EditError::OutOfRange { id, field: Field::Role };
    assert_eq!(document.apply(id_of_account), Err(refused));
    document.apply(document.insert_derived_column("a", "half (typed", Role::Other)).unwrap();
    let id = document.derived_columns()[0].id;
    let body = Body::DerivedColumn { formula: "x".repeat(20_001), role: Role::Other };
    let refused = EditError::OutOfRange { id: Some(id), field: Field::Formula };
    assert_eq!(document.apply(Edit::SetBody { id, body }), Err(refused));
}
