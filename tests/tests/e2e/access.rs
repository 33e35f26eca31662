//! axe-core finds no violation on any screen, in either language, light or dark.

use tests::{Browser, Language, Options, Result, SCREENS, Theme, failure, run_with};

async fn look(page: &Browser, screen: &str, found: &mut Vec<String>) -> Result {
    page.settle().await?;
    found.extend(page.axe().await?.iter().map(|violation| format!("{screen}: {violation}")));
    Ok(())
}

async fn every_screen(language: Language, theme: Theme) -> Result {
    let name = format!("axe-{}-{}", language.tag(), theme.name());
    run_with(&name, Options { language, theme, ..Options::default() }, async |page| {
        let mut found = Vec::new();
        page.open("#/start").await?;
        for (screen, hash) in SCREENS {
            page.screen(hash).await?;
            look(page, &format!("{screen}, empty"), &mut found).await?;
        }
        page.screen("#/start").await?;
        page.make_sample().await?;
        for (screen, hash) in SCREENS {
            page.screen(hash).await?;
            look(page, screen, &mut found).await?;
        }
        if found.is_empty() {
            Ok(())
        } else {
            Err(failure(format!("axe-core found:\n{}", found.join("\n"))))
        }
    })
    .await
}

#[tokio::test]
async fn english_light() -> Result {
    every_screen(Language::En, Theme::Light).await
}

#[tokio::test]
async fn english_dark() -> Result {
    every_screen(Language::En, Theme::Dark).await
}

#[tokio::test]
async fn japanese_light() -> Result {
    every_screen(Language::Ja, Theme::Light).await
}

#[tokio::test]
async fn japanese_dark() -> Result {
    every_screen(Language::Ja, Theme::Dark).await
}
