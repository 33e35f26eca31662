//! Journeys: stages, lanes and their entries.

use plan::{
    Along, Body, Checkpoint, Document, Edit, ElementId, Gap, Kind, LaneKind, Note, NoteMove, preset,
};

/// A journey with stages "a b c d" and two lanes, of touchpoints and of pains.
struct Map {
    document: Document,
    journey: ElementId,
    touchpoints: ElementId,
    pains: ElementId,
}

impl Map {
    fn new() -> Self {
        let mut document = Document::default();
        document.apply(document.insert_journey(preset("growth").unwrap(), "")).unwrap();
        let journey = document.journeys()[0].id;
        for (stage, name) in document.stages(journey).into_iter().zip(["a", "b", "c", "d"]) {
            document.apply(Edit::SetName { id: stage, name: name.into() }).unwrap();
        }
        let lane = |d: &Document, kind| {
            let lanes = d.children_of_kind(Some(journey), Kind::Lane);
            lanes.iter().find(|l| d.lane_kind(l.id) == Some(kind)).unwrap().id
        };
        let touchpoints = lane(&document, LaneKind::Touchpoints);
        let pains = lane(&document, LaneKind::Pains);
        Self { document, journey, touchpoints, pains }
    }

    /// Applies an edit, undoes it, and applies it again.
    fn apply(&mut self, make: impl FnOnce(&Document) -> Option<Edit>) {
        let before = self.document.clone();
        let edit = make(&before).unwrap();
        let inverse = self.document.apply(edit.clone()).unwrap();
        assert_eq!(self.document.check(), Ok(()));
        let mut back = self.document.clone();
        back.apply(inverse).unwrap();
        assert_eq!(Document { next_id: before.next_id, ..back }, before);
    }

    fn stage(&self, name: &str) -> ElementId {
        let stages = self.document.stages(self.journey);
        let named = |id: &ElementId| self.document.element(*id).unwrap().name == name;
        stages.into_iter().find(named).unwrap()
    }

    /// Adds an entry over some stages: "b" or "bc".
    fn entry(&mut self, lane: ElementId, over: &str) -> ElementId {
        let id = ElementId(self.document.next_id);
        let stage = self.stage(&over[..1]);
        let notes = [(over.to_owned(), Note::default())];
        self.apply(|d| Some(d.add_entries(lane, stage, &notes, usize::MAX)));
        if over.len() > 1 {
            self.apply(|d| d.stretch_entry(id, stage, over.len()));
        }
        id
    }

    /// The names of the stages that an entry stands over.
    fn over(&self, entry: ElementId) -> String {
        let stages = self.document.stages(self.journey);
        let over = self.document.note(entry).map(|n| n.covers(&stages)).unwrap_or_default();
        stages[over].iter().map(|id| self.document.element(*id).unwrap().name.as_str()).collect()
    }

    fn names(&self) -> String {
        let stages = self.document.stages(self.journey);
        stages.iter().map(|id| self.document.element(*id).unwrap().name.as_str()).collect()
    }
}

#[test]
fn entries_follow_their_stages() {
    type Make = fn(&Map, &Document) -> Option<Edit>;
    let cases: [(Make, &str, [&str; 5]); 9] = [
        (|m, d| d.move_stage(m.stage("a"), 9), "bcda", ["a", "b", "bc", "bcd", "cd"]),
        (|m, d| d.move_stage(m.stage("a"), 1), "bacd", ["a", "b", "bac", "bacd", "cd"]),
        (|m, d| d.move_stage(m.stage("b"), 0), "bacd", ["a", "b", "c", "cd", "cd"]),
        (|m, d| d.move_stage(m.stage("d"), 0), "dabc", ["a", "b", "bc", "bc", "c"]),
        (|m, d| d.move_stage(m.stage("b"), 9), "acdb", ["a", "b", "c", "cdb", "cd"]),
        (|m, d| d.split_stage(m.stage("c"), "x"), "abcxd", ["a", "b", "bcx", "bcxd", "cxd"]),
        (|m, d| d.split_stage(m.stage("a"), "x"), "axbcd", ["a", "b", "bc", "bcd", "cd"]),
        (|m, d| Some(d.add_stage(m.journey, "x", 2)), "abxcd", ["a", "b", "bxc", "bxcd", "cd"]),
        (|m, d| d.merge_stage(m.stage("b"), "y", "c"), "ayd", ["a", "y", "y", "yd", "yd"]),
    ];
    for (make, names, after) in cases {
        let mut map = Map::new();
        let entries = ["a", "b", "bc", "bcd", "cd"].map(|over| map.entry(map.pains, over));
        let edit = make(&map, &map.document);
        map.apply(|_| edit);
        assert_eq!(map.names(), names);
        assert_eq!(entries.map(|e| map.over(e)), after, "{names}");
    }
}

