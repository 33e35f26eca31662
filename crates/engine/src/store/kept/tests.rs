//! Whatever was done before, the columns are those of an engine to which nothing was ever done.

use super::*;
use crate::Engine;
use crate::message::{Call, Unmade};
use formula::DerivedColumn;
use proptest::prelude::*;
use std::rc::Rc;
use table::{Day, Overrides, Role, Source};

const CSV: [&str; 3] = [
    "id,plan,seats,logins,MRR\nA1,Pro,10,30,5\nA2,Max,5,0,7\n",
    "id,plan,seats,log ins,MRR\nA1,Pro,10,40,5\nA2,Max,5,10,7\nA3,Pro,,7,1\n",
    "id,plan,seats,log ins,logins,use\nA1,Pro,20,60,1,1\nA2,Max,5,20,2,2\nA3,Pro,2,8,3,3\n",
];

const FORMULAS: [&str; 9] = [
    "logins / seats",
    "Logins * 2",
    "[x] + 1",
    "PREV([x])",
    "CHANGE([y])",
    "IF([y] < 3, \"high\", \"low\")",
    "MRR * 12",
    "SUM(seats) + z",
    "nothing",
];

const ROLES: [Role; 3] = [Role::MeasureInput, Role::Revenue, Role::Segment];

/// What is done.
#[derive(Clone, Debug)]
enum Step {
    /// The columns are these.
    See(Rc<Columns>),
    /// A snapshot comes: which file, on which day.
    Add(usize, i32),
    /// The snapshot at a place goes.
    Delete(usize),
    /// The role of a column of the snapshot at a place becomes another.
    Role(usize, usize),
    /// So many columns are worked out.
    Make(usize),
    /// The user does not wait.
    Leave,
}

