//! A CS lead's Monday: last month's file and this month's, in; what was read is counted; it is all still
//! there after a reload.

use tests::{Language, Options, Result, real, run, run_with, two_months};

#[tokio::test]
async fn two_real_files_become_two_snapshots_that_stay() -> Result {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(()) };
    let [earlier, later] = two_months(&telco)?;
    run("monday", async |page| {
        page.open("#/start").await?;
        page.give_files(&[&earlier, &later]).await?;
        page.import_is_ready().await?;
        page.confirm_import().await?;
        page.wait_for_text("7,043").await?;
        page.wait_for_text("7,032").await?;

        page.wait_until_saved().await?;
        page.open("#/data").await?;
        page.wait_for_text("7,043").await?;
        page.wait_for_text("7,032").await
    })
    .await
}

#[tokio::test]
async fn a_japanese_file_in_cp932_needs_no_setting() -> Result {
    let Some(gym) = real("gym/顧客_cp932.csv") else { return Ok(()) };
    let options = Options { language: Language::Ja, ..Options::default() };
    run_with("monday-ja", options, async |page| {
        page.open("#/data").await?;
        page.give_files(&[&gym]).await?;
        page.import_is_ready().await?;
        page.confirm_import().await?;
        page.wait_for_text("4,192").await?;
        page.wait_for_text("退会フラグ").await
    })
    .await
}