#[test]
fn what_stands_over_one_stage_alone_goes_with_it() {
    let mut map = Map::new();
    let entries = ["b", "bc", "ab"].map(|over| map.entry(map.pains, over));
    let b = map.stage("b");
    map.apply(|d| d.remove_stage(b));
    assert_eq!(entries.map(|e| map.over(e)), ["", "c", "a"]);
    for _ in 0..2 {
        let first = map.document.stages(map.journey)[0];
        map.apply(|d| d.remove_stage(first));
    }
    assert_eq!(map.document.remove_stage(map.stage("d")), None, "the only one");
    // A stage that went by itself: what began there is at the first.
    let mut map = Map::new();
    let entry = map.entry(map.pains, "cd");
    let c = map.stage("c");
    map.apply(|_| Some(Edit::Remove(c)));
    assert_eq!(map.over(entry), "a");
}

#[test]
fn two_stages_become_one_with_all_that_hangs_on_them() {
    let mut map = Map::new();
    let [b, c] = [map.stage("b"), map.stage("c")];
    map.apply(|d| d.change_stage(b, |s| (s.entry, s.feels) = ("x > 1".into(), Some(-50))));
    let second = |s: &mut plan::Stage| {
        (s.entry, s.feels, s.shall_feel) = ("x > 2".into(), Some(25), Some(75));
    };
    map.apply(|d| d.change_stage(c, second));
    for (stage, name) in [(b, "one"), (c, "two"), (c, "three")] {
        map.apply(|d| Some(d.add_checkpoint(stage, name, Checkpoint::default())));
    }
    let pain = map.entry(map.pains, "a");
    map.apply(|d| d.join(pain, c));
    map.apply(|d| d.merge_stage(b, "b・c", "c"));
    let stage = map.document.stage(b).unwrap();
    assert_eq!(
        (stage.entry.as_str(), stage.feels, stage.shall_feel),
        ("x > 1", Some(-12), Some(75))
    );
    let checkpoints = map.document.children(Some(b));
    let names: Vec<&str> = checkpoints.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["one", "two", "three", "c"]);
    let last = map.document.checkpoint(checkpoints[3].id).unwrap();
    assert_eq!(last.condition, "x > 2");
    assert_eq!(
        map.document.links.values().map(|l| (l.from, l.to)).collect::<Vec<_>>(),
        [(pain, b)]
    );
    assert_eq!(map.document.merge_stage(map.stage("d"), "", ""), None, "no next one");
}

#[test]
fn entries_go_where_they_are_wanted() {
    let mut map = Map::new();
    let (pains, touchpoints) = (map.pains, map.touchpoints);
    let [a, b, bc, other] = ["a", "b", "bc", "b"].map(|over| map.entry(pains, over));
    let at = |map: &Map, lane, stage| {
        map.document.entries(lane, map.stage(stage)).iter().map(|e| e.id).collect::<Vec<_>>()
    };
    assert_eq!((at(&map, pains, "a"), at(&map, pains, "b")), (vec![a], vec![b, bc, other]));
    map.apply(|d| d.step_entries(&[bc], NoteMove::Up));
    assert_eq!(at(&map, pains, "b"), [bc, b, other]);
    assert_eq!(map.document.step_entries(&[bc], NoteMove::Up), None);
    assert_eq!(map.document.step_entries(&[a, b], NoteMove::Down), None, "of two cells");
    let [to_b, to_d] = ["b", "d"].map(|s| map.stage(s));
    map.apply(|d| d.move_entries(&[a], pains, to_b, 1));
    assert_eq!(at(&map, pains, "b"), [bc, a, b, other]);
    map.apply(|d| d.move_entries(&[bc, b], touchpoints, to_d, 0));
    assert_eq!(at(&map, touchpoints, "d"), [bc, b]);
    assert_eq!(map.over(bc), "d", "there is no stage behind it");
    assert_eq!(map.document.move_entries(&[bc, b], touchpoints, to_d, 0), None);
}

