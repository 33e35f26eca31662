//! Makes of the Fluent files in `www/locales` what `src/text` reads.
//!
//! Translators write Fluent; the page gets its patterns already parsed, so that neither a parser nor
//! the rules of every language that Fluent knows have to be downloaded. In `OUT_DIR` are two files for each
//! language: `texts-en` has what every screen may say, `area-texts-en` what only the areas of
//! [`AREA_FILES`] say. Each is a *data part*: after a header (see [`part`]) stand its ids, in order, then its
//! patterns in the order of their ids, all ended by NUL; an attribute's id is `message.attribute`. In a
//! pattern (see the marks below) a variable is `VARIABLE name END`, a choice is
//! `CHOICE name END (key END pattern END)*`, and the variant without a key is the last and the default.

#![allow(clippy::print_stdout, reason = "cargo listens to what a build script prints")]

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

include!("src/text/marks.rs");

/// The files whose messages only the areas KPI, Strategy, Journey and History use: these texts are
/// downloaded when one of the areas is opened. A check refuses their ids in code of other areas.
const AREA_FILES: &[&str] = &[
    "canvas-template",
    "history",
    "journey",
    "journey-live",
    "kpi",
    "kpi-template",
    "strategy",
    "thread",
];

/// Patterns by id.
type Messages = BTreeMap<String, String>;

fn main() -> Result<(), String> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let locales = here.join("../../www/locales");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/text/marks.rs");
    let en = read_language(&locales.join("en"))?;
    let ja = read_language(&locales.join("ja"))?;
    for (part, (en, ja)) in ["texts", "area-texts"].into_iter().zip(en.iter().zip(&ja)) {
        one_sided(en, ja, "en")?;
        one_sided(ja, en, "ja")?;
        for (language, messages) in [("en", en), ("ja", ja)] {
            put(&out, &format!("{part}-{language}"), messages)?;
        }
    }
    Ok(())
}

/// The messages of a language: those of every screen, and those of the areas.
fn read_language(folder: &Path) -> Result<[Messages; 2], String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut messages = [Messages::new(), Messages::new()];
    let mut areas = 0;
    for file in files(folder)? {
        println!("cargo::rerun-if-changed={}", file.display());
        let of_area = AREA_FILES.iter().any(|area| file.file_stem().is_some_and(|f| f == *area));
        areas += usize::from(of_area);
        let text = std::fs::read_to_string(&file).map_err(|e| said(&file, &e.to_string()))?;
        read(&text, &mut messages[usize::from(of_area)]).map_err(|why| said(&file, &why))?;
    }
    if areas != AREA_FILES.len() {
        return Err(said(folder, "a file of an area is missing"));
    }
    Ok(messages)
}

/// Refuses what only one language has.
fn one_sided(ours: &Messages, theirs: &Messages, language: &str) -> Result<(), String> {
    match ours.keys().find(|id| !theirs.contains_key(*id)) {
        Some(id) => Err(format!("{id} is in {language} alone, or in another file")),
        None => Ok(()),
    }
}

/// Writes messages as a data part.
fn put(out: &Path, name: &str, messages: &Messages) -> Result<(), String> {
    let all: String = messages.keys().chain(messages.values()).flat_map(|t| [t, "\0"]).collect();
    let to = out.join(name);
    std::fs::write(&to, part(name, &all)).map_err(|e| said(&to, &e.to_string()))
}

/// A data part: by this header, its name and its length in bytes, `cargo xtask dist` finds it in the
/// finished module, takes it out, and makes a file of it that is downloaded when it is needed.
fn part(name: &str, content: &str) -> String {
    format!("\u{1}sodachi-part {name} {}\u{1}{content}", content.len())
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|e| format!("{name}: {e}"))
}

fn said(file: &Path, why: &str) -> String {
    format!("{}: {why}", file.display())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| said(folder, &e.to_string()))?;
    let files = entries.flatten().map(|entry| entry.path());
    Ok(files.filter(|file| file.extension().is_some_and(|e| e == "ftl")).collect())
}

/// Adds the messages of a file. Says what is not understood, or not used in these files so far.
fn read(text: &str, messages: &mut Messages) -> Result<(), String> {
    let resource =
        fluent_syntax::parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(term) => return Err(format!("term -{} is not supported", term.id.name)),
            Entry::Junk { content } => return Err(format!("not Fluent: {content}")),
        };
        let id = message.id.name;
        let attributes = message.attributes.iter();
        let values = message.value.iter().map(|value| (id.to_owned(), value));
        for (id, value) in
            values.chain(attributes.map(|a| (format!("{id}.{}", a.id.name), &a.value)))
        {
            let mut pattern = String::new();
            write(value, &mut pattern).map_err(|why| format!("{id}: {why}"))?;
            if messages.insert(id.clone(), pattern).is_some() {
                return Err(format!("{id} is there twice"));
            }
        }
    }
    Ok(())
}

fn write(pattern: &Pattern<&str>, out: &mut String) -> Result<(), String> {
    pattern.elements.iter().try_for_each(|element| match element {
        PatternElement::TextElement { value } => text(value, out),
        PatternElement::Placeable { expression } => write_expression(expression, out),
    })
}

fn text(value: &str, out: &mut String) -> Result<(), String> {
    if value.contains(['\0', VARIABLE, CHOICE, END]) {
        return Err("control characters are marks here".to_owned());
    }
    out.push_str(value);
    Ok(())
}

fn write_expression(expression: &Expression<&str>, out: &mut String) -> Result<(), String> {
    let (selector, variants) = match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            return text(&unescape_unicode_to_string(value), out);
        }
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            out.extend([VARIABLE]);
            out.push_str(id.name);
            out.push(END);
            return Ok(());
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            return write_expression(expression, out);
        }
        Expression::Inline(other) => return Err(format!("{other:?} is not supported")),
        Expression::Select { selector, variants } => (selector, variants),
    };
    let InlineExpression::VariableReference { id } = selector else {
        return Err(format!("a choice by {selector:?} is not supported"));
    };
    out.push(CHOICE);
    out.push_str(id.name);
    out.push(END);
    let (default, others): (Vec<_>, Vec<_>) = variants.iter().partition(|v| v.default);
    for variant in others.into_iter().chain(default) {
        if !variant.default {
            out.push_str(match variant.key {
                VariantKey::Identifier { name } => name,
                VariantKey::NumberLiteral { value } => value,
            });
        }
        out.push(END);
        write(&variant.value, out)?;
        out.push(END);
    }
    Ok(())
}
