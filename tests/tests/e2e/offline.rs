//! After the first visit the page opens without a network, with its data.

use tests::{Result, run};

#[tokio::test]
async fn without_a_network_the_page_opens_with_its_data() -> Result {
    run("offline", async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.wait_until_saved().await?;
        page.wait_for("html[data-offline=ready]").await?;
        page.cut_network();
        let asked = page.requests().len();
        page.reload("#/privacy").await?;
        page.wait_for("html[data-offline=ready]").await?;
        page.click("button", "Count again").await?;
        page.wait_for_text("opens and works without a network").await?;
        page.screen("#/accounts").await?;
        page.wait_for(".accounts-row .account-name").await?;
        page.screen("#/data").await?;
        page.wait_for_text("20,000").await?;
        // in vain the browser asked for the page and for what keeps its files; all the rest it had
        let in_vain = page.requests().split_off(asked);
        assert!(in_vain.iter().any(|path| path == "/"), "{in_vain:?}");
        let kept = |path: &&String| !["/", "/offline.js"].contains(&path.as_str());
        assert_eq!(in_vain.iter().find(kept), None, "{in_vain:?}");
        Ok(())
    })
    .await
}