#[test]
fn a_lane_is_copied_to_another_journey() {
    let mut map = Map::new();
    let entries = ["a", "bc", "d"].map(|over| map.entry(map.pains, over));
    map.apply(|d| d.change_notes(&entries[..1], |n| n.votes = 3));
    let other = ElementId(map.document.next_id);
    map.apply(|d| Some(d.insert_journey(preset("own").unwrap(), "")));
    let (pains, copy) = (map.pains, ElementId(map.document.next_id));
    map.apply(|d| d.copy_lane(pains, other));
    let stages = map.document.stages(other);
    let copied = map.document.children(Some(copy));
    let over = copied.iter().filter_map(|e| Some(map.document.note(e.id)?.covers(&stages)));
    assert_eq!(over.collect::<Vec<_>>(), [0..1, 1..3, 2..3]);
    assert_eq!(map.document.note(copied[0].id).unwrap().votes, 3);
    assert_eq!(map.document.copy_lane(other, other), None, "no lane");
    let a = map.stage("a");
    map.apply(|d| d.change_stage(a, |s| s.feels = Some(-20)));
    let lanes = map.document.children_of_kind(Some(map.journey), Kind::Lane);
    let is = |kind| lanes.iter().find(|l| map.document.lane_kind(l.id) == Some(kind)).unwrap().id;
    let emotion = is(LaneKind::Emotion);
    map.apply(|d| d.copy_lane(emotion, other));
    assert_eq!(map.document.stage(stages[0]).unwrap().feels, Some(-20));
}

#[test]
fn a_copy_of_a_journey_has_its_own_stages() {
    let mut map = Map::new();
    let entry = map.entry(map.pains, "bc");
    let (journey, copy) = (map.journey, ElementId(map.document.next_id));
    map.apply(|d| d.copy_part(journey, "again"));
    let kept = map.document.keep_part(journey).unwrap();
    map.apply(|d| d.insert_kept_part(&kept).ok());
    for journey in [copy, map.document.journeys()[2].id] {
        let stages = map.document.stages(journey);
        let entries = map.document.subtree(journey);
        let note = entries.iter().find(|e| e.name == "bc").unwrap();
        assert_ne!(note.id, entry);
        assert_eq!(map.document.note(note.id).unwrap().covers(&stages), 1..3);
    }
}

#[test]
fn the_thread_runs_from_a_pain_to_its_checkpoint() {
    let mut map = Map::new();
    let [pain, call] = [map.entry(map.pains, "b"), map.entry(map.touchpoints, "bc")];
    let b = map.stage("b");
    let checkpoint = ElementId(map.document.next_id);
    map.apply(|d| Some(d.add_checkpoint(b, "invited", Checkpoint::default())));
    let down: Vec<_> =
        map.document.thread(pain, Along::Down).iter().map(|s| (s.depth, s.to)).collect();
    assert_eq!(down, [(1, b), (2, call), (2, checkpoint)]);
    let up: Vec<_> = map.document.thread(checkpoint, Along::Up).iter().map(|s| s.to).collect();
    assert_eq!(up, [b, pain]);
    map.apply(|d| d.join(pain, checkpoint));
    let next = map.document.thread(pain, Along::Down).into_iter().map(|s| (s.depth, s.to));
    assert_eq!(next.collect::<Vec<_>>(), [(1, checkpoint), (1, b), (2, call)]);
}

#[test]
fn what_a_journey_lacks() {
    let mut map = Map::new();
    assert_eq!(map.document.gaps(), [], "nothing is said yet");
    let call = map.entry(map.touchpoints, "bc");
    let bare: Vec<_> = ["a", "d"].map(|s| (Gap::StageWithoutTouchpoint, map.stage(s))).into();
    assert_eq!(map.document.gaps(), bare);
    let pain = map.entry(map.pains, "a");
    assert!(map.document.gaps().contains(&(Gap::PainUnanswered, pain)));
    map.apply(|d| d.join(call, pain));
    assert!(!map.document.gaps().contains(&(Gap::PainUnanswered, pain)));
    let (b, checkpoint) = (map.stage("b"), ElementId(map.document.next_id));
    map.apply(|d| Some(d.add_checkpoint(b, "invited", Checkpoint::default())));
    assert!(map.document.gaps().contains(&(Gap::CheckpointWithoutCondition, checkpoint)));
    map.apply(|d| d.change_checkpoint(checkpoint, |c| c.condition = "seats > 1".into()));
    assert!(!map.document.gaps().contains(&(Gap::CheckpointWithoutCondition, checkpoint)));
}

#[test]
fn what_is_out_of_range_is_refused() {
    let mut map = Map::new();
    let entry = map.entry(map.pains, "a");
    let a = map.stage("a");
    let mut refused = |edit: Option<Edit>| {
        let refused = map.document.apply(edit.unwrap());
        assert!(refused.is_err(), "{refused:?}");
    };
    let d = Map::new().document;
    refused(d.change_stage(a, |s| s.feels = Some(101)));
    refused(d.change_stage(a, |s| s.target = Some(1.5)));
    refused(d.change_journey(map.journey, |j| j.review_days = Some(0)));
    let note = Note { span: Some(plan::Span { from: a, stages: 0 }), ..Note::default() };
    refused(Some(Edit::SetBody { id: entry, body: Body::Note(Box::new(note)) }));
}
