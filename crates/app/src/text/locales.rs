//! The Fluent files, one per area.

use super::Language;

macro_rules! files {
    ($tag:literal) => {
        &[
            include_str!(concat!("../../../../www/locales/", $tag, "/common.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/shell.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/start.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/data.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/score.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/accounts.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/workspace.ftl")),
            include_str!(concat!("../../../../www/locales/", $tag, "/problems.ftl")),
        ]
    };
}

/// The sources of a language.
pub(super) fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => files!("en"),
        Language::Ja => files!("ja"),
    }
}
