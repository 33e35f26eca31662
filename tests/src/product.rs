//! What a user does with the product, in the words of its screens. Steps find things by `data-testid`
//! only where the words differ by language.

use std::path::{Path, PathBuf};
use std::time::Duration;

use thirtyfour::By;

use crate::{Browser, Result};

/// The screens that have an address, by name and hash.
pub const SCREENS: &[(&str, &str)] = &[
    ("start", "#/start"),
    ("data", "#/data"),
    ("strategy", "#/strategy"),
    ("journey", "#/journey"),
    ("score", "#/score"),
    ("accounts", "#/accounts"),
    ("kpi", "#/kpi"),
    ("privacy", "#/privacy"),
];

impl Browser {
    /// Opens the app and waits until its shell stands.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn open(&self, hash: &str) -> Result {
        self.goto(hash).await?;
        self.wait_for("main#main").await?;
        self.settle().await
    }

    /// Loads the page again, at an address: nothing that was only in its memory is left.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn reload(&self, hash: &str) -> Result {
        // To the same page with another hash a browser goes without loading it.
        self.goto(hash).await?;
        self.driver.refresh().await?;
        self.wait_for("main#main").await?;
        self.settle().await
    }

    /// Goes to a screen without loading the page again.
    ///
    /// # Errors
    /// When the screen does not come to rest.
    pub async fn screen(&self, hash: &str) -> Result {
        self.script(&format!("location.hash = {hash:?}")).await?;
        // The hash changes in a task of its own.
        tokio::time::sleep(Duration::from_millis(50)).await;
        self.settle().await
    }

    /// Makes the sample workspace and waits until it is scored.
    ///
    /// # Errors
    /// When it does not come to be.
    pub async fn make_sample(&self) -> Result {
        self.wait_for("[data-testid=try-sample], .start button.primary").await?.click().await?;
        self.wait("the scores of the sample", async || {
            let hash = self.script("return location.hash").await?;
            Ok((hash == "#/score").then_some(()))
        })
        .await?;
        self.settle().await
    }

    /// Gives files to the product as a drop or the file dialog would.
    ///
    /// # Errors
    /// When there is no file input.
    pub async fn give_files(&self, files: &[&Path]) -> Result {
        self.upload("main input[type=file][multiple]", files).await
    }

    /// Waits until the wizard has looked at the files and can read them.
    ///
    /// # Errors
    /// When it never can.
    pub async fn import_is_ready(&self) -> Result {
        self.wait("the wizard to be ready", async || {
            let button = self.driver.find(By::Css("[data-testid=wizard-import]")).await?;
            Ok(button.is_enabled().await?.then_some(()))
        })
        .await
    }

    /// Confirms the wizard and waits until the snapshots are there and scored.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn confirm_import(&self) -> Result {
        self.wait_for("[data-testid=wizard-import]").await?.click().await?;
        self.wait_gone("[data-testid=wizard-import]").await?;
        self.wait_for("[data-testid=score-scored]").await?;
        self.settle().await
    }

    /// Waits until every edit is in the browser's database.
    ///
    /// # Errors
    /// When saving fails or hangs.
    pub async fn wait_until_saved(&self) -> Result {
        self.wait("everything to be saved", async || {
            let saving = self
                .driver
                .find_all(By::Css(
                    ".saved-badge[data-state=saving], .saved-badge[data-state=failed]",
                ))
                .await?;
            Ok(saving.is_empty().then_some(()))
        })
        .await
    }

    /// The text of the first file with an ending that arrives among the downloads.
    ///
    /// # Errors
    /// When none arrives.
    pub async fn downloaded(&self, ending: &str) -> Result<String> {
        Ok(std::fs::read_to_string(self.downloaded_file(ending).await?)?)
    }

    /// The first file with an ending that arrives among the downloads.
    ///
    /// # Errors
    /// When none arrives.
    pub async fn downloaded_file(&self, ending: &str) -> Result<PathBuf> {
        self.wait(&format!("a {ending} file among the downloads"), async || {
            for entry in std::fs::read_dir(self.downloads())?.flatten() {
                if entry.file_name().to_string_lossy().ends_with(ending) {
                    return Ok(Some(entry.path()));
                }
            }
            Ok(None)
        })
        .await
    }
}
