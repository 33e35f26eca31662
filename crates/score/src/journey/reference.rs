//! The same as the kernels, one account at a time, as the definitions read. Tests hold the kernels against
//! it.

use super::Passing;
use crate::truth;

/// The number of the place of one account: of a stage, then none, cannot be told, not of the kind. `stages`
/// are the [`truth`] values of the entry conditions; `None` is a stage without one.
#[must_use]
pub fn place(kind: u8, stages: &[Option<u8>]) -> usize {
    if kind != truth::TRUE {
        return stages.len() + 2;
    }
    if let Some(furthest) = stages.iter().rposition(|s| *s == Some(truth::TRUE)) {
        return furthest;
    }
    let told = stages.iter().all(|s| *s != Some(truth::UNKNOWN));
    if told { stages.len() } else { stages.len() + 1 }
}

/// How many of some accounts passed a checkpoint; [`truth`] values.
#[must_use]
pub fn passing(of: &[bool], checkpoint: &[u8]) -> Passing {
    let count =
        |wanted| of.iter().zip(checkpoint).filter(|(of, c)| **of && **c == wanted).count() as u32;
    Passing {
        passed: count(truth::TRUE),
        failed: count(truth::FALSE),
        unknown: count(truth::UNKNOWN),
    }
}

/// One account over the snapshots, oldest first: where it stood at each date, if it was there. Gives for each
/// stage that its clock ran for: whether it passed, and after how many days; `None` when nobody knows since
/// when. Being absent for a while changes nothing.
#[must_use]
pub fn course(
    seen: &[Option<usize>],
    dates: &[i32],
    stages: usize,
) -> Vec<(usize, Option<(bool, i32)>)> {
    let mut found = Vec::new();
    // where it is on record, and since when
    let mut at: Option<(usize, Option<i32>)> = None;
    let mut last: Option<i32> = None;
    let close = |at: Option<(usize, Option<i32>)>, date: i32, passed| {
        let (furthest, since) = at?;
        let stage = furthest.checked_sub(1)?;
        Some((stage, since.map(|since| (passed, date - since))))
    };
    for (moment, date) in dates.iter().enumerate() {
        let Some(place) = seen[moment] else { continue };
        let now = match place {
            place if place < stages => Some(place + 1),
            place if place == stages => Some(0),
            _ => None,
        };
        let new = last.is_none() && moment > 0;
        match (at, now) {
            (_, None) => {}
            (None, Some(now)) => at = Some((now, new.then_some(*date))),
            (Some((was, _)), Some(now)) if now > was => {
                found.extend(close(at, *date, true));
                at = Some((now, Some(*date)));
            }
            _ => {}
        }
        last = Some(*date);
    }
    found.extend(last.and_then(|last| close(at, last, false)));
    found
}
