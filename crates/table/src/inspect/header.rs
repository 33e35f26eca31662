//! The header: whether there is one, and what the columns are called.

use super::scanned::Scanned;
use crate::{ColumnType, names, parse, parse::date_words::in_words};

/// How many records are looked at to tell the delimiter.
const RECORDS: usize = 300;

/// How many rows are looked at to tell a header from what is below it.
const BELOW: usize = 2_000;

/// One of the first records under a delimiter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Where it begins.
    pub(super) start: usize,
    /// How many fields it has.
    pub(super) fields: usize,
    /// How many of them are not empty.
    pub(super) filled: usize,
}

/// The first records under a delimiter. Blank lines count only where nothing has more than one field.
pub(super) fn first_records(text: &[u8], delimiter: u8, whole: bool) -> Vec<Seen> {
    let mut records = Vec::new();
    let mut seen = Seen { fields: 1, ..Seen::default() };
    // where the field begins
    let mut begin = 0;
    let mut quoted = false;
    let mut at = 0;
    while at < text.len() && records.len() < RECORDS {
        let b = text[at];
        if quoted {
            if b == b'"' && text.get(at + 1) == Some(&b'"') {
                at += 1;
            } else if b == b'"' {
                quoted = false;
            }
        } else if b == b'\n' || b == b'\r' {
            seen.filled += usize::from(at > begin);
            if at > seen.start {
                records.push(seen);
            }
            if b == b'\r' && text.get(at + 1) == Some(&b'\n') {
                at += 1;
            }
            seen = Seen { start: at + 1, fields: 1, filled: 0 };
            begin = at + 1;
        } else if b == delimiter {
            seen.fields += 1;
            seen.filled += usize::from(at > begin);
            begin = at + 1;
        } else if b == b'"' && begin == at {
            quoted = true;
        }
        at += 1;
    }
    if at > seen.start && whole && records.len() < RECORDS {
        seen.filled += usize::from(at > begin);
        records.push(seen);
    }
    if records.is_empty() && !text.is_empty() {
        records.push(Seen { fields: 1, ..Seen::default() });
    }
    records
}

/// Whether the first record names the columns: its cells do not fit the types of the cells below.
pub(super) fn looks_like_one(scanned: &Scanned<'_>) -> bool {
    let rows = scanned.index.rows();
    if rows == 0 {
        return true;
    }
    let first = scanned.row(0);
    if first.iter().all(|c| c.trim().is_empty()) {
        return false;
    }
    let mut for_it = 0;
    let mut against = 0;
    for (column, name) in first.iter().enumerate() {
        let bytes = name.as_bytes();
        if parse::is_blank(bytes) {
            continue;
        }
        let mut own = crate::infer::Tally::of(scanned.delimiter);
        own.add(bytes, 1);
        let tally = scanned.tally(column, 1..BELOW);
        let below = tally.decide(names::is_date_like(name)).column_type;
        // "Jan 1, 2019" over numbers is what they are of
        let is_title = in_words(bytes).is_some() && below != ColumnType::Date;
        let is_value =
            own.codes > 0 || own.decide(true).column_type != ColumnType::Text && !is_title;
        if names::hint(name).is_some_and(|h| h.strength == 3) {
            for_it += 2;
        }
        match (is_value, below != ColumnType::Text || tally.is_numeric_code()) {
            (true, _) => against += 2,
            (false, true) => for_it += 2,
            // text over text: a name is seldom a value as well
            (false, false) if tally.present > 0 => {
                let mut again = false;
                scanned.index.each_cell(scanned.text, column, |row, cell| {
                    again |= (1..BELOW).contains(&row) && cell == bytes;
                });
                if again {
                    against += 1;
                } else {
                    for_it += 1;
                }
            }
            (false, false) => {}
        }
    }
    against == 0 || for_it > against
}

/// The names of the columns: trimmed, never empty, never twice.
pub(super) fn names(scanned: &Scanned<'_>, has_header: bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(scanned.columns);
    let header = has_header && scanned.index.rows() > 0;
    for column in 0..scanned.columns {
        let given = if header { scanned.cell(0, column) } else { String::new() };
        let mut words = given.split_whitespace();
        let mut name = words.next().unwrap_or_default().to_owned();
        for word in words {
            name.push(' ');
            name.push_str(word);
        }
        if name.is_empty() {
            name = format!("#{}", column + 1);
        }
        let mut unique = name.clone();
        let mut n = 2;
        while names.contains(&unique) {
            unique = format!("{name} ({n})");
            n += 1;
        }
        names.push(unique);
    }
    names
}
