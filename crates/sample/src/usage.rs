//! What an account does in a week, from its health.

use crate::account::Account;
use crate::random::Draws;
use table::Day;

/// Purposes of draws, see [`Draws::new`].
const USE: u64 = 10;
const TASTE: u64 = 11;
const DECOY: u64 = 12;

/// Usage within the last 7 days (tickets: 28).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    pub(crate) active_users: i32,
    pub(crate) logins: i32,
    pub(crate) features: i32,
    pub(crate) reports: i32,
    pub(crate) tickets: i32,
}

/// The usage of a week.
pub(crate) fn usage(account: &Account, seed: u64, week: u32, date: Day) -> Usage {
    let mut draws = Draws::new(seed, USE, account.number, week);
    // What an account is like anyway, whatever its health.
    let mut taste = Draws::new(seed, TASTE, account.number, 0);
    let health = account.health();
    let ramp = account.ramp(date);
    let seats = f64::from(account.seats);

    let share = 0.46 + 0.20 * health + 0.09 * taste.normal() + 0.06 * draws.normal();
    let active = (seats * share.clamp(0.0, 1.0) * ramp + draws.unit()) as i32;
    let active_users = active.min(account.seats as i32);
    let people = f64::from(active_users);

    // Times a week that an active user comes.
    let keenness = 4.0 + 1.2 * health + 1.4 * taste.normal() + 0.5 * draws.normal();
    let logins = (people * keenness.clamp(1.0, 12.0) + 0.5) as i32;

    let breadth = 8.0 + 2.4 * health + 2.2 * taste.normal() + 0.9 * draws.normal();
    let features = if active_users == 0 { 0 } else { (breadth * ramp).clamp(1.0, 20.0) as i32 };

    let interest = 0.9 + 0.5 * health + 0.5 * taste.normal() + 0.3 * draws.normal();
    let reports = (people * interest.max(0.0) + draws.unit()) as i32;

    // Those who build ask; those who struggle complain; so tickets say little by themselves.
    let asking = 0.25 + 0.04 * seats.sqrt() + if ramp < 1.0 { 1.0 } else { 0.0 };
    let trouble = if health < -1.0 { 0.5 } else { 0.0 };
    let tickets = ((asking + trouble) * 2.0 * draws.unit() * (0.3 + 1.4 * draws.unit())
        + draws.unit() * 0.8) as i32;

    Usage {
        active_users,
        logins: if active_users == 0 { 0 } else { logins.max(active_users) },
        features,
        reports: if active_users == 0 { 0 } else { reports },
        tickets,
    }
}

/// Days since the last login: within the week if there was one, else a week more than before.
pub(crate) fn idle_days(account: &Account, used: &Usage, seed: u64, week: u32, date: Day) -> i32 {
    let logins = used.logins;
    if logins == 0 {
        let since_start = (date.0 - account.start.0).max(0);
        let before = if week == 0 { account.idle_days } else { account.idle_days + 7 };
        return before.min(since_start);
    }
    // The more logins, the sooner the last: the least of some draws.
    let mut draws = Draws::new(seed, USE, account.number, week + 0x80_0000);
    let tries = (1 + logins / 3).min(6);
    (0..tries).map(|_| draws.below(7) as i32).min().unwrap_or(0)
}

/// Per cent of mails opened: follows the company's size, and nothing else.
pub(crate) fn email_open_rate(account: &Account, seed: u64, week: u32) -> f64 {
    let mut always = Draws::new(seed, DECOY, account.number, 0);
    let mut now = Draws::new(seed, DECOY, account.number, week + 1);
    let rate = 66.0 + 9.0 * f64::from(account.size) + 6.0 * always.normal() + 3.0 * now.normal();
    (rate.clamp(0.0, 100.0) * 10.0 + 0.5).floor() / 10.0
}
