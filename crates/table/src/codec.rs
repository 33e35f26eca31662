//! Columns as bytes, for the browser's database and the workspace file.
//!
//! ```text
//! "SDCO"  version u16  kind u8  width u8  rows u64  name (u32 length, UTF-8)
//! values, little end first; text: codes, entries u32, ends u32…, bytes u64, UTF-8
//! checksum u64 over all before
//! ```
//! Reading checks every bound and the checksum: bytes from elsewhere give an error that says what is
//! wrong, never a panic and never a column that breaks its own rules.

mod error;
mod read;

use crate::{Codes, Column, ColumnData, Integers, Table};
pub use error::DecodeError;
use read::Reader;

const MAGIC: &[u8; 4] = b"SDCO";
const TABLE_MAGIC: &[u8; 4] = b"SDTB";
/// The version that is written; older ones stay readable.
pub const VERSION: u16 = 1;

const TEXT: u8 = 1;
const INTEGER: u8 = 2;
const DECIMAL: u8 = 3;
const BOOLEAN: u8 = 4;
const DATE: u8 = 5;

/// How many bytes [`encode_as`] makes of a column.
#[must_use]
pub fn encoded_len(name: &str, data: &ColumnData) -> usize {
    // all before the name's text, and the checksum
    const FRAME: usize = 4 + 2 + 1 + 1 + 8 + 4 + 8;
    let rows = data.len();
    let values = match data {
        ColumnData::Text(t) => {
            let width = match &t.codes {
                Codes::U8(_) => 1,
                Codes::U16(_) => 2,
                Codes::U32(_) => 4,
            };
            let (text, ends) = t.dictionary.parts();
            rows * width + 4 + ends.len() * 4 + 8 + text.len()
        }
        ColumnData::Integer(Integers::I8(_)) | ColumnData::Boolean(_) => rows,
        ColumnData::Integer(Integers::I16(_)) => rows * 2,
        ColumnData::Integer(Integers::I32(_)) | ColumnData::Date(_) => rows * 4,
        ColumnData::Integer(Integers::I64(_)) | ColumnData::Decimal(_) => rows * 8,
    };
    FRAME + name.len() + values
}

/// A column as bytes.
#[must_use]
pub fn encode(column: &Column) -> Vec<u8> {
    encode_as(&column.name, &column.data)
}

/// A column as bytes, under this name.
#[must_use]
pub fn encode_as(name: &str, data: &ColumnData) -> Vec<u8> {
    let rows = data.len();
    let mut out = Vec::with_capacity(encoded_len(name, data));
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    let (kind, width) = match data {
        ColumnData::Text(t) => match &t.codes {
            Codes::U8(_) => (TEXT, 1),
            Codes::U16(_) => (TEXT, 2),
            Codes::U32(_) => (TEXT, 4),
        },
        ColumnData::Integer(Integers::I8(_)) => (INTEGER, 1),
        ColumnData::Integer(Integers::I16(_)) => (INTEGER, 2),
        ColumnData::Integer(Integers::I32(_)) => (INTEGER, 4),
        ColumnData::Integer(Integers::I64(_)) => (INTEGER, 8),
        ColumnData::Decimal(_) => (DECIMAL, 8),
        ColumnData::Boolean(_) => (BOOLEAN, 1),
        ColumnData::Date(_) => (DATE, 4),
    };
    out.extend_from_slice(&[kind, width]);
    out.extend_from_slice(&(rows as u64).to_le_bytes());
    put_text(&mut out, name);
    match data {
        ColumnData::Text(t) => {
            match &t.codes {
                Codes::U8(v) => out.extend_from_slice(v),
                Codes::U16(v) => put(&mut out, v, u16::to_le_bytes),
                Codes::U32(v) => put(&mut out, v, u32::to_le_bytes),
            }
            let (text, ends) = t.dictionary.parts();
            out.extend_from_slice(&(ends.len() as u32).to_le_bytes());
            put(&mut out, ends, u32::to_le_bytes);
            out.extend_from_slice(&(text.len() as u64).to_le_bytes());
            out.extend_from_slice(text.as_bytes());
        }
        ColumnData::Integer(Integers::I8(v)) => put(&mut out, v, i8::to_le_bytes),
        ColumnData::Integer(Integers::I16(v)) => put(&mut out, v, i16::to_le_bytes),
        ColumnData::Integer(Integers::I32(v)) => put(&mut out, v, i32::to_le_bytes),
        ColumnData::Integer(Integers::I64(v)) => put(&mut out, v, i64::to_le_bytes),
        ColumnData::Decimal(v) => put(&mut out, v, f64::to_le_bytes),
        ColumnData::Boolean(v) => out.extend_from_slice(v),
        ColumnData::Date(v) => put(&mut out, v, i32::to_le_bytes),
    }
    seal(out)
}

/// The column that [`encode`] wrote.
///
/// # Errors
/// When the bytes are no column, of a later version, cut off or damaged.
pub fn decode(bytes: &[u8]) -> Result<Column, DecodeError> {
    let mut reader = Reader::open(bytes, MAGIC)?;
    let column = reader.column()?;
    reader.end()?;
    Ok(column)
}

/// A table as bytes: its columns one after the other.
#[must_use]
pub fn encode_table(table: &Table) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(TABLE_MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(table.rows as u64).to_le_bytes());
    out.extend_from_slice(&(table.columns.len() as u32).to_le_bytes());
    for column in &table.columns {
        let bytes = encode(column);
        out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        out.extend_from_slice(&bytes);
    }
    seal(out)
}

