//! Where the golden thread is broken.

use crate::{Body, Document, Element, ElementId, Kind, LinkKind, NoteKind};
use formula::Severity;
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
    /// There is no figure for this KPI, and none below it to work it out of; or its formula gives none.
    KpiWithoutData,
    /// This measure has no column or formula yet.
    MeasureWithoutInput,
    /// Customers meet us nowhere in this stage of a journey on which there are entries.
    StageWithoutTouchpoint,
    /// Nothing says yet which accounts have passed this checkpoint.
    CheckpointWithoutCondition,
}

impl Gap {
    /// All of them, in the order shown.
    pub const ALL: [Self; 7] = [
        Self::PainUnanswered,
        Self::GoalUnmeasured,
        Self::StrategyUnmeasured,
        Self::KpiWithoutData,
        Self::MeasureWithoutInput,
        Self::StageWithoutTouchpoint,
        Self::CheckpointWithoutCondition,
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
            Self::StageWithoutTouchpoint => "stage",
            Self::CheckpointWithoutCondition => "checkpoint",
        }
    }
}

impl Document {
    /// Where the thread is broken, by what is missing, then in id order.
    #[must_use]
    pub fn gaps(&self) -> Vec<(Gap, ElementId)> {
        let found = self.elements.values().filter_map(|e| Some((self.gap(e)?, e.id)));
        let mut gaps: Vec<_> = found.chain(self.broken_formulas()).collect();
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
                let empty = match &node.known {
                    Known::Unknown => true,
                    Known::Typed(figures) => figures.is_empty(),
                    Known::Accounts(text) => text.trim().is_empty(),
                    // [`Document::broken_formulas`] has read it.
                    Known::Formula(_) => false,
                };
                (leaf && empty).then_some(Gap::KpiWithoutData)
            }
            Body::Measure { input: None, .. } => Some(Gap::MeasureWithoutInput),
            // A stage that has no name of its own is called as in its preset.
            Body::Stage(_) => {
                return self.lacks_touchpoint(element).then_some(Gap::StageWithoutTouchpoint);
            }
            Body::Checkpoint(checkpoint) => {
                let empty = checkpoint.condition.trim().is_empty();
                empty.then_some(Gap::CheckpointWithoutCondition)
            }
            _ => None,
        };
        gap.filter(|_| !element.name.trim().is_empty())
    }

    /// The KPI nodes whose formula cannot be worked out: it does not read, names nothing, or leads back to
    /// itself.
    fn broken_formulas(&self) -> Vec<(Gap, ElementId)> {
        let trees = self.children_of_kind(None, Kind::KpiTree);
        let of_tree = |tree: kpi::Tree| {
            let bound = kpi::bind(&tree);
            let wrong = |b: &kpi::Bound| b.problems.iter().any(|p| p.severity() == Severity::Error);
            let nodes = tree.nodes.into_iter().zip(bound.nodes);
            let broken = nodes.filter(|(n, b)| wrong(b) && !n.name.trim().is_empty());
            broken.map(|(n, _)| (Gap::KpiWithoutData, ElementId(n.id.0))).collect::<Vec<_>>()
        };
        trees.iter().filter_map(|t| self.kpi_tree(t.id)).flat_map(of_tree).collect()
    }

    /// Whether no touchpoint stands over a stage, on a journey with entries.
    fn lacks_touchpoint(&self, stage: &Element) -> bool {
        let Some(journey) = stage.parent else { return false };
        let stages = self.stages(journey);
        let lanes = self.children_of_kind(Some(journey), Kind::Lane);
        let mut entries = lanes.iter().flat_map(|lane| self.children(Some(lane.id))).peekable();
        let begun = entries.peek().is_some();
        let here = |e: &Element| {
            let over = self.note(e.id).map(|n| n.covers(&stages)).unwrap_or_default();
            stages.get(over).is_some_and(|over| over.contains(&stage.id))
        };
        let touchpoint = |e: &Element| self.note_kind(e.id) == Some(NoteKind::Touchpoint);
        begun && !entries.any(|e| touchpoint(e) && here(e))
    }

    /// Whether a link joins it to something that is counted.
    fn reaches_figure(&self, id: ElementId) -> bool {
        let counted = |other: ElementId| {
            let kind = self.element(other).map(Element::kind);
            matches!(
                kind,
                Some(
                    Kind::KpiNode
                        | Kind::Measure
                        | Kind::Dimension
                        | Kind::Scorecard
                        | Kind::Checkpoint
                )
            ) || matches!(self.note_kind(other), Some(NoteKind::Measure | NoteKind::Kpi))
        };
        self.links_of(id).any(|l| counted(if l.from == id { l.to } else { l.from }))
    }
}
