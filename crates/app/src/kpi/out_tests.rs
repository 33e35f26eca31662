//! The tree of the sample out of the tool, with real figures.

use super::figures::Figures;
use super::out::Sheet;
use super::template::sample_edit;
use crate::out::golden;
use crate::text::{Language, Text};
use engine::message::{Answer, Call, KpiAsk, KpiContext, TemplateKind};
use engine::{Engine, Stored};
use kpi::{Direction, Orientation, Tree};
use plan::Document;
use sample::Spec;
use score::{ItemId, Scorecard};
use table::{Day, OutcomeMeaning, SnapshotId};

/// The sample's tree with its figures, under a scorecard that wants more than is there.
fn tree(language: Language) -> (Text, Tree, Figures) {
    let text = Text::new(language);
    let spoken = match language {
        Language::En => sample::Language::English,
        Language::Ja => sample::Language::Japanese,
    };
    let mut engine = Engine::default();
    let spec = Spec { accounts: 400, weeks: 3, ..Spec::new(Day(20_600), spoken) };
    let stored = |s| Stored::new(s, OutcomeMeaning::OneIsRenewed);
    engine.load(sample::generate(spec).map(stored).collect());
    let mut document = Document::default();
    let edit = sample_edit(&document, &text, engine.infos().last());
    document.apply(edit).unwrap();
    let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(SnapshotId(3)) };
    let Answer::Template(dimensions) = engine.answer(call).unwrap() else { panic!("no template") };
    let minimum_coverage = 0.5;
    let card = Scorecard {
        id: ItemId(0),
        name: String::new(),
        filter: None,
        minimum_coverage,
        dimensions,
    };
    document.apply(document.insert_scorecard(&card, 0)).unwrap();
    let mut tree = document.kpi_tree(document.kpi_trees()[0].id).unwrap();
    let money = if language == Language::En { 1.0 } else { 150.0 };
    tree.nodes[1].body.target = Some(200.0 * money);
    tree.nodes[3].body.target = Some(400_000.0 * money);
    tree.nodes[11].body.target = Some(40.0);
    tree.nodes[11].body.direction = Direction::Lower;
    let (as_of, compared) = (Some(SnapshotId(3)), Some(SnapshotId(2)));
    let context =
        KpiContext { tree: tree.clone().into(), model: document.model().into(), as_of, compared };
    let call = Call::Kpi { context: Box::new(context), ask: KpiAsk::View };
    let figures = Figures::of(&tree, engine.answer(call).unwrap());
    (text, tree, figures)
}

fn sheet<'a>(text: &'a Text, tree: &'a Tree, figures: &'a Figures) -> Sheet<'a> {
    let (title, subtitle) = (text.t("kpi-template-saas").to_string(), text.date(Day(20_600)));
    Sheet { text, tree, figures, title, subtitle }
}

#[test]
fn golden_pictures_of_the_sample_tree() {
    for language in [Language::En, Language::Ja] {
        let (text, mut tree, figures) = tree(language);
        for (name, orientation) in
            [("kpi-tree", Orientation::LeftToRight), ("kpi-tree-down", Orientation::TopDown)]
        {
            tree.orientation = orientation;
            let drawn = chart::tree_svg(&sheet(&text, &tree, &figures).picture());
            golden::hold(name, language, &drawn);
        }
    }
}

#[test]
fn a_list_and_a_table_of_the_nodes() {
    let (text, tree, figures) = tree(Language::En);
    let sheet = sheet(&text, &tree, &figures);
    let list = sheet.markdown();
    let lines: Vec<_> = list.lines().filter(|l| l.trim_start().starts_with("- **")).collect();
    assert_eq!(lines.len(), tree.nodes.len());
    assert!(lines[1].starts_with("  - **") && lines[1].contains("Met"), "{list}");
    assert!(lines[0].contains('`'), "the formula of the goal: {list}");
    let table = String::from_utf8(sheet.csv()).unwrap();
    let columns = |line: &str| line.matches(',').count();
    let rows: Vec<_> = table.lines().collect();
    assert_eq!(rows.len(), tree.nodes.len() + 1);
    assert!(rows[0].starts_with("\u{feff}Depth,Name,Under,Value,Unit,"), "{}", rows[0]);
    assert!(columns(rows[1]) >= columns(rows[0]));
    assert!(rows[2].starts_with("1,") && rows[2].contains("Money"), "{}", rows[2]);
}
