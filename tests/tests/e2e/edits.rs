//! Edits that more than one story makes.

use tests::{Browser, Keys, Result};

/// The name of the first dimension of the scorecard on the Score screen.
pub(crate) async fn dimension(page: &Browser) -> Result<String> {
    page.wait_for(".dimension-head .tree-name").await?.text().await.map_err(Into::into)
}

/// Calls the first dimension something else, and waits until the screen shows it.
pub(crate) async fn rename_dimension(page: &Browser, name: &str) -> Result {
    page.wait_for(".dimension-head .tree-name").await?.click().await?;
    let field = page.wait_for(".score-inspector input.name").await?;
    field.click().await?;
    field.send_keys(Keys::Control + "a").await?;
    field.send_keys(name).await?;
    field.send_keys(Keys::Enter + "").await?;
    page.wait("the new name in the tree", async || {
        Ok((dimension(page).await? == name).then_some(()))
    })
    .await
}
