//! Deflate and gzip by the browser's own streams: no code of ours in the bundle, off the wasm heap.

use std::fmt;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, Response};

use crate::text;

#[wasm_bindgen]
extern "C" {
    // Stable in every browser since 2023, still behind a compiler flag in web-sys.
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(extends = ReadableStream)]
    type Pipe;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Pipe, transform: &JsValue) -> Result<ReadableStream, JsValue>;
}

/// How the bytes are wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 1952: header, deflate, CRC-32. Damage is noticed.
    Gzip,
    /// RFC 1950 (zlib): header, deflate, Adler-32. Damage is noticed.
    Deflate,
    /// RFC 1951: bare deflate, as in zip archives. Damage may go unnoticed.
    DeflateRaw,
}

/// Why bytes could not be packed or unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompressError {
    /// More came out than the caller allows, in bytes; unpacking was stopped there.
    TooLarge {
        /// The caller's limit in bytes.
        limit: usize,
    },
    /// The bytes are damaged, cut off or of another format, or the browser cannot do it.
    Broken(String),
}

impl fmt::Display for CompressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { limit } => write!(f, "unpacks to more than {limit} bytes"),
            Self::Broken(reason) => write!(f, "cannot be unpacked: {reason}"),
        }
    }
}

impl std::error::Error for CompressError {}

/// Packs bytes.
///
/// # Errors
/// [`Broken`](CompressError::Broken) when the browser cannot.
pub async fn compress(format: Format, bytes: &[u8]) -> Result<Uint8Array, CompressError> {
    let packer = CompressionStream::new(format.name()).map_err(broken)?;
    let packed = through(&Uint8Array::from(bytes), &packer)?;
    let whole = Response::new_with_opt_readable_stream(Some(&packed)).map_err(broken)?;
    let buffer = JsFuture::from(whole.array_buffer().map_err(broken)?).await.map_err(broken)?;
    Ok(Uint8Array::new(&buffer))
}

/// Unpacks bytes, and stops as soon as more than `limit` bytes have come out: what others have packed
/// may be made to fill the memory.
///
/// # Errors
/// [`TooLarge`](CompressError::TooLarge) past the limit, [`Broken`](CompressError::Broken) when the
/// bytes are damaged, cut off or of another format.
pub async fn decompress(
    format: Format,
    packed: &Uint8Array,
    limit: usize,
) -> Result<Vec<u8>, CompressError> {
    let unpacker = DecompressionStream::new(format.name()).map_err(broken)?;
    let stream = through(packed, &unpacker)?;
    let reader = ReadableStreamDefaultReader::new(&stream).map_err(broken)?;
    let mut bytes = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(broken)?;
        let done = Reflect::get(&step, &"done".into()).map_err(broken)?;
        if done.is_truthy() {
            return Ok(bytes);
        }
        let piece: Uint8Array =
            Reflect::get(&step, &"value".into()).and_then(JsCast::dyn_into).map_err(broken)?;
        let start = bytes.len();
        let end = start + piece.length() as usize;
        if end > limit {
            // Whether the stream minds being cancelled changes nothing for us.
            let _ = JsFuture::from(reader.cancel()).await;
            return Err(CompressError::TooLarge { limit });
        }
        bytes.resize(end, 0);
        piece.copy_to(&mut bytes[start..]);
    }
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
            Self::DeflateRaw => "deflate-raw",
        }
    }
}

fn through(bytes: &Uint8Array, transform: &JsValue) -> Result<ReadableStream, CompressError> {
    let blob = Blob::new_with_buffer_source_sequence(&Array::of1(bytes)).map_err(broken)?;
    blob.stream().unchecked_ref::<Pipe>().pipe_through(transform).map_err(broken)
}

fn broken(error: JsValue) -> CompressError {
    CompressError::Broken(text::describe(&error))
}
