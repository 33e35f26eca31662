//! Which way round an outcome column is.
#![allow(clippy::unwrap_used, reason = "a failing test says where")]

use engine::{Engine, Stored};
use table::{Day, OutcomeMeaning, Overrides, Role, SnapshotId, Source};

fn snapshot(engine: &Engine, csv: &str, meaning: OutcomeMeaning) -> Stored {
    let mut layout = table::inspect(csv.as_bytes(), true, "a.csv", &Overrides::default()).layout;
    layout.outcome_meaning = meaning;
    let source = Source { file: "a.csv".to_owned(), ..Source::default() };
    let read = table::read(layout, csv.as_bytes());
    engine.make_snapshot(read, Day(0), source).unwrap()
}

fn churned(csv: &str, meaning: OutcomeMeaning) -> Vec<u8> {
    let mut engine = Engine::default();
    let mut stored = snapshot(&engine, csv, meaning);
    stored.snapshot.id = SnapshotId(1);
    assert!(stored.column_of(Role::Outcome).is_some());
    engine.load(vec![stored]);
    let stored = engine.store().get(SnapshotId(1)).unwrap();
    stored.fates(&engine.store().outcome_texts()).unwrap()
}

#[test]
fn yes_means_what_was_said_and_words_mean_themselves() {
    use OutcomeMeaning::{OneIsChurned, OneIsRenewed};
    let yes = "id,churn\na,Yes\nb,No\nc,maybe\nd,Yes\n";
    assert_eq!(churned(yes, OneIsChurned)[..2], [1, 0]);
    assert_eq!(churned(yes, OneIsRenewed)[..2], [0, 1]);
    let words = "id,outcome\na,Renewed\nb,Churned\nc,Renewed\nd,Churned\n";
    assert_eq!(churned(words, OneIsChurned), [0, 1, 0, 1]);
    assert_eq!(churned(words, OneIsRenewed), [0, 1, 0, 1]);
    let flags = "id,renewed\na,1\nb,0\nc,1\nd,1\n";
    assert_eq!(churned(flags, OneIsRenewed), [0, 1, 0, 0]);
}
