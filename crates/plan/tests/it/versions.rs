//! Files of every version must open for good. Each lies in `tests/versions`: the state and the log
//! as that version wrote them.

use crate::kpi::full;
use crate::wish::{condition, measure};
use plan::{
    AccountsView, Block, Body, Canvas, Checkpoint, Column, ColumnKind, ColumnOfFile, Document,
    Edit, ElementId, HeaderSignature, Kind, Layout, Link, LinkId, LinkKind, Log, Mapping, Note,
    NoteKind, Review, SavedFilter, Sorting, SortingBy, Standing, open, preset, template,
};
use score::{
    AbsentPolicy, Band, ChangeKind, Comparison, Condition, Dimension, Input, ItemId, Levels,
    Literal, Measure, Model, Normaliser, Scorecard,
};

// Version 5 added journeys.
const STATE_5: &str = include_str!("../versions/5.state.json");
const LOG_5: &[u8] = include_bytes!("../versions/5.log");
// Version 4 added canvases.
const STATE_4: &str = include_str!("../versions/4.state.json");
const LOG_4: &[u8] = include_bytes!("../versions/4.log");
// Version 3 added columns of formulas, and other names for columns.
const STATE_3: &str = include_str!("../versions/3.state.json");
const LOG_3: &[u8] = include_bytes!("../versions/3.log");
// Version 2 added KPI trees, and measures that are formulas.
const STATE_2: &str = include_str!("../versions/2.state.json");
const LOG_2: &[u8] = include_bytes!("../versions/2.log");
const STATE_1: &str = include_str!("../versions/1.state.json");
const LOG_1: &[u8] = include_bytes!("../versions/1.log");

#[test]
fn version_1_opens() {
    let opened = open(Some(STATE_1), LOG_1).unwrap();
    assert_eq!((opened.applied, opened.dropped), (4, None));
    assert_eq!(opened.document, edits_1().into_iter().fold(Document::default(), applied));
}

#[test]
fn version_2_opens() {
    let opened = open(Some(STATE_2), LOG_2).unwrap();
    assert_eq!((opened.applied, opened.dropped), (8, None));
    assert_eq!(opened.document, edits_2().into_iter().fold(Document::default(), applied));
}

#[test]
fn version_3_opens() {
    let opened = open(Some(STATE_3), LOG_3).unwrap();
    assert_eq!((opened.applied, opened.dropped), (11, None));
    assert_eq!(opened.document, edits_3().into_iter().fold(Document::default(), applied));
}

#[test]
fn version_4_opens() {
    let opened = open(Some(STATE_4), LOG_4).unwrap();
    assert_eq!((opened.applied, opened.dropped), (16, None));
    assert_eq!(opened.document, edits_4().into_iter().fold(Document::default(), applied));
}

#[test]
fn version_5_opens() {
    let opened = open(Some(STATE_5), LOG_5).unwrap();
    assert_eq!((opened.applied, opened.dropped), (22, None));
    assert_eq!(opened.document, edits().into_iter().fold(Document::default(), applied));
}

/// What writing gives today is what lies there: else the form has changed, and the version and a
/// migration are due. Before the first release, `BLESS=1` writes the files anew.
#[test]
fn version_5_is_still_what_is_written() {
    let mut document = Document::default();
    let mut log = Log::default();
    let mut lines = String::new();
    let mut state = String::new();
    for (edit, at) in edits().into_iter().zip(1..) {
        document = applied(document, edit.clone());
        let line = log.record(&edit).unwrap();
        if at == 5 {
            state = log.compact(&document).unwrap();
        } else if at > 5 {
            lines += &line;
        }
    }
    state.push('\n');
    if std::env::var_os("BLESS").is_some() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/versions");
        std::fs::write(format!("{folder}/5.state.json"), &state).unwrap();
        std::fs::write(format!("{folder}/5.log"), &lines).unwrap();
        return;
    }
    assert_eq!(state, STATE_5);
    assert_eq!(lines.as_bytes(), LOG_5);
}

fn applied(mut document: Document, edit: Edit) -> Document {
    document.apply(edit).unwrap();
    document
}

