//! `cargo xtask <command>`: reads the command line and hands over to the library.

use std::process::ExitCode;

use xtask::{Result, bench, check, dist, gallery, run, serve, stand_in, test};

const HELP: &str = "\
usage: cargo xtask <command> [options]

  serve [--port 8080] [--no-open] [--watch] [--debug]
            build the app, serve it on 127.0.0.1 and open it (needs rustup alone)
  test  [--only native|wasm|e2e|check] [-- words passed to cargo test]
            every test, the ones in the browser included
  check [--only fmt|clippy|arrows|locales|links|files]
            format, lints, direction of the arrows, locales, links in documents
  dist      the static folder dist/ that any web server can host
  gallery   a PNG of every screen in both languages, light and dark, three sizes
  bench [--peers a,b] [--quick]
            speed, memory and size in Chromium; appends to tests/bench/history.jsonl

Tools that are missing are installed at their pinned versions, into the cargo home.
CHROMIUM and CHROMEDRIVER name a browser and its driver that are not on PATH.";

fn main() -> ExitCode {
    let mut args = std::env::args();
    let called_as = args.next().unwrap_or_default();
    let args: Vec<String> = args.collect();
    let result = if stand_in::is_called_as(&called_as) {
        stand_in::wasm_opt(&args)
    } else {
        dispatch(&args)
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args),
    };
    match command {
        "serve" => serve::serve(rest),
        "test" => test::test(rest),
        "check" => check::check(rest),
        "dist" => dist::dist(rest),
        "gallery" => gallery::gallery(rest),
        "bench" => bench::bench(rest),
        "help" | "-h" | "--help" => {
            run::say(HELP);
            Ok(())
        }
        other => Err(format!("no command `{other}`; `cargo xtask help` lists them")),
    }
}