/// The table that [`encode_table`] wrote.
///
/// # Errors
/// As [`decode`], and when the columns differ in length or share a name.
pub fn decode_table(bytes: &[u8]) -> Result<Table, DecodeError> {
    let mut reader = Reader::open(bytes, TABLE_MAGIC)?;
    let rows = reader.length()?;
    let count = reader.u32()?;
    let mut columns: Vec<Column> = Vec::new();
    for _ in 0..count {
        let length = reader.length()?;
        let column = decode(reader.take(length)?)?;
        if column.data.len() != rows {
            return Err(DecodeError::Length);
        }
        if columns.iter().any(|c| c.name == column.name) {
            return Err(DecodeError::SameName);
        }
        columns.push(column);
    }
    reader.end()?;
    Ok(Table { columns, rows })
}

/// Appends values of a fixed width.
fn put<T: Copy, const N: usize>(out: &mut Vec<u8>, values: &[T], bytes: fn(T) -> [u8; N]) {
    let begin = out.len();
    out.resize(begin + values.len() * N, 0);
    for (slot, value) in out[begin..].as_chunks_mut::<N>().0.iter_mut().zip(values) {
        *slot = bytes(*value);
    }
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(&(text.len() as u32).to_le_bytes());
    out.extend_from_slice(text.as_bytes());
}

/// Appends the checksum.
fn seal(mut out: Vec<u8>) -> Vec<u8> {
    let sum = checksum(&out);
    out.extend_from_slice(&sum.to_le_bytes());
    out
}

/// FNV-1a over words of eight bytes, folded: each step is a bijection of the state, so that any
/// single changed word changes the sum.
fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let mut sum = 0xCBF2_9CE4_8422_2325u64 ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        sum = (sum ^ u64::from_le_bytes(*word)).wrapping_mul(PRIME).rotate_left(29);
    }
    for byte in rest {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(PRIME);
    }
    sum ^ (sum >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dictionary, TextColumn};
    use proptest::prelude::*;

    fn text_column(rows: &[Option<String>]) -> ColumnData {
        let mut dictionary = Dictionary::default();
        let mut seen: Vec<String> = Vec::new();
        let codes = rows.iter().map(|row| {
            let Some(row) = row else { return u8::MAX };
            let at = seen.iter().position(|s| s == row).unwrap_or_else(|| {
                seen.push(row.clone());
                dictionary.push(row);
                seen.len() - 1
            });
            at as u8
        });
        ColumnData::Text(TextColumn { codes: Codes::U8(codes.collect()), dictionary })
    }

    fn any_column() -> impl Strategy<Value = Column> {
        use proptest::{collection::vec, option};
        let data = prop_oneof![
            vec(option::of("[a日é ]{1,4}"), 0..40).prop_map(|v| text_column(&v)),
            vec(any::<i8>(), 0..40).prop_map(|v| ColumnData::Integer(Integers::I8(v))),
            vec(any::<i16>(), 0..40).prop_map(|v| ColumnData::Integer(Integers::I16(v))),
            vec(any::<i32>(), 0..40).prop_map(|v| ColumnData::Integer(Integers::I32(v))),
            vec(any::<i64>(), 0..40).prop_map(|v| ColumnData::Integer(Integers::I64(v))),
            vec(-1e9..1e9f64, 0..40).prop_map(ColumnData::Decimal),
            vec(0u8..3, 0..40).prop_map(ColumnData::Boolean),
            vec(-100_000..100_000i32, 0..40).prop_map(ColumnData::Date),
        ];
        ("\\PC{0,12}", data).prop_map(|(name, data)| Column { name, data })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn there_and_back(column in any_column()) {
            prop_assert_eq!(encode(&column).len(), encoded_len(&column.name, &column.data));
            prop_assert_eq!(decode(&encode(&column)), Ok(column.clone()));
            let table = Table { rows: column.data.len(), columns: vec![column] };
            prop_assert_eq!(decode_table(&encode_table(&table)), Ok(table));
        }

        #[test]
        fn a_changed_byte_is_noticed(column in any_column(), at in any::<usize>(), by in 1u8..) {
            let mut bytes = encode(&column);
            let at = at % bytes.len();
            bytes[at] ^= by;
            prop_assert!(decode(&bytes).is_err());
        }

        #[test]
        fn a_cut_is_noticed(column in any_column(), at in any::<usize>()) {
            let bytes = encode(&column);
            prop_assert!(decode(&bytes[..at % bytes.len()]).is_err());
        }

        /// Damage that the checksum does not show: it is made anew.
        #[test]
        fn no_bytes_break_a_column(column in any_column(), at in any::<usize>(), by in 1u8..) {
            let mut bytes = encode(&column);
            bytes.truncate(bytes.len() - 8);
            let at = 6 + at % (bytes.len() - 6);
            bytes[at] ^= by;
            if let Ok(column) = decode(&seal(bytes)) {
                for row in 0..column.data.len() {
                    let _ = column.data.cell(row);
                }
            }
        }

        #[test]
        fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(decode(&bytes).is_err());
            prop_assert!(decode_table(&bytes).is_err());
        }
    }

    #[test]
    fn absent_decimals_and_errors() {
        let column = Column { name: "x".into(), data: ColumnData::Decimal(vec![1.5, f64::NAN]) };
        let back = decode(&encode(&column)).unwrap();
        assert_eq!(back.data.cell(1), crate::Cell::Absent);
        let mut later = encode(&column);
        later[4] = 9;
        later.truncate(later.len() - 8);
        assert_eq!(decode(&seal(later)), Err(DecodeError::Version(9)));
        assert_eq!(decode(b"PK\x03\x04 and so on and so on"), Err(DecodeError::NotOurs));
    }
}
