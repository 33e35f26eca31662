//! A journey over three weeks: who stands where, who passes, how long it takes, and what is said when a
//! condition cannot be used.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed test")]

mod common;

use engine::Engine;
use engine::message::{
    AccountQuery, Answer, Call, JourneyAnswer, JourneyAsk, JourneyCheckpoint, JourneyContext,
    JourneyCourse, JourneyPart, JourneyPlace, JourneyStage, JourneyView, ScoringContext,
};
use score::journey::Passing;
use score::{Condition, Model};
use table::{Role, SnapshotId};

/// d has no logins on record; e comes in the second week, f in the third, and a leaves then.
const WEEKS: [&str; 3] = [
    "id,start,mrr,owner,set_up,logins\n\
     a,2024-01-01,10,kim,no,0\nb,2024-01-01,20,kim,yes,5\nc,2024-09-01,30,lee,yes,0\nd,2024-09-01,40,,no,\n",
    "id,start,mrr,owner,set_up,logins\n\
     a,2024-01-01,10,kim,yes,0\nb,2024-01-01,20,kim,yes,5\nc,2024-09-01,30,lee,yes,9\nd,2024-09-01,40,,no,\n\
     e,2024-10-16,50,lee,no,0\n",
    "id,start,mrr,owner,set_up,logins,left\n\
     b,2024-01-01,20,kim,yes,5,no\nc,2024-09-01,30,lee,yes,9,no\nd,2024-09-01,40,,no,,yes\n\
     e,2024-10-16,50,lee,yes,3,no\nf,2024-10-23,60,lee,yes,0,yes\n",
];

fn engine() -> Engine {
    let roles = [(0, Role::AccountId), (1, Role::StartDate), (2, Role::Revenue), (3, Role::Owner)];
    let mut engine = common::engine_of(&WEEKS, &roles);
    engine.change(&[SnapshotId(3)], |stored| stored.snapshot.roles[6] = Role::Outcome);
    engine
}

fn checkpoint(condition: &str, onboarding: bool) -> JourneyCheckpoint {
    JourneyCheckpoint { condition: condition.to_owned(), target: Some(0.5), onboarding }
}

fn context() -> JourneyContext {
    let stage = |entry: &str, checkpoints: &[JourneyCheckpoint]| JourneyStage {
        entry: entry.to_owned(),
        target: Some(0.5),
        checkpoints: checkpoints.to_vec(),
    };
    JourneyContext {
        scoring: ScoringContext {
            model: Model::default(),
            as_of: SnapshotId(3),
            compared: Some(SnapshotId(2)),
        },
        kind: String::new(),
        success: "logins > 4".to_owned(),
        stages: vec![
            stage("set_up", &[checkpoint("logins > 0", true), checkpoint("mrr > 20", true)]),
            stage(" ", &[checkpoint("", false)]),
            stage("logins > 0", &[checkpoint("mrr > 0", false)]),
        ],
    }
}

fn ask(engine: &mut Engine, context: JourneyContext, ask: JourneyAsk) -> JourneyAnswer {
    match engine.answer(Call::Journey { context: Box::new(context), ask }).unwrap() {
        Answer::Journey(answer) => *answer,
        other => panic!("{other:?}"),
    }
}

fn view(engine: &mut Engine, context: JourneyContext) -> JourneyView {
    match ask(engine, context, JourneyAsk::View) {
        JourneyAnswer::View(view) => view,
        other => panic!("{other:?}"),
    }
}

fn course(context: JourneyContext) -> JourneyCourse {
    match ask(&mut engine(), context, JourneyAsk::Course) {
        JourneyAnswer::Course(course) => course,
        other => panic!("{other:?}"),
    }
}

#[test]
fn everybody_is_somewhere() {
    let view = view(&mut engine(), context());
    let now = view.now.unwrap();
    // f is set up, b, c and e log in; of d the logins are absent
    assert_eq!((now.all, now.accounts, now.none, now.unknown), (5, 5, 0, 1));
    let standing: Vec<u32> = now.stages.iter().map(|s| s.standing).collect();
    let reached: Vec<u32> = now.stages.iter().map(|s| s.reached).collect();
    assert_eq!((standing, reached), (vec![1, 0, 3], vec![4, 3, 3]));
    let passed: Vec<Option<u32>> = now.stages.iter().map(|s| s.passed).collect();
    assert_eq!(passed, [Some(3), None, None]);
    assert_eq!(now.stages[0].gap, Some(0.8 - 0.5));
    assert_eq!((now.stages[1].measured, now.stages[1].gap), (false, None));
    assert_eq!(now.stages[2].doubtful, 1);
    let here = now.stages[2].accounts;
    assert_eq!((here.revenue, here.low_revenue, here.owners, here.owned), (Some(100.0), 2, 2, 3));
    let before = view.before.unwrap();
    assert_eq!((before.accounts, before.none, before.unknown), (5, 1, 1));
    // a was at the first stage and is gone, e was at none, f is new
    let moves = view.moves.unwrap();
    assert_eq!((moves[0][5], moves[3][2], moves[5][0], moves[2][2]), (1, 1, 1, 2));
    assert_eq!(moves.iter().flatten().sum::<u32>(), 6);
    assert!(view.problems.is_empty());
}

