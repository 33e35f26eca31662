//! Nothing leaves the machine. Every test watches for it; here it is all that is looked at, the page's own
//! policy included.

use tests::{Result, failure, run};

#[tokio::test]
async fn the_page_forbids_itself_what_it_does_not_need() -> Result {
    run("policy", async |page| {
        page.open("#/start").await?;
        let policy = page
            .script("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
            .await?;
        let policy = policy.as_str().unwrap_or_default();
        for rule in ["default-src 'none'", "connect-src 'self'", "'wasm-unsafe-eval'"] {
            assert!(policy.contains(rule), "{rule} is not in {policy}");
        }
        for loose in ["'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(loose), "{loose} is in {policy}");
        }
        let refused = "const [done] = arguments; fetch('http://example.invalid/').then(() => done('sent'), () => done('refused'))";
        let answer = page.driver.execute_async(refused, Vec::new()).await?;
        assert_eq!(answer.json(), "refused");
        // The refusal itself is logged, as it should be.
        let logged = page.console_errors().await?;
        if logged.iter().any(|line| line.contains("Content Security Policy")) { Ok(()) } else { Err(failure("nothing was logged")) }
    })
    .await
}

#[tokio::test]
async fn only_the_own_server_is_asked_from_the_first_visit_to_the_scores() -> Result {
    run("own-origin", async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        let elsewhere = "return performance.getEntriesByType('resource').map((e) => e.name)
            .filter((name) => new URL(name).origin !== location.origin && !/^(data|blob):/.test(name))";
        assert_eq!(page.script(elsewhere).await?, serde_json::json!([]));
        assert!(!page.requests().is_empty());
        Ok(())
    })
    .await
}
