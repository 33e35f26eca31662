//! Who stands where in one snapshot, and who passes.

use super::conditions::Judged;
use crate::Engine;
use crate::message::{JourneyContext, JourneyPart, JourneyStage, Problem};
use crate::scoring::level_count;
use score::journey::{
    Backgrounds, CheckpointFigures, Groups, JourneyFigures, StageAccounts, StageFigures, Standing,
    Truths, lift, passing, passing_by, verdict,
};
use score::{Model, truth};
use std::rc::Rc;
use table::{Role, SnapshotId};

/// The conditions of a journey, judged in one snapshot.
pub(super) struct JudgedJourney {
    pub(super) rows: usize,
    /// As the context has them; only those that are there.
    pub(super) parts: Vec<(JourneyPart, Rc<Judged>)>,
}

impl JudgedJourney {
    fn truths(&self, part: JourneyPart) -> Option<&Truths> {
        self.parts.iter().find(|(at, _)| *at == part)?.1.truths.as_ref()
    }

    /// Of each condition, whether it says anything of anybody.
    pub(super) fn tells(&self) -> Vec<bool> {
        self.parts.iter().map(|(_, judged)| judged.truths.is_some() && !judged.blind).collect()
    }

    /// The accounts of the kind; `None` when its condition cannot be used.
    pub(super) fn kind(&self) -> Option<Truths> {
        if self.parts.iter().any(|(at, _)| *at == JourneyPart::Kind) {
            return self.truths(JourneyPart::Kind).cloned();
        }
        Some(Truths::same(self.rows, truth::TRUE))
    }

    /// The entry conditions.
    pub(super) fn entries(&self, stages: usize) -> Vec<Option<&Truths>> {
        (0..stages as u32).map(|stage| self.truths(JourneyPart::Entry(stage))).collect()
    }

    /// Whether the whole onboarding is passed; `None` when there is none, or not all of it can be told.
    pub(super) fn onboarding(&self, stages: &[JourneyStage]) -> Option<Truths> {
        let mut all: Option<Truths> = None;
        for (number, stage) in (0..).zip(stages) {
            for (at, checkpoint) in (0..).zip(&stage.checkpoints) {
                if checkpoint.onboarding {
                    let truths = self.truths(JourneyPart::Checkpoint(number, at))?.clone();
                    all = Some(match all {
                        None => truths,
                        Some(before) => before.and(&truths),
                    });
                }
            }
        }
        all
    }
}

/// What the accounts of a snapshot are told apart by.
struct Apart {
    levels: Groups,
    /// Retained, churned, all else; `None` when lifts are not wanted or no outcomes are known.
    fates: Option<Groups>,
}

impl Engine {
    pub(super) fn judged_journey(
        &mut self,
        context: &JourneyContext,
        id: SnapshotId,
    ) -> Result<JudgedJourney, Problem> {
        let rows = self.store.get(id)?.snapshot.table.rows;
        let model = &context.scoring.model;
        let judge = |(at, text): (JourneyPart, &str)| Ok((at, self.judged(text, id, model)?));
        let parts = context.conditions().map(judge).collect::<Result<_, Problem>>()?;
        Ok(JudgedJourney { rows, parts })
    }

    /// The figures of a snapshot, and where each of its accounts stands.
    pub(super) fn journey_figures(
        &mut self,
        context: &JourneyContext,
        id: SnapshotId,
        judged: &JudgedJourney,
    ) -> Result<Option<(JourneyFigures, Vec<u8>)>, Problem> {
        let Some(kind) = judged.kind() else { return Ok(None) };
        // What nobody looks at of the compared snapshot is not worked out there.
        let on_show = id == context.scoring.as_of;
        let apart = self.apart(&context.scoring.model, id, on_show)?;
        let entries = judged.entries(context.stages.len());
        let standing = Standing::new(&kind, &entries);
        let numbers = standing.numbers();
        let accounts = match on_show {
            true => self.backgrounds(id)?.of_stages(&numbers, entries.len()),
            false => vec![StageAccounts::default(); entries.len()],
        };
        let counts = standing.counts();
        let among = |truths: &Truths| passing(&kind, truths);
        let mut figures = JourneyFigures {
            all: judged.rows as u32,
            accounts: kind.count(),
            unsure: kind.count_unknown(),
            none: counts[standing.none()],
            unknown: counts[standing.unknown()],
            stages: Vec::with_capacity(entries.len()),
            onboarding: judged.onboarding(&context.stages).as_ref().map(among),
            success: judged.truths(JourneyPart::Success).map(among),
        };
        for (number, (stage, accounts)) in context.stages.iter().zip(accounts).enumerate() {
            let measured = entries[number].is_some();
            let came = standing.reached(number);
            let (reached, standing_here) = (came.count(), counts[number]);
            let goes_on = entries[number + 1..].iter().any(Option::is_some);
            let of = if measured { &came } else { &kind };
            let checkpoints = (0..).zip(&stage.checkpoints).map(|(at, checkpoint)| {
                let condition = judged.truths(JourneyPart::Checkpoint(number as u32, at))?;
                let passing = passing(of, condition);
                let lift = apart.fates.as_ref().map(|fates| lift(of, condition, fates));
                Some(CheckpointFigures {
                    passing,
                    by_level: passing_by(of, condition, &apart.levels),
                    gap: gap(passing.share(), checkpoint.target),
                    lift,
                    verdict: verdict(&passing, lift.as_ref()),
                })
            });
            let checkpoints = checkpoints.collect();
            let share = f64::from(reached) / f64::from(figures.accounts);
            figures.stages.push(StageFigures {
                measured,
                standing: standing_here,
                by_level: standing.by_group(number, &apart.levels),
                reached,
                meets: entries[number].map_or(0, |own| among(own).passed),
                reached_by_level: came.by_group(&apart.levels),
                passed: (measured && goes_on).then_some(reached - standing_here),
                doubtful: standing.doubtful(number),
                gap: gap(share, stage.target.filter(|_| measured)),
                accounts,
                checkpoints,
            });
        }
        Ok(Some((figures, numbers)))
    }

    fn apart(&mut self, model: &Model, id: SnapshotId, on_show: bool) -> Result<Apart, Problem> {
        if !on_show {
            return Ok(Apart { levels: Groups::default(), fates: None });
        }
        let levels = if model.cards.is_empty() {
            Groups::default()
        } else {
            let scored = self.scored(id, model, true)?;
            Groups::of(&scored.levels, level_count(&model.levels) as u8)
        };
        let outcomes = self.outcomes(id)?;
        Ok(Apart { levels, fates: outcomes.map(|o| Groups::of(&o.fates, 2)) })
    }

    fn backgrounds(&mut self, id: SnapshotId) -> Result<Backgrounds<'_>, Problem> {
        let stored = self.store.get(id)?;
        let data = |role| stored.column_of(role).map(|c| &c.data);
        let revenue = data(Role::Revenue);
        let middles = &mut self.middles;
        let middle_revenue = match (middles.iter().find(|(of, _)| *of == id), revenue) {
            (Some((_, known)), _) => *known,
            (None, None) => f64::NAN,
            (None, Some(revenue)) => {
                let middle = Backgrounds::middle(revenue);
                middles.push((id, middle));
                middle
            }
        };
        Ok(Backgrounds {
            date: stored.snapshot.date,
            start: data(Role::StartDate),
            revenue,
            middle_revenue,
            owner: data(Role::Owner),
        })
    }
}

fn gap(share: f64, target: Option<f64>) -> Option<f64> {
    target.map(|target| share - target).filter(|gap| !gap.is_nan())
}
