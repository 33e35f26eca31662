//! What a score is made of: scorecards of dimensions of measures. Plain data.

use serde::{Deserialize, Serialize};

/// Identifies a card, dimension or measure; stable over edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(pub u64);

/// Everything that turns a snapshot into scores and levels.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// The cards in order of precedence: the first whose filter matches an account is its card. The
    /// last one has no filter.
    pub cards: Vec<Scorecard>,
    /// The bands of the score, one set for all cards, so that level counts add up.
    pub levels: Levels,
}

/// Dimensions and measures with weights, for all accounts or for a segment (glossary: scorecard).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// Its identity.
    pub id: ItemId,
    /// What people call it.
    pub name: String,
    /// Which accounts it is for; `None` is all.
    pub filter: Option<Condition>,
    /// Under this coverage (0–1) an account has no score. Default 0.5.
    pub minimum_coverage: f64,
    /// In the order shown.
    pub dimensions: Vec<Dimension>,
}

/// A group of measures (glossary: dimension, 観点).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its identity.
    pub id: ItemId,
    /// What people call it.
    pub name: String,
    /// Weight among the dimensions, ≥ 0, any unit: only ratios count.
    pub weight: f64,
    /// In the order shown.
    pub measures: Vec<Measure>,
}

/// An expression over columns, turned into 0–100 points (glossary: measure, 指標).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its identity.
    pub id: ItemId,
    /// What people call it.
    pub name: String,
    /// Weight among the measures of its dimension, ≥ 0, any unit: only ratios count.
    pub weight: f64,
    /// Where the value comes from; `None` until a column is chosen: then all absent.
    pub input: Option<Input>,
    /// How the value becomes points.
    pub normaliser: Normaliser,
    /// What happens to accounts without a value.
    pub absent: AbsentPolicy,
}

/// Where a measure's value comes from. Columns are named; a name that a snapshot does not have is
/// absent for all its accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// The number in a column (boolean: 0 or 1).
    Column(String),
    /// One column over another; absent when the denominator is 0 or absent.
    Ratio {
        /// Above the line.
        numerator: String,
        /// Below the line.
        denominator: String,
    },
    /// Against the value `snapshots_back` snapshots earlier.
    Change {
        /// The column that is compared.
        column: String,
        /// Difference or ratio.
        kind: ChangeKind,
        /// 1 is the snapshot just before.
        snapshots_back: u32,
    },
    /// Days from a date column to the snapshot's date; negative when the date is later.
    DaysSince(String),
    /// 1 where the condition holds, 0 where not, absent where it cannot be told.
    Check(Condition),
    /// A formula (`docs/formula.md`): a number, or a condition as for a check. One that has an error in a
    /// snapshot, or gives text, is absent for all its accounts.
    Formula(String),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// now − then
    Difference,
    /// now ÷ then; absent when then is 0.
    Ratio,
}

/// Maps a value to 0–100 points. Not-a-number and infinite values are absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Normaliser {
    /// Straight line from `worst` (0 points) to `best` (100), clamped; either may be the larger.
    /// Equal ends: 100 at or above, 0 below.
    Linear {
        /// 0 points.
        worst: f64,
        /// 100 points.
        best: f64,
    },
    /// Steps; the lower bound is inclusive.
    Bands {
        /// Points under the first threshold, 0–100.
        below: f64,
        /// Ascending thresholds, each with the points from it upwards, 0–100.
        steps: Vec<Band>,
    },
    /// True (not 0) is 100, false is 0.
    Check,
    /// Mid-rank among the present values: 100 × (less + equal / 2) / n.
    Percentile {
        /// Whether a higher value is healthier.
        higher_is_better: bool,
        /// Rank within each value of this segment column instead of the whole snapshot.
        within: Option<String>,
    },
    /// Already 0–100; clamped.
    Formula,
}

/// A step of [`Normaliser::Bands`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// From this value on, inclusive.
    pub from: f64,
    /// 0–100.
    pub points: f64,
}

/// What happens to an account without a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbsentPolicy {
    /// The measure does not count for the account.
    #[default]
    Skip,
    /// 0 points.
    Worst,
    /// 50 points.
    Neutral,
    /// The value of an earlier snapshot, at most so many snapshots old; else skip.
    LastValue {
        /// ≥ 1.
        snapshots: u32,
    },
}

/// The bands of the score (glossary: level, 顧客レベル).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Levels {
    /// Ascending cut points within 0–100, lower bound inclusive; one fewer than the levels, 1–6.
    pub cuts: Vec<f64>,
    /// A name a level; empty is shown as "Lv1", "Lv2" ….
    pub names: Vec<String>,
    /// A level changes only once the score is this many points past the cut; 0 is off.
    pub hysteresis_points: f64,
}

impl Levels {
    /// How many levels there are: one more than cuts.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cuts.len() + 1
    }

    /// What a level is called: its own name, else `Lv1` for the lowest, 0, and so on upwards.
    #[must_use]
    pub fn name(&self, level: u8) -> String {
        let named = self.names.get(usize::from(level)).filter(|name| !name.trim().is_empty());
        named.cloned().unwrap_or_else(|| format!("Lv{}", usize::from(level) + 1))
    }
}

impl Default for Levels {
    fn default() -> Self {
        Self { cuts: vec![25.0, 50.0, 75.0], names: vec![String::new(); 4], hysteresis_points: 0.0 }
    }
}

/// A condition on an account's columns. Three-valued: a comparison with an absent cell is neither
/// true nor false, and a filter keeps only what is true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All hold; empty is true.
    All(Vec<Condition>),
    /// At least one holds; empty is false.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A column against a value.
    Compare {
        /// The column's name.
        column: String,
        /// How.
        operator: Comparison,
        /// Against what.
        value: Literal,
    },
    /// The text of the column is one of these.
    OneOf {
        /// The column's name.
        column: String,
        /// Exact texts (numbers, booleans and dates as they are written in ISO form).
        values: Vec<String>,
    },
    /// The cell is absent.
    Absent {
        /// The column's name.
        column: String,
    },
    /// A formula that says yes or no (`docs/formula.md`); one that has an error is neither.
    Formula(String),
}

impl Condition {
    /// The formulas in it, in order.
    #[must_use]
    pub fn formulas(&self) -> Vec<&str> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::formulas).collect(),
            Self::Not(part) => part.formulas(),
            Self::Formula(text) => vec![text],
            Self::Compare { .. } | Self::OneOf { .. } | Self::Absent { .. } => Vec::new(),
        }
    }
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// =
    Equal,
    /// ≠
    NotEqual,
    /// <
    Less,
    /// ≤
    AtMost,
    /// >
    Greater,
    /// ≥
    AtLeast,
    /// Text contains, with case, width and kana folded.
    Contains,
}

impl Comparison {
    /// All, in the order of the choices.
    pub const ALL: [Self; 7] = [
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::AtMost,
        Self::Greater,
        Self::AtLeast,
        Self::Contains,
    ];
}

/// A constant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Literal {
    /// A number.
    Number(f64),
    /// Text.
    Text(String),
    /// A boolean.
    Boolean(bool),
    /// A day.
    Date(table::Day),
}
