//! Why a workspace file or a stored snapshot is refused, in words: the end of a sentence.

use crate::text::{Arg, Text};
use engine::message::{BadEntry, BadFile, BadSnapshot};
use table::codec::DecodeError;
use yew::AttrValue;

/// Which part of the file is wrong, and what is wrong with it.
pub fn bad_file_words(text: &Text, why: &BadFile) -> AttrValue {
    let (id, args) = match why {
        BadFile::NotZip => ("bad-file-not-zip", vec![]),
        BadFile::TooLarge(most) => ("bad-file-too-large", vec![("most", (*most).into())]),
        BadFile::TooManyEntries(count) => {
            ("bad-file-too-many-entries", vec![("count", (*count).into())])
        }
        BadFile::Entries { found, claimed } => {
            ("bad-file-entries", vec![("found", (*found).into()), ("claimed", (*claimed).into())])
        }
        BadFile::Foreign(form) => ("bad-file-foreign", vec![("form", form.as_str().into())]),
        BadFile::Entry { name, why } => {
            let why = entry_words(text, *why);
            ("bad-file-entry", vec![("name", name.as_str().into()), ("why", why.into())])
        }
        BadFile::Description => ("bad-file-description", vec![]),
        BadFile::SnapshotDate => ("bad-file-date", vec![]),
        BadFile::Snapshot { date, why } => {
            let why = snapshot_words(text, why);
            ("bad-file-snapshot", vec![("date", text.date(*date).into()), ("why", why.into())])
        }
        BadFile::SameDate => ("bad-file-same-date", vec![]),
        BadFile::Document(id) => ("bad-file-document", vec![("why", text.t(id).into())]),
    };
    text.with(id, &args)
}

fn entry_words(text: &Text, why: BadEntry) -> AttrValue {
    let id = match why {
        BadEntry::Missing => "bad-entry-missing",
        BadEntry::Damaged => "bad-entry-damaged",
        BadEntry::CutOff => "bad-entry-cut-off",
        BadEntry::TooLarge => "bad-entry-too-large",
        BadEntry::Overlap => "bad-entry-overlap",
        BadEntry::Twice => "bad-entry-twice",
        BadEntry::Method(method) => {
            // a number by which the format knows it, not a count
            return text.with("bad-entry-method", &[("method", method.to_string().into())]);
        }
        BadEntry::Form => "bad-entry-form",
    };
    text.t(id)
}

fn snapshot_words(text: &Text, why: &BadSnapshot) -> AttrValue {
    let (id, args) = match why {
        BadSnapshot::Column { number, why } => {
            let why = decode_words(text, *why);
            ("bad-snapshot-column", vec![("number", (*number).into()), ("why", why.into())])
        }
        BadSnapshot::Rows { column, rows, expected } => (
            "bad-snapshot-rows",
            vec![
                ("column", column.as_str().into()),
                ("rows", (*rows).into()),
                ("expected", (*expected).into()),
            ],
        ),
        BadSnapshot::NoColumns => ("bad-snapshot-no-columns", vec![]),
        BadSnapshot::TooManyRows(rows) => {
            ("bad-snapshot-too-many-rows", vec![("rows", (*rows).into())])
        }
        BadSnapshot::Roles { columns, roles } => {
            ("bad-snapshot-roles", vec![("columns", (*columns).into()), ("roles", (*roles).into())])
        }
        BadSnapshot::SameColumn(column) => {
            ("bad-snapshot-same-column", vec![("column", column.as_str().into())])
        }
    };
    text.with(id, &args)
}

fn decode_words(text: &Text, why: DecodeError) -> AttrValue {
    let args: &[(&str, Arg)] = match why {
        DecodeError::Version(version) => &[("version", Arg::Text(version.to_string()))],
        _ => &[],
    };
    text.with(why.key(), args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use table::Day;

    fn all() -> Vec<BadFile> {
        let entries = [
            BadEntry::Missing,
            BadEntry::Damaged,
            BadEntry::CutOff,
            BadEntry::TooLarge,
            BadEntry::Overlap,
            BadEntry::Twice,
            BadEntry::Method(14),
            BadEntry::Form,
        ];
        let columns = [
            DecodeError::NotOurs,
            DecodeError::Version(9),
            DecodeError::CutOff,
            DecodeError::Checksum,
            DecodeError::Tail,
            DecodeError::Utf8,
            DecodeError::Infinite,
            DecodeError::Boolean,
            DecodeError::Date,
            DecodeError::ColumnType,
            DecodeError::Dictionary,
            DecodeError::Code,
            DecodeError::Length,
            DecodeError::SameName,
        ];
        let snapshots = [
            BadSnapshot::Rows { column: "席数".to_owned(), rows: 3, expected: 4_000 },
            BadSnapshot::NoColumns,
            BadSnapshot::TooManyRows(9),
            BadSnapshot::Roles { columns: 2, roles: 1 },
            BadSnapshot::SameColumn("席数".to_owned()),
        ];
        let columns = columns.map(|why| BadSnapshot::Column { number: 2, why });
        let of_snapshot = |why| BadFile::Snapshot { date: Day(20_000), why };
        let mut all = vec![
            BadFile::NotZip,
            BadFile::TooLarge(1_024),
            BadFile::TooManyEntries(200_000),
            BadFile::Entries { found: 3, claimed: 7 },
            BadFile::Foreign("other".to_owned()),
            BadFile::Description,
            BadFile::SnapshotDate,
            BadFile::SameDate,
            BadFile::Document("open-version".to_owned()),
        ];
        all.extend(entries.map(|why| BadFile::entry("document.json", why)));
        all.extend(snapshots.into_iter().chain(columns).map(of_snapshot));
        all
    }

    /// Each has words of its own, with nothing left to fill in, and the Japanese has no English sentence.
    #[test]
    fn every_reason_has_words_in_both_languages() {
        for language in [Language::En, Language::Ja] {
            let text = Text::new(language);
            let mut said: Vec<String> =
                all().iter().map(|why| bad_file_words(&text, why).to_string()).collect();
            for words in &said {
                let unknown = ["bad-", "decode-", "open-", "{", "}"];
                assert!(!unknown.iter().any(|part| words.contains(part)), "{words}");
                let latin = words.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| w.len() > 1);
                let known = ["document", "json", "other", "Sodachi", "sodachi", "MB", "ZIP", "UTF"];
                if language == Language::Ja {
                    let english: Vec<&str> = latin.filter(|w| !known.contains(w)).collect();
                    assert!(english.is_empty(), "{words}: {english:?}");
                }
            }
            let count = said.len();
            table::order::sort(&mut said);
            said.dedup();
            assert_eq!(said.len(), count, "two reasons share their words");
        }
    }

    #[test]
    fn what_was_expected_is_said() {
        let words = |why: &BadFile| bad_file_words(&Text::new(Language::En), why).to_string();
        let rows = BadSnapshot::Rows { column: "seats".to_owned(), rows: 3, expected: 4_000 };
        let rows = words(&BadFile::Snapshot { date: Day(20_000), why: rows });
        assert!(["seats", "3", "4,000", "2024"].iter().all(|part| rows.contains(part)), "{rows}");
        let entry = words(&BadFile::entry("snapshots/1/meta.json", BadEntry::Missing));
        assert!(entry.contains("snapshots/1/meta.json"), "{entry}");
    }
}
