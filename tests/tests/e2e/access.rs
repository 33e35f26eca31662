//! axe-core finds no violation on any screen, in either language, light or dark.

use tests::{Browser, Keys, Language, Options, Result, SCREENS, Theme, failure, real, run_with};

async fn look(page: &Browser, screen: &str, found: &mut Vec<String>) -> Result {
    page.settle().await?;
    found.extend(page.axe().await?.iter().map(|violation| format!("{screen}: {violation}")));
    Ok(())
}

/// What lies over or beside the screens: an account, dialogs, palette, keys, the wizard.
async fn overlays(page: &Browser, found: &mut Vec<String>) -> Result {
    page.screen("#/accounts").await?;
    let row = "[data-testid=accounts-grid] [role=row][aria-rowindex='2']";
    page.wait_for(row).await?.click().await?;
    page.wait_for("[data-testid=account-why]").await?;
    look(page, "open account", found).await?;
    page.wait_for("[data-testid=accounts-export]").await?.click().await?;
    page.wait_for("[data-testid=accounts-export-run]").await?;
    look(page, "export", found).await?;
    page.keys(Keys::Escape + "").await?;
    page.screen("#/strategy").await?;
    page.wait_for("[data-testid=strategy-canvas]").await?.click().await?;
    page.wait_for("[data-area=pains] .note-face").await?.click().await?;
    page.wait_for("[data-testid=strategy-details]").await?.click().await?;
    look(page, "a canvas", found).await?;
    page.screen("#/journey").await?;
    page.wait_for("[data-testid=journey-map]").await?.click().await?;
    page.wait_for("[data-testid=journey-stage]:nth-child(3) .journey-name").await?.click().await?;
    page.wait_for("[data-testid=journey-stage-form]").await?;
    look(page, "a stage of a journey", found).await?;
    page.wait_for("[data-lane=touchpoints] .note-face").await?.click().await?;
    look(page, "an entry of a journey", found).await?;
    page.screen("#/score").await?;
    page.wait_for(".measure-row .tree-name").await?.click().await?;
    page.wait_for(".score-inspector input.name").await?;
    look(page, "a measure", found).await?;
    page.wait_for(".score-head button").await?.click().await?;
    page.wait_for("dialog[open]").await?;
    look(page, "templates", found).await?;
    page.keys(Keys::Escape + "").await?;
    page.wait_gone("dialog[open]").await?;
    page.control('k').await?;
    page.wait_for("dialog[open]").await?;
    look(page, "palette", found).await?;
    page.keys(Keys::Escape + "").await?;
    page.wait_gone("dialog[open]").await?;
    page.keys("?").await?;
    page.wait_for("dialog[open]").await?;
    look(page, "keys", found).await?;
    page.keys(Keys::Escape + "").await?;
    if let Some(gym) = real("gym/顧客_cp932.csv") {
        page.screen("#/data").await?;
        page.give_files(&[&gym]).await?;
        page.import_is_ready().await?;
        look(page, "wizard", found).await?;
    }
    Ok(())
}

/// What the KPI tree shows by choice, the formula field with its list, and the form of a column.
async fn formulas(page: &Browser, found: &mut Vec<String>) -> Result {
    page.screen("#/kpi").await?;
    for panel in ["kpi-panel-what-if", "kpi-panel-relations", "kpi-panel-why"] {
        page.wait_for(&format!("[data-testid={panel}]")).await?.click().await?;
        look(page, panel, found).await?;
    }
    for view in ["kpi-view-picture", "kpi-view-monitor", "kpi-view-outline"] {
        page.wait_for(&format!("[data-testid={view}]")).await?.click().await?;
        look(page, view, found).await?;
    }
    page.wait_for(".kpi-rows .kpi-row:nth-child(2) .kpi-label").await?.click().await?;
    page.wait_for(".kpi-inspector .formula-text").await?.click().await?;
    page.keys(Keys::End + " + S").await?;
    page.wait_for(".formula-option").await?;
    look(page, "formula", found).await?;
    page.keys(Keys::Escape + "").await?;
    page.keys(Keys::Escape + "").await?;
    page.screen("#/data").await?;
    page.wait_for(".columns-head button").await?.click().await?;
    page.wait_for(".column-form .formula-text").await?.click().await?;
    page.keys("se").await?;
    look(page, "a derived column", found).await?;
    page.keys(Keys::Escape + "").await?;
    page.keys(Keys::Escape + "").await?;
    page.keys(Keys::Escape + "").await?;
    page.wait_gone("dialog[open]").await
}

async fn every_screen(language: Language, theme: Theme) -> Result {
    let name = format!("axe-{}-{}", language.tag(), theme.name());
    run_with(&name, Options { language, theme, ..Options::default() }, async |page| {
        let mut found = Vec::new();
        page.open("#/start").await?;
        for (screen, hash) in SCREENS {
            page.screen(hash).await?;
            look(page, &format!("{screen}, empty"), &mut found).await?;
        }
        page.screen("#/start").await?;
        page.make_sample().await?;
        for (screen, hash) in SCREENS {
            page.screen(hash).await?;
            look(page, screen, &mut found).await?;
        }
        formulas(page, &mut found).await?;
        overlays(page, &mut found).await?;
        if found.is_empty() {
            Ok(())
        } else {
            Err(failure(format!("axe-core found:\n{}", found.join("\n"))))
        }
    })
    .await
}

#[tokio::test]
async fn english_light() -> Result {
    every_screen(Language::En, Theme::Light).await
}

#[tokio::test]
async fn english_dark() -> Result {
    every_screen(Language::En, Theme::Dark).await
}

#[tokio::test]
async fn japanese_light() -> Result {
    every_screen(Language::Ja, Theme::Light).await
}

#[tokio::test]
async fn japanese_dark() -> Result {
    every_screen(Language::Ja, Theme::Dark).await
}
