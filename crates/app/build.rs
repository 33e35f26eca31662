//! Makes of the Fluent files in `www/locales` what `src/text/pattern.rs` reads.
//!
//! Translators write Fluent; the page gets its patterns already parsed, so that neither a parser nor
//! the rules of every language that Fluent knows have to be downloaded. In `OUT_DIR` are one file with the
//! ids, in order, each followed by NUL, and one per language with the patterns in the order of their ids, so
//! that ids are downloaded once; an attribute's id is `message.attribute`. In a
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

fn main() -> Result<(), String> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let locales = here.join("../../www/locales");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/text/marks.rs");
    let mut ids: Option<Vec<String>> = None;
    for language in ["en", "ja"] {
        let folder = locales.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut messages = BTreeMap::new();
        for file in files(&folder)? {
            println!("cargo::rerun-if-changed={}", file.display());
            let text = std::fs::read_to_string(&file).map_err(|e| said(&file, &e.to_string()))?;
            read(&text, &mut messages).map_err(|why| said(&file, &why))?;
        }
        put(&out.join(format!("{language}.messages")), messages.values())?;
        let own: Vec<String> = messages.into_keys().collect();
        let first = ids.get_or_insert_with(|| own.clone());
        if let Some(id) = own.iter().find(|id| !first.contains(id)) {
            return Err(format!("{id} is in {language} alone"));
        }
        if let Some(id) = first.iter().find(|id| !own.contains(id)) {
            return Err(format!("{id} is not in {language}"));
        }
    }
    put(&out.join("ids"), ids.iter().flatten())
}

/// Writes texts, each followed by NUL.
fn put<'a>(to: &Path, texts: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let all: String = texts.flat_map(|text| [text, "\0"]).collect();
    std::fs::write(to, all).map_err(|e| said(to, &e.to_string()))
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
fn read(text: &str, messages: &mut BTreeMap<String, String>) -> Result<(), String> {
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
