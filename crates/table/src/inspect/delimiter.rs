//! What stands between the fields.

use super::header::{self, Seen};
use crate::{Delimiter, Overrides};

/// The delimiter under which most records have the same number of fields, that share, and the first
/// records.
pub(super) fn delimiter(
    text: &[u8],
    whole: bool,
    file_name: &str,
    overrides: &Overrides,
) -> (Delimiter, f32, Vec<Seen>) {
    let sample = &text[..text.len().min(256 << 10)];
    let whole = whole && sample.len() == text.len();
    let tabs = file_name.to_ascii_lowercase().ends_with(".tsv");
    let mut best: Option<(f32, Delimiter, f32, Vec<Seen>)> = None;
    for delimiter in Delimiter::ALL {
        if overrides.delimiter.is_some_and(|d| d != delimiter) {
            continue;
        }
        let records = header::first_records(sample, delimiter.byte(), whole);
        let usual = most_common(&records);
        let alike = records.iter().filter(|r| r.fields == usual).count();
        let share = alike as f32 / records.len().max(1) as f32;
        let mut score =
            if usual < 2 { 0.0 } else { share * share * (1.0 - 1.0 / (usual as f32 + 1.0)) };
        if tabs && delimiter == Delimiter::Tab && usual > 1 {
            score += 1.0;
        }
        if best.as_ref().is_none_or(|(s, ..)| score > *s) {
            best = Some((score, delimiter, share, records));
        }
    }
    best.map_or((Delimiter::Comma, 0.0, Vec::new()), |(_, d, share, records)| (d, share, records))
}

/// The number of fields that occurs most often, the greater one of two; 0 for none.
pub(super) fn most_common(records: &[Seen]) -> usize {
    let mut sorted: Vec<usize> = records.iter().map(|r| r.fields).collect();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied()).unwrap_or(0)
}
