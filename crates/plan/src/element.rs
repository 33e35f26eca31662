//! The things of the document.

use crate::Rank;
use score::{AbsentPolicy, Condition, Input, Normaliser};
use serde::{Deserialize, Serialize};

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
}

impl Body {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Scorecard { .. } => Kind::Scorecard,
            Self::Dimension { .. } => Kind::Dimension,
            Self::Measure { .. } => Kind::Measure,
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
        parent
            == match self {
                Self::Scorecard => None,
                Self::Dimension => Some(Self::Scorecard),
                Self::Measure => Some(Self::Dimension),
            }
    }
}
