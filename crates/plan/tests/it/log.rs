//! The log, cut anywhere.

use crate::wish::wishes;
use plan::{Cut, Document, Edit, Log, MigrateError, Note, OpenError, open, presets, template};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_prefix_opens_to_the_last_whole_edit(wishes in wishes(12), compact_at in 0usize..12) {
        let (mut document, mut log) = (Document::default(), Log::default());
        let mut state = None;
        let mut bytes: Vec<u8> = Vec::new();
        // The document after the lines up to each offset.
        let mut whole = vec![(0, document.clone())];
        for (at, wish) in wishes.iter().enumerate() {
            let edit = wish.edit(&document);
            if document.apply(edit.clone()).is_ok() {
                bytes.extend(log.record(&edit).unwrap().bytes());
                // Without its line feed a line is whole already.
                whole.push((bytes.len() - 1, document.clone()));
            }
            if at == compact_at {
                state = Some(log.compact(&document).unwrap());
                bytes.clear();
                whole = vec![(0, document.clone())];
            }
        }
        for cut in 0..=bytes.len() {
            let opened = open(state.as_deref(), &bytes[..cut]).unwrap();
            let (end, expected) = whole.iter().rev().find(|(end, _)| *end <= cut).unwrap();
            prop_assert_eq!(&opened.document, expected);
            prop_assert_eq!(opened.dropped.is_some(), cut > end + 1 || (*end == 0 && cut > 0));
            if let Some(dropped) = opened.dropped {
                prop_assert_eq!(dropped.from_byte + dropped.bytes, cut);
                prop_assert_eq!(dropped.why, Cut::NotWhole);
            }
        }
        prop_assert_eq!(open(state.as_deref(), &bytes).unwrap().log.sequence(), log.sequence());
    }

    #[test]
    fn any_prefix_over_canvases_and_journeys_opens_to_the_last_whole_edit(
        wishes in wishes(24),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 40),
    ) {
        let (mut document, mut log) = (Document::default(), Log::default());
        document.apply(document.insert_canvas(template("value-proposition").unwrap(), "")).unwrap();
        let block = document.children(Some(document.canvases()[0].id))[4].id;
        let notes = ["遅い", "一人"].map(|text| (text.to_owned(), Note::default()));
        document.apply(document.add_notes(block, &notes, 0)).unwrap();
        document.apply(document.insert_journey(&presets()[0], "")).unwrap();
        let state = log.compact(&document).unwrap();
        let mut bytes: Vec<u8> = Vec::new();
        let mut whole = vec![(0, document.clone())];
        for wish in &wishes {
            let edit = wish.edit(&document);
            if document.apply(edit.clone()).is_ok() {
                bytes.extend(log.record(&edit).unwrap().bytes());
                whole.push((bytes.len() - 1, document.clone()));
            }
        }
        // Around the end of each line, and anywhere.
        let around = whole.iter().flat_map(|(end, _)| [end.saturating_sub(1), *end, end + 1]);
        let anywhere = cuts.iter().map(|cut| cut.index(bytes.len() + 1));
        for cut in around.chain(anywhere).filter(|cut| *cut <= bytes.len()) {
            let opened = open(Some(&state), &bytes[..cut]).unwrap();
            let (_, expected) = whole.iter().rev().find(|(end, _)| *end <= cut).unwrap();
            prop_assert_eq!(&opened.document, expected);
        }
    }

    #[test]
    fn any_damaged_byte_ends_the_log_there(wishes in wishes(10), at: prop::sample::Index, flip in 1u8..) {
        let (mut document, mut log) = (Document::default(), Log::default());
        let mut bytes: Vec<u8> = Vec::new();
        let mut lines = vec![document.clone()];
        for wish in &wishes {
            let edit = wish.edit(&document);
            if document.apply(edit.clone()).is_ok() {
                bytes.extend(log.record(&edit).unwrap().bytes());
                lines.push(document.clone());
            }
        }
        prop_assume!(!bytes.is_empty());
        let at = at.index(bytes.len());
        let line = bytes[..at].iter().filter(|&&b| b == b'\n').count();
        let line_feed = bytes[at] == b'\n';
        bytes[at] ^= flip;
        let opened = open(None, &bytes).unwrap();
        prop_assert_eq!(&opened.document, &lines[line], "line feed: {}", line_feed);
        prop_assert!(opened.dropped.is_some());
    }
}

fn three_lines() -> (Document, Vec<String>) {
    let (mut document, mut log) = (Document::default(), Log::default());
    let lines = ["a", "b", "c"].map(|name| {
        let edit = Edit::SetWorkspaceName(name.into());
        document.apply(edit.clone()).unwrap();
        log.record(&edit).unwrap()
    });
    (document, lines.to_vec())
}

#[test]
fn lines_that_the_state_holds_are_passed_over() {
    let (mut document, mut log) = (Document::default(), Log::default());
    let mut text = String::new();
    let mut state = String::new();
    for name in ["a", "b", "c"] {
        let edit = Edit::SetWorkspaceName(name.into());
        document.apply(edit.clone()).unwrap();
        text += &log.record(&edit).unwrap();
        if name == "b" {
            state = log.compact(&document).unwrap();
        }
    }
    let opened = open(Some(&state), text.as_bytes()).unwrap();
    assert_eq!((opened.document, opened.applied, opened.dropped), (document, 1, None));
    assert_eq!(opened.log.sequence(), 3);
}

#[test]
fn a_missing_line_is_told() {
    let (_, lines) = three_lines();
    let opened = open(None, (lines[0].clone() + &lines[2]).as_bytes()).unwrap();
    assert_eq!(opened.document.name, "a");
    let dropped = opened.dropped.unwrap();
    assert_eq!(dropped.why, Cut::Gap { expected: 2, found: 3 });
    assert_eq!((dropped.from_byte, dropped.bytes), (lines[0].len(), lines[2].len()));
}

#[test]
fn states_that_cannot_be_opened_say_why() {
    let newer = r#"{"sequence":0,"document":{"schema":99}}"#;
    assert_eq!(
        open(Some(newer), b""),
        Err(OpenError::Version(MigrateError::Newer { found: 99, known: plan::SCHEMA }))
    );
    let none = r#"{"sequence":0,"document":{}}"#;
    assert_eq!(open(Some(none), b""), Err(OpenError::Version(MigrateError::NoVersion)));
    assert!(matches!(open(Some("{"), b""), Err(OpenError::Unreadable(_))));
}

#[test]
fn json_says_whether_it_holds_areas_other_than_scores() {
    let json = |document: &Document| Log::default().compact(document).unwrap();
    let bare = Document::default();
    assert!(!plan::holds_areas(&json(&bare)));
    let makes: [fn(&Document) -> Edit; 3] = [
        |document| document.insert_canvas(plan::template("swot").unwrap(), "SWOT"),
        |document| document.insert_kpi_tree("tree", &kpi::Tree::default()),
        |document| document.insert_journey(&plan::presets()[0], "journey"),
    ];
    for make in makes {
        let mut document = bare.clone();
        document.apply(make(&document)).unwrap();
        assert!(plan::holds_areas(&json(&document)), "{:?}", document.elements);
    }
}
