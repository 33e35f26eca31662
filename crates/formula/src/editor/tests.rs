use super::*;
use crate::Environment;
use crate::testing::Example;

#[track_caller]
fn colours(text: &str, expected: &str) {
    let letter = |class: TokenClass| match class {
        TokenClass::Number => '1',
        TokenClass::Text => 't',
        TokenClass::Name => 'n',
        TokenClass::Function => 'f',
        TokenClass::Keyword => 'k',
        TokenClass::Operator => '+',
        TokenClass::Punctuation => ',',
        TokenClass::Error => '!',
    };
    let found: String = tokens(text).into_iter().map(|(_, class)| letter(class)).collect();
    assert_eq!(found, expected, "{text}");
}

/// What is offered at `|`, the first few, and what it replaces.
#[track_caller]
fn offers(text: &str, replaced: &str, expected: &[&str]) {
    let caret = text.find('|').unwrap();
    let text = text.replacen('|', "", 1);
    let completion = complete(&text, caret, &Example::new().environment());
    let inserts: Vec<&str> = completion.candidates.iter().map(|c| c.insert.as_str()).collect();
    assert_eq!(&inserts[..expected.len().min(inserts.len())], expected, "{text}");
    assert_eq!(completion.span.of(&text), replaced, "{text}");
}

#[track_caller]
fn signature(text: &str, expected: Option<(&str, usize)>) {
    let caret = text.find('|').unwrap();
    let found = signature_at(&text.replacen('|', "", 1), caret);
    assert_eq!(found.map(|s| (s.function.name, s.argument)), expected, "{text}");
}

#[test]
fn highlighting() {
    colours("IF(a > 4 weeks, [b c], \"x\") AND NOT TRUE", "f,n+11,n,t,kkk");
    colours("AND(a, b) and (c)", "f,n,n,k,n,");
    colours("days since d ? \"x", "kkn!!");
    colours("SUM(x WHERE y)", "f,nkn,");
}

#[test]
fn values_are_offered_where_one_is_to_come() {
    offers("|", "", &["id", "name", "plan"]);
    offers("lo|", "lo", &["logins", "LOG10()", "LOWER()"]);
    offers("1 + lo|gx", "logx", &["logins"]);
    offers("月間|", "月間", &["[月間 ログイン数]"]);
    offers("[ろぐ|", "[ろぐ", &["[月間 ログイン数]"]);
    offers("[ろぐ|] > 3", "[ろぐ]", &["[月間 ログイン数]"]);
    offers("aver|", "aver", &["AVERAGE()"]);
    offers("sco|", "sco", &["score", "SCORE()"]);
}

#[test]
fn a_name_with_spaces_is_offered_past_its_first_word() {
    let column = |name: &str| crate::KnownColumn {
        name: name.to_owned(),
        column_type: crate::Type::Number,
        unit: crate::Unit::Unknown,
        texts: Vec::new(),
        near: Vec::new(),
    };
    let columns = ["Weekly logins", "Weekly users", "30 day use", "logins", "logins per seat"];
    let environment = Environment { columns: columns.map(column).into(), ..Environment::default() };
    let offers = |text: &str, replaced: &str, expected: &[&str]| {
        let found = complete(text, text.len(), &environment);
        let inserts: Vec<&str> = found.candidates.iter().map(|c| c.insert.as_str()).collect();
        assert_eq!(
            (found.span.of(text), &inserts[..expected.len()]),
            (replaced, expected),
            "{text}"
        );
    };
    offers("AVERAGE(weekly L", "weekly L", &["[Weekly logins]"]);
    offers("1 + Weekly ", "Weekly ", &["[Weekly logins]", "[Weekly users]"]);
    offers("Weekly　us", "Weekly　us", &["[Weekly users]"]);
    offers("30 day", "30 day", &["[30 day use]"]);
    // which may be the beginning of something else
    offers("Weekly ", "Weekly ", &["[Weekly logins]", "[Weekly users]", "Weekly AND", "Weekly OR"]);
    offers("logins + 30 ", "30 ", &["[30 day use]", "30 AND"]);
    for compared in ["DAYS SINCE started > 30 ", "logins = 30 ", "logins BETWEEN 30 "] {
        offers(compared, "", &["AND", "OR", "IN"]);
    }
    // what is a column by itself is followed by an operator
    offers("logins ", "", &["AND"]);
    offers("logins a", "a", &["AND"]);
    offers("logins AND weekly u", "weekly u", &["[Weekly users]"]);
    offers("[Weekly users] ", "", &["AND"]);
}

#[test]
fn of_many_names_with_spaces_some_are_offered() {
    let columns = (0..300).map(|n| crate::KnownColumn {
        name: format!("Weekly {n}"),
        column_type: crate::Type::Number,
        unit: crate::Unit::Unknown,
        texts: Vec::new(),
        near: Vec::new(),
    });
    let environment = Environment { columns: columns.collect(), ..Environment::default() };
    assert_eq!(complete("Weekly ", 7, &environment).candidates.len(), 50);
}

