//! Random edits against whatever document there is: most fit, some don't.

use plan::{
    AccountsView, Body, ColumnOfFile, Document, Edit, Element, ElementId, HeaderSignature, Kind,
    Link, LinkId, LinkKind, Mapping, NoteMove, SavedFilter,
};
use proptest::prelude::*;
use proptest::sample::Index;
use score::{
    AbsentPolicy, Band, Comparison, Condition, Dimension, Input, ItemId, Levels, Literal, Measure,
    Normaliser, Scorecard,
};

/// A wish that becomes an edit once there is a document.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) what: u8,
    pub(crate) at: Index,
    pub(crate) to: Index,
    pub(crate) position: usize,
    pub(crate) number: f64,
    pub(crate) name: String,
}

pub(crate) fn wishes(most: usize) -> impl Strategy<Value = Vec<Wish>> {
    prop::collection::vec(wish(), 1..most)
}

fn wish() -> impl Strategy<Value = Wish> {
    let number = prop_oneof![
        6 => 0.0..100.0,
        1 => -1e6..1e6,
        1 => any::<f64>(),
    ];
    (0u8..50, any::<Index>(), any::<Index>(), 0usize..6, number, "[a-c観\"\\n]{0,4}").prop_map(
        |(what, at, to, position, number, name)| Wish { what, at, to, position, number, name },
    )
}

impl Wish {
    pub(crate) fn edit(&self, doc: &Document) -> Edit {
        let name = self.name.clone();
        let id = pick(doc, self.at);
        let other = pick(doc, self.to);
        match self.what {
            0 | 1 => doc.insert_scorecard(&card(self.number, self.what == 0), self.position),
            2 => doc.insert_dimension(id, &dimension(self.number), self.position),
            3 => doc.insert_measure(id, &measure(self.number), self.position),
            4 => Edit::Remove(id),
            5 => Edit::SetName { id, name },
            6 => Edit::SetBody {
                id,
                body: body_like(doc.element(id).map(Element::kind), self.number),
            },
            7 => Edit::SetBody { id, body: body_like(None, self.number) },
            8 => {
                let parent = doc.element(id).and_then(|e| e.parent);
                let rank = doc.rank_at(parent, self.position, Some(id));
                Edit::Move { id, parent, rank }
            }
            9 => {
                let rank = doc.rank_at(Some(other), self.position, Some(id));
                Edit::Move { id, parent: Some(other), rank }
            }
            10 => Edit::SetLevels(Levels {
                cuts: vec![self.number, 60.0],
                names: vec![name, String::new(), String::new()],
                hysteresis_points: 2.0,
            }),
            11 | 12 => Edit::AddLink(Link {
                id: LinkId(doc.next_id),
                kind: if self.what == 11 { LinkKind::Drives } else { LinkKind::Evidences },
                from: id,
                to: other,
            }),
            13 => {
                let ids: Vec<_> = doc.links.keys().copied().collect();
                Edit::RemoveLink(if ids.is_empty() { LinkId(9) } else { *self.at.get(&ids) })
            }
            14 => Edit::SetWorkspaceName(name),
            15 => Edit::SetMapping {
                signature: HeaderSignature(u64::MAX - self.position as u64),
                mapping: (self.number < 50.0).then(|| Mapping {
                    roles: [(name, table::Role::Owner)].into(),
                    layout: serde_json::json!({ "delimiter": self.number }),
                }),
            },
            16 => Edit::SetAccountsView(AccountsView {
                columns: Some(vec![name.clone()]),
                sorting: None,
                filters: vec![SavedFilter {
                    name,
                    levels: vec![0],
                    unscored: false,
                    moved_up: None,
                    search: String::new(),
                    condition: condition(self.number),
                }],
            }),
            17 => Edit::Batch(vec![
                doc.insert_scorecard(&card(self.number, true), self.position),
                Edit::Remove(id),
                Edit::SetWorkspaceName(name),
                Edit::Remove(other),
            ]),
            18 => doc.insert_kpi_tree(&name, &crate::kpi::full()),
            19 => doc.insert_kpi_node(id, &name, node(self.number), self.position),
            20 => doc.place_kpi_node(id, other, self.position),
            21 => doc.insert_kpi_scenario(id, &name, kpi::Assumptions::default()),
            26 => doc.insert_canvas(&plan::templates()[self.position], &name),
            27 | 28 => {
                let notes: Vec<_> = (0..=self.position)
                    .map(|i| (format!("{name}{}", i % 2), note(self.number)))
                    .collect();
                doc.add_notes(some(doc, Kind::Block, self.at), &notes, self.position)
            }
            29 => some_notes(doc, self, |ids| {
                doc.move_notes(ids, some(doc, Kind::Block, self.to), self.position)
            }),
            30 => some_notes(doc, self, |ids| doc.merge_notes(ids)),
            31 => some_notes(doc, self, |ids| {
                doc.step_notes(ids, if self.number < 50.0 { NoteMove::Up } else { NoteMove::Down })
            }),
            32 => some_notes(doc, self, |ids| doc.change_notes(ids, |n| n.votes ^= 1)),
            33 => some_notes(doc, self, |ids| doc.remove_notes(ids)),
            34..=48 => crate::journey_wish::edit(doc, self),
            22 => doc.orient_kpi_tree(id, kpi::Orientation::TopDown),
            23 => doc.insert_derived_column(&name, "seats / 2", table::Role::Segment),
            24 => Edit::SetColumnName {
                column: name.clone(),
                shown: (self.number < 50.0).then_some(name),
            },
            25 => {
                let beside = [ColumnOfFile { shown: "seats", in_file: Some("seats") }];
                let renamed =
                    doc.rename_column("seats", plan::Origin::File, &name, &[beside.to_vec()]);
                renamed.unwrap_or(Edit::Batch(Vec::new()))
            }
            _ => doc.insert_model(&score::Model {
                cards: vec![card(self.number, false), card(1.0, true)],
                levels: Levels::default(),
            }),
        }
    }
}

