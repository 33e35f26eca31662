//! The messages of a language, found by their id.

use super::Language;

/// Ids and patterns, by id.
pub(super) struct Messages(Vec<(&'static str, &'static str)>);

impl Messages {
    /// The messages that `build.rs` made of the Fluent files of a language.
    pub(super) fn new(language: Language) -> Self {
        let ids = include_str!(concat!(env!("OUT_DIR"), "/ids"));
        let patterns = match language {
            Language::En => include_str!(concat!(env!("OUT_DIR"), "/en.messages")),
            Language::Ja => include_str!(concat!(env!("OUT_DIR"), "/ja.messages")),
        };
        Self(ids.split_terminator('\0').zip(patterns.split_terminator('\0')).collect())
    }

    /// The pattern of a message, or of its attribute (`message.attribute`).
    pub(super) fn get(&self, id: &str) -> Option<&'static str> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.0.get(at).map(|(_, pattern)| *pattern)
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> &[(&'static str, &'static str)] {
        &self.0
    }
}
