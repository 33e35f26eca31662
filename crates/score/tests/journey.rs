//! Where accounts stand on a journey: nobody is lost, and the kernels agree with their slow references.

use proptest::prelude::*;
use score::journey::*;
use score::{Join, fate, truth};
use table::{ColumnData, Day, Integers};

const F: u8 = truth::FALSE;
const T: u8 = truth::TRUE;
const U: u8 = truth::UNKNOWN;

/// Some columns of truth values, each of so many rows.
fn masks(columns: std::ops::Range<usize>) -> impl Strategy<Value = (usize, Vec<Vec<u8>>)> {
    (columns, 0..200usize).prop_flat_map(|(columns, rows)| {
        (Just(rows), prop::collection::vec(prop::collection::vec(0..3u8, rows), columns))
    })
}

/// Where each of up to 12 accounts is seen in each of some snapshots, if it is there.
fn seen() -> impl Strategy<Value = (usize, Vec<Vec<Option<usize>>>)> {
    (1..4usize, 1..6usize).prop_flat_map(|(stages, moments)| {
        let place = prop::option::weighted(0.85, 0..stages + 3);
        let account = prop::collection::vec(place, moments);
        (Just(stages), prop::collection::vec(account, 0..12))
    })
}

proptest! {
    #[test]
    fn everybody_stands_somewhere((rows, masks) in masks(1..6), unmeasured in any::<u8>()) {
        let kind = Truths::of(&masks[0]);
        let stages: Vec<Option<Truths>> = masks[1..]
            .iter()
            .enumerate()
            .map(|(at, mask)| (unmeasured >> at & 1 == 0).then(|| Truths::of(mask)))
            .collect();
        let stages: Vec<Option<&Truths>> = stages.iter().map(Option::as_ref).collect();
        let standing = Standing::new(&kind, &stages);
        prop_assert_eq!(standing.counts().iter().sum::<u32>(), kind.count());
        let numbers = standing.numbers();
        prop_assert_eq!(numbers.len(), rows);
        for (row, number) in numbers.iter().enumerate() {
            let of_row: Vec<Option<u8>> =
                stages.iter().map(|s| s.map(|truths| truths.get(row))).collect();
            let expected = reference::place(masks[0][row], &of_row);
            prop_assert_eq!(usize::from(*number), expected);
            for stage in 0..stages.len() {
                let reached = (stage..stages.len()).contains(&expected);
                prop_assert_eq!(standing.reached(stage).get(row) == T, reached);
            }
        }
    }

    #[test]
    fn groups_add_up((_, masks) in masks(3..4), groups in 1..4u8) {
        let (of, checkpoint) = (Truths::of(&masks[0]), Truths::of(&masks[1]));
        let by = Groups::of(&masks[2], groups);
        let (all, parts) = (passing(&of, &checkpoint), passing_by(&of, &checkpoint, &by));
        prop_assert_eq!(all.accounts(), of.count());
        let of: Vec<bool> = masks[0].iter().map(|m| *m == T).collect();
        prop_assert_eq!(all, reference::passing(&of, &masks[1]));
        for (number, part) in parts.iter().enumerate() {
            let in_group = |g: u8| usize::from(g.min(groups)) == number;
            let of: Vec<bool> = of.iter().zip(&masks[2]).map(|(of, g)| *of && in_group(*g)).collect();
            prop_assert_eq!(*part, reference::passing(&of, &masks[1]));
        }
    }

    #[test]
    fn moves_add_up(
        before in prop::collection::vec(0..6u8, 0..40),
        now in prop::collection::vec(0..6u8, 0..40),
        shift in 0..10u32,
    ) {
        let there = |row: u32| if (row as usize) < before.len() { row } else { Join::NONE };
        let join = Join::from_rows((0..now.len() as u32).map(|row| there(row + shift)).collect());
        let counts = moves(&before, &now, &join, 3);
        for place in 0..5u8 {
            let count = |all: &[u8]| all.iter().filter(|p| **p == place).count() as u32;
            let from: u32 = counts[usize::from(place)].iter().sum();
            let to: u32 = counts.iter().map(|row| row[usize::from(place)]).sum();
            prop_assert_eq!((from, to), (count(&before), count(&now)));
        }
    }

    #[test]
    fn a_course_is_that_of_each_account((stages, accounts) in seen()) {
        let moments = accounts.first().map_or(0, Vec::len);
        let dates: Vec<i32> = (0..moments as i32).map(|m| 20_000 + 7 * m + m * m).collect();
        let mut course = Course::new(stages);
        let mut register = Register::default();
        let mut numbered = vec![None; accounts.len()];
        let mut before: Vec<usize> = Vec::new();
        for (moment, date) in dates.iter().enumerate() {
            // another order in each snapshot
            let mut rows: Vec<usize> =
                (0..accounts.len()).filter(|a| accounts[*a][moment].is_some()).collect();
            let turn = moment.min(rows.len());
            rows.rotate_left(turn);
            let numbers: Vec<u8> =
                rows.iter().map(|a| accounts[*a][moment].unwrap() as u8).collect();
            let then = |a: &usize| before.iter().position(|b| b == a);
            let back = rows.iter().map(|a| then(a).map_or(Join::NONE, |row| row as u32));
            let back = Join::from_rows(back.collect());
            let id = |of: &[usize], row: usize| format!("id {}", of[row]);
            let back = (moment > 0).then_some(&back);
            let found =
                register.step(rows.len(), back, |row| id(&rows, row), |row| id(&before, row));
            for (account, number) in rows.iter().zip(found) {
                prop_assert_eq!(*numbered[*account].get_or_insert(*number), *number);
            }
            course.step(Day(*date), &numbers, found);
            before = rows;
        }
        let mut numbers: Vec<u32> = numbered.into_iter().flatten().collect();
        numbers.sort_unstable();
        prop_assert!((0..).zip(&numbers).all(|(at, number)| at == *number), "{:?}", numbers);
        let mut expected = vec![(Days::default(), 0); stages];
        for (stage, how) in accounts.iter().flat_map(|a| reference::course(a, &dates, stages)) {
            match how {
                None => expected[stage].1 += 1,
                Some((true, days)) => expected[stage].0.passed(i64::from(days)),
                Some((false, days)) => expected[stage].0.waited(i64::from(days)),
            }
        }
        let expected: Vec<Pace> = expected
            .iter()
            .map(|(days, long_since)| Pace { days: days.to_pass(), long_since: *long_since })
            .collect();
        prop_assert_eq!(course.finish(), expected);
    }
}

