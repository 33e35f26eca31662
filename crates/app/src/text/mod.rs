//! Words, numbers and dates in the user's language. Every text of the screen comes from the Fluent
//! files in `www/locales`, which the build compiles in (`build.rs`), so that they are there without a
//! parser. Published, they are parts of their own: those of the language on the screen are loaded
//! before it is drawn, those of an area before the area is.

mod format;
mod messages;
mod pattern;
#[cfg(test)]
mod reach;

use crate::hooks::use_memo;
use messages::Messages;
use std::rc::Rc;
use yew::prelude::*;

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English
    En,
    /// 日本語
    Ja,
}

impl Language {
    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language that the page is in: `www/theme.js` says it first, the one chosen before or else the
    /// browser's.
    pub fn of_page() -> Self {
        let root = gloo::utils::document().document_element();
        Self::of_tag(&root.and_then(|r| r.get_attribute("lang")).unwrap_or_default())
    }

    /// The part with what every screen may say, for [`web::parts`].
    pub fn texts(self) -> &'static str {
        match self {
            Self::En => "texts-en",
            Self::Ja => "texts-ja",
        }
    }

    /// The part with what only KPI, Strategy, Journey and History say.
    pub fn area_texts(self) -> &'static str {
        match self {
            Self::En => "area-texts-en",
            Self::Ja => "area-texts-ja",
        }
    }

    /// The language of a tag such as `ja-JP`; English for any that is not there.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("ja") { Self::Ja } else { Self::En }
    }
}

/// An argument of a message.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Text as it is.
    Text(String),
    /// A number: chooses the plural form and is written with grouping.
    Number(f64),
}

macro_rules! number_args {
    ($($t:ty)*) => {$(
        impl From<$t> for Arg {
            fn from(n: $t) -> Self { Self::Number(n as f64) }
        }
    )*};
}
number_args!(u8 u32 i32 u64 i64 usize f64);

impl From<&str> for Arg {
    fn from(s: &str) -> Self {
        Self::Text(s.to_owned())
    }
}
impl From<String> for Arg {
    fn from(s: String) -> Self {
        Self::Text(s)
    }
}
impl From<&AttrValue> for Arg {
    fn from(s: &AttrValue) -> Self {
        Self::Text(s.to_string())
    }
}
impl From<AttrValue> for Arg {
    fn from(s: AttrValue) -> Self {
        Self::Text(s.to_string())
    }
}

/// The messages of one language, cheap to clone.
#[derive(Clone)]
pub struct Text(Rc<Inner>);

struct Inner {
    language: Language,
    messages: Messages,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Text {
    /// The messages of a language.
    pub fn new(language: Language) -> Self {
        Self(Rc::new(Inner { language, messages: Messages::new(language) }))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A message. An unknown id shows itself, which the check for locales forbids; one whose part is
    /// not loaded yet shows nothing.
    pub fn t(&self, id: &str) -> AttrValue {
        self.with(id, &[])
    }

    /// A message, if there is one of that id: for ids that are made of what a document says.
    pub fn known(&self, id: &str) -> Option<AttrValue> {
        self.0.messages.get(id).map(|_| self.t(id))
    }

    /// A message with arguments.
    pub fn with(&self, id: &str, args: &[(&'static str, Arg)]) -> AttrValue {
        match self.0.messages.get(id) {
            Some(pattern) => pattern::fill(pattern, self.0.language, args).into(),
            None if self.0.messages.complete() => id.to_owned().into(),
            None => AttrValue::default(),
        }
    }
}

/// The messages in the user's language.
#[hook]
pub fn use_text() -> Text {
    let given = use_context::<Text>();
    use_memo(given, |given| given.clone().unwrap_or_else(|| Text::new(Language::En)))
        .as_ref()
        .clone()
}
