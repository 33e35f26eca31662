//! How long a journey of 8 stages with 3 checkpoints each takes over 500,000 accounts: the first time, after one
//! condition was edited, and over twelve snapshots.
//! `cargo run --profile engine-release -p engine --example journey`.
#![allow(clippy::print_stdout, clippy::panic, reason = "a bench is run to be read")]

use engine::message::{
    Answer, Call, JourneyAnswer, JourneyAsk, JourneyCheckpoint, JourneyContext, JourneyStage,
    ScoringContext, TemplateKind,
};
use engine::{Engine, Stored};
use sample::{Field, Language, Spec};
use score::{ItemId, Levels, Model, Scorecard};
use std::time::Instant;
use table::{Day, OutcomeMeaning, SnapshotId};

const RUNS: usize = 21;
const WEEKS: u32 = 12;

fn main() {
    let spec =
        Spec { accounts: 500_000, weeks: WEEKS, ..Spec::new(Day(20_772), Language::English) };
    let stored = sample::generate(spec).map(|s| Stored::new(s, OutcomeMeaning::OneIsRenewed));
    let mut engine = Engine::default();
    engine.load(stored.collect());
    let as_of = SnapshotId(WEEKS);
    let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(as_of) };
    let Ok(Answer::Template(dimensions)) = engine.answer(call) else { panic!("no template") };
    let card = Scorecard {
        id: ItemId(900),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions,
    };
    let model = Model { cards: vec![card], levels: Levels::default() };
    let name = |field: Field| formula::written_name(field.header(Language::English));
    let logins = name(Field::Logins);
    let stage = |number: usize| JourneyStage {
        entry: format!("{logins} > {}", 4 * number),
        target: Some(0.5),
        checkpoints: vec![
            JourneyCheckpoint {
                condition: format!("{} > {number} AND level > 1", name(Field::Features)),
                target: None,
                onboarding: number == 1,
            },
            JourneyCheckpoint {
                condition: format!("{} > {number}", name(Field::Nps)),
                ..JourneyCheckpoint::default()
            },
            JourneyCheckpoint {
                condition: format!("CHANGE({logins}) >= {number}"),
                ..JourneyCheckpoint::default()
            },
        ],
    };
    let scoring = ScoringContext { model, as_of, compared: Some(SnapshotId(WEEKS - 1)) };
    let mut context = JourneyContext {
        scoring,
        kind: format!("{} <> \"Starter\"", name(Field::Plan)),
        success: String::new(),
        stages: (0..8).map(stage).collect(),
    };
    let mut ask = |context: &JourneyContext, ask| {
        let start = Instant::now();
        let answer = engine.answer(Call::Journey { context: Box::new(context.clone()), ask });
        let took = start.elapsed().as_secs_f64() * 1e3;
        let Ok(Answer::Journey(answer)) = answer else { panic!("no answer") };
        (took, *answer)
    };
    let (took, answer) = ask(&context, JourneyAsk::View);
    let JourneyAnswer::View(view) = answer else { panic!("no view") };
    println!("first, two snapshots      {took:8.1} ms");
    assert!(view.problems.is_empty() && view.moves.is_some());
    let edits: [(&str, &dyn Fn(usize) -> String); 3] = [
        ("one column", &|run| format!("{logins} > {}.5", 8 + run)),
        ("level", &|run| format!("level > 1 AND {logins} > {}.25", 8 + run)),
        ("looks back", &|run| format!("CHANGE({logins}) > {}", run + 20)),
    ];
    for (what, entry) in edits {
        let mut times: Vec<f64> = (0..RUNS)
            .map(|run| {
                context.stages[3].entry = entry(run);
                ask(&context, JourneyAsk::View).0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("after an edit, {what:<10} {:8.1} ms", times[RUNS / 2]);
    }
    println!("course, {WEEKS} snapshots      {:8.1} ms", ask(&context, JourneyAsk::Course).0);
    println!("course again              {:8.1} ms", ask(&context, JourneyAsk::Course).0);
}
