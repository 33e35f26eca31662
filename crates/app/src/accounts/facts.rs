//! What the screen knows besides the rows: counts for the chips, values of segments.

use super::filter::{Counts, Facet};
use crate::hooks::use_memo;
use crate::query::use_view;
use crate::state::{use_document, use_session};
use engine::message::{Answer, Call, ColumnShape, Detail, ScoringContext, SnapshotInfo};
use std::rc::Rc;
use table::{ColumnType, Role};
use yew::prelude::*;

/// What the rows are asked of, when there is a snapshot.
#[hook]
pub fn use_scoring() -> Option<Rc<ScoringContext>> {
    let session = use_session();
    let model = use_document().model;
    let as_of = session.as_of().map(|s| s.id);
    let compared = session.compared().map(|s| s.id);
    let context = use_memo(((*model).clone(), as_of, compared), |(model, as_of, compared)| {
        let context = |as_of| ScoringContext { model: model.clone(), as_of, compared: *compared };
        as_of.map(context).map(Rc::new)
    });
    (*context).clone()
}

/// How many accounts each chip stands for; `None` until known, and without a scorecard.
#[hook]
pub fn use_counts(context: Option<Rc<ScoringContext>>) -> Option<Rc<Counts>> {
    let call = context
        .filter(|c| !c.model.cards.is_empty())
        .map(|c| Call::Score { context: (*c).clone(), detail: Detail::Live });
    let view = use_view(call);
    let counts = view.answer.as_deref().and_then(|answer| match answer {
        Answer::Score(score) => Some(Counts {
            levels: score.levels.iter().map(|l| l.accounts).collect(),
            unscored: score.accounts.saturating_sub(score.scored),
            moved: score.movement.as_ref().map(|m| (m.up, m.down)),
        }),
        _ => None,
    });
    (*use_memo(counts, |counts| counts.clone().map(Rc::new))).clone()
}

/// The segment and owner columns with their most frequent values.
#[hook]
pub fn use_facets(snapshot: Option<&SnapshotInfo>) -> Rc<[Facet]> {
    let view = use_view(snapshot.map(|s| Call::Columns(s.id)));
    let facets: Vec<Facet> = match view.answer.as_deref() {
        Some(Answer::Columns(columns)) => columns
            .iter()
            .filter(|c| matches!(c.role, Role::Segment | Role::Owner))
            .filter_map(|c| match &c.shape {
                ColumnShape::Top(values) if !values.is_empty() => Some(Facet {
                    column: c.name.clone(),
                    values: values.iter().map(|v| (v.value.clone(), v.count)).collect(),
                    more: c.distinct > values.len() as u64,
                }),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    (*use_memo(facets, |facets| Rc::<[Facet]>::from(facets.as_slice()))).clone()
}

/// Names and types of a snapshot's columns.
#[hook]
pub fn use_column_types(snapshot: Option<&SnapshotInfo>) -> Rc<[(String, ColumnType)]> {
    let types: Vec<_> =
        snapshot.map_or_else(Vec::new, |s| s.columns.iter().map(|c| (c.0.clone(), c.1)).collect());
    (*use_memo(types, |types| Rc::<[_]>::from(types.as_slice()))).clone()
}
