//! Frame after frame: what is taken over from the frame before changes no figure.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

use engine::message::{Answer, Call, Detail, ScoreView, ScoringContext, TemplateKind};
use engine::{Engine, Stored};
use sample::{Language, Spec};
use score::{Comparison, Condition, ItemId, Levels, Literal, Model, Scorecard};
use table::{Day, OutcomeMeaning, SnapshotId};

const WEEKS: u32 = 6;

fn engine() -> Engine {
    let spec = Spec { accounts: 800, weeks: WEEKS, ..Spec::new(Day(20_772), Language::English) };
    let all =
        sample::generate(spec).map(|snapshot| Stored::new(snapshot, OutcomeMeaning::OneIsRenewed));
    let mut engine = Engine::default();
    engine.load(all.collect());
    engine
}

fn context(engine: &mut Engine, hysteresis_points: f64) -> ScoringContext {
    let newest = SnapshotId(WEEKS);
    let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(newest) };
    let Answer::Template(dimensions) = engine.answer(call).unwrap() else { panic!() };
    let card = |id, filter| Scorecard {
        id: ItemId(id),
        name: String::new(),
        filter,
        minimum_coverage: 0.5,
        dimensions: dimensions.clone(),
    };
    let levels = Levels { hysteresis_points, ..Levels::default() };
    let model = Model { cards: vec![card(900, None)], levels };
    ScoringContext { model, as_of: newest, compared: Some(SnapshotId(WEEKS - 1)) }
}

fn score(engine: &mut Engine, context: &ScoringContext, detail: Detail) -> ScoreView {
    let call = Call::Score { context: context.clone(), detail };
    let Answer::Score(view) = engine.answer(call).unwrap() else { panic!() };
    view
}

/// What an engine says that was asked nothing before. Printed, as not-a-number equals nothing.
fn fresh(context: &ScoringContext) -> String {
    format!("{:?}", score(&mut engine(), context, Detail::Full))
}

#[test]
fn with_hysteresis_what_settles_is_exact() {
    let mut engine = engine();
    let mut context = context(&mut engine, 4.0);
    score(&mut engine, &context, Detail::Full);
    for step in 1..4 {
        context.model.cards[0].dimensions[0].measures[0].weight += f64::from(step);
        let live = score(&mut engine, &context, Detail::Live);
        let settled = score(&mut engine, &context, Detail::Full);
        // the scores are those of the model, only levels may wait for the levels before
        assert_eq!(live.distribution, settled.distribution);
        assert_eq!(live.mean, settled.mean);
        assert_eq!(format!("{settled:?}"), fresh(&context));
    }
}

#[test]
fn cuts_filters_and_weights_in_turn() {
    let mut engine = engine();
    let mut context = context(&mut engine, 0.0);
    let others = context.model.cards[0].clone();
    context.model.cards.push(Scorecard { id: ItemId(901), ..others });
    let plan = |name: &str| {
        Some(Condition::Compare {
            column: "Plan".to_owned(),
            operator: Comparison::Equal,
            value: Literal::Text(name.to_owned()),
        })
    };
    context.model.cards[0].filter = plan("Starter");
    for turn in 0..6u32 {
        match turn % 3 {
            0 => context.model.levels.cuts[0] += 5.0,
            1 => context.model.cards[1].dimensions[1].weight += 1.5,
            _ => context.model.cards[0].filter = plan("Enterprise"),
        }
        let live = score(&mut engine, &context, Detail::Live);
        let full = score(&mut engine, &context, Detail::Full);
        assert!(full.per_card.iter().all(|accounts| *accounts > 0));
        assert_eq!((&live.levels, &live.per_card), (&full.levels, &full.per_card));
        assert_eq!(format!("{full:?}"), fresh(&context));
    }
}
