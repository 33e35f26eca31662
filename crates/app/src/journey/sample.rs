//! The journey of the sample workspace: conditions on the sample's own columns, and a thread from what hurts to what
//! is done about it.

use crate::state::{Actions, today};
use crate::text::{Language, Text};
use plan::{
    Checkpoint, Document, Edit, ElementId, Gesture, Kind, LaneKind, Note, Standing, Touch, preset,
};
use table::Day;

/// What it is made from.
const PRESET: &str = "growth";

/// Of each stage: the end of the ids of what its condition and checkpoints say (conditions are messages, as columns
/// have other names in other languages), the share that is meant to come, how customers feel and shall feel.
const STAGES: [(&str, Option<f64>, i8, i8); 4] = [
    ("", None, 20, 40),
    ("onboarding", None, -40, 30),
    ("adoption", Some(0.85), 10, 50),
    ("growth", Some(0.3), 45, 75),
];

/// The checkpoints: the place of their stage, the end of their ids, the share meant to pass, whether onboarding is
/// complete only with them.
const CHECKPOINTS: [(usize, &str, f64, bool); 4] = [
    (1, "set-up", 0.95, true),
    (1, "third", 0.8, true),
    (2, "weekly", 0.9, false),
    (3, "reports", 0.6, false),
];

/// An entry: its lane, the places of the stages that it stands over, the end of its message's id, how sure it is.
type Entry = (LaneKind, usize, usize, &'static str, Standing);

const ENTRIES: [Entry; 13] = [
    (LaneKind::Steps, 0, 1, "compare", Standing::Observed),
    (LaneKind::Steps, 1, 1, "import", Standing::Observed),
    (LaneKind::Steps, 2, 1, "own-reports", Standing::Measured),
    (LaneKind::Steps, 3, 1, "departments", Standing::Observed),
    (LaneKind::Touchpoints, 0, 1, "demo", Standing::Observed),
    (LaneKind::Touchpoints, 1, 1, "kick-off", Standing::Observed),
    (LaneKind::Touchpoints, 2, 2, "meeting", Standing::Assumed),
    (LaneKind::Pains, 1, 1, "no-time", Standing::Observed),
    (LaneKind::Pains, 2, 1, "alone", Standing::Observed),
    (LaneKind::Perception, 1, 1, "friday", Standing::Assumed),
    (LaneKind::ToBe, 1, 1, "afternoon", Standing::Assumed),
    (LaneKind::Content, 2, 1, "guide", Standing::Assumed),
    (LaneKind::Owner, 2, 2, "team", Standing::Observed),
];

/// What touchpoints say besides: their place among the entries, how much touch, whether there is a message for the
/// channel.
const TOUCHES: [(usize, Touch); 3] = [(4, Touch::High), (5, Touch::High), (6, Touch::Community)];

/// The place of the change of perception among the entries.
const PERCEPTION: usize = 9;

/// Which entries are joined, by place.
const JOINED: [(usize, usize); 3] = [(5, 7), (6, 8), (10, 7)];

/// The entry and the checkpoint that are joined: what hurts, and what tells that it is over.
const CHECKED: (usize, usize) = (7, 0);

/// Adds the journey, in words of a language: one step of undo.
pub fn add_sample_journey(actions: &Actions, japanese: bool) {
    let text = Text::new(if japanese { Language::Ja } else { Language::En });
    actions.edit_with(|d| made(d, &text, today()), Gesture::Once);
}

/// Edits that follow each other, each made for the document as those before leave it.
struct Draft {
    after: Document,
    edits: Vec<Edit>,
}

impl Draft {
    /// The id of the first thing that was added.
    fn push(&mut self, make: impl FnOnce(&Document) -> Option<Edit>) -> ElementId {
        let next = ElementId(self.after.next_id);
        // An edit that the document made for itself fits it.
        if let Some(edit) = make(&self.after)
            && self.after.apply(edit.clone()).is_ok()
        {
            self.edits.push(edit);
        }
        next
    }
}

/// The edit that adds the journey, looked at on a day.
pub fn made(document: &Document, text: &Text, today: Day) -> Edit {
    let said = |end: &str| text.t(&format!("journey-sample-{end}")).to_string();
    let mut draft = Draft { after: document.clone(), edits: Vec::new() };
    let journey = draft.push(|d| Some(d.insert_journey(preset(PRESET)?, "")));
    draft.push(|d| {
        d.change_journey(journey, |j| {
            j.customers = said("customers");
            j.success = said("success");
            j.succeeds = "LEVEL >= 3".to_owned();
            j.review_days = Some(91);
            j.reviewed = Some(today);
        })
    });
    let stages = draft.after.stages(journey);
    for (id, (end, target, feels, shall_feel)) in stages.iter().zip(STAGES) {
        draft.push(|d| {
            d.change_stage(*id, |s| {
                s.entry =
                    if end.is_empty() { String::new() } else { said(&format!("entry-{end}")) };
                s.target = target;
                (s.feels, s.shall_feel) = (Some(feels), Some(shall_feel));
            })
        });
    }
    let mut checkpoints = Vec::new();
    for (at, end, target, onboarding) in CHECKPOINTS {
        let Some(stage) = stages.get(at) else { continue };
        let condition = said(&format!("check-{end}-condition"));
        let checkpoint = Checkpoint { condition, target: Some(target), onboarding };
        let name = said(&format!("check-{end}"));
        checkpoints.push(draft.push(|d| Some(d.add_checkpoint(*stage, &name, checkpoint))));
    }
    let mut entries = Vec::new();
    for (at, (kind, from, over, end, standing)) in ENTRIES.into_iter().enumerate() {
        let lanes = draft.after.children_of_kind(Some(journey), Kind::Lane);
        let lane = lanes.iter().find(|l| draft.after.lane_kind(l.id) == Some(kind)).map(|l| l.id);
        let Some((lane, stage)) = lane.zip(stages.get(from).copied()) else { continue };
        let mut note = Note { standing, ..Note::default() };
        if let Some((_, touch)) = TOUCHES.iter().find(|t| t.0 == at) {
            note.cells.insert("touch".to_owned(), touch.key().to_owned());
            note.cells.insert("channel".to_owned(), said(&format!("{end}-channel")));
        }
        if at == PERCEPTION {
            note.cells.insert("before".to_owned(), said(&format!("{end}-before")));
        }
        let notes = [(said(end), note)];
        let entry = draft.push(|d| Some(d.add_entries(lane, stage, &notes, usize::MAX)));
        draft.push(|d| d.stretch_entry(entry, stage, over));
        entries.push(entry);
    }
    let checked = entries.get(CHECKED.0).copied().zip(checkpoints.get(CHECKED.1).copied());
    let joined = JOINED.iter().filter_map(|(a, b)| Some((*entries.get(*a)?, *entries.get(*b)?)));
    for (a, b) in joined.chain(checked) {
        draft.push(|d| d.join(a, b));
    }
    Edit::batch(draft.edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::live::context;
    use engine::message::{Answer, Call, JourneyAnswer, JourneyAsk, ScoringContext, TemplateKind};
    use engine::{Engine, Stored};
    use plan::Gap;
    use sample::Spec;
    use score::{ItemId, Scorecard};
    use table::{OutcomeMeaning, SnapshotId};

    const LANGUAGES: [(Language, sample::Language); 2] =
        [(Language::En, sample::Language::English), (Language::Ja, sample::Language::Japanese)];

    #[test]
    fn its_conditions_speak_of_the_columns_of_the_sample() {
        for (language, spoken) in LANGUAGES {
            let mut engine = Engine::default();
            let spec = Spec { accounts: 400, weeks: 3, ..Spec::new(Day(20_600), spoken) };
            let stored = |s| Stored::new(s, OutcomeMeaning::OneIsRenewed);
            engine.load(sample::generate(spec).map(stored).collect());
            let mut document = Document::default();
            let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(SnapshotId(3)) };
            let Answer::Template(dimensions) = engine.answer(call).unwrap() else { panic!() };
            let card = Scorecard {
                id: ItemId(0),
                name: String::new(),
                filter: None,
                minimum_coverage: 0.5,
                dimensions,
            };
            document.apply(document.insert_scorecard(&card, 0)).unwrap();
            document.apply(made(&document, &Text::new(language), Day(20_000))).unwrap();
            let journey = document.journeys()[0].id;
            let scoring = ScoringContext {
                model: document.model(),
                as_of: SnapshotId(3),
                compared: Some(SnapshotId(2)),
            };
            let context = Box::new(context(&document, journey, scoring).unwrap());
            let call = Call::Journey { context, ask: JourneyAsk::View };
            let Answer::Journey(answer) = engine.answer(call).unwrap() else { panic!() };
            let JourneyAnswer::View(view) = *answer else { panic!() };
            assert_eq!(view.problems, []);
            let now = view.now.unwrap();
            let standing: Vec<u32> = now.stages.iter().map(|s| s.standing).collect();
            // who buys is no account yet
            assert!(standing[0] == 0 && standing[1..].iter().all(|n| *n > 20), "{standing:?}");
            assert!(now.stages.iter().all(|s| s.meets <= s.reached && s.meets >= s.standing));
            assert!(now.stages[1].meets > now.stages[2].meets && now.stages[3].meets > 0);
            let checkpoints = now.stages.iter().flat_map(|s| &s.checkpoints);
            assert!(checkpoints.clone().all(Option::is_some));
            assert_eq!(checkpoints.count(), CHECKPOINTS.len());
            assert!(now.success.is_some());
        }
    }

    #[test]
    fn it_has_a_thread_and_no_stage_without_touchpoint() {
        let mut document = Document::default();
        document.apply(made(&document, &Text::new(Language::Ja), Day(20_000))).unwrap();
        assert_eq!(document.check(), Ok(()));
        assert!(document.elements.values().all(|e| !e.name.starts_with("journey-")));
        let notes = document.elements.values().filter(|e| e.kind() == Kind::Note).count();
        assert_eq!((notes, document.links.len()), (ENTRIES.len(), JOINED.len() + 1));
        assert!(document.gaps().iter().all(|g| g.0 != Gap::StageWithoutTouchpoint));
    }
}
