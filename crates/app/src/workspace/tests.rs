//! Two tabs over one database, in a real browser.

#![allow(clippy::panic, reason = "a test that waits in vain has failed")]
#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

use super::keeper::{Keeper, KeeperEvent};
use super::library;
use super::stored::{self, OpenProblem};
use crate::state::Sink;
use gloo::timers::future::TimeoutFuture;
use plan::{Cut, Document, Edit, ElementId, Gesture, History, Kind, Note};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::clock;
use web::db::{Db, VERSION};
use web::saver::SaveState;

wasm_bindgen_test_configure!(run_in_browser);

/// A tab: a document, its history and its keeper.
#[derive(Default)]
struct Tab {
    document: Document,
    history: History,
    writable: bool,
    loaded: u32,
    snapshots: u32,
    left_over: Option<String>,
    problem: Option<OpenProblem>,
    save: SaveState,
}

struct Open {
    tab: Rc<RefCell<Tab>>,
    keeper: Keeper,
}

impl Open {
    async fn new(db: &Db, id: &str) -> Self {
        let tab = Rc::new(RefCell::new(Tab::default()));
        let (desk, heard) = (tab.clone(), tab.clone());
        let document = move || desk.borrow().document.clone();
        let keeper = Keeper::open(db.clone(), id.into(), document, move |event| {
            let mut tab = heard.borrow_mut();
            match event {
                KeeperEvent::Loaded { document, writable } => {
                    tab.document = *document;
                    tab.history = History::default();
                    tab.writable = writable;
                    tab.loaded += 1;
                }
                KeeperEvent::LeftOver(lines) => tab.left_over = lines,
                KeeperEvent::ReadOnly => tab.writable = false,
                KeeperEvent::Saving(save) => tab.save = save,
                KeeperEvent::Snapshots => tab.snapshots += 1,
                KeeperEvent::Failed(problem) => tab.problem = Some(problem),
            }
        });
        let open = Self { tab, keeper };
        open.until(|tab| tab.loaded > 0 || tab.problem.is_some()).await;
        open
    }

    async fn until(&self, holds: impl Fn(&Tab) -> bool) {
        for _ in 0..600 {
            if holds(&self.tab.borrow()) {
                return;
            }
            TimeoutFuture::new(5).await;
        }
        panic!("waited in vain");
    }

    /// As the desk does: announced, applied, then told while the desk is in use.
    fn edit(&self, make: impl FnOnce(&Document) -> Edit) {
        let mut tab = self.tab.borrow_mut();
        assert!(tab.writable);
        self.keeper.before(&tab.document);
        let edit = make(&tab.document);
        let Tab { document, history, .. } = &mut *tab;
        history.apply(document, edit.clone(), Gesture::Once).unwrap();
        let document = tab.document.clone();
        drop(tab);
        self.keeper.made(&edit, &document);
    }

    fn name(&self, name: &str) {
        self.edit(|_| Edit::SetWorkspaceName(name.into()));
    }

    fn shown(&self) -> String {
        self.tab.borrow().document.name.clone()
    }
}

async fn database() -> (Db, String) {
    let db = Db::open_as(&format!("test-{}", clock::random_id()), VERSION).await.unwrap();
    let id = library::create(&db, &Document::new("first")).await.unwrap();
    (db, id)
}

async fn stored_name(db: &Db, id: &str) -> String {
    stored::read(db, id).await.unwrap().document.name
}

#[wasm_bindgen_test]
async fn edits_survive_the_tab() {
    let (db, id) = database().await;
    let open = Open::new(&db, &id).await;
    assert!(open.tab.borrow().writable && open.shown() == "first");
    for i in 0..50 {
        open.name(&format!("name {i}"));
    }
    assert_eq!(open.keeper.flush().await, SaveState::Saved);
    assert_eq!(stored_name(&db, &id).await, "name 49");
    drop(open);
    TimeoutFuture::new(50).await;
    let again = Open::new(&db, &id).await;
    assert!(again.tab.borrow().writable && again.shown() == "name 49");
    // The list shows the document's name, and goes on after the compaction of the opening.
    again.name("second");
    assert_eq!(again.keeper.flush().await, SaveState::Saved);
    TimeoutFuture::new(50).await;
    assert_eq!(db.list_workspaces().await.unwrap()[0].name, "second");
    assert_eq!(stored_name(&db, &id).await, "second");
}

