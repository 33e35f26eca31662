//! Account ids: each stands in one row.
#![allow(clippy::unwrap_used, reason = "a failing test says where")]

use engine::message::{Answer, Call, Problem};
use engine::{Engine, Stored};
use table::{ColumnType, Day, DiagnosticKind, Overrides, Role, SnapshotId, Source};

fn read(csv: &str) -> Result<Stored, Problem> {
    read_as(csv, None)
}

fn read_as(csv: &str, id: Option<ColumnType>) -> Result<Stored, Problem> {
    let mut layout = table::inspect(csv.as_bytes(), true, "a.csv", &Overrides::default()).layout;
    layout.columns[0].role = Role::AccountId;
    layout.columns[0].column_type = id;
    let source = Source { file: "a.csv".to_owned(), ..Source::default() };
    Engine::default().make_snapshot(table::read(layout, csv.as_bytes()), Day(0), source)
}

#[test]
fn long_whole_numbers_are_different_ids() {
    let csv = "id,n\n1234567890123456789,1\n1234567890123456788,2\n1234567890123456787,3\n";
    let stored = read(csv).unwrap();
    let ids = stored.column_of(Role::AccountId).unwrap();
    assert_eq!(ids.data.column_type(), ColumnType::Text);
    let again = format!("{csv}1234567890123456789,4\n1234567890123456789,5\n");
    let examples = vec!["1234567890123456789".to_owned()];
    let problem = Problem::DuplicateIds { file: "a.csv".to_owned(), count: 2, examples };
    assert_eq!(read(&again), Err(problem));
}

#[test]
fn rows_without_an_id_are_reported_not_read() {
    let stored = read("id,n\nA1,1\n,2\n  ,3\n\"\",4\nA2,x\nA3\n \nA4,5\n").unwrap();
    let report = &stored.snapshot.report;
    assert_eq!((report.rows_read, report.rows_rejected), (4, 4));
    assert_eq!(stored.snapshot.table.rows, 4);
    let ids: Vec<String> = (0..4).map(|row| stored.account_id(row)).collect();
    assert_eq!(ids, ["A1", "A2", "A3", "A4"]);
    let nameless: Vec<(u64, &str)> = report
        .diagnostics
        .iter()
        .filter(|d| d.kind == DiagnosticKind::NoAccountId)
        .map(|d| (d.line, d.text.as_str()))
        .collect();
    assert_eq!(nameless, [(3, ",2"), (4, "  ,3"), (5, "\"\",4"), (8, " ")]);
}

#[test]
fn an_id_that_is_no_number_makes_all_ids_text() {
    let mut csv = "id,n\n".to_owned();
    (0..200).for_each(|i| csv.push_str(&format!("{i},1\n")));
    csv.push_str("A-7,1\n");
    let stored = read(&csv).unwrap();
    assert_eq!(stored.snapshot.table.rows, 201);
    assert_eq!(stored.account_id(200), "A-7");
    let forced = read_as(&csv, Some(ColumnType::Integer));
    assert_eq!(forced, Err(Problem::NoAccountId("a.csv".to_owned())));
}

#[test]
fn what_was_not_read_is_told_in_the_words_given() {
    let mut engine = Engine::default();
    let mut stored = read("id,n\nA1,1\n,2\nA2,3\n").unwrap();
    stored.snapshot.id = SnapshotId(1);
    engine.load(vec![stored]);
    let call = Call::DiagnosticsCsv {
        snapshot: SnapshotId(1),
        headers: ["f", "l", "c", "r", "t"].map(str::to_owned).to_vec(),
        words: vec![(DiagnosticKind::NoAccountId, "nameless".to_owned())],
    };
    let Ok(Answer::Exported(exported)) = engine.answer(call) else { unreachable!("it is there") };
    let csv = String::from_utf8_lossy(&exported.parts[0].bytes).into_owned();
    assert!(csv.contains("f,l,c,r,t") && csv.contains("a.csv,3,,nameless,"), "{csv}");
}

#[test]
fn a_few_repeated_ids_are_rejected_with_their_lines() {
    let mut csv = "id,n\n".to_owned();
    (0..60).for_each(|i| csv.push_str(&format!("A{i},\"1\n2\"\n")));
    csv.push_str(",9\nA7,3\nA60,4\nA7,5\n");
    let stored = read(&csv).unwrap();
    let report = &stored.snapshot.report;
    assert_eq!((report.rows_read, report.rows_rejected), (61, 3));
    assert_eq!(stored.account_id(60), "A60");
    let again: Vec<(u64, &str)> = report
        .diagnostics
        .iter()
        .filter(|d| d.kind == DiagnosticKind::RepeatedId)
        .map(|d| (d.line, d.text.as_str()))
        .collect();
    assert_eq!(again, [(123, "A7,3"), (125, "A7,5")]);
}

#[test]
fn a_file_with_several_rows_an_account_is_refused() {
    let csv: String = (0..40).map(|i| format!("A{},{i}\n", i % 20)).collect();
    let problem = read(&format!("id,n\n{csv}")).unwrap_err();
    assert!(matches!(problem, Problem::DuplicateIds { count: 20, .. }), "{problem:?}");
}

#[test]
fn numbers_that_repeat_are_told_whatever_they_look_like() {
    let csv: String = (1..=30).map(|i| format!("{i},1\n")).collect();
    let stored = read(&format!("id,n\n{csv}7.0,2\n")).unwrap();
    assert_eq!(stored.snapshot.table.rows + stored.snapshot.report.rows_rejected as usize, 31);
}