#[test]
fn the_furthest_stage_counts_and_absent_is_apart() {
    // a stage without a condition between two with one
    let (start, love) = (Truths::of(&[T, T, T, F, U, F, T]), Truths::of(&[F, T, U, U, F, F, T]));
    let kind = Truths::of(&[T, T, T, T, T, T, U]);
    let standing = Standing::new(&kind, &[Some(&start), None, Some(&love)]);
    assert_eq!(standing.counts(), [2, 0, 1, 1, 2]);
    assert_eq!(standing.numbers(), [0, 2, 0, 4, 4, 3, 5]);
    assert_eq!((standing.doubtful(0), standing.doubtful(2)), (1, 2));
    assert_eq!(standing.reached(0).count(), 3);
}

#[test]
fn an_empty_snapshot_has_nobody_anywhere() {
    let none = Truths::of(&[]);
    let standing = Standing::new(&none, &[Some(&none)]);
    assert_eq!(standing.counts(), [0, 0, 0]);
    let all = passing(&standing.reached(0), &none);
    assert!(all.share().is_nan());
    let empty = lift(&none, &none, &Groups::of(&[], 2));
    assert_eq!((empty.lift, verdict(&all, Some(&empty))), (None, None));
    assert_eq!(Course::new(2).finish(), [Pace::default(); 2]);
}

/// Fates of so many accounts that stayed and left, for those that passed and those that did not.
fn lift_of(passed: (usize, usize), failed: (usize, usize)) -> (Passing, Lift) {
    let of =
        |(stayed, left): (usize, usize)| [vec![fate::RETAINED; stayed], vec![fate::CHURNED; left]];
    let fates: Vec<u8> = of(passed).into_iter().chain(of(failed)).flatten().collect();
    let rows = fates.len();
    let check: Vec<u8> = (0..rows).map(|row| u8::from(row < passed.0 + passed.1)).collect();
    let (all, check) = (Truths::same(rows, T), Truths::of(&check));
    let lift = lift(&all, &check, &Groups::of(&fates, 2));
    (passing(&all, &check), lift)
}

