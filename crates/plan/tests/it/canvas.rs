//! Canvases and their notes.

use plan::{
    Document, Edit, ElementId, Gesture, History, Kind, Link, LinkId, LinkKind, Note, NoteMove,
    Standing, template,
};

fn applied(document: &mut Document, make: impl FnOnce(&Document) -> Edit) {
    let edit = make(document);
    document.apply(edit).unwrap();
    assert_eq!(document.check(), Ok(()));
}

/// A SWOT canvas with notes in its blocks of strengths ("a b c d") and weaknesses ("x y").
fn swot() -> (Document, ElementId, [ElementId; 2]) {
    let mut document = Document::default();
    applied(&mut document, |document| document.insert_canvas(template("swot").unwrap(), "SWOT"));
    let canvas = document.canvases()[0].id;
    let blocks = document.children_of_kind(Some(canvas), Kind::Block);
    let blocks = [blocks[1].id, blocks[2].id];
    for (block, texts) in blocks.into_iter().zip(["a b c d", "x y"]) {
        let notes: Vec<_> = texts.split(' ').map(|t| (t.to_owned(), Note::default())).collect();
        applied(&mut document, |document| document.add_notes(block, &notes, 99));
    }
    (document, canvas, blocks)
}

fn said(document: &Document, block: ElementId) -> String {
    let notes = document.children(Some(block));
    notes.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(" ")
}

fn ids(document: &Document, texts: &str) -> Vec<ElementId> {
    let of = |text| document.elements.values().find(|e| e.name == text).unwrap().id;
    texts.split(' ').map(of).collect()
}

#[test]
fn notes_go_where_they_are_wanted() {
    for (texts, to, position, left, right) in [
        ("a", 0, 3, "b c d a", "x y"),
        ("d", 0, 0, "d a b c", "x y"),
        ("c a", 0, 1, "b c a d", "x y"),
        ("b d", 1, 1, "a c", "x b d y"),
        ("x a", 1, 9, "b c d", "y x a"),
        ("a b c d x y", 1, 0, "", "a b c d x y"),
    ] {
        let (mut document, _, blocks) = swot();
        let edit = document.move_notes(&ids(&document, texts), blocks[to], position);
        applied(&mut document, |_| edit.unwrap());
        assert_eq!([said(&document, blocks[0]), said(&document, blocks[1])], [left, right]);
    }
}

#[test]
fn what_stands_there_already_is_no_edit() {
    let (document, canvas, blocks) = swot();
    assert_eq!(document.move_notes(&ids(&document, "b c"), blocks[0], 1), None);
    assert_eq!(document.move_notes(&[canvas], blocks[0], 1), None);
    assert_eq!(document.move_notes(&[], blocks[0], 1), None);
    assert_eq!(document.merge_notes(&ids(&document, "a")), None);
    assert_eq!(document.change_notes(&ids(&document, "a b"), |_| ()), None);
    assert_eq!(document.remove_notes(&[canvas]), None);
}

#[test]
fn notes_step_together() {
    for (texts, step, after) in [
        ("b", NoteMove::Up, Some("b a c d")),
        ("a", NoteMove::Up, None),
        ("d", NoteMove::Down, None),
        ("a b", NoteMove::Down, Some("c a b d")),
        ("b d", NoteMove::Up, Some("b d a c")),
        ("a c", NoteMove::Down, Some("b d a c")),
        ("a d", NoteMove::Up, Some("a d b c")),
    ] {
        let (mut document, _, blocks) = swot();
        let edit = document.step_notes(&ids(&document, texts), step);
        if let Some(edit) = edit.clone() {
            applied(&mut document, |_| edit);
        }
        assert_eq!(edit.map(|_| said(&document, blocks[0])).as_deref(), after, "{texts} {step:?}");
    }
    let (document, ..) = swot();
    assert_eq!(document.step_notes(&ids(&document, "a x"), NoteMove::Up), None);
}

