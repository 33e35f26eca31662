//! Monitoring: from the goal to a list of accounts, one click a level.

use tests::{Browser, Options, Result, run_with};

/// The way down in the tree of the sample.
const WAY: [&str; 4] = ["MRR of existing accounts", "NRR", "Churned MRR", "Lv2 accounts"];

/// The name of the node on show.
async fn shown(page: &Browser, name: &str) -> Result {
    page.wait(&format!("“{name}” on show"), async || {
        Ok((page.text(".kpi-monitor h2").await? == name).then_some(()))
    })
    .await
}

#[tokio::test]
async fn as_many_clicks_as_levels_lead_to_the_accounts() -> Result {
    run_with("drill", Options::default(), async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/kpi").await?;
        page.wait_for("[data-testid=kpi-view-monitor]").await?.click().await?;
        shown(page, "MRR").await?;
        for name in WAY {
            let part = format!("//*[@class='kpi-part'][contains(., '{name}')]");
            page.driver.find(thirtyfour::By::XPath(part)).await?.click().await?;
            shown(page, name).await?;
        }
        let figure = page.text(".kpi-monitor-now b").await?;
        assert!(figure.chars().any(|c| c.is_ascii_digit()), "{figure}");
        page.wait_for("[data-testid=kpi-monitor-accounts]").await?.click().await?;
        page.wait("as many accounts as the figure says", async || {
            let total = page.text("[data-testid=accounts-total]").await?;
            Ok(total.starts_with(&figure).then_some(()))
        })
        .await
    })
    .await
}
