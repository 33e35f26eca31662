//! Photographs every screen in both languages, light and dark, at three sizes, into `gallery/`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use tests::{Browser, Keys, Language, Options, Result, SCREENS, Theme, failure, real};

/// The viewports: a laptop, a large screen, a phone.
const SIZES: [(u32, u32); 3] = [(1280, 800), (1920, 1080), (390, 844)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let folder = xtask::run::root().join("gallery");
    std::fs::create_dir_all(&folder)?;
    let mut pictures = Vec::new();
    for language in Language::ALL {
        for theme in Theme::ALL {
            pictures.extend(session(&folder, language, theme).await?);
        }
    }
    std::fs::write(folder.join("index.html"), sheet(&pictures))?;
    xtask::run::say(&format!("  {} pictures in gallery/", pictures.len()));
    Ok(())
}

/// One picture: which screen, how, and its file.
struct Picture {
    screen: String,
    file: String,
}

/// All screens in one language and theme, in one browser.
async fn session(folder: &Path, language: Language, theme: Theme) -> Result<Vec<Picture>> {
    let options = Options { language, theme, ..Options::default() };
    let browser = Browser::start("gallery", options).await?;
    let mut album = Album { folder: folder.to_path_buf(), language, theme, pictures: Vec::new() };
    let walked = walk(&browser, &mut album).await;
    if let Err(error) = &walked {
        let _ = browser.screenshot(&folder.join("failed.png")).await;
        xtask::run::say(&format!("  stopped at gallery/failed.png: {error}"));
    }
    browser.quit(false).await?;
    walked.map(|()| album.pictures)
}

async fn walk(browser: &Browser, album: &mut Album) -> Result {
    browser.open("#/start").await?;
    album.take(browser, "1-first-visit").await?;
    for (name, hash) in SCREENS.iter().filter(|(name, _)| *name != "start") {
        browser.screen(hash).await?;
        album.take(browser, &format!("2-empty-{name}")).await?;
    }
    browser.screen("#/score").await?;
    browser.wait_for("[data-testid=template-dear]").await?.click().await?;
    browser.wait_for(".card-tree").await?;
    album.take(browser, "2-scorecard-first").await?;
    browser.control('z').await?;
    browser.wait_for("[data-testid=template-dear]").await?;
    browser.screen("#/start").await?;
    browser.make_sample().await?;
    for (name, hash) in SCREENS.iter().filter(|(name, _)| *name != "privacy") {
        browser.screen(hash).await?;
        album.take(browser, &format!("3-{name}")).await?;
    }
    accounts_and_measures(browser, album).await?;
    canvas_and_thread(browser, album).await?;
    journey(browser, album).await?;
    kpi(browser, album).await?;
    history(browser, album).await?;
    over_the_page(browser, album).await?;
    if let Some(gym) = real("gym/顧客_cp932.csv") {
        browser.screen("#/data").await?;
        browser.give_files(&[&gym]).await?;
        browser.import_is_ready().await?;
        album.take(browser, "6-import").await?;
    }
    Ok(())
}

async fn accounts_and_measures(browser: &Browser, album: &mut Album) -> Result {
    browser.screen("#/accounts").await?;
    browser
        .wait_for("[data-testid=accounts-grid] [role=row][aria-rowindex='2']")
        .await?
        .click()
        .await?;
    album.take(browser, "4-account").await?;
    browser.wait_for("[data-testid=accounts-export]").await?.click().await?;
    browser.wait_for("[data-testid=accounts-export-run]").await?;
    album.take(browser, "4-export").await?;
    browser.keys(Keys::Escape + "").await?;
    browser.screen("#/score").await?;
    browser.wait_for(".measure-row .tree-name").await?.click().await?;
    album.take(browser, "4-measure").await
}

async fn canvas_and_thread(browser: &Browser, album: &mut Album) -> Result {
    browser.screen("#/strategy").await?;
    browser.wait_for("[data-testid=thread-picture]").await?.scroll_into_view().await?;
    album.take(browser, "4-thread").await?;
    browser.wait_for("[data-testid=strategy-canvas]").await?.click().await?;
    browser.wait_for("[data-testid=canvas]").await?;
    album.take(browser, "4-canvas").await?;
    browser.wait_for("[data-area=pains] .note-face").await?.click().await?;
    album.take(browser, "4-canvas-note").await?;
    browser.keys(Keys::Escape + "").await
}

