//! A formula of any text: a tree and problems within it, and what is printed parses to the same tree.
#![no_main]

use formula::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = parse(text);
    for problem in &parsed.problems {
        assert!(
            text.get(problem.span.start as usize..problem.span.end as usize).is_some(),
            "{problem:?}"
        );
    }
    if parsed.problems.is_empty() {
        let printed = parsed.tree.to_string();
        let again = parse(&printed);
        assert!(again.problems.is_empty(), "{printed}");
        assert_eq!(again.tree.to_string(), printed);
    }
});
