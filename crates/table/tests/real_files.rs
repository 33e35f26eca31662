//! Real files, whole, against what is known of them.

mod common;

use common::{data, decimals, integers, load, texts};
use table::{
    Cell, ColumnData, ColumnType, DateSource, Day, Encoding, OutcomeMeaning, Overrides, Role,
    inspect,
};

#[test]
fn telco_sums() {
    let bytes = data("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv");
    let got = load("WA_Fn-UseC_-Telco-Customer-Churn.csv", &bytes);
    assert_eq!((got.table.rows, got.table.columns.len()), (7_043, 21));
    assert_eq!((got.report.rows_rejected, got.report.total()), (0, 0));
    assert_eq!(integers(&got, "tenure").into_iter().flatten().sum::<i64>(), 227_990);
    let monthly: f64 = decimals(&got, "MonthlyCharges").iter().sum();
    assert!((monthly - 456_116.60).abs() < 0.005, "{monthly}");
    let total = decimals(&got, "TotalCharges");
    assert_eq!(total.iter().filter(|v| v.is_nan()).count(), 11);
    let total: f64 = total.iter().filter(|v| !v.is_nan()).sum();
    assert!((total - 16_056_168.70).abs() < 0.005, "{total}");
    let ColumnData::Boolean(churn) = &got.table.column("Churn").unwrap().data else {
        panic!("Churn is yes or no")
    };
    assert_eq!(churn.iter().filter(|v| **v == 1).count(), 1_869);
    let role = |name: &str| got.layout.columns.iter().find(|c| c.name == name).unwrap().role;
    assert_eq!(role("customerID"), Role::AccountId);
    assert_eq!(role("Churn"), Role::Outcome);
    assert_eq!(role("MonthlyCharges"), Role::Revenue);
    assert_eq!(role("tenure"), Role::MeasureInput);
    assert_eq!(got.layout.outcome_meaning, OutcomeMeaning::OneIsChurned);
}

#[test]
fn gym_members_are_one_table_in_four_encodings() {
    let files = [
        ("gym/顧客_utf-8-sig.csv", Encoding::Utf8),
        ("gym/顧客_cp932.csv", Encoding::ShiftJis),
        ("gym/顧客_euc_jp.csv", Encoding::EucJp),
        ("gym/顧客_utf-16.csv", Encoding::Utf16Le),
    ];
    let all = files.map(|(file, encoding)| {
        let got = load(file, &data(file));
        assert_eq!(got.layout.encoding, encoding, "{file}");
        assert_eq!(got.report.total(), 0, "{file}: {:?}", got.report.diagnostics.first());
        got
    });
    let first = &all[0];
    assert_eq!(first.table.rows, 4_192);
    for other in &all[1..] {
        assert_eq!(other.table, first.table);
        assert_eq!(other.roles, first.roles);
    }
    assert_eq!(integers(first, "退会フラグ").into_iter().flatten().sum::<i64>(), 1_350);
    let look = inspect(&data("gym/顧客_cp932.csv"), true, "顧客_cp932.csv", &Overrides::default());
    let role = |name: &str| look.layout.columns.iter().find(|c| c.name == name).unwrap().role;
    for (name, expected) in [
        ("顧客ID", Role::AccountId),
        ("氏名", Role::Name),
        ("入会日", Role::StartDate),
        ("退会日", Role::OutcomeDate),
        ("退会フラグ", Role::Outcome),
        ("会員区分", Role::Segment),
        ("月額", Role::Revenue),
        ("集計日", Role::SnapshotDate),
    ] {
        assert_eq!(role(name), expected, "{name}");
    }
    // 集計日 has a date for every month in which members left; the latest is the file's
    let date = look.snapshot_date.clone().unwrap();
    assert_eq!(date.from, DateSource::LatestOf("集計日".to_owned()));
    assert_eq!(date.day.to_string(), "2019-04-30");
    let named =
        inspect(&data("gym/顧客_cp932.csv"), true, "顧客_201904.csv", &Overrides::default());
    let date = named.snapshot_date.unwrap();
    assert_eq!((date.day.to_string().as_str(), date.from), ("2019-04-30", DateSource::FileName));
    let left = &first.table.column("退会日").unwrap().data;
    assert_eq!(left.column_type(), ColumnType::Date);
}

#[test]
fn gym_visits_are_one_table_in_two_encodings() {
    let [utf8, cp932] = ["gym/月次利用_utf-8-sig.csv", "gym/月次利用_cp932.csv"]
        .map(|file| load(file, &data(file)));
    assert_eq!(utf8.table.rows, 36_842);
    assert_eq!(utf8.table, cp932.table);
    // 201804, and so on in all of the column
    let months = &utf8.table.column("年月").unwrap().data;
    assert_eq!(months.cell(0), Cell::Date(Day::from_ymd(2018, 4, 1).unwrap()));
    assert_eq!(integers(&utf8, "利用回数").into_iter().flatten().count(), 36_842);
}

#[test]
fn oulad_loads_without_a_doubt() {
    for (file, rows) in [("oulad/accounts.csv", 4_752), ("oulad/asof_week4.csv", 4_080)] {
        let got = load(file, &data(file));
        assert_eq!((got.table.rows, got.report.total()), (rows, 0), "{file}");
    }
    let week4 = load("asof_week4.csv", &data("oulad/asof_week4.csv"));
    assert_eq!(
        week4.table.column("wow_change_pct").unwrap().data.column_type(),
        ColumnType::Decimal
    );
    let weekly = load("weekly.csv", &data("oulad/weekly_usage_sparse.csv"));
    assert_eq!(weekly.report.total(), 0);
    assert_eq!(weekly.table.column("week_start").unwrap().data.column_type(), ColumnType::Date);
    assert_eq!(weekly.table.column("week").unwrap().data.column_type(), ColumnType::Integer);
}

#[test]
fn ken_all_has_no_header_and_keeps_its_zeros() {
    let file = std::fs::File::open(common::path("postal/ken_all.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut bytes = Vec::new();
    std::io::copy(&mut archive.by_name("KEN_ALL.CSV").unwrap(), &mut bytes).unwrap();
    let got = load("KEN_ALL.CSV", &bytes);
    assert_eq!(got.layout.encoding, Encoding::ShiftJis);
    assert!(!got.layout.header);
    assert_eq!((got.table.rows, got.table.columns.len()), (124_825, 15));
    assert_eq!(got.report.total(), 0, "{:?}", got.report.diagnostics.first());
    let first: Vec<_> = (0..9).map(|c| texts(&got, c)[0].clone().unwrap()).collect();
    assert_eq!(first[..3], ["01101", "060  ", "0600000"]);
    assert_eq!(first[3], "ﾎｯｶｲﾄﾞｳ");
    assert_eq!(first[6..9], ["北海道", "札幌市中央区", "以下に掲載がない場合"]);
    for flag in &got.table.columns[9..] {
        assert_eq!(flag.data.column_type(), ColumnType::Integer, "{}", flag.name);
    }
}
