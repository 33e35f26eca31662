//! A tab that is closed, or crashes, right after an edit was acknowledged as saved loses nothing.

use serde_json::json;
use tests::{Result, run};

use crate::edits::{dimension, rename_dimension};

#[tokio::test]
async fn an_edit_that_is_said_to_be_saved_survives_the_end_of_its_tab() -> Result {
    run("closed", async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.wait_until_saved().await?;
        for round in 0..3 {
            let name = format!("Saved in round {round}");
            rename_dimension(page, &name).await?;
            page.wait_until_saved().await?;
            let ended = page.driver.window().await?;
            let next = page.driver.new_tab().await?;
            page.driver.switch_to_window(ended).await?;
            if round == 1 {
                // The browser has no answer for a page that is gone.
                let _ = page.cdp("Page.crash", json!({})).await;
            } else {
                page.driver.close_window().await?;
            }
            page.driver.switch_to_window(next).await?;
            page.open("#/score").await?;
            assert_eq!(dimension(page).await?, name, "round {round}");
            page.wait_for("[data-testid=score-scored]").await?;
            // The lock of the tab that is gone is free: this one writes.
            page.wait_for(".card-tree input[type=range]:enabled").await?;
        }
        Ok(())
    })
    .await
}