fn columns() -> impl Strategy<Value = Rc<Columns>> {
    let name = prop::sample::select(vec!["x", "y", "z", "use", "Logins"]);
    let derived = (name, prop::sample::select(&FORMULAS[..]), prop::sample::select(&ROLES[..]));
    let one = derived.prop_map(|(name, formula, role)| DerivedColumn {
        name: name.to_owned(),
        formula: formula.to_owned(),
        role,
    });
    let called = prop::sample::subsequence(
        vec![("log ins", "logins"), ("seats", "Seats"), ("plan", "use")],
        0..=3,
    );
    (called, prop::collection::vec(one, 0..5)).prop_map(|(called, mut derived)| {
        let mut names: Vec<String> = Vec::new();
        derived.retain(|d| {
            let is_new = !names.contains(&d.name);
            names.push(d.name.clone());
            is_new
        });
        let called = called.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        Rc::new(Columns { called, derived })
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => columns().prop_map(Step::See),
        2 => (0..CSV.len(), 0..60).prop_map(|(file, day)| Step::Add(file, day)),
        1 => (0usize..4).prop_map(Step::Delete),
        1 => (0usize..4, 0usize..3).prop_map(|(at, role)| Step::Role(at, role)),
        2 => (0usize..6).prop_map(Step::Make),
        1 => Just(Step::Leave),
    ]
}

fn stored(file: usize, day: i32, id: u32) -> Stored {
    let bytes = CSV[file].as_bytes();
    let layout = table::inspect(bytes, true, "a.csv", &Overrides::default()).layout;
    let read = table::read(layout, bytes);
    let mut stored = Stored::from_file(read, Day(day), Source::default()).unwrap();
    stored.snapshot.id = SnapshotId(id);
    stored
}

/// All that one sees of the snapshots, numbers that are none alike.
fn seen(engine: &mut Engine) -> String {
    engine.make_columns();
    let all = engine.store().iter();
    all.map(|s| format!("{:?} {:?} {:?} {:?}\n", s.snapshot, s.units, s.blind, s.unmade)).collect()
}

/// An engine to which the snapshots of another one come as they are, with the same columns.
fn anew(engine: &Engine) -> Engine {
    let mut new = Engine::default();
    new.see(&engine.store.columns);
    let all = engine.store().iter().map(|stored| {
        let mut stored = stored.clone();
        stored.unmake();
        for (column, name) in stored.snapshot.table.columns.iter_mut().zip(&stored.in_file) {
            column.name.clone_from(name);
        }
        stored
    });
    let all = all.collect();
    new.load(all);
    new
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_there_is_what_all_worked_out_anew_would_be(
        steps in prop::collection::vec(step(), 1..24),
    ) {
        let mut engine = Engine::default();
        engine.load(vec![stored(0, 0, 1), stored(1, 7, 2)]);
        for (step, id) in steps.into_iter().zip(3..) {
            let at = |at: usize, engine: &Engine| engine.store().iter().nth(at).map(Stored::id);
            match step {
                Step::See(columns) => engine.see(&columns),
                Step::Add(file, day) => engine.replace(vec![stored(file, day, id)], &[]),
                Step::Delete(place) => {
                    let gone: Vec<_> = at(place, &engine).into_iter().collect();
                    engine.replace(Vec::new(), &gone);
                }
                Step::Role(place, role) => {
                    let ids: Vec<_> = at(place, &engine).into_iter().collect();
                    engine.change(&ids, |s| s.snapshot.roles[2] = ROLES[role]);
                }
                Step::Make(count) => {
                    for _ in 0..count {
                        engine.make_column();
                    }
                }
                Step::Leave => engine.leave_columns(),
            }
        }
        engine.answer(Call::WorkOut).unwrap();
        let mut fresh = anew(&engine);
        prop_assert_eq!(seen(&mut engine), seen(&mut fresh));
    }
}

fn column(name: &str, formula: &str) -> DerivedColumn {
    DerivedColumn { name: name.to_owned(), formula: formula.to_owned(), role: Role::MeasureInput }
}

fn with(derived: &[(&str, &str)]) -> Rc<Columns> {
    let derived = derived.iter().map(|(name, formula)| column(name, formula)).collect();
    Rc::new(Columns { derived, ..Columns::default() })
}

/// How many columns the engine has to work out after a change.
fn worked_out(engine: &mut Engine) -> u64 {
    engine.make_columns();
    engine.columns_made().0
}

#[test]
fn only_what_changed_and_what_is_made_of_it_is_worked_out_again() {
    let mut engine = Engine::default();
    engine.load(vec![stored(0, 0, 1), stored(0, 7, 2), stored(0, 14, 3)]);
    let all = |x: &'static str| [("x", x), ("y", "[x] * 2"), ("z", "MRR * 12")];
    engine.see(&with(&all("logins / seats")));
    assert_eq!(worked_out(&mut engine), 9);
    engine.see(&with(&all("logins + seats")));
    assert_eq!(worked_out(&mut engine), 6, "x and y");
    let mut more = all("logins + seats").to_vec();
    more.push(("new", "seats"));
    engine.see(&with(&more));
    assert_eq!(worked_out(&mut engine), 3, "the new one");
    engine.replace(vec![stored(0, 21, 4)], &[]);
    assert_eq!(worked_out(&mut engine), 4, "in the new snapshot");
    engine.replace(Vec::new(), &[SnapshotId(4)]);
    assert_eq!(worked_out(&mut engine), 0);
    let called = [("plan".to_owned(), "tier".to_owned())].into();
    engine.see(&Rc::new(Columns { called, ..(*with(&more)).clone() }));
    assert_eq!(worked_out(&mut engine), 0, "nothing is made of it");
}

#[test]
fn what_the_user_does_not_wait_for_is_left_until_asked_for() {
    let mut engine = Engine::default();
    engine.load(vec![stored(0, 0, 1), stored(0, 7, 2)]);
    engine.see(&with(&[("x", "logins / seats"), ("y", "[x] * 2")]));
    engine.make_column();
    engine.leave_columns();
    assert!(!engine.make_column());
    let left = |engine: &Engine| -> Vec<usize> {
        let all = engine.store().iter();
        all.map(|s| s.unmade.iter().filter(|(_, why)| *why == Unmade::Left).count()).collect()
    };
    assert_eq!(left(&engine), [1, 2]);
    engine.answer(Call::Snapshots).unwrap();
    assert_eq!(left(&engine), [1, 2]);
    engine.answer(Call::WorkOut).unwrap();
    assert_eq!((left(&engine), engine.columns_made()), (vec![0, 0], (3, 3)));
}

#[test]
fn where_there_is_no_room_what_was_looked_at_longest_ago_gives_way() {
    let mut engine = Engine::default();
    // two rows of one column take 16 bytes
    engine.store.room = Room::new(2 * 16);
    engine.load((1..=4).map(|id| stored(0, id, id as u32)).collect());
    engine.see(&with(&[("x", "logins / seats")]));
    engine.make_columns();
    let there = |engine: &Engine| -> Vec<u32> {
        let has = |s: &&Stored| s.snapshot.table.column("x").is_some();
        engine.store().iter().filter(has).map(|s| s.id().0).collect()
    };
    assert_eq!(there(&engine), [3, 4]);
    engine.answer(Call::Columns(SnapshotId(1))).unwrap();
    assert_eq!(there(&engine), [1, 4]);
    assert_eq!(engine.columns_made(), (1, 1), "the others stay");
    engine.answer(Call::Columns(SnapshotId(3))).unwrap();
    assert_eq!(there(&engine), [1, 3]);
    let told = engine.store().iter().nth(1).map(|s| s.unmade.clone());
    assert_eq!(told, Some(vec![("x".to_owned(), Unmade::NoRoom)]));
}

#[test]
fn what_is_looked_back_to_comes_along_or_its_lack_is_told() {
    let mut engine = Engine::default();
    // two rows of two columns take 32 bytes
    engine.store.room = Room::new(2 * 32);
    engine.load((1..=4).map(|id| stored(0, id, id as u32)).collect());
    engine.see(&with(&[("x", "logins / seats"), ("y", "CHANGE([x])")]));
    engine.make_columns();
    let y = |engine: &Engine, at: usize| {
        let stored = engine.store().iter().nth(at).unwrap();
        let cells = stored.snapshot.table.column("y").map(|c| format!("{:?}", c.data));
        (
            cells,
            stored.is_blind("y"),
            stored.unmade.iter().any(|u| *u == ("y".to_owned(), Unmade::NoRoom)),
        )
    };
    let none = Some("Decimal([0.0, 0.0])".to_owned());
    assert_eq!(y(&engine, 3), (none.clone(), false, false));
    assert_eq!(y(&engine, 2), (None, false, true), "the one before it has no room");
    engine.answer(Call::Columns(SnapshotId(2))).unwrap();
    assert_eq!(y(&engine, 1), (none, false, false), "the one before it came along");
    assert!(y(&engine, 0).1, "before the first nobody knows");
}
