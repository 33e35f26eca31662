//! Words, numbers and dates in the user's language. Every text of the screen comes from the Fluent
//! files in `www/locales`, which are compiled in, so that they are there without a request.

mod format;
mod locales;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::rc::Rc;
use unic_langid::LanguageIdentifier;
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
    bundle: FluentBundle<FluentResource>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Text {
    /// Reads the files of a language.
    pub fn new(language: Language) -> Self {
        let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(FluentNumber { value, options }) => Some(format::number(
                *value,
                options.minimum_fraction_digits.unwrap_or(0),
                options.maximum_fraction_digits.unwrap_or(3),
            )),
            _ => None,
        }));
        for source in locales::sources(language) {
            // A file with a broken message still gives its other ones; the check finds the broken.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(r, _)| r);
            bundle.add_resource_overriding(resource);
        }
        Self(Rc::new(Inner { language, bundle }))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A message. An unknown id shows itself, which the check for locales forbids.
    pub fn t(&self, id: &str) -> AttrValue {
        self.with(id, &[])
    }

    /// A message with arguments.
    pub fn with(&self, id: &str, args: &[(&'static str, Arg)]) -> AttrValue {
        let (name, attribute) = id.split_once('.').map_or((id, None), |(n, a)| (n, Some(a)));
        let pattern = self.0.bundle.get_message(name).and_then(|m| match attribute {
            None => m.value(),
            Some(a) => m.get_attribute(a).map(|a| a.value()),
        });
        let Some(pattern) = pattern else { return id.to_owned().into() };
        let mut values = FluentArgs::with_capacity(args.len());
        for (key, value) in args {
            match value {
                Arg::Text(s) => values.set(*key, s.as_str()),
                Arg::Number(n) => values.set(*key, *n),
            }
        }
        let mut problems = Vec::new();
        self.0.bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned().into()
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
