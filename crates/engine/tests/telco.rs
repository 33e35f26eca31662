//! The whole path on a real file: Telco in, scored, explained, filtered, exported.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test says where")]

use engine::message::{
    AccountQuery, Answer, Call, Detail, Export, ExportColumn, ExportEncoding, ExportSplit,
    ScoreView, ScoringContext, Sort, SortKey, TemplateKind, Warning,
};
use engine::{Engine, SnapshotParts};
use score::{Comparison, Condition, ItemId, Levels, Literal, Model, Scorecard};
use table::{Day, Overrides, SnapshotId, Source};

const FILE: &str = "WA_Fn-UseC_-Telco-Customer-Churn.csv";

fn engine() -> Engine {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/telco/");
    let bytes = std::fs::read(format!("{path}{FILE}")).unwrap();
    let mut engine = Engine::default();
    let look = engine.look(FILE, bytes.len() as u64, &bytes, true, &Overrides::default());
    let read = table::read(look.inspection.layout, &bytes);
    assert_eq!((read.report.rows_read, read.report.rows_rejected), (7_043, 0));
    let source = Source { file: FILE.to_owned(), bytes: bytes.len() as u64 };
    let mut stored = engine.make_snapshot(read, Day(20_000), source).unwrap();
    stored.snapshot.id = SnapshotId(1);
    engine.replace(vec![stored], &[]);
    engine
}

fn context(engine: &mut Engine) -> ScoringContext {
    let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(SnapshotId(1)) };
    let Answer::Template(dimensions) = engine.answer(call).unwrap() else { panic!() };
    let card = Scorecard {
        id: ItemId(900),
        name: "DEAR".to_owned(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions,
    };
    let model = Model { cards: vec![card], levels: Levels::default() };
    ScoringContext { model, as_of: SnapshotId(1), compared: None }
}

fn score(engine: &mut Engine, context: &ScoringContext, detail: Detail) -> ScoreView {
    let call = Call::Score { context: context.clone(), detail };
    let Answer::Score(view) = engine.answer(call).unwrap() else { panic!() };
    view
}

#[test]
fn telco_is_scored_with_its_outcome() {
    let mut engine = engine();
    let context = context(&mut engine);
    let view = score(&mut engine, &context, Detail::Full);
    assert_eq!((view.accounts, view.scored), (7_043, 7_043));
    assert_eq!(view.distribution.counts.iter().sum::<u32>(), view.scored);
    assert_eq!(view.levels.iter().map(|l| l.accounts).sum::<u32>(), view.scored);
    let outcome = view.outcome.unwrap();
    assert_eq!((outcome.churned, outcome.retained), (1_869, 5_174));
    assert!(outcome.auc_low < outcome.auc && outcome.auc < outcome.auc_high);
    assert!(outcome.warnings.contains(&Warning::AssociationOnly));
    let by_level: u32 = view.levels.iter().filter_map(|l| l.outcome).map(|o| o.churned).sum();
    assert_eq!(by_level, 1_869);
    let live = score(&mut engine, &context, Detail::Live);
    assert_eq!(live.distribution, view.distribution);
    assert_eq!(live.levels, view.levels);
}

#[test]
fn every_explanation_adds_up_to_its_score() {
    let mut engine = engine();
    let context = context(&mut engine);
    for id in ["7590-VHVEG", "5575-GNVDE", "4472-LVYGI"] {
        let call = Call::Account { context: context.clone(), id: id.to_owned() };
        let Answer::Account(Some(card)) = engine.answer(call).unwrap() else { panic!("{id}") };
        let sum: f64 = card.contributions.iter().map(|c| c.contribution).sum();
        assert!((sum - card.score.unwrap()).abs() < 1e-9, "{id}");
        assert_eq!(card.raw.len(), 21);
    }
}

#[test]
fn a_query_filters_sorts_and_exports_the_same_accounts() {
    let mut engine = engine();
    let context = context(&mut engine);
    let two_year = Condition::Compare {
        column: "Contract".to_owned(),
        operator: Comparison::Equal,
        value: Literal::Text("Two year".to_owned()),
    };
    let query = AccountQuery {
        conditions: vec![two_year],
        sort: Sort { key: SortKey::Column("MonthlyCharges".to_owned()), descending: true },
        columns: vec!["MonthlyCharges".to_owned()],
        ..AccountQuery::default()
    };
    let call =
        Call::Accounts { context: context.clone(), query: query.clone(), from: 0, count: 50 };
    let Answer::Accounts(page) = engine.answer(call).unwrap() else { panic!() };
    assert_eq!((page.total, page.of, page.rows.len()), (1_695, 7_043, 50));
    let export = Export {
        columns: vec![
            (ExportColumn::Column("customerID".to_owned()), "id".to_owned()),
            (ExportColumn::Score, "score".to_owned()),
            (ExportColumn::Level, "level".to_owned()),
        ],
        encoding: ExportEncoding::Utf8Bom,
        split: ExportSplit::Rows(1_000),
        name: "two-year".to_owned(),
        level_names: ["Lv1", "Lv2", "Lv3", "Lv4"].map(str::to_owned).to_vec(),
    };
    let call = Call::Export { context, query, export };
    let Answer::Exported(done) = engine.answer(call).unwrap() else { panic!() };
    assert_eq!((done.rows, done.parts.len()), (1_695, 2));
    let text = std::str::from_utf8(&done.parts[0].bytes).unwrap();
    assert!(text.starts_with("\u{feff}id,score,level\r\n"));
    let first = text.lines().nth(1).unwrap();
    assert_eq!(first.split(',').next().unwrap(), page.rows[0].id);
}

#[test]
fn what_is_written_down_reads_back() {
    let engine = engine();
    let stored = engine.store().get(SnapshotId(1)).unwrap();
    let parts = SnapshotParts::of(stored).unwrap();
    let back = parts.read().unwrap();
    // By what is written: absent decimals are not-a-number, which equals nothing.
    assert_eq!(SnapshotParts::of(&back).unwrap(), parts);
    assert_eq!(back.info(), stored.info());
}
