//! How long a sample takes: `cargo run --release -p sample --example time -- 300000`.

use sample::{Language, Spec, generate};
use std::io::Write;
use std::time::Instant;
use table::Day;

fn main() -> std::io::Result<()> {
    let accounts = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(300_000);
    let begin = Instant::now();
    let spec = Spec { accounts, ..Spec::new(Day(20_773), Language::Japanese) };
    let mut out = std::io::stdout().lock();
    for snapshot in generate(spec) {
        writeln!(out, "{} {} rows, {:?}", snapshot.date, snapshot.table.rows, begin.elapsed())?;
    }
    Ok(())
}
