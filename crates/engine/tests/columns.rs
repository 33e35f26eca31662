//! Derived columns and other names for columns, as every call sees them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

mod common;

use engine::message::{
    AccountQuery, Against, Answer, Call, CellValue, ColumnInfo, Export, ExportColumn,
    ExportEncoding, ExportSplit, KpiAnswer, KpiAsk, KpiContext, Problem, ScoringContext,
    SnapshotInfo, Unmade,
};
use engine::{Engine, SnapshotParts};
use formula::{Columns, DerivedColumn, ProblemKind};
use kpi::{Known, Node, NodeBody, NodeId, Tree};
use score::{Condition, Model};
use std::rc::Rc;
use table::{Role, SnapshotId};

const CSV: [&str; 3] = [
    "id,plan,seats,logins\nA1,Pro,10,30\nA2,Max,5,0\n",
    "id,plan,seats,log ins\nA1,Pro,10,40\nA2,Max,5,10\nA3,Pro,,7\n",
    "id,plan,seats,log ins,use\nA1,Pro,20,60,1\nA2,Max,5,20,2\nA3,Pro,2,8,3\n",
];

fn engine() -> Engine {
    common::engine_of(&CSV, &[(0, Role::AccountId)])
}

fn columns(called: &[(&str, &str)], derived: &[(&str, &str, Role)]) -> Rc<Columns> {
    let owned = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
    let derived = derived.iter().map(|(name, formula, role)| DerivedColumn {
        name: (*name).to_owned(),
        formula: (*formula).to_owned(),
        role: *role,
    });
    let called = called.iter().map(owned).collect();
    Rc::new(Columns { called, derived: derived.collect() })
}

/// The later files call it otherwise: one column for people, and one made of it.
fn usual() -> Rc<Columns> {
    columns(
        &[("log ins", "logins")],
        &[
            ("risk", "IF([per seat] < 3, \"high\", \"low\")", Role::Segment),
            ("per seat", "logins / seats", Role::MeasureInput),
            ("gain", "CHANGE([per seat])", Role::MeasureInput),
        ],
    )
}

fn seen(columns: &Rc<Columns>) -> Engine {
    let mut engine = engine();
    engine.see(columns);
    engine
}

fn infos(engine: &mut Engine) -> Vec<SnapshotInfo> {
    let Answer::Snapshots(infos) = engine.answer(Call::Snapshots).unwrap() else { panic!() };
    infos
}

fn shown(info: &SnapshotInfo) -> Vec<&str> {
    info.columns.iter().map(|c| c.0.as_str()).collect()
}

fn details(engine: &mut Engine, id: u32) -> Vec<ColumnInfo> {
    let Answer::Columns(all) = engine.answer(Call::Columns(SnapshotId(id))).unwrap() else {
        panic!()
    };
    all
}

fn context() -> ScoringContext {
    ScoringContext { model: Model::default(), as_of: SnapshotId(3), compared: Some(SnapshotId(2)) }
}

/// The cells of some columns for accounts that meet a condition, as text.
fn cells(engine: &mut Engine, names: &[&str], condition: &str) -> Vec<String> {
    let query = AccountQuery {
        columns: names.iter().map(|n| (*n).to_owned()).collect(),
        conditions: vec![Condition::Formula(condition.to_owned())],
        ..AccountQuery::default()
    };
    let call = Call::Accounts { context: context(), query, from: 0, count: 9 };
    let Answer::Accounts(page) = engine.answer(call).unwrap() else { panic!() };
    let told = |cell: &CellValue| match cell {
        CellValue::Number(n) => n.to_string(),
        CellValue::Text(s) => s.clone(),
        other => format!("{other:?}"),
    };
    let row = |cells: &Vec<CellValue>| cells.iter().map(told).collect::<Vec<_>>().join(" ");
    page.rows.iter().map(|r| format!("{} {}", r.id, row(&r.cells))).collect()
}

#[test]
fn every_snapshot_has_them() {
    let mut engine = seen(&usual());
    let infos = infos(&mut engine);
    assert_eq!(shown(&infos[0]), ["id", "plan", "seats", "logins", "per seat", "risk", "gain"]);
    assert_eq!(shown(&infos[1])[3..], ["logins", "per seat", "risk", "gain"]);
    assert_eq!(infos[1].in_file, ["id", "plan", "seats", "log ins"]);
    assert_eq!(infos[0].columns[5].2, Role::Segment);
    let all = details(&mut engine, 3);
    let find = |name: &str| all.iter().find(|c| c.name == name).unwrap();
    assert_eq!(find("logins").in_file.as_deref(), Some("log ins"));
    assert_eq!(find("logins").in_snapshots.len(), 3);
    assert_eq!((find("per seat").in_file.as_ref(), find("per seat").absent), (None, 0));
}

