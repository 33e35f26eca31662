//! The scorecard first, before the data is there.

use tests::{Result, real, run, two_months};

/// Measures that say that they have no column.
const WITHOUT: &str = "return document.querySelectorAll('.measure-row .warned').length";

#[tokio::test]
async fn a_scorecard_drawn_up_first_gets_its_columns_with_the_data() -> Result {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(()) };
    let [_, later] = two_months(&telco)?;
    run("first", async |page| {
        page.open("#/start").await?;
        page.wait_for(".start-ways a[href='#/score']").await?.click().await?;
        page.wait_for("[data-testid=template-dear]").await?.click().await?;
        page.wait_for_text("no column yet").await?;
        let measures =
            page.script("return document.querySelectorAll('.measure-row').length").await?;
        assert_eq!(page.script(WITHOUT).await?, measures, "no measure has a column yet");
        page.wait_until_saved().await?;

        // with the data comes the offer
        page.screen("#/data").await?;
        page.give_files(&[&later]).await?;
        page.import_is_ready().await?;
        page.wait_for("[data-testid=wizard-import]").await?.click().await?;
        page.wait_for("[data-testid=match-columns]").await?.click().await?;
        page.wait("some measures to have a column", async || {
            Ok((page.script(WITHOUT).await? != measures).then_some(()))
        })
        .await?;
        // what nothing fits is left out, so that it lowers nobody's coverage
        page.click("button", "Do without").await?;
        page.wait_gone(".match-offer-box").await?;
        page.wait("every account to be scored", async || {
            let scored = page.text("[data-testid=score-scored]").await?;
            Ok(scored.contains("7,043").then_some(()))
        })
        .await?;
        page.wait_until_saved().await?;
        page.reload("#/score").await?;
        page.wait_for("[data-testid=score-scored]").await?;
        assert_eq!(page.script(WITHOUT).await?, 0);
        Ok(())
    })
    .await
}
