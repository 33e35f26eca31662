//! Pictures that are held byte by byte: `crates/app/golden`.

use crate::text::Language;

/// Holds a picture to the file of that name. After a change that is meant, `BLESS=1 cargo test -p app golden` writes
/// the files anew: look at each that differs, in a browser, before it is committed.
///
/// # Panics
/// When they differ, telling where.
pub fn hold(name: &str, language: Language, drawn: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/golden");
    let file = format!("{folder}/{name}.{}.svg", language.tag());
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(&file, drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let first = drawn.lines().zip(kept.lines()).position(|(a, b)| a != b);
    assert!(
        drawn == kept,
        "{file} differs (from line {:?}): when that is meant, write it anew with BLESS=1 and look at it",
        first.map(|at| at + 1)
    );
}
