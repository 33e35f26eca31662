//! The statistics and the proposals on real files, against references made by other software.

use score::*;
use std::path::PathBuf;
use table::*;

type Any = Box<dyn std::error::Error>;

const TELCO: &str = "telco/WA_Fn-UseC_-Telco-Customer-Churn.csv";
const OULAD: &str = "oulad/asof_week4.csv";
const GYM: &str = "gym/顧客_cp932.csv";

fn file(name: &str) -> Result<Vec<u8>, Any> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    Ok(std::fs::read(folder.join(name))?)
}

fn load(name: &str) -> Result<Snapshot, Any> {
    let bytes = file(name)?;
    let inspection = inspect(&bytes, true, name, &Overrides::default());
    let Ingested { table, roles, report, .. } = read(inspection.layout, &bytes);
    let date = Day::from_ymd(2020, 1, 1).ok_or("no such day")?;
    Ok(Snapshot { id: SnapshotId(1), date, table, roles, source: Source::default(), report })
}

fn fates(snapshot: &Snapshot) -> Option<Vec<u8>> {
    let at = snapshot.roles.iter().position(|&r| r == Role::Outcome)?;
    let column = snapshot.table.columns.get(at)?;
    Some(ChurnedWhen::guess(&column.name, &column.data)?.fates(&column.data))
}

/// The reference counts a high value towards churn; here it counts towards staying.
fn agrees_with_reference(name: &str, reference: &str) -> Result<usize, Any> {
    let snapshot = load(name)?;
    let fates = fates(&snapshot).ok_or("no outcome")?;
    let reference: serde_json::Value = serde_json::from_slice(&file(reference)?)?;
    let univariate = reference["univariate"].as_object().ok_or("no univariate")?;
    let at = At { blind: &[], snapshot: &snapshot, earlier: &[] };
    for (column, expected) in univariate {
        let mut x = Vec::new();
        values(&Input::Column(column.clone()), &at, &mut x);
        let a = associations(&[(ItemId(1), &x)], &fates)[0];
        let near = |ours: Option<f64>, key: &str, turn: fn(f64) -> f64| {
            let theirs = expected[key].as_f64();
            let same = matches!((ours, theirs), (Some(o), Some(t)) if (turn(o) - t).abs() < 6e-5);
            assert!(same, "{column} {key}: {ours:?} against {theirs:?}");
        };
        near(a.auc, "auc", |auc| 1.0 - auc);
        near(a.pearson, "pearson_r", |r| -r);
        near(a.spearman, "spearman_r", |r| -r);
        assert_eq!(Some(a.accounts), expected["n"].as_u64(), "{column}");
        let interval = a.auc_interval.ok_or("no interval")?;
        assert!(interval.low < interval.estimate && interval.estimate < interval.high);
    }
    Ok(univariate.len())
}

#[test]
fn telco_agrees_with_scikit_learn() -> Result<(), Any> {
    assert_eq!(agrees_with_reference(TELCO, "telco/reference.json")?, 4);
    Ok(())
}

#[test]
fn oulad_agrees_with_scikit_learn() -> Result<(), Any> {
    assert_eq!(agrees_with_reference(OULAD, "oulad/reference.json")?, 11);
    Ok(())
}

fn columns_of(input: &Input) -> Vec<String> {
    fn of_condition(condition: &Condition, out: &mut Vec<String>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|p| of_condition(p, out));
            }
            Condition::Not(part) => of_condition(part, out),
            Condition::Compare { column, .. }
            | Condition::OneOf { column, .. }
            | Condition::Absent { column } => out.push(column.clone()),
            Condition::Formula(text) => out.extend(formula::column_names(text)),
        }
    }
    match input {
        Input::Column(c) | Input::DaysSince(c) | Input::Change { column: c, .. } => vec![c.clone()],
        Input::Ratio { numerator, denominator } => vec![numerator.clone(), denominator.clone()],
        Input::Check(condition) => {
            let mut out = Vec::new();
            of_condition(condition, &mut out);
            out
        }
        Input::Formula(text) => formula::column_names(text),
    }
}

