//! Lines above the table: a title, the date of the export, blank lines, as many programs put them
//! before the names of the columns.

use super::header::{Seen, looks_like_one};
use super::scanned::scan;
use crate::Delimiter;

/// How many of the first lines are shown, and searched for the names.
const LINES: usize = 20;
/// How many characters of a line are shown.
const CHARS: usize = 60;

/// The record that the table begins with, among the first ones under a delimiter; 0 where none above it
/// looks like a title. What stands above has at most half as many filled fields as most records have,
/// and what follows names columns.
pub(super) fn first_of_table(
    text: &[u8],
    whole: bool,
    delimiter: Delimiter,
    records: &[Seen],
    usual: usize,
    header: Option<bool>,
) -> usize {
    let is_title = |seen: &&Seen| seen.filled * 2 <= usual;
    let above = records.iter().take(LINES).take_while(is_title).count();
    let Some(first) = records.get(above).filter(|_| above > 0 && usual > 1) else { return 0 };
    let begins = match header {
        // without names nothing tells a title from a row with few values
        Some(false) => false,
        Some(true) => true,
        None => looks_like_one(&scan(&text[first.start..], whole, delimiter, usual)),
    };
    if begins { above } else { 0 }
}

/// How many lines end before an offset.
pub(super) fn lines_before(text: &[u8], offset: usize) -> u64 {
    let mut lines = 0;
    let mut at = 0;
    while at < offset {
        at = next_line(text, at);
        lines += 1;
    }
    lines
}

/// Where the line after so many lines begins; the end of the text when there are not as many.
pub(super) fn after_lines(text: &[u8], lines: u64) -> usize {
    let mut at = 0;
    for _ in 0..lines {
        if at == text.len() {
            break;
        }
        at = next_line(text, at);
    }
    at
}

/// The beginnings of the first lines, for choosing the one that the table begins with.
pub(super) fn first_lines(text: &[u8]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < text.len() && lines.len() < LINES {
        let next = next_line(text, at);
        // four bytes are the longest character
        let seen = &text[at..next.min(at + CHARS * 4)];
        let seen = String::from_utf8_lossy(seen);
        let seen = seen.trim_end_matches(['\n', '\r']);
        lines.push(match seen.char_indices().nth(CHARS) {
            Some((end, _)) => format!("{}…", &seen[..end]),
            None => seen.to_owned(),
        });
        at = next;
    }
    lines
}

/// Where the next line begins.
fn next_line(text: &[u8], at: usize) -> usize {
    match memchr::memchr2(b'\n', b'\r', &text[at..]) {
        Some(found) if text[at + found..].starts_with(b"\r\n") => at + found + 2,
        Some(found) => at + found + 1,
        None => text.len(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Inspection, InspectionNote, Overrides, Role, inspect};

    fn look(csv: &str, overrides: &Overrides) -> Inspection {
        inspect(csv.as_bytes(), true, "a.csv", overrides)
    }

    #[track_caller]
    fn check(csv: &str, above: u64, columns: &[&str]) {
        let seen = look(csv, &Overrides::default());
        let names: Vec<_> = seen.layout.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!((seen.layout.above, names.as_slice()), (above, columns), "{csv}");
    }

    const TABLE: &str = "顧客ID,会社名,ログイン数\nA-1,青空,3\nA-2,風見,5\nA-3,椿坂,8\n";

    #[test]
    fn titles_above_the_names_are_told() {
        let names = ["顧客ID", "会社名", "ログイン数"];
        check(TABLE, 0, &names);
        for (title, lines) in [
            ("利用状況レポート\n", 1),
            ("利用状況レポート\r\n出力日：2026/11/16\r\n\r\n", 3),
            ("\n\n利用状況\n", 3),
            ("利用状況,,\n,,\n", 2),
            ("\"利用状況\"\n2026年11月16日\n", 2),
        ] {
            check(&format!("{title}{TABLE}"), lines, &names);
        }
        let one = look(&format!("レポート\n\n{TABLE}"), &Overrides::default());
        assert_eq!(one.layout.columns[0].role, Role::AccountId);
        assert_eq!(one.preview[0], ["A-1", "青空", "3"]);
        assert_eq!(one.lines[..3], ["レポート", "", "顧客ID,会社名,ログイン数"]);
        assert!(one.notes.contains(&InspectionNote::LinesAbove(2)));
    }

    #[test]
    fn a_first_row_with_few_values_is_no_title() {
        check("A-1,,\nA-2,b,3\nA-3,c,4\n", 0, &["A-1", "#2", "#3"]);
        check("x\n1,2\n3,4\n", 0, &["x"]);
        check("id,n\nA,1\nB,2\n", 0, &["id", "n"]);
        check("one\ntwo\nthree\n", 0, &["one"]);
        check("", 0, &[]);
    }

    #[test]
    fn the_user_knows_better() {
        let at = |above, header| Overrides { above, header, ..Overrides::default() };
        let csv = format!("Weekly report,of us,x\n{TABLE}");
        assert_eq!(look(&csv, &at(None, None)).layout.above, 0);
        let said = look(&csv, &at(Some(1), None));
        assert_eq!((said.layout.above, said.layout.columns[2].name.as_str()), (1, "ログイン数"));
        let title = format!("レポート\n{TABLE}");
        assert_eq!(look(&title, &at(Some(0), None)).layout.above, 0);
        assert_eq!(look(&title, &at(None, Some(false))).layout.above, 0);
        let beyond = look(TABLE, &at(Some(99), None));
        assert!(beyond.notes.contains(&InspectionNote::Empty));
    }

    #[test]
    fn lines_above_are_counted_and_kept() {
        let csv = format!("レポート\r\n\r\n\"出力日\r\n{}", TABLE.replace('\n', "\r\n"));
        // an open quote hides what is below it from the guess
        let look = look(&csv, &Overrides { above: Some(3), ..Overrides::default() });
        let got = crate::read(look.layout, csv.as_bytes());
        assert_eq!((got.report.rows_read, got.report.lines_above), (3, 2));
        let found: Vec<_> =
            got.report.diagnostics.iter().map(|d| (d.line, d.text.as_str())).collect();
        assert_eq!(found, [(1, "レポート"), (3, "\"出力日")]);
    }
}
