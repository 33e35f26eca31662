//! The reading half of the codec.

use super::{BOOLEAN, DATE, DECIMAL, DecodeError, INTEGER, TEXT, VERSION, checksum};
use crate::{Codes, Column, ColumnData, Day, Dictionary, Integers, TextColumn};

/// What is left to read.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Checks beginning, version and checksum.
    pub(super) fn open(bytes: &'a [u8], magic: &[u8; 4]) -> Result<Self, DecodeError> {
        let rest = bytes.strip_prefix(magic).ok_or(DecodeError::NotOurs)?;
        let (version, _) = rest.split_first_chunk().ok_or(DecodeError::CutOff)?;
        let version = u16::from_le_bytes(*version);
        if version == 0 || version > VERSION {
            return Err(DecodeError::Version(version));
        }
        let (body, sum) = bytes.split_last_chunk().ok_or(DecodeError::CutOff)?;
        if checksum(body) != u64::from_le_bytes(*sum) {
            return Err(DecodeError::Checksum);
        }
        Ok(Self { bytes: body.get(6..).ok_or(DecodeError::CutOff)? })
    }

    /// The next so many bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        let (taken, rest) = self.bytes.split_at_checked(count).ok_or(DecodeError::CutOff)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn chunk<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let (taken, rest) = self.bytes.split_first_chunk().ok_or(DecodeError::CutOff)?;
        self.bytes = rest;
        Ok(*taken)
    }

    pub(super) fn u32(&mut self) -> Result<u32, DecodeError> {
        self.chunk().map(u32::from_le_bytes)
    }

    /// A number of things in memory.
    pub(super) fn length(&mut self) -> Result<usize, DecodeError> {
        usize::try_from(u64::from_le_bytes(self.chunk()?)).map_err(|_| DecodeError::CutOff)
    }

    /// Whether nothing is left.
    pub(super) fn end(self) -> Result<(), DecodeError> {
        if self.bytes.is_empty() { Ok(()) } else { Err(DecodeError::Tail) }
    }

    /// So many values of a fixed width.
    fn values<T, const N: usize>(
        &mut self,
        rows: usize,
        value: fn([u8; N]) -> T,
    ) -> Result<Vec<T>, DecodeError> {
        // the length is checked before anything is set aside for it
        let bytes = self.take(rows.checked_mul(N).ok_or(DecodeError::CutOff)?)?;
        Ok(bytes.as_chunks::<N>().0.iter().map(|b| value(*b)).collect())
    }

    fn text(&mut self, length: usize) -> Result<String, DecodeError> {
        let bytes = self.take(length)?.to_vec();
        String::from_utf8(bytes).map_err(|_| DecodeError::Utf8)
    }

    pub(super) fn column(&mut self) -> Result<Column, DecodeError> {
        let [kind, width] = self.chunk()?;
        let rows = self.length()?;
        let length = self.u32()? as usize;
        let name = self.text(length)?;
        let data = match (kind, width) {
            (TEXT, 1 | 2 | 4) => self.text_column(width, rows)?,
            (INTEGER, 1) => {
                ColumnData::Integer(Integers::I8(self.values(rows, i8::from_le_bytes)?))
            }
            (INTEGER, 2) => {
                ColumnData::Integer(Integers::I16(self.values(rows, i16::from_le_bytes)?))
            }
            (INTEGER, 4) => {
                ColumnData::Integer(Integers::I32(self.values(rows, i32::from_le_bytes)?))
            }
            (INTEGER, 8) => {
                ColumnData::Integer(Integers::I64(self.values(rows, i64::from_le_bytes)?))
            }
            (DECIMAL, 8) => {
                let values = self.values(rows, f64::from_le_bytes)?;
                if values.iter().any(|v| v.is_infinite()) {
                    return Err(DecodeError::Infinite);
                }
                ColumnData::Decimal(values)
            }
            (BOOLEAN, 1) => {
                let values = self.take(rows)?;
                if values.iter().any(|v| *v > ColumnData::BOOLEAN_ABSENT) {
                    return Err(DecodeError::Boolean);
                }
                ColumnData::Boolean(values.to_vec())
            }
            (DATE, 4) => {
                let values = self.values(rows, i32::from_le_bytes)?;
                let fits = |v: &i32| *v == ColumnData::DATE_ABSENT || Day(*v).is_valid();
                if !values.iter().all(fits) {
                    return Err(DecodeError::Date);
                }
                ColumnData::Date(values)
            }
            _ => return Err(DecodeError::ColumnType),
        };
        Ok(Column { name, data })
    }

    fn text_column(&mut self, width: u8, rows: usize) -> Result<ColumnData, DecodeError> {
        let codes = match width {
            1 => Codes::U8(self.take(rows)?.to_vec()),
            2 => Codes::U16(self.values(rows, u16::from_le_bytes)?),
            _ => Codes::U32(self.values(rows, u32::from_le_bytes)?),
        };
        let entries = self.u32()? as usize;
        let ends = self.values(entries, u32::from_le_bytes)?;
        let length = self.length()?;
        let text = self.text(length)?;
        let dictionary = Dictionary::from_parts(text, ends).ok_or(DecodeError::Dictionary)?;
        let column = TextColumn { codes, dictionary };
        let known = column.dictionary.len() as u32;
        let outside = match &column.codes {
            Codes::U8(v) => v.iter().any(|c| *c != u8::MAX && u32::from(*c) >= known),
            Codes::U16(v) => v.iter().any(|c| *c != u16::MAX && u32::from(*c) >= known),
            Codes::U32(v) => v.iter().any(|c| *c != u32::MAX && *c >= known),
        };
        if outside {
            return Err(DecodeError::Code);
        }
        Ok(ColumnData::Text(column))
    }
}
