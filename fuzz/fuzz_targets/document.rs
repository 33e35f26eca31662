//! A saved document, or a line of its log, of any text: refused, or one that keeps all rules, can be looked at
//! from every side, and opens again as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::{Along, Document, Log, open};

fn look_at(document: &Document) {
    let _ = (document.model(), document.columns(), document.gaps(), document.reviewed());
    let _ = (document.whole_thread(None), document.differences(&Document::default()));
    for id in document.elements.keys() {
        let _ = (document.thread(*id, Along::Down), document.findings(*id, None));
        // those that stand alone are added again as they left
        let kept = document.keep_part(*id);
        assert!(kept.is_none_or(|kept| document.insert_kept_part(&kept).is_ok()));
    }
    let state = Log::default().compact(document).unwrap();
    assert_eq!(open(Some(&state), &[]).unwrap().document, *document);
}

fuzz_target!(|text: &str| {
    if let Ok(opened) = open(Some(text), &[]) {
        look_at(&opened.document);
    }
    // of a line only what its sum vouches for is read at all
    let line = format!("{:08x} {text}\n", crc32fast::hash(text.as_bytes()));
    let opened = open(None, line.as_bytes()).unwrap();
    if opened.applied > 0 {
        look_at(&opened.document);
    }
});
