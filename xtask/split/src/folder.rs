//! A module and its script in a built folder.

use crate::assign::Rule;
use crate::script::{Listed, with_parts};
use crate::{Result, split};
use std::fs;
use std::path::Path;

/// A file of a split, and its length in bytes.
pub type Sized = (String, usize);

/// Splits `STEM_bg.wasm` in a folder in place, and tells `STEM.js` of its parts, whose files begin with `prefix`;
/// `names` as for [`split`].
///
/// # Errors
/// When a file cannot be read or written, or the module cannot be split.
pub fn split_in(
    folder: &Path,
    stem: &str,
    prefix: &str,
    rules: &[Rule],
    names: bool,
) -> Result<Vec<Sized>> {
    let module = format!("{stem}_bg.wasm");
    let script = format!("{stem}.js");
    let fail = |file: &str, error: std::io::Error| format!("{file}: {error}");
    let bytes = fs::read(folder.join(&module)).map_err(|e| fail(&module, e))?;
    let text = fs::read_to_string(folder.join(&script)).map_err(|e| fail(&script, e))?;
    let done = split(&bytes, rules, names).map_err(|why| format!("{module}: {why}"))?;
    let mut sizes = vec![(module.clone(), done.main.len())];
    let mut listed = Vec::new();
    for part in done.parts {
        let file = format!("{prefix}-{}-{:016x}.wasm", part.name, fnv1a(&part.module));
        fs::write(folder.join(&file), &part.module).map_err(|e| fail(&file, e))?;
        sizes.push((file.clone(), part.module.len()));
        listed.push(Listed { name: part.name, file, with: part.with });
    }
    fs::write(folder.join(&module), done.main).map_err(|e| fail(&module, e))?;
    fs::write(folder.join(&script), with_parts(&text, &listed)?).map_err(|e| fail(&script, e))?;
    Ok(sizes)
}

/// FNV-1a, 64 bits: a name by content, not a guard against anybody.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
