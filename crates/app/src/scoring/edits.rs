//! The edits of this screen, made from the document as it is.

use plan::{Body, Document, Edit, ElementId, Kind};
use score::{
    AbsentPolicy, Condition, Dimension, Input, ItemId, Levels, Measure, Normaliser, Scorecard,
};

/// What can be changed of a measure besides its weight.
pub struct MeasureBody<'a> {
    /// Where the value comes from.
    pub input: &'a mut Option<Input>,
    /// How the value becomes points.
    pub normaliser: &'a mut Normaliser,
    /// What happens to accounts without a value.
    pub absent: &'a mut AbsentPolicy,
}

/// Changes a measure.
pub fn change_measure(
    document: &Document,
    id: ElementId,
    change: impl FnOnce(MeasureBody<'_>),
) -> Option<Edit> {
    let mut body = document.element(id)?.body.clone();
    let Body::Measure { input, normaliser, absent, .. } = &mut body else { return None };
    change(MeasureBody { input, normaliser, absent });
    changed(document, id, body)
}

/// Sets the weight of a dimension or measure.
pub fn set_weight(document: &Document, id: ElementId, to: f64) -> Option<Edit> {
    let mut body = document.element(id)?.body.clone();
    match &mut body {
        Body::Dimension { weight } | Body::Measure { weight, .. } => *weight = to,
        _ => return None,
    }
    changed(document, id, body)
}

/// Sets whom a card is for.
pub fn set_filter(document: &Document, id: ElementId, to: Option<Condition>) -> Option<Edit> {
    let mut body = document.element(id)?.body.clone();
    let Body::Scorecard { filter, .. } = &mut body else { return None };
    *filter = to;
    changed(document, id, body)
}

/// Sets the least coverage (0–1) of a card.
pub fn set_minimum_coverage(document: &Document, id: ElementId, to: f64) -> Option<Edit> {
    let mut body = document.element(id)?.body.clone();
    let Body::Scorecard { minimum_coverage, .. } = &mut body else { return None };
    *minimum_coverage = to;
    changed(document, id, body)
}

fn changed(document: &Document, id: ElementId, body: Body) -> Option<Edit> {
    (document.element(id)?.body != body).then_some(Edit::SetBody { id, body })
}

/// Calls an element something else.
pub fn rename(document: &Document, id: ElementId, name: &str) -> Option<Edit> {
    let element = document.element(id)?;
    (element.name != name).then(|| Edit::SetName { id, name: name.to_owned() })
}

/// Changes the bands of the score.
pub fn change_levels(document: &Document, change: impl FnOnce(&mut Levels)) -> Option<Edit> {
    let mut levels = document.levels.clone();
    change(&mut levels);
    (levels != document.levels).then_some(Edit::SetLevels(levels))
}

/// Puts an element so many places further down (up when negative) among its siblings; a measure
/// goes over into the next dimension at the ends.
pub fn shift(document: &Document, id: ElementId, by: isize) -> Option<Edit> {
    let element = document.element(id)?;
    let siblings = document.children_of_kind(element.parent, element.kind());
    let at = siblings.iter().position(|e| e.id == id)?;
    if let Some(to) = at.checked_add_signed(by).filter(|to| *to < siblings.len()) {
        let all = document.children(element.parent);
        let place = all.iter().filter(|e| e.id != id).position(|e| e.id == siblings[to].id)?;
        let place = if by > 0 { place + 1 } else { place };
        let rank = document.rank_at(element.parent, place, Some(id));
        return Some(Edit::Move { id, parent: element.parent, rank });
    }
    if element.kind() != Kind::Measure {
        return None;
    }
    let dimension = document.element(element.parent?)?;
    let dimensions = document.children_of_kind(dimension.parent, Kind::Dimension);
    let at = dimensions.iter().position(|e| e.id == dimension.id)?;
    let next = dimensions.get(at.checked_add_signed(by)?)?.id;
    let place = if by > 0 { 0 } else { usize::MAX };
    Some(Edit::Move { id, parent: Some(next), rank: document.rank_at(Some(next), place, None) })
}

/// Puts a measure at the end of another dimension.
pub fn move_to(document: &Document, id: ElementId, dimension: ElementId) -> Option<Edit> {
    let element = document.element(id)?;
    (element.parent != Some(dimension)).then(|| Edit::Move {
        id,
        parent: Some(dimension),
        rank: document.rank_at(Some(dimension), usize::MAX, None),
    })
}

/// Adds a measure without an input at the end of a dimension. Its id is the document's next.
pub fn add_measure(document: &Document, dimension: ElementId, name: String) -> (Edit, ElementId) {
    let weight = mean_weight(document, dimension, Kind::Measure);
    let measure = Measure {
        id: ItemId(0),
        name,
        weight,
        input: None,
        normaliser: Normaliser::Linear { worst: 0.0, best: 100.0 },
        absent: AbsentPolicy::Skip,
    };
    let edit = document.insert_measure(dimension, &measure, usize::MAX);
    (edit, ElementId(document.next_id))
}

/// Adds an empty dimension at the end of a card. Its id is the document's next.
pub fn add_dimension(document: &Document, card: ElementId, name: String) -> (Edit, ElementId) {
    let weight = mean_weight(document, card, Kind::Dimension);
    let dimension = Dimension { id: ItemId(0), name, weight, measures: Vec::new() };
    let edit = document.insert_dimension(card, &dimension, usize::MAX);
    (edit, ElementId(document.next_id))
}

/// Adds a copy of a card, for the accounts that `filter` holds for, before the last card.
pub fn add_segment_card(
    document: &Document,
    like: &Scorecard,
    name: String,
    filter: Condition,
) -> (Edit, ElementId) {
    let cards = document.children_of_kind(None, Kind::Scorecard).len();
    let card = Scorecard { name, filter: Some(filter), ..like.clone() };
    let edit = document.insert_scorecard(&card, cards.saturating_sub(1));
    (edit, ElementId(document.next_id))
}

/// A weight that changes nothing about what the siblings weigh among each other.
fn mean_weight(document: &Document, parent: ElementId, kind: Kind) -> f64 {
    let weights: Vec<f64> = document
        .children_of_kind(Some(parent), kind)
        .iter()
        .filter_map(|e| match e.body {
            Body::Dimension { weight } | Body::Measure { weight, .. } => Some(weight),
            _ => None,
        })
        .collect();
    if weights.is_empty() {
        return 50.0;
    }
    (weights.iter().sum::<f64>() / weights.len() as f64).round()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A card with dimensions A (measures a, b) and B (c); ids count from 1.
    fn document() -> Document {
        let measure = |name: &str| Measure {
            id: ItemId(0),
            name: name.into(),
            weight: 10.0,
            input: None,
            normaliser: Normaliser::Check,
            absent: AbsentPolicy::Skip,
        };
        let dimension = |name: &str, measures: &[&str]| Dimension {
            id: ItemId(0),
            name: name.into(),
            weight: 25.0,
            measures: measures.iter().map(|m| measure(m)).collect(),
        };
        let card = Scorecard {
            id: ItemId(0),
            name: "card".into(),
            filter: None,
            minimum_coverage: 0.5,
            dimensions: vec![dimension("A", &["a", "b"]), dimension("B", &["c"])],
        };
        let mut document = Document::default();
        apply(&mut document, |d| Some(d.insert_scorecard(&card, 0)));
        document
    }

    fn apply(document: &mut Document, make: impl FnOnce(&Document) -> Option<Edit>) {
        let edit = make(document).unwrap();
        document.apply(edit).unwrap();
    }

    fn id(document: &Document, name: &str) -> ElementId {
        document.elements.values().find(|e| e.name == name).unwrap().id
    }

    /// The tree in one line.
    fn tree(document: &Document) -> String {
        let model = document.model();
        let dimension = |d: &Dimension| {
            let names: String = d.measures.iter().map(|m| m.name.as_str()).collect();
            format!("{}({names})", d.name)
        };
        let card = |c: &Scorecard| c.dimensions.iter().map(dimension).collect::<String>();
        model.cards.iter().map(card).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn measures_move_within_and_over_dimensions() {
        let mut d = document();
        for (name, by, expected) in [
            ("b", -1, "A(ba)B(c)"),
            ("b", 1, "A(ab)B(c)"),
            ("b", 1, "A(a)B(bc)"),
            ("b", -1, "A(ab)B(c)"),
            ("B", -1, "B(c)A(ab)"),
        ] {
            let moved = id(&d, name);
            apply(&mut d, |d| shift(d, moved, by));
            assert_eq!(tree(&d), expected, "{name} by {by}");
        }
        assert_eq!(shift(&d, id(&d, "c"), -1), None, "the first of all");
        assert_eq!(shift(&d, id(&d, "B"), -1), None);
        let (a, b) = (id(&d, "a"), id(&d, "B"));
        apply(&mut d, |d| move_to(d, a, b));
        assert_eq!(tree(&d), "B(ca)A(b)");
    }

    #[test]
    fn what_is_added_has_the_id_that_is_told() {
        let mut d = document();
        let a = id(&d, "A");
        let (edit, measure) = add_measure(&d, a, "new".into());
        d.apply(edit).unwrap();
        assert_eq!(id(&d, "new"), measure);
        assert_eq!(tree(&d), "A(abnew)B(c)");
        let like = d.model().cards[0].clone();
        let filter = Condition::Absent { column: "x".into() };
        let (edit, card) = add_segment_card(&d, &like, "segment".into(), filter);
        d.apply(edit).unwrap();
        assert_eq!(d.model().cards.iter().map(|c| c.id.0).next(), Some(card.0));
        assert_eq!(tree(&d), "A(abnew)B(c) | A(abnew)B(c)");
    }

    #[test]
    fn nothing_to_change_is_no_edit() {
        let d = document();
        assert_eq!(set_weight(&d, id(&d, "a"), 10.0), None);
        assert_eq!(rename(&d, id(&d, "a"), "a"), None);
        assert_eq!(change_levels(&d, |_| ()), None);
        assert!(set_weight(&d, id(&d, "a"), 11.0).is_some());
    }
}
