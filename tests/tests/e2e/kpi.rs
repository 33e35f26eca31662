//! The KPI tree of the sample, built again from nothing by keyboard alone, in Japanese.

use tests::{Browser, Keys, Language, Options, Result, failure, run_with};

/// The tree: how deep, name, how it is known (1 is a formula over KPIs, 2 one over accounts), formula.
const TREE: [(usize, &str, u8, &str); 8] = [
    (0, "MRR", 1, "新規MRR + 既存顧客のMRR"),
    (1, "新規MRR", 2, "SUM([月額（円）] WHERE ISBLANK(PREV([月額（円）])))"),
    (1, "既存顧客のMRR", 1, "期首MRR * NRR"),
    (2, "期首MRR", 2, "PREV(SUM([月額（円）]))"),
    (2, "NRR", 1, "(期首MRR + アップセル - ダウンセル - 解約MRR) / 期首MRR"),
    (3, "アップセル", 2, "SUM(MAX([月額（円）] - PREV([月額（円）]), 0))"),
    (3, "ダウンセル", 2, "SUM(MAX(PREV([月額（円）]) - [月額（円）], 0))"),
    (3, "解約MRR", 2, "PREV(SUM([月額（円）])) - SUM(PREV([月額（円）]))"),
];

const GOAL: &str = ".kpi-rows > .kpi-row:first-child .kpi-value";

#[tokio::test]
async fn the_tree_of_the_sample_from_nothing_by_keyboard_alone() -> Result {
    let options = Options { language: Language::Ja, ..Options::default() };
    run_with("kpi-keyboard-ja", options, async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/kpi").await?;
        page.wait_for("[data-testid=kpi-outline]").await?;
        let expected = figure(page, GOAL).await?;

        // Away with it, through the menu; then an empty one.
        page.tab_to(".kpi-head .menu > button").await?;
        page.keys(Keys::Enter + "").await?;
        page.keys(Keys::End + "").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-testid=kpi-template-blank]").await?;
        page.tab_to("[data-testid=kpi-template-blank]").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-testid=kpi-outline]").await?;

        draw(page).await?;
        assert_eq!(outline(page).await?, drawn());
        bind(page).await?;
        page.settle().await?;
        let found = page
            .wait("the figure of the goal", async || {
                let found = figure(page, GOAL).await?;
                Ok((found == expected).then_some(found))
            })
            .await?;
        assert_eq!(found, expected, "the same tree gives the same figure");

        // One step of undo a gesture; and all of it outlives a reload.
        page.wait_until_saved().await?;
        page.reload("#/kpi").await?;
        page.wait_for("[data-testid=kpi-outline]").await?;
        assert_eq!(outline(page).await?, drawn());
        Ok(())
    })
    .await
}

/// Draws the tree: names, with Enter, Tab and Shift Tab between them.
async fn draw(page: &Browser) -> Result {
    page.tab_to("[data-name]").await?;
    let mut depth = 0;
    for (at, (to, name, ..)) in TREE.iter().enumerate() {
        if at > 0 {
            page.keys(Keys::Enter + "").await?;
            page.wait_for("[data-mode=write] [data-name]").await?;
        }
        for _ in depth..*to {
            page.keys(Keys::Tab + "").await?;
        }
        for _ in *to..depth {
            page.keys(Keys::Shift + Keys::Tab).await?;
        }
        depth = *to;
        page.keys(*name).await?;
    }
    // Out of writing; Tab then leaves the outline.
    page.keys(Keys::Escape + "").await?;
    page.wait_for("[data-mode=walk] [data-name]").await?;
    Ok(())
}

/// Says of each node how it is known, in the inspector.
async fn bind(page: &Browser) -> Result {
    page.keys(Keys::Home + "").await?;
    for (at, (_, name, kind, formula)) in TREE.iter().enumerate() {
        if at > 0 {
            back_to(page, "[data-name]").await?;
            page.keys(Keys::Down + "").await?;
        }
        page.wait("the inspector of the node", async || {
            Ok((page.text(".kpi-inspector h2").await? == *name).then_some(()))
        })
        .await?;
        page.tab_to(".kpi-known-part select").await?;
        for _ in 0..*kind {
            page.keys(Keys::Down + "").await?;
        }
        page.wait_for(".formula-text").await?;
        page.tab_to(".formula-text").await?;
        page.keys(*formula).await?;
        // Leaving the field keeps the formula, whatever the list offers.
        page.keys(Keys::Shift + Keys::Tab).await?;
    }
    Ok(())
}

async fn back_to(page: &Browser, css: &str) -> Result {
    let here = format!("return document.activeElement?.matches({css:?}) ?? false");
    for _ in 0..60 {
        if page.script(&here).await? == true {
            return Ok(());
        }
        page.keys(Keys::Shift + Keys::Tab).await?;
    }
    Err(failure(format!("Shift Tab never reached `{css}`")))
}

/// The figure in a cell, once it is there.
async fn figure(page: &Browser, css: &str) -> Result<String> {
    page.wait("a figure", async || {
        let text = page.text(css).await?;
        Ok(text.chars().any(|c| c.is_ascii_digit()).then_some(text))
    })
    .await
}

/// The outline as levels and names.
pub(crate) async fn outline(page: &Browser) -> Result<Vec<(usize, String)>> {
    let rows = page
        .script(
            "return [...document.querySelectorAll('.kpi-rows > [role=row]')].map(r =>
               [+r.ariaLevel, r.querySelector('input')?.value ?? r.querySelector('.kpi-label').textContent])",
        )
        .await?;
    let rows = rows.as_array().cloned().unwrap_or_default();
    Ok(rows
        .iter()
        .map(|r| {
            let level = r[0].as_u64().unwrap_or_default() as usize;
            (level, r[1].as_str().unwrap_or_default().to_owned())
        })
        .collect())
}

fn drawn() -> Vec<(usize, String)> {
    TREE.iter().map(|(depth, name, ..)| (depth + 1, (*name).to_owned())).collect()
}
