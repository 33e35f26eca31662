//! What journeys are made of: a journey holds stages and lanes; where they cross, entries stand.
//!
//! An entry is a [`Note`], child of its lane: what the lane is for says what the entry is. Its [`Span`] says
//! over which stages it stands. A stage that an entry names may be gone: then the entry stands at the first, so
//! that nothing that people wrote is out of sight.

mod entries;
mod findings;
mod lanes;
mod preset;
mod stages;

pub use findings::{Finding, Misfit};
pub use preset::{Preset, preset, presets};

use crate::{ElementId, Field, Note, NoteKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use table::Day;

/// How much better or worse customers can feel than neither well nor badly (0).
pub const MOST_EMOTION: i8 = 100;

/// The way of one kind of customer, child of the workspace; its name is what people call it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// The key of the preset that it was made from; without a name of its own it is called as that.
    pub preset: String,
    /// Which kind of customer it is for, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customers: String,
    /// Which accounts that are: a condition as a formula; empty is all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub accounts: String,
    /// What success is for them, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub success: String,
    /// Which accounts have it: a condition as a formula; empty is not said yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub succeeds: String,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// After how many days it is to be looked at again, from 1; `None` is never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_days: Option<u16>,
    /// When it was last looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Day>,
}

/// A column of a journey, child of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Which stage of the preset it is; without a name it is called as that. Empty in one of the user's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// Which accounts have come here: a condition as a formula; empty is not said yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub entry: String,
    /// The share (0–1) of the journey's accounts that are meant to have come here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// How customers feel, −[`MOST_EMOTION`] to [`MOST_EMOTION`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feels: Option<i8>,
    /// How they are meant to feel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shall_feel: Option<i8>,
}

/// What successful customers have done in a stage, child of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Which accounts have passed: a condition as a formula; empty is not said yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// The share (0–1) of the accounts in the stage that are meant to pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Whether it is one of the few that onboarding is complete with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub onboarding: bool,
}

/// A row of a journey, child of it; without a name it is called by its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// What its entries are.
    pub kind: LaneKind,
}

/// What the entries of a lane are.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// What customers do.
    Steps,
    /// Where they meet us: over which [`Note::channel`], with how much [`Note::touch`].
    Touchpoints,
    /// How it is.
    AsIs,
    /// How it shall be.
    ToBe,
    /// What gets in their way.
    Pains,
    /// What they hope for.
    Gains,
    /// What they think before ([`Note::before`]) and after.
    Perception,
    /// What there is to read, see or hear.
    Content,
    /// Who looks after it.
    Owner,
    /// How they feel: no entries but two curves over the stages, [`Stage::feels`] and [`Stage::shall_feel`].
    Emotion,
    /// Anything else.
    #[default]
    Own,
}

/// The stages that an entry stands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first.
    pub from: ElementId,
    /// How many, from 1; those past the last stage do not count.
    pub stages: u16,
}

/// How customers are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touch {
    /// One to one.
    High,
    /// One to many, by people.
    Low,
    /// Without people.
    Tech,
    /// By each other.
    Community,
}

impl LaneKind {
    /// All of them, in the order in which lanes are offered.
    pub const ALL: [Self; 11] = [
        Self::Steps,
        Self::Touchpoints,
        Self::AsIs,
        Self::ToBe,
        Self::Pains,
        Self::Gains,
        Self::Perception,
        Self::Content,
        Self::Owner,
        Self::Emotion,
        Self::Own,
    ];

    /// The end of the id of the message that says it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Touchpoints => "touchpoints",
            Self::AsIs => "as-is",
            Self::ToBe => "to-be",
            Self::Pains => "pains",
            Self::Gains => "gains",
            Self::Perception => "perception",
            Self::Content => "content",
            Self::Owner => "owner",
            Self::Emotion => "emotion",
            Self::Own => "own",
        }
    }

    /// What its entries are in the golden thread.
    #[must_use]
    pub fn note(self) -> NoteKind {
        match self {
            Self::Touchpoints => NoteKind::Touchpoint,
            Self::ToBe => NoteKind::ToBe,
            Self::Pains => NoteKind::Pain,
            Self::Gains => NoteKind::Gain,
            Self::Perception => NoteKind::Perception,
            Self::Content => NoteKind::Product,
            Self::Steps | Self::AsIs | Self::Owner | Self::Emotion | Self::Own => NoteKind::Idea,
        }
    }
}

impl Touch {
    /// All of them, from the most effort to the least.
    pub const ALL: [Self; 4] = [Self::High, Self::Low, Self::Tech, Self::Community];

    /// How notes keep it, and the end of the id of the message that says it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
            Self::Tech => "tech",
            Self::Community => "community",
        }
    }
}

impl Note {
    /// Over which of the stages it stands, by place; empty only where there are none.
    #[must_use]
    pub fn covers(&self, stages: &[ElementId]) -> Range<usize> {
        let found = self.span.and_then(|s| stages.iter().position(|id| *id == s.from));
        let long = found.and(self.span).map_or(1, |s| usize::from(s.stages).max(1));
        let from = found.unwrap_or(0);
        from..(from + long).min(stages.len())
    }

    /// Of a touchpoint: over which channel; may be empty.
    #[must_use]
    pub fn channel(&self) -> &str {
        self.cell("channel")
    }

    /// Of a touchpoint: how much touch; `None` is not said yet.
    #[must_use]
    pub fn touch(&self) -> Option<Touch> {
        Touch::ALL.into_iter().find(|t| t.key() == self.cell("touch"))
    }

    /// Of a perception change: what customers think before; what they think after is the entry's text.
    #[must_use]
    pub fn before(&self) -> &str {
        self.cell("before")
    }

    fn cell(&self, key: &str) -> &str {
        self.cells.get(key).map(String::as_str).unwrap_or_default()
    }
}

impl Journey {
    /// The day from which on it asks to be looked at again; `None` when it never does. One that nobody has looked
    /// at yet asks at once.
    #[must_use]
    pub fn review_from(&self) -> Option<Day> {
        let days = i32::from(self.review_days?);
        let last = self.reviewed.map_or(i32::MIN, |day| day.0.saturating_add(days));
        Some(Day(last))
    }

    /// The rules of a journey by itself.
    pub(crate) fn check(&self) -> Result<(), Field> {
        check_formula(&self.accounts)?;
        check_formula(&self.succeeds)?;
        if self.review_days == Some(0) || !self.reviewed.is_none_or(Day::is_valid) {
            return Err(Field::Review);
        }
        Ok(())
    }
}

impl Stage {
    /// The rules of a stage by itself.
    pub(crate) fn check(&self) -> Result<(), Field> {
        let felt =
            |e: Option<i8>| e.is_none_or(|e| e.unsigned_abs() <= MOST_EMOTION.unsigned_abs());
        if !felt(self.feels) || !felt(self.shall_feel) {
            return Err(Field::Emotion);
        }
        check_share(self.target)?;
        check_formula(&self.entry)
    }
}

impl Checkpoint {
    /// The rules of a checkpoint by itself.
    pub(crate) fn check(&self) -> Result<(), Field> {
        check_share(self.target)?;
        check_formula(&self.condition)
    }
}

/// What is half typed is kept; what it says is the engine's to tell.
fn check_formula(text: &str) -> Result<(), Field> {
    if text.len() > formula::MAX_BYTES { Err(Field::Formula) } else { Ok(()) }
}

fn check_share(share: Option<f64>) -> Result<(), Field> {
    let sound = share.is_none_or(|share| (0.0..=1.0).contains(&share));
    if sound { Ok(()) } else { Err(Field::Share) }
}
