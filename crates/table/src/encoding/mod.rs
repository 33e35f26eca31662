//! Which encoding a file has, and its bytes as UTF-8.

pub mod decoder;
mod detect;
mod utf16;

pub(crate) use detect::detect;

use crate::layout::Encoding;
use decoder::Decoder;
use utf16::Utf16;

/// The three bytes that some programs put before UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Turns the bytes of a file into UTF-8, in pieces of any size.
pub(crate) struct Transcoder {
    by: By,
    /// Whether bytes were met that are no characters.
    pub(crate) replaced: bool,
}

/// What an encoding is decoded by.
enum By {
    /// UTF-8 is taken as it is. Here are its first bytes, until it is clear whether they are a byte
    /// order mark.
    Nothing(Option<Vec<u8>>),
    Utf16(Utf16),
    Decoder(Box<dyn Decoder>),
}

impl Transcoder {
    pub(crate) fn new(encoding: Encoding) -> Self {
        let by = match encoding {
            Encoding::Utf8 => By::Nothing(Some(Vec::new())),
            Encoding::Utf16Le => By::Utf16(Utf16::new(u16::from_le_bytes)),
            Encoding::Utf16Be => By::Utf16(Utf16::new(u16::from_be_bytes)),
            Encoding::ShiftJis | Encoding::EucJp | Encoding::Windows1252 => {
                By::Decoder(decoder::of(encoding))
            }
        };
        Self { by, replaced: false }
    }

    /// Appends what `bytes` mean to `out`. `last` says that no more follow.
    pub(crate) fn feed(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
        let begin = match &mut self.by {
            By::Nothing(begin) => begin,
            By::Utf16(decoder) => {
                self.replaced |= decoder.decode(bytes, last, out);
                return;
            }
            By::Decoder(decoder) => {
                self.replaced |= decoder.decode(bytes, last, out);
                return;
            }
        };
        let Some(first) = begin else {
            out.extend_from_slice(bytes);
            return;
        };
        first.extend_from_slice(bytes);
        if first.len() < UTF8_MARK.len() && !last && UTF8_MARK.starts_with(first) {
            return;
        }
        out.extend_from_slice(first.strip_prefix(UTF8_MARK).unwrap_or(first));
        *begin = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "顧客ID,氏名,会員区分\r\nA1,山田太郎,オールタイム\r\n";

    const WESTERN: &str = "Kunde;Straße;Umsatz\r\nMüller & Söhne;Königsallee 1;“12,50 €”\r\n";

    #[test]
    fn western_text_is_no_japanese() {
        for text in [
            WESTERN,
            "id;société\n1;Crédit Agricole\n2;Hôtel à Nîmes\n3;L’Oréal\n",
            "id;empresa\n1;Señor Muñoz\n2;São João\n3;Café Brasília\n",
            "id,name\n1,Citroën\n2,plain\n",
        ] {
            let bytes = encode(encoding_rs::WINDOWS_1252, text);
            assert_eq!(detect(&bytes, true).0, Encoding::Windows1252, "{text}");
            assert_eq!(detect(text.as_bytes(), true).0, Encoding::Utf8);
        }
        for text in ["id,品名\n1,ソース\n2,テスト\n", "a,b\n1,礒\n", "a,b\n1,弌\n2,髙橋\n3,点\n"]
        {
            let bytes = encode(encoding_rs::SHIFT_JIS, text);
            assert_eq!(detect(&bytes, true).0, Encoding::ShiftJis, "{text}");
        }
    }

    #[test]
    fn encodings_are_told_apart() {
        for (encoding, codec) in [
            (Encoding::ShiftJis, encoding_rs::SHIFT_JIS),
            (Encoding::EucJp, encoding_rs::EUC_JP),
            (Encoding::Utf8, encoding_rs::UTF_8),
        ] {
            let bytes = encode(codec, TEXT);
            assert_eq!(detect(&bytes, true).0, encoding);
        }
        let half: Vec<u8> = encode(encoding_rs::SHIFT_JIS, "ﾎｯｶｲﾄﾞｳ,ｻｯﾎﾟﾛｼ,北海道\n");
        assert_eq!(detect(&half, true).0, Encoding::ShiftJis);
        let wide = |f: fn(u16) -> [u8; 2]| "id,名前\n1,a\n".encode_utf16().flat_map(f).collect();
        let little: Vec<u8> = wide(u16::to_le_bytes);
        let big: Vec<u8> = wide(u16::to_be_bytes);
        assert_eq!(detect(&little, true).0, Encoding::Utf16Le);
        assert_eq!(detect(&big, true).0, Encoding::Utf16Be);
        assert_eq!(detect(b"", true).0, Encoding::Utf8);
    }

    #[test]
    fn a_sample_that_ends_within_a_character_is_no_fault() {
        for (encoding, codec) in
            [(Encoding::ShiftJis, encoding_rs::SHIFT_JIS), (Encoding::EucJp, encoding_rs::EUC_JP)]
        {
            // one of the two begins between the bytes of its characters
            for start in ["", "a"] {
                let text = format!("{start}{}", "顧客\n氏名\n会員\n".repeat(40_000));
                let bytes = encode(codec, &text);
                assert!(bytes.len() > 256 << 10);
                let (found, sure) = detect(&bytes, true);
                assert!(found == encoding && sure >= 0.8, "{encoding:?} {start}: {found:?} {sure}");
            }
        }
    }

    #[test]
    fn pieces_of_any_size_decode_alike() {
        for encoding in Encoding::ALL {
            let text = if encoding == Encoding::Windows1252 { WESTERN } else { TEXT };
            let bytes = match encoding {
                Encoding::Utf16Le => TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                Encoding::Utf16Be => TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                Encoding::Utf8 => [UTF8_MARK, TEXT.as_bytes()].concat(),
                Encoding::ShiftJis => encode(encoding_rs::SHIFT_JIS, TEXT),
                Encoding::EucJp => encode(encoding_rs::EUC_JP, TEXT),
                Encoding::Windows1252 => encode(encoding_rs::WINDOWS_1252, WESTERN),
            };
            for size in 1..9 {
                let mut transcoder = Transcoder::new(encoding);
                let mut out = Vec::new();
                bytes.chunks(size).for_each(|c| transcoder.feed(c, false, &mut out));
                transcoder.feed(&[], true, &mut out);
                assert_eq!(std::str::from_utf8(&out), Ok(text), "{encoding:?} by {size}");
                assert!(!transcoder.replaced);
            }
        }
    }

    fn encode(codec: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
        let mut out = vec![0; text.len() * 3 + 16];
        let (_, _, written, _) = codec.new_encoder().encode_from_utf8(text, &mut out, true);
        out.truncate(written);
        out
    }
}
