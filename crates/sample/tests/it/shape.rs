//! Shapes, and the same numbers each time.

use crate::{LAST, column, numbers, small};
use sample::{Field, Language, Spec, generate};
use std::collections::BTreeSet;
use table::{Cell, ColumnData, Day, Role, Snapshot, TextColumn};

fn text(snapshot: &Snapshot, field: Field) -> &TextColumn {
    match column(snapshot, field) {
        ColumnData::Text(text) => text,
        _ => panic!("{field:?} is no text"),
    }
}

/// FNV-1a over every cell as text.
fn hash(snapshots: &[Snapshot]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for snapshot in snapshots {
        for column in &snapshot.table.columns {
            for row in 0..snapshot.table.rows {
                for byte in format!("{} {:?}", column.name, column.data.cell(row)).bytes() {
                    hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
                }
            }
        }
    }
    hash
}

#[test]
fn the_same_seed_gives_the_same_cells_everywhere_and_always() {
    assert_eq!(hash(&small(Language::English).collect::<Vec<_>>()), 13_826_030_984_998_938_784);
    assert_eq!(hash(&small(Language::Japanese).collect::<Vec<_>>()), 296_516_971_686_252_366);
}

#[test]
fn another_seed_gives_others() {
    let spec = Spec { accounts: 50, weeks: 1, ..Spec::new(LAST, Language::English) };
    let other = Spec { seed: spec.seed + 1, ..spec };
    assert_ne!(
        hash(&generate(spec).collect::<Vec<_>>()),
        hash(&generate(other).collect::<Vec<_>>())
    );
}

#[test]
fn snapshots_are_whole() {
    let all: Vec<Snapshot> = small(Language::Japanese).collect();
    assert_eq!(small(Language::Japanese).len(), 5);
    assert_eq!(all.len(), 5);
    for (snapshot, week) in all.iter().zip(0..) {
        let rows = snapshot.table.rows;
        assert_eq!(snapshot.date, Day(LAST.0 - 7 * (4 - week)));
        assert_eq!(snapshot.id.0, week as u32 + 1);
        assert_eq!(snapshot.report.rows_read, rows as u64);
        assert_eq!(snapshot.roles.len(), snapshot.table.columns.len());
        let names: BTreeSet<_> = snapshot.table.columns.iter().map(|c| &c.name).collect();
        assert_eq!(names.len(), Field::ALL.len());
        for column in &snapshot.table.columns {
            assert_eq!(column.data.len(), rows, "{}", column.name);
            let ColumnData::Text(text) = &column.data else { continue };
            // Every code occurs, in the order of first appearance.
            let mut next = 0;
            for code in (0..rows).filter_map(|r| text.code(r)) {
                assert!(code <= next, "{}", column.name);
                next = next.max(code + 1);
            }
            assert_eq!(next as usize, text.dictionary.len());
            assert_eq!(text.dictionary.iter().collect::<BTreeSet<_>>().len(), next as usize);
        }
    }
    assert_eq!(all[4].table.rows, 500);
    for role in [Role::AccountId, Role::Name, Role::Outcome, Role::OutcomeDate, Role::Revenue] {
        assert_eq!(all[0].roles.iter().filter(|r| **r == role).count(), 1, "{role:?}");
    }
}

#[test]
fn numbers_hang_together() {
    for snapshot in small(Language::English) {
        let get = |field| numbers(&snapshot, field);
        let (seats, active, logins) =
            (get(Field::Seats), get(Field::ActiveUsers), get(Field::Logins));
        let (idle, start, renewal) = (get(Field::IdleDays), get(Field::Start), get(Field::Renewal));
        let (mrr, decided) = (get(Field::Mrr), get(Field::DecisionDate));
        for row in 0..snapshot.table.rows {
            assert!(seats[row] >= 1.0 && mrr[row] > 0.0);
            assert!(active[row] <= seats[row] && logins[row] >= active[row]);
            assert_eq!(logins[row] == 0.0, active[row] == 0.0);
            let since_start = f64::from(snapshot.date.0) - start[row];
            assert!(since_start >= 0.0 && idle[row] >= 0.0);
            if logins[row] > 0.0 {
                assert!(idle[row] < 7.0);
            } else {
                assert!(idle[row] >= since_start.min(7.0));
            }
            assert!(renewal[row] > f64::from(snapshot.date.0));
            assert!(decided[row].is_nan() || decided[row] <= f64::from(snapshot.date.0));
            let decision = text(&snapshot, Field::Decision).get(row);
            assert_eq!(decision.is_some(), !decided[row].is_nan());
        }
    }
}

#[test]
fn accounts_join_and_those_that_churned_leave() {
    let spec = Spec { accounts: 5_000, ..Spec::new(LAST, Language::English) };
    let mut before: Option<(Snapshot, BTreeSet<String>)> = None;
    for snapshot in generate(spec) {
        let ids: BTreeSet<String> =
            text(&snapshot, Field::AccountId).dictionary.iter().map(str::to_owned).collect();
        assert_eq!(ids.len(), snapshot.table.rows);
        if let Some((earlier, known)) = before {
            assert!(ids.difference(&known).count() > 5, "{}", snapshot.date);
            let decision = text(&earlier, Field::Decision);
            let id = text(&earlier, Field::AccountId);
            let mut gone = 0;
            for row in 0..earlier.table.rows {
                if id.get(row).is_some_and(|id| !ids.contains(id)) {
                    assert_eq!(decision.get(row), Some("Churned"));
                    gone += 1;
                }
            }
            assert!(gone > 2, "{}", snapshot.date);
        }
        before = Some((snapshot, ids));
    }
}

#[test]
fn languages_differ_in_words_and_currency_only() {
    for (en, ja) in small(Language::English).zip(small(Language::Japanese)) {
        assert_eq!(en.roles, ja.roles);
        for (field, (e, j)) in
            Field::ALL.into_iter().zip(en.table.columns.iter().zip(&ja.table.columns))
        {
            match (field, &e.data, &j.data) {
                (Field::AccountId, ..) => assert_eq!(e.data, j.data),
                (Field::Mrr, ..) => {
                    let dollars = numbers(&en, field);
                    let yen = numbers(&ja, field);
                    assert!(dollars.iter().zip(yen).all(|(d, y)| d * 150.0 == y));
                }
                (_, ColumnData::Text(e), ColumnData::Text(j)) => assert_eq!(e.codes, j.codes),
                _ => {
                    let cells = |c: &ColumnData| {
                        format!("{:?}", (0..c.len()).map(|r| c.cell(r)).collect::<Vec<Cell<'_>>>())
                    };
                    assert_eq!(cells(&e.data), cells(&j.data), "{field:?}");
                }
            }
        }
    }
}

#[test]
fn the_survey_is_sparse_and_changes_rarely() {
    let all: Vec<Snapshot> = generate(Spec::new(LAST, Language::English)).collect();
    let absent = numbers(&all[11], Field::Nps).iter().filter(|v| v.is_nan()).count();
    let share = absent as f64 / all[11].table.rows as f64;
    assert!((0.55..0.65).contains(&share), "{share}");
}

#[test]
fn odd_sizes() {
    for (accounts, weeks) in [(0, 3), (1, 1), (10, 0), (3, 60), (256, 2)] {
        let spec = Spec { accounts, weeks, ..Spec::new(LAST, Language::Japanese) };
        let all: Vec<Snapshot> = generate(spec).collect();
        assert_eq!(all.len(), weeks as usize);
        assert_eq!(
            all.last().map_or(0, |s| s.table.rows),
            if weeks == 0 { 0 } else { accounts as usize }
        );
    }
}