#[wasm_bindgen_test]
async fn a_follower_follows_takes_over_and_nothing_is_lost() {
    let (db, id) = database().await;
    let first = Open::new(&db, &id).await;
    let second = Open::new(&db, &id).await;
    assert!(first.tab.borrow().writable && !second.tab.borrow().writable);
    first.name("by the first");
    second.until(|tab| tab.document.name == "by the first").await;
    first.keeper.snapshots_changed(7);
    second.until(|tab| tab.snapshots == 1).await;

    // The first is in the middle of something when the second takes over.
    for i in 0..20 {
        first.name(&format!("last words {i}"));
    }
    second.keeper.take_over();
    second.until(|tab| tab.writable).await;
    assert_eq!(second.shown(), "last words 19");
    first.until(|tab| !tab.writable).await;
    second.name("by the second");
    first.until(|tab| tab.document.name == "by the second").await;
    assert_eq!(first.tab.borrow().left_over, None);

    // And the first inherits when the second goes.
    drop(second);
    first.until(|tab| tab.writable).await;
    first.name("the first again");
    assert_eq!(first.keeper.flush().await, SaveState::Saved);
    assert_eq!(stored_name(&db, &id).await, "the first again");
}

#[wasm_bindgen_test]
async fn who_is_overtaken_becomes_read_only_and_keeps_its_edits_aside() {
    let (db, id) = database().await;
    let open = Open::new(&db, &id).await;
    // As if another tab had written without the lock.
    let other = stored::read(&db, &id).await.unwrap();
    let mut log = other.log.clone();
    let edit = Edit::SetWorkspaceName("by another".into());
    db.append_log(&id, &[(other.head + 1, log.record(&edit).unwrap())]).await.unwrap();
    open.name("too late");
    open.until(|tab| tab.document.name == "by another").await;
    open.until(|tab| tab.left_over.is_some()).await;
    let left_over = open.tab.borrow().left_over.clone().unwrap();
    assert!(left_over.contains("too late") && left_over.lines().count() == 1);
    assert_eq!(stored_name(&db, &id).await, "by another");
}

#[wasm_bindgen_test]
async fn a_damaged_line_is_put_aside_and_work_goes_on() {
    let (db, id) = database().await;
    let open = Open::new(&db, &id).await;
    open.name("good");
    open.keeper.flush().await;
    drop(open);
    TimeoutFuture::new(50).await;
    let head = stored::read(&db, &id).await.unwrap().head;
    let bad = [(head + 1, "00000000 {\"sequence\":2\n".into()), (head + 2, "more\n".into())];
    db.append_log(&id, &bad).await.unwrap();
    assert!(matches!(stored::read(&db, &id).await.unwrap().dropped, Some((Cut::NotWhole, _))));

    let open = Open::new(&db, &id).await;
    assert_eq!(open.shown(), "good");
    open.until(|tab| tab.left_over.is_some()).await;
    let left_over = open.tab.borrow().left_over.clone().unwrap();
    assert_eq!(left_over, "00000000 {\"sequence\":2\nmore\n");
    open.name("better");
    assert_eq!(open.keeper.flush().await, SaveState::Saved);
    let stored = stored::read(&db, &id).await.unwrap();
    assert_eq!((stored.document.name.as_str(), stored.dropped), ("better", None));
}

/// What the notes of all canvases say, by id.
fn notes(document: &Document) -> BTreeMap<ElementId, String> {
    let notes = document.elements.values().filter(|e| e.kind() == Kind::Note);
    notes.map(|e| (e.id, e.name.clone())).collect()
}

/// An edit of a canvas: a note more, another text, a step, one away.
fn canvas_edit(document: &Document, round: u32, turn: u32) -> Edit {
    let blocks = document.children(Some(document.canvases()[0].id));
    let block = blocks[turn as usize % blocks.len()].id;
    let here = document.children(Some(block));
    match (turn % 4, here.first()) {
        (1, Some(note)) => Edit::SetName { id: note.id, name: format!("changed {round}/{turn}") },
        (2, Some(note)) => {
            let to = blocks[(turn as usize + 3) % blocks.len()].id;
            document.move_notes(&[note.id], to, 0).unwrap()
        }
        (3, Some(note)) if here.len() > 1 => Edit::Remove(note.id),
        _ => document.add_notes(block, &[(format!("{round}/{turn}"), Note::default())], 9),
    }
}

