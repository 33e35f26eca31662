//! From accounts to the columns of a snapshot.

use crate::account::{Account, Decision};
use crate::usage::{Usage, email_open_rate};
use crate::{Field, Language, names};
use std::fmt::Write;
use table::{Codes, Column, ColumnData, Day, Dictionary, Integers, TextColumn};

/// The columns of [`Field::ALL`] as of `date`. `week` is counted from 1.
pub(crate) fn build(
    accounts: &[Account],
    used: &[Usage],
    seed: u64,
    week: u32,
    date: Day,
    language: Language,
) -> Vec<Column> {
    let data = |field| data(field, accounts, used, seed, week, date, language);
    Field::ALL
        .iter()
        .map(|&field| Column { name: field.header(language).to_owned(), data: data(field) })
        .collect()
}

fn data(
    field: Field,
    accounts: &[Account],
    used: &[Usage],
    seed: u64,
    week: u32,
    date: Day,
    language: Language,
) -> ColumnData {
    let words = language.words();
    let integers = |value: &dyn Fn(&Account) -> Option<i32>| {
        ColumnData::Integer(narrow(accounts.iter().map(value).collect()))
    };
    let used = |value: &dyn Fn(&Usage) -> i32| {
        ColumnData::Integer(narrow(used.iter().map(|u| Some(value(u))).collect()))
    };
    let category = |words: &[&str], code: &dyn Fn(&Account) -> Option<u8>| {
        ColumnData::Text(category(words, accounts.iter().map(code)))
    };
    let dates = |day: &dyn Fn(&Account) -> Option<Day>| {
        let absent = Day(ColumnData::DATE_ABSENT);
        ColumnData::Date(accounts.iter().map(|a| day(a).unwrap_or(absent).0).collect())
    };
    match field {
        Field::AccountId => ColumnData::Text(distinct(accounts, |a, text| {
            // Writing to a string does not fail.
            let _ = write!(text, "A-{:06}", a.number);
        })),
        Field::Company => ColumnData::Text(distinct(accounts, |a, text| {
            names::company(a.number, language, text);
        })),
        Field::Plan => category(&words.plans, &|a| Some(a.plan)),
        Field::Industry => category(&words.industries, &|a| Some(names::industry(a.number))),
        Field::Size => category(&words.sizes, &|a| Some(a.size)),
        Field::Region => category(&words.regions, &|a| Some(a.region)),
        Field::Owner => category(&words.owners, &|a| a.owner),
        Field::Start => dates(&|a| Some(a.start)),
        Field::Renewal => dates(&|a| Some(a.renewal)),
        Field::Mrr => integers(&|a| Some(mrr(a, language))),
        Field::Seats => integers(&|a| Some(a.seats as i32)),
        Field::ActiveUsers => used(&|u| u.active_users),
        Field::Logins => used(&|u| u.logins),
        Field::IdleDays => integers(&|a| Some(a.idle_days)),
        Field::Features => used(&|u| u.features),
        Field::Reports => used(&|u| u.reports),
        Field::Tickets => used(&|u| u.tickets),
        Field::Nps => integers(&|a| a.nps.map(i32::from)),
        Field::Onboarded => {
            let done = |a: &Account| u8::from(date.0 - a.start.0 >= a.set_up_days);
            ColumnData::Boolean(accounts.iter().map(done).collect())
        }
        Field::EmailOpenRate => {
            let rate = |a| email_open_rate(a, seed, week);
            ColumnData::Decimal(accounts.iter().map(rate).collect())
        }
        Field::Decision => {
            category(&words.decisions, &|a| a.decision.map(|d| u8::from(d == Decision::Churned)))
        }
        Field::DecisionDate => dates(&|a| a.decision.map(|_| a.decision_day)),
    }
}

/// Price per seat by plan, less for more seats of the same plan.
fn mrr(account: &Account, language: Language) -> i32 {
    let per_seat = [12, 20, 28][usize::from(account.plan)];
    let dollars = account.seats.min(i32::MAX as u32 / 10_000) as i32 * per_seat;
    match language {
        Language::English => dollars,
        Language::Japanese => dollars * 150,
    }
}

/// The narrowest width that holds all values; absent is the least value of the width.
fn narrow(values: Vec<Option<i32>>) -> Integers {
    let present = || values.iter().flatten();
    let low = present().min().copied().unwrap_or(0);
    let high = present().max().copied().unwrap_or(0);
    macro_rules! fill {
        ($width:ident, $int:ty) => {
            Integers::$width(values.iter().map(|v| v.map_or(<$int>::MIN, |x| x as $int)).collect())
        };
    }
    if low > i32::from(i8::MIN) && high <= i32::from(i8::MAX) {
        fill!(I8, i8)
    } else if low > i32::from(i16::MIN) && high <= i32::from(i16::MAX) {
        fill!(I16, i16)
    } else {
        fill!(I32, i32)
    }
}

/// A text column of few distinct words; its dictionary holds those that occur, in the order of
/// first appearance.
fn category(words: &[&str], values: impl Iterator<Item = Option<u8>>) -> TextColumn {
    let mut dictionary = Dictionary::default();
    let mut known = [u8::MAX; 256];
    let codes = values
        .map(|value| {
            let Some(value) = value else { return u8::MAX };
            let code = &mut known[usize::from(value)];
            if *code == u8::MAX {
                *code = dictionary.push(words[usize::from(value)]) as u8;
            }
            *code
        })
        .collect();
    TextColumn { codes: Codes::U8(codes), dictionary }
}

/// A text column in which every account has another text.
fn distinct(accounts: &[Account], write: impl Fn(&Account, &mut String)) -> TextColumn {
    let mut dictionary = Dictionary::default();
    let mut text = String::new();
    for account in accounts {
        text.clear();
        write(account, &mut text);
        dictionary.push(&text);
    }
    let count = accounts.len();
    let codes = if count <= 255 {
        Codes::U8((0..=u8::MAX).take(count).collect())
    } else if count <= 65_535 {
        Codes::U16((0..=u16::MAX).take(count).collect())
    } else {
        Codes::U32((0..count as u32).collect())
    };
    TextColumn { codes, dictionary }
}
