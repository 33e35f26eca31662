//! The golden thread by keyboard alone, in Japanese, on a real file: a pain, typed through an input method, linked with
//! a stage of a journey, with a checkpoint that is told from the file's columns, and with a KPI.

use crate::canvas::{compose, notes};
use serde_json::json;
use tests::{Browser, Keys, Language, Options, Result, real, run_with};

/// Goes to something by the Tab key and presses Enter there.
async fn enter(page: &Browser, css: &str) -> Result {
    page.tab_to(css).await?;
    page.keys(Keys::Enter + "").await
}

/// Links the note that is being written with what is found first.
async fn mention(page: &Browser, begins: &str) -> Result {
    page.keys(format!("@{begins}")).await?;
    page.wait_for("#offers").await?;
    page.keys(Keys::Enter + "").await?;
    page.wait_gone("#offers").await
}

#[tokio::test]
async fn from_a_pain_to_a_figure_on_real_data() -> Result {
    let Some(gym) = real("gym/顧客_cp932.csv") else { return Ok(()) };
    let options = Options { language: Language::Ja, ..Options::default() };
    run_with("golden-thread-ja", options, async |page| {
        page.open("#/data").await?;
        page.give_files(&[&gym]).await?;
        page.import_is_ready().await?;
        page.confirm_import().await?;

        // A figure to watch.
        page.screen("#/kpi").await?;
        page.wait_for("[data-testid=kpi-template-blank]").await?;
        enter(page, "[data-testid=kpi-template-blank]").await?;
        page.wait_for("[data-testid=kpi-outline]").await?;
        page.tab_to("[data-name]").await?;
        page.keys("継続率" + Keys::Enter).await?;
        page.wait_for("[data-mode=write] [data-name]").await?;
        page.keys("利用率").await?;
        page.keys(Keys::Escape + "").await?;

        // A checkpoint that the file tells.
        page.screen("#/journey").await?;
        enter(page, "[data-testid=journey-growth]").await?;
        page.wait_for("[data-testid=journey]").await?;
        enter(page, "[data-testid=journey-stage]:nth-child(3) .journey-name").await?;
        enter(page, "[data-testid=journey-checkpoint-add]").await?;
        page.wait_for("[data-testid=journey-checkpoint]").await?;
        page.tab_to("[data-testid=journey-checkpoint] input.name").await?;
        page.keys("月に4回来た" + Keys::Enter).await?;
        page.tab_to("[data-testid=journey-checkpoint] .formula-text").await?;
        page.keys("[月平均利用回数] >= 4" + Keys::Enter).await?;
        page.wait_for("[data-testid=journey-check-live]").await?;

        // The pain, through the input method, and what it bears on.
        page.screen("#/strategy").await?;
        enter(page, "[data-testid=canvas-value-proposition]").await?;
        page.wait_for("[data-testid=canvas]").await?;
        page.tab_to("[data-area=pains] .composer").await?;
        compose(page, "つづかない").await?;
        page.cdp("Input.insertText", json!({ "text": "運動が続かない" })).await?;
        page.keys(Keys::Enter + "").await?;
        page.keys(Keys::Up + Keys::Enter).await?;
        page.wait_for("[data-writing]").await?;
        for begins in ["オンボ", "月に4回", "継続率"] {
            mention(page, begins).await?;
        }
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("[data-writing]").await?;
        assert_eq!(notes(page, "pains").await?, json!(["運動が続かない"]));

        // The thread shows all of it, here and as a picture.
        page.keys(Keys::Up + "").await?;
        if page.script("return document.querySelector('.threads')").await?.is_null() {
            enter(page, "[data-testid=strategy-details]").await?;
        }
        page.wait_for(".threads").await?;
        page.settle().await?;
        let thread = page.text(".threads").await?;
        for linked in ["オンボーディング", "月に4回来た", "継続率"] {
            assert!(thread.contains(linked), "{linked}: {thread}");
        }
        let canvas = page.script("return location.hash").await?;
        page.screen("#/strategy").await?;
        page.wait_for("[data-testid=thread-picture]").await?;
        page.settle().await?;
        let whole = page.text("[data-testid=thread-picture]").await?;
        for linked in ["運動が続かない", "オンボーディング", "月に4回来た", "継続率"]
        {
            assert!(whole.contains(linked), "{linked}: {whole}");
        }

        // The canvas as a picture, and the picture as a canvas.
        page.screen(canvas.as_str().unwrap_or_default()).await?;
        enter(page, ".sheet-head .menu > button").await?;
        page.keys(Keys::Down + Keys::Down + Keys::Enter).await?;
        let picture = page.downloaded_file(".svg").await?;
        page.upload(".shell > input[type=file]", &[&picture]).await?;
        page.wait("the canvas of the picture", async || {
            Ok((page.script("return location.hash").await? != canvas).then_some(()))
        })
        .await?;
        page.wait_for("[data-area=pains] .note").await?;
        assert_eq!(notes(page, "pains").await?, json!(["運動が続かない"]));
        assert_eq!(page.axe().await?, []);
        Ok(())
    })
    .await
}