/// One of everything.
fn edits() -> Vec<Edit> {
    let mut edits = edits_4();
    let mut document = edits.iter().cloned().fold(Document::default(), applied);
    let mut push = |make: &dyn Fn(&Document) -> Option<Edit>| {
        let edit = make(&document).unwrap();
        document.apply(edit.clone()).unwrap();
        edits.push(edit);
    };
    let journey = std::cell::Cell::new(0);
    push(&|d| {
        journey.set(d.next_id);
        Some(d.insert_journey(preset("own")?, "中小企業の道のり"))
    });
    // three stages, then lanes for steps, touchpoints, pains and emotions
    let id = |offset: u64| ElementId(journey.get() + offset);
    push(&|d| {
        d.change_journey(id(0), |j| {
            j.customers = "従業員50人未満".into();
            j.accounts = "席数 < 50".into();
            j.success = "毎週使われている".into();
            j.note = "面談から".into();
            j.review_days = Some(91);
            j.reviewed = Some(table::Day(20_000));
        })
    });
    push(&|d| {
        d.change_stage(id(1), |s| {
            s.entry = "席数 > 0".into();
            s.target = Some(0.8);
            s.feels = Some(-100);
            s.shall_feel = Some(50);
        })
    });
    let checkpoint =
        Checkpoint { condition: "席数 > 3".into(), target: Some(0.5), onboarding: true };
    push(&|d| Some(d.add_checkpoint(id(1), "招待した", checkpoint.clone())));
    push(&|d| {
        let cells = [("channel", "電話"), ("touch", "high")];
        let cells = cells.map(|(k, c)| (k.to_owned(), c.to_owned())).into();
        let note = Note { cells, ..Note::default() };
        Some(d.add_entries(id(5), id(1), &[("導入の電話".to_owned(), note)], 0))
    });
    push(&|d| d.stretch_entry(id(9), id(1), 2));
    edits
}

/// One of everything that version 4 knew.
fn edits_4() -> Vec<Edit> {
    let mut edits = edits_3();
    let mut document = edits.iter().cloned().fold(Document::default(), applied);
    let mut push = |document: &mut Document, make: &dyn Fn(&Document) -> Edit| {
        let edit = make(document);
        document.apply(edit.clone()).unwrap();
        edits.push(edit);
    };
    let canvas = document.next_id;
    let vrio = template("vrio").unwrap();
    push(&mut document, &|d| d.insert_canvas(vrio, "経営資源"));
    let block = ElementId(canvas + 1);
    let notes = ["導入支援の型", "顧客の声"].map(|t| (t.to_owned(), Note::default()));
    push(&mut document, &|d| d.add_notes(block, &notes, 0));
    let first = ElementId(canvas + 2);
    let full = |note: &mut Note| {
        *note = Note {
            colour: 5,
            standing: Standing::Measured,
            source: "インタビュー".into(),
            date: Some(table::Day(20_000)),
            votes: 3,
            cells: [("rare".to_owned(), "yes".to_owned())].into(),
            span: None,
        };
    };
    push(&mut document, &|d| d.change_notes(&[first], full).unwrap());
    let layout = Layout::Areas { rows: vec!["a a".into(), "b .".into()], heights: vec![2, 1] };
    let legend = vec!["事実".to_owned()];
    let sentence = Some("canvas-pitch-sentence".to_owned());
    let review = Review::default();
    let body = Canvas { template: "own".into(), layout, legend, sentence, review };
    let edit = Edit::SetBody { id: ElementId(canvas), body: Body::Canvas(Box::new(body)) };
    push(&mut document, &|_| edit.clone());
    let body = Block {
        area: "a".into(),
        note: NoteKind::Pain,
        prompts: vec!["何に困っていますか".into()],
        columns: vec![
            Column { key: "c".into(), kind: ColumnKind::Growth },
            Column { key: "d".into(), kind: ColumnKind::Text },
        ],
    };
    let edit = Edit::SetBody { id: block, body: Body::Block(Box::new(body)) };
    push(&mut document, &|_| edit.clone());
    edits
}

/// One of everything that version 3 knew.
fn edits_3() -> Vec<Edit> {
    let mut edits = edits_2();
    let document = edits.iter().cloned().fold(Document::default(), applied);
    let column = ColumnOfFile { shown: "席数", in_file: Some("席数") };
    edits.extend([
        Edit::SetColumnName { column: "log_ins".into(), shown: Some("ログイン数".into()) },
        document.insert_derived_column("一席あたり", "ログイン数 / 席数", table::Role::Segment),
        document.rename_column("席数", plan::Origin::File, "座席", &[vec![column]]).unwrap(),
    ]);
    edits
}

/// One of everything that version 2 knew.
fn edits_2() -> Vec<Edit> {
    let mut edits = edits_1();
    let document = edits.iter().cloned().fold(Document::default(), applied);
    let body = |document: &Document, id| document.element(id).unwrap().body.clone();
    let formula = Measure {
        input: Some(Input::Formula("IF([月間 ログイン] > 30, 100, CHANGE(席数))".into())),
        ..measure(80.0)
    };
    let dimension = document.elements.values().find(|e| e.kind() == Kind::Dimension).unwrap().id;
    let added = document.insert_measure(dimension, &formula, 0);
    let document = applied(document, added.clone());
    edits.push(added);
    let check = Condition::Formula("CHANGERATE(席数, 4週) < -30%".into());
    let check = Measure { input: Some(Input::Check(check)), ..measure(80.0) };
    let added = document.insert_measure(dimension, &check, 9);
    let document = applied(document, added.clone());
    edits.push(added);
    let tree = document.next_id;
    let node = |offset| ElementId(tree + offset);
    let added = document.insert_kpi_tree("KPIツリー", &full());
    let after = applied(document, added.clone());
    edits.push(added);
    edits.push(Edit::SetBody { id: node(2), body: body(&after, node(3)) });
    edits
}

