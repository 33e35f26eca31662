//! Reading a workspace file: foreign bytes, of which nothing is believed that was not counted.

use super::crc::crc32;
use super::version::{Heading, NamedVersion, are_sound};
use super::{
    DOCUMENT, FORMAT, MANIFEST, MOST_BYTES, MOST_ENTRIES, MOST_ENTRY_BYTES, MOST_JSON_BYTES,
    Manifest, VERSION, column_name, meta_name, version_name,
};
use crate::json;
use crate::message::{BadEntry, BadFile, Problem};
use crate::{Meta, SnapshotParts, Stored};
use hashbrown::HashMap;
use rawzip::{CompressionMethod, ZipArchive};
use table::Column;

/// Deflate says 258 bytes in two bits at best.
const MOST_PER_BYTE: u64 = 1_032;

/// A workspace file being read. For each entry that [`next`](Self::next) gives, the caller unpacks its
/// bytes and gives them to [`give`](Self::give).
pub struct Unpacker {
    file: Vec<u8>,
    entries: HashMap<String, Entry>,
    /// What may still come out.
    left: u64,
    step: Step,
    /// Columns of each snapshot.
    columns: Vec<usize>,
    document: String,
    headings: Vec<Heading>,
    versions: Vec<NamedVersion>,
    snapshots: Vec<Stored>,
    /// The columns so far of the snapshot being read.
    begun: Vec<Column>,
    done: u64,
}

/// Where the packed bytes of an entry lie, and what is claimed of the unpacked ones.
struct Entry {
    from: usize,
    to: usize,
    deflated: bool,
    size: u64,
    crc: u32,
}

enum Step {
    Manifest,
    Document,
    /// The named version with this index.
    Version(usize),
    /// The description of the snapshot with this index.
    Meta(usize),
    /// The next column of the snapshot with this index.
    Column(usize, Box<Meta>),
    End,
}

/// An entry to be unpacked.
pub struct Packed<'a> {
    /// Its name in the file.
    pub name: String,
    /// The packed bytes.
    pub bytes: &'a [u8],
    /// Whether by bare deflate (RFC 1951); else they are as they were.
    pub deflated: bool,
    /// How many bytes may come out: unpacking must stop there.
    pub most: usize,
}

impl Unpacker {
    /// The largest file that is taken: beside it in memory there must be room for what comes out.
    pub const MOST_FILE_BYTES: u64 = super::MOST_FILE_BYTES;

    /// Begins to read a file.
    ///
    /// # Errors
    /// It is no zip, is cut off, or claims what cannot be.
    pub fn open(file: Vec<u8>) -> Result<Self, Problem> {
        let entries = list(&file)?;
        Ok(Self {
            file,
            entries,
            left: MOST_BYTES,
            step: Step::Manifest,
            columns: Vec::new(),
            document: String::new(),
            headings: Vec::new(),
            versions: Vec::new(),
            snapshots: Vec::new(),
            begun: Vec::new(),
            done: 0,
        })
    }

