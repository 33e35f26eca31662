//! What the figures of a journey say about the way it is drawn.
//!
//! The rules can be told in a sentence each, and every finding carries the figures that it rests on:
//! - a stage without touchpoint: no touchpoint stands over it, on a journey that has entries;
//! - a pain that many share, met one to one: a touchpoint of high touch stands in the stage, more than
//!   [`MOST_ONE_TO_ONE`] accounts and at least [`SHARED`] of all of the kind stand where the pain is, and no
//!   content answers it;
//! - touch that does not fit the accounts: see [`Misfit`];
//! - a checkpoint that is none: see [`Verdict`].

use super::{LaneKind, Touch};
use crate::{Document, ElementId, Kind, NoteKind};
use score::journey::{CheckpointFigures, JourneyFigures, StageFigures, Verdict};
use std::ops::Range;

/// One person can look after about so many accounts one to one.
const MOST_ONE_TO_ONE: u32 = 50;
/// A pain is shared by many when so large a share of the accounts stands where it is.
const SHARED: f64 = 0.2;
/// Most are at least so large a share.
const MOST: f64 = 2.0 / 3.0;
/// Of fewer accounts nothing is said.
const FEW: u32 = 10;

/// Something about a journey that one should look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Customers meet us nowhere in this stage.
    NoTouchpoint {
        /// The stage.
        stage: ElementId,
        /// How many accounts stand there, when that is known.
        standing: Option<u32>,
    },
    /// A pain that many accounts share is met one to one: content would reach them all.
    PainOneToOne {
        /// The stage where both stand.
        stage: ElementId,
        /// The pain.
        pain: ElementId,
        /// The touchpoint of high touch.
        touchpoint: ElementId,
        /// Accounts that stand where the pain is.
        standing: u32,
        /// All accounts of the kind.
        of: u32,
    },
    /// How customers are reached does not fit those who stand there.
    Misfit {
        /// The stage.
        stage: ElementId,
        /// The touchpoint.
        touchpoint: ElementId,
        /// Why.
        why: Misfit,
    },
    /// A checkpoint that tells nothing about success.
    Checkpoint {
        /// Its stage.
        stage: ElementId,
        /// The checkpoint.
        checkpoint: ElementId,
        /// What is wrong with it.
        verdict: Verdict,
        /// Its figures.
        figures: Box<CheckpointFigures>,
    },
}

/// Why touch does not fit the accounts that stand in a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misfit {
    /// High touch, and each of those who look after accounts has more than 50 of them in this stage.
    TooMany {
        /// Accounts that are looked after.
        accounts: u32,
        /// By so many people.
        owners: u32,
    },
    /// High touch, and at least two in three of the accounts bring less than the middle account of all.
    LowRevenue {
        /// Those that bring less.
        low: u32,
        /// Of so many with a revenue.
        of: u32,
    },
    /// Nothing but touch without people, and at least two in three of the accounts bring as much as the middle
    /// account of all, or more.
    NoPeople {
        /// Those that bring as much or more.
        high: u32,
        /// Of so many with a revenue.
        of: u32,
    },
}

impl Finding {
    /// The stage that it is about.
    #[must_use]
    pub fn stage(&self) -> ElementId {
        match self {
            Self::NoTouchpoint { stage, .. }
            | Self::PainOneToOne { stage, .. }
            | Self::Misfit { stage, .. }
            | Self::Checkpoint { stage, .. } => *stage,
        }
    }

    /// What to look at: an entry, a checkpoint, or the stage itself.
    #[must_use]
    pub fn element(&self) -> ElementId {
        match self {
            Self::NoTouchpoint { stage, .. } => *stage,
            Self::PainOneToOne { pain, .. } => *pain,
            Self::Misfit { touchpoint, .. } => *touchpoint,
            Self::Checkpoint { checkpoint, .. } => *checkpoint,
        }
    }

    /// The end of the ids of the messages that say it and what to do.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoTouchpoint { .. } => "no-touchpoint",
            Self::PainOneToOne { .. } => "one-to-one",
            Self::Misfit { why: Misfit::TooMany { .. }, .. } => "too-many",
            Self::Misfit { why: Misfit::LowRevenue { .. }, .. } => "low-revenue",
            Self::Misfit { why: Misfit::NoPeople { .. }, .. } => "no-people",
            Self::Checkpoint { verdict: Verdict::AllPass, .. } => "all-pass",
            Self::Checkpoint { verdict: Verdict::SuccessfulDoNotPass, .. } => "not-passed",
        }
    }
}

/// An entry of a journey.
struct Entry {
    id: ElementId,
    kind: NoteKind,
    touch: Option<Touch>,
    over: Range<usize>,
}

