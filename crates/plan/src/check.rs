//! The rules that hold in every document.

use crate::{
    AccountsView, Body, DERIVED_ROLES, Document, EditError, Element, ElementId, Field, Kind, Link,
    MAX_ID, Mapping, Rank,
};
use score::{AbsentPolicy, Condition, Input, Levels, Literal, Normaliser};
use std::collections::BTreeSet;

/// How deep batches may be nested. Together with the next two it keeps every line of the log well
/// under the 128 levels that the JSON reader takes.
pub(crate) const MAX_BATCH_DEPTH: usize = 16;
/// How many elements may stand over each other: no tree that a person can read is as deep.
const MAX_DEPTH: usize = 64;
/// How deep conditions may be nested.
const MAX_CONDITION_DEPTH: usize = 16;
/// How deep a remembered layout may be nested.
const MAX_LAYOUT_DEPTH: usize = 32;

impl Document {
    /// Checks every rule: what [`Document::apply`] keeps, for a document that came from outside.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn check(&self) -> Result<(), EditError> {
        if self.next_id > MAX_ID {
            // nothing could be added any more
            return Err(EditError::IdOutOfRange(self.next_id));
        }
        let mut places = BTreeSet::new();
        for (&key, element) in &self.elements {
            let id = element.id;
            if key != id {
                return Err(EditError::NoSuchElement(key));
            }
            self.check_id(id.0)?;
            if self.links.contains_key(&crate::LinkId(id.0)) {
                return Err(EditError::IdTaken(id.0));
            }
            self.check_parent(id, element.kind(), element.parent)?;
            if !element.rank.is_valid() {
                return Err(EditError::BadRank(id));
            }
            if !places.insert((element.parent, &element.rank)) {
                return Err(EditError::RankTaken(id));
            }
            element.body.check(id)?;
        }
        let mut ends = BTreeSet::new();
        for (&key, link) in &self.links {
            if key != link.id {
                return Err(EditError::NoSuchLink(key));
            }
            self.check_id(link.id.0)?;
            self.check_ends(link)?;
            if !ends.insert((link.kind, link.from, link.to)) {
                return Err(EditError::LinkTwice(link.id));
            }
        }
        check_levels(&self.levels)?;
        self.mappings.values().try_for_each(check_mapping)?;
        self.column_names.values().try_for_each(|shown| check_column_name(shown))?;
        self.accounts.check()?;
        self.check_cards()
    }

    /// The last scorecard is for all the accounts that no other is for.
    pub(crate) fn check_cards(&self) -> Result<(), EditError> {
        let last = self
            .elements
            .values()
            .filter(|e| e.kind() == Kind::Scorecard)
            .max_by(|a, b| a.rank.cmp(&b.rank));
        match last {
            Some(Element { id, body: Body::Scorecard { filter: Some(_), .. }, .. }) => {
                Err(EditError::LastCardFiltered(*id))
            }
            _ => Ok(()),
        }
    }

    /// Whether an element may stand there.
    pub(crate) fn check_place(
        &self,
        id: ElementId,
        kind: Kind,
        parent: Option<ElementId>,
        rank: &Rank,
    ) -> Result<(), EditError> {
        self.check_under(id, kind, parent, rank)?;
        let taken =
            self.elements.values().any(|e| e.parent == parent && e.rank == *rank && e.id != id);
        if taken { Err(EditError::RankTaken(id)) } else { Ok(()) }
    }

    /// As [`Document::check_place`], whoever else may have that rank there.
    pub(crate) fn check_under(
        &self,
        id: ElementId,
        kind: Kind,
        parent: Option<ElementId>,
        rank: &Rank,
    ) -> Result<(), EditError> {
        self.check_parent(id, kind, parent)?;
        if rank.is_valid() { Ok(()) } else { Err(EditError::BadRank(id)) }
    }

    /// Whether a new link may be added.
    pub(crate) fn check_link(&self, link: &Link) -> Result<(), EditError> {
        self.check_ends(link)?;
        let twice = self
            .links
            .values()
            .any(|l| l.kind == link.kind && l.from == link.from && l.to == link.to);
        if twice { Err(EditError::LinkTwice(link.id)) } else { Ok(()) }
    }

    /// Whether a link has two ends.
    pub(crate) fn check_ends(&self, link: &Link) -> Result<(), EditError> {
        for end in [link.from, link.to] {
            if !self.elements.contains_key(&end) {
                return Err(EditError::NoSuchElement(end));
            }
        }
        if link.from == link.to { Err(EditError::LinkToSelf(link.id)) } else { Ok(()) }
    }

    fn check_parent(
        &self,
        id: ElementId,
        kind: Kind,
        parent: Option<ElementId>,
    ) -> Result<(), EditError> {
        let above = parent;
        let parent = match parent {
            Some(parent) => {
                Some(self.element(parent).ok_or(EditError::NoSuchElement(parent))?.kind())
            }
            None => None,
        };
        if !kind.accepts_parent(parent) {
            return Err(EditError::WrongParent { id, kind, parent });
        }
        self.check_depth(id, above, 1)
    }

    /// Whether a subtree of so many levels with this root may stand below that parent.
    pub(crate) fn check_depth(
        &self,
        id: ElementId,
        parent: Option<ElementId>,
        levels: usize,
    ) -> Result<(), EditError> {
        let up = |at: &ElementId| self.element(*at).and_then(|e| e.parent);
        let above = std::iter::successors(parent, up).take(MAX_DEPTH).count();
        if above + levels <= MAX_DEPTH {
            return Ok(());
        }
        // only now, and only once: a chain may be as long as the document
        let all = std::iter::successors(parent, up).take(self.elements.len() + 1);
        let endless = all.count() > self.elements.len();
        Err(if endless { EditError::Cycle(id) } else { EditError::TreeTooDeep(id) })
    }

    fn check_id(&self, id: u64) -> Result<(), EditError> {
        if id == 0 || id > MAX_ID || id >= self.next_id {
            return Err(EditError::IdOutOfRange(id));
        }
        Ok(())
    }
}

