//! A browser of one's own: an empty profile, a size, a language, a theme.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use xtask::browser::ARGUMENTS;
use xtask::server::Server;

use crate::driver::Driver;
use crate::trap::Trap;
use crate::{Result, failure};

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Language {
    /// Both, in the order of the gallery.
    pub const ALL: [Language; 2] = [Language::En, Language::Ja];

    /// The tag, as browsers and the product's locales write it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ja => "ja",
        }
    }
}

/// What the operating system would say of light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both, in the order of the gallery.
    pub const ALL: [Theme; 2] = [Theme::Light, Theme::Dark];

    /// As `prefers-color-scheme` names it.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// How a browser starts.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// What the browser says it prefers.
    pub language: Language,
    /// What the browser says of light and dark.
    pub theme: Theme,
    /// The viewport in CSS pixels.
    pub size: (u32, u32),
}

impl Default for Options {
    fn default() -> Options {
        Options { language: Language::En, theme: Theme::Light, size: (1280, 800) }
    }
}

/// A running browser, its driver, and the server that hands out the app.
#[derive(Debug)]
pub struct Browser {
    /// The WebDriver session, for what has no method here.
    pub driver: WebDriver,
    pub(crate) server: Server,
    trap: Trap,
    folder: PathBuf,
    // Last: the driver must outlive the session.
    process: Driver,
}

/// How long a step may take before the test fails. Generous: two cores are shared with the build.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

impl Browser {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When the app is not built, or browser or driver are missing or do not start.
    pub async fn start(name: &str, options: Options) -> Result<Browser> {
        let dist = xtask::build::dist_folder();
        if !dist.join("index.html").is_file() {
            return Err(failure("dist/ is not built: run `cargo xtask test --only e2e`"));
        }
        Browser::start_at(Server::start(&dist, 0).map_err(failure)?, name, options).await
    }

    /// As [`Browser::start`], on another site than `dist/`.
    ///
    /// # Errors
    /// When browser or driver are missing or do not start.
    pub async fn start_at(server: Server, name: &str, options: Options) -> Result<Browser> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = xtask::run::target_dir()
            .join("e2e")
            .join(format!("{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(folder.join("downloads"))?;

        let programs = xtask::browser::locate().map_err(failure)?;
        let trap = Trap::start()?;
        let process = Driver::start(&programs.chromedriver)?;
        let capabilities = capabilities(&programs.chromium, &folder, &trap, options)?;
        let driver = WebDriver::new(process.address(), capabilities).await?;
        let browser = Browser { driver, server, trap, folder, process };
        browser.driver.set_script_timeout(PATIENCE * 2).await?;
        browser.resize(options.size).await?;
        browser.theme(options.theme).await?;
        Ok(browser)
    }

    /// Where the app is served, without a slash at the end.
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    pub(crate) fn driver_pid(&self) -> u32 {
        self.process.pid()
    }

    /// Where exports arrive.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Sets the viewport, exactly, at one device pixel per CSS pixel.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Sets what the page sees as the system's preference.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn theme(&self, theme: Theme) -> Result {
        let features = json!([{ "name": "prefers-color-scheme", "value": theme.name() }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// A command of the browser's own protocol.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Requests that went to another machine, as far as the proxy that catches them saw.
    pub fn foreign_requests(&self) -> Vec<String> {
        self.trap.caught()
    }

    /// The page's own requests to the server so far.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// Ends the network: from now on the server answers nothing.
    pub fn cut_network(&self) {
        self.server.cut();
    }

    /// What the page logged as errors since the last call: failed loads and policy violations included.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
        Ok(severe.map(|entry| entry.message).collect())
    }

    /// Ends the session; with `keep` the profile stays for a look at it.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn quit(self, keep: bool) -> Result {
        let Browser { driver, folder, process, .. } = self;
        let ended = driver.quit().await;
        drop(process);
        ended?;
        if !keep {
            // The browser may still be writing its last files: no matter.
            let _ = std::fs::remove_dir_all(folder);
        }
        Ok(())
    }
}

fn capabilities(
    chromium: &Path,
    folder: &Path,
    trap: &Trap,
    options: Options,
) -> Result<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&chromium.to_string_lossy())?;
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", folder.join("profile").display()))?;
    capabilities.add_arg(&format!("--proxy-server={}", trap.address()))?;
    capabilities.add_arg(&format!("--lang={}", options.language.tag()))?;
    // Quieter, though not silent: see the list in `trap`.
    capabilities
        .add_arg("--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter")?;
    capabilities.add_arg("--no-pings")?;
    // Scroll bars that take no room make pictures and measures the same everywhere.
    capabilities.add_arg("--hide-scrollbars")?;
    capabilities.add_arg("--font-render-hinting=none")?;
    capabilities.add_experimental_option(
        "prefs",
        json!({
            "intl.accept_languages": options.language.tag(),
            "download.default_directory": folder.join("downloads"),
            "download.prompt_for_download": false,
            "profile.default_content_setting_values.automatic_downloads": 1,
        }),
    )?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}
