//! The harness itself, on a small page of its own.

use std::path::{Path, PathBuf};

use tests::{Browser, Keys, Language, Options, Result, Theme, attend, failure};
use xtask::server::Server;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join("page")
}

async fn on_the_page(
    name: &str,
    options: Options,
    test: impl AsyncFnOnce(&Browser) -> Result,
) -> Result {
    let server = Server::start(&fixture(), 0).map_err(failure)?;
    attend(name, Browser::start_at(server, name, options).await?, test).await
}

#[tokio::test]
async fn finds_waits_types_and_uploads() -> Result {
    on_the_page("harness", Options::default(), async |page| {
        page.goto("").await?;
        page.by_role("heading", "Harness").await?;
        page.wait_for_text("Late, but here").await?;
        page.by_label("Name").await?.send_keys("育ち").await?;
        page.click("button", "Greet").await?;
        page.wait_for_text("Hello, 育ち").await?;
        page.upload("#file", &[&fixture().join("page.js"), &fixture().join("index.html")]).await?;
        page.wait_for_text("page.js:").await?;
        assert!(page.text("#answer").await?.contains("index.html:"));
        assert_eq!(page.axe().await?, []);
        assert!(page.requests().contains(&"/page.js".to_string()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn language_theme_and_size_are_the_pages() -> Result {
    let options = Options { language: Language::Ja, theme: Theme::Dark, size: (390, 844) };
    on_the_page("harness-options", options, async |page| {
        page.goto("").await?;
        assert_eq!(page.text("#language").await?, "ja");
        assert_eq!(page.text("#theme").await?, "dark");
        assert_eq!(
            page.script("return [innerWidth, innerHeight]").await?,
            serde_json::json!([390, 844])
        );
        page.tab_to("#greet").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for_text("Hello,").await
    })
    .await
}

#[tokio::test]
async fn errors_and_foreign_requests_fail_a_test() -> Result {
    let error = on_the_page("harness-error", Options::default(), async |page| {
        page.goto("").await?;
        page.script("setTimeout(() => { throw new Error('on purpose'); })").await?;
        page.wait_for_text("Late, but here").await
    })
    .await;
    assert!(error.is_err_and(|error| error.to_string().contains("on purpose")));
    let foreign = on_the_page("harness-foreign", Options::default(), async |page| {
        page.goto("none.html").await?;
        page.driver.goto("http://example.invalid/elsewhere").await.ok();
        page.console_errors().await?;
        Ok(())
    })
    .await;
    assert!(foreign.is_err_and(|error| error.to_string().contains("example.invalid")));
    Ok(())
}
