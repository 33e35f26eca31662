//! The workspace file: a zip of JSON and columns, one version number for the whole form.
//!
//! | entry | holds |
//! |---|---|
//! | `sodachi.json` | [`Manifest`] |
//! | `document.json` | the workspace document |
//! | `snapshots/N/meta.json` | [`crate::Meta`] |
//! | `snapshots/N/columns/C` | one column, as `table::codec` writes it |

use crate::message::Problem;
use crate::{SnapshotParts, Stored};
use serde::{Deserialize, Serialize};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The version of the form that this code writes.
const VERSION: u32 = 1;
const FORMAT: &str = "sodachi-workspace";
/// What one entry may unpack to: foreign bytes are made to fill memory.
const MOST_ENTRY_BYTES: u64 = 1 << 30;
/// What all entries together may unpack to.
const MOST_BYTES: u64 = 3 << 30;
/// More snapshots or columns than any workspace has.
const MOST_ENTRIES: usize = 100_000;

/// What the file is, and how much of it there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    format: String,
    version: u32,
    /// Columns of each snapshot.
    snapshots: Vec<usize>,
}

/// Writes a workspace file.
///
/// # Errors
/// Nothing that the caller can change: a defect.
pub fn pack<'a>(
    document: &str,
    snapshots: impl Iterator<Item = &'a Stored>,
) -> Result<Vec<u8>, Problem> {
    let failed = |e: &dyn std::fmt::Display| Problem::Internal(e.to_string());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), Problem> {
        zip.start_file(name, options).map_err(|e| failed(&e))?;
        zip.write_all(bytes).map_err(|e| failed(&e))
    };
    let mut counts = Vec::new();
    for (number, stored) in (1..).zip(snapshots) {
        let parts = SnapshotParts::of(stored)?;
        put(&format!("snapshots/{number}/meta.json"), parts.meta.as_bytes())?;
        for (column, bytes) in (1..).zip(&parts.columns) {
            put(&format!("snapshots/{number}/columns/{column}"), bytes)?;
        }
        counts.push(parts.columns.len());
    }
    put("document.json", document.as_bytes())?;
    let manifest = Manifest { format: FORMAT.to_owned(), version: VERSION, snapshots: counts };
    put("sodachi.json", &serde_json::to_vec_pretty(&manifest).map_err(|e| failed(&e))?)?;
    zip.finish().map(Cursor::into_inner).map_err(|e| failed(&e))
}

/// Reads a workspace file: the document and the snapshots.
///
/// # Errors
/// Not such a file, a damaged or a newer one: which part and why.
pub fn unpack(bytes: &[u8]) -> Result<(String, Vec<Stored>), Problem> {
    let zip = ZipArchive::new(Cursor::new(bytes))
        .map_err(|e| Problem::BadWorkspaceFile(e.to_string()))?;
    if zip.len() > MOST_ENTRIES {
        return Err(Problem::BadWorkspaceFile(format!("{} entries", zip.len())));
    }
    let mut entries = Entries { zip, left: MOST_BYTES };
    let manifest: Manifest = serde_json::from_str(&entries.text("sodachi.json")?)
        .map_err(|e| Problem::BadWorkspaceFile(format!("sodachi.json: {e}")))?;
    if manifest.format != FORMAT {
        return Err(Problem::BadWorkspaceFile(format!("format {}", manifest.format)));
    }
    if manifest.version > VERSION {
        return Err(Problem::TooNew(manifest.version));
    }
    let document = entries.text("document.json")?;
    let mut all = Vec::with_capacity(manifest.snapshots.len().min(MOST_ENTRIES));
    for (number, columns) in (1..).zip(manifest.snapshots) {
        let meta = entries.text(&format!("snapshots/{number}/meta.json"))?;
        let columns = (1..=columns)
            .map(|column| entries.bytes(&format!("snapshots/{number}/columns/{column}")))
            .collect::<Result<_, _>>()?;
        all.push(SnapshotParts { meta, columns }.read()?);
    }
    Ok((document, all))
}

struct Entries<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl Entries<'_> {
    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Problem> {
        let bad = |why: &str| Problem::BadWorkspaceFile(format!("{name}: {why}"));
        let entry = self.zip.by_name(name).map_err(|e| bad(&e.to_string()))?;
        // Not the size that the entry claims: what really comes out is counted.
        let most = self.left.min(MOST_ENTRY_BYTES);
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|e| bad(&e.to_string()))?;
        if bytes.len() as u64 > most {
            return Err(bad("unpacks to more than is allowed"));
        }
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }

    fn text(&mut self, name: &str) -> Result<String, Problem> {
        String::from_utf8(self.bytes(name)?)
            .map_err(|e| Problem::BadWorkspaceFile(format!("{name}: {e}")))
    }
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use crate::Stored;
    use crate::message::Problem;
    use sample::{Language, Spec};
    use table::{Day, OutcomeMeaning};

    fn sample() -> Vec<Stored> {
        let spec = Spec { accounts: 200, weeks: 2, ..Spec::new(Day(20_772), Language::Japanese) };
        sample::generate(spec)
            .map(|snapshot| Stored { snapshot, outcome_meaning: OutcomeMeaning::OneIsRenewed })
            .collect()
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let all = sample();
        let bytes = pack(r#"{"name":"育ち"}"#, all.iter()).unwrap();
        let (document, back) = unpack(&bytes).unwrap();
        assert_eq!(document, r#"{"name":"育ち"}"#);
        assert_eq!(back, all);
    }

    #[test]
    fn a_file_cut_or_changed_anywhere_is_refused_or_whole() {
        let all = sample();
        let bytes = pack("{}", all.iter()).unwrap();
        for at in (0..bytes.len()).step_by(bytes.len() / 60) {
            assert!(matches!(unpack(&bytes[..at]), Err(Problem::BadWorkspaceFile(_))));
            let mut changed = bytes.clone();
            changed[at] ^= 0x55;
            if let Ok((document, back)) = unpack(&changed) {
                assert_eq!((document.as_str(), back), ("{}", all.clone()));
            }
        }
        assert!(matches!(unpack(b"a,b\n1,2\n"), Err(Problem::BadWorkspaceFile(_))));
    }
}
