//! A picture of a canvas of each template, with notes that somebody might have written.

use super::out::picture;
use super::page::Page;
use crate::out::golden;
use crate::text::{Language, Text};
use plan::{Body, Document, ElementId, Note, Template, templates};
use serde_json::Value;
use table::Day;

/// By template: a name, and notes with their area; texts in English and Japanese.
const NOTES: &str = include_str!("../../../golden/notes.json");

/// A canvas of a template with its notes, in words of a language.
fn canvas(template: &Template, said: &Value, language: Language) -> (Document, ElementId) {
    let at = if language == Language::En { 0 } else { 1 };
    let words = |v: &Value| v.get(at).unwrap_or(v).as_str().unwrap_or_default().to_owned();
    let mut document = Document::new(if at == 0 { "Aozora" } else { "あおぞら" });
    let edit = document.insert_canvas(template, &words(&said["name"]));
    document.apply(edit).unwrap();
    let canvas = document.canvases()[0].id;
    for note in said["notes"].as_array().unwrap() {
        let of = |b: &&plan::Element| matches!(&b.body, Body::Block(b) if note[0] == b.area);
        let block = document.children(Some(canvas)).into_iter().find(of);
        let block = block.map(|b| b.id).unwrap_or_else(|| panic!("no block for {note}"));
        let facts = &note[3];
        let cells = facts["cells"].as_object().into_iter().flatten();
        let day = |d: &str| {
            let parts: Vec<u32> = d.split('-').map(|p| p.parse().unwrap()).collect();
            Day::from_ymd(parts[0] as i32, parts[1], parts[2]).unwrap()
        };
        let body = Note {
            colour: facts["colour"].as_u64().unwrap_or_default() as u8,
            standing: serde_json::from_value(facts["standing"].clone()).unwrap_or_default(),
            source: words(&facts["source"]),
            date: facts["date"].as_str().map(day),
            votes: facts["votes"].as_u64().unwrap_or_default() as u32,
            cells: cells.map(|(key, cell)| (key.clone(), words(cell))).collect(),
            span: None,
        };
        let text = note[1 + at].as_str().unwrap().to_owned();
        document.apply(document.add_notes(block, &[(text, body)], usize::MAX)).unwrap();
    }
    (document, canvas)
}

#[test]
fn golden_pictures_of_every_template() {
    let all: Value = serde_json::from_str(NOTES).unwrap();
    for template in templates() {
        for language in [Language::En, Language::Ja] {
            let (document, canvas) = canvas(template, &all[&template.key], language);
            let page = Page::of(&document, canvas).unwrap();
            let mut picture = picture(&Text::new(language), &document, &page);
            assert!(picture.metadata.contains("elements"));
            picture.metadata.clear();
            golden::hold(&template.key, language, &chart::sheet_svg(&picture));
        }
    }
}
