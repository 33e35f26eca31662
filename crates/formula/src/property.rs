//! Properties that hold for every text and every tree.

mod evaluation;
mod formulas;
mod trees;

use crate::scalar::two;
use crate::typed::Two;
use crate::{parse, written_name};
use proptest::prelude::*;
use trees::tree;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_printed_parses_to_the_same_tree(tree in tree()) {
        let text = tree.to_string();
        let parsed = parse(&text);
        prop_assert_eq!(parsed.problems, vec![], "{}", text);
        prop_assert_eq!(&parsed.tree, &tree, "{}", text);
        prop_assert_eq!(parsed.tree.to_string(), text);
    }

    #[test]
    fn any_text_gives_a_tree_within_it(text in "\\PC{0,60}") {
        within(&text)?;
    }

    #[test]
    fn any_signs_give_a_tree_within_them(parts in prop::collection::vec(part(), 0..40)) {
        within(&parts.concat())?;
    }

    #[test]
    fn any_bytes_give_a_tree_within_them(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        within(&String::from_utf8_lossy(&bytes))?;
    }

    /// As whole numbers of the smallest decimal place would be.
    #[test]
    fn decimals_fall_into_the_bins_that_they_are_written_in(
        number in -100_000_000i64..100_000_000,
        width in 1i64..2_000,
        (places, places_of_width) in (0u32..6, 0u32..6),
        on_edge in any::<bool>(),
    ) {
        let scale = |places: u32| 10i64.pow(places);
        let all = places.max(places_of_width);
        let whole_width = width * scale(all - places_of_width);
        let mut whole = number * scale(all - places);
        if on_edge {
            whole -= whole.rem_euclid(whole_width);
        }
        let decimal = |whole: i64| whole as f64 / scale(all) as f64;
        let expected = decimal(whole.div_euclid(whole_width) * whole_width);
        let found = two(Two::Bin, decimal(whole), decimal(whole_width));
        prop_assert_eq!(found, expected, "BIN({}, {})", decimal(whole), decimal(whole_width));
    }

    #[test]
    fn any_name_can_be_written(name in "\\PC{1,12}") {
        prop_assume!(!name.trim().is_empty());
        let parsed = parse(&written_name(&name));
        prop_assert_eq!(parsed.problems, vec![]);
        let found = match parsed.tree.kind {
            crate::ExprKind::Name { name, .. } => name,
            other => return Err(TestCaseError::fail(format!("{other:?}"))),
        };
        prop_assert_eq!(found, name);
    }
}

/// Pieces of formulas, so that more than the first token is reached.
fn part() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "(",
        ")",
        ",",
        "+",
        "-",
        "*",
        "/",
        "^",
        "%",
        "=",
        "<>",
        "&",
        "a",
        "[b c]",
        "\"x\"",
        "\"",
        "[",
        "]",
        " ",
        " AND ",
        " OR ",
        " NOT ",
        " IN ",
        " BETWEEN ",
        " WHERE ",
        "1",
        "2.5",
        "SUM(",
        "IF(",
        "DAYS SINCE ",
        "4 weeks",
        "TRUE",
        "（",
        "ログイン",
        "?",
        "1e",
        "=",
    ])
}

/// Reads a text and looks whether every span is a stretch of it.
fn within(text: &str) -> Result<(), TestCaseError> {
    let parsed = parse(text);
    let mut spans: Vec<_> = parsed.problems.iter().map(|p| p.span).collect();
    parsed.tree.walk(&mut |e| spans.push(e.span));
    for span in spans {
        prop_assert!(span.start <= span.end);
        prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{:?}", span);
    }
    let checked = crate::check(text, &crate::Environment::default());
    for problem in checked.problems {
        prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some());
    }
    let carets = [text.len() / 3, text.len() / 2, text.len()];
    for caret in carets.into_iter().filter(|at| text.is_char_boundary(*at)) {
        let span = crate::complete(text, caret, &crate::Environment::default()).span;
        prop_assert!(span.touches(caret) && span.end as usize <= text.len());
        let signature = crate::signature_at(text, caret);
        prop_assert!(signature.is_none_or(|s| s.name.end as usize <= caret));
    }
    if parsed.problems.is_empty() {
        let printed = parsed.tree.to_string();
        prop_assert_eq!(crate::parse(&printed).tree, parsed.tree, "{}", printed);
    }
    Ok(())
}
