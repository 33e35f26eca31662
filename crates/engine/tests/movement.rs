//! Several snapshots: movement, outcome after features, change that adds up.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

use engine::message::{
    AccountQuery, Answer, Call, Detail, Export, ExportColumn, ExportEncoding, ExportSplit,
    ScoringContext, Sort, SortKey, TemplateKind, Warning,
};
use engine::{Engine, Stored};
use sample::{Language, Spec};
use score::{ItemId, Levels, Model, Scorecard};
use table::{Day, OutcomeMeaning, SnapshotId};

fn engine() -> (Engine, ScoringContext) {
    let spec = Spec { accounts: 4_000, weeks: 12, ..Spec::new(Day(20_772), Language::English) };
    let all = sample::generate(spec)
        .map(|snapshot| Stored::new(snapshot, OutcomeMeaning::OneIsRenewed))
        .collect();
    let mut engine = Engine::default();
    engine.load(all);
    let newest = SnapshotId(12);
    let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(newest) };
    let Answer::Template(dimensions) = engine.answer(call).unwrap() else { panic!() };
    let card = Scorecard {
        id: ItemId(900),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions,
    };
    let model = Model { cards: vec![card], levels: Levels::default() };
    (engine, ScoringContext { model, as_of: newest, compared: Some(SnapshotId(11)) })
}

#[test]
fn movement_counts_every_account_once() {
    let (mut engine, context) = engine();
    let call = Call::Score { context, detail: Detail::Full };
    let Answer::Score(view) = engine.answer(call).unwrap() else { panic!() };
    let moved = view.movement.unwrap();
    let now: u32 = moved.counts.iter().map(|from| from[..5].iter().sum::<u32>()).sum();
    assert_eq!(now, view.accounts);
    assert!(moved.up > 0 && moved.down > 0 && moved.new > 0 && moved.gone > 0);
}

#[test]
fn an_earlier_snapshot_is_judged_by_what_came_later() {
    let (mut engine, context) = engine();
    let early = ScoringContext { as_of: SnapshotId(4), compared: None, ..context };
    let call = Call::Score { context: early, detail: Detail::Full };
    let Answer::Score(view) = engine.answer(call).unwrap() else { panic!() };
    let outcome = view.outcome.unwrap();
    assert!(!outcome.warnings.contains(&Warning::AssociationOnly));
    assert!(outcome.auc > 0.6, "{}", outcome.auc);
}

#[test]
fn nobody_moved_when_nothing_is_compared() {
    let (mut engine, context) = engine();
    let context = ScoringContext { compared: None, ..context };
    let query = AccountQuery { moved_up: Some(false), ..AccountQuery::default() };
    let call = Call::Accounts { context, query, from: 0, count: 20 };
    let Answer::Accounts(page) = engine.answer(call).unwrap() else { panic!() };
    assert_eq!(page.total, 0);
}

#[test]
fn the_change_of_a_score_is_shared_out_exactly() {
    let (mut engine, context) = engine();
    let query = AccountQuery {
        moved_up: Some(false),
        sort: Sort { key: SortKey::Change, descending: false },
        ..AccountQuery::default()
    };
    let call = Call::Accounts { context: context.clone(), query, from: 0, count: 20 };
    let Answer::Accounts(page) = engine.answer(call).unwrap() else { panic!() };
    assert!(page.total > 0 && page.rows.len() == 20.min(page.total as usize));
    assert!(page.rows.windows(2).all(|w| w[0].change <= w[1].change));
    for row in page.rows {
        let call = Call::Account { context: context.clone(), id: row.id.clone() };
        let Answer::Account(Some(card)) = engine.answer(call).unwrap() else { panic!() };
        let shares: f64 = card.change.unwrap().iter().map(|(_, share)| share).sum();
        assert!((shares - row.change.unwrap()).abs() < 1e-9, "{}", row.id);
        assert_eq!(card.history.last().unwrap().score, card.score);
        assert!(card.history.len() >= 2 && row.spark.len() == 12);
    }
}

#[test]
fn an_export_in_pieces_is_the_export() {
    let (mut engine, context) = engine();
    let column = |column| (column, "x".to_owned());
    let export = Export {
        columns: vec![
            column(ExportColumn::Score),
            column(ExportColumn::Change),
            column(ExportColumn::Column("no such".to_owned())),
        ],
        encoding: ExportEncoding::ShiftJis,
        split: ExportSplit::Rows(1_500),
        name: "all".to_owned(),
        level_names: Vec::new(),
    };
    let query = AccountQuery::default();
    let mut exporting = engine.begin_export(&context, &query, export.clone()).unwrap();
    let mut rows = 0;
    while engine.export_rows(&mut exporting, 777).unwrap() {
        rows += 777;
        assert_eq!(exporting.progress(), (rows, 4_000));
    }
    let pieces = exporting.finish();
    assert_eq!((pieces.rows, pieces.parts.len()), (4_000, 3));
    let call = Call::Export { context, query, export };
    assert_eq!(engine.answer(call), Ok(Answer::Exported(pieces)));
}

#[test]
fn levers_are_told_level_by_level() {
    let (mut engine, context) = engine();
    let Answer::Score(view) =
        engine.answer(Call::Score { context: context.clone(), detail: Detail::Full }).unwrap()
    else {
        panic!()
    };
    let Answer::Levers(cards) = engine.answer(Call::Levers { context }).unwrap() else { panic!() };
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].levels[..2].iter().map(|l| l.level).collect::<Vec<_>>(), [0, 3]);
    for level in &cards[0].levels {
        assert_eq!(level.accounts, view.levels[usize::from(level.level)].accounts);
        assert!(level.levers.iter().all(|l| l.accounts <= level.accounts && l.lift >= 0.0));
        assert!(level.levers.windows(2).all(|two| two[0].priority >= two[1].priority));
    }
    assert!(cards[0].levels.iter().flat_map(|l| &l.levers).any(|l| l.movers_difference.is_some()));
}

#[test]
fn tenths_hold_all_accounts_with_an_outcome() {
    let (mut engine, context) = engine();
    let early = ScoringContext { as_of: SnapshotId(4), compared: None, ..context };
    let Answer::Score(view) =
        engine.answer(Call::Score { context: early.clone(), detail: Detail::Full }).unwrap()
    else {
        panic!()
    };
    let outcome = view.outcome.unwrap();
    let (known, churned) = outcome
        .deciles
        .iter()
        .fold((0, 0), |(k, c), d| (k + d.outcome.known, c + d.outcome.churned));
    assert_eq!((known - churned, churned), (outcome.retained, outcome.churned));
    let (low, high) = (outcome.deciles[0], outcome.deciles[9]);
    assert!(low.mean_score < high.mean_score && low.outcome.rate > high.outcome.rate);
    let id = early.model.cards[0].dimensions[0].measures[0].id;
    let Answer::Measure(detail) =
        engine.answer(Call::Measure { context: early, measure: id }).unwrap()
    else {
        panic!()
    };
    assert!(detail.known.iter().zip(&detail.values.counts).all(|(known, all)| known <= all));
    assert!(detail.churned.iter().zip(&detail.known).all(|(churned, known)| churned <= known));
    assert!(detail.churned.iter().sum::<u32>() > 0);
}
