//! The picture of the whole thread, by keys and by pointer.

use serde_json::json;
use tests::{Browser, Keys, Language, Options, Result, Theme, run_with};

/// How many boxes there are.
async fn boxes(page: &Browser) -> Result<u64> {
    page.settle().await?;
    let count = page.script("return document.querySelectorAll('.thread-box').length").await?;
    Ok(count.as_u64().unwrap_or_default())
}

async fn the_thread_of_the_sample(name: &str, language: Language, theme: Theme) -> Result {
    run_with(name, Options { language, theme, ..Options::default() }, async |page| {
        page.open("#/start").await?;
        page.make_sample().await?;
        page.screen("#/strategy").await?;
        page.wait_for("[data-testid=thread-picture]").await?;
        let all = boxes(page).await?;
        assert!(all > 20, "{all} boxes");
        assert_eq!(page.axe().await?, []);

        // One stop of the Tab key; arrows go on from there, along links.
        page.tab_to(".thread-box").await?;
        page.keys(Keys::Enter + "").await?;
        page.wait_for(".thread-box[aria-pressed=true]").await?;
        let at = "return document.activeElement.dataset.id";
        let first = page.script(at).await?;
        page.keys(Keys::Right + "").await?;
        page.settle().await?;
        let next = page.script(at).await?;
        assert!(next.is_string() && next != first, "{first} {next}");
        let chosen = "return document.querySelector('.thread-box[aria-pressed=true]').dataset.id";
        assert_eq!(page.script(chosen).await?, next);
        let strong = "return document.querySelectorAll('.thread-lines [data-strong]').length > 0";
        assert_eq!(page.script(strong).await?, json!(true));

        // Its thread alone, then all of it again.
        page.wait_for(".thread-tools-line button").await?.click().await?;
        let alone = boxes(page).await?;
        assert!(alone > 1 && alone < all, "{alone} of {all}");
        assert_eq!(page.axe().await?, []);
        page.wait_for(".thread-tools-line button").await?.click().await?;
        assert_eq!(boxes(page).await?, all);

        // The same as a list, and on to the thing itself.
        page.wait_for(".thread-list summary").await?.click().await?;
        let listed = page.script("return document.querySelectorAll('.thread-list li').length");
        assert_eq!(listed.await?.as_u64(), Some(all));
        assert_eq!(page.axe().await?, []);
        page.wait_for(".thread-tools-line a").await?.click().await?;
        page.settle().await?;
        assert_ne!(page.script("return location.hash").await?, json!("#/strategy"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_english() -> Result {
    the_thread_of_the_sample("thread-en", Language::En, Theme::Light).await
}

#[tokio::test]
async fn in_japanese_and_dark() -> Result {
    the_thread_of_the_sample("thread-ja", Language::Ja, Theme::Dark).await
}