#[test]
fn rows_filters_and_files_have_them() {
    let mut engine = seen(&usual());
    let found = cells(&mut engine, &["per seat", "gain", "risk"], "risk = \"low\" OR gain > 0");
    assert_eq!(found, ["A1 3 -1 low", "A2 4 2 low", "A3 4 Absent low"]);
    let columns = ["per seat", "logins"].map(|n| (ExportColumn::Column(n.into()), n.to_owned()));
    let export = Export {
        columns: columns.into(),
        encoding: ExportEncoding::Utf8Bom,
        split: ExportSplit::Whole,
        name: "a".to_owned(),
        level_names: Vec::new(),
    };
    let call = Call::Export { context: context(), query: AccountQuery::default(), export };
    let Answer::Exported(exported) = engine.answer(call).unwrap() else { panic!() };
    let text = String::from_utf8_lossy(&exported.parts[0].bytes).into_owned();
    assert!(text.ends_with("per seat,logins\r\n3,60\r\n4,20\r\n4,8\r\n"), "{text}");
}

#[test]
fn kpi_figures_and_segments_have_them() {
    let mut engine = seen(&usual());
    let known = Known::Accounts("SUM([per seat])".to_owned());
    let body = NodeBody { known, ..NodeBody::default() };
    let nodes = vec![Node { id: NodeId(1), parent: None, name: "use".to_owned(), body }];
    let context = KpiContext {
        tree: Tree { nodes, ..Tree::default() }.into(),
        model: Model::default().into(),
        as_of: Some(SnapshotId(3)),
        compared: Some(SnapshotId(2)),
    };
    let ask = |engine: &mut Engine, ask| {
        let call = Call::Kpi { context: Box::new(context.clone()), ask };
        let Answer::Kpi(answer) = engine.answer(call).unwrap() else { panic!() };
        answer
    };
    let KpiAnswer::View(view) = ask(&mut engine, KpiAsk::View) else { panic!() };
    let node = &view.nodes[0];
    assert_eq!((node.value, node.change.as_ref().map(|c| c.difference)), (11.0, Some(5.0)));
    let segment = Some("risk".to_owned());
    let explain = KpiAsk::Explain { node: NodeId(1), against: Against::Compared, segment };
    let KpiAnswer::Explained(why) = ask(&mut engine, explain) else { panic!() };
    let segments = why.accounts.unwrap().segments;
    let mut labels: Vec<_> = segments.iter().filter_map(|g| g.label.as_deref()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["high", "low"]);
}

