//! Which way round an outcome column is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

use engine::message::{Answer, Call};
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

#[test]
fn a_derived_column_is_the_outcome_before_one_of_the_file() {
    use formula::{Columns, DerivedColumn};
    use std::rc::Rc;
    let derived = |name: &str, formula: &str| {
        let (name, formula) = (name.to_owned(), formula.to_owned());
        let column = DerivedColumn { name, formula, role: Role::Outcome };
        Rc::new(Columns { derived: vec![column], ..Columns::default() })
    };
    let mut engine = Engine::default();
    let csv = "id,churn,days\na,1,3\nb,0,90\nc,0,5\n";
    let mut stored = snapshot(&engine, csv, OutcomeMeaning::OneIsChurned);
    stored.snapshot.id = SnapshotId(1);
    engine.load(vec![stored]);
    let mut told = |columns: &Rc<Columns>| {
        engine.see(columns);
        let Ok(Answer::Snapshots(infos)) = engine.answer(Call::Snapshots) else { panic!() };
        let stored = engine.store().get(SnapshotId(1)).unwrap();
        let fates = stored.fates(&engine.store().outcome_texts()).unwrap();
        let own: Vec<Role> = stored.of_file().map(|(.., role)| role).collect();
        let roles: Vec<Role> = infos[0].columns.iter().map(|c| c.2).collect();
        (fates, own[1], roles[1], roles.get(3).copied(), infos[0].outcome_is_churn)
    };
    let (outcome, other) = (Role::Outcome, Role::Other);
    let lost = told(&derived("lost", "days > 60"));
    assert_eq!(lost, (vec![0, 1, 0], outcome, other, Some(outcome), true));
    let stayed = told(&derived("still active", "days <= 60"));
    assert_eq!(stayed, (vec![0, 1, 0], outcome, other, Some(outcome), false));
    // without it all is as the file has it
    let own = told(&Rc::new(Columns::default()));
    assert_eq!(own, (vec![1, 0, 0], outcome, outcome, None, true));
}

#[test]
fn a_role_that_is_changed_is_that_of_the_file() {
    use formula::{Columns, DerivedColumn};
    let mut engine = Engine::default();
    let mut stored =
        snapshot(&engine, "id,mrr,days\na,1,3\nb,2,90\n", OutcomeMeaning::OneIsChurned);
    stored.snapshot.id = SnapshotId(1);
    stored.snapshot.roles[1] = Role::MeasureInput;
    engine.load(vec![Stored::new(stored.snapshot, OutcomeMeaning::OneIsChurned)]);
    let column = DerivedColumn {
        name: "yearly".to_owned(),
        formula: "mrr * 12".to_owned(),
        role: Role::Revenue,
    };
    engine.see(&std::rc::Rc::new(Columns { derived: vec![column], ..Columns::default() }));
    engine.answer(Call::Snapshots).unwrap();
    engine.change(&[SnapshotId(1)], |stored| stored.snapshot.roles[1] = Role::Revenue);
    engine.answer(Call::Snapshots).unwrap();
    let stored = engine.store().get(SnapshotId(1)).unwrap();
    assert_eq!(stored.column_of(Role::Revenue).unwrap().name, "yearly");
    assert_eq!(stored.of_file().nth(1).unwrap().2, Role::Revenue);
    assert_eq!(engine::Meta::of(stored).roles.len(), 3);
}
