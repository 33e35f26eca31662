//! The accounts of the company: who joins, who leaves, what they use.

use crate::account::{Account, BIRTH, Decision};
use crate::random::Draws;
use crate::usage::{Usage, idle_days, usage};
use table::Day;

/// The accounts of the company.
#[derive(Clone, Debug)]
pub(crate) struct Population {
    seed: u64,
    accounts: Vec<Account>,
    used: Vec<Usage>,
    next_number: u32,
}

impl Population {
    /// Nobody yet.
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, accounts: Vec::new(), used: Vec::new(), next_number: 1 }
    }

    /// This week's accounts, oldest number first.
    pub(crate) fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// This week's usage, one per account.
    pub(crate) fn used(&self) -> &[Usage] {
        &self.used
    }

    /// The first week: accounts that began within the last seven years, more of them lately.
    pub(crate) fn start(&mut self, today: Day, count: usize) {
        self.accounts.reserve(count + count / 50);
        while self.accounts.len() < count {
            let mut draws = Draws::new(self.seed, BIRTH, self.next_number, 1);
            let age = 1.0 + 2_500.0 * draws.unit() * (0.25 + 0.75 * draws.unit());
            self.join(Day(today.0.saturating_sub(age as i32)), today);
        }
        by_start(&mut self.accounts);
        // Numbers are given out in the order of joining.
        for (number, account) in (1..).zip(&mut self.accounts) {
            account.number = number;
        }
        self.settle(today, 0);
    }

    /// The next week: contracts end, health moves, new accounts join until there are `count`.
    pub(crate) fn live_a_week(&mut self, today: Day, week: u32, count: usize) {
        let seed = self.seed;
        self.accounts.retain(|a| a.decision != Some(Decision::Churned) || a.renewal > today);
        for account in &mut self.accounts {
            account.live_a_week(seed, week, today);
            if account.renewal <= today {
                account.renew(seed, today);
            }
        }
        let joined = self.accounts.len();
        while self.accounts.len() < count {
            let mut draws = Draws::new(seed, BIRTH, self.next_number, 1);
            self.join(Day(today.0 - draws.below(7) as i32), today);
        }
        by_start(&mut self.accounts[joined..]);
        self.settle(today, week);
    }

    fn join(&mut self, start: Day, today: Day) {
        self.accounts.push(Account::new(self.seed, self.next_number, start, today));
        self.next_number += 1;
    }

    /// What follows from the week's health: decisions and usage.
    fn settle(&mut self, today: Day, week: u32) {
        self.used.clear();
        for account in &mut self.accounts {
            account.decide(self.seed, today);
            let used = usage(account, self.seed, week, today);
            account.idle_days = idle_days(account, &used, self.seed, week, today);
            self.used.push(used);
        }
    }
}

/// Sorts accounts whose numbers ascend: of two that joined on one day the lower number comes first.
fn by_start(accounts: &mut [Account]) {
    table::order::sort_by_key(accounts, |a| (a.start, a.number));
}
