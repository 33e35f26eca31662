//! Account ids: each stands in one row.
#![allow(clippy::unwrap_used, reason = "a failing test says where")]

use engine::message::Problem;
use engine::{Engine, Stored};
use table::{ColumnType, Day, Overrides, Role, Source};

fn read(csv: &str) -> Result<Stored, Problem> {
    let mut layout = table::inspect(csv.as_bytes(), true, "a.csv", &Overrides::default()).layout;
    layout.columns[0].role = Role::AccountId;
    let source = Source { file: "a.csv".to_owned(), ..Source::default() };
    Engine::default().make_snapshot(table::read(layout, csv.as_bytes()), Day(0), source)
}

#[test]
fn long_whole_numbers_are_different_ids() {
    let csv = "id,n\n1234567890123456789,1\n1234567890123456788,2\n1234567890123456787,3\n";
    let stored = read(csv).unwrap();
    let ids = stored.column_of(Role::AccountId).unwrap();
    assert_eq!(ids.data.column_type(), ColumnType::Integer);
    let again = format!("{csv}1234567890123456789,4\n");
    let examples = vec!["1234567890123456789".to_owned()];
    let problem = Problem::DuplicateIds { file: "a.csv".to_owned(), count: 1, examples };
    assert_eq!(read(&again), Err(problem));
}
