//! Every message is there in every language, with the same attributes and variables, and is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::fluent::{Messages, parse};
use super::{project_files, verdict};
use crate::Result;
use crate::run::{root, say};

/// Where the languages live, a folder each.
const LOCALES: &str = "www/locales";
/// The language the others are compared with.
const FIRST: &str = "en";

pub(super) fn check() -> Result<()> {
    let languages = languages()?;
    let Some(first) = languages.get(FIRST) else {
        return verdict(vec![format!("{LOCALES}/{FIRST} holds no .ftl file")]);
    };
    let mut wrong = Vec::new();
    for (language, locale) in &languages {
        wrong.extend(locale.wrong.iter().cloned());
        if language != FIRST {
            wrong.extend(differences(language, &first.messages, &locale.messages));
        }
    }
    let sources = app_sources()?;
    let used = used_in(&sources);
    for (id, file) in &used.called {
        if !first.messages.contains_key(id) {
            wrong.push(format!("{file}: message `{id}` is in no locale"));
        }
    }
    let unused = unused(&first.messages, &used);
    wrong.extend(unused.into_iter().map(|id| format!("message `{id}` is used nowhere in crates/")));
    say(&format!("  {} languages, {} messages", languages.len(), first.messages.len()));
    verdict(wrong)
}

/// One language: its files as one.
#[derive(Default)]
struct Locale {
    messages: Messages,
    wrong: Vec<String>,
}

fn languages() -> Result<BTreeMap<String, Locale>> {
    let mut languages: BTreeMap<String, Locale> = BTreeMap::new();
    for file in project_files(".ftl")?.iter().filter(|file| file.starts_with(LOCALES)) {
        let folder = Path::new(file).parent().and_then(Path::file_name).unwrap_or_default();
        let text = read(file)?;
        let locale = languages.entry(folder.to_string_lossy().into_owned()).or_default();
        let (messages, wrong) = parse(&text);
        locale.wrong.extend(wrong.into_iter().map(|what| format!("{file}: {what}")));
        for (id, variables) in messages {
            if locale.messages.insert(id.clone(), variables).is_some() {
                locale.wrong.push(format!("{file}: `{id}` is in another file as well"));
            }
        }
    }
    Ok(languages)
}

/// What one language has that the other has not, and messages that use other variables.
fn differences(language: &str, first: &Messages, other: &Messages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, variables) in first {
        match other.get(id) {
            None => wrong.push(format!("`{id}` is missing in {language}")),
            Some(theirs) if theirs != variables => {
                let (ours, theirs) = (list(variables), list(theirs));
                wrong.push(format!("`{id}` uses {ours} in {FIRST} and {theirs} in {language}"));
            }
            Some(_) => {}
        }
    }
    let surplus = other.keys().filter(|id| !first.contains_key(*id));
    wrong.extend(surplus.map(|id| format!("`{id}` is in {language}, but not in {FIRST}")));
    wrong
}

fn list(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        "no variable".to_string()
    } else {
        names.iter().cloned().collect::<Vec<_>>().join(", ")
    }
}

/// What the sources say of message ids.
#[derive(Default)]
struct Used {
    /// Ids given to a call that translates, with the file.
    called: BTreeMap<String, String>,
    /// Every string literal, whole.
    literals: BTreeSet<String>,
    /// What stands before a `{` in a literal: ids put together at run time begin with it.
    prefixes: BTreeSet<String>,
    /// What stands after a leading `{}` in a literal: ids that are used may go on with it.
    suffixes: BTreeSet<String>,
}

/// The calls whose first string is a message id.
const CALLS: &[&str] = &[".t(", ".with("];

fn used_in(sources: &[(String, String)]) -> Used {
    let mut used = Used::default();
    for (file, text) in sources {
        for literal in literals(text) {
            if let Some((before, _)) = literal.split_once('{')
                && before.len() >= 3
                && before.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            {
                used.prefixes.insert(before.to_string());
            }
            if let Some(after) = literal.strip_prefix("{}-")
                && is_id(&format!("-{after}"))
            {
                used.suffixes.insert(format!("-{after}"));
            }
            used.literals.insert(literal.to_string());
        }
        for call in CALLS {
            for (at, _) in text.match_indices(call) {
                let after = text[at + call.len()..].trim_start();
                let id =
                    after.strip_prefix('"').and_then(|rest| rest.split_once('"')).map(|(id, _)| id);
                if let Some(id) = id.filter(|id| is_id(id)) {
                    used.called.insert(id.to_string(), file.clone());
                }
            }
        }
    }
    used
}

/// Lower-case words with at least one dash between them, as all our ids are written.
fn is_id(text: &str) -> bool {
    text.contains('-')
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.')
}

/// Messages that no literal names and no prefix begins. Terms and attributes go with their message.
fn unused(messages: &Messages, used: &Used) -> Vec<String> {
    let told = |id: &str| {
        used.literals.contains(id)
            || used.prefixes.iter().any(|prefix| id.starts_with(prefix.as_str()))
            || used
                .suffixes
                .iter()
                .filter_map(|suffix| id.strip_suffix(suffix.as_str()))
                .any(|id| used.literals.contains(id))
    };
    let plain = |id: &&String| !id.starts_with('-') && !id.contains('.');
    messages.keys().filter(plain).filter(|id| !told(id)).cloned().collect()
}

/// The string literals of Rust source, roughly: enough to find ids.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn app_sources() -> Result<Vec<(String, String)>> {
    let files = project_files(".rs")?;
    // Errors and templates of the pure crates name their messages too.
    let app = files.into_iter().filter(|file| file.starts_with("crates/"));
    app.map(|file| read(&file).map(|text| (file, text))).collect()
}

fn read(file: &str) -> Result<String> {
    std::fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_between_languages() {
        let (en, _) = parse("a = { $n }\nb = B\n    .title = T\n");
        let (ja, _) = parse("a = { $m }\nb = B\nc = C\n");
        assert_eq!(
            differences("ja", &en, &ja),
            [
                "`a` uses n in en and m in ja",
                "`b.title` is missing in ja",
                "`c` is in ja, but not in en"
            ]
        );
        assert!(differences("ja", &en, &en).is_empty());
    }

    #[test]
    fn ids_are_found_in_source() {
        let source = "html! { <p>{ i18n.t(\"data-empty\") }</p> { format!(\"level-{n}\") } \"start-title\" }";
        let used = used_in(&[("a.rs".to_string(), source.to_string())]);
        assert_eq!(used.called.keys().collect::<Vec<_>>(), ["data-empty"]);
        let (messages, _) =
            parse("data-empty = E\nlevel-1 = L\nstart-title = S\nnobody-asks = N\n-brand = B\n");
        assert_eq!(unused(&messages, &used), ["nobody-asks"]);
    }
}
