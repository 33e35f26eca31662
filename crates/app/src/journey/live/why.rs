//! How the figures of a journey come about.

use super::Live;
use crate::parts::{Explanation, level_name};
use crate::text::Text;
use plan::Document;
use score::Interval;
use score::journey::{DaysToPass, Lift, Pace, Passing, StageFigures, TimeToValue};
use yew::prelude::*;

type Inputs = Vec<(AttrValue, String)>;

/// What every explanation of a stage begins with.
pub struct Why<'a> {
    pub text: &'a Text,
    pub document: &'a Document,
    pub live: &'a Live,
    /// What the stages are called.
    pub names: &'a [AttrValue],
    /// Where on the page: what has an explanation at two places has two.
    pub place: &'static str,
}

impl Why<'_> {
    fn told(&self, id: String, title: AttrValue, formula: &str, inputs: Inputs) -> Explanation {
        let id = format!("journey-why-{}-{id}", self.place);
        Explanation { id, title, formula: self.text.t(formula), inputs, source: None }
    }

    fn n(&self, id: &str, n: u32) -> (AttrValue, String) {
        (self.text.t(id), self.text.integer(n))
    }

    fn all(&self) -> u32 {
        self.live.now().map_or(0, |now| now.accounts)
    }

    /// What is known of each level, the last being that of accounts without a score.
    fn by_level(&self, told: impl ExactSizeIterator<Item = Option<String>>) -> Inputs {
        let scored = told.len().saturating_sub(1);
        let name = |level: usize| match level < scored {
            true => level_name(&self.document.levels, level),
            false => self.text.t("level-none"),
        };
        told.enumerate().filter_map(|(level, told)| Some((name(level), told?))).collect()
    }

    /// A share with what it is of; nothing of nobody.
    fn share_of(&self, n: u32, of: u32) -> Option<String> {
        let share = self.text.percent(f64::from(n) / f64::from(of), 1);
        let args = [("share", share.into()), ("n", n.into()), ("of", of.into())];
        (of > 0).then(|| self.text.with("journey-live-share-of", &args).to_string())
    }

    /// A share in the compared snapshot, where that has one.
    fn before(&self, share: Option<(u32, u32)>) -> Option<(AttrValue, String)> {
        let told = share.and_then(|(n, of)| self.share_of(n, of))?;
        Some((self.text.t("journey-live-before"), told))
    }

    /// Accounts that stand at a stage, as a share of all.
    pub fn standing(&self, at: usize, stage: &StageFigures) -> Explanation {
        let mut inputs = vec![
            self.n("journey-live-standing", stage.standing),
            self.n("journey-live-accounts", self.all()),
        ];
        if stage.doubtful > 0 {
            inputs.push(self.n("journey-live-doubtful", stage.doubtful));
        }
        let counts = stage.by_level.iter().map(|n| (*n > 0).then(|| self.text.integer(*n)));
        inputs.extend(self.by_level(counts));
        let id = format!("standing-{at}");
        self.told(id, self.names[at].clone(), "journey-why-standing", inputs)
    }

    /// What became of those that stood at a place, and where those that stand there came from.
    pub fn moved(&self, place: usize, name: AttrValue, now: u32, before: u32) -> Explanation {
        let text = self.text;
        let mut inputs =
            vec![self.n("journey-live-now", now), self.n("journey-live-before", before)];
        let called = |at: usize| match at.checked_sub(self.names.len()) {
            None => self.names[at].clone(),
            Some(0) => text.t("journey-live-none"),
            Some(1) => text.t("journey-live-unknown"),
            Some(_) => text.t("journey-live-outside"),
        };
        for (at, row) in
            self.live.view().and_then(|v| v.moves.as_ref()).into_iter().flatten().enumerate()
        {
            if at != place && row[place] > 0 {
                let from = [("place", called(at).into())];
                inputs.push((text.with("journey-live-from", &from), text.integer(row[place])));
            }
        }
        let here = self.live.view().and_then(|v| v.moves.as_ref()?.get(place));
        for (at, n) in here.into_iter().flatten().enumerate() {
            if at != place && *n > 0 {
                let to = [("place", called(at).into())];
                inputs.push((text.with("journey-live-to", &to), text.integer(*n)));
            }
        }
        self.told(format!("moved-{place}"), name, "journey-why-moved", inputs)
    }

    /// The share that came to a stage, against its target.
    pub fn reached(&self, at: usize, stage: &StageFigures, target: Option<f64>) -> Explanation {
        let text = self.text;
        let mut inputs = vec![
            self.n("journey-live-reached", stage.reached),
            self.n("journey-live-accounts", self.all()),
        ];
        let before = self.live.before().and_then(|b| Some((b.stages.get(at)?, b.accounts)));
        let before = before.filter(|(b, _)| b.measured).map(|(b, of)| (b.reached, of));
        inputs.extend(self.before(before));
        if let (Some(target), Some(gap)) = (target, stage.gap) {
            inputs.push((text.t("journey-live-target"), text.percent(target, 0)));
            inputs.push((text.t("journey-live-gap"), points(text, gap)));
        }
        let id = format!("reached-{at}");
        self.told(id, self.names[at].clone(), "journey-why-reached", inputs)
    }

    /// The share that went on from a stage.
    pub fn passed(&self, at: usize, stage: &StageFigures, passed: u32) -> Explanation {
        let mut inputs = vec![
            self.n("journey-live-passed", passed),
            self.n("journey-live-reached", stage.reached),
        ];
        let before = self.live.before().and_then(|b| b.stages.get(at));
        inputs.extend(self.before(before.and_then(|b| Some((b.passed?, b.reached)))));
        let levels = stage.by_level.iter().zip(&stage.reached_by_level);
        inputs.extend(self.by_level(levels.map(|(here, came)| self.share_of(came - here, *came))));
        let id = format!("passed-{at}");
        self.told(id, self.names[at].clone(), "journey-why-passed", inputs)
    }

    /// How many days it takes to go on from a stage.
    pub fn pace(&self, at: usize, pace: &Pace) -> Explanation {
        let mut inputs = self.days(&pace.days);
        inputs.push(self.n("journey-live-long-since", pace.long_since));
        if let Some(course) = self.live.course() {
            inputs.push(self.n("journey-live-snapshots", course.snapshots));
        }
        let id = format!("pace-{at}");
        let told = self.told(id, self.names[at].clone(), "journey-why-pace", inputs);
        Explanation { source: Some(self.text.t("journey-why-kaplan-meier")), ..told }
    }

    /// How many have passed, how many wait, and until when they were watched.
    pub fn days(&self, days: &DaysToPass) -> Inputs {
        let mut inputs = vec![
            self.n("journey-live-seen-passing", days.passed),
            self.n("journey-live-waiting", days.waiting),
        ];
        inputs.extend(days.longest.map(|longest| self.n("journey-live-longest", longest)));
        inputs
    }

    /// How many days it takes until the onboarding is passed.
    pub fn time_to_value(&self, value: &TimeToValue) -> Explanation {
        let mut inputs = self.days(&value.days);
        inputs.push(self.n("journey-live-started-before", value.before));
        if value.no_start > 0 {
            inputs.push(self.n("journey-live-no-start", value.no_start));
        }
        let title = self.text.t("journey-value");
        let told = self.told("value".to_owned(), title, "journey-why-value", inputs);
        Explanation { source: Some(self.text.t("journey-why-kaplan-meier")), ..told }
    }

    /// The share that passed a checkpoint.
    pub fn passing(
        &self,
        id: String,
        name: AttrValue,
        formula: &str,
        of: &Passing,
        before: Option<Passing>,
        by_level: &[Passing],
    ) -> Explanation {
        let mut inputs = vec![
            self.n("journey-live-check-passed", of.passed),
            self.n("journey-live-check-failed", of.failed),
        ];
        if of.unknown > 0 {
            inputs.push(self.n("journey-live-check-unknown", of.unknown));
        }
        inputs.extend(self.before(before.map(|b| (b.passed, b.passed + b.failed))));
        let levels = by_level.iter().map(|of| self.share_of(of.passed, of.passed + of.failed));
        inputs.extend(self.by_level(levels));
        self.told(id, name, formula, inputs)
    }

    /// How much more often those stay that passed a checkpoint.
    pub fn lift(&self, id: String, name: AttrValue, lift: &Lift, of: Interval) -> Explanation {
        let text = self.text;
        let rate = |(known, stayed): (u32, u32)| self.share_of(stayed, known).unwrap_or_default();
        let later = self.live.view().and_then(|v| v.outcome_is_later) == Some(true);
        let formula = if later { "journey-why-lift-later" } else { "journey-why-lift" };
        let inputs = vec![
            (text.t("journey-live-stayed-passed"), rate(lift.passed)),
            (text.t("journey-live-stayed-failed"), rate(lift.failed)),
            (text.t("journey-live-lift"), text.decimal(of.estimate, 3)),
            (text.t("score-why-interval"), interval(text, of)),
        ];
        let told = self.told(id, name, formula, inputs);
        Explanation { source: Some(text.t("journey-why-mover")), ..told }
    }
}

/// A difference of shares in points.
pub fn points(text: &Text, gap: f64) -> String {
    text.with("kpi-points", &[("n", text.signed(gap * 100.0, 1).into())]).to_string()
}

/// Both ends of an interval.
pub fn interval(text: &Text, of: Interval) -> String {
    format!("{}–{}", text.decimal(of.low, 2), text.decimal(of.high, 2))
}