#[test]
fn checkpoints_of_those_who_came() {
    let view = view(&mut engine(), context());
    let now = view.now.unwrap();
    let logins = now.stages[0].checkpoints[0].clone().unwrap();
    assert_eq!(logins.passing, Passing { passed: 3, failed: 1, unknown: 0 });
    assert_eq!(logins.gap, Some(0.25));
    // of those that came, all three that log in stayed, and f, which does not, left
    let lift = logins.lift.unwrap();
    assert_eq!((lift.passed, lift.failed, lift.lift), ((3, 3), (1, 0), None));
    assert_eq!(view.outcome_is_later, Some(false));
    assert_eq!(now.stages[1].checkpoints, [None]);
    // all three passed, but three tell little
    assert_eq!(now.stages[2].checkpoints[0].clone().unwrap().verdict, None);
    // both checks of the onboarding: c and e; b pays too little, f does not log in, nobody knows of d
    assert_eq!(now.onboarding, Some(Passing { passed: 2, failed: 2, unknown: 1 }));
    assert_eq!(now.success, Some(Passing { passed: 2, failed: 2, unknown: 1 }));
}

#[test]
fn days_on_the_way() {
    let found = course(context());
    assert_eq!((found.snapshots, found.stages[1], found.stages[2]), (3, None, None));
    // c was at the first stage when it was first seen; a comes in the second week and is gone in the third;
    // f came in the third. e went past the stage from nowhere.
    let pace = found.stages[0].unwrap();
    assert_eq!((pace.long_since, pace.days.passed, pace.days.waiting), (1, 0, 2));
    let value = found.value.unwrap();
    // e: from 16 October to the third snapshot, 25 October 2024; f goes on
    assert_eq!((value.before, value.days.passed, value.days.waiting), (4, 1, 1));
    assert_eq!(value.days.median, Some(9));
}

#[test]
fn who_is_not_in_one_file_is_the_same_account_in_the_next() {
    let week = |rows: &str| format!("id,start,up,on\n{rows}");
    let weeks = [
        "1,2024-10-11,no,no\n",
        "1,2024-10-11,no,no\n2,2024-10-18,yes,no\n",
        "1,2024-10-11,no,no\n",
        "1,2024-10-11,no,no\n2,2024-10-18,yes,yes\n",
    ];
    let weeks = weeks.map(week);
    let files: Vec<&str> = weeks.iter().map(String::as_str).collect();
    let mut engine = common::engine_of(&files, &[(0, Role::AccountId), (1, Role::StartDate)]);
    let mut context = context();
    context.success = String::new();
    context.scoring.as_of = SnapshotId(4);
    context.stages.truncate(2);
    context.stages[0].entry = "up".to_owned();
    context.stages[0].checkpoints = vec![checkpoint("on", true)];
    context.stages[1] = JourneyStage { entry: "on".to_owned(), ..JourneyStage::default() };
    let JourneyAnswer::Course(found) = ask(&mut engine, context, JourneyAsk::Course) else {
        panic!()
    };
    // 1 waits in all four, 2 is absent in the third and done in the fourth
    let value = found.value.unwrap().days;
    assert_eq!((value.passed, value.waiting), (1, 1));
    let pace = found.stages[0].unwrap().days;
    assert_eq!((pace.passed, pace.waiting, pace.median), (1, 0, Some(14)));
}

#[test]
fn one_snapshot_tells_no_days() {
    let mut first = context();
    first.scoring.as_of = SnapshotId(1);
    first.scoring.compared = None;
    let found = course(first.clone());
    assert_eq!((found.snapshots, found.stages, found.value), (1, vec![None; 3], None));
    let now = view(&mut engine(), first).now.unwrap();
    assert_eq!(now.stages[0].accounts.days_since_start, Some(40));
}

