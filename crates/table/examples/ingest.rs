//! Reads a file from the disk and says how fast: `cargo run --release -p table --example ingest -- FILE`.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for the developer")]

use std::{env, fs, time::Instant};
use table::{Ingest, Outcome, Overrides, inspect};

fn main() {
    let path = env::args().nth(1).unwrap();
    let times: u32 = env::args().nth(2).map_or(5, |n| n.parse().unwrap());
    let bytes = fs::read(&path).unwrap();
    let head = &bytes[..bytes.len().min(1 << 20)];
    let mut best = f64::INFINITY;
    for turn in 0..times {
        let begin = Instant::now();
        let look = inspect(head, head.len() == bytes.len(), &path, &Overrides::default());
        let inspected = begin.elapsed();
        let begin = Instant::now();
        let mut ingest = Ingest::new(look.layout);
        ingest.expect_bytes(bytes.len() as u64);
        let mut rounds = 1;
        let done = loop {
            for piece in bytes.chunks(4 << 20) {
                ingest.push(piece);
            }
            match ingest.finish() {
                Outcome::Done(done) => break done,
                Outcome::Again(next) => ingest = *next,
            }
            rounds += 1;
        };
        let took = begin.elapsed().as_secs_f64();
        best = best.min(took);
        if turn == 0 {
            println!(
                "{} rows × {} columns, {} rejected, {} diagnostics, {rounds} reading(s), looked at in {inspected:?}",
                done.table.rows,
                done.table.columns.len(),
                done.report.rows_rejected,
                done.report.total(),
            );
            for (plan, column) in done.layout.columns.iter().zip(&done.table.columns) {
                println!("  {:24} {:?} {:?}", plan.name, column.data.column_type(), plan.role);
            }
        }
    }
    println!("{:.1} ms, {:.0} MB/s", best * 1e3, bytes.len() as f64 / best / 1e6);
}
