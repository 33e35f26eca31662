use super::*;

/// The tokens of a text, written plainly.
fn shown(text: &str) -> String {
    let one = |t: &Token| match &t.kind {
        TokenKind::Number(n) => n.to_string(),
        TokenKind::Text(s) => format!("\"{s}\""),
        TokenKind::Name(s) => s.clone(),
        TokenKind::Bracketed(s) => format!("[{s}]"),
        TokenKind::Word(w) => format!("{w:?}"),
        TokenKind::Sign(s) => format!("{s:?}"),
        TokenKind::Fault(f) => format!("{f:?}"),
        TokenKind::End => ".".to_owned(),
    };
    lex(text).iter().map(one).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn numbers() {
    check("12 1.5 .5 2. 1e3 1.5E-2", "12 1.5 0.5 2 1000 0.015 .");
    check("１２．５", "12.5 .");
    check("30%", "30 Percent .");
    check("1e999", "NumberTooLarge .");
    check("4weeks 4週間 3か月", "4 weeks 4 週間 3 か月 .");
    check("1.2.3", "1.2 0.3 .");
}

#[test]
fn names() {
    check("a_1 ログイン数 サーバー・負荷", "a_1 ログイン数 サーバー・負荷 .");
    check("30日ログイン数 2x 1e6x", "30日ログイン数 2x 1e6x .");
    check("[月間 ログイン] [a]]b] ［料金（円）］", "[月間 ログイン] [a]b] [料金（円）] .");
    check("[ ]", "EmptyName .");
    check("[a", "UnclosedName .");
}

#[test]
fn words_in_any_case_and_width() {
    check("and Or ＮＯＴ in where", "And Or Not In Where .");
    check("android", "android .");
}

#[test]
fn texts() {
    check(r#""Pro" "a""b" "" "x"#, r#""Pro" "a"b" "" UnclosedText ."#);
    check("“プロ” ＂Max＂", "\"プロ\" \"Max\" .");
}

#[test]
fn signs_of_any_width() {
    check("（a＋b）×2÷３", "Open a Plus b Close Times 2 Over 3 .");
    check(
        "＝ <> ≠ != ＜＝ ≧ ＞ == ＆ ％ ， 、 ;",
        "Equal NotEqual NotEqual NotEqual AtMost AtLeast Greater Equal Join Percent Comma Comma Comma .",
    );
    check("a ? b", "a StrayCharacter('?') b .");
}

#[test]
fn a_name_is_bare_when_it_is_one_token() {
    for name in ["a", "ログイン数", "30日ログイン数", "・a"] {
        assert_eq!(is_bare(name), name != "・a", "{name}");
    }
    for name in ["", "a b", "in", "WHERE", "12", "4週", "売上（円）", "a-b", " a"] {
        assert!(!is_bare(name), "{name}");
    }
}

#[test]
fn spans_are_of_the_original() {
    let text = "（ｘ） ＋ 1";
    let spans: Vec<&str> = lex(text).iter().map(|t| t.span.of(text)).collect();
    assert_eq!(spans, ["（", "ｘ", "）", "＋", "1", ""]);
}
