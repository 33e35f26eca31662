//! How fast a formula of ten operators is over 500,000 rows, beside the same written by hand:
//! `cargo run -p formula --example speed --profile engine-release`
#![expect(clippy::print_stdout, reason = "it is a program for the console")]

use formula::{Environment, Formula, Frame, KnownColumn, check};
use std::hint::black_box;
use std::time::Instant;
use table::{Codes, Column, ColumnData, Day, Dictionary, Integers, Role, Table, TextColumn};

const ROWS: usize = 500_000;
const ROUNDS: usize = 40;

/// Columns as a usage file has them: small whole numbers, one in 16 absent, a decimal, a plan.
fn table() -> Table {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut next = move |below: u64| {
        // xorshift64*, G. Marsaglia 2003, S. Vigna 2014
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % below
    };
    let mut whole = |most: u64| -> Vec<i16> {
        (0..ROWS).map(|_| if next(16) == 0 { i16::MIN } else { next(most) as i16 }).collect()
    };
    let (logins, seats, tickets) = (whole(400), whole(60), whole(20));
    let nps = whole(11).into_iter().map(|n| if n == i16::MIN { i8::MIN } else { n as i8 });
    let nps = Integers::I8(nps.collect());
    let mrr = whole(1_000).into_iter().map(|n| f64::from(n) * 1.5).collect();
    let mut dictionary = Dictionary::default();
    for plan in ["Free", "Pro", "Max"] {
        dictionary.push(plan);
    }
    let codes = Codes::U8(whole(3).into_iter().map(|n| n as u8).collect());
    let columns = [
        ("logins", ColumnData::Integer(Integers::I16(logins))),
        ("seats", ColumnData::Integer(Integers::I16(seats))),
        ("tickets", ColumnData::Integer(Integers::I16(tickets))),
        ("nps", ColumnData::Integer(nps)),
        ("mrr", ColumnData::Decimal(mrr)),
        ("plan", ColumnData::Text(TextColumn { codes, dictionary })),
    ];
    let columns = columns.map(|(name, data)| Column { name: name.to_owned(), data });
    Table { columns: columns.into(), rows: ROWS }
}

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

/// The first formula below, as one would write it for these very columns.
fn by_hand(logins: &[i16], seats: &[i16], tickets: &[i16], nps: &[i8], out: &mut [f64]) {
    for row in 0..out.len() {
        let (l, s, t, q) = (logins[row], seats[row], tickets[row], nps[row]);
        let licensed = (s != i16::MIN).then_some(s > 0);
        let asked = (q != i8::MIN).then_some(q >= 0);
        out[row] = match (licensed, asked) {
            (Some(false), _) | (_, Some(false)) => 0.0,
            (Some(true), Some(true)) if l != i16::MIN && t != i16::MIN => {
                f64::from(l) / f64::from(s) * 60.0 + f64::from(q) * 4.0 - f64::from(t) * 2.5
            }
            _ => f64::NAN,
        };
    }
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
    let ten = "IF(seats > 0 AND nps >= 0, logins / seats * 60 + nps * 4 - tickets * 2.5, 0)";
    let fast = time(ten);
    for text in [
        "logins / seats",
        "plan IN (\"Pro\", \"Max\") AND mrr > 200",
        "logins / AVERAGE(logins WHERE plan = \"Pro\")",
        "RANK(mrr)",
    ] {
        println!("{:8.2} ms  {text}", time(text));
    }
    let numbers = |name| match table.column(name).map(|c| &c.data) {
        Some(ColumnData::Integer(Integers::I16(v))) => v.as_slice(),
        _ => &[],
    };
    let nps = match table.column("nps").map(|c| &c.data) {
        Some(ColumnData::Integer(Integers::I8(v))) => v.as_slice(),
        _ => &[],
    };
    let (logins, seats, tickets) = (numbers("logins"), numbers("seats"), numbers("tickets"));
    let hand = best(|| {
        // a new column, as the evaluator makes one
        let mut column = vec![0.0; ROWS];
        by_hand(logins, seats, tickets, nps, &mut column);
        black_box(&column);
    });
    println!("{fast:8.2} ms  {ten}");
    println!("{hand:8.2} ms  the same by hand");
    println!(
        "{:8.0} million rows/s, ratio to the loop by hand {:.2}",
        ROWS as f64 / fast / 1e3,
        fast / hand
    );
}
