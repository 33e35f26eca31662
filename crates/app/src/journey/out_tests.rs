//! What leaves of the journey of the sample, with figures and without.

use super::live::{Leaving, LeavingStage};
use super::out::made;
use super::sample::made as sample;
use crate::out::Way;
use crate::text::{Language, Text};
use plan::Document;

/// Figures as they might be on show: of the second stage and its first checkpoint.
fn leaving() -> Leaving {
    let lines = ["ここにいる: 12.5%", "中央値 40 日"].map(str::to_owned).to_vec();
    let stage = LeavingStage { lines, passing: vec![Some("通過 81.0%".to_owned())] };
    Leaving {
        head: "時点 2026年11月22日".to_owned(),
        stages: vec![LeavingStage::default(), stage],
        success: Some("30.0% が成功している".to_owned()),
    }
}

fn out_of(way: Way) -> String {
    let mut document = Document::new("青空");
    let text = Text::new(Language::Ja);
    document.apply(sample(&document, &text, table::Day(20_000))).unwrap();
    let journey = document.journeys()[0].id;
    made(&text, &document, journey, &leaving(), way).unwrap().1
}

#[test]
fn the_picture_is_the_golden_one() {
    for language in [Language::En, Language::Ja] {
        let mut document = Document::default();
        let text = Text::new(language);
        document.apply(sample(&document, &text, table::Day(20_000))).unwrap();
        let journey = document.journeys()[0].id;
        let (_, svg) = made(&text, &document, journey, &Leaving::default(), Way::Svg).unwrap();
        crate::out::golden::hold("journey", language, &svg);
    }
}

#[test]
fn the_picture_carries_the_journey() {
    let svg = out_of(Way::Svg);
    let kept = chart::kept_in_svg(&svg).unwrap();
    let mut other = Document::default();
    other.apply(other.insert_kept_part(&kept).unwrap()).unwrap();
    assert_eq!((other.journeys().len(), other.check()), (1, Ok(())));
    for said in [
        "オンボーディング",
        "ハイタッチ",
        "また新しいツールか →",
        "現状",
        "時点 2026年11月22日",
        "12.5%",
        "81.0%",
    ] {
        assert!(svg.contains(said), "{said}");
    }
}

#[test]
fn markdown_goes_by_stage() {
    let made = out_of(Way::Markdown);
    let stage = made.split("\n## ").find(|s| s.starts_with("オンボーディング")).unwrap();
    assert!(stage.contains("### ペイン\n\n- 設定に手が回らない"), "{stage}");
    assert!(stage.contains("- ✓ 初期設定が完了: `初期設定完了` (通過 81.0%)\n"), "{stage}");
    assert!(
        stage.contains("- ここにいる: 12.5%\n- 中央値 40 日\n- 到達条件: `契約席数 > 0`\n"),
        "{stage}"
    );
    assert!(
        made.contains("\n時点 2026年11月22日\n")
            && made.contains("`LEVEL >= 3` (30.0% が成功している)\n"),
        "{made}"
    );
    assert!(stage.contains("- ● 現状 −40"), "{stage}");
    assert!(stage.contains("- また新しいツールか → 金曜の報告がこれで済む\n"), "{stage}");
}

#[test]
fn a_row_an_entry() {
    let made = out_of(Way::Csv);
    let row = made.lines().find(|l| l.contains("管理者どうしの交流会")).unwrap();
    let start =
        "プリセールスから拡大まで,タッチポイント,定着,2,,管理者どうしの交流会,コミュニティ,";
    assert!(row.starts_with(start), "{row}");
    assert!(
        made.lines()
            .any(|l| l.contains(",ステージ,オンボーディング,") && l.contains("中央値 40 日")),
        "{made}"
    );
    assert!(
        made.lines()
            .any(|l| l.contains(",チェックポイント,オンボーディング,") && l.contains("通過 81.0%")),
        "{made}"
    );
    assert!(row.ends_with(",0,管理者が1人で、相談相手がいない"), "{row}");
}
