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
