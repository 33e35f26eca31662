//! One account and what happens to it from week to week.

use crate::random::Draws;
use table::Day;

/// Purposes of draws, see [`Draws::new`].
pub(crate) const BIRTH: u64 = 1;
const WEEK: u64 = 2;
const DECISION: u64 = 3;

/// Health of one deviation below the mean in good part makes an account leave; this sets the churn
/// rate at a renewal near 14 %.
const CHURN_BELOW: f64 = -1.36;
/// What of the decision has nothing to do with health: a budget cut, a merger.
const DECISION_NOISE: f64 = 0.75;
/// What is left of the passing part of health after a week.
const PERSISTENCE: f64 = 0.95;
/// Keeps the deviation of the passing part at 1 (with its jolts a little more): √(1 − 0.95²).
const DRIFT: f64 = 0.312_249_899_919_920_1;

/// What was decided about a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    Renewed,
    Churned,
}

/// One account as it stands this week.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    /// From 1; the id is made of it.
    pub(crate) number: u32,
    /// 0–2, index of the plan.
    pub(crate) plan: u8,
    /// 0–2, index of the company's size.
    pub(crate) size: u8,
    /// Index of the region.
    pub(crate) region: u8,
    /// Index of the owner; the starter plan has none.
    pub(crate) owner: Option<u8>,
    pub(crate) start: Day,
    pub(crate) renewal: Day,
    /// When the coming renewal is, or will be, decided.
    pub(crate) decision_day: Day,
    pub(crate) decision: Option<Decision>,
    pub(crate) seats: u32,
    /// The last answer to the survey.
    pub(crate) nps: Option<u8>,
    /// Whether this account answers surveys at all.
    answers: bool,
    /// Days from the start until it is set up; far off for those that never are.
    pub(crate) set_up_days: i32,
    /// Days since anyone logged in.
    pub(crate) idle_days: i32,
    /// The part of health that stays.
    lasting: f64,
    /// The part that drifts.
    passing: f64,
}

impl Account {
    /// Mean 0, deviation about 1.
    pub(crate) fn health(&self) -> f64 {
        0.6 * self.lasting + 0.8 * self.passing
    }

    /// How much of its usage a young account has built up, 0.3–1.
    pub(crate) fn ramp(&self, date: Day) -> f64 {
        (0.3 + f64::from(date.0 - self.start.0) / 90.0).clamp(0.3, 1.0)
    }

    pub(crate) fn new(seed: u64, number: u32, start: Day, today: Day) -> Self {
        let mut draws = Draws::new(seed, BIRTH, number, 0);
        let plan = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2][draws.below(10)];
        // Larger companies lean to larger plans; health is drawn apart from both.
        let size = match plan {
            0 => [0, 0, 0, 0, 1][draws.below(5)],
            1 => [0, 0, 1, 1, 2][draws.below(5)],
            _ => [1, 2, 2, 2, 2][draws.below(5)],
        };
        let (least, most) = [(3.0, 18.0), (10.0, 90.0), (60.0, 640.0)][usize::from(plan)];
        let skewed = draws.unit() * draws.unit();
        let lasting = draws.normal();
        let passing = draws.normal();
        let set_up_days = if draws.chance(0.08 + if lasting < -0.8 { 0.25 } else { 0.0 }) {
            100_000
        } else {
            10 + draws.below(50) as i32 - (4.0 * lasting) as i32
        };
        let mut account = Self {
            number,
            plan,
            size,
            region: [0, 1, 1, 1, 2, 3, 3, 4, 5][draws.below(9)],
            owner: Some(draws.below(12) as u8).filter(|_| plan > 0),
            start,
            renewal: start,
            decision_day: start,
            decision: None,
            seats: (least + skewed * (most - least)) as u32,
            nps: None,
            answers: draws.chance(0.46),
            set_up_days,
            idle_days: 7 + draws.below(40) as i32,
            lasting,
            passing,
        };
        if account.answers && today.0 - start.0 > 90 {
            account.answer(&mut draws);
        }
        account.next_term(seed, today);
        account
    }

    /// Begins the contract year that holds `today`.
    fn next_term(&mut self, seed: u64, today: Day) {
        self.renewal = next_anniversary(self.start, today);
        let mut draws = Draws::new(seed, DECISION, self.number, self.renewal.ymd().0 as u32);
        self.decision_day = Day(self.renewal.0 - 28 - draws.below(56) as i32);
        self.decision = None;
    }

    /// Decides about the coming renewal once its day has come.
    pub(crate) fn decide(&mut self, seed: u64, today: Day) {
        if self.decision.is_some() || self.decision_day > today {
            return;
        }
        let mut draws = Draws::new(seed, DECISION, self.number, self.renewal.ymd().0 as u32);
        draws.bits();
        let leaning = self.health() + DECISION_NOISE * draws.normal();
        self.decision =
            Some(if leaning < CHURN_BELOW { Decision::Churned } else { Decision::Renewed });
    }

    /// Gives the survey an answer.
    fn answer(&mut self, draws: &mut Draws) {
        let answer = 7.2 + 1.5 * self.health() + 1.6 * draws.normal();
        self.nps = Some((answer + 0.5).clamp(0.0, 10.0) as u8);
    }

    /// Health drifts and jolts, seats are added, surveys answered.
    pub(crate) fn live_a_week(&mut self, seed: u64, week: u32, today: Day) {
        let mut draws = Draws::new(seed, WEEK, self.number, week);
        self.passing = PERSISTENCE * self.passing + DRIFT * draws.normal();
        let luck = draws.unit();
        if luck < 0.004 {
            // The person who wanted the product has left.
            self.passing -= 1.5;
        } else if luck > 0.997 {
            // Another department has come aboard.
            self.passing += 1.2;
        }
        if self.health() > 0.7 && draws.chance(0.012) {
            self.seats += (self.seats / 8).max(1);
        }
        if self.answers && today.0 - self.start.0 > 90 && draws.chance(0.03) {
            self.answer(&mut draws);
        }
    }

    /// The renewal has come for an account that stays: those that were unhappy give seats back.
    pub(crate) fn renew(&mut self, seed: u64, today: Day) {
        if self.health() < -0.6 {
            self.seats -= self.seats / 6;
        }
        self.next_term(seed, today);
    }
}

/// The first anniversary of `start` after `day`. 29 February is kept on the 28th.
fn next_anniversary(start: Day, day: Day) -> Day {
    let (_, month, of_month) = start.ymd();
    let (this_year, ..) = day.ymd();
    (this_year..=this_year + 1)
        .filter_map(|y| {
            Day::from_ymd(y, month, of_month).or_else(|| Day::from_ymd(y, month, of_month - 1))
        })
        .find(|d| *d > day && *d > start)
        .unwrap_or(Day(day.0.saturating_add(365)))
}

#[cfg(test)]
mod tests {
    use super::next_anniversary;
    use table::Day;

    #[test]
    fn anniversaries() {
        let day = |y, m, d| Day::from_ymd(y, m, d).unwrap();
        let cases = [
            (day(2020, 2, 29), day(2025, 1, 1), day(2025, 2, 28)),
            (day(2020, 2, 29), day(2023, 6, 1), day(2024, 2, 29)),
            (day(2024, 5, 1), day(2024, 5, 3), day(2025, 5, 1)),
            (day(2021, 5, 1), day(2024, 5, 1), day(2025, 5, 1)),
            (day(2021, 5, 1), day(2024, 4, 30), day(2024, 5, 1)),
        ];
        for (start, today, expected) in cases {
            assert_eq!(next_anniversary(start, today), expected, "{start} {today}");
        }
    }
}