/// The inputs of each dimension, after checking what holds for every proposal.
fn proposed(key: &str, columns: &[ColumnFacts], forbidden: &[&str]) -> Vec<Vec<String>> {
    let Some(template) = template(key) else { return Vec::new() };
    let proposal = suggest(template, columns);
    for m in proposal.dimensions.iter().flat_map(|d| &d.measures).chain(&proposal.unmatched) {
        for column in columns_of(&m.input) {
            assert!(!forbidden.contains(&column.as_str()), "{key} proposes {column}");
        }
    }
    let names = |d: &ProposedDimension| d.measures.iter().map(|m| m.name.clone()).collect();
    proposal.dimensions.iter().map(names).collect()
}

/// A card from every template that wants columns, each dimension filled, that scores the accounts.
fn every_template_works(name: &str, forbidden: &[&str]) -> Result<Vec<Vec<String>>, Any> {
    let snapshot = load(name)?;
    let fates = fates(&snapshot).ok_or("no outcome")?;
    let columns = column_facts(&snapshot, Some(&fates));
    for key in ["template-dear", "template-ams", "template-checks", "template-onboarding"] {
        let dimensions = proposed(key, &columns, forbidden);
        let filled = dimensions.iter().filter(|d| !d.is_empty()).count();
        assert!(filled > 0, "{key}: {dimensions:?}");
        let mut next = 0;
        let proposal = suggest(template(key).ok_or("no template")?, &columns);
        let card = proposal.card("card".into(), str::to_owned, || {
            next += 1;
            ItemId(next)
        });
        let at = At { blind: &[], snapshot: &snapshot, earlier: &[] };
        let measures = card.dimensions.iter().flat_map(|d| &d.measures);
        let points: Vec<Vec<f64>> = measures
            .map(|m| {
                let (mut values, mut points) = (Vec::new(), Vec::new());
                measure_points(m, &at, &mut values, &mut points);
                points
            })
            .collect();
        let points: Vec<&[f64]> = points.iter().map(Vec::as_slice).collect();
        let weights = CardWeights::new(&card);
        let mut scores = Scores::default();
        score_card(&weights, &points, &mut scores);
        assert!(scores.scored * 10 > snapshot.table.rows * 9, "{key}: {} scored", scores.scored);
        let mut of_account = Vec::new();
        levels(&scores.score, &Levels::default(), None, &mut of_account);
        let test = backtest(&scores.score, &of_account, 4, &fates, &[], false);
        assert!(test.auc.is_some_and(|a| a > 0.5), "{key}: {:?}", test.auc);
        assert!(test.warnings.contains(&Warning::AssociationOnly));
        let seen: u64 = test.levels.iter().map(|l| l.accounts).sum();
        assert_eq!(seen, test.deciles.iter().map(|d| d.accounts).sum::<u64>());
        let cuts = cuts_by_outcome(&scores.score, &fates, 4).ok_or("no cuts")?;
        assert!(cuts.len() == 3 && cuts.is_sorted(), "{cuts:?}");
    }
    Ok(proposed("template-dear", &columns, forbidden))
}

#[test]
fn dear_for_a_telephone_company() -> Result<(), Any> {
    let dear = every_template_works(TELCO, &["customerID", "Churn", "gender"])?;
    assert_eq!(dear[0], ["Contract"]);
    assert_eq!(dear[1], ["tenure"]);
    assert!(dear[2].len() == 4 && dear[2].contains(&"TechSupport".to_owned()), "{dear:?}");
    assert!(dear[3].contains(&"MonthlyCharges".to_owned()), "{dear:?}");
    Ok(())
}

#[test]
fn dear_for_a_gym() -> Result<(), Any> {
    let never =
        ["顧客ID", "氏名", "退会フラグ", "退会日", "会員区分コード", "キャンペーンID", "集計日"];
    let dear = every_template_works(GYM, &never)?;
    assert_eq!(dear[0], ["会員期間_月"]);
    assert!(dear[1].contains(&"月平均利用回数".to_owned()), "{dear:?}");
    assert_eq!(dear[2], ["定期利用フラグ"]);
    assert_eq!(dear[3], ["月額"]);
    Ok(())
}

#[test]
fn dear_for_a_university() -> Result<(), Any> {
    let dear = every_template_works(OULAD, &["account_id", "churned"])?;
    assert_eq!(dear[0], ["clicks_before_start"]);
    for name in ["clicks_28d", "days_since_last_use", "wow_change_pct"] {
        assert!(dear[1].contains(&name.to_owned()), "{dear:?}");
    }
    assert_eq!(dear[2], ["active_days_28d"]);
    assert_eq!(dear[3], ["studied_credits"]);
    Ok(())
}
