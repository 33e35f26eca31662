//! A journey on the data of the sample: who stands where, the accounts behind a count, checkpoints with lift,
//! findings, onboarding, and a condition that cannot be used.

use serde_json::Value;
use tests::{Browser, Keys, Options, Result, run_with};
use thirtyfour::By;

const FORM: &str = "[data-testid=journey-stage-form]";
const CHECK: &str = "[data-testid=journey-checkpoint]";

/// Looks at the stage at a place.
async fn look_at(page: &Browser, stage: usize) -> Result {
    let names = page.driver.find_all(By::Css("[data-testid=journey-stage] .journey-name")).await?;
    names[stage].click().await?;
    page.wait(&format!("stage {stage} to be looked at"), async || {
        let here = names[stage].attr("aria-pressed").await?;
        Ok((here.as_deref() == Some("true")).then_some(()))
    })
    .await?;
    page.wait_for(FORM).await?;
    Ok(())
}

/// Puts a formula into the field of a form, in the place of what stands there.
async fn write(page: &Browser, form: &str, formula: &str) -> Result {
    let field = page.wait_for(&format!("{form} .formula-text")).await?;
    field.scroll_into_view().await?;
    field.click().await?;
    page.control('a').await?;
    page.keys(formula).await?;
    page.keys(Keys::Tab + "").await?;
    page.settle().await
}

/// The counts on the band, stages first.
async fn counts(page: &Browser) -> Result<Vec<i64>> {
    let counts = page
        .script(
            "return [...document.querySelectorAll('.journey-place .journey-count')]\
             .map(e => Number(e.textContent.replaceAll(',', '')))",
        )
        .await?;
    Ok(counts.as_array().into_iter().flatten().filter_map(Value::as_i64).collect())
}

/// Waits until an element says something.
async fn says(page: &Browser, css: &str, what: &str) -> Result {
    page.wait(&format!("{css} to say “{what}”"), async || {
        let Ok(found) = page.driver.find(By::Css(css)).await else { return Ok(None) };
        Ok(found.text().await?.contains(what).then_some(()))
    })
    .await
}

#[tokio::test]
async fn the_accounts_of_the_sample_on_their_journey() -> Result {
    run_with("journey-live", Options::default(), async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/journey").await?;
        page.wait_for("[data-testid=journey-growth]").await?.click().await?;
        page.wait_for("[data-testid=journey]").await?;
        says(page, "[data-testid=journey-live]", "Give a stage its entry condition").await?;

        // nobody is lost, whatever conditions there are
        look_at(page, 1).await?;
        write(page, FORM, "[Onboarding completed]").await?;
        page.wait("two counts", async || Ok((counts(page).await?.len() == 2).then_some(())))
            .await?;
        assert_eq!(counts(page).await?.iter().sum::<i64>(), 20_000);
        look_at(page, 2).await?;
        write(page, FORM, "NPS >= 9").await?;
        page.wait("three counts", async || Ok((counts(page).await?.len() > 2).then_some(())))
            .await?;
        let all = counts(page).await?;
        assert_eq!(all.iter().sum::<i64>(), 20_000, "{all:?}");
        says(page, "[data-testid=journey-place-unknown]", "Cannot be told").await?;

        // a checkpoint that few of those pass who stay
        look_at(page, 1).await?;
        page.wait_for("[data-testid=journey-checkpoint-add]").await?.click().await?;
        write(page, CHECK, "[Features used] >= 12").await?;
        says(page, "[data-testid=journey-check-live]", "lift").await?;
        says(page, "[data-testid=journey-check-live]", "association, not a prediction").await?;
        says(page, "[data-testid=journey-check-live]", "Most successful accounts do not").await?;
        page.wait_for(&format!("{CHECK} input[type=checkbox]")).await?.click().await?;
        page.wait_for("[data-testid=journey-findings-n]").await?.click().await?;
        page.wait_for("[data-finding=not-passed]").await?;
        says(page, "[data-testid=journey-onboarding]", "% complete").await?;
        says(page, "[data-testid=journey-onboarding]", "Time to value: ").await?;

        let found: Vec<String> = page.axe().await?.iter().map(ToString::to_string).collect();
        assert_eq!(found, Vec::<String>::new());

        // what is wrong is told, with where; the other stage is answered
        look_at(page, 2).await?;
        write(page, FORM, "NPZ >= 9").await?;
        says(page, "[data-testid=journey-wrong]", "Entry condition of Adoption").await?;
        page.wait("two counts", async || Ok((counts(page).await?.len() == 2).then_some(())))
            .await?;
        assert_eq!(counts(page).await?.iter().sum::<i64>(), 20_000);

        // the accounts behind a count are as many
        let count = page.wait_for(".journey-place .journey-count").await?;
        let figure = count.text().await?;
        count.click().await?;
        page.wait("as many accounts as the figure says", async || {
            let total = page.text("[data-testid=accounts-total]").await?;
            Ok(total.starts_with(&figure).then_some(()))
        })
        .await
    })
    .await
}
