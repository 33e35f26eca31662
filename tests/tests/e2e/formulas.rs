//! Formulas on a real file: a derived column written with a hint, by completion and in full-width signs, used
//! in a filter and in the KPI tree, and renamed.

use tests::{Browser, Keys, Options, Result, real, run, run_with, two_months};

const FORMULA: &str = ".column-form .formula-text";
const NAME: &str = ".column-form input[type=text]";
const MARKS: &str = ".column-form .formula-marks";

/// Opens the dialog for a new derived column and names it.
async fn begin(page: &Browser, name: &str) -> Result {
    page.wait_for(".columns-head button").await?.click().await?;
    page.wait_for(NAME).await?.send_keys(name).await?;
    page.tab_to(FORMULA).await?;
    Ok(())
}

/// Waits until an element says something.
async fn says(page: &Browser, css: &str, what: &str) -> Result {
    page.wait(&format!("{css} to say “{what}”"), async || {
        Ok(page.text(css).await?.contains(what).then_some(()))
    })
    .await
}

async fn press(page: &Browser, key: Keys) -> Result {
    page.keys(key + "").await
}

#[tokio::test]
async fn a_derived_column_is_written_used_and_renamed() -> Result {
    let Some(telco) = real("telco/WA_Fn-UseC_-Telco-Customer-Churn.csv") else { return Ok(()) };
    let [earlier, later] = two_months(&telco)?;
    run("formulas", async |page| {
        page.open("#/start").await?;
        page.give_files(&[&earlier, &later]).await?;
        page.import_is_ready().await?;
        page.confirm_import().await?;
        page.screen("#/data").await?;

        // an error says what was meant, and mends it
        begin(page, "per year").await?;
        page.keys("MonthlyCharge ").await?;
        says(page, MARKS, "Did you mean").await?;
        page.wait_for(".formula-mend").await?.click().await?;
        says(page, ".column-form .live-formula [role=status]", "7,043 of 7,043").await?;
        // full-width signs mean what they look like
        press(page, Keys::End).await?;
        page.keys("＊１２").await?;
        says(page, ".column-form .live-formula [role=status]", "219 to 1,425, 777.14").await?;
        // what would be made of itself is not taken
        page.keys(" + [per year]").await?;
        says(page, MARKS, "per year → per year").await?;
        let save = page.wait_for(".column-form button[type=submit]").await?;
        assert!(!save.is_enabled().await?, "a column made of itself cannot be saved");
        for _ in " + [per year]".chars() {
            press(page, Keys::Backspace).await?;
        }
        page.tab_to(".column-form button[type=submit]").await?;
        press(page, Keys::Enter).await?;
        page.wait_gone("dialog[open]").await?;
        page.wait_for_text("= MonthlyCharges ＊１２").await?;

        // a text is completed by keyboard; the column is there to be compared
        begin(page, "kind").await?;
        page.keys("IF([per y").await?;
        page.wait_for(".column-form .formula-option").await?;
        press(page, Keys::Enter).await?;
        page.keys(" > 1000 AND Contract = \"Mon").await?;
        page.wait_for(".column-form .formula-option").await?;
        press(page, Keys::Enter).await?;
        page.keys(", \"dear\", \"other\")").await?;
        let text =
            page.script(&format!("return document.querySelector({FORMULA:?}).value")).await?;
        let expected =
            "IF([per year] > 1000 AND Contract = \"Month-to-month\", \"dear\", \"other\")";
        assert_eq!(text, expected);
        page.tab_to(".column-form button[type=submit]").await?;
        press(page, Keys::Enter).await?;
        page.wait_gone("dialog[open]").await?;
        page.wait_for_text("= IF([per year]").await?;

        // the filter knows both
        page.screen("#/accounts").await?;
        filter(page, "[per year] > 1000 AND kind = \"dear\"").await?;
        says(page, "[data-testid=accounts-total]", DEAR).await?;

        // a new name of the file's column reaches the formula, and goes back
        page.screen("#/data").await?;
        page.click("button", "Rename MonthlyCharges").await?;
        let name = page.wait_for(NAME).await?;
        name.clear().await?;
        name.send_keys("Fee".to_owned() + Keys::Enter).await?;
        page.wait_gone("dialog[open]").await?;
        page.wait_for_text("= Fee ＊１２").await?;
        page.wait_for_text("in the file: MonthlyCharges").await?;
        page.wait_until_saved().await?;
        page.reload("#/data").await?;
        page.wait_for_text("= Fee ＊１２").await?;
        page.click("button", "Rename Fee").await?;
        let name = page.wait_for(NAME).await?;
        name.clear().await?;
        name.send_keys("MonthlyCharges".to_owned() + Keys::Enter).await?;
        page.wait_gone("dialog[open]").await?;
        page.wait_for_text("= MonthlyCharges ＊１２").await
    })
    .await
}

/// How many of the file's accounts pay more than 1,000 a year from month to month.
const DEAR: &str = "1,293 of 7,043";

/// Adds a formula to the filters.
async fn filter(page: &Browser, formula: &str) -> Result {
    page.click("button", "Condition").await?;
    page.tab_to(".popover-panel .formula-text").await?;
    page.keys(formula).await?;
    page.tab_to(".popover-panel .condition-builder:has(.formula) button").await?;
    press(page, Keys::Enter).await
}

/// At the speed of the driver: nobody types as fast, but a machine under load draws as late.
#[tokio::test]
async fn names_typed_without_a_pause_stand_in_their_rows() -> Result {
    run_with("kpi-typing", Options::default(), async |page| {
        page.open("#/kpi").await?;
        page.wait_for("[data-testid=kpi-template-blank]:enabled").await?.click().await?;
        page.wait_for("[data-testid=kpi-outline]").await?;
        page.tab_to("[data-name]").await?;
        let rows = [
            (1, "goal"),
            (2, "alpha"),
            (2, "beta"),
            (3, "gamma"),
            (3, "delta"),
            (4, "epsilon"),
            (4, "zeta"),
        ];
        let mut chain = page.driver.action_chain();
        let mut depth = 1;
        for (at, (level, name)) in rows.iter().enumerate() {
            if at > 0 && *level > depth {
                chain =
                    chain.key_down(Keys::Control).send_keys(Keys::Enter + "").key_up(Keys::Control);
            } else if at > 0 {
                chain = chain.send_keys(Keys::Enter + "");
            }
            depth = *level;
            chain = chain.send_keys(*name);
        }
        chain.send_keys(Keys::Escape + "").perform().await?;
        page.settle().await?;
        let expected: Vec<(usize, String)> =
            rows.iter().map(|(level, name)| (*level, (*name).to_owned())).collect();
        assert_eq!(crate::kpi::outline(page).await?, expected);
        Ok(())
    })
    .await
}