#[test]
fn duplicates_become_one_with_all_that_hangs_on_them() {
    let (mut document, canvas, blocks) = swot();
    let [a, x] = [ids(&document, "a")[0], ids(&document, "x")[0]];
    let again = Note {
        votes: 2,
        standing: Standing::Observed,
        source: "電話".into(),
        cells: [("rare".to_owned(), "yes".to_owned())].into(),
        ..Note::default()
    };
    let notes = [("Ａ ".to_owned(), again.clone()), (" ".to_owned(), Note::default())];
    applied(&mut document, |document| document.add_notes(blocks[0], &notes, 99));
    let other = document.children(Some(blocks[0]))[4].id;
    let link = |document: &mut Document, from, to| {
        applied(document, |d| {
            Edit::AddLink(Link { id: LinkId(d.next_id), kind: LinkKind::Drives, from, to })
        });
    };
    link(&mut document, x, other);
    link(&mut document, a, other);
    let groups = document.duplicate_notes(canvas);
    assert_eq!(groups, [vec![a, other]]);
    let before = document.clone();
    let merge = document.merge_notes(&groups[0]).unwrap();
    let inverse = document.apply(merge).unwrap();
    assert_eq!(document.check(), Ok(()));
    assert_eq!((document.element(a).unwrap().name.as_str(), document.note(a)), ("a", Some(&again)));
    assert_eq!(document.element(other), None);
    let links: Vec<_> = document.links.values().map(|l| (l.from, l.to)).collect();
    assert_eq!(links, [(x, a)]);
    document.apply(inverse).unwrap();
    assert_eq!(Document { next_id: before.next_id, ..document.clone() }, before);
    // What differs is kept as lines.
    applied(&mut document, |document| document.merge_notes(&ids(document, "b c x")).unwrap());
    assert_eq!(said(&document, blocks[0]).trim_end(), "a b\nc\nx d Ａ");
}

#[test]
fn only_what_agrees_in_one_block_is_the_same() {
    let (mut document, canvas, blocks) = swot();
    let with = |key: &str, cell: &str| Note {
        cells: [(key.to_owned(), cell.to_owned())].into(),
        ..Note::default()
    };
    let note = |note: Note| ("ｘ".to_owned(), note);
    // Of another block than "x".
    applied(&mut document, |d| d.add_notes(blocks[0], &[note(Note::default())], 9));
    assert!(document.duplicate_notes(canvas).is_empty());
    let notes = [
        note(with("rare", "yes")),
        note(with("rare", "no")),
        note(with("owner", "青木")),
        note(Note { colour: 2, ..Note::default() }),
        note(Note { colour: 3, ..with("rare", "no") }),
    ];
    applied(&mut document, |d| d.add_notes(blocks[1], &notes, 9));
    let x: Vec<_> = document.children(Some(blocks[1])).iter().map(|n| n.id).collect();
    // x y | yes, no, owner, colour 2, colour 3 with no
    assert_eq!(document.duplicate_notes(canvas), [vec![x[0], x[2], x[4], x[5]], vec![x[3], x[6]]]);
}