#[test]
fn operators_are_offered_after_a_value() {
    offers("logins |", "", &["AND", "OR", "IN", "NOT IN", "BETWEEN"]);
    offers("SUM(mrr |)", "", &["WHERE", "AND"]);
    offers("SUM(mrr wh|)", "wh", &["WHERE"]);
    offers("logins a|", "a", &["AND"]);
}

#[test]
fn texts_of_the_column_are_offered_where_it_is_compared() {
    offers("plan = |", "", &["\"Pro\"", "\"Max\"", "\"Free\"", "id"]);
    offers("plan = \"m|", "\"m", &["\"Max\""]);
    offers("plan = \"m|\"", "\"m\"", &["\"Max\""]);
    offers("plan NOT IN (\"Pro\", |)", "", &["\"Pro\"", "\"Max\"", "\"Free\""]);
    offers("POINTS(|", "", &["\"Use of seats\""]);
    offers("name & \"x|", "\"x", &[]);
}

#[test]
fn of_many_texts_those_are_offered_that_hold_what_is_written() {
    let compared = |text: &str| compared_texts(text);
    assert_eq!(compared("plan = \"P"), [("plan".to_owned(), "P".to_owned())]);
    assert_eq!(compared("1 + 2 = 3 AND [a b] <> "), [("a b".to_owned(), String::new())]);
    let listed = compared("plan IN (\"a\", ＂ｂ＂) OR owner = x");
    let expected = ["a", "ｂ"].map(|text| ("plan".to_owned(), text.to_owned()));
    assert_eq!(listed, expected);

    let mut dictionary = table::Dictionary::default();
    let names: Vec<String> = (0..60).map(|n| format!("Person {n}")).collect();
    names.iter().for_each(|name| _ = dictionary.push(name));
    let codes = table::Codes::U8((0..60).collect());
    let data = table::ColumnData::Text(table::TextColumn { codes, dictionary });
    let columns = vec![table::Column { name: "owner".to_owned(), data }];
    let table = table::Table { columns, rows: 60 };
    let mut environment = crate::Environment::of_table(&table, &[]);
    let mut inserts = |text: &str| -> Vec<String> {
        environment.offer_texts(text, &table);
        let found = complete(text, text.len(), &environment).candidates;
        found.into_iter().map(|c| c.insert).collect()
    };
    assert_eq!(inserts("owner = \"PERSON 59"), ["\"Person 59\""]);
    assert_eq!(
        inserts("owner = \"7"),
        ["7", "17", "27", "37", "47", "57"].map(|n| format!("\"Person {n}\""))
    );
    assert_eq!(inserts("Owner = ")[0], "\"Person 0\"");
    // they are no list of choices: another may occur next week
    assert!(crate::check("owner = \"nobody\"", &environment).problems.is_empty());
}

#[test]
fn the_function_at_the_caret() {
    signature("ROUND(|", Some(("ROUND", 0)));
    signature("ROUND(mrr, |)", Some(("ROUND", 1)));
    signature("IF(a, ABS(b|), c)", Some(("ABS", 0)));
    signature("IF(a, ABS(b)|, c)", Some(("IF", 1)));
    signature("IF((a|", Some(("IF", 0)));
    signature("ROUND|(mrr)", None);
    signature("ROUND(mrr)|", None);
    signature("ab|", None);
}

#[test]
fn columns_are_renamed_and_nothing_else() {
    let rename_in = |text, old, new| rename(text, old, new, &["plan", "Plan", "x"], true);
    assert_eq!(
        rename_in("x+  X*( x )/SUM([x] where y=\"x\")", "x", "月間 x").as_deref(),
        Some("[月間 x]+  [月間 x]*( [月間 x] )/SUM([月間 x] where y=\"x\")")
    );
    assert_eq!(rename_in("plan = Plan", "plan", "p").as_deref(), Some("p = Plan"));
    assert_eq!(rename_in("PLAN", "plan", "p"), None);
    assert_eq!(rename_in("x + ", "x", "score").as_deref(), Some("[score] + "));
    assert_eq!(rename_in("y", "x", "z"), None);
    let level = |text, scores| rename(text, "Level", "Tier", &["Level"], scores);
    let text = "level + LEVEL() + [level] + Level";
    assert_eq!(level(text, true).as_deref(), Some("level + LEVEL() + Tier + Tier"));
    assert_eq!(level(text, false).as_deref(), Some("Tier + LEVEL() + Tier + Tier"));
    assert_eq!(level("level > score", true), None);
    let score = rename("score - SCORE", "score", "points", &["score"], true);
    assert_eq!(score.as_deref(), Some("points - SCORE"));
    assert_eq!(column_names("b + a * [b] + SUM(c"), ["b", "a", "c"]);
}