fn pick(doc: &Document, at: Index) -> ElementId {
    let ids: Vec<_> = doc.elements.keys().copied().collect();
    if ids.is_empty() { ElementId(7) } else { *at.get(&ids) }
}

pub(crate) fn condition(number: f64) -> Condition {
    Condition::Not(Box::new(Condition::Compare {
        column: "seats".into(),
        operator: Comparison::AtLeast,
        value: Literal::Number(number),
    }))
}

pub(crate) fn measure(number: f64) -> Measure {
    Measure {
        id: ItemId(0),
        name: "m".into(),
        weight: number,
        input: Some(Input::Check(condition(3.5))),
        normaliser: Normaliser::Bands {
            below: 0.0,
            steps: vec![Band { from: number, points: 50.0 }],
        },
        absent: AbsentPolicy::LastValue { snapshots: 2 },
    }
}

pub(crate) fn dimension(weight: f64) -> Dimension {
    Dimension {
        id: ItemId(0),
        name: "d".into(),
        weight,
        measures: vec![measure(1.0), measure(0.1)],
    }
}

pub(crate) fn card(weight: f64, for_all: bool) -> Scorecard {
    Scorecard {
        id: ItemId(0),
        name: "カード".into(),
        filter: (!for_all).then(|| condition(1.0)),
        minimum_coverage: 0.5,
        dimensions: vec![dimension(weight), dimension(0.3)],
    }
}

fn body_like(kind: Option<Kind>, number: f64) -> Body {
    match kind {
        Some(Kind::Scorecard) => Body::Scorecard {
            filter: (number < 50.0).then(|| condition(number)),
            minimum_coverage: number / 100.0,
        },
        Some(Kind::Dimension) | None => Body::Dimension { weight: number },
        Some(Kind::Measure) => Body::Measure {
            weight: number,
            input: None,
            normaliser: Normaliser::Linear { worst: number, best: 0.0 },
            absent: AbsentPolicy::Skip,
        },
        Some(Kind::KpiTree) => Body::KpiTree {
            orientation: kpi::Orientation::TopDown,
            review: plan::Review { days: number as u16, reviewed: Some(table::Day(number as i32)) },
        },
        Some(Kind::KpiNode) => Body::KpiNode(Box::new(node(number))),
        Some(Kind::KpiScenario) => Body::KpiScenario(kpi::Assumptions {
            overrides: vec![kpi::Override { node: kpi::NodeId(1), value: number }],
            ranges: Vec::new(),
        }),
        Some(Kind::DerivedColumn) => Body::DerivedColumn {
            formula: "seats * 2".into(),
            role: if number < 50.0 { table::Role::Other } else { table::Role::Revenue },
        },
        Some(Kind::Canvas) => Body::Canvas(Box::new(plan::Canvas {
            layout: plan::Layout::Flow { columns: number as u8 },
            ..plan::Canvas::default()
        })),
        Some(Kind::Block) => Body::Block(Box::new(plan::Block {
            area: if number < 50.0 { "a".into() } else { "観".into() },
            ..plan::Block::default()
        })),
        Some(Kind::Note) => Body::Note(Box::new(note(number))),
        Some(kind @ (Kind::Journey | Kind::Stage | Kind::Checkpoint | Kind::Lane)) => {
            crate::journey_wish::body(kind, number)
        }
    }
}

/// Some colours are out of range.
fn note(number: f64) -> plan::Note {
    plan::Note { colour: (number / 20.0) as u8, votes: number as u32, ..plan::Note::default() }
}

/// An element of a kind, where there is one.
pub(crate) fn some(doc: &Document, kind: Kind, at: Index) -> ElementId {
    let ids: Vec<_> = doc.elements.values().filter(|e| e.kind() == kind).map(|e| e.id).collect();
    if ids.is_empty() { ElementId(7) } else { *at.get(&ids) }
}

/// An edit of a few notes; where it would change nothing, one that is refused.
pub(crate) fn some_notes(
    doc: &Document,
    wish: &Wish,
    edit: impl FnOnce(&[ElementId]) -> Option<Edit>,
) -> Edit {
    let first = some(doc, Kind::Note, wish.at);
    let beside = doc.children(doc.element(first).and_then(|e| e.parent));
    let mut ids = vec![first];
    ids.extend(beside.iter().map(|e| e.id).filter(|id| *id != first).take(wish.position));
    ids.extend(
        (wish.number < 20.0).then(|| some(doc, Kind::Note, wish.to)).filter(|id| !ids.contains(id)),
    );
    edit(&ids).unwrap_or(Edit::Remove(ElementId(plan::MAX_ID)))
}

fn node(target: f64) -> kpi::NodeBody {
    kpi::NodeBody { target: Some(target), ..kpi::NodeBody::default() }
}
