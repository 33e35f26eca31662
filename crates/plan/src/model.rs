//! From elements to the plain model that the engine scores with, and back.

use crate::{Body, Document, Edit, Element, ElementId, Kind, Rank};
use score::{Dimension, ItemId, Measure, Model, Scorecard};
use std::collections::BTreeMap;

/// The children of each element, in order.
type Tree<'a> = BTreeMap<Option<ElementId>, Vec<&'a Element>>;

impl Document {
    /// The scorecards in order, with the levels. The ids of items are those of the elements.
    #[must_use]
    pub fn model(&self) -> Model {
        let mut tree = Tree::new();
        for element in self.elements.values() {
            tree.entry(element.parent).or_default().push(element);
        }
        for siblings in tree.values_mut() {
            table::order::sort_by(siblings, |a, b| a.rank.cmp(&b.rank));
        }
        let below = |parent| tree.get(&parent).into_iter().flatten();
        let cards = below(None).filter_map(|e| scorecard(e, &tree)).collect();
        Model { cards, levels: self.levels.clone() }
    }

    /// An edit that adds a scorecard, with new ids, at `position` among the scorecards (0 is first,
    /// past the end is last).
    #[must_use]
    pub fn insert_scorecard(&self, card: &Scorecard, position: usize) -> Edit {
        let mut draft = Draft::new(self.next_id);
        let rank = self.rank_among(None, Kind::Scorecard, position, None);
        draft.scorecard(card, rank);
        Edit::Insert { elements: draft.elements, links: Vec::new() }
    }

    /// An edit that adds a dimension, with new ids, at `position` in a scorecard.
    #[must_use]
    pub fn insert_dimension(
        &self,
        card: ElementId,
        dimension: &Dimension,
        position: usize,
    ) -> Edit {
        let mut draft = Draft::new(self.next_id);
        draft.dimension(dimension, card, self.rank_at(Some(card), position, None));
        Edit::Insert { elements: draft.elements, links: Vec::new() }
    }

    /// An edit that adds a measure, with a new id, at `position` in a dimension.
    #[must_use]
    pub fn insert_measure(&self, dimension: ElementId, measure: &Measure, position: usize) -> Edit {
        let mut draft = Draft::new(self.next_id);
        draft.measure(measure, dimension, self.rank_at(Some(dimension), position, None));
        Edit::Insert { elements: draft.elements, links: Vec::new() }
    }

    /// An edit that puts a model, with new ids, in the place of all scorecards and levels: what
    /// choosing a template does.
    #[must_use]
    pub fn insert_model(&self, model: &Model) -> Edit {
        let old = self.children_of_kind(None, Kind::Scorecard);
        let removes = old.iter().map(|e| Edit::Remove(e.id));
        let mut next_id = self.next_id;
        let mut last = self.children(None).last().map(|e| e.rank.clone());
        let mut inserts = Vec::new();
        for card in &model.cards {
            let rank = Rank::between(last.as_ref(), None);
            let mut draft = Draft::new(next_id);
            draft.scorecard(card, rank.clone());
            (next_id, last) = (draft.next_id, Some(rank));
            inserts.push(Edit::Insert { elements: draft.elements, links: Vec::new() });
        }
        let levels = Edit::SetLevels(model.levels.clone());
        Edit::batch(removes.chain(inserts).chain([levels]))
    }
}

fn scorecard(element: &Element, tree: &Tree<'_>) -> Option<Scorecard> {
    let Body::Scorecard { filter, minimum_coverage } = &element.body else { return None };
    let below = tree.get(&Some(element.id)).into_iter().flatten();
    Some(Scorecard {
        id: ItemId(element.id.0),
        name: element.name.clone(),
        filter: filter.clone(),
        minimum_coverage: *minimum_coverage,
        dimensions: below.filter_map(|e| dimension(e, tree)).collect(),
    })
}

fn dimension(element: &Element, tree: &Tree<'_>) -> Option<Dimension> {
    let Body::Dimension { weight } = element.body else { return None };
    let below = tree.get(&Some(element.id)).into_iter().flatten();
    Some(Dimension {
        id: ItemId(element.id.0),
        name: element.name.clone(),
        weight,
        measures: below.filter_map(|e| measure(e)).collect(),
    })
}

fn measure(element: &Element) -> Option<Measure> {
    let Body::Measure { weight, input, normaliser, absent } = &element.body else { return None };
    Some(Measure {
        id: ItemId(element.id.0),
        name: element.name.clone(),
        weight: *weight,
        input: input.clone(),
        normaliser: normaliser.clone(),
        absent: *absent,
    })
}

/// Elements to insert, each parent before its children.
struct Draft {
    elements: Vec<Element>,
    next_id: u64,
}

impl Draft {
    fn new(next_id: u64) -> Self {
        Self { elements: Vec::new(), next_id }
    }

    fn scorecard(&mut self, card: &Scorecard, rank: Rank) {
        let body = Body::Scorecard {
            filter: card.filter.clone(),
            minimum_coverage: card.minimum_coverage,
        };
        let id = self.push(None, rank, &card.name, body);
        let mut last = None;
        for dimension in &card.dimensions {
            let rank = Rank::between(last.as_ref(), None);
            self.dimension(dimension, id, rank.clone());
            last = Some(rank);
        }
    }

    fn dimension(&mut self, dimension: &Dimension, card: ElementId, rank: Rank) {
        let body = Body::Dimension { weight: dimension.weight };
        let id = self.push(Some(card), rank, &dimension.name, body);
        let mut last = None;
        for measure in &dimension.measures {
            let rank = Rank::between(last.as_ref(), None);
            self.measure(measure, id, rank.clone());
            last = Some(rank);
        }
    }

    fn measure(&mut self, measure: &Measure, dimension: ElementId, rank: Rank) {
        let body = Body::Measure {
            weight: measure.weight,
            input: measure.input.clone(),
            normaliser: measure.normaliser.clone(),
            absent: measure.absent,
        };
        self.push(Some(dimension), rank, &measure.name, body);
    }

    fn push(&mut self, parent: Option<ElementId>, rank: Rank, name: &str, body: Body) -> ElementId {
        let id = ElementId(self.next_id);
        self.next_id += 1;
        self.elements.push(Element { id, parent, rank, name: name.to_owned(), body });
        id
    }
}
