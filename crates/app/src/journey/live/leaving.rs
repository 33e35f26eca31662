//! The figures as they leave with a journey: in words, by stage and checkpoint.

use super::Live;
use super::told::days_words;
use crate::text::Text;

/// The figures on show in words; empty without figures.
#[derive(Clone, Debug, Default)]
pub struct Leaving {
    /// Of which day they are, with which they are compared, of how many accounts.
    pub head: String,
    /// By stage, in order.
    pub stages: Vec<LeavingStage>,
    /// How many have success, when that is said.
    pub success: Option<String>,
}

/// The figures of a stage.
#[derive(Clone, Debug, Default)]
pub struct LeavingStage {
    /// Who stands there, who came there, how long it takes; empty for a stage without a usable condition.
    pub lines: Vec<String>,
    /// By checkpoint, in order: the share that passes, when its condition can be used.
    pub passing: Vec<Option<String>>,
}

/// What is on show of a journey.
pub fn leaving(text: &Text, live: &Live) -> Leaving {
    let Some(now) = live.now() else { return Leaving::default() };
    let labelled = |id: &str, words: &str| format!("{}: {words}", text.t(id));
    let share_of = |n: u32, of: u32| {
        let share = text.percent(f64::from(n) / f64::from(of), 1);
        let args = [("share", share.into()), ("n", n.into()), ("of", of.into())];
        text.with("journey-live-share-of", &args)
    };
    let stage = |(at, stage): (usize, &score::journey::StageFigures)| {
        let mut lines = Vec::new();
        if stage.measured && now.accounts > 0 {
            let counts = [
                ("journey-live-standing", stage.standing),
                ("journey-live-reached", stage.reached),
            ];
            lines.extend(counts.map(|(id, n)| labelled(id, &share_of(n, now.accounts))));
            let pace = live.course().and_then(|c| c.stages.get(at).copied().flatten());
            let pace = pace.filter(|p| p.days.longest.is_some());
            lines.extend(pace.map(|p| days_words(text, p.days).to_string()));
        }
        let pass = |share| text.with("journey-live-pass", &[("share", share)]).to_string();
        let passing = stage.checkpoints.iter().map(|c| {
            let of = c.as_ref()?.passing;
            (of.passed + of.failed > 0).then(|| pass(text.percent(of.share(), 1).into()))
        });
        LeavingStage { lines, passing: passing.collect() }
    };
    let success = now.success.filter(|of| of.passed + of.failed > 0).map(|of| {
        let share = text.percent(of.share(), 1);
        text.with("journey-success-share", &[("share", share.into())]).to_string()
    });
    let accounts = labelled("journey-live-accounts", &text.integer(now.accounts));
    Leaving {
        head: format!("{} · {accounts}", live.days(text)),
        stages: now.stages.iter().enumerate().map(stage).collect(),
        success,
    }
}
