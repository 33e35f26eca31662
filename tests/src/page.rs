//! Finding, waiting and typing, as a person would say it: by role and name, by text, by keyboard.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::PATIENCE;
use crate::{Browser, Result, failure};

/// Keys with a name.
pub use thirtyfour::Key as Keys;

/// Finds visible elements by role and accessible name, as far as tests need it.
const FIND: &str = include_str!("find.js");

impl Browser {
    /// Opens a path of the app, such as `#/data`, and waits until the page has loaded.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn goto(&self, path: &str) -> Result {
        Ok(self.driver.goto(format!("{}/{path}", self.origin())).await?)
    }

    /// Waits until a question has an answer.
    ///
    /// # Errors
    /// When there is none in time; the last error of the question is told.
    pub async fn wait<T>(&self, what: &str, ask: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let start = Instant::now();
        let mut last = None;
        while start.elapsed() < PATIENCE {
            match ask().await {
                Ok(Some(answer)) => return Ok(answer),
                Ok(None) => last = None,
                Err(error) => last = Some(error),
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let why = last.map(|error| format!(" ({error})")).unwrap_or_default();
        Err(failure(format!("waited {} s for {what}{why}", PATIENCE.as_secs())))
    }

    /// Waits for a visible element.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        self.wait(&format!("`{css}`"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits until nothing visible matches.
    ///
    /// # Errors
    /// When something still does in the end.
    pub async fn wait_gone(&self, css: &str) -> Result {
        self.wait(&format!("`{css}` to be gone"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// Waits until the page shows a text.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for_text(&self, text: &str) -> Result {
        self.wait(&format!("the text “{text}”"), async || {
            Ok(self.text("body").await?.contains(text).then_some(()))
        })
        .await
    }

    /// Waits for the element of a role whose accessible name holds the text, such as `("button", "Export")`.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn by_role(&self, role: &str, name: &str) -> Result<WebElement> {
        self.wait(&format!("a {role} “{name}”"), async || self.find_role(role, name).await).await
    }

    /// The element of a role and name, if it is there now.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn find_role(&self, role: &str, name: &str) -> Result<Option<WebElement>> {
        let found = self.driver.execute(FIND, vec![json!(role), json!(name)]).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Clicks the element of a role and name.
    ///
    /// # Errors
    /// When there is none in time, or something lies over it.
    pub async fn click(&self, role: &str, name: &str) -> Result {
        self.wait(&format!("a click on the {role} “{name}”"), async || {
            let Some(element) = self.find_role(role, name).await? else { return Ok(None) };
            element.scroll_into_view().await?;
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// The field with a label.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn by_label(&self, label: &str) -> Result<WebElement> {
        self.by_role("field", label).await
    }

    /// The visible text of an element.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.driver.find(By::Css(css)).await?.text().await?)
    }

    /// Gives files to a file input, which may be hidden.
    ///
    /// # Errors
    /// When the input or a file is not there.
    pub async fn upload(&self, css: &str, files: &[&Path]) -> Result {
        let mut paths = Vec::new();
        for file in files {
            let path = file
                .canonicalize()
                .map_err(|error| failure(format!("{}: {error}", file.display())))?;
            paths.push(path.to_string_lossy().into_owned());
        }
        let input = self
            .wait(&format!("`{css}`"), async || Ok(self.driver.find(By::Css(css)).await.ok()))
            .await?;
        Ok(input.send_keys(paths.join("\n")).await?)
    }

    /// Presses keys on whatever has the focus.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a letter while Control is held.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn control(&self, letter: char) -> Result {
        let keys = self.driver.action_chain().key_down(Key::Control).send_keys(letter.to_string());
        Ok(keys.key_up(Key::Control).perform().await?)
    }

    /// Presses keys while another one is held.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn held(&self, held: Key, keys: impl Into<TypingData>) -> Result {
        let keys = self.driver.action_chain().key_down(held.clone()).send_keys(keys);
        Ok(keys.key_up(held).perform().await?)
    }

    /// Presses Tab until the focus is on an element that matches, and returns how often.
    ///
    /// # Errors
    /// When it never is.
    pub async fn tab_to(&self, css: &str) -> Result<usize> {
        let here = format!("return document.activeElement?.matches({css:?}) ?? false");
        for presses in 0..200 {
            if self.script(&here).await? == Value::Bool(true) {
                return Ok(presses);
            }
            self.keys(Key::Tab + "").await?;
        }
        Err(failure(format!("Tab never reached `{css}`")))
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Writes a picture of the viewport.
    ///
    /// # Errors
    /// When the driver refuses or the file cannot be written.
    pub async fn screenshot(&self, file: &Path) -> Result {
        let picture = self.driver.screenshot_as_png().await?;
        Ok(std::fs::write(file, picture)?)
    }
}