#[test]
fn lift_and_verdicts() {
    let (all, good) = lift_of((180, 20), (60, 40));
    assert_eq!((good.passed, good.failed), ((200, 180), (100, 60)));
    let lift = good.lift.unwrap();
    assert!((lift.estimate - 1.5).abs() < 1e-12 && lift.low > 1.2 && lift.high < 1.9, "{lift:?}");
    assert_eq!(verdict(&all, Some(&good)), None);
    let (all, rare) = lift_of((40, 2), (300, 60));
    assert_eq!(verdict(&all, Some(&rare)), Some(Verdict::SuccessfulDoNotPass));
    // no outcome, no verdict about the successful
    assert_eq!(verdict(&all, None), None);
    let (all, most) = lift_of((900, 90), (8, 2));
    assert_eq!(verdict(&all, Some(&most)), Some(Verdict::AllPass));
    let (all, everybody) = lift_of((60, 13), (0, 0));
    assert_eq!((everybody.lift, verdict(&all, Some(&everybody))), (None, Some(Verdict::AllPass)));
    // of a handful, the interval says nothing yet
    for handful in [(1, 0), (9, 3), (60, 12)] {
        let (all, everybody) = lift_of(handful, (0, 0));
        assert_eq!(verdict(&all, Some(&everybody)), None, "{handful:?}");
    }
    let (all, few) = lift_of((1, 0), (2, 1));
    assert_eq!(verdict(&all, Some(&few)), None);
}

#[test]
fn time_to_value_watches_those_that_started_since() {
    let mut clock = ValueClock::default();
    let all = |n| Truths::same(n, T);
    // a started long ago, b on the first day, c without a start
    let starts = [19_000.0, 20_000.0, f64::NAN];
    clock.step(Day(20_000), &all(3), &Truths::of(&[T, F, T]), &starts, &[0, 1, 2]);
    // d is new and done at once; b is not yet
    let starts = [19_000.0, 20_000.0, f64::NAN, 20_003.0];
    clock.step(Day(20_007), &all(4), &Truths::of(&[F, U, F, T]), &starts, &[0, 1, 2, 3]);
    // e is new; d is gone
    clock.step(Day(20_014), &all(2), &Truths::of(&[T, F]), &[20_000.0, 20_010.0], &[1, 4]);
    let found = clock.finish();
    assert_eq!((found.before, found.no_start), (1, 1));
    assert_eq!((found.days.passed, found.days.waiting), (2, 1));
    assert_eq!((found.days.median, found.days.longest), (Some(14), Some(14)));
}

#[test]
fn who_is_absent_for_a_while_is_one_account() {
    let mut clock = ValueClock::default();
    let mut course = Course::new(2);
    // a stands at the first stage and is not done, is then absent, and goes on; b is seen before and after it
    let starts = [20_000.0, 20_000.0];
    clock.step(Day(20_000), &Truths::same(2, T), &Truths::of(&[F, F]), &starts, &[0, 1]);
    clock.step(Day(20_007), &Truths::same(1, T), &Truths::of(&[F]), &[20_000.0], &[1]);
    clock.step(Day(20_014), &Truths::same(2, T), &Truths::of(&[T, F]), &starts, &[0, 1]);
    let found = clock.finish().days;
    assert_eq!((found.passed, found.waiting, found.median), (1, 1, Some(14)));
    course.step(Day(20_000), &[2], &[1]);
    course.step(Day(20_007), &[0, 0], &[0, 1]);
    course.step(Day(20_014), &[0], &[1]);
    course.step(Day(20_021), &[1, 0], &[0, 1]);
    let first = course.finish()[0].days;
    assert_eq!((first.passed, first.waiting, first.median), (1, 1, Some(14)));
}

#[test]
fn what_kind_of_accounts_stand_there() {
    let integers = |v: &[i64]| ColumnData::Integer(Integers::I64(v.to_vec()));
    let revenue = integers(&[10, 20, 30, i64::MIN, 50]);
    let owner = integers(&[1, 1, 2, i64::MIN, 1]);
    let start = ColumnData::Date(vec![19_990, 19_980, 20_010, ColumnData::DATE_ABSENT, 19_900]);
    let backgrounds = Backgrounds {
        date: Day(20_000),
        start: Some(&start),
        revenue: Some(&revenue),
        middle_revenue: Backgrounds::middle(&revenue),
        owner: Some(&owner),
    };
    assert_eq!(backgrounds.middle_revenue, 20.0);
    let found = backgrounds.of_stages(&[0, 0, 1, 1, 4], 2);
    let (first, second) = (found[0], found[1]);
    assert_eq!((first.revenue, first.with_revenue, first.low_revenue), (Some(30.0), 2, 1));
    assert_eq!((first.owners, first.owned), (1, 2));
    assert_eq!((first.started, first.days_since_start), (2, Some(10)));
    // one starts only next week, of the other nobody knows
    assert_eq!((second.with_revenue, second.owners, second.started), (1, 1, 0));
}
