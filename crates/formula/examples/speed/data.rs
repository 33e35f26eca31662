//! What the speed of formulas is measured on, and the loop by hand that it is held against.

use table::{Codes, Column, ColumnData, Dictionary, Integers, Table, TextColumn};

/// How many accounts.
pub(crate) const ROWS: usize = 500_000;

/// A formula of ten operators.
pub(crate) const TEN: &str =
    "IF(seats > 0 AND nps >= 0, logins / seats * 60 + nps * 4 - tickets * 2.5, 0)";

/// Columns as a usage file has them: small whole numbers, one in 16 absent, a decimal, a plan.
pub(crate) fn table() -> Table {
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

/// [`TEN`], as one would write it for these very columns; a new column, as the evaluator makes one.
pub(crate) fn by_hand(table: &Table) -> Vec<f64> {
    let numbers = |name| match table.column(name).map(|c| &c.data) {
        Some(ColumnData::Integer(Integers::I16(v))) => v.as_slice(),
        _ => &[],
    };
    let nps = match table.column("nps").map(|c| &c.data) {
        Some(ColumnData::Integer(Integers::I8(v))) => v.as_slice(),
        _ => &[],
    };
    let mut out = vec![0.0; ROWS];
    fill(numbers("logins"), numbers("seats"), numbers("tickets"), nps, &mut out);
    out
}

fn fill(logins: &[i16], seats: &[i16], tickets: &[i16], nps: &[i8], out: &mut [f64]) {
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
