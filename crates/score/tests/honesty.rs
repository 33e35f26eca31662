//! A backtest says what it cannot say.

use score::*;

/// Accounts with scores 0, 1, … 99 over and over, of which `churned` says who left.
fn test(
    accounts: usize,
    churned: impl Fn(usize, f64) -> bool,
    later: bool,
) -> (Backtest, Vec<f64>, Vec<u8>) {
    let scores: Vec<f64> = (0..accounts).map(|i| (i % 100) as f64).collect();
    let fates: Vec<u8> =
        scores.iter().enumerate().map(|(i, &s)| u8::from(churned(i / 100, s))).collect();
    let mut of_account = Vec::new();
    levels(&scores, &Levels::default(), None, &mut of_account);
    (backtest(&scores, &of_account, 4, &fates, &[], later), scores, fates)
}

/// The lower the score, the more leave; a tenth to nine tenths.
fn falling(round: usize, score: f64) -> bool {
    round % 10 < 1 + (8.0 * (1.0 - score / 100.0)) as usize
}

#[test]
fn a_sound_signal_has_no_warning() {
    let (b, ..) = test(5000, falling, true);
    assert_eq!(b.warnings, []);
    assert!(b.monotone && b.auc.is_some_and(|a| a > 0.6));
    assert!(b.lowest_decile_lift.is_some_and(|l| l > 1.5), "{:?}", b.lowest_decile_lift);
    assert_eq!(b.levels.iter().map(|l| l.accounts).collect::<Vec<_>>(), [1250; 4]);
    assert_eq!(b.deciles.iter().map(|d| d.accounts).collect::<Vec<_>>(), [500; 10]);
    let rates = b.deciles.iter().filter_map(|d| d.churn_rate).map(|r| r.estimate);
    assert!(rates.is_sorted_by(|a, b| a >= b));
}

#[test]
fn one_snapshot_is_association() {
    assert_eq!(test(5000, falling, false).0.warnings, [Warning::AssociationOnly]);
}

#[test]
fn few_events_are_said() {
    let (b, ..) = test(5000, |round, score| round < 9 && score < 11.0, true);
    assert_eq!(b.warnings, [Warning::FewEvents { retained: 4901, churned: 99 }]);
}

#[test]
fn events_without_a_score_do_not_count() {
    let scores = [f64::NAN; 400];
    let fates: Vec<u8> = (0..400).map(|i| u8::from(i % 2 == 1)).collect();
    let b = backtest(&scores, &[UNSCORED; 400], 4, &fates, &[], true);
    assert_eq!((b.retained, b.churned), (200, 200));
    assert!(b.warnings.contains(&Warning::FewEvents { retained: 0, churned: 0 }));
}

#[test]
fn no_signal_is_said() {
    let (b, ..) = test(5000, |round, _| round % 2 == 0, true);
    assert!(b.warnings.contains(&Warning::NoReliableSignal), "{:?}", b.warnings);
    assert_eq!(b.lowest_decile_lift, Some(1.0));
    let (nobody, ..) = test(5000, |_, _| false, true);
    assert_eq!((nobody.auc, nobody.lowest_decile_lift), (None, None));
    assert!(nobody.warnings.contains(&Warning::NoReliableSignal));
}

#[test]
fn levels_out_of_order_are_said() {
    let (b, ..) =
        test(5000, |r, s| if s < 25.0 { r % 2 == 0 } else { r % 10 < s as usize / 20 }, true);
    assert!(!b.monotone && b.warnings.contains(&Warning::NotMonotone), "{:?}", b.warnings);
}

#[test]
fn a_measure_that_knows_the_outcome_is_named() {
    let (_, scores, fates) = test(5000, falling, true);
    let knows: Vec<f64> = fates.iter().map(|f| f64::from(*f)).collect();
    let mut of_account = Vec::new();
    levels(&scores, &Levels::default(), None, &mut of_account);
    let measures: [(ItemId, &[f64]); 2] = [(ItemId(7), &scores), (ItemId(8), &knows)];
    let b = backtest(&scores, &of_account, 4, &fates, &measures, true);
    assert_eq!(b.warnings, [Warning::SingleMeasureLeak { measure: ItemId(8), auc: 0.0 }]);
    assert_eq!(b.measures[1].pearson, Some(-1.0));
}

#[test]
fn unknown_outcomes_count_neither_way() {
    let scores = [10.0, 20.0, f64::NAN, 90.0];
    let b = backtest(&scores, &[0, 0, UNSCORED, 3], 4, &[1, 2, 1, 0], &[], true);
    assert_eq!((b.retained, b.churned, b.unknown), (1, 2, 1));
    assert_eq!((b.levels[0].accounts, b.levels[3].accounts, b.auc), (1, 1, Some(1.0)));
}
