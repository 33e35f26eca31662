//! A journey by keyboard alone, in Japanese, typed through an input method: a pain of a stage, linked with the stage
//! and with a checkpoint on the sample's own columns.

use crate::canvas::compose;
use serde_json::{Value, json};
use tests::{Browser, Keys, Language, Options, Result, run_with};

/// The cell of pains in the second stage.
const CELL: &str = "[data-lane=pains] .journey-cell:nth-child(3)";

#[tokio::test]
async fn a_journey_by_keyboard_alone_through_an_input_method() -> Result {
    let options = Options { language: Language::Ja, ..Options::default() };
    run_with("journey-keyboard-ja", options, async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/journey").await?;
        page.tab_to("[data-testid=journey-growth]").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-testid=journey]").await?;

        // A checkpoint on the sample's data: its figures come at once.
        page.tab_to("[data-testid=journey-stage]:nth-child(3) .journey-name").await?;
        page.keys(Keys::Enter + "").await?;
        page.tab_to("[data-testid=journey-checkpoint-add]").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for("[data-testid=journey-checkpoint]").await?;
        page.tab_to("[data-testid=journey-checkpoint] input.name").await?;
        page.keys("最初の設定" + Keys::Enter).await?;
        page.tab_to("[data-testid=journey-checkpoint] .formula-text").await?;
        page.keys("初期設定完了" + Keys::Enter).await?;
        page.wait_for("[data-testid=journey-check-live]").await?;

        // From cell to cell; while the input method composes, Enter is its own.
        page.tab_to("[data-lane=steps] .composer").await?;
        page.keys(Keys::Down + Keys::Down + Keys::Right).await?;
        compose(page, "せっていにてがまわらない").await?;
        assert_eq!(notes(page).await?, json!([]));
        page.cdp("Input.insertText", json!({ "text": "設定に手が回らない" })).await?;
        page.keys(Keys::Enter + "").await?;
        page.keys("時間がない @オンボ").await?;
        page.wait_for("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("#offers").await?;
        assert_eq!(notes(page).await?, json!(["設定に手が回らない", "時間がない"]));
        page.keys(Keys::Up + Keys::Enter).await?;
        page.wait_for("[data-writing]").await?;
        page.keys("@最初").await?;
        page.wait_for("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("#offers").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_gone("[data-writing]").await?;

        // The thread runs on from the pain: to its stage, and to the checkpoint.
        page.keys(Keys::Up + "").await?;
        page.settle().await?;
        let thread = page.text(".threads").await?;
        assert!(thread.contains("オンボーディング") && thread.contains("最初の設定"), "{thread}");

        // Over one stage more, then up.
        let longer = json!({
            "type": "rawKeyDown", "key": "ArrowRight", "code": "ArrowRight", "windowsVirtualKeyCode": 39,
            "modifiers": 1 + 8,
        });
        page.cdp("Input.dispatchKeyEvent", longer).await?;
        page.wait_for(&format!("{CELL} .notes-wide .note")).await?;
        assert_eq!(notes(page).await?, json!(["時間がない", "設定に手が回らない"]));

        // How they feel, by keys.
        page.tab_to("[role=slider]").await?;
        page.keys(Keys::Down + Keys::Right).await?;
        page.keys(Keys::Up + Keys::Up).await?;
        page.settle().await?;
        let felt = "return [...document.querySelectorAll('.curve-point[data-curve=journey-feels]')]
            .slice(0, 2).map(p => p.ariaValueNow)";
        assert_eq!(page.script(felt).await?, json!(["-10", "20"]));

        // All of it outlives a reload.
        page.wait_until_saved().await?;
        let here = page.script("return location.hash").await?;
        page.reload(here.as_str().unwrap_or_default()).await?;
        page.wait_for(CELL).await?;
        assert_eq!(notes(page).await?, json!(["時間がない", "設定に手が回らない"]));
        assert_eq!(page.script(felt).await?, json!(["-10", "20"]));
        assert!(page.axe().await?.is_empty(), "{:?}", page.axe().await?);
        Ok(())
    })
    .await
}

/// What the pains of the second stage say.
async fn notes(page: &Browser) -> Result<Value> {
    page.settle().await?;
    page.script(&format!(
        "return [...document.querySelectorAll('{CELL} .note-text')].map(n => n.textContent)"
    ))
    .await
}
