//! A workspace file of any bytes: refused, or read within its bounds.
#![no_main]

use engine::archive::Unpacker;
use engine::message::Problem;
use flate2::read::DeflateDecoder;
use libfuzzer_sys::fuzz_target;
use std::io::Read;

fn unpack(file: &[u8]) -> Result<(), Problem> {
    let mut unpacker = Unpacker::open(file.to_vec())?;
    let mut out = 0;
    while let Some(packed) = unpacker.next()? {
        let mut bytes = Vec::new();
        // one more than allowed shows that there is more
        let most = packed.most as u64 + 1;
        let read = if packed.deflated {
            DeflateDecoder::new(packed.bytes).take(most).read_to_end(&mut bytes)
        } else {
            packed.bytes.take(most).read_to_end(&mut bytes)
        };
        if read.is_err() {
            return Ok(());
        }
        out += bytes.len();
        assert!(out <= (file.len() + 1) * 1_032, "{out} bytes came out");
        unpacker.give(bytes)?;
    }
    Ok(())
}

fuzz_target!(|bytes: &[u8]| {
    // a refusal is an answer as good as any: what matters is that there is one
    let _ = unpack(bytes);
});
