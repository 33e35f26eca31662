//! The things of the document.

use crate::canvas::{Block, Canvas, Note};
use crate::journey::{Checkpoint, Journey, Lane, Stage};
use crate::{Rank, Review};
use kpi::{Assumptions, NodeBody, Orientation};
use score::{AbsentPolicy, Condition, Input, Normaliser};
use serde::{Deserialize, Serialize};
use table::Role;

/// Identifies an element; stable over edits and never used again after a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ElementId(pub u64);

/// One thing that the team decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Element {
    /// Its identity.
    pub id: ElementId,
    /// What it is part of; `None` is the workspace itself.
    pub parent: Option<ElementId>,
    /// Where it stands among its siblings, unlike any of theirs.
    pub rank: Rank,
    /// What people call it; may be empty.
    pub name: String,
    /// What it says.
    pub body: Body,
}

/// What an element says, by kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Dimensions and measures with weights, for all accounts or for a segment; as in
    /// [`score::Scorecard`].
    Scorecard {
        /// Which accounts it is for; `None` is all. The last scorecard has none.
        filter: Option<Condition>,
        /// Under this coverage (0–1) an account has no score.
        minimum_coverage: f64,
    },
    /// A group of measures, child of a scorecard; as in [`score::Dimension`].
    Dimension {
        /// Among the dimensions, ≥ 0.
        weight: f64,
    },
    /// A value turned into points, child of a dimension; as in [`score::Measure`].
    Measure {
        /// Among the measures of the dimension, ≥ 0.
        weight: f64,
        /// Where the value comes from; `None` until a column is chosen.
        input: Option<Input>,
        /// How the value becomes points.
        normaliser: Normaliser,
        /// What happens to accounts without a value.
        absent: AbsentPolicy,
    },
    /// A KGI with what drives it.
    KpiTree {
        /// Which way its picture grows.
        orientation: Orientation,
        /// When it was looked at, and how often it is to be.
        #[serde(default, skip_serializing_if = "Review::is_default")]
        review: Review,
    },
    /// A figure of the tree, child of a tree or of the node that it drives; as in [`kpi::Node`].
    KpiNode(Box<NodeBody>),
    /// A what-if that was kept, child of a tree; as in [`kpi::Scenario`]. What it says of nodes that
    /// are no more is passed over.
    KpiScenario(Assumptions),
    /// A column that is worked out for every account, its name the element's; as in
    /// [`formula::DerivedColumn`].
    DerivedColumn {
        /// How.
        formula: String,
        /// What it is for; one of [`crate::DERIVED_ROLES`].
        role: Role,
    },
    /// A sheet of blocks; its name is what people call it.
    Canvas(Box<Canvas>),
    /// A named part of a canvas, child of a canvas; without a name it is called as in the template.
    Block(Box<Block>),
    /// A sticky note, child of a block, or as an entry of a journey child of a lane; its name is what it says.
    Note(Box<Note>),
    /// The way of one kind of customer; without a name it is called as its preset.
    Journey(Box<Journey>),
    /// A column of a journey, child of it; without a name it is called as in the preset.
    Stage(Box<Stage>),
    /// What successful customers have done in a stage, child of it.
    Checkpoint(Box<Checkpoint>),
    /// A row of a journey, child of it; without a name it is called by its kind.
    Lane(Box<Lane>),
}

/// The kind of a body, without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// [`Body::Scorecard`]
    Scorecard,
    /// [`Body::Dimension`]
    Dimension,
    /// [`Body::Measure`]
    Measure,
    /// [`Body::KpiTree`]
    KpiTree,
    /// [`Body::KpiNode`]
    KpiNode,
    /// [`Body::KpiScenario`]
    KpiScenario,
    /// [`Body::DerivedColumn`]
    DerivedColumn,
    /// [`Body::Canvas`]
    Canvas,
    /// [`Body::Block`]
    Block,
    /// [`Body::Note`]
    Note,
    /// [`Body::Journey`]
    Journey,
    /// [`Body::Stage`]
    Stage,
    /// [`Body::Checkpoint`]
    Checkpoint,
    /// [`Body::Lane`]
    Lane,
}

impl Body {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Scorecard { .. } => Kind::Scorecard,
            Self::Dimension { .. } => Kind::Dimension,
            Self::Measure { .. } => Kind::Measure,
            Self::KpiTree { .. } => Kind::KpiTree,
            Self::KpiNode(_) => Kind::KpiNode,
            Self::KpiScenario(_) => Kind::KpiScenario,
            Self::DerivedColumn { .. } => Kind::DerivedColumn,
            Self::Canvas(_) => Kind::Canvas,
            Self::Block(_) => Kind::Block,
            Self::Note(_) => Kind::Note,
            Self::Journey(_) => Kind::Journey,
            Self::Stage(_) => Kind::Stage,
            Self::Checkpoint(_) => Kind::Checkpoint,
            Self::Lane(_) => Kind::Lane,
        }
    }
}

impl Element {
    /// The kind of its body.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.body.kind()
    }
}

impl Kind {
    /// Whether an element of this kind may be a child of that; `None` is the workspace itself.
    #[must_use]
    pub fn accepts_parent(self, parent: Option<Self>) -> bool {
        match self {
            Self::Scorecard
            | Self::KpiTree
            | Self::DerivedColumn
            | Self::Canvas
            | Self::Journey => parent.is_none(),
            Self::Dimension => parent == Some(Self::Scorecard),
            Self::Measure => parent == Some(Self::Dimension),
            Self::KpiNode => matches!(parent, Some(Self::KpiTree | Self::KpiNode)),
            Self::KpiScenario => parent == Some(Self::KpiTree),
            Self::Block => parent == Some(Self::Canvas),
            Self::Note => matches!(parent, Some(Self::Block | Self::Lane)),
            Self::Stage | Self::Lane => parent == Some(Self::Journey),
            Self::Checkpoint => parent == Some(Self::Stage),
        }
    }
}

/// How elements begin, in the JSON of a document or of its log, that stand for areas other than scores.
const OF_AREAS: [&str; 3] = ["\"kpi_tree\":", "\"canvas\":", "\"journey\":"];

/// Whether the JSON of a document, or lines of its log, hold KPI trees, canvases or journeys: before they are read, a page
/// may have to load what these are made of. A text that looks like one counts as one.
#[must_use]
pub fn holds_areas(json: &str) -> bool {
    OF_AREAS.iter().any(|begin| json.contains(begin))
}
