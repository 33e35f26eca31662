//! What a node of the tree says.

use serde::{Deserialize, Serialize};
use table::Day;

/// Identifies a node; the id of its element in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NodeId(pub u64);

/// What a figure counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Accounts, people, things.
    #[default]
    Count,
    /// A share or quotient as a number: 0.3. Shown as it is.
    Ratio,
    /// A share of one, shown in percent: 0.3 reads 30 %.
    Percent,
    /// In the currency of the data.
    Money,
    /// Days.
    Days,
    /// Points of a score, 0–100.
    Points,
    /// Anything else, in the user's word.
    Other(String),
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The more the better: met at or above the target.
    #[default]
    Higher,
    /// The less the better: met at or below the target.
    Lower,
}

/// How well it is founded that a node moves its parent, where the parent's formula does not say so.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Believed.
    #[default]
    Hypothesis,
    /// They were seen to move together.
    Correlated,
    /// The one was changed, and the other followed.
    Verified,
}

/// A figure that somebody typed, for the snapshot of a date.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// The date of the snapshot.
    pub date: Day,
    /// The figure; finite.
    pub value: f64,
}

/// How a node's figure is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// Not yet: the tree is drawn first and bound to data later.
    #[default]
    Unknown,
    /// A formula over other nodes' names.
    Formula(String),
    /// An aggregate formula over the columns of the accounts.
    Accounts(String),
    /// Typed figures by the snapshot's date, ascending, one a date.
    Typed(Vec<Typed>),
}

/// What a node says besides its name and its place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NodeBody {
    /// What its figure counts.
    pub unit: Unit,
    /// What the figure is to reach, in the unit of its values (a share of one for percent); finite.
    pub target: Option<f64>,
    /// Which way is better.
    pub direction: Direction,
    /// Who answers for it; may be empty.
    pub owner: String,
    /// Anything else worth saying; may be empty.
    pub note: String,
    /// Why it stands under its parent, as long as the parent's formula does not use it.
    pub evidence: Evidence,
    /// How its figure is known.
    pub known: Known,
}

impl Known {
    /// The typed figure for a date; `None` where nothing was typed, or the node is known otherwise.
    #[must_use]
    pub fn typed_on(&self, date: Day) -> Option<f64> {
        let Self::Typed(figures) = self else { return None };
        let at = figures.binary_search_by_key(&date, |t| t.date).ok()?;
        figures.get(at).map(|t| t.value)
    }

    /// Whether typed figures stand in order, one a date, and are finite; true for all else.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let Self::Typed(figures) = self else { return true };
        figures.iter().all(|t| t.value.is_finite()) && figures.is_sorted_by(|a, b| a.date < b.date)
    }
}
