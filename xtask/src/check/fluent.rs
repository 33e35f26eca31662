//! As much of Fluent's syntax as comparing two languages needs: messages, attributes, variables.

use std::collections::{BTreeMap, BTreeSet};

/// The messages of a file: `id`, `-term` and `id.attribute`, each with the variables it uses.
pub(super) type Messages = BTreeMap<String, BTreeSet<String>>;

/// Reads a Fluent file; the second part lists lines that make no sense.
pub(super) fn parse(text: &str) -> (Messages, Vec<String>) {
    let mut messages = Messages::new();
    let mut wrong = Vec::new();
    let (mut message, mut current) = (String::new(), String::new());
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let indented = line.starts_with(' ');
        let body = match (indented, name_of(line.trim_start())) {
            (false, Some((name, body))) => {
                message = name.to_string();
                current.clone_from(&message);
                if messages.insert(current.clone(), BTreeSet::new()).is_some() {
                    wrong.push(format!("line {number}: `{name}` is there twice"));
                }
                body
            }
            (true, Some((name, body))) if name.starts_with('.') && !message.is_empty() => {
                current = format!("{message}{name}");
                messages.insert(current.clone(), BTreeSet::new());
                body
            }
            (true, _) if !current.is_empty() => line,
            // The last brace of a selector may stand at the margin, with more text behind it.
            (false, None) if line.starts_with('}') && !current.is_empty() => line,
            _ => {
                wrong.push(format!("line {number}: neither a message nor a part of one"));
                continue;
            }
        };
        if let Some(variables) = messages.get_mut(&current) {
            variables.extend(variables_in(body));
        }
    }
    (messages, wrong)
}

/// The name before ` =`, when the line begins with one, and what follows.
fn name_of(line: &str) -> Option<(&str, &str)> {
    let (name, body) = line.split_once('=')?;
    let name = name.trim_end();
    let word = name.strip_prefix(['-', '.']).unwrap_or(name);
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let fits = word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.chars().all(letters);
    fits.then_some((name, body))
}

/// The words after each `$`.
fn variables_in(text: &str) -> impl Iterator<Item = String> {
    let letters = |c: &char| c.is_ascii_alphanumeric() || *c == '-' || *c == '_';
    let word = move |part: &str| part.chars().take_while(letters).collect::<String>();
    text.split('$').skip(1).map(word).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_attributes_and_variables() {
        let text = "# comment\nhello = Hello { $name }\n-brand = Sodachi\nrows =\n    { $count ->\n        [one] one row\n       \
                    *[other] { $count } rows in { $file }\n    }\nfield = Name\n    .placeholder = such as { $example }\n";
        let (messages, wrong) = parse(text);
        assert!(wrong.is_empty(), "{wrong:?}");
        let names: Vec<&str> = messages.keys().map(String::as_str).collect();
        assert_eq!(names, ["-brand", "field", "field.placeholder", "hello", "rows"]);
        assert_eq!(messages["rows"], BTreeSet::from(["count".to_string(), "file".to_string()]));
        assert_eq!(messages["field.placeholder"], BTreeSet::from(["example".to_string()]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let (_, wrong) = parse("a = 1\na = 2\nno message here\n");
        assert_eq!(
            wrong,
            ["line 2: `a` is there twice", "line 3: neither a message nor a part of one"]
        );
    }
}
