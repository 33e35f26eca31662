use super::{NamedVersion, Packer, Unpacker, column_name, meta_name, version_name};
use crate::message::{BadEntry, BadFile, Problem};
use crate::{Engine, SnapshotParts, Stored};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use proptest::prelude::*;
use sample::{Language, Spec};
use std::cell::Cell;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use table::{Day, OutcomeMeaning};
use zip::write::SimpleFileOptions;

const TEXT: &str = r#"{"name":"育ち"}"#;

fn named() -> Vec<NamedVersion> {
    let version = |at_ms, name: &str| {
        let document = format!("{{\"name\":\"{name}\"}}");
        NamedVersion { at_ms, name: name.to_owned(), document }
    };
    vec![version(1_795_000_000_000, "合宿の前"), version(1_795_000_000_001, "合宿の後")]
}

fn all() -> Vec<Stored> {
    let spec = Spec { accounts: 60, weeks: 2, ..Spec::new(Day(20_772), Language::Japanese) };
    sample::generate(spec)
        .map(|snapshot| Stored::new(snapshot, OutcomeMeaning::OneIsRenewed))
        .collect()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A workspace file of the sample.
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut engine = Engine::default();
    engine.load(all());
    let mut packer = Packer::new(TEXT.to_owned(), named(), engine.store()).unwrap();
    let mut last = 0;
    while let Some(piece) = packer.next(engine.store()).unwrap() {
        packer.put(&piece, &deflate(&piece.bytes)).unwrap();
        let (done, total) = packer.progress();
        assert!(last <= done && done <= total);
        last = done;
    }
    assert!(packer.progress().0 * 100 > packer.progress().1 * 99);
    packer.finish().unwrap()
});

/// Reads a file; never unpacks more than it is allowed to.
fn unpack(file: &[u8]) -> Result<(String, Vec<Stored>), Problem> {
    unpack_all(file).map(|(document, _, snapshots)| (document, snapshots))
}

fn unpack_all(file: &[u8]) -> Result<(String, Vec<NamedVersion>, Vec<Stored>), Problem> {
    let mut unpacker = Unpacker::open(file.to_vec())?;
    let out = Cell::new(0);
    while let Some(packed) = unpacker.next()? {
        let mut bytes = Vec::new();
        // one more than allowed shows that there is more
        let most = packed.most as u64 + 1;
        let read = if packed.deflated {
            DeflateDecoder::new(packed.bytes).take(most).read_to_end(&mut bytes)
        } else {
            packed.bytes.take(most).read_to_end(&mut bytes)
        };
        read.map_err(|_| BadFile::entry(&packed.name, BadEntry::Damaged))?;
        out.set(out.get() + bytes.len());
        assert!(out.get() as u64 <= (file.len() as u64 + 1) * 1_032, "{} bytes out", out.get());
        unpacker.give(bytes)?;
    }
    let (done, total) = unpacker.progress();
    assert!(done <= total);
    let versions = unpacker.take_versions();
    let (document, snapshots) = unpacker.finish();
    Ok((document, versions, snapshots))
}

