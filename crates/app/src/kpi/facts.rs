//! What a row, a card or a tile shows of one node, by itself: it is drawn anew only when this changes, so
//! that a tree of hundreds of nodes follows every key.

use super::area::Area;
use super::figures::Figures;
use super::words::{
    difference, difference_in_brief, figure, figure_in_brief, sign, status_name, status_words,
    trend_name,
};
use crate::markup::html;
use crate::parts::{Icon, IconName, spark};
use crate::text::Text;
use formula::Severity;
use kpi::{Change, Known, NodeId, Status, Tree, Unit};
use plan::ElementId;
use std::rc::Rc;
use yew::prelude::*;

/// What is shown of a node. It holds nothing of the tree or the answer it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Which node.
    pub id: NodeId,
    /// What people call it; may be empty.
    pub name: AttrValue,
    unit: Unit,
    target: Option<f64>,
    /// How its figure is known.
    pub known: KnownAs,
    /// Its figure; `None` is absent.
    now: Option<f64>,
    /// The real one beside one that is assumed.
    ghost: Option<f64>,
    /// Against its target.
    pub status: Status,
    change: Option<Change>,
    course: Course,
    /// How the formula of its parent uses it.
    pub sign: Option<&'static str>,
    /// Whether something is wrong with its formula.
    pub wrong: bool,
    /// Whether it is the selected one.
    pub selected: bool,
}

/// How a figure is known, as far as it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownAs {
    /// Not yet.
    Unknown,
    /// Typed.
    Typed,
    /// By a formula.
    Formula(AttrValue),
}

/// A series with gaps. Equal when it is drawn the same: a gap is a gap.
#[derive(Clone, Debug)]
struct Course(Rc<[f64]>);

impl PartialEq for Course {
    fn eq(&self, other: &Self) -> bool {
        let bits = |of: &Self| of.0.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        Rc::ptr_eq(&self.0, &other.0) || bits(self) == bits(other)
    }
}

impl Area {
    /// What is shown of a node; `None` past the end of the tree.
    pub fn facts(&self, place: usize) -> Option<Facts> {
        Facts::of(&self.tree, &self.figures, self.stand.selected, place)
    }
}

impl Facts {
    fn of(
        tree: &Tree,
        figures: &Figures,
        selected: Option<ElementId>,
        place: usize,
    ) -> Option<Self> {
        let node = tree.nodes.get(place)?;
        let now = figures.now(place);
        // that nothing is written yet is no mistake
        let is_empty = matches!(&node.body.known, Known::Formula(text) | Known::Accounts(text) if text.trim().is_empty());
        let severe = |p: &kpi::NodeProblem| p.severity() == Severity::Error && !is_empty;
        let parent = tree.parent(place);
        Some(Self {
            id: node.id,
            name: node.name.clone().into(),
            unit: node.body.unit.clone(),
            target: node.body.target,
            known: match &node.body.known {
                Known::Unknown => KnownAs::Unknown,
                Known::Typed(_) => KnownAs::Typed,
                Known::Formula(text) | Known::Accounts(text) => {
                    KnownAs::Formula(text.clone().into())
                }
            },
            now: now.is_finite().then_some(now),
            ghost: figures.ghost(place),
            status: figures.status(place, node),
            change: figures.change(place),
            course: Course(figures.course(place)),
            sign: parent.and_then(|parent| figures.operator(parent, place)).map(sign),
            wrong: figures.problems(place).iter().any(severe),
            selected: selected.is_some_and(|s| s.0 == node.id.0),
        })
    }
}

impl Facts {
    /// What it is called; words for one without a name.
    pub fn called(&self, text: &Text) -> AttrValue {
        if self.name.is_empty() { text.t("kpi-nameless") } else { self.name.clone() }
    }

    /// Its figure; a dash for an absent one.
    pub fn value(&self, text: &Text) -> String {
        figure(text, self.now.unwrap_or(f64::NAN), &self.unit)
    }

    /// The real figure beside the one that is assumed.
    pub fn ghost(&self, text: &Text) -> Html {
        html! {
            <del class="kpi-ghost">{ self.ghost.map(|real| figure(text, real, &self.unit)) }</del>
        }
    }

    /// Its target.
    pub fn target(&self, text: &Text) -> Option<String> {
        self.target.map(|target| figure(text, target, &self.unit))
    }

    /// Its target, with the word.
    pub fn target_in_words(&self, text: &Text) -> Option<AttrValue> {
        let target = self.target(text)?;
        Some(text.with("kpi-card-target", &[("target", target.into())]))
    }

    /// How it changed.
    pub fn change(&self, text: &Text) -> Option<String> {
        self.change.map(|c| difference(text, c.difference, &self.unit))
    }

    /// Its figure, in as few signs as a card has room for.
    pub fn value_in_brief(&self, text: &Text) -> String {
        figure_in_brief(text, self.now.unwrap_or(f64::NAN), &self.unit)
    }

    /// How it changed, in as few signs as a card has room for.
    pub fn change_in_brief(&self, text: &Text) -> Option<String> {
        self.change.map(|c| difference_in_brief(text, c.difference, &self.unit))
    }

    /// Whether that is better, for the style sheet.
    pub fn trend(&self) -> &'static str {
        trend_name(self.change)
    }

    /// Its status for the style sheet.
    pub fn status_name(&self) -> &'static str {
        status_name(self.status)
    }

    /// Its status: icon and word.
    pub fn status(&self, text: &Text) -> Html {
        let (words, icon) = status_words(self.status);
        html! {
            <>
                <span class="kpi-status-icon">
                    if let Some(name) = icon {
                        <Icon {name} />
                    }
                </span>
                <span>{ text.t(words) }</span>
            </>
        }
    }

    /// Its course as a small line; nothing where there are fewer than two figures.
    pub fn course(&self) -> Html {
        let values = &self.course.0;
        let present = || values.iter().copied().filter(|v| v.is_finite());
        if present().count() < 2 {
            return html! { <span /> };
        }
        let min = present().fold(f64::INFINITY, f64::min);
        let max = present().fold(f64::NEG_INFINITY, f64::max);
        spark(values, min, max)
    }

    /// Says that something is wrong with its formula.
    pub fn wrong(&self, text: &Text) -> Html {
        html! {
            <span class="kpi-wrong" title={self.wrong.then(|| text.t("kpi-wrong"))}>
                if self.wrong {
                    <Icon name={IconName::Warning} />
                    <span class="hidden-visually">{ text.t("kpi-wrong") }</span>
                }
            </span>
        }
    }
}

#[cfg(test)]
mod tests;
