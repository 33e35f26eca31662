//! The points of one measure, with the figures about them, kept while the measure stays as it is.

use super::{Outcomes, Scoring};
use score::{AbsentPolicy, At, Input, ItemId, Measure, Normaliser, fate, passes};
use std::cell::RefCell;
use std::rc::Rc;
use table::{Day, SnapshotId};

/// One measure over all accounts of a snapshot.
pub(crate) struct MeasureData {
    snapshot: SnapshotId,
    id: ItemId,
    input: Option<Input>,
    normaliser: Normaliser,
    absent: AbsentPolicy,
    /// 0–100 or not-a-number, one per account, absent policy applied.
    pub(crate) points: Vec<f64>,
    /// One bit per account, 64 to a word: whether it has a value of its own.
    present: Vec<u64>,
    /// The latest answer of [`MeasureData::auc`] and for whom it was.
    auc: RefCell<Option<(Whose, Option<f64>)>>,
}

/// How long the points of a measure are wanted.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Keep {
    /// Their snapshot is on show.
    Shown,
    /// They are wanted again with the next change; given up when there are too many.
    WhileRoom,
    /// Once only.
    No,
}

/// How many points of snapshots that are not on show are kept at most, of 8 bytes each.
const MOST_UNSHOWN: usize = 16 << 20;

/// Stands for a card and the accounts that it has.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Whose {
    card: u8,
    assignment: u64,
}

impl Whose {
    /// The accounts of each of so many cards.
    pub(crate) fn all(assignment: &[u8], cards: usize) -> Vec<Self> {
        let assignment = passes::fingerprint(assignment);
        (0..=u8::MAX).take(cards).map(|card| Self { card, assignment }).collect()
    }
}

impl MeasureData {
    /// Whose accounts these are.
    #[cfg(test)]
    pub(super) fn snapshot(&self) -> SnapshotId {
        self.snapshot
    }

    fn is_of(&self, snapshot: SnapshotId, m: &Measure) -> bool {
        self.snapshot == snapshot
            && self.id == m.id
            && self.input == m.input
            && self.normaliser == m.normaliser
            && self.absent == m.absent
    }

    /// How many accounts of a card have a value of their own.
    pub(crate) fn present(&self, assignment: &[u8], card: u8) -> u32 {
        passes::count_present(&self.present, assignment, card)
    }

    /// How well the points alone tell who stays from who leaves among a card's accounts, worked out
    /// once for an assignment, of which `whose` is short.
    pub(crate) fn auc(
        &self,
        outcomes: &Outcomes,
        assignment: &[u8],
        card: u8,
        whose: Whose,
    ) -> Option<f64> {
        if let Some((known, auc)) = &*self.auc.borrow()
            && *known == whose
        {
            return *auc;
        }
        let fates = passes::bytes_of_card(&outcomes.fates, assignment, card, fate::UNKNOWN);
        let auc = score::auc(&self.points, &fates).map(|a| a.auc);
        *self.auc.borrow_mut() = Some((whose, auc));
        auc
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
        keep: Keep,
    ) -> Rc<MeasureData> {
        if let Some(data) = self.measures.iter().find(|d| d.is_of(snapshot, m)) {
            return data.clone();
        }
        let mut points = Vec::new();
        let present = VALUES.with_borrow_mut(|values| {
            score::measure_points(m, at, values, &mut points);
            passes::present_bits(values)
        });
        let data = Rc::new(MeasureData {
            snapshot,
            id: m.id,
            input: m.input.clone(),
            normaliser: m.normaliser.clone(),
            absent: m.absent,
            points,
            present,
            auc: RefCell::default(),
        });
        if keep == Keep::Shown || keep == Keep::WhileRoom && self.has_room() {
            self.measures.push(data.clone());
        }
        data
    }

    /// Forgets points of snapshots that are no longer on show; all of them, or `while_room`.
    pub(super) fn keep_only(&mut self, shown: &[SnapshotId], while_room: bool) {
        let mut room = if while_room { MOST_UNSHOWN } else { 0 };
        self.measures.retain(|d| {
            let is_shown = shown.contains(&d.snapshot);
            if !is_shown {
                let left = room.checked_sub(d.points.len());
                room = left.unwrap_or(0);
                return left.is_some();
            }
            is_shown
        });
    }

    fn has_room(&self) -> bool {
        self.measures.iter().map(|d| d.points.len()).sum::<usize>() < MOST_UNSHOWN
    }

    /// Forgets points of a snapshot that the model does not have any more.
    pub(super) fn drop_unused(&mut self, snapshot: SnapshotId, measures: &[&Measure]) {
        self.measures
            .retain(|d| d.snapshot != snapshot || measures.iter().any(|m| d.is_of(snapshot, m)));
    }
}

/// How many snapshots before another a measure looks back over; `dates` are those of that snapshot and of all
/// before it, newest first.
pub(super) fn depth(m: &Measure, dates: &[Day]) -> usize {
    let policy = match m.absent {
        AbsentPolicy::LastValue { snapshots } => snapshots as usize,
        _ => 0,
    };
    // the last value is looked for as of each snapshot before, and those may lie closer to each other
    // than the newest ones: each looks back from its own date
    let reach = |text: &str| {
        let from = |back: usize| back + formula::reach(text, &dates[back..]);
        (0..=policy.min(dates.len().saturating_sub(1))).map(from).max().unwrap_or(0)
    };
    match &m.input {
        Some(Input::Change { snapshots_back, .. }) => {
            (*snapshots_back as usize).saturating_add(policy)
        }
        Some(Input::Formula(text)) => reach(text),
        Some(Input::Check(check)) => {
            check.formulas().into_iter().map(reach).max().unwrap_or(0).max(policy)
        }
        _ => policy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_looks_back_from_its_own_date() {
        // one snapshot a quarter ago, and daily ones before it
        let before = (0..=30).map(|d| 19_910 - d);
        let dates: Vec<Day> = [20_000].into_iter().chain(before).map(Day).collect();
        let measure = |absent, text: &str| Measure {
            id: ItemId(1),
            name: String::new(),
            weight: 1.0,
            input: Some(Input::Formula(text.to_owned())),
            normaliser: Normaliser::Check,
            absent,
        };
        let last = AbsentPolicy::LastValue { snapshots: 1 };
        let week = "CHANGE(logins, 7 days)";
        // a week back, and half of it: eleven days before the one a quarter ago, and that one
        assert_eq!(depth(&measure(last, week), &dates), 12);
        assert_eq!(depth(&measure(AbsentPolicy::Skip, week), &dates), 0);
        assert_eq!(depth(&measure(last, "PREV(logins, 2)"), &dates), 3);
        let many = AbsentPolicy::LastValue { snapshots: u32::MAX };
        assert_eq!(depth(&measure(many, week), &dates), 31);
        assert_eq!(depth(&measure(many, week), &dates[..1]), 0);
    }
}
