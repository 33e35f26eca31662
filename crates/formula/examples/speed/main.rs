//! How fast a formula of ten operators is over 500,000 rows, beside the same written by hand:
//! `cargo run -p formula --example speed --profile engine-release`
#![expect(clippy::print_stdout, reason = "it is a program for the console")]

mod data;

use data::{ROWS, TEN, by_hand, table};
use formula::{Environment, Formula, Frame, KnownColumn, check};
use std::hint::black_box;
use std::time::Instant;
use table::{Day, Role, Table};

const ROUNDS: usize = 40;

/// The best of some rounds, in milliseconds.
fn best(mut run: impl FnMut()) -> f64 {
    let round = |_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

fn formula(text: &str, table: &Table) -> Option<Formula> {
    let columns = table.columns.iter().map(|c| KnownColumn::of(c, Role::MeasureInput)).collect();
    let checked = check(text, &Environment { columns, ..Environment::default() });
    checked.problems.iter().for_each(|p| println!("{text}: {}", p.kind));
    checked.formula
}

fn main() {
    let table = table();
    let frame = Frame::of(&table, Day(20_778));
    let mut out = Vec::new();
    let mut time = |text: &str| {
        let Some(formula) = formula(text, &table) else { return f64::NAN };
        best(|| {
            formula.numbers(&frame, &mut out);
            black_box(&out);
        })
    };
    let fast = time(TEN);
    for text in [
        "logins / seats",
        "plan IN (\"Pro\", \"Max\") AND mrr > 200",
        "logins / AVERAGE(logins WHERE plan = \"Pro\")",
        "RANK(mrr)",
    ] {
        println!("{:8.2} ms  {text}", time(text));
    }
    let hand = best(|| {
        black_box(&by_hand(&table));
    });
    println!("{fast:8.2} ms  {TEN}");
    println!("{hand:8.2} ms  the same by hand");
    println!(
        "{:8.0} million rows/s, ratio to the loop by hand {:.2}",
        ROWS as f64 / fast / 1e3,
        fast / hand
    );
}
