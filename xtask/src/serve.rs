//! `cargo xtask serve`: build the app and open it.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::Result;
use crate::args::Args;
use crate::build::{Care, app};
use crate::run::{self, phase, say};
use crate::server::Server;

/// Builds, serves until it is interrupted, and with `--watch` builds again when a source changes. Opens the
/// app in the browser unless `--no-open` is said or nobody looks (no terminal).
///
/// # Errors
/// When the words are not understood, the build fails or the port is taken.
pub fn serve(words: &[String]) -> Result<()> {
    let mut args = Args::new(words);
    let (open, watch) = (!args.flag("--no-open"), args.flag("--watch"));
    let care = if args.flag("--debug") { Care::Debug } else { Care::Quick };
    let port = args.value("--port")?.unwrap_or_else(|| "8080".to_string());
    let port = port.parse().map_err(|_| format!("`{port}` is not a port (0 to 65535)"))?;
    args.finish()?;

    let folder = run::target_dir().join("xtask").join("serve");
    phase("build (minutes the first time, seconds after)", || app(&folder, care))?;
    let server =
        Server::start(&folder, port).map_err(|error| format!("{error}; try `--port 0`"))?;
    say(&format!("\nSodachi is at {}/ (stop with Ctrl+C)", server.origin()));
    if open && std::io::stdout().is_terminal() {
        open_in_browser(&format!("{}/", server.origin()));
    }
    let mut seen = newest();
    loop {
        std::thread::sleep(Duration::from_millis(500));
        if !watch {
            continue;
        }
        let now = newest();
        if now > seen {
            seen = now;
            match phase("build", || app(&folder, care)) {
                Ok(()) => say("reload the page"),
                Err(error) => say(&format!("the page stays as it was: {error}")),
            }
        }
    }
}

fn open_in_browser(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    if command.arg(address).status().is_err() {
        say("no browser could be opened from here: open the address yourself");
    }
}

/// When a source was last changed.
fn newest() -> SystemTime {
    let mut newest = SystemTime::UNIX_EPOCH;
    let mut folders: Vec<PathBuf> = vec![run::root().join("crates"), run::root().join("www")];
    for file in ["index.html", "Trunk.toml", "Cargo.toml"] {
        newest = newest.max(changed(&run::root().join(file)));
    }
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                newest = newest.max(changed(&path));
            }
        }
    }
    newest
}

fn changed(file: &Path) -> SystemTime {
    std::fs::metadata(file).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}
