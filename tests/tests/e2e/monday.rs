//! A CS lead's Monday: last month's file and this month's, in; what was read is counted; it is all still
//! there after a reload.

use tests::{Keys, Language, Options, Result, real, run, run_with, two_months};

#[tokio::test]
async fn from_the_first_visit_to_the_export_and_back() -> Result {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(()) };
    let [earlier, later] = two_months(&telco)?;
    run("monday", async |page| {
        // import
        page.open("#/start").await?;
        page.give_files(&[&earlier, &later]).await?;
        page.import_is_ready().await?;
        page.confirm_import().await?;
        page.screen("#/data").await?;
        page.wait_for_text("7,043").await?;
        page.wait_for_text("7,032").await?;

        // score
        page.screen("#/score").await?;
        page.wait_for("[data-testid=score-scored]").await?;
        page.settle().await?;
        let figures = page.text("[data-testid=score-scored]").await?;

        // explain
        page.screen("#/accounts").await?;
        page.wait_for_text("7,043 accounts").await?;
        page.wait_for("[data-testid=accounts-grid] [role=row][aria-rowindex='2']")
            .await?
            .click()
            .await?;
        page.wait_for("[data-testid=account-why]").await?;
        let score = page.wait_for("[data-testid=account-score]").await?.text().await?;
        let sum = page.wait_for("[data-testid=account-sum]").await?.text().await?;
        let account =
            page.script("return location.hash").await?.as_str().unwrap_or_default().to_string();

        // export
        page.wait_for("[data-testid=accounts-export]").await?.click().await?;
        page.wait_for("[data-testid=accounts-export-run]").await?.click().await?;
        page.wait_for("[data-testid=accounts-export-done]").await?;
        let exported = page.downloaded(".csv").await?;
        assert!(exported.starts_with('\u{feff}'), "a spreadsheet needs the mark to read UTF-8");
        assert_eq!(exported.lines().count(), 1 + 7_043);

        // reload: all of it is still there
        page.wait_until_saved().await?;
        page.reload("#/score").await?;
        page.wait_for("[data-testid=score-scored]").await?;
        page.settle().await?;
        assert_eq!(page.text("[data-testid=score-scored]").await?, figures);
        page.screen(&account).await?;
        assert_eq!(page.wait_for("[data-testid=account-score]").await?.text().await?, score);
        assert_eq!(page.wait_for("[data-testid=account-sum]").await?.text().await?, sum);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_import_by_keyboard_alone() -> Result {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(()) };
    let [_, later] = two_months(&telco)?;
    run("keyboard", async |page| {
        page.open("#/start").await?;
        page.tab_to("main input[type=file]").await?;
        // What the system's file dialog would answer; it is no part of the page.
        page.driver.active_element().await?.send_keys(later.to_string_lossy()).await?;
        page.import_is_ready().await?;
        page.tab_to("[data-testid=wizard-import]").await?;
        page.keys(Keys::Enter + "").await?;
        // It is scored by itself; on to the accounts, through the rail.
        page.wait_for("[data-testid=score-scored]").await?;
        page.settle().await?;
        page.tab_to("nav a[href='#/accounts']").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for_text("7,043 accounts").await?;
        page.wait_for("[data-testid=accounts-grid] [role=row][aria-rowindex='2']").await?;
        Ok(())
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
        page.screen("#/data").await?;
        page.wait_for_text("4,192").await?;
        page.wait_for_text("退会フラグ").await
    })
    .await
}
