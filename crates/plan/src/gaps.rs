//! Where the golden thread is broken.

use crate::{Body, Document, Element, ElementId, Kind, LinkKind, NoteKind};
use kpi::Known;

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing answers this pain.
    PainUnanswered,
    /// Nothing tells whether this goal is reached.
    GoalUnmeasured,
    /// Nothing says what this answer or strategy is to change: no measure, no KPI.
    StrategyUnmeasured,
    /// There is no figure for this KPI, and none below it to work it out of.
    KpiWithoutData,
    /// This measure has no column or formula yet.
    MeasureWithoutInput,
}

impl Gap {
    /// All of them, in the order shown.
    pub const ALL: [Self; 5] = [
        Self::PainUnanswered,
        Self::GoalUnmeasured,
        Self::StrategyUnmeasured,
        Self::KpiWithoutData,
        Self::MeasureWithoutInput,
    ];

    /// The end of the id of the message that says it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::PainUnanswered => "pain",
            Self::GoalUnmeasured => "goal",
            Self::StrategyUnmeasured => "strategy",
            Self::KpiWithoutData => "kpi",
            Self::MeasureWithoutInput => "measure",
        }
    }
}

impl Document {
    /// Where the thread is broken, by what is missing, then in id order.
    #[must_use]
    pub fn gaps(&self) -> Vec<(Gap, ElementId)> {
        let found = self.elements.values().filter_map(|e| Some((self.gap(e)?, e.id)));
        let mut gaps: Vec<_> = found.collect();
        gaps.sort_unstable();
        gaps
    }

    fn gap(&self, element: &Element) -> Option<Gap> {
        let id = element.id;
        let from = |kind| self.links.values().any(|l| l.kind == kind && l.to == id);
        let gap = match &element.body {
            Body::Note(_) => match self.note_kind(id)? {
                NoteKind::Pain => (!from(LinkKind::Addresses)).then_some(Gap::PainUnanswered),
                NoteKind::Goal => (!from(LinkKind::Measures)).then_some(Gap::GoalUnmeasured),
                NoteKind::Strategy | NoteKind::Reliever | NoteKind::Creator => {
                    (!self.reaches_figure(id)).then_some(Gap::StrategyUnmeasured)
                }
                _ => None,
            },
            Body::KpiNode(node) => {
                let leaf = self.children(Some(id)).is_empty();
                (leaf && node.known == Known::Unknown).then_some(Gap::KpiWithoutData)
            }
            Body::Measure { input: None, .. } => Some(Gap::MeasureWithoutInput),
            _ => None,
        };
        gap.filter(|_| !element.name.trim().is_empty())
    }

    /// Whether a link joins it to something that is counted.
    fn reaches_figure(&self, id: ElementId) -> bool {
        let counted = |other: ElementId| {
            let kind = self.element(other).map(Element::kind);
            matches!(kind, Some(Kind::KpiNode | Kind::Measure | Kind::Dimension))
                || matches!(self.note_kind(other), Some(NoteKind::Measure | NoteKind::Kpi))
        };
        self.links_of(id).any(|l| counted(if l.from == id { l.to } else { l.from }))
    }
}