async fn journey(browser: &Browser, album: &mut Album) -> Result {
    browser.screen("#/journey").await?;
    browser.wait_for("[data-testid=journey-map]").await?.click().await?;
    browser.wait_for("[data-testid=journey]").await?;
    album.take(browser, "4-journey").await?;
    browser
        .wait_for("[data-testid=journey-stage]:nth-child(3) .journey-name")
        .await?
        .click()
        .await?;
    album.take(browser, "4-journey-stage").await?;
    browser.wait_for("[data-lane=pains] .note-face").await?.click().await?;
    album.take(browser, "4-journey-entry").await?;
    browser.keys(Keys::Escape + "").await?;
    browser.wait_for("[data-testid=journey-findings-n]").await?.click().await?;
    browser.wait_for("[data-testid=journey-findings]").await?;
    album.take(browser, "4-journey-findings").await?;
    browser.wait_for("[data-testid=journey-success]").await?.scroll_into_view().await?;
    album.take(browser, "4-journey-success").await
}

async fn kpi(browser: &Browser, album: &mut Album) -> Result {
    browser.screen("#/kpi").await?;
    for (row, panel) in [(1, "why"), (5, "what-if"), (7, "relations")] {
        let row = format!(".kpi-rows > .kpi-row:nth-child({row}) .kpi-label");
        browser.wait_for(&row).await?.click().await?;
        if panel == "why" {
            album.take(browser, "4-kpi-details").await?;
        }
        // The panel, not the inspector over it.
        let shown = browser.wait_for("[data-testid=kpi-details]").await?;
        if shown.attr("aria-pressed").await?.as_deref() == Some("true") {
            shown.click().await?;
        }
        let button = browser.wait_for(&format!("[data-testid=kpi-panel-{panel}]")).await?;
        button.click().await?;
        button.scroll_into_view().await?;
        album.take(browser, &format!("4-kpi-{panel}")).await?;
    }
    for view in ["picture", "monitor"] {
        browser.wait_for(&format!("[data-testid=kpi-view-{view}]")).await?.click().await?;
        album.take(browser, &format!("4-kpi-{view}")).await?;
    }
    Ok(())
}

/// The present kept under a name, and what was changed since.
async fn history(browser: &Browser, album: &mut Album) -> Result {
    browser.screen("#/history").await?;
    browser
        .wait_for("[data-testid=history-name]")
        .await?
        .send_keys("Q3".to_string() + Keys::Enter)
        .await?;
    browser.wait_for("[data-testid=history-named] button").await?;
    browser.screen("#/score").await?;
    browser.wait_for(".measure-row input[type=range]").await?.send_keys(Keys::Right + "").await?;
    browser.wait_until_saved().await?;
    browser.screen("#/history").await?;
    browser.wait_for("[data-testid=history-named] button").await?.click().await?;
    browser.wait_for("[data-testid=history-differences]").await?;
    album.take(browser, "4-history").await
}

async fn over_the_page(browser: &Browser, album: &mut Album) -> Result {
    browser.screen("#/score").await?;
    browser.wait_for(".score-head button").await?.click().await?;
    album.take(browser, "5-templates").await?;
    browser.keys(Keys::Escape + "").await?;
    browser.control('k').await?;
    browser.wait_for("dialog[open]").await?;
    album.take(browser, "5-search").await?;
    browser.keys(Keys::Escape + "").await?;
    browser.keys("?").await?;
    browser.wait_for("dialog[open]").await?;
    album.take(browser, "5-keys").await?;
    browser.keys(Keys::Escape + "").await
}

/// Where pictures go.
struct Album {
    folder: PathBuf,
    language: Language,
    theme: Theme,
    pictures: Vec<Picture>,
}

impl Album {
    /// The screen as it is now, at every size.
    async fn take(&mut self, browser: &Browser, screen: &str) -> Result {
        for (width, height) in SIZES {
            browser.resize((width, height)).await?;
            browser.settle().await?;
            let file = format!(
                "{screen}-{}-{}-{width}x{height}.png",
                self.language.tag(),
                self.theme.name()
            );
            let path = self.folder.join(&file);
            browser.screenshot(&path).await.map_err(|error| failure(format!("{file}: {error}")))?;
            self.pictures.push(Picture { screen: screen.to_string(), file });
        }
        browser.resize(SIZES[0]).await
    }
}

/// A page with all pictures, screen by screen.
fn sheet(pictures: &[Picture]) -> String {
    let mut screens: Vec<&str> = pictures.iter().map(|picture| picture.screen.as_str()).collect();
    screens.sort_unstable();
    screens.dedup();
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sodachi: gallery</title>\
         <style>body{font:14px system-ui;margin:24px;background:#888}figure{display:inline-block;margin:8px;\
         vertical-align:top}img{height:360px;display:block}figcaption{font-size:12px}</style>\n",
    );
    for screen in screens {
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<h2>{screen}</h2>");
        for Picture { file, .. } in pictures.iter().filter(|picture| picture.screen == screen) {
            let _ = writeln!(
                html,
                "<figure><a href=\"{file}\"><img loading=\"lazy\" src=\"{file}\" alt=\"{file}\"></a>\
                 <figcaption>{file}</figcaption></figure>"
            );
        }
    }
    html
}
