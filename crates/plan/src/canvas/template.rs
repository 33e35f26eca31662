//! Canvases to start from. A template is data: `templates.json`, written as the document writes canvases.

use super::{Block, Canvas, Layout};
use crate::{Body, Document, Edit, Element, ElementId, Rank};
use serde::Deserialize;
use std::sync::OnceLock;

/// A canvas to start from. Texts are the UI's: `canvas-` and the key is the id of its name, that with
/// `-description` of what it is for, that with an area of a block's name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Template {
    /// What it is known by, such as `swot`.
    pub key: String,
    /// What it helps with.
    pub group: Group,
    /// Where the blocks stand.
    pub layout: Layout,
    /// See [`Canvas::sentence`].
    #[serde(default)]
    pub sentence: Option<String>,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
}

/// What a template helps with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// To understand the field one is in.
    Context,
    /// To say how the business works.
    Business,
    /// To understand customers.
    Customer,
    /// To say where it goes.
    Direction,
    /// Anything else.
    Own,
}

static TEMPLATES: OnceLock<Vec<Template>> = OnceLock::new();

/// The templates, in the order shown.
#[must_use]
pub fn templates() -> &'static [Template] {
    // A test holds that it can be read.
    TEMPLATES
        .get_or_init(|| serde_json::from_str(include_str!("templates.json")).unwrap_or_default())
}

/// The template of that key.
#[must_use]
pub fn template(key: &str) -> Option<&'static Template> {
    templates().iter().find(|t| t.key == key)
}

impl Document {
    /// An edit that adds a canvas made from a template, with new ids, after all others. Its own id is
    /// [`Document::next_id`].
    #[must_use]
    pub fn insert_canvas(&self, template: &Template, name: &str) -> Edit {
        let id = ElementId(self.next_id);
        let canvas = Canvas {
            template: template.key.clone(),
            layout: template.layout.clone(),
            sentence: template.sentence.clone(),
            ..Canvas::default()
        };
        let mut elements = vec![Element {
            id,
            parent: None,
            rank: self.rank_at(None, usize::MAX, None),
            name: name.to_owned(),
            body: Body::Canvas(Box::new(canvas)),
        }];
        let mut last = None;
        for (block, at) in template.blocks.iter().zip(1..) {
            let rank = Rank::between(last.as_ref(), None);
            elements.push(Element {
                id: ElementId(id.0 + at),
                parent: Some(id),
                rank: rank.clone(),
                name: String::new(),
                body: Body::Block(Box::new(block.clone())),
            });
            last = Some(rank);
        }
        Edit::Insert { elements, links: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_template_can_be_read_and_its_layout_holds_its_blocks() {
        let read: Result<Vec<Template>, _> = serde_json::from_str(include_str!("templates.json"));
        assert_eq!(read.map(|t| t.len()).unwrap(), templates().len());
        let keys: BTreeSet<&str> = templates().iter().map(|t| t.key.as_str()).collect();
        assert_eq!(keys.len(), templates().len());
        for template in templates() {
            let key = &template.key;
            assert!(template.layout.is_sound(), "{key}");
            assert!(!template.blocks.is_empty(), "{key}");
            let areas: BTreeSet<&str> = template.blocks.iter().map(|b| b.area.as_str()).collect();
            assert_eq!(areas.len(), template.blocks.len(), "{key}");
            for block in &template.blocks {
                assert_eq!(block.check(), Ok(()), "{key}");
                if matches!(template.layout, Layout::Areas { .. }) {
                    assert!(template.layout.lines(&block.area).is_some(), "{key} {}", block.area);
                }
            }
            let mut document = Document::default();
            document.apply(document.insert_canvas(template, "x")).unwrap();
            assert_eq!(document.check(), Ok(()), "{key}");
        }
    }
}