impl Document {
    /// What the figures of the snapshot on show say about a journey, stage by stage; without figures, what can
    /// be seen without.
    #[must_use]
    pub fn findings(&self, journey: ElementId, figures: Option<&JourneyFigures>) -> Vec<Finding> {
        let entries = self.entries_of(journey);
        let mut found = Vec::new();
        let mut pains = Vec::new();
        for (at, stage) in self.stages(journey).into_iter().enumerate() {
            let here = |kind: NoteKind| {
                entries.iter().filter(move |e| e.kind == kind && e.over.contains(&at))
            };
            let live = figures.and_then(|f| f.stages.get(at)).filter(|s| s.measured);
            let mut touchpoints = here(NoteKind::Touchpoint).peekable();
            if touchpoints.peek().is_none() {
                let standing = live.map(|s| s.standing);
                found.extend(
                    (!entries.is_empty()).then_some(Finding::NoTouchpoint { stage, standing }),
                );
            }
            let high = here(NoteKind::Touchpoint).find(|e| e.touch == Some(Touch::High));
            if let (Some(high), Some(figures)) = (high, figures) {
                for pain in here(NoteKind::Pain) {
                    let standing = standing_over(figures, &pain.over);
                    let shared = f64::from(standing) >= SHARED * f64::from(figures.accounts);
                    let many = standing > MOST_ONE_TO_ONE && shared;
                    if many && !pains.contains(&pain.id) && !self.has_content(pain.id) {
                        pains.push(pain.id);
                        let (pain, touchpoint, of) = (pain.id, high.id, figures.accounts);
                        found.push(Finding::PainOneToOne { stage, pain, touchpoint, standing, of });
                    }
                }
            }
            if let Some(live) = live {
                let misfit = misfit(here(NoteKind::Touchpoint), live);
                found.extend(misfit.map(|(touchpoint, why)| Finding::Misfit {
                    stage,
                    touchpoint,
                    why,
                }));
            }
            let figures = figures.and_then(|f| f.stages.get(at));
            found.extend(self.checkpoints_that_are_none(stage, figures));
        }
        found
    }

    /// The entries of a journey that say something.
    fn entries_of(&self, journey: ElementId) -> Vec<Entry> {
        let stages = self.stages(journey);
        let lanes = self.children_of_kind(Some(journey), Kind::Lane);
        let entries = lanes.iter().flat_map(|lane| self.children(Some(lane.id)));
        let entries = entries.filter(|e| !e.name.trim().is_empty());
        let entry = |id| {
            let (note, kind) = (self.note(id)?, self.note_kind(id)?);
            Some(Entry { id, kind, touch: note.touch(), over: note.covers(&stages) })
        };
        entries.filter_map(|e| entry(e.id)).collect()
    }

    /// Whether content of a journey is linked to a pain.
    fn has_content(&self, pain: ElementId) -> bool {
        let is_content = |id: ElementId| {
            let lane = self.element(id).and_then(|e| e.parent);
            lane.and_then(|lane| self.lane_kind(lane)) == Some(LaneKind::Content)
        };
        self.links_of(pain).any(|l| is_content(if l.from == pain { l.to } else { l.from }))
    }

    fn checkpoints_that_are_none(
        &self,
        stage: ElementId,
        figures: Option<&StageFigures>,
    ) -> Vec<Finding> {
        let checkpoints = self.children_of_kind(Some(stage), Kind::Checkpoint);
        let figures = figures.into_iter().flat_map(|f| &f.checkpoints);
        let found = checkpoints.iter().zip(figures).filter_map(|(checkpoint, figures)| {
            let figures = figures.as_ref()?;
            Some(Finding::Checkpoint {
                stage,
                checkpoint: checkpoint.id,
                verdict: figures.verdict?,
                figures: Box::new(figures.clone()),
            })
        });
        found.collect()
    }
}

/// Accounts that stand in some stages.
fn standing_over(figures: &JourneyFigures, over: &Range<usize>) -> u32 {
    figures.stages.get(over.clone()).unwrap_or_default().iter().map(|s| s.standing).sum()
}

/// What does not fit the accounts of a stage, if anything, and the touchpoint that it is about.
fn misfit<'a>(
    touchpoints: impl Iterator<Item = &'a Entry> + Clone,
    live: &StageFigures,
) -> Option<(ElementId, Misfit)> {
    let here = &live.accounts;
    let told = here.with_revenue >= FEW;
    let most = |part: u32| told && f64::from(part) >= MOST * f64::from(here.with_revenue);
    if let Some(high) = touchpoints.clone().find(|e| e.touch == Some(Touch::High)) {
        if here.owners > 0 && here.owned > MOST_ONE_TO_ONE * here.owners {
            let why = Misfit::TooMany { accounts: here.owned, owners: here.owners };
            return Some((high.id, why));
        }
        let why = Misfit::LowRevenue { low: here.low_revenue, of: here.with_revenue };
        return most(here.low_revenue).then_some((high.id, why));
    }
    let people = |e: &Entry| matches!(e.touch, None | Some(Touch::High | Touch::Low));
    let first = touchpoints.clone().next()?;
    let rich = here.with_revenue - here.low_revenue;
    let alone = !touchpoints.clone().any(people);
    let why = Misfit::NoPeople { high: rich, of: here.with_revenue };
    (alone && most(rich)).then_some((first.id, why))
}
