//! Writing a workspace file.

use super::crc::crc32;
use super::version::{Heading, NamedVersion, keep_newest};
use super::{
    DOCUMENT, FORMAT, MANIFEST, MOST_BYTES, MOST_ENTRIES, MOST_ENTRY_BYTES, MOST_FILE_BYTES,
    MOST_JSON_BYTES, Manifest, VERSION, column_name, meta_name, version_name, within,
};
use crate::Meta;
use crate::message::Problem;
use crate::store::Store;
use rawzip::{CompressionMethod, Crc32Option, DataDescriptorOutput, ZipArchiveWriter};
use std::io::Write;
use table::{SnapshotId, codec};

/// A workspace file being written. For each piece that [`next`](Self::next) gives, the caller packs
/// its bytes and gives them to [`put`](Self::put).
pub struct Packer {
    zip: ZipArchiveWriter<Vec<u8>>,
    /// What is still to be written, the next last.
    parts: Vec<Part>,
    document: String,
    headings: Vec<Heading>,
    /// Columns of each snapshot.
    columns: Vec<usize>,
    done: u64,
    total: u64,
    /// Bytes of the file so far, or a few more.
    packed: u64,
    versions_left_out: usize,
}

enum Part {
    Version(usize, NamedVersion),
    Meta(usize, SnapshotId),
    Column(usize, SnapshotId, usize),
    Document,
    Manifest,
}

/// One entry, not packed yet.
pub struct Piece {
    name: String,
    /// What is to be packed.
    pub bytes: Vec<u8>,
}

impl Packer {
    /// Begins a file of a document (its JSON), its named versions (the oldest first) and all snapshots. They must not
    /// change until all pieces were given.
    ///
    /// # Errors
    /// [`Problem::WorkspaceTooLarge`]: the file could be written but not be read again.
    pub fn new(
        document: String,
        mut versions: Vec<NamedVersion>,
        store: &Store,
    ) -> Result<Self, Problem> {
        let mut parts = Vec::new();
        let mut columns = Vec::new();
        let (of_versions, versions_left_out) = keep_newest(&mut versions);
        let mut total = within(document.len() as u64, MOST_JSON_BYTES)? + of_versions;
        let heading = |v: &NamedVersion| Heading { at_ms: v.at_ms, name: v.name.clone() };
        let headings = versions.iter().map(heading).collect();
        parts.extend((1..).zip(versions).map(|(number, version)| Part::Version(number, version)));
        for (number, stored) in (1..).zip(store.iter()) {
            let of = stored.of_file();
            let count = of.len();
            parts.push(Part::Meta(number, stored.id()));
            parts.extend((0..count).map(|column| Part::Column(number, stored.id(), column)));
            for size in of.map(|(name, column, _)| codec::encoded_len(name, &column.data)) {
                total += within(size as u64, MOST_ENTRY_BYTES)?;
            }
            columns.push(count);
        }
        parts.extend([Part::Document, Part::Manifest]);
        parts.reverse();
        within(total, MOST_BYTES)?;
        within(parts.len() as u64, MOST_ENTRIES)?;
        let zip = ZipArchiveWriter::new(Vec::new());
        let (done, packed) = (0, 0);
        Ok(Self { zip, parts, document, headings, columns, done, total, packed, versions_left_out })
    }

    /// How many of the named versions, the oldest, are not in the file: all together would be too many or too large
    /// to be read again.
    #[must_use]
    pub fn versions_left_out(&self) -> usize {
        self.versions_left_out
    }

    /// Bytes given as pieces so far, before packing, and about how many there are in all.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        (self.done.min(self.total), self.total)
    }

    /// The next piece; `None` when there is no more.
    ///
    /// # Errors
    /// A snapshot is not there any more, or [`Problem::WorkspaceTooLarge`].
    pub fn next(&mut self, store: &Store) -> Result<Option<Piece>, Problem> {
        let Some(part) = self.parts.pop() else { return Ok(None) };
        let most =
            if matches!(part, Part::Column(..)) { MOST_ENTRY_BYTES } else { MOST_JSON_BYTES };
        let (name, bytes) = match part {
            Part::Version(number, version) => (version_name(number), version.document.into_bytes()),
            Part::Meta(number, id) => {
                (meta_name(number), Meta::of(store.get(id)?).to_json()?.into_bytes())
            }
            Part::Column(number, id, column) => {
                let found = store.get(id)?.of_file().nth(column);
                let (name, found, _) = found.ok_or(Problem::NoSnapshot(id.0))?;
                (column_name(number, column + 1), codec::encode_as(name, &found.data))
            }
            Part::Document => {
                (DOCUMENT.to_owned(), std::mem::take(&mut self.document).into_bytes())
            }
            Part::Manifest => {
                let snapshots = std::mem::take(&mut self.columns);
                let versions = std::mem::take(&mut self.headings);
                let format = FORMAT.to_owned();
                let manifest = Manifest { format, version: VERSION, snapshots, versions };
                (MANIFEST.to_owned(), serde_json::to_vec_pretty(&manifest).map_err(defect)?)
            }
        };
        self.done += within(bytes.len() as u64, most)?;
        within(self.done, MOST_BYTES)?;
        Ok(Some(Piece { name, bytes }))
    }

    /// Writes a piece, whose bytes became `deflated` by bare deflate (RFC 1951).
    ///
    /// # Errors
    /// [`Problem::WorkspaceTooLarge`], or nothing that the caller can change: a defect.
    pub fn put(&mut self, piece: &Piece, deflated: &[u8]) -> Result<(), Problem> {
        // the name stands before the entry and in the list at the end, with less than so much about it
        const FRAME: usize = 256;
        self.packed += (deflated.len() + 2 * piece.name.len() + FRAME) as u64;
        within(self.packed, MOST_FILE_BYTES)?;
        let file = self.zip.new_file(&piece.name).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, _) = file.crc32(Crc32Option::Skip).start().map_err(defect)?;
        entry.write_all(deflated).map_err(defect)?;
        let tail = DataDescriptorOutput::new(crc32(&piece.bytes), piece.bytes.len() as u64);
        entry.finish(tail).map(|_| ()).map_err(defect)
    }

    /// The whole file, when there are no more pieces.
    ///
    /// # Errors
    /// Nothing that the caller can change: a defect.
    pub fn finish(self) -> Result<Vec<u8>, Problem> {
        self.zip.finish().map_err(defect)
    }
}

fn defect(e: impl std::fmt::Display) -> Problem {
    Problem::Internal(e.to_string())
}