#[test]
fn a_wrong_condition_is_told_and_the_others_are_answered() {
    let mut wrong = context();
    wrong.stages[0].entry = "set_upp".to_owned();
    wrong.stages[0].checkpoints[1].condition = "owner".to_owned();
    let mut engine = engine();
    let found = view(&mut engine, wrong.clone());
    let at: Vec<JourneyPart> = found.problems.iter().map(|p| p.at).collect();
    assert_eq!(at, [JourneyPart::Entry(0), JourneyPart::Checkpoint(0, 1)]);
    assert_eq!(found.problems[0].problems[0].kind.candidates(), ["set_up"]);
    assert_eq!(found.problems[1].gives, Some(formula::Type::Text));
    let now = found.now.unwrap();
    assert_eq!((now.stages[0].measured, now.stages[2].standing, now.none), (false, 3, 1));
    // its checkpoints are then those of all accounts of the kind
    assert_eq!(now.stages[0].checkpoints[0].clone().unwrap().passing.unknown, 1);
    assert_eq!((now.stages[0].checkpoints[1].clone(), now.onboarding), (None, None));
    wrong.kind = "nobody knows".to_owned();
    let found = view(&mut engine, wrong);
    assert_eq!((found.now, found.before), (None, None));
    assert_eq!(found.problems[0].at, JourneyPart::Kind);
}

#[test]
fn only_the_compared_snapshot_lacks_the_column() {
    let mut left = context();
    left.stages[2].entry = "NOT left".to_owned();
    let found = view(&mut engine(), left.clone());
    assert_eq!(
        (found.problems[0].at, found.problems[0].only_compared),
        (JourneyPart::Entry(2), true)
    );
    assert!(found.now.unwrap().stages[2].measured && found.moves.is_none());
    assert_eq!(course(left).snapshots, 1);
}

#[test]
fn the_kind_of_customer() {
    let mut kim = context();
    kim.kind = "owner = \"lee\"".to_owned();
    let now = view(&mut engine(), kim).now.unwrap();
    assert_eq!((now.accounts, now.unsure, now.unknown), (3, 1, 0));
    assert_eq!(
        now.accounts,
        now.none + now.unknown + now.stages.iter().map(|s| s.standing).sum::<u32>()
    );
}

#[test]
fn what_looks_back_tells_nobody_in_the_first_snapshot() {
    let mut back = context();
    back.stages[2].entry = "CHANGE(logins) >= 0".to_owned();
    assert_eq!(course(back.clone()).snapshots, 2);
    back.scoring.as_of = SnapshotId(1);
    back.scoring.compared = None;
    let now = view(&mut engine(), back).now.unwrap();
    assert_eq!((now.stages[0].standing, now.stages[2].doubtful, now.unknown), (2, 4, 2));
}

#[test]
fn step_by_step() {
    let mut engine = engine();
    for ask in [JourneyAsk::View, JourneyAsk::Course] {
        while engine.journey_step(&context(), ask).unwrap() {}
        assert_eq!(engine.journey_step(&context(), ask), Ok(false));
    }
    let mut lost = context();
    lost.scoring.as_of = SnapshotId(9);
    assert!(engine.journey_step(&lost, JourneyAsk::View).is_err());
}

/// The list of accounts behind each figure has as many accounts as the figure says.
#[test]
fn the_accounts_behind_the_figures() {
    let mut engine = engine();
    let mut without_love = context();
    without_love.stages[2].entry = "no such column".to_owned();
    let mut lee = context();
    lee.kind = "owner = \"lee\" OR mrr = 40".to_owned();
    // the last stage, and then a checkpoint, look back further than there are snapshots
    let mut first = context();
    (first.scoring.as_of, first.scoring.compared) = (SnapshotId(1), None);
    first.stages[2].entry = "CHANGE(logins) >= 0".to_owned();
    let mut checks = first.clone();
    checks.stages[2].entry = String::new();
    checks.stages[0].checkpoints[0].condition = "CHANGE(logins) >= 0".to_owned();
    for context in [context(), without_love, lee, first, checks] {
        let now = view(&mut engine, context.clone()).now.unwrap();
        let checks = &now.stages[0].checkpoints;
        let passing = checks[0].clone().unwrap().passing;
        let onboarding = now.onboarding.unwrap();
        let mut places = vec![
            (JourneyPlace::Kind, now.accounts),
            (JourneyPlace::None, now.none),
            (JourneyPlace::Unknown, now.unknown),
            (JourneyPlace::Passed(0, 0), passing.passed),
            (JourneyPlace::Failed(0, 0), passing.failed),
            (JourneyPlace::Untold(0, 0), passing.unknown),
            (JourneyPlace::NotOnboarded, onboarding.failed),
        ];
        for (at, stage) in now.stages.iter().enumerate().filter(|(_, s)| s.measured) {
            places.push((JourneyPlace::At(at), stage.standing));
            places.push((JourneyPlace::Reached(at), stage.reached));
        }
        for (place, expected) in places {
            let conditions = context.accounts(place, &now).map(Condition::Formula);
            let query = AccountQuery {
                conditions: conditions.into_iter().collect(),
                ..AccountQuery::default()
            };
            let call =
                Call::Accounts { context: context.scoring.clone(), query, from: 0, count: 9 };
            let Ok(Answer::Accounts(page)) = engine.answer(call) else { panic!("{place:?}") };
            assert_eq!(page.total, expected, "{place:?}");
        }
    }
}
