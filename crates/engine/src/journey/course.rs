//! How long it takes, over all snapshots up to the one on show.

use crate::Engine;
use crate::message::{JourneyContext, JourneyCourse, Problem};
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
        let ids = self.journey_moments(context.scoring.as_of)?;
        let stages = context.stages.len();
        let mut found = JourneyCourse { stages: vec![None; stages], ..JourneyCourse::default() };
        let now = self.judged_journey(context, context.scoring.as_of)?;
        let tells = now.tells();
        let measured: Vec<bool> = now.entries(stages).iter().map(Option::is_some).collect();
        let mut course = Course::new(stages);
        let mut clock = ValueClock::default();
        let mut register = Register::default();
        let mut before = None;
        let mut starts = Vec::new();
        for id in ids {
            let judged = self.judged_journey(context, id)?;
            // Where a condition cannot be used yet, accounts would seem to arrive with the first snapshot in
            // which it can.
            let as_now = |(now, then): (&bool, bool)| then || !now;
            if !tells.iter().zip(judged.tells()).all(as_now) {
                continue;
            }
            let Some(kind) = judged.kind() else { continue };
            found.snapshots += 1;
            let entries: Vec<Option<&Truths>> = judged
                .entries(stages)
                .into_iter()
                .zip(&measured)
                .map(|(e, m)| e.filter(|_| *m))
                .collect();
            let stored = self.store.get(id)?;
            let date = stored.snapshot.date;
            let before = match before.replace(id) {
                Some(before) => Some(self.store.get(before)?),
                None => None,
            };
            let back = before.map(|before| self.store.join(stored, before));
            let id_before = |row| before.map_or_else(String::new, |before| before.account_id(row));
            let id = |row| stored.account_id(row);
            let accounts = register.step(judged.rows, back.as_deref(), id, id_before);
            course.step(date, &Standing::new(&kind, &entries).numbers(), accounts);
            let Some(done) = judged.onboarding(&context.stages) else { continue };
            starts.clear();
            starts.resize(judged.rows, f64::NAN);
            if let Some(column) = stored.column_of(Role::StartDate) {
                column.data.numbers(0..judged.rows, &mut starts);
            }
            clock.step(date, &kind, &done, &starts, accounts);
        }
        if found.snapshots < 2 {
            return Ok(found);
        }
        let last = measured.iter().rposition(|m| *m);
        for (at, (stage, pace)) in found.stages.iter_mut().zip(course.finish()).enumerate() {
            *stage = (measured[at] && Some(at) != last).then_some(pace);
        }
        found.value = now.onboarding(&context.stages).map(|_| clock.finish());
        Ok(found)
    }
}
