//! Questions that ask for more than is kept.

use super::conditions::MOST_BYTES;
use crate::Engine;
use crate::message::{
    Answer, Call, JourneyAnswer, JourneyAsk, JourneyContext, JourneyStage, JourneyView, Problem,
    ScoringContext,
};
use score::{Levels, Model};
use table::{Day, Overrides, Role, SnapshotId, Source};

/// So many snapshots of 640 accounts, a week apart: 160 bytes for each condition.
fn engine(snapshots: u32) -> Engine {
    let rows: Vec<String> = (0..640).map(|row| format!("a{row},{}\n", row % 30)).collect();
    let csv = format!("id,logins\n{}", rows.concat());
    let engine = Engine::default();
    let snapshot = |id: u32| {
        let mut layout =
            table::inspect(csv.as_bytes(), true, "a.csv", &Overrides::default()).layout;
        layout.columns[0].role = Role::AccountId;
        let read = table::read(layout, csv.as_bytes());
        let made = engine.make_snapshot(read, Day(20_000 + 7 * id as i32), Source::default());
        let mut stored = made.unwrap();
        stored.snapshot.id = SnapshotId(id);
        stored
    };
    let all = (1..=snapshots).map(snapshot).collect();
    let mut engine = engine;
    engine.load(all);
    engine
}

fn context(as_of: u32, least: std::ops::Range<u32>) -> JourneyContext {
    let stage =
        |least| JourneyStage { entry: format!("logins > {least}"), ..JourneyStage::default() };
    JourneyContext {
        scoring: ScoringContext {
            model: Model::default(),
            as_of: SnapshotId(as_of),
            compared: None,
        },
        kind: String::new(),
        success: String::new(),
        stages: least.map(stage).collect(),
    }
}

/// How many steps a question takes; it must come to an end.
fn steps(engine: &mut Engine, context: &JourneyContext, ask: JourneyAsk) -> usize {
    engine.journey_begin(context, ask).unwrap();
    (1..)
        .find(|count| {
            assert!(*count < 1_000, "no end");
            !engine.journey_step(context, ask).unwrap()
        })
        .unwrap()
}

fn view(engine: &mut Engine, context: &JourneyContext) -> JourneyView {
    let call = Call::Journey { context: Box::new(context.clone()), ask: JourneyAsk::View };
    let Answer::Journey(answer) = engine.answer(call).unwrap() else { panic!() };
    let JourneyAnswer::View(view) = *answer else { panic!() };
    view
}

#[test]
fn one_question_larger_than_what_is_kept_comes_to_an_end() {
    let mut engine = engine(20);
    // 20 snapshots, 10 conditions: 32,000 bytes, where 16,384 are kept
    let large = context(20, 0..10);
    let first = steps(&mut engine, &large, JourneyAsk::Course);
    assert!(first > 10, "{first}");
    assert!(engine.conditions.bytes() <= MOST_BYTES);
    assert!(engine.conditions.bytes() > MOST_BYTES / 2, "what fits is kept");
    let call = Call::Journey { context: Box::new(large.clone()), ask: JourneyAsk::Course };
    assert!(engine.answer(call).is_ok());
    assert_eq!(steps(&mut engine, &large, JourneyAsk::Course), 1, "it is kept");
    let standing: u32 =
        view(&mut engine, &large).now.unwrap().stages.iter().map(|s| s.standing).sum();
    assert_eq!(standing, 640 - 640_u32.div_ceil(30));
}

#[test]
fn a_question_that_fits_makes_room_for_itself() {
    let mut engine = engine(20);
    steps(&mut engine, &context(20, 0..5), JourneyAsk::Course);
    let other = context(20, 10..14);
    assert!(steps(&mut engine, &other, JourneyAsk::Course) > 5);
    assert_eq!(steps(&mut engine, &other, JourneyAsk::Course), 1, "all of it is kept");
}

#[test]
fn a_superseded_model_ends_a_question() {
    let mut engine = engine(9);
    let old = context(9, 0..3);
    let mut new = old.clone();
    new.scoring.model.levels = Levels { hysteresis_points: 3.0, ..Levels::default() };
    engine.journey_begin(&old, JourneyAsk::Course).unwrap();
    assert_eq!(engine.journey_step(&old, JourneyAsk::Course), Ok(true));
    engine.journey_begin(&new, JourneyAsk::Course).unwrap();
    assert_eq!(engine.journey_step(&new, JourneyAsk::Course), Ok(true));
    assert_eq!(engine.journey_step(&old, JourneyAsk::Course), Err(Problem::Cancelled));
    // but what was asked again is answered
    assert!(steps(&mut engine, &old, JourneyAsk::Course) > 1);
    assert_eq!(engine.journey_step(&new, JourneyAsk::Course), Err(Problem::Cancelled));
    // and other data is no other model
    engine.change(&[], |_| {});
    assert_eq!(engine.journey_step(&new, JourneyAsk::Course), Ok(true));
}

#[test]
fn a_course_that_is_walked_says_how_far_it_is() {
    let mut engine = engine(12);
    let context = context(12, 0..3);
    let ask = JourneyAsk::Course;
    let mut seen = vec![engine.journey_far(&context, ask).unwrap()];
    engine.journey_begin(&context, ask).unwrap();
    while engine.journey_step(&context, ask).unwrap() {
        seen.push(engine.journey_far(&context, ask).unwrap());
    }
    // twelve snapshots with three conditions each, then the snapshots themselves
    assert_eq!(seen[0], (0, 48));
    assert!(seen.len() > 3 && seen.windows(2).all(|w| w[0].0 < w[1].0), "{seen:?}");
    let mut walk = engine.begin_course(&context).unwrap();
    assert_eq!((engine.journey_far(&context, ask).unwrap().0, walk.left()), (36, 12));
    let mut steps = 0;
    while engine.course_step(&context, &mut walk).unwrap() {
        steps += 1;
        assert_eq!(walk.left(), 12 - steps);
    }
    let call = Call::Journey { context: Box::new(context.clone()), ask };
    let Answer::Journey(whole) = engine.answer(call).unwrap() else { panic!() };
    assert_eq!(*whole, JourneyAnswer::Course(walk.found));
    // whoever asks under another model ends it
    let mut walk = engine.begin_course(&context).unwrap();
    let mut other = context.clone();
    other.scoring.model.levels = Levels { hysteresis_points: 3.0, ..Levels::default() };
    engine.journey_begin(&other, ask).unwrap();
    assert_eq!(engine.course_step(&context, &mut walk), Err(Problem::Cancelled));
}
