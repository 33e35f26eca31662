//! What was decided is looked at again: canvases, KPI trees and journeys say when they were, and how often they are
//! meant to be.

use crate::{Body, Document, Edit, ElementId};
use serde::{Deserialize, Serialize};
use table::Day;

/// A quarter, in days.
pub const QUARTER: u16 = 91;

/// When something was last looked at, and after how long it is to be again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    /// After so many days; 0 is never. [`QUARTER`] until somebody says otherwise.
    #[serde(skip_serializing_if = "is_quarter")]
    pub days: u16,
    /// When it was last; `None` is not yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Day>,
}

impl Default for Review {
    fn default() -> Self {
        Self { days: QUARTER, reviewed: None }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references in")]
fn is_quarter(days: &u16) -> bool {
    *days == QUARTER
}

impl Review {
    /// Whether it asks to be looked at on that day. What nobody has looked at yet asks at once.
    #[must_use]
    pub fn is_due(self, today: Day) -> bool {
        let since = self.reviewed.map(|day| i64::from(today.0) - i64::from(day.0));
        self.days > 0 && since.is_none_or(|days| days >= i64::from(self.days))
    }

    /// Whether nothing was said yet: then nothing is written down.
    #[must_use]
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references in")]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it can be kept.
    pub(crate) fn is_sound(self) -> bool {
        self.reviewed.is_none_or(Day::is_valid)
    }
}

impl Document {
    /// How an element is reviewed; `None` when it is of no kind that is.
    #[must_use]
    pub fn review(&self, id: ElementId) -> Option<Review> {
        match &self.element(id)?.body {
            Body::Canvas(canvas) => Some(canvas.review),
            Body::KpiTree { review, .. } => Some(*review),
            Body::Journey(journey) => {
                Some(Review { days: journey.review_days.unwrap_or(0), reviewed: journey.reviewed })
            }
            _ => None,
        }
    }

    /// All that is reviewed, in the order of the workspace.
    #[must_use]
    pub fn reviewed(&self) -> Vec<(ElementId, Review)> {
        self.children(None).iter().filter_map(|e| Some((e.id, self.review(e.id)?))).collect()
    }

    /// An edit that sets how an element is reviewed; `None` when it is of no kind that is, or nothing changes.
    #[must_use]
    pub fn set_review(&self, id: ElementId, review: Review) -> Option<Edit> {
        let before = self.review(id)?;
        let mut body = self.element(id)?.body.clone();
        write(&mut body, review);
        (before != review).then_some(Edit::SetBody { id, body })
    }
}

fn write(body: &mut Body, review: Review) {
    match body {
        Body::Canvas(canvas) => canvas.review = review,
        Body::KpiTree { review: of_tree, .. } => *of_tree = review,
        Body::Journey(journey) => {
            journey.review_days = Some(review.days).filter(|days| *days > 0);
            journey.reviewed = review.reviewed;
        }
        _ => {}
    }
}

impl Edit {
    /// The same edit, with what it adds looked at on that day: what is made today is not to be reviewed tomorrow.
    #[must_use]
    pub fn dated(mut self, today: Day) -> Self {
        match &mut self {
            Self::Insert { elements, .. } => {
                for element in elements {
                    match &mut element.body {
                        Body::Canvas(canvas) => canvas.review.reviewed = Some(today),
                        Body::KpiTree { review, .. } => review.reviewed = Some(today),
                        Body::Journey(journey) => journey.reviewed = Some(today),
                        _ => {}
                    }
                }
                self
            }
            Self::Batch(_) => {
                let Self::Batch(edits) = self else { return self };
                Self::Batch(edits.into_iter().map(|edit| edit.dated(today)).collect())
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template;

    #[test]
    fn a_canvas_asks_again_after_a_quarter() {
        let mut document = Document::default();
        let edit = document.insert_canvas(template("swot").unwrap(), "").dated(Day(20_000));
        document.apply(edit).unwrap();
        let id = document.canvases()[0].id;
        let due = |d: &Document, day| d.review(id).unwrap().is_due(Day(day));
        assert!(!due(&document, 20_090) && due(&document, 20_091));
        let looked = Review { reviewed: Some(Day(20_091)), ..document.review(id).unwrap() };
        document.apply(document.set_review(id, looked).unwrap()).unwrap();
        assert!(!due(&document, 20_181));
        assert_eq!(document.set_review(id, looked), None);
        let never = Review { days: 0, reviewed: None };
        document.apply(document.set_review(id, never).unwrap()).unwrap();
        assert!(!due(&document, 99_999));
        assert_eq!(document.reviewed(), [(id, never)]);
    }

    #[test]
    fn what_was_never_looked_at_asks_and_is_not_written_down() {
        let mut document = Document::default();
        document.apply(document.insert_kpi_tree("T", &kpi::Tree::default())).unwrap();
        let tree = document.kpi_trees()[0];
        assert!(document.review(tree.id).unwrap().is_due(Day(0)));
        let json = serde_json::to_string(tree).unwrap();
        assert!(!json.contains("review"), "{json}");
        let (id, looked) = (tree.id, Review { reviewed: Some(Day(7)), days: 30 });
        document.apply(document.set_review(id, looked).unwrap()).unwrap();
        document.apply(document.orient_kpi_tree(id, kpi::Orientation::TopDown)).unwrap();
        assert_eq!(document.review(id), Some(looked), "a tree that is turned keeps its review");
    }
}
