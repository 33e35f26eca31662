//! What a dropped picture carries, any text: refused, or added as an edit that can be taken back exactly.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::{Document, split_list};

fuzz_target!(|text: &str| {
    let before = Document::default();
    if let Ok(edit) = before.insert_kept_part(text) {
        let mut document = before.clone();
        let inverse = document.apply(edit).unwrap();
        document.apply(inverse).unwrap();
        assert_eq!(document.elements, before.elements);
        assert_eq!(document.links, before.links);
    }
    assert!(split_list(text).iter().all(|line| !line.trim().is_empty()));
});
