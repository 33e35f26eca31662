//! Areas and languages that are loaded when they are opened: waited for, failing, and asked for again.

use tests::{Browser, Result, run};

/// Stands between the app and the parts of the build, if it has any: nothing is here until `let_come` is
/// called, and until then loading fails or hangs as `how` says. Keeps what was asked for.
const STAND_IN: &str = "
    const real = globalThis.sodachiParts;
    let open = false;
    let come;
    const coming = new Promise((done) => { come = done; });
    globalThis.stand = { how: 'fail', asked: [], let_come() { open = true; come(); } };
    globalThis.sodachiParts = {
        here: (name) => open && (real?.here(name) ?? true),
        async load(name) {
            stand.asked.push(name);
            if (!open && stand.how === 'fail') throw new TypeError('no network');
            await coming;
            await real?.load(name);
        },
    };";

const FOCUS: &str = "return document.activeElement.tagName";

async fn asked(page: &Browser) -> Result<String> {
    Ok(page.script("return stand.asked.join(' ')").await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn an_area_that_does_not_come_says_so_and_comes_when_asked_again() -> Result {
    run("parts", async |page| {
        page.open("#/data").await?;
        page.script(STAND_IN).await?;
        page.click("link", "Journey").await?;
        page.wait_for_text("Journey could not be loaded.").await?;
        assert!(page.text("main [role=alert]").await?.contains("no network"));
        assert_eq!(page.script(FOCUS).await?, "MAIN");
        assert_eq!(page.axe().await?, []);
        let parts = asked(page).await?;
        for part in ["journey", "strategy", "area-texts-en"] {
            assert!(parts.split(' ').any(|asked| asked == part), "{parts}");
        }

        page.script("stand.how = 'hang'").await?;
        page.click("button", "Try again").await?;
        page.wait_for_text("Loading Journey").await?;
        page.script("stand.let_come()").await?;
        page.wait_gone(".coming").await?;
        page.settle().await?;
        assert_eq!(page.script(FOCUS).await?, "H1");
        assert_eq!(page.text("main h1").await?, "Journey");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn who_left_meanwhile_stays_where_he_went() -> Result {
    run("parts-left", async |page| {
        page.open("#/data").await?;
        page.script(STAND_IN).await?;
        page.script("stand.how = 'hang'").await?;
        page.click("link", "KPI").await?;
        page.wait_for_text("Loading KPI").await?;
        page.click("link", "Data").await?;
        page.wait_gone(".coming").await?;
        page.by_role("heading", "Data").await?;
        page.script("stand.let_come()").await?;
        page.settle().await?;
        assert_eq!(page.text("main h1").await?, "Data");
        page.click("link", "KPI").await?;
        page.by_role("heading", "KPI").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_language_that_does_not_come_changes_nothing() -> Result {
    run("parts-language", async |page| {
        page.open("#/data").await?;
        page.script(STAND_IN).await?;
        page.wait_for("[data-testid=language]").await?.click().await?;
        page.wait_for_text("The texts of the other language could not be loaded.").await?;
        assert_eq!(page.text("main h1").await?, "Data");
        assert_eq!(page.script("return document.documentElement.lang").await?, "en");
        // where no area was open, nothing of the areas is loaded
        assert_eq!(asked(page).await?, "texts-ja");
        page.script("stand.let_come()").await?;
        page.wait_for("[data-testid=language]").await?.click().await?;
        page.wait_for("html[lang=ja]").await?;
        page.by_role("heading", "データ").await?;
        Ok(())
    })
    .await
}
