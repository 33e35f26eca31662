//! Measures the built app in Chromium, prints a table, and appends a line to the committed history.
//!
//! Called by `cargo xtask bench`, which builds the app and generates the files to read.

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{Browser, Options, Result, failure};
use xtask::run::{output, root, say, target_dir};
use xtask::server::Server;
use xtask::size::{self, Stage};

/// The files that peerbench generates, and how often each is read.
const SIZES: [(&str, u32); 3] = [("5k", 9), ("50k", 5), ("500k", 3)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let quick = std::env::args().any(|arg| arg == "--quick");
    let sizes = if quick { &SIZES[..2] } else { &SIZES[..] };
    let mut runs = Vec::new();
    for (size, count) in sizes {
        runs.push(measure(size, *count).await?);
    }
    let cold = cold_start(if quick { 2 } else { 5 }).await?;
    let delay = input_delay(sizes[sizes.len() - 1].0).await?;
    let files = size::measure(&xtask::build::dist_folder()).map_err(failure)?;
    let [first, start, main, all] = [Stage::Paint, Stage::Start, Stage::Main, Stage::Later]
        .map(|stage| size::until(stage, &files));

    let entry = json!({
        "date": date(), "commit": commit(), "browser": browser().await?, "cores": cores(), "runs": runs,
        "formula": formula_speed(),
        "cold_start_ms": cold, "input_delay_p95_ms": delay,
        "bytes": {
            "raw": size::raw(&files), "brotli_first_paint": first, "brotli_start": start,
            "brotli_main": main, "brotli": all,
        },
    });
    table(&entry);
    let mut history = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(root().join("tests").join("bench").join("history.jsonl"))?;
    writeln!(history, "{entry}")?;
    say("\nappended to tests/bench/history.jsonl");
    Ok(())
}

/// The app, the bench's own page, and the generated files, in one site.
fn site() -> Result<Server> {
    let bench = root().join("tests").join("bench");
    let mounts = [("bench", bench.as_path()), ("peer", &peer())];
    Server::start_with(&xtask::build::dist_folder(), &mounts, 0).map_err(failure)
}

fn peer() -> PathBuf {
    target_dir().join("peerbench")
}

/// Times and memory for one file, in a new browser.
async fn measure(size: &str, runs: u32) -> Result<Value> {
    let browser = Browser::start_at(site()?, "bench", Options::default()).await?;
    browser.driver.set_script_timeout(Duration::from_secs(600)).await?;
    browser.goto("bench/page.html").await?;
    let bytes = call(&browser, &format!("load({size:?})")).await?;
    let before = browser.memory();
    call(&browser, "readOnce()").await?;
    let peak = browser.peak_memory();
    let mut result = call(&browser, &format!("times({runs})")).await?;
    let growth = before.zip(peak).map(|(before, peak)| peak.saturating_sub(before));
    result["size"] = json!(size);
    result["memory_peak"] = json!(growth);
    say(&format!("  {size}: {} MB measured", bytes.as_f64().unwrap_or_default() / 1e6));
    browser.quit(false).await?;
    Ok(result)
}

/// Calls a function of the bench's page and waits for its answer.
async fn call(browser: &Browser, what: &str) -> Result<Value> {
    browser
        .wait("the bench's page", async || {
            Ok((browser.script("return !!window.bench").await? == true).then_some(()))
        })
        .await?;
    let script = format!(
        "const [done] = arguments; bench.{what}.then((answer) => done({{ answer }}), (e) => done({{ error: String(e) }}))"
    );
    let answer = browser.driver.execute_async(&script, Vec::new()).await?;
    match answer.json().get("error") {
        Some(error) => Err(failure(format!("{what}: {error}"))),
        None => Ok(answer.json()["answer"].clone()),
    }
}

/// Milliseconds from the request of the page until its shell stands, in new browsers: the median.
async fn cold_start(runs: u32) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..runs {
        let browser = Browser::start("cold", Options::default()).await?;
        let watch = "new MutationObserver((_, o) => { if (document.querySelector('main#main')) {
            window.__shell = performance.now(); o.disconnect(); } }).observe(document, { childList: true, subtree: true })";
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await?;
        browser.open("#/start").await?;
        times.extend(browser.script("return window.__shell").await?.as_f64());
        browser.quit(false).await?;
    }
    Ok(middle(times))
}

