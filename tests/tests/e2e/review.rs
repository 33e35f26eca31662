//! What was looked at long ago asks to be looked at again. The old date comes in with a picture of a canvas, as one that
//! was saved then.

use serde_json::json;
use std::path::PathBuf;
use tests::{Browser, Keys, Options, Result, failure, run_with};

/// Saves the canvas or journey on show as a picture.
async fn picture(page: &Browser) -> Result<PathBuf> {
    page.wait_for(".sheet-head .menu > button").await?.click().await?;
    page.wait_for(".sheet-head [data-index='2']").await?.click().await?;
    page.downloaded_file(".svg").await
}

/// The picture as it would be had it been saved so many days ago.
fn older(picture: &PathBuf, days: i64) -> Result<PathBuf> {
    let text = std::fs::read_to_string(picture)?;
    let key = "&quot;reviewed&quot;:";
    let from = text.find(key).ok_or_else(|| failure("no date of review"))? + key.len();
    let until = from + text[from..].find(|c: char| c != '-' && !c.is_ascii_digit()).unwrap_or(0);
    let day: i64 = text[from..until].parse()?;
    let old = picture.with_file_name("old.svg");
    std::fs::write(&old, format!("{}{}{}", &text[..from], day - days, &text[until..]))?;
    Ok(old)
}

#[tokio::test]
async fn a_canvas_of_long_ago_asks_to_be_looked_at() -> Result {
    run_with("review", Options::default(), async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-swot]:enabled").await?.click().await?;
        page.wait_for("[data-area=threats] .composer").await?.click().await?;
        page.keys("a price war" + Keys::Enter).await?;
        let here = page.script("return location.hash").await?;
        assert_eq!(
            page.script("return document.querySelector('.review-mark [data-testid=review-done]')")
                .await?,
            json!(null)
        );
        let old = older(&picture(page).await?, 200)?;
        page.upload(".shell > input[type=file]", &[&old]).await?;
        page.wait("the canvas of the picture", async || {
            Ok((page.script("return location.hash").await? != here).then_some(()))
        })
        .await?;
        page.wait_for(".review-mark [data-testid=review-done]").await?;
        page.settle().await?;
        assert_eq!(page.axe().await?, []);

        // In the list it is the one that is due, first of both.
        page.screen("#/strategy").await?;
        page.wait_for("[data-testid=reviews][open]").await?;
        let due = "return [...document.querySelectorAll('.reviews li')].map(l => l.dataset.due)";
        assert_eq!(page.script(due).await?, json!(["true", "false"]));
        assert_eq!(page.axe().await?, []);
        page.tab_to(".reviews [data-testid=review-done]").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait("nothing to be due", async || {
            Ok((page.script(due).await? == json!(["false", "false"])).then_some(()))
        })
        .await?;
        page.control('z').await?;
        page.settle().await?;
        assert_eq!(page.script(due).await?, json!(["true", "false"]));
        Ok(())
    })
    .await
}

/// A picture that is dropped where nothing may be edited says so, and adds nothing.
#[tokio::test]
async fn a_picture_in_a_tab_that_only_reads() -> Result {
    run_with("picture-read-only", Options::default(), async |page| {
        page.open("#/strategy").await?;
        page.wait_for("[data-testid=canvas-swot]:enabled").await?.click().await?;
        page.wait_for("[data-testid=canvas]").await?;
        page.wait_until_saved().await?;
        let picture = picture(page).await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second).await?;
        page.open("#/strategy").await?;
        page.wait_for(".workspace-line[data-kind=info]").await?;
        page.upload(".shell > input[type=file]", &[&picture]).await?;
        page.wait_for_text("Not changed: this workspace is open for editing in another tab.")
            .await?;
        let canvases = "return document.querySelectorAll('[data-testid=strategy-canvas]').length";
        assert_eq!(page.script(canvases).await?, json!(1));
        Ok(())
    })
    .await
}