    /// Bytes of the file that were unpacked, and how many it has.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        (self.done, self.file.len() as u64)
    }

    /// The entry to unpack next; `None` when the workspace is whole.
    ///
    /// # Errors
    /// The entry is missing, or claims to be larger than is allowed.
    pub fn next(&self) -> Result<Option<Packed<'_>>, Problem> {
        let Some(name) = self.wanted() else { return Ok(None) };
        let entry = self.entries.get(&name).ok_or_else(|| bad(&name, BadEntry::Missing))?;
        let most =
            if matches!(self.step, Step::Column(..)) { MOST_ENTRY_BYTES } else { MOST_JSON_BYTES };
        // all versions together may be no larger than one document
        let versions: usize = self.versions.iter().map(|v| v.document.len()).sum();
        let most = most.saturating_sub(versions as u64 * u64::from(self.is_version()));
        if entry.size > most.min(self.left) {
            return Err(bad(&name, BadEntry::TooLarge));
        }
        let (Some(bytes), Ok(most)) =
            (self.file.get(entry.from..entry.to), usize::try_from(entry.size))
        else {
            return Err(bad(&name, BadEntry::CutOff));
        };
        let deflated = entry.deflated;
        Ok(Some(Packed { name, bytes, deflated, most }))
    }

    /// Takes the unpacked bytes of the entry that [`next`](Self::next) gave.
    ///
    /// # Errors
    /// They are not what was packed, or what they say is not as it should be: which part and why. The
    /// file cannot be read on then.
    pub fn give(&mut self, bytes: Vec<u8>) -> Result<(), Problem> {
        let Some(name) = self.wanted() else { return Ok(()) };
        let entry = self.entries.get(&name).ok_or_else(|| bad(&name, BadEntry::Missing))?;
        if bytes.len() as u64 != entry.size || crc32(&bytes) != entry.crc {
            return Err(bad(&name, BadEntry::Damaged));
        }
        self.left = self.left.saturating_sub(entry.size);
        self.done += (entry.to - entry.from) as u64;
        self.step = match std::mem::replace(&mut self.step, Step::End) {
            Step::Manifest => {
                (self.columns, self.headings) = manifest(&bytes)?;
                Step::Document
            }
            Step::Document => {
                self.document = text(&name, bytes)?;
                self.version(0)
            }
            Step::Version(at) => {
                if let Some(Heading { at_ms, name: called }) = self.headings.get(at).cloned() {
                    let document = text(&name, bytes)?;
                    self.versions.push(NamedVersion { at_ms, name: called, document });
                }
                self.version(at + 1)
            }
            Step::Meta(at) => {
                let meta = Meta::from_json(&text(&name, bytes)?)?;
                self.column(at, Box::new(meta))?
            }
            Step::Column(at, meta) => {
                self.begun.push(SnapshotParts::column(&meta, self.begun.len(), &bytes)?);
                self.column(at, meta)?
            }
            Step::End => Step::End,
        };
        Ok(())
    }

    /// The named versions, when [`next`](Self::next) gives no more. Nobody has looked yet whether they can be
    /// understood.
    pub fn take_versions(&mut self) -> Vec<NamedVersion> {
        std::mem::take(&mut self.versions)
    }

    /// The document's JSON and the snapshots, when [`next`](Self::next) gives no more.
    #[must_use]
    pub fn finish(self) -> (String, Vec<Stored>) {
        (self.document, self.snapshots)
    }

    fn wanted(&self) -> Option<String> {
        match &self.step {
            Step::Manifest => Some(MANIFEST.to_owned()),
            Step::Document => Some(DOCUMENT.to_owned()),
            Step::Version(at) => Some(version_name(at + 1)),
            Step::Meta(at) => Some(meta_name(at + 1)),
            Step::Column(at, _) => Some(column_name(at + 1, self.begun.len() + 1)),
            Step::End => None,
        }
    }

    fn is_version(&self) -> bool {
        matches!(self.step, Step::Version(_))
    }

    /// The version with that index, or the first snapshot when there are no more.
    fn version(&self, at: usize) -> Step {
        if at < self.headings.len() { Step::Version(at) } else { self.snapshot(0) }
    }

    fn snapshot(&self, at: usize) -> Step {
        if at < self.columns.len() { Step::Meta(at) } else { Step::End }
    }

    /// The next column of a snapshot, or the next snapshot when that was the last.
    fn column(&mut self, at: usize, meta: Box<Meta>) -> Result<Step, Problem> {
        if self.columns.get(at).is_some_and(|all| self.begun.len() < *all) {
            return Ok(Step::Column(at, meta));
        }
        let stored = SnapshotParts::whole(*meta, std::mem::take(&mut self.begun))?;
        if self.snapshots.iter().any(|s| s.snapshot.date == stored.snapshot.date) {
            return Err(BadFile::SameDate.into());
        }
        self.snapshots.push(stored);
        Ok(self.snapshot(at + 1))
    }
}

/// The entries by name.
fn list(file: &[u8]) -> Result<HashMap<String, Entry>, Problem> {
    let no_zip = |_| Problem::from(BadFile::NotZip);
    let zip = ZipArchive::from_slice(file).map_err(no_zip)?;
    let claimed = zip.entries_hint();
    if claimed > MOST_ENTRIES {
        return Err(BadFile::TooManyEntries(claimed).into());
    }
    let mut entries = HashMap::new();
    let (mut found, mut packed) = (0, 0);
    let mut all = zip.entries();
    while let Some(record) = all.next_entry().map_err(no_zip)? {
        found += 1;
        let path = record.file_path();
        let Ok(name) = std::str::from_utf8(path.as_ref()) else { continue };
        let deflated = match record.compression_method() {
            CompressionMethod::STORE => false,
            CompressionMethod::DEFLATE => true,
            other => return Err(bad(name, BadEntry::Method(other.as_u16()))),
        };
        let place = zip.get_entry(record.wayfinder()).map_err(|_| bad(name, BadEntry::Damaged))?;
        let (from, to) = place.compressed_data_range();
        packed += to - from;
        if packed > file.len() as u64 {
            // the same bytes for many entries: how a small file unpacks to a huge one
            return Err(bad(name, BadEntry::Overlap));
        }
        let size = record.uncompressed_size_hint();
        if size > (to - from).saturating_mul(MOST_PER_BYTE) {
            return Err(bad(name, BadEntry::TooLarge));
        }
        let crc = record.crc32();
        let entry = Entry { from: from as usize, to: to as usize, deflated, size, crc };
        if entries.insert(name.to_owned(), entry).is_some() {
            return Err(bad(name, BadEntry::Twice));
        }
    }
    if found != claimed {
        return Err(BadFile::Entries { found, claimed }.into());
    }
    Ok(entries)
}

/// The columns of each snapshot, and the headings of the named versions.
fn manifest(bytes: &[u8]) -> Result<(Vec<usize>, Vec<Heading>), Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| bad(MANIFEST, BadEntry::Form))?;
    let manifest: Manifest = json::read(text).map_err(|_| bad(MANIFEST, BadEntry::Form))?;
    if manifest.format != FORMAT {
        return Err(BadFile::Foreign(manifest.format).into());
    }
    if manifest.version > VERSION {
        return Err(Problem::TooNew(manifest.version));
    }
    if !are_sound(&manifest.versions) {
        return Err(bad(MANIFEST, BadEntry::Form));
    }
    Ok((manifest.snapshots, manifest.versions))
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|_| bad(name, BadEntry::Form))
}

fn bad(name: &str, why: BadEntry) -> Problem {
    BadFile::entry(name, why).into()
}