#[test]
fn what_cannot_be_made_says_why() {
    let mut engine = seen(&columns(
        &[],
        &[
            ("a", "b + 1", Role::Other),
            ("b", "a", Role::Other),
            ("use", "logins", Role::Other),
            ("twice", "use * 2", Role::Other),
        ],
    ));
    let why = |engine: &mut Engine, id, name: &str| {
        let all = details(engine, id);
        all.into_iter().find(|c| c.name == name).unwrap().unmade
    };
    let cycle = Unmade::Cycle(vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(why(&mut engine, 1, "a"), Some(cycle));
    assert_eq!(why(&mut engine, 1, "twice"), None);
    for (id, name) in [(2, "use"), (2, "twice")] {
        let Some(Unmade::Formula(problem)) = why(&mut engine, id, name) else { panic!("{name}") };
        assert!(matches!(problem.kind, ProblemKind::UnknownColumn { .. }), "{problem:?}");
    }
    let all = details(&mut engine, 3);
    let file = all.iter().find(|c| c.name == "use" && c.in_file.is_some()).unwrap();
    assert_eq!(file.unmade, None);
    assert!(all.iter().any(|c| c.name == "use" && c.unmade == Some(Unmade::NameTaken)));
    // made of the file's column, since that has the name there
    assert_eq!(cells(&mut engine, &["twice"], "id = \"A3\""), ["A3 6"]);
}

#[test]
fn names_may_be_exchanged_but_not_doubled() {
    let mut engine = seen(&columns(&[("plan", "seats"), ("seats", "plan"), ("logins", "id")], &[]));
    let infos = infos(&mut engine);
    assert_eq!(shown(&infos[0]), ["id", "seats", "plan", "logins"]);
}

/// A later file may have a column of the very name that another was given: neither is taken for the other, and
/// that is said.
#[test]
fn a_name_that_a_file_has_already_is_told() {
    let mut engine = seen(&columns(&[("seats", "use"), ("plan", "tier")], &[]));
    let told = |engine: &mut Engine, id| {
        let all = details(engine, id);
        let seats = all.into_iter().find(|c| c.in_file.as_deref() == Some("seats")).unwrap();
        (seats.name, seats.name_taken)
    };
    assert_eq!(told(&mut engine, 1), ("use".to_owned(), None));
    assert_eq!(told(&mut engine, 3), ("seats".to_owned(), Some("use".to_owned())));
    assert!(details(&mut engine, 3).iter().all(|c| c.name == "seats" || c.name_taken.is_none()));
}

#[test]
fn only_the_file_is_written_down() {
    let mut engine = seen(&usual());
    engine.change(&[SnapshotId(2)], |stored| {
        stored.snapshot.roles = vec![Role::AccountId, Role::Segment, Role::Other, Role::Other];
    });
    let all = infos(&mut engine);
    assert_eq!(all[1].columns.len(), 7);
    assert_eq!((all[1].columns[1].2, all[1].columns[4].2), (Role::Segment, Role::MeasureInput));
    for (stored, csv) in engine.store().iter().zip(CSV) {
        let read = SnapshotParts::of(stored).unwrap().read().unwrap();
        let names: Vec<_> = read.snapshot.table.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names.join(","), csv.lines().next().unwrap());
        assert_eq!(read.snapshot.roles.len(), names.len());
    }
    // and without the names and the derived columns all is as it was
    engine.see(&Rc::default());
    assert_eq!(shown(&infos(&mut engine)[2]).join(","), CSV[2].lines().next().unwrap());
}

#[test]
fn files_are_not_written_of_two_kinds_of_columns() {
    let mut engine = seen(&usual());
    let export = Export {
        columns: vec![(ExportColumn::Column("per seat".into()), "per seat".to_owned())],
        encoding: ExportEncoding::Utf8Bom,
        split: ExportSplit::Whole,
        name: "a".to_owned(),
        level_names: Vec::new(),
    };
    let mut exporting = engine.begin_export(&context(), &AccountQuery::default(), export).unwrap();
    assert_eq!(engine.export_rows(&mut exporting, 1), Ok(true));
    engine.see(&usual());
    assert_eq!(engine.export_rows(&mut exporting, 1), Ok(true));
    engine.see(&columns(&[("logins", "uses")], &[]));
    assert_eq!(engine.export_rows(&mut exporting, 1), Err(Problem::ColumnsChanged));
}

/// A derived column that looks back says no more of the first snapshot than a formula that does.
#[test]
fn nobody_is_new_before_the_first_snapshot() {
    let mut engine = seen(&columns(
        &[],
        &[
            ("is new", "ISBLANK(PREV(seats))", Role::Segment),
            ("of new", "IF([is new], 1, 0)", Role::MeasureInput),
        ],
    ));
    let known = Known::Accounts("SUM([of new])".to_owned());
    let body = NodeBody { known, ..NodeBody::default() };
    let nodes = vec![Node { id: NodeId(1), parent: None, name: "new".to_owned(), body }];
    let context = KpiContext {
        tree: Tree { nodes, ..Tree::default() }.into(),
        model: Model::default().into(),
        as_of: Some(SnapshotId(3)),
        compared: None,
    };
    let call = Call::Kpi { context: Box::new(context), ask: KpiAsk::View };
    let Answer::Kpi(KpiAnswer::View(view)) = engine.answer(call).unwrap() else { panic!() };
    let series = &view.nodes[0].series;
    assert!(series[0].is_nan() && series[1..].iter().all(|n| n.is_finite()), "{series:?}");
    // nor does any cell of it, whatever its type; in the second snapshot two were there before
    for (at, absent) in [(1, 2), (2, 0)] {
        let all = details(&mut engine, at);
        let found = ["is new", "of new"].map(|name| {
            let column = all.iter().find(|c| c.name == name).unwrap();
            (column.unmade.clone(), column.absent)
        });
        assert_eq!(found, [(None, absent), (None, absent)], "snapshot {at}");
    }
}
