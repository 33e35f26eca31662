//! Why an edit was refused.

use crate::{ElementId, Kind, LinkId};
use serde::{Deserialize, Serialize};

/// Why an edit was refused: what is wrong and where. The document is as before. The screen puts it
/// into words by [`EditError::key`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditError {
    /// There is no element of this id: it was removed meanwhile.
    NoSuchElement(ElementId),
    /// There is no link of this id: it was removed meanwhile.
    NoSuchLink(LinkId),
    /// The id is in use: take a new one from the document.
    IdTaken(u64),
    /// The id is 0 or past [`crate::MAX_ID`].
    IdOutOfRange(u64),
    /// The elements of an insert are not one subtree with each parent before its children.
    NotOneSubtree,
    /// A link of an insert touches none of the inserted elements: add it by itself.
    StrayLink(LinkId),
    /// This kind of element does not go there.
    WrongParent {
        /// The element.
        id: ElementId,
        /// Its kind.
        kind: Kind,
        /// The kind of the parent; `None` is the workspace itself.
        parent: Option<Kind>,
    },
    /// The element would be part of itself.
    Cycle(ElementId),
    /// More elements would stand over each other than a document takes (64).
    TreeTooDeep(ElementId),
    /// A body can change but not become one of another kind: insert a new element.
    KindChanged(ElementId),
    /// A sibling stands at this very place: take the rank from the document.
    RankTaken(ElementId),
    /// The rank is not written as ranks are.
    BadRank(ElementId),
    /// A number is outside of its range; `None` is the workspace itself.
    OutOfRange {
        /// Where.
        id: Option<ElementId>,
        /// Which number.
        field: Field,
    },
    /// A condition, batch or mapping is nested deeper than the file format can carry.
    TooDeep,
    /// The last scorecard must be for all accounts: this one has a filter.
    LastCardFiltered(ElementId),
    /// A link joins an element to itself.
    LinkToSelf(LinkId),
    /// There is such a link already.
    LinkTwice(LinkId),
}

/// What has a range, or must be written in a certain way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Weight: finite, ≥ 0.
    Weight,
    /// Minimum coverage: 0–1.
    MinimumCoverage,
    /// Worst and best: finite.
    LinearEnd,
    /// Thresholds of bands: finite, none below the one before.
    BandFrom,
    /// Points: 0–100.
    Points,
    /// How many snapshots back: ≥ 1.
    Snapshots,
    /// A number to compare with: finite.
    Literal,
    /// Cut points: 1–6 of them, within 0–100, none below the one before.
    Cuts,
    /// Names of levels: one more than the cut points.
    LevelNames,
    /// Hysteresis: 0–100 points.
    Hysteresis,
    /// Target of a KPI: finite.
    Target,
    /// Typed figures of a KPI: finite, one a date, in order of date.
    Typed,
    /// Assumptions of a scenario: finite, one a node; P10 ≤ P50 ≤ P90.
    Assumption,
    /// A formula: at most [`formula::MAX_BYTES`] bytes.
    Formula,
    /// The role of a column that is worked out: one that any number of columns may have.
    Role,
    /// What people call a column: not blank.
    Name,
    /// The layout of a canvas: rows of as many cells, areas that are rectangles.
    Layout,
    /// The area of a block and the keys of its columns: lower-case letters, digits and dashes, each key once.
    Area,
    /// The colour of a note, or how many have a meaning: [`crate::COLOURS`].
    Colour,
    /// The date of a note: within the years 1–9999.
    NoteDate,
    /// How many stages an entry stands over: ≥ 1.
    Span,
    /// How customers feel: within ± [`crate::MOST_EMOTION`].
    Emotion,
    /// A share of accounts: 0–1.
    Share,
    /// When a journey is looked at: every so many days from 1, last on a date within the years 1–9999.
    Review,
}

impl EditError {
    /// The id of the message that says it, the same in all languages.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoSuchElement(_) => "edit-no-such-element",
            Self::NoSuchLink(_) => "edit-no-such-link",
            Self::IdTaken(_) => "edit-id-taken",
            Self::IdOutOfRange(_) => "edit-id-out-of-range",
            Self::NotOneSubtree => "edit-not-one-subtree",
            Self::StrayLink(_) => "edit-stray-link",
            Self::WrongParent { .. } => "edit-wrong-parent",
            Self::Cycle(_) => "edit-cycle",
            Self::TreeTooDeep(_) => "edit-tree-too-deep",
            Self::KindChanged(_) => "edit-kind-changed",
            Self::RankTaken(_) => "edit-rank-taken",
            Self::BadRank(_) => "edit-bad-rank",
            Self::OutOfRange { field, .. } => field.key(),
            Self::TooDeep => "edit-too-deep",
            Self::LastCardFiltered(_) => "edit-last-card-filtered",
            Self::LinkToSelf(_) => "edit-link-to-self",
            Self::LinkTwice(_) => "edit-link-twice",
        }
    }
}

impl Field {
    /// The id of the message that gives its range.
    fn key(self) -> &'static str {
        match self {
            Self::Weight => "edit-range-weight",
            Self::MinimumCoverage => "edit-range-minimum-coverage",
            Self::LinearEnd => "edit-range-linear-end",
            Self::BandFrom => "edit-range-band-from",
            Self::Points => "edit-range-points",
            Self::Snapshots => "edit-range-snapshots",
            Self::Literal => "edit-range-literal",
            Self::Cuts => "edit-range-cuts",
            Self::LevelNames => "edit-range-level-names",
            Self::Hysteresis => "edit-range-hysteresis",
            Self::Target => "edit-range-target",
            Self::Typed => "edit-range-typed",
            Self::Assumption => "edit-range-assumption",
            Self::Formula => "edit-range-formula",
            Self::Role => "edit-range-role",
            Self::Name => "edit-range-name",
            Self::Layout => "edit-range-layout",
            Self::Area => "edit-range-area",
            Self::Colour => "edit-range-colour",
            Self::NoteDate => "edit-range-note-date",
            Self::Span => "edit-range-span",
            Self::Emotion => "edit-range-emotion",
            Self::Share => "edit-range-share",
            Self::Review => "edit-range-review",
        }
    }
}
