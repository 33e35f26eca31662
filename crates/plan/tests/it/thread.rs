//! The golden thread over canvases, scorecards and KPI trees.

use plan::{Along, Document, Edit, ElementId, Gap, Kind, Link, LinkKind, Note, template};

/// A value proposition with a pain and its reliever, a scorecard and a KPI tree.
struct Thread {
    document: Document,
    pain: ElementId,
    reliever: ElementId,
    measure: ElementId,
    node: ElementId,
}

fn thread() -> Thread {
    let mut document = Document::default();
    let vpc = document.insert_canvas(template("value-proposition").unwrap(), "");
    document.apply(vpc).unwrap();
    let canvas = document.canvases()[0].id;
    let mut note = |area: &str, text: &str| {
        let blocks = document.children(Some(canvas));
        let is = |e: &&&plan::Element| matches!(&e.body, plan::Body::Block(b) if b.area == area);
        let block = blocks.iter().find(is).unwrap().id;
        let id = ElementId(document.next_id);
        let add = document.add_notes(block, &[(text.to_owned(), Note::default())], 0);
        document.apply(add).unwrap();
        id
    };
    let pain = note("pains", "立ち上がりが遅い");
    let reliever = note("relievers", "導入支援");
    let card = document.insert_scorecard(&crate::wish::card(1.0, true), 0);
    document.apply(card).unwrap();
    let tree = document.insert_kpi_tree("KPI", &crate::kpi::full());
    document.apply(tree).unwrap();
    let of_kind = |kind| document.elements.values().find(|e| e.kind() == kind).unwrap().id;
    let (measure, node) = (of_kind(Kind::Measure), of_kind(Kind::KpiNode));
    Thread { document, pain, reliever, measure, node }
}

fn join(document: &mut Document, a: ElementId, b: ElementId) -> Link {
    let edit = document.join(a, b).unwrap();
    let Edit::AddLink(link) = edit.clone() else { panic!("{edit:?}") };
    document.apply(edit).unwrap();
    link
}

#[test]
fn a_thread_goes_both_ways_and_through_the_trees() {
    let Thread { mut document, pain, reliever, measure, node } = thread();
    assert_eq!(join(&mut document, pain, reliever).from, reliever);
    assert_eq!(join(&mut document, pain, measure).kind, LinkKind::Measures);
    assert_eq!(join(&mut document, pain, node).kind, LinkKind::Drives);
    assert_eq!(document.join(reliever, pain), None, "joined already");
    assert_eq!(document.join(pain, pain), None);
    let down: Vec<_> =
        document.thread(reliever, Along::Down).iter().map(|s| (s.depth, s.to)).collect();
    assert_eq!(down[..2], [(1, pain), (2, node)]);
    let up: Vec<_> = document.thread(node, Along::Up).iter().map(|s| s.to).collect();
    assert!([pain, reliever, measure].iter().all(|id| up.contains(id)), "{up:?}");
    let above: Vec<_> = document
        .thread(measure, Along::Down)
        .iter()
        .filter(|s| s.link.is_none())
        .map(|s| s.to)
        .collect();
    let dimension = document.element(measure).unwrap().parent.unwrap();
    assert_eq!(above[0], dimension);
    assert_eq!(document.note_kind(node), None);
}

#[test]
fn a_circle_ends() {
    let Thread { mut document, pain, reliever, .. } = thread();
    let link = join(&mut document, reliever, pain);
    let back = document.change_link(link.id, LinkKind::Drives, true).unwrap();
    document.apply(back).unwrap();
    let edit = document.change_link(plan::LinkId(1), LinkKind::Drives, true);
    assert_eq!(edit, None);
    let back = Link {
        id: plan::LinkId(document.next_id),
        kind: LinkKind::Addresses,
        from: reliever,
        to: pain,
    };
    document.apply(Edit::AddLink(back)).unwrap();
    for along in [Along::Up, Along::Down] {
        assert_eq!(document.thread(pain, along).len(), 1);
    }
}

#[test]
fn a_note_is_added_with_its_link_in_one_step() {
    let Thread { mut document, pain, reliever, node, .. } = thread();
    let before = document.clone();
    let block = document.element(reliever).unwrap().parent.unwrap();
    let edit = document.add_joined_note(block, "伴走", pain).unwrap();
    let inverse = document.apply(edit).unwrap();
    assert_eq!(
        document.links.values().next().map(|l| (l.kind, l.to)),
        Some((LinkKind::Addresses, pain))
    );
    document.apply(inverse).unwrap();
    assert_eq!(Document { next_id: before.next_id, ..document.clone() }, before);
    assert_eq!(document.add_joined_note(node, "x", pain), None);
}

#[test]
fn gaps_close_as_the_thread_is_tied() {
    let Thread { mut document, pain, reliever, node, .. } = thread();
    let has = |document: &Document, gap: Gap, id| document.gaps().contains(&(gap, id));
    assert!(has(&document, Gap::PainUnanswered, pain));
    assert!(has(&document, Gap::StrategyUnmeasured, reliever));
    join(&mut document, reliever, pain);
    assert!(!has(&document, Gap::PainUnanswered, pain));
    assert!(has(&document, Gap::StrategyUnmeasured, reliever));
    assert_eq!(join(&mut document, reliever, node).kind, LinkKind::Targets);
    assert!(!has(&document, Gap::StrategyUnmeasured, reliever));
    assert!(document.gaps().is_sorted());
}

#[test]
fn a_kpi_measures_a_goal_and_has_a_figure_or_a_formula_that_gives_one() {
    let Thread { mut document, pain, node, .. } = thread();
    let has = |document: &Document, gap: Gap, id| document.gaps().contains(&(gap, id));
    let block = document.element(pain).unwrap().parent.unwrap();
    let mut body = document.element(block).unwrap().body.clone();
    if let plan::Body::Block(block) = &mut body {
        block.note = plan::NoteKind::Goal;
    }
    document.apply(Edit::SetBody { id: block, body }).unwrap();
    assert!(has(&document, Gap::GoalUnmeasured, pain));
    assert_eq!(join(&mut document, pain, node).from, node);
    assert!(!has(&document, Gap::GoalUnmeasured, pain));
    let tree = document.element(node).unwrap().parent.unwrap();
    let known = |document: &mut Document, known: kpi::Known| {
        let id = ElementId(document.next_id);
        let body = kpi::NodeBody { known, ..kpi::NodeBody::default() };
        let edit = document.insert_kpi_node(tree, &format!("枝{}", id.0), body, 99);
        document.apply(edit).unwrap();
        has(document, Gap::KpiWithoutData, id)
    };
    let figure = kpi::Typed { date: table::Day(1), value: 1.0 };
    for (how, gap) in [
        (kpi::Known::Unknown, true),
        (kpi::Known::Typed(Vec::new()), true),
        (kpi::Known::Typed(vec![figure]), false),
        (kpi::Known::Formula("[何もない] * 2".into()), true),
        (kpi::Known::Formula("1 + 2".into()), false),
        (kpi::Known::Accounts(" ".into()), true),
        (kpi::Known::Accounts("COUNTIF(TRUE)".into()), false),
    ] {
        assert_eq!(known(&mut document, how.clone()), gap, "{how:?}");
    }
}