#[test]
fn what_differs_between_merged_notes_is_kept() {
    let (mut document, ..) = swot();
    let day = |d| table::Day::from_ymd(2026, 1, d);
    let said = |standing, source: &str, date, colour, cells: [(&str, &str); 2]| Note {
        standing,
        source: source.into(),
        date,
        colour,
        cells: cells.map(|(k, c)| (k.to_owned(), c.to_owned())).into(),
        ..Note::default()
    };
    let notes = [
        said(Standing::Observed, "電話", day(5), 0, [("role", "窓口"), ("rare", "yes")]),
        said(Standing::Measured, "利用ログ", day(7), 2, [("role", "決裁者"), ("rare", "no")]),
        said(Standing::Observed, "面談", None, 3, [("role", "窓口"), ("size", "12")]),
    ];
    for (id, note) in ids(&document, "a b c").into_iter().zip(notes) {
        applied(&mut document, |d| d.change_notes(&[id], |n| n.clone_from(&note)).unwrap());
    }
    let [a, b, c, ..] = ids(&document, "a b c")[..] else { panic!() };
    applied(&mut document, |d| d.merge_notes(&[a, b, c]).unwrap());
    let kept = document.note(a).unwrap();
    assert_eq!((kept.standing, kept.date, kept.colour), (Standing::Measured, day(7), 2));
    assert_eq!(kept.source, "利用ログ / 電話 2026-01-05 / 面談");
    let cells: Vec<_> = kept.cells.iter().map(|(k, c)| (k.as_str(), c.as_str())).collect();
    // no column of checks is called so here: these are words
    assert_eq!(cells, [("rare", "yes / no"), ("role", "窓口 / 決裁者"), ("size", "12")]);
}

#[test]
fn a_yes_merged_with_a_no_is_open_again() {
    let mut document = Document::default();
    applied(&mut document, |d| d.insert_canvas(template("vrio").unwrap(), ""));
    let canvas = document.canvases()[0].id;
    let block = document.children_of_kind(Some(canvas), Kind::Block)[0].id;
    let row = |rare: &str| {
        let cells = [("rare".to_owned(), rare.to_owned()), ("value".to_owned(), "yes".to_owned())];
        ("商圏".to_owned(), Note { cells: cells.into(), ..Note::default() })
    };
    applied(&mut document, |d| d.add_notes(block, &[row("yes"), row("no")], 9));
    let rows: Vec<_> = document.children(Some(block)).iter().map(|n| n.id).collect();
    applied(&mut document, |d| d.merge_notes(&rows).unwrap());
    let kept = &document.note(rows[0]).unwrap().cells;
    assert_eq!(
        kept.iter().map(|(k, c)| (k.as_str(), c.as_str())).collect::<Vec<_>>(),
        [("value", "yes")]
    );
}

#[test]
fn a_note_without_text_goes_only_when_nothing_hangs_on_it() {
    let (mut document, _, blocks) = swot();
    let [a, b, c, d] = ids(&document, "a b c d")[..] else { panic!() };
    applied(&mut document, |doc| doc.join(a, b).unwrap());
    applied(&mut document, |doc| doc.change_notes(&[c], |n| n.votes = 1).unwrap());
    for id in [a, b, c] {
        assert_eq!(document.write_note(id, " \u{3000}"), None);
    }
    assert_eq!(document.write_note(d, "d "), None);
    assert_eq!(document.write_note(blocks[0], "e"), None);
    applied(&mut document, |doc| doc.write_note(d, "").unwrap());
    assert_eq!(said(&document, blocks[0]), "a b c");
    // A link alone leaves the text; what is joined already only takes the text.
    assert_eq!(document.write_joined(a, "", b), None);
    applied(&mut document, |doc| doc.write_joined(a, "", c).unwrap());
    applied(&mut document, |doc| doc.write_joined(a, "e", c).unwrap());
    assert_eq!((said(&document, blocks[0]).as_str(), document.links_of(a).count()), ("e b c", 2));
}

#[test]
fn many_notes_are_one_step_of_undo() {
    let (mut document, _, blocks) = swot();
    let before = document.clone();
    let mut history = History::default();
    let notes: Vec<_> = (0..200).map(|i| (i.to_string(), Note::default())).collect();
    let edit = document.add_notes(blocks[0], &notes, 2);
    history.apply(&mut document, edit, Gesture::Once).unwrap();
    assert_eq!(document.children(Some(blocks[0])).len(), 204);
    assert!(said(&document, blocks[0]).starts_with("a b 0 1 2"));
    history.undo(&mut document).unwrap();
    assert_eq!(Document { next_id: before.next_id, ..document }, before);
}
