//! The accounts behind a figure of a journey, as a formula that a list of accounts can be filtered by.

use super::JourneyContext;
use score::journey::JourneyFigures;

/// Which accounts of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JourneyPlace {
    /// All of the kind.
    Kind,
    /// Those that stand at a stage.
    At(usize),
    /// Those that came to a stage.
    Reached(usize),
    /// Those at no stage.
    None,
    /// Those of whom it cannot be told.
    Unknown,
    /// Of those that a checkpoint (stage, checkpoint) is asked of, those that passed it.
    Passed(usize, usize),
    /// Those that did not.
    Failed(usize, usize),
    /// Those of whom that cannot be told.
    Untold(usize, usize),
    /// Those that have not passed the whole onboarding, as far as it can be told.
    NotOnboarded,
}

impl JourneyContext {
    /// The accounts of a place, as a condition; `None` when they are all. `figures` tell which conditions can
    /// be used in the snapshot.
    #[must_use]
    pub fn accounts(&self, place: JourneyPlace, figures: &JourneyFigures) -> Option<String> {
        let told = told(figures);
        let measured = |at: usize| figures.stages.get(at).is_some_and(|s| s.measured);
        let entry = |at: usize| self.stages[at].entry.trim();
        let from = |first: usize| {
            let stages = first..self.stages.len();
            stages.filter(|at| told.get(*at) == Some(&true)).map(entry)
        };
        let any = |conditions: Vec<&str>| match conditions.as_slice() {
            [] => "FALSE".to_owned(),
            all => all.iter().map(|c| format!("({c})")).collect::<Vec<_>>().join(" OR "),
        };
        // a checkpoint of a stage that is not measured is asked of all
        let reached = |stage: usize| measured(stage).then(|| any(from(stage).collect()));
        let check = |stage: usize, at: usize| {
            let found = self.stages.get(stage).and_then(|s| s.checkpoints.get(at));
            found.map_or("FALSE", |c| c.condition.trim())
        };
        let says_something = |stage: usize, at: usize| {
            let found = figures.stages.get(stage).and_then(|s| s.checkpoints.get(at)?.as_ref());
            found.is_none_or(|c| {
                c.passing.unknown < c.passing.accounts() || c.passing.accounts() == 0
            })
        };
        // one that tells nothing of anybody leaves nobody to whom all say no
        let silent = told.iter().enumerate().any(|(at, told)| measured(at) && !told);
        let mut parts = Vec::new();
        parts.extend(Some(self.kind.trim().to_owned()).filter(|kind| !kind.is_empty()));
        match place {
            JourneyPlace::Kind => {}
            JourneyPlace::At(stage) => {
                parts.push(entry(stage).to_owned());
                parts.extend(from(stage + 1).map(|later| format!("NOT IFBLANK({later}, FALSE)")));
            }
            JourneyPlace::Reached(stage) => parts.extend(reached(stage)),
            JourneyPlace::None if silent => parts.push("FALSE".to_owned()),
            JourneyPlace::None => parts.push(format!("NOT ({})", any(from(0).collect()))),
            JourneyPlace::Unknown => {
                let any = any(from(0).collect());
                parts.push(match silent {
                    true => format!("NOT IFBLANK({any}, FALSE)"),
                    false => format!("ISBLANK({any})"),
                });
            }
            JourneyPlace::Passed(stage, at) => {
                parts.extend(reached(stage));
                parts.push(check(stage, at).to_owned());
            }
            JourneyPlace::Failed(stage, at) => {
                parts.extend(reached(stage));
                parts.push(format!("NOT ({})", check(stage, at)));
            }
            JourneyPlace::Untold(stage, at) => {
                parts.extend(reached(stage));
                if says_something(stage, at) {
                    parts.push(format!("ISBLANK({})", check(stage, at)));
                }
            }
            JourneyPlace::NotOnboarded => {
                let stages = self.stages.iter().enumerate();
                let all = stages.flat_map(|(stage, s)| {
                    let checks = s.checkpoints.iter().enumerate();
                    let named =
                        checks.filter(move |(at, c)| c.onboarding && says_something(stage, *at));
                    named.map(|(_, c)| format!("({})", c.condition.trim()))
                });
                let all: Vec<String> = all.collect();
                parts.push(format!("NOT ({})", all.join(" AND ")));
            }
        }
        match parts.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            all => {
                let all: Vec<String> = all.iter().map(|part| format!("({part})")).collect();
                Some(all.join(" AND "))
            }
        }
    }
}

/// Of each stage, whether its condition tells anything of anybody. One that looks back further than there are
/// snapshots does not, and a formula that it is a part of would not either.
fn told(figures: &JourneyFigures) -> Vec<bool> {
    let mut left = figures.accounts;
    let mut told: Vec<bool> = Vec::with_capacity(figures.stages.len());
    for stage in figures.stages.iter().rev() {
        told.push(stage.measured && stage.doubtful < left);
        left = left.saturating_sub(stage.standing);
    }
    told.reverse();
    told
}
