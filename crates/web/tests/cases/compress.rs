use js_sys::Uint8Array;
use wasm_bindgen_test::wasm_bindgen_test;
use web::compress::{CompressError, Format, compress, decompress};

#[wasm_bindgen_test]
async fn what_is_packed_unpacks_the_same() {
    let noise: Vec<u8> =
        (0..1_000_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for format in [Format::Gzip, Format::Deflate, Format::DeflateRaw] {
        for bytes in [&b""[..], b"a", "育ち".as_bytes(), &noise] {
            let packed = compress(format, bytes).await.unwrap();
            let back = decompress(format, &packed, bytes.len()).await.unwrap();
            assert!(back == bytes, "{format:?} {} bytes", bytes.len());
        }
    }
}

#[wasm_bindgen_test]
async fn a_bomb_is_stopped_at_the_limit() {
    let packed = compress(Format::Gzip, &vec![0; 20_000_000]).await.unwrap();
    assert!(packed.length() < 30_000);
    let stopped = decompress(Format::Gzip, &packed, 1_000_000).await;
    assert_eq!(stopped, Err(CompressError::TooLarge { limit: 1_000_000 }));
}

#[wasm_bindgen_test]
async fn damage_is_noticed() {
    let packed = compress(Format::Gzip, &[7; 10_000]).await.unwrap();
    let cut = packed.slice(0, packed.length() - 5);
    assert!(matches!(decompress(Format::Gzip, &cut, 1 << 20).await, Err(CompressError::Broken(_))));
    let garbage = Uint8Array::from(&b"not packed at all"[..]);
    for format in [Format::Gzip, Format::Deflate] {
        let refused = decompress(format, &garbage, 1 << 20).await;
        assert!(matches!(refused, Err(CompressError::Broken(_))));
    }
}
