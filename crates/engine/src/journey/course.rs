//! How long it takes, over all snapshots up to the one on show.

use crate::Engine;
use crate::message::{JourneyAsk, JourneyContext, JourneyCourse, Problem};
use crate::store::Stored;
use score::journey::{Course, Register, Standing, Truths, ValueClock};
use table::{Role, SnapshotId};

/// How many snapshots a course goes over at most.
const MOST_SNAPSHOTS: usize = 60;

impl Engine {
    /// The snapshots that a course goes over, oldest first.
    pub(super) fn journey_moments(&self, as_of: SnapshotId) -> Result<Vec<SnapshotId>, Problem> {
        self.store.get(as_of)?;
        let mut ids = vec![as_of];
        ids.extend(self.store.earlier(as_of).take(MOST_SNAPSHOTS - 1).map(Stored::id));
        ids.reverse();
        Ok(ids)
    }

    pub(super) fn journey_course(
        &mut self,
        context: &JourneyContext,
    ) -> Result<JourneyCourse, Problem> {
        let mut walk = self.begin_course(context)?;
        while self.course_step(context, &mut walk)? {}
        Ok(walk.found)
    }

    /// Begins to go over the snapshots of a journey, once [`Engine::journey_step`] has nothing more to judge.
    ///
    /// # Errors
    /// A snapshot is not there (any more).
    pub fn begin_course(&mut self, context: &JourneyContext) -> Result<CourseWalk, Problem> {
        let mut ids = self.journey_moments(context.scoring.as_of)?;
        // the next one is taken from the end
        ids.reverse();
        let stages = context.stages.len();
        let now = self.judged_journey(context, context.scoring.as_of)?;
        Ok(CourseWalk {
            ids,
            tells: now.tells(),
            measured: now.entries(stages).iter().map(Option::is_some).collect(),
            has_onboarding: now.onboarding(&context.stages).is_some(),
            course: Course::new(stages),
            found: JourneyCourse { stages: vec![None; stages], ..JourneyCourse::default() },
            ..CourseWalk::default()
        })
    }

    /// Goes over one more snapshot; false when that was the last, and the walk has found what there is to find.
    ///
    /// # Errors
    /// As [`Engine::journey_step`].
    pub fn course_step(
        &mut self,
        context: &JourneyContext,
        walk: &mut CourseWalk,
    ) -> Result<bool, Problem> {
        self.make_columns();
        if !self.goes_by(context, JourneyAsk::Course)? {
            return Err(Problem::Cancelled);
        }
        let Some(id) = walk.ids.pop() else {
            walk.finish();
            return Ok(false);
        };
        let judged = self.judged_journey(context, id)?;
        // Where a condition cannot be used yet, accounts would seem to arrive with the first snapshot in
        // which it can.
        let as_now = |(now, then): (&bool, bool)| then || !now;
        if !walk.tells.iter().zip(judged.tells()).all(as_now) {
            return Ok(true);
        }
        let Some(kind) = judged.kind() else { return Ok(true) };
        walk.found.snapshots += 1;
        let entries = judged.entries(context.stages.len()).into_iter().zip(&walk.measured);
        let entries: Vec<Option<&Truths>> =
            entries.map(|(e, measured)| e.filter(|_| *measured)).collect();
        let stored = self.store.get(id)?;
        let date = stored.snapshot.date;
        let before = match walk.before.replace(id) {
            Some(before) => Some(self.store.get(before)?),
            None => None,
        };
        let back = before.map(|before| self.store.join(stored, before));
        let id_before = |row| before.map_or_else(String::new, |before| before.account_id(row));
        let id = |row| stored.account_id(row);
        let accounts = walk.register.step(judged.rows, back.as_deref(), id, id_before);
        walk.course.step(date, &Standing::new(&kind, &entries).numbers(), accounts);
        let Some(done) = judged.onboarding(&context.stages) else { return Ok(true) };
        let mut starts = vec![f64::NAN; judged.rows];
        if let Some(column) = stored.column_of(Role::StartDate) {
            column.data.numbers(0..judged.rows, &mut starts);
        }
        walk.clock.step(date, &kind, &done, &starts, accounts);
        Ok(true)
    }
}

/// On the way over the snapshots of a journey.
#[derive(Default)]
pub struct CourseWalk {
    /// Those still to come, the next one last.
    ids: Vec<SnapshotId>,
    /// As of the snapshot on show: which conditions tell anything, which stages are measured, whether all of the
    /// onboarding can be told.
    tells: Vec<bool>,
    measured: Vec<bool>,
    has_onboarding: bool,
    course: Course,
    clock: ValueClock,
    register: Register,
    before: Option<SnapshotId>,
    /// What is known when the walk is over.
    pub found: JourneyCourse,
}

impl CourseWalk {
    /// How many snapshots are still to come.
    #[must_use]
    pub fn left(&self) -> usize {
        self.ids.len()
    }

    fn finish(&mut self) {
        if self.found.snapshots < 2 {
            return;
        }
        let last = self.measured.iter().rposition(|m| *m);
        let paces = std::mem::take(&mut self.course).finish();
        for (at, (stage, pace)) in self.found.stages.iter_mut().zip(paces).enumerate() {
            *stage = (self.measured[at] && Some(at) != last).then_some(pace);
        }
        let clock = std::mem::take(&mut self.clock);
        self.found.value = self.has_onboarding.then(|| clock.finish());
    }
}
