//! What the palette can do, and how well a command matches what was typed.

use super::rail::AREAS;
use super::theme::Theme;
use crate::parts::{IconName, key_words};
use crate::route::Route;
use crate::state::DocumentState;
use crate::text::{Language, Text};
use table::fold::fold;
use yew::AttrValue;

/// The sizes of sample that are offered.
pub const SAMPLE_SIZES: [u32; 2] = [20_000, 300_000];

/// Something that the palette can do.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Command {
    /// Go to a screen.
    Go(Route),
    /// Ask for files.
    Import,
    /// Make the sample with so many accounts.
    Sample(u32),
    /// Write the whole workspace to a file.
    SaveWorkspace,
    /// Undo the last step.
    Undo,
    /// Do it again.
    Redo,
    /// Change the language.
    Language(Language),
    /// Change the theme.
    Theme(Theme),
    /// Thin or wide rail.
    Rail,
    /// Show the sheet of keys.
    Keys,
}

/// A line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// What it does.
    pub(super) command: Command,
    /// Its words.
    pub(super) label: AttrValue,
    /// Beside them: a key, or an id.
    pub(super) hint: AttrValue,
    /// Before them.
    pub(super) icon: IconName,
}

/// Every command that can be carried out now, in the order of an empty search.
pub(super) fn commands(text: &Text, document: &DocumentState, theme: Theme) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |command, label: AttrValue, hint: &'static str, icon| {
        lines.push(Line { command, label, hint: key_words(hint).into(), icon });
    };
    for (route, icon, name) in AREAS {
        add(
            Command::Go(route),
            text.with("command-go", &[("area", text.t(name).into())]),
            "",
            icon,
        );
    }
    add(Command::Import, text.t("command-import"), "", IconName::Upload);
    add(Command::SaveWorkspace, text.t("workspace-save-file"), "", IconName::Download);
    if document.writable && document.undo_steps > 0 {
        add(Command::Undo, text.t("undo"), "Mod Z", IconName::Undo);
    }
    if document.writable && document.redo_steps > 0 {
        add(Command::Redo, text.t("redo"), "Mod Shift Z", IconName::Redo);
    }
    add(Command::Go(Route::History), text.t("history-title"), "", IconName::Clock);
    for n in SAMPLE_SIZES {
        add(
            Command::Sample(n),
            text.with("command-sample", &[("n", n.into())]),
            "",
            IconName::Sample,
        );
    }
    let other = other_language(text.language());
    add(Command::Language(other), language_name(text, other), "", IconName::Globe);
    for t in Theme::ALL.into_iter().filter(|t| *t != theme) {
        let label = text.with("command-theme", &[("theme", text.t(theme_name(t)).into())]);
        add(Command::Theme(t), label, "", theme_icon(t));
    }
    add(Command::Rail, text.t("command-rail"), "", IconName::Panel);
    add(Command::Keys, text.t("keys-title"), "?", IconName::Keyboard);
    add(Command::Go(Route::Privacy), text.t("privacy-title"), "", IconName::Shield);
    lines
}

/// The language to switch to.
pub(super) fn other_language(language: Language) -> Language {
    match language {
        Language::En => Language::Ja,
        Language::Ja => Language::En,
    }
}

/// A language's name in itself, which is never translated.
pub(super) fn language_name(text: &Text, language: Language) -> AttrValue {
    text.t(match language {
        Language::En => "language-english",
        Language::Ja => "language-japanese",
    })
}

/// The message id of a theme.
pub(super) fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "theme-system",
        Theme::Light => "theme-light",
        Theme::Dark => "theme-dark",
    }
}

/// The icon of a theme.
pub(super) fn theme_icon(theme: Theme) -> IconName {
    match theme {
        Theme::System => IconName::Screen,
        Theme::Light => IconName::Sun,
        Theme::Dark => IconName::Moon,
    }
}

/// The rank of what has only the letters: it stands under the accounts that were found.
const LOOSE: u8 = 3;

/// How well `label` matches what was typed (both folded): less is better, `None` is not at all.
/// First what starts with it, then a word that does, then any part, then ([`LOOSE`]) at least three
/// letters in order.
pub(super) fn rank(label: &str, typed: &str) -> Option<u8> {
    if typed.is_empty() {
        return Some(0);
    }
    if let Some(at) = label.find(typed) {
        let word = label[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        return Some(if at == 0 {
            0
        } else if word {
            1
        } else {
            2
        });
    }
    let mut rest = label.chars();
    let mut letters = typed.chars().filter(|c| !c.is_whitespace());
    (typed.chars().count() >= 3 && letters.all(|c| rest.any(|l| l == c))).then_some(LOOSE)
}

/// The lines that match, best first, otherwise in their order, with `found` before those that match
/// only loosely.
pub(super) fn matching(lines: Vec<Line>, typed: &str, found: Vec<Line>) -> Vec<Line> {
    let typed = fold(typed.trim()).into_owned();
    let mut ranked: Vec<(u8, Line)> =
        lines.into_iter().filter_map(|l| Some((rank(&fold(&l.label), &typed)?, l))).collect();
    table::order::sort_by_key(&mut ranked, |(rank, _)| *rank);
    let close = ranked.partition_point(|(rank, _)| *rank < LOOSE);
    let loose = ranked.split_off(close);
    let lines = |ranked: Vec<(u8, Line)>| ranked.into_iter().map(|(_, line)| line);
    lines(ranked).chain(found).chain(lines(loose)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks() {
        for (label, typed, expected) in [
            ("go to score", "", Some(0)),
            ("go to score", "go", Some(0)),
            ("go to score", "score", Some(1)),
            ("go to score", "cor", Some(2)),
            ("go to score", "gts", Some(3)),
            ("go to score", "gt", None),
            ("go to score", "xyz", None),
            ("スコアへ移動", "スコア", Some(0)),
            ("画面をスコアへ", "スコア", Some(2)),
        ] {
            assert_eq!(rank(label, typed), expected, "{label} / {typed}");
        }
    }
}
