//! The patterns of messages, as `build.rs` makes them of the Fluent files, filled with arguments.

use super::{Arg, Language, format};

include!("marks.rs");

/// Appends a pattern of a language, its variables replaced by the arguments.
///
/// As in Fluent an argument that is not given shows its name, and a choice takes the first variant
/// whose key is the number or the text, or the number's plural category, or else the default.
pub(super) fn fill(pattern: &str, language: Language, args: &[(&str, Arg)]) -> String {
    let mut filler = Filler { language, args, out: String::with_capacity(pattern.len() + 16) };
    filler.take(pattern, true);
    filler.out
}

struct Filler<'a> {
    language: Language,
    args: &'a [(&'a str, Arg)],
    out: String,
}

impl<'a> Filler<'a> {
    /// Appends (unless it only passes over) a pattern up to its end and gives what follows it.
    fn take<'p>(&mut self, mut rest: &'p str, shown: bool) -> &'p str {
        loop {
            let (text, mark, after) = to_mark(rest);
            if shown {
                self.out.push_str(text);
            }
            rest = after;
            match mark {
                Some(VARIABLE) => {
                    let (name, _, after) = to_mark(rest);
                    rest = after;
                    if shown {
                        self.variable(name);
                    }
                }
                Some(CHOICE) => rest = self.choice(rest, shown),
                _ => return rest,
            }
        }
    }

    fn variable(&mut self, name: &str) {
        match self.argument(name) {
            Some(Arg::Text(text)) => self.out.push_str(text),
            Some(Arg::Number(n)) => self.out.push_str(&format::number(*n, 0, 3)),
            None => self.out.extend(["{$", name, "}"]),
        }
    }

    fn choice<'p>(&mut self, rest: &'p str, shown: bool) -> &'p str {
        let (name, _, mut rest) = to_mark(rest);
        let mut open = shown;
        loop {
            let (key, _, pattern) = to_mark(rest);
            let chosen = open && (key.is_empty() || self.is(name, key));
            rest = self.take(pattern, chosen);
            open &= !chosen;
            if key.is_empty() {
                return rest;
            }
        }
    }

    fn is(&self, name: &str, key: &str) -> bool {
        match self.argument(name) {
            Some(Arg::Text(text)) => text == key,
            Some(Arg::Number(n)) => {
                key == self.category(*n) || key.parse::<u32>().is_ok_and(|key| f64::from(key) == *n)
            }
            None => false,
        }
    }

    /// The plural category of a number, by the rules of Unicode's CLDR for cardinals.
    fn category(&self, n: f64) -> &'static str {
        match self.language {
            Language::En if n.abs() == 1.0 => "one",
            Language::En | Language::Ja => "other",
        }
    }

    fn argument(&self, name: &str) -> Option<&'a Arg> {
        self.args.iter().find(|(given, _)| *given == name).map(|(_, value)| value)
    }
}

/// The text before the next mark, the mark, and what follows.
fn to_mark(text: &str) -> (&str, Option<char>, &str) {
    let is_mark = |byte: u8| matches!(char::from(byte), VARIABLE | CHOICE | END);
    match text.bytes().position(is_mark) {
        Some(at) => (&text[..at], text[at..].chars().next(), &text[at + 1..]),
        None => (text, None, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::messages::Messages;
    use super::*;
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

    fn reference(language: Language) -> FluentBundle<FluentResource> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/locales/");
        let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(n) => Some(format::number(n.value, 0, 3)),
            _ => None,
        }));
        for file in std::fs::read_dir(format!("{folder}{}", language.tag())).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
        }
        bundle
    }

    /// The names of all variables of a pattern.
    fn variables(pattern: &str) -> Vec<&str> {
        let starts = pattern.match_indices([VARIABLE, CHOICE]);
        starts.map(|(at, _)| to_mark(&pattern[at + 1..]).0).collect()
    }

    #[test]
    fn every_message_reads_as_fluent_itself_would_have_it() {
        for language in [Language::En, Language::Ja] {
            let bundle = reference(language);
            let messages = Messages::new(language);
            assert!(messages.all().count() > 500);
            for (id, pattern) in messages.all() {
                let (name, attribute) =
                    id.split_once('.').map_or((id, None), |(n, a)| (n, Some(a)));
                let message = bundle.get_message(name).unwrap();
                let theirs = match attribute {
                    None => message.value().unwrap(),
                    Some(a) => message.get_attribute(a).unwrap().value(),
                };
                let names = variables(pattern);
                let numbers = [0.0, 1.0, 2.0, -1.0, 1.5, 20_000.0].map(Arg::Number);
                let texts = ["", "none", "yes", "A社"].map(Arg::from);
                for value in numbers.into_iter().chain(texts) {
                    let args: Vec<_> = names.iter().map(|name| (*name, value.clone())).collect();
                    let mut given = FluentArgs::new();
                    for (name, value) in &args {
                        match value {
                            Arg::Text(s) => given.set(*name, s.as_str()),
                            Arg::Number(n) => given.set(*name, *n),
                        }
                    }
                    let expected = bundle.format_pattern(theirs, Some(&given), &mut Vec::new());
                    assert_eq!(fill(pattern, language, &args), expected, "{id} {value:?}");
                }
                let expected = bundle.format_pattern(theirs, None, &mut Vec::new());
                assert_eq!(fill(pattern, language, &[]), expected, "{id} without arguments");
            }
        }
    }
}
