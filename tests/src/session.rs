//! A test's frame: a browser before, a picture after a failure, and what no test may leave behind.

use crate::{Browser, Options, Result, failure};

/// Runs a test in a new browser of default size and language.
///
/// # Errors
/// Those of the test; also errors in the page's console and requests to other machines.
pub async fn run(name: &str, test: impl AsyncFnOnce(&Browser) -> Result) -> Result {
    run_with(name, Options::default(), test).await
}

/// As [`run`], with options.
///
/// # Errors
/// As [`run`].
pub async fn run_with(
    name: &str,
    options: Options,
    test: impl AsyncFnOnce(&Browser) -> Result,
) -> Result {
    attend(name, Browser::start(name, options).await?, test).await
}

/// Runs a test in a browser that was started for it, and ends the browser.
///
/// # Errors
/// As [`run`].
pub async fn attend(
    name: &str,
    browser: Browser,
    test: impl AsyncFnOnce(&Browser) -> Result,
) -> Result {
    let mut result = test(&browser).await;
    if result.is_ok() {
        result = left_behind(&browser).await;
    }
    if let Err(error) = &result {
        let picture = xtask::run::target_dir().join("e2e").join(format!("{name}.png"));
        let _ = browser.screenshot(&picture).await;
        let errors = browser.console_errors().await.unwrap_or_default().join("\n  ");
        let words = browser.text("body").await.unwrap_or_default();
        eprintln!(
            "{name}: {error}\n  picture: target/e2e/{name}.png\n  console: {errors}\n  page: {words}"
        );
    }
    browser.quit(false).await?;
    result
}

/// Errors in the console, and requests to anyone but the own server.
async fn left_behind(browser: &Browser) -> Result {
    let errors = browser.console_errors().await?;
    if !errors.is_empty() {
        return Err(failure(format!("the page logged errors:\n  {}", errors.join("\n  "))));
    }
    let foreign = browser.foreign_requests();
    if !foreign.is_empty() {
        return Err(failure(format!("another machine was asked:\n  {}", foreign.join("\n  "))));
    }
    Ok(())
}