impl Body {
    /// Checks the ranges of what it says.
    pub(crate) fn check(&self, id: ElementId) -> Result<(), EditError> {
        let fail = |field| Err(EditError::OutOfRange { id: Some(id), field });
        match self {
            Self::Scorecard { filter, minimum_coverage } => {
                if !(0.0..=1.0).contains(minimum_coverage) {
                    return fail(Field::MinimumCoverage);
                }
                filter.as_ref().map_or(Ok(()), |f| check_condition(f, Some(id)))
            }
            Self::Dimension { weight } => {
                if is_weight(*weight) {
                    Ok(())
                } else {
                    fail(Field::Weight)
                }
            }
            Self::Measure { weight, input, normaliser, absent } => {
                if !is_weight(*weight) {
                    return fail(Field::Weight);
                }
                match input {
                    Some(Input::Change { snapshots_back: 0, .. }) => return fail(Field::Snapshots),
                    Some(Input::Check(condition)) => check_condition(condition, Some(id))?,
                    // what is half typed is kept; what it says is the engine's to tell
                    Some(Input::Formula(text)) if text.len() > formula::MAX_BYTES => {
                        return fail(Field::Formula);
                    }
                    _ => {}
                }
                if matches!(absent, AbsentPolicy::LastValue { snapshots: 0 }) {
                    return fail(Field::Snapshots);
                }
                check_normaliser(normaliser).or_else(fail)
            }
            Self::KpiTree { review, .. } => {
                if review.is_sound() {
                    Ok(())
                } else {
                    fail(Field::Review)
                }
            }
            Self::KpiNode(node) => {
                if !node.target.is_none_or(f64::is_finite) {
                    return fail(Field::Target);
                }
                if node.known.is_sound() { Ok(()) } else { fail(Field::Typed) }
            }
            Self::KpiScenario(assumptions) => {
                if assumptions.is_sound() {
                    Ok(())
                } else {
                    fail(Field::Assumption)
                }
            }
            Self::DerivedColumn { formula, .. } if formula.len() > formula::MAX_BYTES => {
                fail(Field::Formula)
            }
            Self::DerivedColumn { role, .. } if !DERIVED_ROLES.contains(role) => fail(Field::Role),
            Self::DerivedColumn { .. } => Ok(()),
            Self::Canvas(canvas) => canvas.check().or_else(fail),
            Self::Block(block) => block.check().or_else(fail),
            Self::Note(note) => note.check().or_else(fail),
            Self::Journey(journey) => journey.check().or_else(fail),
            Self::Stage(stage) => stage.check().or_else(fail),
            Self::Checkpoint(checkpoint) => checkpoint.check().or_else(fail),
            Self::Lane(_) => Ok(()),
        }
    }
}

