//! The KPI tree: figures, why they changed, what if.
//!
//! Nodes are told by their place in [`kpi::Tree::nodes`]; absent figures are `NaN`.

use kpi::{
    Assumptions, Bound, Change, Effect, Facts, Lagged, NodeId, Override, Part, Sensitivity, Sought,
    Split, Status, Tree, Uncertain, Unshared, Waterfall,
};
use score::Model;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use table::{Day, SnapshotId};

/// What a tree is worked out of. Cheap to clone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KpiContext {
    /// The tree.
    pub tree: Rc<Tree>,
    /// Cards and levels, for formulas that ask for scores.
    pub model: Rc<Model>,
    /// The snapshot on show; `None` before there is any: then typed figures are shown by their dates.
    pub as_of: Option<SnapshotId>,
    /// The earlier one that it is compared with.
    pub compared: Option<SnapshotId>,
}

impl PartialEq for KpiContext {
    /// What is shared is not looked through: a question is compared with the last one at every key.
    fn eq(&self, other: &Self) -> bool {
        (self.as_of, self.compared) == (other.as_of, other.compared)
            && (Rc::ptr_eq(&self.tree, &other.tree) || self.tree == other.tree)
            && (Rc::ptr_eq(&self.model, &other.model) || self.model == other.model)
    }
}

/// What one may ask of a tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KpiAsk {
    /// All nodes at all dates. → [`KpiAnswer::View`]
    View,
    /// What an aggregate over accounts says while it is typed. → [`KpiAnswer::Accounts`]
    Accounts {
        /// The formula.
        text: String,
    },
    /// Why a node changed. → [`KpiAnswer::Explained`]
    Explain {
        /// Which.
        node: NodeId,
        /// Since when, or by what.
        against: Against,
        /// The column whose values tell groups of accounts apart.
        segment: Option<String>,
    },
    /// The tree under each of these assumptions. Accounts are not read again, so this follows a slider.
    /// → [`KpiAnswer::WhatIf`]
    WhatIf {
        /// One after the other.
        assumptions: Vec<Assumptions>,
        /// Draws their ranges with this seed; `None` leaves ranges alone.
        seed: Option<u64>,
    },
    /// Which figure of one node brings another to a goal. → [`KpiAnswer::Sought`]
    Seek {
        /// The node that is moved.
        lever: NodeId,
        /// From where …
        low: f64,
        /// … to where.
        high: f64,
        /// The node that has the goal.
        of: NodeId,
        /// Its goal.
        goal: f64,
        /// What else is assumed.
        overrides: Vec<Override>,
    },
    /// What a node gains when each leaf moves by 1 %. → [`KpiAnswer::Sensitivities`]
    Sensitivities {
        /// The node.
        of: NodeId,
        /// What else is assumed.
        overrides: Vec<Override>,
    },
    /// How each node moves with the KGI, the tree's first. → [`KpiAnswer::Relations`]
    Relations {
        /// Up to so many snapshots later.
        lags: u32,
        /// The column whose values make segments to compare.
        segment: Option<String>,
    },
}

/// What a figure is compared with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The compared snapshot.
    Compared,
    /// The figures as they are, the change being what these overrides make.
    WhatIf(Vec<Override>),
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KpiAnswer {
    /// All nodes.
    View(KpiView),
    /// What an aggregate says.
    Accounts(KpiFormula),
    /// Why a node changed.
    Explained(Box<KpiExplanation>),
    /// One an assumption, in order.
    WhatIf(Vec<KpiWhatIf>),
    /// What seeking found.
    Sought(Sought),
    /// The largest swing first.
    Sensitivities(Vec<Sensitivity>),
    /// One a node but the first.
    Relations(Vec<KpiRelation>),
}

/// All nodes at all dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiView {
    /// The dates of the snapshots (without any: of the typed figures), oldest first.
    pub dates: Vec<Day>,
    /// Which of them is on show.
    pub now: Option<usize>,
    /// Which of them it is compared with.
    pub before: Option<usize>,
    /// One a node, in the tree's order.
    pub nodes: Vec<KpiNodeView>,
}