/// How late the page's main thread answers while it imports: the 95th percentile, in milliseconds.
async fn input_delay(size: &str) -> Result<Option<f64>> {
    let browser = Browser::start("delay", Options::default()).await?;
    browser.open("#/start").await?;
    let file = peer().join("data").join(format!("accounts_{size}.csv"));
    browser.give_files(&[&file]).await?;
    browser.import_is_ready().await?;
    browser
        .script(
            "window.__late = []; let last = performance.now();
         window.__probe = setInterval(() => { const now = performance.now();
           window.__late.push(Math.max(0, now - last - 8)); last = now; }, 8);",
        )
        .await?;
    let start = Instant::now();
    browser.confirm_import().await?;
    let late = browser.script("clearInterval(window.__probe); return window.__late").await?;
    let mut late: Vec<f64> =
        late.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    late.sort_by(f64::total_cmp);
    say(&format!(
        "  import in the app: {:.1} s, {} samples of delay",
        start.elapsed().as_secs_f64(),
        late.len()
    ));
    browser.quit(false).await?;
    Ok(late.get(late.len() * 95 / 100).copied())
}

/// What `cargo xtask bench` measured before: the time of a formula and of the same by hand.
fn formula_speed() -> Value {
    let told = std::env::var("FORMULA_SPEED").unwrap_or_default();
    serde_json::from_str(&told).unwrap_or(Value::Null)
}

fn table(entry: &Value) {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    say(&format!(
        "\n{:>6} {:>9} {:>9} {:>9} {:>7} {:>10} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8}",
        "rows",
        "ingest ms",
        "stored ms",
        "MB/s",
        "×decode",
        "score ms",
        "full ms",
        "rescore",
        "window",
        "scroll",
        "tree ms",
        "what if",
        "mem/file"
    ));
    for run in entry["runs"].as_array().into_iter().flatten() {
        let (bytes, read) = (number(&run["bytes"]), number(&run["read"]));
        say(&format!(
            "{:>6} {read:>9.1} {:>9.1} {:>9.0} {:>7.2} {:>10.1} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>8.2}",
            run["rows"],
            number(&run["stored"]),
            bytes / read / 1e3,
            read / number(&run["decode"]),
            number(&run["first"]),
            number(&run["full"]),
            number(&run["rescore"]),
            number(&run["page"]),
            number(&run["scroll"]),
            number(&run["tree"]),
            number(&run["what_if"]),
            number(&run["memory_peak"]) / bytes,
        ));
    }
    let (fast, hand) = (number(&entry["formula"]["ms"]), number(&entry["formula"]["by_hand_ms"]));
    say(&format!(
        "formula of ten operators over 500,000: {fast:.1} ms, {:.0} million rows/s, {:.2} × the same by hand ({hand:.1} ms)",
        500.0 / fast,
        fast / hand
    ));
    say(&format!(
        "cold start {:.0} ms · input delay p95 while importing {:.1} ms · brotli {} B to first paint, {} B to the start screen, {} B for the main job, {} B with all areas",
        number(&entry["cold_start_ms"]),
        number(&entry["input_delay_p95_ms"]),
        entry["bytes"]["brotli_first_paint"],
        entry["bytes"]["brotli_start"],
        entry["bytes"]["brotli_main"],
        entry["bytes"]["brotli"]
    ));
    say(
        "to reach at 500,000: ingest 400, rescore 10, formula 2 × by hand, window 100, what if 16, delay 50, memory 3 × file, 200 kB, 900 kB",
    );
}

fn middle(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    list.get(list.len() / 2).copied().unwrap_or(f64::NAN)
}

async fn browser() -> Result<Value> {
    let browser = Browser::start("version", Options::default()).await?;
    let version = browser.cdp("Browser.getVersion", json!({})).await?;
    browser.quit(false).await?;
    Ok(version["product"].clone())
}

fn commit() -> String {
    let mut git = std::process::Command::new("git");
    git.args(["describe", "--always", "--dirty"]).current_dir(root());
    output(&mut git).map_or_else(|_| "unknown".to_string(), |text| text.trim().to_string())
}

/// Today, as ISO 8601 writes it.
fn date() -> String {
    let mut node = std::process::Command::new("node");
    node.args(["-p", "new Date().toISOString()"]);
    output(&mut node).map_or_else(|_| "unknown".to_string(), |text| text.trim().to_string())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
