//! The browser's decoders against those of a crate, which the native tests rely on.

use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS};
use wasm_bindgen_test::wasm_bindgen_test;
use web::decode::Decoder;

const SAMPLES: [(&str, &[u8], &str); 3] = [
    ("shift_jis", b"\x8C\xDA\x8B\x71,\xFB\xFC\x8B\xB4\xB6\xC5\x87\x40\\~", "顧客,髙橋ｶﾅ①\\~"),
    ("euc-jp", b"\xB8\xDC\xB5\xD2,\xC6\xFC\x8E\xB6\x8E\xC5\x8F\xB0\xA1", "顧客,日ｶﾅ丂"),
    ("shift_jis", b"a\x82,\x81\x20\xFF\x80\x82", "a\u{FFFD},\u{FFFD} \u{FFFD}\u{80}\u{FFFD}"),
];

fn pieces(label: &str, pieces: &[&[u8]]) -> String {
    let mut decoder = Decoder::new(label).unwrap();
    let mut text: String = pieces.iter().map(|p| decoder.decode(p, false).unwrap()).collect();
    text.push_str(&decoder.decode(&[], true).unwrap());
    text
}

#[wasm_bindgen_test]
fn a_text_cut_anywhere_is_the_same() {
    for (label, bytes, text) in SAMPLES {
        for first in 0..=bytes.len() {
            for second in first..=bytes.len() {
                let cut = [&bytes[..first], &bytes[first..second], &bytes[second..]];
                assert_eq!(pieces(label, &cut), text, "{label} {first} {second}");
            }
        }
    }
    assert!(Decoder::new("no-such-encoding").is_none());
}

#[wasm_bindgen_test]
fn every_pair_of_bytes_is_what_the_crate_says() {
    for (label, codec) in [("shift_jis", SHIFT_JIS), ("euc-jp", EUC_JP)] {
        for lead in 0x80..=0xFF_u8 {
            let all: Vec<u8> = (0x20..=0xFF_u8).flat_map(|trail| [lead, trail, b'\n']).collect();
            assert_eq!(pieces(label, &[&all]), by_crate(codec, &all), "{label} {lead:x}");
            let three: Vec<u8> =
                (0xA0..=0xFF_u8).flat_map(|trail| [0x8F, lead, trail, b'\n']).collect();
            assert_eq!(pieces(label, &[&three]), by_crate(codec, &three), "{label} 8f {lead:x}");
        }
    }
}

fn by_crate(codec: &'static Encoding, bytes: &[u8]) -> String {
    let mut text = vec![0; bytes.len() * 3 + 16];
    let (_, read, written, _) =
        codec.new_decoder_without_bom_handling().decode_to_utf8(bytes, &mut text, true);
    assert_eq!(read, bytes.len());
    text.truncate(written);
    String::from_utf8(text).unwrap()
}
