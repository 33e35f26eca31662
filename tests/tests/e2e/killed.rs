//! A worker killed in the middle of an import loses nothing.

use serde_json::json;
use tests::{Result, real, run, two_months};

/// Stops the worker as soon as it has been given files to read after `__kill` was set, as a trap in its code would:
/// from outside it would come too late on a machine where the import is faster than the driver.
const KILL: &str = "
    const Own = window.Worker;
    window.Worker = class extends Own {
      postMessage(message, ...more) {
        super.postMessage(message, ...more);
        if (!window.__kill || !message.files) return;
        window.__kill = false;
        setTimeout(() => {
          this.terminate();
          this.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
        }, 5);
      }
    };";

#[tokio::test]
async fn a_worker_killed_while_it_imports_loses_nothing() -> Result {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(()) };
    let [earlier, later] = two_months(&telco)?;
    run("killed", async |page| {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": KILL })).await?;
        page.open("#/data").await?;
        page.give_files(&[&earlier]).await?;
        page.import_is_ready().await?;
        page.confirm_import().await?;
        page.screen("#/data").await?;
        page.wait_for("[data-testid=snapshot-sum]").await?;
        page.wait_until_saved().await?;

        page.give_files(&[&later]).await?;
        page.import_is_ready().await?;
        page.script("window.__kill = true").await?;
        page.wait_for("[data-testid=wizard-import]").await?.click().await?;
        // It says so, the first snapshot is as it was, and the same wizard can do it again.
        page.wait_for("[data-testid=wizard] [role=alert]").await?;
        page.wait_for_text("7,032 accounts").await?;
        page.import_is_ready().await?;
        page.wait_for("[data-testid=wizard-import]").await?.click().await?;
        page.wait_gone("[data-testid=wizard]").await?;
        page.wait_for_text("7,043").await?;
        page.wait_until_saved().await?;
        page.reload("#/data").await?;
        page.wait_for_text("7,032").await?;
        page.screen("#/data").await?;
        page.wait_for_text("7,043").await
    })
    .await
}
