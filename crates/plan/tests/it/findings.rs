//! What figures say about a journey.

use plan::{Checkpoint, Document, Edit, ElementId, Finding, Kind, LaneKind, Misfit, Note, preset};
use score::journey::{
    CheckpointFigures, JourneyFigures, Passing, StageAccounts, StageFigures, Verdict,
};

/// A journey of four stages, its lanes, and what is known of its accounts.
struct Map {
    document: Document,
    journey: ElementId,
    figures: JourneyFigures,
}

impl Map {
    fn new() -> Self {
        let mut document = Document::default();
        document.apply(document.insert_journey(preset("growth").unwrap(), "")).unwrap();
        let journey = document.journeys()[0].id;
        let stage = StageFigures { measured: true, standing: 100, ..StageFigures::default() };
        let figures = JourneyFigures {
            all: 400,
            accounts: 400,
            unsure: 0,
            none: 0,
            unknown: 0,
            stages: vec![stage; 4],
            onboarding: None,
            success: None,
        };
        Self { document, journey, figures }
    }

    fn stage(&self, at: usize) -> ElementId {
        self.document.stages(self.journey)[at]
    }

    fn lane(&self, kind: LaneKind) -> ElementId {
        let lanes = self.document.children_of_kind(Some(self.journey), Kind::Lane);
        lanes.iter().find(|l| self.document.lane_kind(l.id) == Some(kind)).unwrap().id
    }

    /// Adds an entry in a stage, or over all of them.
    fn add(&mut self, kind: LaneKind, at: Option<usize>, touch: &str) -> ElementId {
        let id = ElementId(self.document.next_id);
        let cells = [("touch".to_owned(), touch.to_owned())].into();
        let note = Note { cells, ..Note::default() };
        let (lane, stage) = (self.lane(kind), self.stage(at.unwrap_or(0)));
        self.apply(|d| d.add_entries(lane, stage, &[("it".to_owned(), note)], usize::MAX));
        if at.is_none() {
            self.apply(|d| d.stretch_entry(id, stage, 4).unwrap());
        }
        id
    }

    fn apply(&mut self, make: impl FnOnce(&Document) -> Edit) {
        self.document.apply(make(&self.document)).unwrap();
    }

    fn found(&self) -> Vec<Finding> {
        self.document.findings(self.journey, Some(&self.figures))
    }

    fn keys(&self) -> Vec<(usize, &'static str)> {
        let stages = self.document.stages(self.journey);
        let place = |f: &Finding| stages.iter().position(|s| *s == f.stage()).unwrap();
        self.found().iter().map(|f| (place(f), f.key())).collect()
    }
}

#[test]
fn stages_without_a_touchpoint() {
    let mut map = Map::new();
    assert_eq!(map.found(), []);
    map.add(LaneKind::Touchpoints, Some(1), "tech");
    assert_eq!(map.keys(), [(0, "no-touchpoint"), (2, "no-touchpoint"), (3, "no-touchpoint")]);
    let first = Finding::NoTouchpoint { stage: map.stage(0), standing: Some(100) };
    assert_eq!(map.found()[0], first);
    map.figures.stages[0].measured = false;
    let first = Finding::NoTouchpoint { stage: map.stage(0), standing: None };
    assert_eq!(map.found()[0], first);
    assert_eq!(map.document.findings(map.journey, None).len(), 3);
}

#[test]
fn a_shared_pain_is_met_one_to_one_until_there_is_content() {
    let mut map = Map::new();
    let high = map.add(LaneKind::Touchpoints, None, "high");
    let pain = map.add(LaneKind::Pains, Some(1), "");
    map.add(LaneKind::Pains, Some(3), "");
    map.figures.stages[3].standing = 50;
    let stage = map.stage(1);
    let expected = Finding::PainOneToOne { stage, pain, touchpoint: high, standing: 100, of: 400 };
    assert_eq!(map.found(), std::slice::from_ref(&expected));
    assert_eq!((expected.stage(), expected.element()), (stage, pain));
    let lane = map.lane(LaneKind::Content);
    map.apply(|d| d.add_joined_entry(lane, stage, "how to", pain).unwrap());
    assert_eq!(map.found(), []);
}

#[test]
fn touch_that_does_not_fit() {
    let mut map = Map::new();
    map.add(LaneKind::Touchpoints, None, "high");
    let accounts = |owned, owners, low_revenue| StageAccounts {
        with_revenue: 90,
        low_revenue,
        owners,
        owned,
        ..StageAccounts::default()
    };
    map.figures.stages[0].accounts = accounts(100, 2, 60);
    map.figures.stages[1].accounts = accounts(101, 2, 0);
    map.figures.stages[2].accounts = accounts(100, 0, 59);
    assert_eq!(map.keys(), [(0, "low-revenue"), (1, "too-many")]);
    let Finding::Misfit { why, .. } = map.found()[1] else { panic!() };
    assert_eq!(why, Misfit::TooMany { accounts: 101, owners: 2 });
    // a handful says nothing
    map.figures.stages[0].accounts.with_revenue = 9;
    assert_eq!(map.keys(), [(1, "too-many")]);
}

#[test]
fn nobody_for_those_who_bring_most() {
    let mut map = Map::new();
    let tech = map.add(LaneKind::Touchpoints, None, "tech");
    let accounts = StageAccounts { with_revenue: 90, low_revenue: 30, ..Default::default() };
    map.figures.stages[2].accounts = accounts;
    let why = Misfit::NoPeople { high: 60, of: 90 };
    let expected = Finding::Misfit { stage: map.stage(2), touchpoint: tech, why };
    assert_eq!(map.found(), [expected]);
    map.add(LaneKind::Touchpoints, Some(2), "low");
    assert_eq!(map.found(), []);
}

#[test]
fn checkpoints_that_are_none() {
    let mut map = Map::new();
    let stage = map.stage(0);
    let checkpoint = ElementId(map.document.next_id);
    map.apply(|d| d.add_checkpoint(stage, "first", Checkpoint::default()));
    map.apply(|d| d.add_checkpoint(stage, "second", Checkpoint::default()));
    let figures = CheckpointFigures {
        passing: Passing { passed: 90, failed: 1, unknown: 0 },
        by_level: Vec::new(),
        gap: None,
        lift: None,
        verdict: Some(Verdict::SuccessfulDoNotPass),
    };
    map.figures.stages[0].checkpoints = vec![Some(figures.clone()), None];
    // also where the stage itself is not measured
    map.figures.stages[0].measured = false;
    assert_eq!(map.keys(), [(0, "not-passed")]);
    assert_eq!(map.found()[0].element(), checkpoint);
    let all = CheckpointFigures { verdict: Some(Verdict::AllPass), ..figures.clone() };
    map.figures.stages[0].checkpoints = vec![None, Some(all)];
    assert_eq!(map.keys(), [(0, "all-pass")]);
    map.figures.stages[0].checkpoints = vec![Some(CheckpointFigures { verdict: None, ..figures })];
    assert_eq!(map.keys(), []);
}

#[test]
fn a_journey_asks_to_be_looked_at() {
    let mut map = Map::new();
    let journey = map.journey;
    let from = |map: &Map| map.document.journey(journey).unwrap().review_from();
    assert_eq!(from(&map), None);
    map.apply(|d| d.change_journey(journey, |j| j.review_days = Some(91)).unwrap());
    assert_eq!(from(&map), Some(table::Day(i32::MIN)));
    let day = table::Day(20_000);
    map.apply(|d| d.change_journey(journey, |j| j.reviewed = Some(day)).unwrap());
    assert_eq!(from(&map), Some(table::Day(20_091)));
}
