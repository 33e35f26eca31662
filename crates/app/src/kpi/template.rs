//! A template becomes a tree of the document.

use super::area::Hand;
use super::stand::StandAction;
use crate::state::{Actions, today};
use crate::text::{Language, Text};
use engine::message::SnapshotInfo;
use formula::written_name;
use kpi::{Known, Template, Tree};
use plan::{Document, Edit, ElementId, Gesture};
use table::Role;

/// Adds the tree of a template, in words of a language, bound to the columns that are there: one undo
/// step. Tells the id of the tree.
fn template_edit(
    document: &Document,
    text: &Text,
    template: &Template,
    columns: Option<&SnapshotInfo>,
) -> (Edit, ElementId) {
    let mut tree = template.tree(|key| text.t(key).to_string());
    let revenue = columns.and_then(|s| s.columns.iter().find(|c| c.2 == Role::Revenue));
    if let Some((name, ..)) = revenue.filter(|_| template.key == REVENUE) {
        bind_revenue(&mut tree, &written_name(name));
    }
    let edit = document.insert_kpi_tree(&text.t(template.key), &tree);
    (edit, ElementId(document.next_id))
}

/// Adds the tree of a template and shows it, with the KGI selected.
pub fn apply_template(
    hand: &Hand,
    text: &Text,
    template: &Template,
    columns: Option<&SnapshotInfo>,
) {
    let mut added = None;
    hand.edit(|document| {
        let (edit, tree) = template_edit(document, text, template, columns);
        added = Some(tree);
        Some(edit.dated(today()))
    });
    if let Some(tree) = added {
        hand.go(StandAction::Tree(tree));
        // The KGI is the first element after the tree itself.
        hand.select(ElementId(tree.0 + 1));
    }
}

/// The tree of the sample workspace: revenue down to levels, bound to what the sample holds.
pub fn add_sample_tree(actions: &Actions, japanese: bool, sample: Option<&SnapshotInfo>) {
    let text = Text::new(if japanese { Language::Ja } else { Language::En });
    actions.edit_with(|d| sample_edit(d, &text, sample).dated(today()), Gesture::Once);
}

/// The edit that adds it.
pub fn sample_edit(document: &Document, text: &Text, sample: Option<&SnapshotInfo>) -> Edit {
    let template = kpi::template(REVENUE);
    template.map_or(Edit::Batch(Vec::new()), |t| template_edit(document, text, t, sample).0)
}

/// The template that a column of revenue can be bound to.
const REVENUE: &str = "kpi-template-saas";

/// How its nodes come out of the revenue of the accounts in a snapshot and the one before, by place in
/// the template, and what they are to reach.
const BOUND: [(usize, &str, Option<f64>); 6] = [
    (1, "SUM({mrr} WHERE ISBLANK(PREV({mrr})))", None),
    (3, "PREV(SUM({mrr}))", None),
    (4, "", Some(1.0)),
    (5, "SUM(MAX({mrr} - PREV({mrr}), 0))", None),
    (8, "SUM(MAX(PREV({mrr}) - {mrr}, 0))", None),
    (9, "PREV(SUM({mrr})) - SUM(PREV({mrr}))", None),
];

fn bind_revenue(tree: &mut Tree, column: &str) {
    for (place, formula, target) in BOUND {
        if let Some(node) = tree.nodes.get_mut(place) {
            if !formula.is_empty() {
                node.body.known = Known::Accounts(formula.replace("{mrr}", column));
            }
            node.body.target = target;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revenue_is_bound_where_the_template_leaves_it_open() {
        let template = kpi::template(REVENUE).unwrap();
        let mut tree = template.tree(str::to_owned);
        for (place, formula, _) in BOUND {
            assert_eq!(tree.nodes[place].body.known == Known::Unknown, !formula.is_empty());
        }
        bind_revenue(&mut tree, "[月額（円）]");
        assert!(tree.nodes.iter().all(|n| n.body.known != Known::Unknown));
    }
}