/// One node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiNodeView {
    /// Its place among figures, and what is wrong with its formula.
    pub bound: Bound,
    /// A figure a date.
    pub series: Vec<f64>,
    /// Now.
    pub value: f64,
    /// Against its target.
    pub status: Status,
    /// Against the compared snapshot; `None` when there is no figure on a side.
    pub change: Option<Change>,
    /// Its target is met while the KGI did not get better since the compared snapshot; `None` when that
    /// cannot be told.
    pub met_in_vain: Option<bool>,
    /// The bounds of a slider over its figure.
    pub lever: (f64, f64),
}

/// An aggregate over accounts while it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiFormula {
    /// What it may speak of in the snapshot on show: what an editor completes and checks by. Without a
    /// snapshot there are no columns.
    pub environment: formula::Environment,
    /// What is wrong or doubtful.
    pub problems: Vec<kpi::NodeProblem>,
    /// Its figure now.
    pub value: f64,
    /// Its figure in the compared snapshot.
    pub before: f64,
}

/// Why a node changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiExplanation {
    /// Its place.
    pub place: usize,
    /// The figure it is compared with.
    pub before: f64,
    /// The figure it is now.
    pub now: f64,
    /// Why there is no change to share out.
    pub unshared: Option<Unshared>,
    /// What it uses, in the order of the text: what the shares of `split` belong to.
    pub inputs: Vec<usize>,
    /// The shares of what it uses; `None` when it has no formula over nodes.
    pub split: Option<Split>,
    /// Of these shares; one step without a share when they moved it only together, none without shares.
    pub by_input: KpiSteps,
    /// The places where the change ends when it is followed all the way down, the largest share first.
    pub ends: Vec<(usize, f64)>,
    /// Of `ends`.
    pub by_end: KpiSteps,
    /// Of an aggregate over accounts, who changed it; `None` of all else, and of a median and the like.
    pub accounts: Option<KpiAccounts>,
}

/// Shares as a picture and as a sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KpiSteps {
    /// The steps.
    pub waterfall: Waterfall,
    /// The largest ones.
    pub facts: Facts,
}

/// The change of an aggregate over accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiAccounts {
    /// Whether it adds up (effects are *size* and *mean*) or is a rate or mean (*mix* and *rate*).
    pub adds_up: bool,
    /// By the values of the segment column, the largest effect first.
    pub segments: Vec<KpiGroup>,
    /// The segments that are too many to tell, together: how many, and their effect.
    pub others: Option<(u32, Effect)>,
    /// Accounts that are in both snapshots, only in this one, only in the compared one.
    pub movement: [KpiGroup; 3],
}

/// A group of accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KpiGroup {
    /// The value of the segment column; `None` is absent (and what `movement` holds).
    pub label: Option<String>,
    /// Weight and sum before.
    pub before: Part,
    /// Weight and sum now.
    pub now: Part,
    /// What it has to do with the change.
    pub effect: Effect,
}

/// The tree under assumptions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiWhatIf {
    /// A figure a node.
    pub values: Vec<f64>,
    /// Against the targets, a node each.
    pub status: Vec<Status>,
    /// Against the figures as they are, a node each.
    pub changes: Vec<Option<Change>>,
    /// A range a node; empty without a seed or ranges. `None` where some draws have no figure.
    pub ranges: Vec<Option<Uncertain>>,
}

/// How a node moves with the KGI. It says nothing of causes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KpiRelation {
    /// Which place.
    pub place: usize,
    /// Over snapshots, a lag each from 0.
    pub lagged: Vec<Lagged>,
    /// Over segments as of the snapshot on show; `None` without a segment column.
    pub across: Option<kpi::Correlation>,
    /// As in [`KpiNodeView::met_in_vain`].
    pub met_in_vain: Option<bool>,
}
