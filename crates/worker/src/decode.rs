//! Files in Japanese and western encodings, decoded by the browser.

use table::Encoding;
use table::decoder::Decoder;

/// A decoder of Shift_JIS, EUC-JP or Windows-1252 for `table`.
pub(crate) fn decoder(encoding: Encoding) -> Box<dyn Decoder> {
    // Shift_JIS of the Encoding Standard is CP932: with the extensions of NEC and IBM.
    let label = match encoding {
        Encoding::EucJp => "euc-jp",
        Encoding::Windows1252 => "windows-1252",
        _ => "shift_jis",
    };
    Box::new(OfBrowser(web::decode::Decoder::new(label)))
}

struct OfBrowser(Option<web::decode::Decoder>);

impl Decoder for OfBrowser {
    fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> bool {
        let decoded = self.0.as_mut().map(|decoder| decoder.decode(bytes, last));
        let text = match decoded {
            Some(Ok(text)) => text,
            // Bytes that got lost are seen: as what is no character.
            Some(Err(_)) | None if !bytes.is_empty() => char::REPLACEMENT_CHARACTER.into(),
            Some(Err(_)) | None => return false,
        };
        out.extend_from_slice(text.as_bytes());
        // none of these encodings can say U+FFFD itself
        text.contains(char::REPLACEMENT_CHARACTER)
    }
}
