//! Properties of the reader: the fast one equals the slow one, what is written is read, nothing is
//! lost, nothing panics.

use crate::{
    Cell, ColumnData, ColumnPlan, ColumnType, DecimalMark, Delimiter, DiagnosticKind, Encoding,
    Ingest, Ingested, Layout, Outcome, Overrides, inspect,
    parse::{
        mark,
        number::{NotNumber, Number},
    },
    reference::{self, Record},
    scan::Rules,
};
use proptest::prelude::*;

fn layout(columns: usize, delimiter: Delimiter, header: bool) -> Layout {
    let plans = (1..=columns).map(|i| ColumnPlan {
        column_type: Some(ColumnType::Text),
        ..ColumnPlan::new(&format!("#{i}"), ColumnType::Text)
    });
    Layout { delimiter, header, columns: plans.collect(), ..Layout::default() }
}

/// Reads with the fast reader in pieces of `size` bytes, as often as it asks for.
fn read(layout: Layout, rules: Option<Rules>, bytes: &[u8], size: usize) -> Ingested {
    let mut ingest = match rules {
        Some(rules) => {
            let settled = vec![false; layout.columns.len()];
            Ingest::with_rules(layout, settled, 0, rules)
        }
        None => Ingest::new(layout),
    };
    for _ in 0..8 {
        for piece in bytes.chunks(size.max(1)) {
            ingest.push_for_test(piece);
        }
        match ingest.finish() {
            Outcome::Done(done) => return *done,
            Outcome::Again(next) => ingest = *next,
        }
    }
    panic!("read forever")
}

/// The cells as text, absent as "".
fn cells(got: &Ingested) -> Vec<Vec<String>> {
    let text = |data: &ColumnData, row| match data.cell(row) {
        Cell::Text(t) => t.to_owned(),
        _ => String::new(),
    };
    (0..got.table.rows)
        .map(|row| got.table.columns.iter().map(|c| text(&c.data, row)).collect())
        .collect()
}

fn blank_as_empty(mut record: Vec<String>) -> Vec<String> {
    for cell in &mut record {
        if crate::parse::is_blank(cell.as_bytes()) {
            cell.clear();
        }
    }
    record
}

#[track_caller]
fn same_as_reference(text: &str, rules: Rules, delimiter: Delimiter, size: usize) {
    let records = reference::read(text, &rules);
    let got = read(layout(rules.columns, delimiter, false), Some(rules), text.as_bytes(), size);
    let (good, bad): (Vec<Record>, Vec<Record>) =
        records.into_iter().partition(|r| r.cells.is_ok());
    let good: Vec<_> = good.into_iter().flat_map(|r| r.cells).map(blank_as_empty).collect();
    assert_eq!(cells(&got), good, "{text:?}");
    let is_out = |kind: DiagnosticKind| kind.rejects_row() || kind == DiagnosticKind::AboveTable;
    let rejected: Vec<_> = got.report.diagnostics.iter().filter(|d| is_out(d.kind)).collect();
    let out = got.report.rows_rejected + got.report.lines_above;
    assert_eq!(out as usize, rejected.len());
    assert_eq!(rejected.len(), bad.len(), "{text:?}");
    for (fast, slow) in rejected.iter().zip(&bad) {
        assert_eq!((fast.line, Err(fast.kind)), (slow.line, slow.cells.clone()), "{text:?}");
    }
}

const DELIMITERS: [Delimiter; 4] = Delimiter::ALL;

/// Texts in which everything that matters to a scanner is frequent.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(","),
        Just(";"),
        Just("\t"),
        Just("|"),
        Just("\""),
        Just("\"\""),
        Just("\n"),
        Just("\r"),
        Just("\r\n"),
        Just("\0"),
        Just("a"),
        Just("1"),
        Just(" "),
        Just("日本"),
        Just("\",\""),
        Just("x,y\n"),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|v| v.concat())
}

