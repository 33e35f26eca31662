//! Documents and logs that nobody wrote so: from a damaged disk, from a crafted workspace file.

use plan::{Document, Opened, open};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

const STATES: [&str; 5] = [
    include_str!("../versions/1.state.json"),
    include_str!("../versions/2.state.json"),
    include_str!("../versions/3.state.json"),
    include_str!("../versions/4.state.json"),
    include_str!("../versions/5.state.json"),
];
const LOGS: [&str; 5] = [
    include_str!("../versions/1.log"),
    include_str!("../versions/2.log"),
    include_str!("../versions/3.log"),
    include_str!("../versions/4.log"),
    include_str!("../versions/5.log"),
];

/// One change somewhere in a JSON value.
#[derive(Clone, Debug)]
struct Change {
    at: Index,
    to: Option<Value>,
}

fn change() -> impl Strategy<Value = Change> {
    let to = prop_oneof![
        Just(None),
        Just(Some(Value::Null)),
        Just(Some(json!([]))),
        Just(Some(json!({}))),
        Just(Some(json!("x"))),
        Just(Some(json!("\u{0}日".repeat(300)))),
        Just(Some(json!(true))),
        any::<i64>().prop_map(|n| Some(json!(n))),
        (0u64..12).prop_map(|n| Some(json!(n))),
        any::<u64>().prop_map(|n| Some(json!(n))),
        any::<f64>().prop_map(|n| Some(json!(n))),
    ];
    (any::<Index>(), to).prop_map(|(at, to)| Change { at, to })
}

/// How many values there are in a value, itself among them.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum::<usize>(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// Puts another value in the place of the one with number `at`, counted from the root; without one, the
/// field or item is taken out.
fn put(value: &mut Value, at: &mut usize, to: &Option<Value>) {
    /// Whether the item is to be taken out.
    fn item(value: &mut Value, at: &mut usize, to: &Option<Value>) -> bool {
        let here = *at == 0;
        put(value, at, to);
        here && to.is_none()
    }
    if *at == 0 {
        *at = usize::MAX;
        if let Some(to) = to {
            value.clone_from(to);
        }
        return;
    }
    *at -= 1;
    match value {
        Value::Array(list) => list.retain_mut(|v| *at == usize::MAX || !item(v, at, to)),
        Value::Object(fields) => fields.retain(|_, v| *at == usize::MAX || !item(v, at, to)),
        _ => {}
    }
}

fn changed(json: &str, changes: &[Change]) -> String {
    let mut value: Value = serde_json::from_str(json).unwrap();
    for change in changes {
        let mut at = change.at.index(count(&value));
        put(&mut value, &mut at, &change.to);
    }
    value.to_string()
}

/// What opens keeps the rules, and opens again as the same.
#[track_caller]
fn keeps_the_rules(opened: Opened) {
    assert_eq!(opened.document.check(), Ok(()));
    let (mut log, document) = (opened.log, opened.document);
    let again = open(Some(&log.compact(&document).unwrap()), b"").unwrap();
    assert_eq!(again.document, document);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn any_bytes_as_a_log_change_nothing(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let opened = open(None, &bytes).unwrap();
        prop_assert_eq!(&opened.document, &Document::default());
        prop_assert_eq!(opened.dropped.is_some(), bytes.iter().any(|b| *b != b'\n'));
    }

    #[test]
    fn any_text_as_a_state_is_refused(text in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,60}") {
        prop_assert!(open(Some(&text), b"").is_err());
    }

    #[test]
    fn a_changed_state_is_refused_or_keeps_the_rules(
        version in 0usize..5, changes in proptest::collection::vec(change(), 1..4),
    ) {
        if let Ok(opened) = open(Some(&changed(STATES[version].trim(), &changes)), b"") {
            keeps_the_rules(opened);
        }
    }

    /// The checksum is made anew, as one would who wants the line to be read.
    #[test]
    fn a_changed_edit_is_refused_or_keeps_the_rules(
        version in 0usize..5, line in any::<Index>(), changes in proptest::collection::vec(change(), 1..4),
    ) {
        let mut lines: Vec<String> = LOGS[version].lines().map(str::to_owned).collect();
        let at = line.index(lines.len());
        let json = changed(&lines[at][9..], &changes);
        lines[at] = format!("{:08x} {json}", crc32fast::hash(json.as_bytes()));
        let whole = lines.join("\n");
        let opened = open(Some(STATES[version].trim()), whole.as_bytes()).unwrap();
        if let Some(dropped) = &opened.dropped {
            prop_assert_eq!(dropped.from_byte + dropped.bytes, whole.len());
        }
        keeps_the_rules(opened);
    }
}
