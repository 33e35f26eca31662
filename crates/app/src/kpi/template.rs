//! A template becomes a tree of the document.

use super::area::Hand;
use super::stand::StandAction;
use crate::state::Actions;
use crate::text::{Language, Text};
use kpi::Template;
use plan::{Document, Edit, ElementId, Gesture};

/// Adds the tree of a template, in words of a language: one undo step. Tells the id of the tree.
pub fn template_edit(document: &Document, text: &Text, template: &Template) -> (Edit, ElementId) {
    let tree = template.tree(|key| text.t(key).to_string());
    let edit = document.insert_kpi_tree(&text.t(template.key), &tree);
    (edit, ElementId(document.next_id))
}

/// Adds the tree of a template and shows it, with the KGI selected.
pub fn apply_template(hand: &Hand, text: &Text, template: &Template) {
    let mut added = None;
    hand.edit(|document| {
        let (edit, tree) = template_edit(document, text, template);
        added = Some(tree);
        Some(edit)
    });
    if let Some(tree) = added {
        hand.go(StandAction::Tree(tree));
        // The KGI is the first element after the tree itself.
        hand.select(ElementId(tree.0 + 1));
    }
}

/// The tree of the sample workspace: revenue down to levels, bound to what the sample holds.
pub fn add_sample_tree(actions: &Actions, japanese: bool) {
    let text = Text::new(if japanese { Language::Ja } else { Language::En });
    if let Some(template) = kpi::template("kpi-template-saas") {
        actions.edit_with(|d| template_edit(d, &text, template).0, Gesture::Once);
    }
}