/// A zip by another program, and as the version before this one wrote the workspace file.
fn zipped<'a>(entries: impl IntoIterator<Item = (String, &'a [u8])>, stored: bool) -> Vec<u8> {
    let method =
        if stored { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
    let options = SimpleFileOptions::default().compression_method(method);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn manifest(text: &str) -> (String, &[u8]) {
    ("sodachi.json".to_owned(), text.as_bytes())
}

#[test]
fn what_was_packed_is_unpacked() {
    assert_eq!(unpack_all(&FILE).unwrap(), (TEXT.to_owned(), named(), all()));
}

#[test]
fn what_is_said_of_versions_is_not_believed() {
    let with = |versions: &str| {
        format!(
            r#"{{"format":"sodachi-workspace","version":1,"snapshots":[],"versions":[{versions}]}}"#
        )
    };
    let document = || ("document.json".to_owned(), TEXT.as_bytes());
    let one = with(r#"{"at_ms":1,"name":"a"}"#);
    let entries = [manifest(&one), document(), (version_name(1), &b"{}"[..])];
    let kept = NamedVersion { at_ms: 1, name: "a".to_owned(), document: "{}".to_owned() };
    assert_eq!(unpack_all(&zipped(entries, false)).unwrap().1, [kept]);
    let missing = BadFile::entry("versions/1.json", BadEntry::Missing);
    refused(&zipped([manifest(&one), document()], false), missing);
    let long = format!(r#"{{"at_ms":1,"name":"{}"}}"#, "x".repeat(121));
    let many = vec![r#"{"at_ms":1,"name":"a"}"#; 101].join(",");
    for versions in
        [r#"{"at_ms":1,"name":""}"#, r#"{"at_ms":8640000000000001,"name":"a"}"#, &long, &many]
    {
        let head = with(versions);
        let file = zipped([manifest(&head), document()], false);
        refused(&file, BadFile::entry("sodachi.json", BadEntry::Form));
    }
}

#[test]
fn what_could_not_be_read_is_not_written() {
    let engine = Engine::default();
    let document = " ".repeat((256 << 20) + 1);
    assert_eq!(
        Packer::new(document, Vec::new(), engine.store()).err(),
        Some(Problem::WorkspaceTooLarge)
    );
    let mut packer = Packer::new(TEXT.to_owned(), named(), engine.store()).unwrap();
    let piece = packer.next(engine.store()).unwrap().unwrap();
    let half = vec![0; 1 << 29];
    packer.put(&piece, &half).unwrap();
    assert_eq!(packer.put(&piece, &half), Err(Problem::WorkspaceTooLarge));
}

#[test]
fn two_snapshots_of_one_date_are_refused() {
    let mut all = all();
    all[1].snapshot.date = all[0].snapshot.date;
    let parts: Vec<SnapshotParts> = all.iter().map(|s| SnapshotParts::of(s).unwrap()).collect();
    let counts: Vec<usize> = parts.iter().map(|p| p.columns.len()).collect();
    let head = format!(r#"{{"format":"sodachi-workspace","version":1,"snapshots":{counts:?}}}"#);
    let mut entries = vec![manifest(&head), ("document.json".to_owned(), TEXT.as_bytes())];
    for (number, part) in (1..).zip(&parts) {
        entries.push((meta_name(number), part.meta.as_bytes()));
        let columns = (1..).zip(&part.columns);
        entries.extend(columns.map(|(c, bytes)| (column_name(number, c), bytes.as_slice())));
    }
    refused(&zipped(entries, false), BadFile::SameDate);
}

#[test]
fn other_programs_read_the_file() {
    let mut zip = zip::ZipArchive::new(Cursor::new(FILE.as_slice())).unwrap();
    assert_eq!(zip.len(), 2 + 2 + 2 + all().iter().map(|s| s.snapshot.roles.len()).sum::<usize>());
    let parts = SnapshotParts::of(&all()[1]).unwrap();
    for (name, expected) in [
        ("document.json".to_owned(), TEXT.as_bytes()),
        (meta_name(2), parts.meta.as_bytes()),
        (column_name(2, 3), parts.columns[2].as_slice()),
    ] {
        let mut bytes = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, expected, "{name}");
    }
}

#[test]
fn files_of_the_earlier_writer_open() {
    let all = all();
    let parts: Vec<SnapshotParts> = all.iter().map(|s| SnapshotParts::of(s).unwrap()).collect();
    let counts: Vec<usize> = parts.iter().map(|p| p.columns.len()).collect();
    let head = format!(r#"{{"format":"sodachi-workspace","version":1,"snapshots":{counts:?}}}"#);
    for stored in [false, true] {
        let mut entries = vec![("document.json".to_owned(), TEXT.as_bytes())];
        for (number, part) in (1..).zip(&parts) {
            entries.push((meta_name(number), part.meta.as_bytes()));
            let columns = (1..).zip(&part.columns);
            entries.extend(columns.map(|(c, bytes)| (column_name(number, c), bytes.as_slice())));
        }
        entries.push(manifest(&head));
        let read = unpack_all(&zipped(entries, stored)).unwrap();
        assert_eq!(read, (TEXT.to_owned(), Vec::new(), all.clone()));
    }
}

#[track_caller]
fn refused(file: &[u8], why: BadFile) {
    assert_eq!(unpack(file), Err(Problem::BadWorkspaceFile(why)));
}

#[test]
fn what_a_file_lacks_is_said() {
    refused(b"a,b\n1,2\n", BadFile::NotZip);
    refused(&zipped([manifest("{}")], false), BadFile::entry("sodachi.json", BadEntry::Form));
    let other = r#"{"format":"other","version":1,"snapshots":[]}"#;
    refused(&zipped([manifest(other)], false), BadFile::Foreign("other".to_owned()));
    let empty = r#"{"format":"sodachi-workspace","version":1,"snapshots":[]}"#;
    let missing = |name| BadFile::entry(name, BadEntry::Missing);
    refused(&zipped([manifest(empty)], false), missing("document.json"));
    let many = r#"{"format":"sodachi-workspace","version":1,"snapshots":[18446744073709551615]}"#;
    let document = || ("document.json".to_owned(), &b"{}"[..]);
    refused(&zipped([manifest(many), document()], false), missing("snapshots/1/meta.json"));
    let newer = r#"{"format":"sodachi-workspace","version":7,"snapshots":[]}"#;
    assert_eq!(unpack(&zipped([manifest(newer)], true)), Err(Problem::TooNew(7)));
    assert_eq!(unpack(&zipped([manifest(empty), document()], true)).unwrap().0, "{}");
}

#[test]
fn a_bomb_is_stopped() {
    // what comes out is counted, whatever the entry claims
    let zeros = vec![0; 5_000_000];
    let is = |why| BadFile::entry("sodachi.json", why);
    let mut file = zipped([("sodachi.json".to_owned(), zeros.as_slice())], false);
    refused(&file, is(BadEntry::Form));
    let size = 5_000_000_u32.to_le_bytes();
    let places: Vec<usize> = (0..file.len() - 4).filter(|&at| file[at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for &at in &places {
        file[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    refused(&file, is(BadEntry::Damaged));
    for at in places {
        file[at..at + 4].copy_from_slice(&0xFFFF_0000_u32.to_le_bytes());
    }
    refused(&file, is(BadEntry::TooLarge));
}

#[test]
fn entries_over_each_other_are_refused() {
    let document = vec![b' '; 5_000];
    let entries = [("document.json".to_owned(), document.as_slice()), manifest("{}")];
    let mut file = zipped(entries, true);
    // the list says that the manifest lies where the document does
    let last = file.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    file[last + 20..last + 24].copy_from_slice(&5_000_u32.to_le_bytes());
    file[last + 42..last + 46].copy_from_slice(&0_u32.to_le_bytes());
    refused(&file, BadFile::entry("sodachi.json", BadEntry::Overlap));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(unpack(&bytes).is_err());
        // with a tail that looks like the end of a zip
        let tail = &FILE[FILE.len() - 22..];
        prop_assert!(unpack(&[&bytes, tail].concat()).is_err());
    }

    #[test]
    fn a_cut_file_is_refused(at in 0..FILE.len()) {
        prop_assert!(matches!(unpack(&FILE[..at]), Err(Problem::BadWorkspaceFile(_))));
        prop_assert!(unpack(&FILE[at.max(1)..]).is_err());
    }

    #[test]
    fn a_changed_file_is_refused_or_whole(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 1u8..), 1..4),
    ) {
        let mut file = FILE.clone();
        for (at, by) in changes {
            file[at.index(FILE.len())] ^= by;
        }
        if let Ok((document, versions, snapshots)) = unpack_all(&file) {
            prop_assert_eq!(document, TEXT);
            prop_assert_eq!(versions, named());
            prop_assert_eq!(snapshots, all());
        }
    }

    /// Damage where the list of entries lies, which is a small part of the file.
    #[test]
    fn a_changed_directory_is_refused_or_whole(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut file = FILE.clone();
        let begin = file.len() - 4_000;
        for (at, to) in changes {
            file[begin + at.index(4_000)] = to;
        }
        if let Ok((document, versions, snapshots)) = unpack_all(&file) {
            prop_assert_eq!(document, TEXT);
            prop_assert_eq!(versions, named());
            prop_assert_eq!(snapshots, all());
        }
    }
}
