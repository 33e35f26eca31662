//! Two tabs on one canvas, edits in turns, and the tab that edits killed at some moment: what was saved is there.

use serde_json::json;
use std::time::Duration;
use tests::{Browser, Keys, Result, run};

/// What the notes of the canvas on show say.
async fn notes(page: &Browser) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-testid=canvas] .note-text')].map(n => n.textContent)";
    let found = page.script(script).await?;
    let texts = found.as_array().into_iter().flatten();
    Ok(texts.filter_map(|t| t.as_str().map(str::to_owned)).collect())
}

/// Waits until all of these are on the canvas.
async fn there(page: &Browser, saved: &[String]) -> Result {
    page.wait("every note that was saved", async || {
        let found = notes(page).await?;
        Ok(saved.iter().all(|text| found.contains(text)).then_some(()))
    })
    .await
}

/// Types a note into a block.
async fn note(page: &Browser, text: &str) -> Result {
    page.wait_for("[data-area=strengths] .composer:enabled").await?.click().await?;
    page.keys(text.to_owned() + Keys::Enter).await
}

#[tokio::test]
async fn what_was_saved_outlives_a_tab_that_is_killed() -> Result {
    run("canvas-tabs", async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-swot]:enabled").await?.click().await?;
        page.wait_for("[data-testid=canvas]").await?;
        let canvas = page.script("return location.hash").await?;
        let canvas = canvas.as_str().unwrap_or_default().to_owned();
        let first = page.driver.window().await?;
        let mut saved: Vec<String> = Vec::new();
        for round in 0..4_u64 {
            note(page, &format!("first {round}")).await?;
            page.wait_until_saved().await?;
            saved.push(format!("first {round}"));

            let second = page.driver.new_tab().await?;
            page.driver.switch_to_window(second).await?;
            page.open(&canvas).await?;
            page.click("button", "Edit here instead").await?;
            page.wait_gone(".workspace-line[data-kind=info]").await?;
            there(page, &saved).await?;
            note(page, &format!("second {round}")).await?;
            page.wait_until_saved().await?;
            saved.push(format!("second {round}"));
            // One more, in the middle of whose saving the tab may be.
            note(page, &format!("perhaps {round}")).await?;
            tokio::time::sleep(Duration::from_millis(round * 13)).await;
            let target = page.cdp("Target.getTargetInfo", json!({})).await?;
            let target = &target["targetInfo"]["targetId"];
            page.cdp("Target.closeTarget", json!({ "targetId": target })).await?;

            // The first tab inherits: nothing that was saved is missing.
            page.driver.switch_to_window(first.clone()).await?;
            page.wait_gone(".workspace-line[data-kind=info]").await?;
            there(page, &saved).await?;
        }
        page.reload(&canvas).await?;
        there(page, &saved).await?;
        let found = notes(page).await?;
        assert_eq!(found.iter().filter(|text| text.starts_with("second")).count(), 4, "{found:?}");
        Ok(())
    })
    .await
}
