//! Usage foretells the outcome, and the email open rate does not.

use crate::{LAST, column, numbers};
use sample::{Field, Language, Spec, generate};
use std::collections::BTreeMap;
use table::{ColumnData, Snapshot};

/// A plain score of usage, the mean of four points, without looking at the outcome.
fn usage_score(snapshot: &Snapshot) -> Vec<f64> {
    let get = |field| numbers(snapshot, field);
    let (seats, active, logins) = (get(Field::Seats), get(Field::ActiveUsers), get(Field::Logins));
    let (features, idle) = (get(Field::Features), get(Field::IdleDays));
    (0..snapshot.table.rows)
        .map(|row| {
            let points = |value: f64, worst: f64, best: f64| {
                ((value - worst) / (best - worst) * 100.0).clamp(0.0, 100.0)
            };
            (points(active[row] / seats[row], 0.0, 0.8)
                + points(logins[row] / seats[row], 0.0, 4.0)
                + points(features[row], 0.0, 14.0)
                + points(idle[row], 14.0, 0.0))
                / 4.0
        })
        .collect()
}

/// Whether it churned, where decided.
fn outcome(snapshot: &Snapshot) -> Vec<Option<bool>> {
    let ColumnData::Text(text) = column(snapshot, Field::Decision) else { return Vec::new() };
    (0..snapshot.table.rows).map(|row| text.get(row).map(|t| t == "Churned")).collect()
}

/// The chance that an account that stayed has more than one that left, ties half; and how many left.
fn auc(pairs: &[(f64, bool)]) -> (f64, usize) {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut wins) = (0.0, 0.0);
    for ties in sorted.chunk_by(|a, b| a.0 == b.0) {
        let gone = ties.iter().filter(|t| t.1).count() as f64;
        let stayed = ties.len() as f64 - gone;
        wins += stayed * (left + gone / 2.0);
        left += gone;
    }
    (wins / (left * (pairs.len() as f64 - left)), left as usize)
}

fn pairs(values: &[f64], outcome: &[Option<bool>]) -> Vec<(f64, bool)> {
    values.iter().zip(outcome).filter_map(|(v, o)| o.map(|o| (*v, o))).collect()
}

#[test]
fn in_the_last_snapshot() {
    let last = generate(Spec::new(LAST, Language::English)).last().unwrap();
    let outcome = outcome(&last);
    let (usage, churned) = auc(&pairs(&usage_score(&last), &outcome));
    let (decoy, _) = auc(&pairs(&numbers(&last, Field::EmailOpenRate), &outcome));
    let known = outcome.iter().flatten().count();
    println!("usage {usage:.3}, decoy {decoy:.3}, {churned} of {known} churned");
    assert!((0.75..0.85).contains(&usage), "{usage}");
    assert!((decoy - 0.5).abs() < 0.03, "{decoy}");
    assert!(churned >= 200 && known >= 1_000, "{churned} of {known}");
    assert!((0.08..0.2).contains(&(churned as f64 / known as f64)), "{churned} of {known}");
}

#[test]
fn usage_as_of_a_week_against_what_was_decided_later() {
    let all: Vec<Snapshot> = generate(Spec::new(LAST, Language::English)).collect();
    let mut later = BTreeMap::new();
    let id = |s: &Snapshot, row| format!("{:?}", column(s, Field::AccountId).cell(row));
    for snapshot in &all[5..] {
        let decided = numbers(snapshot, Field::DecisionDate);
        for (row, churned) in outcome(snapshot).into_iter().enumerate() {
            if let Some(churned) = churned.filter(|_| decided[row] > f64::from(all[4].date.0)) {
                later.insert(id(snapshot, row), churned);
            }
        }
    }
    let outcome: Vec<_> =
        (0..all[4].table.rows).map(|row| later.get(&id(&all[4], row)).copied()).collect();
    let (usage, churned) = auc(&pairs(&usage_score(&all[4]), &outcome));
    let (decoy, _) = auc(&pairs(&numbers(&all[4], Field::EmailOpenRate), &outcome));
    println!("usage {usage:.3}, decoy {decoy:.3}, {churned} churned");
    assert!((0.72..0.85).contains(&usage), "{usage}");
    assert!((decoy - 0.5).abs() < 0.04, "{decoy}");
    assert!(churned >= 100, "{churned}");
}

#[test]
fn the_email_open_rate_looks_good_on_everyone() {
    let last = generate(Spec::new(LAST, Language::Japanese)).last().unwrap();
    let mut rates = numbers(&last, Field::EmailOpenRate);
    rates.sort_by(f64::total_cmp);
    assert!(rates[rates.len() / 20] > 55.0, "{}", rates[rates.len() / 20]);
    let ColumnData::Text(size) = column(&last, Field::Size) else { panic!("no text") };
    let rates = numbers(&last, Field::EmailOpenRate);
    let mean = |word: &str| {
        let of: Vec<f64> =
            (0..rates.len()).filter(|r| size.get(*r) == Some(word)).map(|r| rates[r]).collect();
        of.iter().sum::<f64>() / of.len() as f64
    };
    assert!(mean("大規模") > mean("中規模") + 5.0 && mean("中規模") > mean("小規模") + 5.0);
}
