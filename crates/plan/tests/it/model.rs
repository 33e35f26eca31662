//! From a model to elements and back.

use crate::wish::{card, condition, dimension, measure};
use plan::{Body, Document, Edit, EditError, Element, ElementId, Field, Kind};
use score::{Levels, Model, Scorecard};

/// The model with its ids blotted out.
fn without_ids(mut model: Model) -> Model {
    for card in &mut model.cards {
        card.id.0 = 0;
        for dimension in &mut card.dimensions {
            dimension.id.0 = 0;
            for measure in &mut dimension.measures {
                measure.id.0 = 0;
            }
        }
    }
    model
}

fn two_cards() -> Model {
    let levels =
        Levels {
            cuts: vec![40.0], names: vec!["低".into(), "高".into()], hysteresis_points: 1.0
        };
    let named = |card: Scorecard, name: &str| Scorecard { name: name.into(), ..card };
    Model { cards: vec![named(card(0.7, false), "some"), named(card(1.0, true), "all")], levels }
}

fn cards(document: &Document) -> Vec<&str> {
    document.children_of_kind(None, Kind::Scorecard).iter().map(|e| e.name.as_str()).collect()
}

#[test]
fn a_model_comes_back_as_it_went_in() {
    let mut document = Document::default();
    document.apply(document.insert_model(&two_cards())).unwrap();
    assert_eq!(without_ids(document.model()), two_cards());
    // Another one takes its place, with other ids, in one step that can be undone.
    let before = document.clone();
    let inverse = document.apply(document.insert_model(&two_cards())).unwrap();
    assert_eq!(without_ids(document.model()), two_cards());
    assert!(document.elements.keys().all(|id| !before.elements.contains_key(id)));
    document.apply(inverse).unwrap();
    assert_eq!(document.model(), before.model());
}

#[test]
fn items_have_the_ids_of_their_elements() {
    let mut document = Document::default();
    document.apply(document.insert_model(&two_cards())).unwrap();
    for card in document.model().cards {
        let element = document.element(ElementId(card.id.0)).unwrap();
        assert_eq!((element.kind(), &element.name), (Kind::Scorecard, &card.name));
        let measure = &card.dimensions[1].measures[1];
        let above = document.ancestors(ElementId(measure.id.0));
        assert_eq!(
            above.iter().map(|e| e.id.0).collect::<Vec<_>>(),
            [card.dimensions[1].id.0, card.id.0]
        );
        assert_eq!(document.subtree(ElementId(card.id.0)).len(), 1 + 2 + 4);
    }
}

#[test]
fn new_things_go_where_they_are_wanted() {
    let mut document = Document::default();
    document.apply(document.insert_model(&two_cards())).unwrap();
    let new = |name: &str| Scorecard { name: name.into(), ..card(1.0, false) };
    document.apply(document.insert_scorecard(&new("b"), 1)).unwrap();
    document.apply(document.insert_scorecard(&new("a"), 0)).unwrap();
    assert_eq!(cards(&document), ["a", "some", "b", "all"]);
    let id = document.children(None)[0].id;
    let named = score::Dimension { name: "new".into(), ..dimension(1.0) };
    document.apply(document.insert_dimension(id, &named, 1)).unwrap();
    let children = document.children(Some(id));
    let names: Vec<_> = children.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["d", "new", "d"]);
    let id = children[1].id;
    let named = score::Measure { name: "last".into(), ..measure(1.0) };
    document.apply(document.insert_measure(id, &named, 99)).unwrap();
    assert_eq!(document.children(Some(id))[2].name, "last");
}

#[test]
fn the_last_card_is_for_all() {
    let mut document = Document::default();
    let refused = document.apply(document.insert_scorecard(&card(1.0, false), 0));
    assert!(matches!(refused, Err(EditError::LastCardFiltered(_))));
    assert_eq!(document, Document::default());
    document.apply(document.insert_model(&two_cards())).unwrap();
    let ids: Vec<ElementId> = document.children(None).iter().map(|e| e.id).collect();
    let to_front = Edit::Move { id: ids[1], parent: None, rank: document.rank_at(None, 0, None) };
    for edit in [
        Edit::Remove(ids[1]),
        to_front.clone(),
        Edit::SetBody {
            id: ids[1],
            body: Body::Scorecard { filter: Some(condition(1.0)), minimum_coverage: 0.5 },
        },
    ] {
        assert!(matches!(document.apply(edit), Err(EditError::LastCardFiltered(_))));
    }
    // In one batch both cards can change places and roles.
    let body = |filter| Body::Scorecard { filter, minimum_coverage: 0.5 };
    let batch = Edit::batch([
        to_front,
        Edit::SetBody { id: ids[0], body: body(None) },
        Edit::SetBody { id: ids[1], body: body(Some(condition(2.0))) },
    ]);
    document.apply(batch).unwrap();
    assert_eq!(cards(&document), ["all", "some"]);
}

#[test]
fn what_is_out_of_range_is_named() {
    let mut document = Document::default();
    document.apply(document.insert_model(&two_cards())).unwrap();
    let of_kind =
        |kind| document.elements.values().find(|e: &&Element| e.kind() == kind).unwrap().clone();
    let range = |id, field| Err(EditError::OutOfRange { id, field });
    let dimension = of_kind(Kind::Dimension).id;
    let card = of_kind(Kind::Scorecard).id;
    for weight in [-0.1, f64::NAN, f64::INFINITY] {
        let edit = Edit::SetBody { id: dimension, body: Body::Dimension { weight } };
        assert_eq!(document.clone().apply(edit), range(Some(dimension), Field::Weight));
    }
    let body = Body::Scorecard { filter: None, minimum_coverage: 1.5 };
    let edit = Edit::SetBody { id: card, body };
    assert_eq!(document.clone().apply(edit), range(Some(card), Field::MinimumCoverage));
    for (cuts, names, points, field) in [
        (vec![], 1, 0.0, Field::Cuts),
        (vec![50.0, 40.0], 3, 0.0, Field::Cuts),
        (vec![101.0], 2, 0.0, Field::Cuts),
        (vec![f64::NAN], 2, 0.0, Field::Cuts),
        (vec![1.0; 7], 8, 0.0, Field::Cuts),
        (vec![50.0], 4, 0.0, Field::LevelNames),
        (vec![50.0], 2, -1.0, Field::Hysteresis),
    ] {
        let names = vec![String::new(); names];
        let edit = Edit::SetLevels(Levels { cuts, names, hysteresis_points: points });
        assert_eq!(document.clone().apply(edit), range(None, field));
    }
}
