use super::{Reader, read};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    OneThing,
    Another,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Id(i32);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Inner {
    text: String,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Outer {
    id: Id,
    count: u64,
    share: f64,
    sure: bool,
    #[serde(default)]
    list: Vec<Inner>,
    maybe: Option<u32>,
}

/// As `serde_json` reads it.
#[track_caller]
fn check(text: &str) {
    let known: Option<Value> = serde_json::from_str(text).ok();
    assert_eq!(read::<Value>(text).ok(), known, "{text}");
}

#[test]
fn as_serde_json_reads_it() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        " true ",
        "false x",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1",
        "]",
        "{}",
        "{ }",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" : [ {} , null ] }",
        "{1:2}",
        "{\"a\":1 \"b\":2}",
        "0",
        "-0",
        "-1",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1.5",
        "-1.5e3",
        "1e5",
        "1E-5",
        "1e",
        "1e+",
        "1.e2",
        "1e999",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "1-2",
        "\"\"",
        "\"a",
        "\"\\",
        "\"\u{1}\"",
        "\"\u{7f}\"",
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\x""#,
        r#""a\u0041b""#,
        r#""\u00e9\u3042""#,
        r#""\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ud83d\u0041""#,
        r#""\ude00""#,
        r#""\u12""#,
        r#""\u+123""#,
        "\"日本\"",
        "\u{feff}1",
        "NaN",
        "inf",
        "1 2",
    ] {
        check(text);
    }
}

#[test]
fn what_is_kept_is_of_its_form() {
    let of = |text: &str| read::<Outer>(text);
    let whole = r#"{"id":-3,"count":2,"share":1,"sure":true,"else":[{"x":[1.5]}],"maybe":null}"#;
    let outer = of(whole).ok();
    let list = Vec::new();
    let expected = Outer { id: Id(-3), count: 2, share: 1.0, sure: true, list, maybe: None };
    assert_eq!(outer, Some(expected));
    for (from, to) in [
        ("\"count\":2", "\"count\":-2"),
        ("\"count\":2", "\"count\":2.0"),
        ("\"count\":2", "\"count\":2,\"count\":2"),
        ("\"count\":2,", ""),
        ("true", "\"true\""),
        ("null", "[]"),
        ("-3", "3000000000"),
    ] {
        assert!(of(&whole.replacen(from, to, 1)).is_err(), "{from} {to}");
    }
    assert!(read::<Kind>("\"one_thing\"").is_ok());
    assert!(read::<Kind>("\"OneThing\"").is_err() && read::<Kind>("{\"one_thing\":null}").is_err());
}

#[test]
fn there_is_an_end_to_depth() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read::<Value>(&nested(Reader::MOST_DEPTH)).is_ok());
    for depth in [Reader::MOST_DEPTH + 1, 1_000_000] {
        assert!(read::<Value>(&nested(depth)).is_err());
        assert!(read::<Outer>(&format!("{{\"x\":{}}}", nested(depth))).is_err());
    }
    // what is closed is not counted
    assert!(read::<Value>(&format!("[{}0]", "[[]],".repeat(1_000))).is_ok());
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_serde_json_writes_is_read(value in any_json(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap_or_default();
        prop_assert_eq!(read::<Value>(&text), Ok(value));
    }

    #[test]
    fn what_is_no_json_is_refused_alike(text in r#"[\[\]{}",:\\u0-9a-fDdeE+. \-tnl]{0,12}"#) {
        let known = serde_json::from_str::<Value>(&text);
        prop_assert_eq!(read::<Value>(&text).is_ok(), known.is_ok(), "{}", text);
    }
}