/// A file written with any quoting, and what it says.
fn written() -> impl Strategy<Value = (Vec<Vec<String>>, String, Delimiter)> {
    let cell = proptest::string::string_regex("[ab,;|\t\"\r\n日1 ]{0,6}").unwrap().boxed();
    let sizes = (1usize..5, 0usize..12, 0usize..4, 0usize..3, any::<u64>(), any::<bool>());
    sizes.prop_flat_map(move |(columns, rows, delimiter, newline, seed, ended)| {
        let record = proptest::collection::vec(cell.clone(), columns);
        proptest::collection::vec(record, rows).prop_map(move |records| {
            let delimiter = DELIMITERS[delimiter];
            let newline = ["\n", "\r\n", "\r"][newline];
            let mut text = String::new();
            let mut bits = seed;
            for (i, record) in records.iter().enumerate() {
                for (j, cell) in record.iter().enumerate() {
                    if j > 0 {
                        text.push(char::from(delimiter.byte()));
                    }
                    let special = [char::from(delimiter.byte()), '"', '\r', '\n'];
                    bits = bits.rotate_left(1);
                    // a record that is one empty field must be quoted to be seen
                    if cell.contains(special) || bits & 1 == 1 || record.len() == 1 {
                        text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
                    } else {
                        text.push_str(cell);
                    }
                }
                if ended || i + 1 < records.len() {
                    text.push_str(newline);
                }
            }
            (records, text, delimiter)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_500) })]

    #[test]
    fn the_fast_reader_equals_the_slow_one(
        text in hostile(), columns in 1usize..5, delimiter in 0usize..4, size in 1usize..40,
        above in 0u64..6,
    ) {
        let delimiter = DELIMITERS[delimiter];
        let rules = Rules { above, ..Rules::new(delimiter.byte(), columns) };
        same_as_reference(&text, rules, delimiter, size);
    }

    #[test]
    fn unclosed_quotes_are_given_up_alike(
        text in hostile(), columns in 1usize..4, size in 1usize..40, longest in 1usize..30,
        most in 0u32..4,
    ) {
        let rules = Rules {
            longest_quoted: longest, most_unclosed: most, ..Rules::new(b',', columns)
        };
        same_as_reference(&text, rules, Delimiter::Comma, size);
    }

    #[test]
    fn what_is_written_is_read((records, text, delimiter) in written(), size in 1usize..50) {
        let columns = records.first().map_or(1, Vec::len);
        let got = read(layout(columns, delimiter, false), None, text.as_bytes(), size);
        let expected: Vec<_> = records.into_iter().map(blank_as_empty).collect();
        prop_assert_eq!(cells(&got), expected);
        prop_assert_eq!(got.report.rows_rejected, 0);
    }

    #[test]
    fn any_bytes_are_read_or_reported(
        bytes in proptest::collection::vec(any::<u8>(), 0..400), encoding in 0usize..7,
        size in 1usize..100, above in proptest::option::of(0u64..4),
    ) {
        let encoding = Encoding::ALL.get(encoding).copied();
        let overrides = Overrides { encoding, above, ..Overrides::default() };
        let look = inspect(&bytes, true, "any.csv", &overrides);
        let got = read(look.layout.clone(), None, &bytes, size);
        prop_assert_eq!(got.table.rows as u64, got.report.rows_read);
        for column in &got.table.columns {
            prop_assert_eq!(column.data.len(), got.table.rows);
        }
        let mut text = Vec::new();
        crate::encoding::Transcoder::new(look.layout.encoding).feed(&bytes, true, &mut text);
        let text = String::from_utf8_lossy(&text).into_owned();
        let rules = Rules {
            above: look.layout.above,
            ..Rules::new(look.layout.delimiter.byte(), look.layout.columns.len())
        };
        let records = reference::read(&text, &rules);
        let is_above = |r: &&Record| r.cells == Err(DiagnosticKind::AboveTable);
        let above = records.iter().filter(is_above).count() as u64;
        let records = records.len() as u64;
        let header = u64::from(look.layout.header && records > above);
        prop_assert_eq!(got.report.lines_above, above);
        prop_assert_eq!(got.report.rows_read + got.report.rows_rejected + header + above, records);
    }

    /// However late in the column the first cell that tells the mark stands.
    #[test]
    fn all_of_a_column_decides_on_its_decimal_mark(
        cells in proptest::collection::vec("-?[0-9]{1,4}([.,][0-9]{1,3}){0,2}", 1..40),
        same in 0usize..60, planned in any::<bool>(), size in 1usize..80,
    ) {
        let mut cells = cells;
        let first = cells[0].clone();
        cells.splice(0..0, std::iter::repeat_n(first, same));
        let text: String = cells.iter().map(|c| format!("a;{c}\n")).collect();
        let mut layout = layout(2, Delimiter::Semicolon, false);
        layout.columns[1].column_type = Some(ColumnType::Decimal);
        let before = if planned { DecimalMark::Comma } else { DecimalMark::Point };
        layout.columns[1].decimal = before;
        let got = read(layout, None, text.as_bytes(), size);
        let told = |mark| cells.iter().filter(|c| mark::evidence(c.as_bytes()) == Some(mark)).count() as u64;
        let decided =
            mark::decide(told(DecimalMark::Comma), told(DecimalMark::Point), before);
        prop_assert_eq!(got.layout.columns[1].decimal, decided);
        for (row, cell) in cells.iter().enumerate() {
            let expected = match mark::patient(cell.as_bytes(), decided) {
                Ok((Number::Integer(value), _)) => Cell::Decimal(value as f64),
                Ok((Number::Decimal(value), _)) => Cell::Decimal(value),
                // the user demands numbers: a code with leading zeros is one
                Err(NotNumber::LeadingZero) => continue,
                Err(_) => Cell::Absent,
            };
            prop_assert_eq!(got.table.columns[1].data.cell(row), expected, "{}", cell);
        }
    }

    #[test]
    fn pieces_do_not_matter(
        rows in proptest::collection::vec("[0-9.,%円¥日年月/ a-]{0,9}", 1..30), size in 1usize..60,
    ) {
        let text = format!("x\ty\n{}\n", rows.iter().map(|r| format!("{r}\t1")).collect::<Vec<_>>().join("\n"));
        let look = inspect(text.as_bytes(), true, "a.tsv", &Overrides::default());
        let whole = read(look.layout.clone(), None, text.as_bytes(), usize::MAX);
        let pieces = read(look.layout, None, text.as_bytes(), size);
        prop_assert_eq!(format!("{whole:?}"), format!("{pieces:?}"));
    }
}

#[test]
fn an_unclosed_quote_costs_its_line_only() {
    let text = "a,b\n1,\"x\n2,y\n3,z\n";
    let got = read(layout(2, Delimiter::Comma, true), None, text.as_bytes(), 5);
    assert_eq!(cells(&got), [["2", "y"], ["3", "z"]]);
    let one = &got.report.diagnostics[0];
    assert_eq!((one.line, one.kind), (2, DiagnosticKind::UnclosedQuote));
    assert_eq!(one.text, "1,\"x");
}

#[test]
fn nul_is_taken_out_and_said() {
    let got = read(layout(2, Delimiter::Comma, false), None, b"a\0b,\"c\0\"\"d\"\n", 3);
    assert_eq!(cells(&got), [["ab", "c\"d"]]);
    assert_eq!(got.report.count(DiagnosticKind::NulRemoved), 2);
}

#[test]
fn more_fields_are_fine_when_empty() {
    let got = read(layout(2, Delimiter::Comma, false), None, b"1,2,,\n3,4,\"\"\n5,6,7\n", 9);
    assert_eq!(cells(&got), [["1", "2"], ["3", "4"]]);
    assert_eq!(got.report.count(DiagnosticKind::TooManyFields), 1);
}