/// Two tabs edit one canvas in turns; each takes over at some moment, often in the middle of the other's writes: not an
/// edit is lost, acknowledged or not. (A tab that is killed instead is a story of the end-to-end tests.)
#[wasm_bindgen_test]
async fn canvas_edits_of_two_tabs_in_turns_are_all_there() {
    let (db, id) = database().await;
    let tabs = [Open::new(&db, &id).await, Open::new(&db, &id).await];
    tabs[0].edit(|d| d.insert_canvas(plan::template("swot").unwrap(), "共有"));
    let mut expected = notes(&tabs[0].tab.borrow().document);
    let (mut in_flight, mut turn) = (0, 0);
    for round in 0..16 {
        let here = &tabs[round as usize % 2];
        if !here.tab.borrow().writable {
            here.keeper.take_over();
            here.until(|tab| tab.writable).await;
        }
        assert_eq!(notes(&here.tab.borrow().document), expected, "round {round}");
        for _ in 0..=round % 5 {
            turn += 1;
            here.edit(|d| canvas_edit(d, round, turn));
            TimeoutFuture::new((js_sys::Math::random() * 6.0) as u32).await;
        }
        // Of the last one nothing is written yet when the other tab takes over.
        turn += 1;
        here.edit(|d| canvas_edit(d, round, turn));
        expected = notes(&here.tab.borrow().document);
        in_flight += u32::from(here.tab.borrow().save != SaveState::Saved);
    }
    assert_eq!(in_flight, 16, "each takes over in the middle of a write");
    assert_eq!(tabs[1].keeper.flush().await, SaveState::Saved);
    let stored = stored::read(&db, &id).await.unwrap();
    assert_eq!((stored.dropped, stored.document.check()), (None, Ok(())));
    assert_eq!(notes(&stored.document), expected);
    assert!(tabs.iter().all(|open| open.tab.borrow().left_over.is_none()));
}

#[wasm_bindgen_test]
async fn a_day_is_kept_before_its_first_edit() {
    let (db, id) = database().await;
    let open = Open::new(&db, &id).await;
    for name in ["a", "b"] {
        open.name(name);
    }
    assert_eq!(open.keeper.flush().await, SaveState::Saved);
    let kept = db.versions(&id).await.unwrap();
    assert_eq!(kept.len(), 1);
    let state = db.load_version(&id, &kept[0]).await.unwrap();
    assert_eq!(plan::open(Some(&state), b"").unwrap().document.name, "first");
    drop(open);
    TimeoutFuture::new(50).await;
    // Opened again on the same day nothing is kept twice.
    let again = Open::new(&db, &id).await;
    again.name("c");
    assert_eq!(again.keeper.flush().await, SaveState::Saved);
    assert_eq!(db.versions(&id).await.unwrap(), kept);
}

#[wasm_bindgen_test]
async fn the_library_finds_renames_and_deletes() {
    let (db, id) = database().await;
    let other = library::create(&db, &Document::new("other")).await.unwrap();
    assert_eq!(library::to_open(&db, Some(id.clone())).await.unwrap(), id);
    library::remember(&db, &id).await.unwrap();
    assert_eq!(library::to_open(&db, Some("gone".into())).await.unwrap(), id);

    let open = Open::new(&db, &id).await;
    assert!(!library::rename(&db, &id, "x").await.unwrap(), "open elsewhere");
    assert!(!library::delete(&db, &id).await.unwrap(), "open elsewhere");
    assert!(library::rename(&db, &other, "育ち").await.unwrap());
    assert_eq!(stored_name(&db, &other).await, "育ち");
    drop(open);
    TimeoutFuture::new(50).await;
    assert!(library::delete(&db, &id).await.unwrap());
    assert_eq!(library::to_open(&db, Some(id)).await.unwrap(), other);
    let missing = Open::new(&db, "none").await;
    assert_eq!(missing.tab.borrow().problem, Some(OpenProblem::Missing));
}
