//! What is kept: the workspace as a file, and a snapshot that was damaged in the database.

use std::path::PathBuf;

use tests::{Browser, Result, real, run, two_months};

/// Changes one byte of the first column of the oldest snapshot, as a failing disk would.
const DAMAGE: &str = "
    return new Promise((done, failed) => {
      const opening = indexedDB.open('sodachi');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const tx = opening.result.transaction('columns', 'readwrite');
        const cursor = tx.objectStore('columns').openCursor();
        cursor.onsuccess = () => {
          const bytes = cursor.result.value.slice();
          bytes[bytes.length >> 1] ^= 1;
          cursor.result.update(bytes);
        };
        tx.oncomplete = () => { opening.result.close(); done(true); };
        tx.onerror = () => failed(tx.error);
      };
    });";

/// A workspace with Telco's customers as of two months; `None` where there is no real data.
async fn import_two_months(page: &Browser) -> Result<Option<[PathBuf; 2]>> {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(None) };
    let [earlier, later] = two_months(&telco)?;
    page.open("#/data").await?;
    page.give_files(&[&earlier, &later]).await?;
    page.import_is_ready().await?;
    page.confirm_import().await?;
    page.wait_until_saved().await?;
    Ok(Some([earlier, later]))
}

#[tokio::test]
async fn the_workspace_file_brings_all_of_it_back() -> Result {
    run("file", async |page| {
        if import_two_months(page).await?.is_none() {
            return Ok(());
        }
        page.screen("#/score").await?;
        page.wait_for("[data-testid=score-scored]").await?;
        page.settle().await?;
        let figures = page.text("[data-testid=score-scored]").await?;
        page.screen("#/privacy").await?;
        page.click("button", "Save workspace to a file").await?;
        let file = page.downloaded_file(".sodachi").await?;

        // The same file opened is a workspace of its own: delete what it could be mistaken for.
        page.screen("#/data").await?;
        page.click("button", "Delete").await?;
        page.wait_for("[data-testid=delete-confirm]").await?.click().await?;
        page.wait_gone("[data-testid=delete-confirm]").await?;
        page.screen("#/privacy").await?;
        page.upload("main input[type=file][accept='.sodachi']", &[&file]).await?;
        page.wait("both snapshots", async || {
            page.screen("#/data").await?;
            let words = page.text("body").await?;
            Ok((words.contains("7,043") && words.contains("7,032")).then_some(()))
        })
        .await?;
        page.screen("#/score").await?;
        page.wait_for("[data-testid=score-scored]").await?;
        page.settle().await?;
        assert_eq!(page.text("[data-testid=score-scored]").await?, figures);
        // A file that was cut off changes nothing and says so.
        let whole = std::fs::read(&file)?;
        let cut = file.with_file_name("cut.sodachi");
        std::fs::write(&cut, &whole[..whole.len() / 2])?;
        page.screen("#/privacy").await?;
        page.upload("main input[type=file][accept='.sodachi']", &[&cut]).await?;
        page.wait_for_text("not a workspace file, or it is damaged").await?;
        page.screen("#/data").await?;
        page.wait_for_text("7,032").await
    })
    .await
}

#[tokio::test]
async fn a_damaged_snapshot_is_shown_and_deleted_alone() -> Result {
    run("damaged", async |page| {
        if import_two_months(page).await?.is_none() {
            return Ok(());
        }
        page.script(DAMAGE).await?;
        page.reload("#/data").await?;
        let shown = page.wait_for("[data-testid=damaged]").await?.text().await?;
        assert!(shown.contains("1 Oct 2026"), "{shown}");
        assert!(shown.contains("telco-2026-10-01.csv"), "{shown}");
        page.wait_for_text("7,043").await?;
        // For now it stays; the next time it is there again.
        page.click("button", "Keep for now").await?;
        page.wait_gone("[data-testid=damaged]").await?;
        page.reload("#/data").await?;
        page.wait_for("[data-testid=damaged-delete]").await?.click().await?;
        page.wait_gone("[data-testid=damaged]").await?;
        page.reload("#/data").await?;
        page.wait_for_text("7,043").await?;
        assert!(page.find_role("button", "Delete it").await?.is_none());
        Ok(())
    })
    .await
}