impl AccountsView {
    /// Checks the conditions of the saved filters.
    pub(crate) fn check(&self) -> Result<(), EditError> {
        self.filters.iter().try_for_each(|f| check_condition(&f.condition, None))
    }
}

/// A column without a name could be chosen nowhere.
pub(crate) fn check_column_name(shown: &str) -> Result<(), EditError> {
    let is_blank = shown.trim().is_empty();
    if is_blank { Err(EditError::OutOfRange { id: None, field: Field::Name }) } else { Ok(()) }
}

fn is_weight(weight: f64) -> bool {
    weight.is_finite() && weight >= 0.0
}

fn check_normaliser(normaliser: &Normaliser) -> Result<(), Field> {
    let points = 0.0..=100.0;
    match normaliser {
        Normaliser::Linear { worst, best } if !(worst.is_finite() && best.is_finite()) => {
            Err(Field::LinearEnd)
        }
        Normaliser::Bands { below, steps } => {
            if !points.contains(below) || !steps.iter().all(|s| points.contains(&s.points)) {
                return Err(Field::Points);
            }
            let from = || steps.iter().map(|s| s.from);
            if from().all(f64::is_finite) && from().is_sorted() {
                Ok(())
            } else {
                Err(Field::BandFrom)
            }
        }
        _ => Ok(()),
    }
}

/// Equal cuts are let through: a level between them is empty, as when many accounts score alike.
pub(crate) fn check_levels(levels: &Levels) -> Result<(), EditError> {
    let fail = |field| Err(EditError::OutOfRange { id: None, field });
    let Levels { cuts, names, hysteresis_points } = levels;
    let within = cuts.iter().all(|c| (0.0..=100.0).contains(c));
    if !(1..=6).contains(&cuts.len()) || !within || !cuts.is_sorted() {
        return fail(Field::Cuts);
    }
    if names.len() != cuts.len() + 1 {
        return fail(Field::LevelNames);
    }
    if !(0.0..=100.0).contains(hysteresis_points) {
        return fail(Field::Hysteresis);
    }
    Ok(())
}

pub(crate) fn check_mapping(mapping: &Mapping) -> Result<(), EditError> {
    fn fits(value: &serde_json::Value, depth: usize) -> bool {
        match value {
            serde_json::Value::Array(items) => {
                depth > 0 && items.iter().all(|v| fits(v, depth - 1))
            }
            serde_json::Value::Object(fields) => {
                depth > 0 && fields.values().all(|v| fits(v, depth - 1))
            }
            _ => true,
        }
    }
    if fits(&mapping.layout, MAX_LAYOUT_DEPTH) { Ok(()) } else { Err(EditError::TooDeep) }
}

/// Numbers must be finite: JSON has no others.
fn check_condition(condition: &Condition, id: Option<ElementId>) -> Result<(), EditError> {
    fn walk(c: &Condition, id: Option<ElementId>, depth: usize) -> Result<(), EditError> {
        if depth == 0 {
            return Err(EditError::TooDeep);
        }
        match c {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().try_for_each(|p| walk(p, id, depth - 1))
            }
            Condition::Not(part) => walk(part, id, depth - 1),
            Condition::Compare { value: Literal::Number(n), .. } if !n.is_finite() => {
                Err(EditError::OutOfRange { id, field: Field::Literal })
            }
            Condition::Formula(text) if text.len() > formula::MAX_BYTES => {
                Err(EditError::OutOfRange { id, field: Field::Formula })
            }
            _ => Ok(()),
        }
    }
    walk(condition, id, MAX_CONDITION_DEPTH)
}
