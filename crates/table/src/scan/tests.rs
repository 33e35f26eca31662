use super::Rules;
use crate::{DiagnosticKind, Ingest, Ingested, Outcome, Overrides};

fn read(csv: &str, piece: usize) -> Ingested {
    let layout = crate::inspect(b"a,b\nxx,zz\n", true, "a.csv", &Overrides::default()).layout;
    let settled = vec![true; 2];
    let rules = Rules { longest: 40, ..Rules::new(b',', 2) };
    let mut ingest = Ingest::with_rules(layout, settled, 0, rules);
    csv.as_bytes().chunks(piece).for_each(|piece| ingest.push_for_test(piece));
    let Outcome::Done(ingested) = ingest.finish() else { unreachable!("all is settled") };
    *ingested
}

#[test]
fn a_record_without_end_is_rejected_and_reading_goes_on() {
    for newline in ["\n", "\r\n"] {
        let long = "x,".repeat(300);
        let lines = ["a,b", "1,2", &long, "3,4", &long, "5,6", ""];
        let csv = lines.join(newline);
        for piece in [1, 7, 64, 100_000] {
            let got = read(&csv, piece);
            assert_eq!(got.table.rows, 3, "{piece}");
            assert_eq!(got.report.rows_rejected, 2, "{piece}");
            let found: Vec<_> = got.report.diagnostics.iter().map(|d| (d.line, d.kind)).collect();
            let kind = DiagnosticKind::RecordTooLong;
            assert_eq!(found, [(3, kind), (5, kind)], "{piece}");
        }
    }
}

#[test]
fn a_file_of_one_endless_line_is_not_kept() {
    let got = read(&format!("a,b\n{}", "z".repeat(9_000)), 100);
    assert_eq!((got.table.rows, got.report.rows_rejected), (0, 1));
}
