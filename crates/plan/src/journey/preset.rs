//! The journeys that one can start from. They are data: `presets.json`.

use super::{Journey, Lane, LaneKind, Stage};
use crate::{Body, Document, Edit, Element, ElementId, Rank};
use serde::Deserialize;
use std::sync::OnceLock;

/// A journey to start from. Texts are the UI's: `journey-preset-` and the key is the id of its name, that with
/// `-description` of what it is for; `journey-stage-` and a stage's key of what that is called.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Preset {
    /// What it is known by, such as `growth`.
    pub key: String,
    /// The keys of its stages, in order.
    pub stages: Vec<String>,
    /// Its lanes, in order.
    pub lanes: Vec<LaneKind>,
}

static PRESETS: OnceLock<Vec<Preset>> = OnceLock::new();

/// The presets, in the order shown.
#[must_use]
pub fn presets() -> &'static [Preset] {
    // A test holds that it can be read.
    PRESETS.get_or_init(|| serde_json::from_str(include_str!("presets.json")).unwrap_or_default())
}

/// The preset of that key.
#[must_use]
pub fn preset(key: &str) -> Option<&'static Preset> {
    presets().iter().find(|p| p.key == key)
}

impl Document {
    /// An edit that adds a journey made from a preset, with new ids, after all others. Its own id is
    /// [`Document::next_id`]; those of its stages follow it, then those of its lanes.
    #[must_use]
    pub fn insert_journey(&self, preset: &Preset, name: &str) -> Edit {
        let id = ElementId(self.next_id);
        let journey = Journey { preset: preset.key.clone(), ..Journey::default() };
        let mut elements = vec![Element {
            id,
            parent: None,
            rank: self.rank_at(None, usize::MAX, None),
            name: name.to_owned(),
            body: Body::Journey(Box::new(journey)),
        }];
        let stage =
            |key: &String| Body::Stage(Box::new(Stage { key: key.clone(), ..Stage::default() }));
        let lane = |kind: &LaneKind| Body::Lane(Box::new(Lane { kind: *kind }));
        let bodies = preset.stages.iter().map(stage).chain(preset.lanes.iter().map(lane));
        let mut last = None;
        for (body, at) in bodies.zip(1..) {
            let rank = Rank::between(last.as_ref(), None);
            last = Some(rank.clone());
            let (id, parent) = (ElementId(id.0 + at), Some(id));
            elements.push(Element { id, parent, rank, name: String::new(), body });
        }
        Edit::Insert { elements, links: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_can_be_read_and_added() {
        let read: Result<Vec<Preset>, _> = serde_json::from_str(include_str!("presets.json"));
        assert_eq!(read.map(|p| p.len()).unwrap(), 3);
        for preset in presets() {
            let mut document = Document::default();
            document.apply(document.insert_journey(preset, "x")).unwrap();
            assert_eq!(document.check(), Ok(()), "{}", preset.key);
            let journey = document.journeys()[0].id;
            assert_eq!(document.stages(journey).len(), preset.stages.len());
            assert!(!preset.stages.is_empty() && !preset.lanes.is_empty(), "{}", preset.key);
        }
        assert_eq!(preset("lifecycle").map(|p| p.stages.len()), Some(8));
    }
}