/// One of everything that version 1 knew.
fn edits_1() -> Vec<Edit> {
    let document = Document::default();
    let start = applied(document.clone(), document.insert_model(&model()));
    let card = start.children(None)[1].id;
    let dimension = start.children(Some(card))[0].id;
    let measures: Vec<_> = start.children(Some(dimension)).iter().map(|e| e.id).collect();
    let link = |id, to| {
        Edit::AddLink(Link { id: LinkId(id), kind: LinkKind::Drives, from: measures[0], to })
    };
    let first = start.next_id;
    vec![
        document.insert_model(&model()),
        Edit::SetWorkspaceName("株式会社青空".into()),
        link(first, measures[1]),
        Edit::SetMapping {
            signature: HeaderSignature(u64::MAX - 1),
            mapping: Some(Mapping {
                roles: [("顧客ID".to_owned(), table::Role::AccountId)].into(),
                layout: serde_json::json!({ "delimiter": ",", "skip": 1.5 }),
            }),
        },
        Edit::SetAccountsView(AccountsView {
            columns: Some(vec!["席数".into()]),
            sorting: Some(Sorting {
                by: SortingBy::Column,
                column: "席数".into(),
                descending: true,
            }),
            filters: vec![SavedFilter {
                name: "at risk".into(),
                levels: vec![0, 1],
                unscored: false,
                moved_up: None,
                search: "青".into(),
                condition: condition(0.1),
            }],
        }),
        Edit::SetName { id: dimension, name: "Adoption".into() },
        Edit::Move {
            id: measures[2],
            parent: Some(dimension),
            rank: start.rank_at(Some(dimension), 0, None),
        },
        Edit::batch([link(first + 1, measures[3]), Edit::RemoveLink(LinkId(first))]),
        Edit::Remove(measures[4]),
    ]
}

fn model() -> Model {
    let compare = |operator, value| Condition::Compare { column: "席数".into(), operator, value };
    let filter = Condition::Any(vec![
        compare(Comparison::Contains, Literal::Text("大".into())),
        Condition::Not(Box::new(compare(Comparison::Less, Literal::Date(table::Day(20_000))))),
        Condition::All(vec![
            Condition::OneOf { column: "プラン".into(), values: vec!["A".into()] },
            Condition::Absent { column: "NPS".into() },
            compare(Comparison::Equal, Literal::Boolean(true)),
        ]),
    ]);
    let column = || "席数".to_owned();
    let change = |kind| Input::Change { column: column(), kind, snapshots_back: 4 };
    let measures = [
        (
            Some(Input::Column(column())),
            Normaliser::Linear { worst: 0.1, best: 1e-7 },
            AbsentPolicy::Skip,
        ),
        (
            Some(Input::Ratio { numerator: column(), denominator: column() }),
            Normaliser::Bands { below: 0.0, steps: vec![Band { from: -1.0, points: 33.3 }] },
            AbsentPolicy::Worst,
        ),
        (Some(change(ChangeKind::Ratio)), Normaliser::Check, AbsentPolicy::Neutral),
        (
            Some(change(ChangeKind::Difference)),
            Normaliser::Percentile { higher_is_better: true, within: Some("プラン".into()) },
            AbsentPolicy::LastValue { snapshots: 3 },
        ),
        (Some(Input::DaysSince(column())), Normaliser::Formula, AbsentPolicy::Skip),
        (Some(Input::Check(filter.clone())), Normaliser::Check, AbsentPolicy::Skip),
        (None, Normaliser::Check, AbsentPolicy::Skip),
    ];
    let measures = measures.map(|(input, normaliser, absent)| Measure {
        id: ItemId(0),
        name: "指標".into(),
        weight: 0.3,
        input,
        normaliser,
        absent,
    });
    let dimension =
        Dimension { id: ItemId(0), name: "観点".into(), weight: 2.0, measures: measures.into() };
    let card = |filter| Scorecard {
        id: ItemId(0),
        name: "スコアカード".into(),
        filter,
        minimum_coverage: 0.5,
        dimensions: vec![dimension.clone()],
    };
    Model { cards: vec![card(Some(filter)), card(None)], levels: Levels::default() }
}
