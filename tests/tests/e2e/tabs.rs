//! Two tabs of one workspace: one writes, the other follows and can take over.

use tests::{Result, run};

use crate::edits::{dimension, rename_dimension};

#[tokio::test]
async fn a_second_tab_follows_read_only_and_can_take_over() -> Result {
    run("tabs", async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.wait_until_saved().await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;

        // the second tab says that it only follows, and changes nothing
        page.driver.switch_to_window(second.clone()).await?;
        page.open("#/score").await?;
        page.wait_for_text("This workspace is being edited in another tab.").await?;
        page.wait_for("[data-testid=score-scored]").await?;
        page.wait_for(".card-tree input[type=range]:disabled").await?;
        let before = dimension(page).await?;

        // what the first tab edits is seen here
        page.driver.switch_to_window(first.clone()).await?;
        rename_dimension(page, "Named in the first tab").await?;
        page.wait_until_saved().await?;
        page.driver.switch_to_window(second.clone()).await?;
        page.wait_for_text("Named in the first tab").await?;
        assert_ne!(dimension(page).await?, before);

        // taking over turns the roles around, and nothing is lost
        page.click("button", "Edit here instead").await?;
        page.wait_gone(".workspace-line[data-kind=info]").await?;
        rename_dimension(page, "Named in the second tab").await?;
        page.wait_until_saved().await?;
        page.driver.switch_to_window(first).await?;
        page.wait_for_text("This workspace is being edited in another tab.").await?;
        page.wait_for_text("Named in the second tab").await?;
        page.wait_for(".card-tree input[type=range]:disabled").await?;
        Ok(())
    })
    .await
}
