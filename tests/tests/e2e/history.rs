//! What was: by day and by name, compared and brought back; named versions travel with the workspace file.

use serde_json::json;
use tests::{Browser, Keys, Language, Options, Result, Theme, run_with};

const NAMED: &str = "[data-testid=history-named]";

/// Adds a note to the threats of the canvas on show.
async fn note(page: &Browser, text: &str) -> Result {
    page.wait_for("[data-area=threats] .composer:enabled").await?.click().await?;
    page.keys(text.to_owned() + Keys::Enter).await?;
    page.wait_until_saved().await
}

/// What the threats say.
async fn notes(page: &Browser, canvas: &str) -> Result<serde_json::Value> {
    page.screen(canvas).await?;
    page.wait_for("[data-area=threats]").await?;
    page.script(
        "return [...document.querySelectorAll('[data-area=threats] .note-text')].map(n => n.textContent)",
    )
    .await
}

/// What differs, once it has been worked out.
async fn differences(page: &Browser) -> Result<String> {
    page.wait_for("[data-testid=history-differences]").await?;
    page.settle().await?;
    page.text("[data-testid=history-detail]").await
}

#[tokio::test]
async fn a_version_is_kept_compared_brought_back_and_travels() -> Result {
    let options = Options { theme: Theme::Dark, ..Options::default() };
    run_with("history", options, async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-swot]:enabled").await?.click().await?;
        page.wait_for("[data-testid=canvas]").await?;
        let canvas = page.script("return location.hash").await?;
        let canvas = canvas.as_str().unwrap_or_default().to_owned();
        note(page, "a price war").await?;

        page.screen("#/history").await?;
        page.wait_for("[data-testid=history-name]").await?.click().await?;
        page.keys("Before the workshop" + Keys::Enter).await?;
        page.wait_for(&format!("{NAMED} .history-one")).await?;
        assert_eq!(page.axe().await?, []);

        // Against now, what came after it.
        assert_eq!(notes(page, &canvas).await?, json!(["a price war"]));
        note(page, "a new law").await?;
        page.screen("#/history").await?;
        page.tab_to(&format!("{NAMED} .history-one")).await?;
        page.keys(Keys::Enter + "").await?;
        let said = differences(page).await?;
        assert!(said.contains("Added: 1") && said.contains("a new law"), "{said}");
        assert!(!said.contains("a price war"), "{said}");
        assert_eq!(page.axe().await?, []);

        // The day began with nothing; against the version that came later, with the first note.
        page.wait_for("[data-testid=history-days] .history-one").await?.click().await?;
        let said = differences(page).await?;
        assert!(said.contains("SWOT (canvas)"), "{said}");
        page.wait_for("[data-testid=history-against] option:nth-child(2)").await?.click().await?;
        let said = differences(page).await?;
        assert!(said.contains("SWOT (canvas)") && !said.contains("a new law"), "{said}");

        // Brought back, and back again.
        page.wait_for(&format!("{NAMED} .history-one")).await?.click().await?;
        differences(page).await?;
        page.wait_for("[data-testid=history-restore]:enabled").await?.click().await?;
        page.wait_for_text("Nothing differs.").await?;
        assert_eq!(notes(page, &canvas).await?, json!(["a price war"]));
        page.control('z').await?;
        page.settle().await?;
        assert_eq!(notes(page, &canvas).await?, json!(["a price war", "a new law"]));
        page.wait_until_saved().await?;

        // In another workspace, of which nothing but the file is known.
        page.screen("#/privacy").await?;
        page.click("button", "Save workspace to a file").await?;
        let file = page.downloaded_file(".sodachi").await?;
        page.upload("main input[type=file][accept='.sodachi']", &[&file]).await?;
        page.wait("the workspace of the file", async || {
            page.screen("#/history").await?;
            let days = page
                .script("return document.querySelectorAll('[data-testid=history-days] li').length");
            Ok((days.await? == json!(0)).then_some(()))
        })
        .await?;
        page.wait_for(&format!("{NAMED} .history-one")).await?.click().await?;
        let said = differences(page).await?;
        assert!(said.contains("Before the workshop") && said.contains("a new law"), "{said}");
        page.wait_for("[data-testid=history-restore]:enabled").await?.click().await?;
        page.wait_for_text("Nothing differs.").await?;
        assert_eq!(notes(page, &canvas).await?, json!(["a price war"]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_version_in_japanese() -> Result {
    let options = Options { language: Language::Ja, ..Options::default() };
    run_with("history-ja", options, async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/history").await?;
        page.wait_for("[data-testid=history-name]").await?.click().await?;
        // While the input method composes, Enter is its own.
        crate::canvas::compose(page, "がっしゅく").await?;
        page.cdp("Input.insertText", json!({ "text": "合宿の前" })).await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for(&format!("{NAMED} .history-one")).await?.click().await?;
        page.wait_for_text("合宿の前").await?;
        page.settle().await?;
        assert_eq!(page.axe().await?, []);
        Ok(())
    })
    .await
}
