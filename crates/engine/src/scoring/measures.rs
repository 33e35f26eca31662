//! The points of one measure, with the figures about them, kept while the measure stays as it is.

use super::{Outcomes, Scoring};
use score::{AbsentPolicy, At, Input, ItemId, Measure, Normaliser};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use table::SnapshotId;

/// One measure over all accounts of a snapshot.
pub(crate) struct MeasureData {
    snapshot: SnapshotId,
    id: ItemId,
    input: Option<Input>,
    normaliser: Normaliser,
    absent: AbsentPolicy,
    /// 0–100 or not-a-number, one per account, absent policy applied.
    pub(crate) points: Vec<f64>,
    /// Accounts that have a value of their own.
    pub(crate) present: u32,
    auc: OnceCell<Option<f64>>,
}

impl MeasureData {
    fn is_of(&self, snapshot: SnapshotId, m: &Measure) -> bool {
        self.snapshot == snapshot
            && self.id == m.id
            && self.input == m.input
            && self.normaliser == m.normaliser
            && self.absent == m.absent
    }

    /// How well the points alone tell who stays from who leaves, worked out when first wanted.
    pub(crate) fn auc(&self, outcomes: &Outcomes) -> Option<f64> {
        *self.auc.get_or_init(|| score::auc(&self.points, &outcomes.fates).map(|a| a.auc))
    }

    /// The points in 20 bins of 5; the last includes 100.
    pub(crate) fn histogram(&self, is_its: impl Fn(usize) -> bool) -> Vec<u32> {
        let mut bins = vec![0u32; 20];
        for (row, p) in self.points.iter().enumerate() {
            if !p.is_nan() && is_its(row) {
                bins[((p / 5.0) as usize).min(19)] += 1;
            }
        }
        bins
    }
}

thread_local! {
    /// Values are wanted only to become points: one buffer serves all measures.
    static VALUES: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
}

impl Scoring {
    /// The points of a measure, from what is kept or worked out now.
    pub(super) fn measure(
        &mut self,
        snapshot: SnapshotId,
        m: &Measure,
        at: &At<'_>,
        keep: bool,
    ) -> Rc<MeasureData> {
        if let Some(data) = self.measures.iter().find(|d| d.is_of(snapshot, m)) {
            return data.clone();
        }
        let mut points = Vec::new();
        let present = VALUES.with_borrow_mut(|values| {
            score::measure_points(m, at, values, &mut points);
            values.iter().filter(|v| !v.is_nan()).count() as u32
        });
        let data = Rc::new(MeasureData {
            snapshot,
            id: m.id,
            input: m.input.clone(),
            normaliser: m.normaliser.clone(),
            absent: m.absent,
            points,
            present,
            auc: OnceCell::new(),
        });
        if keep {
            self.measures.push(data.clone());
        }
        data
    }

    /// Forgets points of a snapshot that the model does not have any more.
    pub(super) fn drop_unused(&mut self, snapshot: SnapshotId, measures: &[&Measure]) {
        self.measures
            .retain(|d| d.snapshot != snapshot || measures.iter().any(|m| d.is_of(snapshot, m)));
    }
}

/// How many snapshots a measure looks back.
pub(super) fn depth(m: &Measure) -> usize {
    let input = match &m.input {
        Some(Input::Change { snapshots_back, .. }) => *snapshots_back as usize,
        _ => 0,
    };
    let policy = match m.absent {
        AbsentPolicy::LastValue { snapshots } => snapshots as usize,
        _ => 0,
    };
    input.saturating_add(policy)
}
