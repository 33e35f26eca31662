//! The whole golden thread as a picture: columns from pain to goal, with what is joined across them.

use crate::{Along, Document, Element, ElementId, Kind, NoteKind};
use std::collections::{BTreeMap, BTreeSet};

/// What the elements of a column are, from where the thread begins to where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThreadColumn {
    /// What customers need: jobs, pains, gains, goals; and other notes that are joined.
    Need,
    /// What answers them: products, relievers, strategies.
    Answer,
    /// Where customers meet us: stages and touchpoints.
    Touch,
    /// What they think and do then: perception changes and checkpoints.
    Checkpoint,
    /// What it is told by.
    Measure,
    /// Dimensions and scorecards.
    Score,
    /// Figures that are watched.
    Kpi,
    /// The goals of KPI trees.
    Goal,
}

impl ThreadColumn {
    /// The end of the id of the message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Answer => "answer",
            Self::Touch => "touch",
            Self::Checkpoint => "checkpoint",
            Self::Measure => "measure",
            Self::Score => "score",
            Self::Kpi => "kpi",
            Self::Goal => "goal",
        }
    }
}

/// A picture of the thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WholeThread {
    /// The columns that hold anything, in order, with their elements from top to bottom.
    pub columns: Vec<(ThreadColumn, Vec<ElementId>)>,
    /// What bears on what, both of them in the picture.
    pub joins: Vec<(ElementId, ElementId)>,
}

impl Document {
    /// All that is part of a thread: what is joined to anything, and what a thread needs and is not (see
    /// [`Document::gaps`]). With `of`, only the thread of that element.
    #[must_use]
    pub fn whole_thread(&self, of: Option<ElementId>) -> WholeThread {
        let inside: BTreeSet<ElementId> = match of {
            Some(id) => {
                let steps = [Along::Up, Along::Down].map(|along| self.thread(id, along));
                let mut inside = BTreeSet::from([id]);
                inside.extend(steps.iter().flatten().map(|step| step.to));
                inside
            }
            None => self.elements.keys().copied().collect(),
        };
        let placed: BTreeMap<ElementId, ThreadColumn> = {
            let mut placed = BTreeMap::new();
            let here = self.elements.values().filter(|e| inside.contains(&e.id));
            placed.extend(here.filter_map(|e| Some((e.id, self.thread_column(e)?))));
            placed
        };
        let mut joins: Vec<(ElementId, ElementId)> = Vec::new();
        for from in placed.keys() {
            let next = self.next_to(*from, Along::Down).into_iter().map(|(to, _)| to);
            joins.extend(next.filter(|to| placed.contains_key(to)).map(|to| (*from, to)));
        }
        joins.sort_unstable();
        joins.dedup();
        let mut shown: BTreeSet<ElementId> = BTreeSet::new();
        shown.extend(joins.iter().flat_map(|(from, to)| [*from, *to]));
        shown.extend(of);
        if of.is_none() {
            shown.extend(self.gaps().into_iter().map(|(_, id)| id));
        }
        let mut columns: BTreeMap<ThreadColumn, Vec<ElementId>> = BTreeMap::new();
        for (id, column) in placed.into_iter().filter(|(id, _)| shown.contains(id)) {
            columns.entry(column).or_default().push(id);
        }
        let mut columns: Vec<_> = columns.into_iter().collect();
        untangle(&mut columns, &joins);
        WholeThread { columns, joins }
    }

    fn thread_column(&self, element: &Element) -> Option<ThreadColumn> {
        Some(match element.kind() {
            Kind::Note => match self.note_kind(element.id)? {
                NoteKind::Reliever
                | NoteKind::Creator
                | NoteKind::Product
                | NoteKind::Strategy
                | NoteKind::ToBe => ThreadColumn::Answer,
                NoteKind::Touchpoint => ThreadColumn::Touch,
                NoteKind::Perception => ThreadColumn::Checkpoint,
                NoteKind::Measure => ThreadColumn::Measure,
                NoteKind::Kpi => ThreadColumn::Kpi,
                _ => ThreadColumn::Need,
            },
            Kind::Stage => ThreadColumn::Touch,
            Kind::Checkpoint => ThreadColumn::Checkpoint,
            Kind::Measure => ThreadColumn::Measure,
            Kind::Dimension | Kind::Scorecard => ThreadColumn::Score,
            Kind::KpiNode => {
                let above = element.parent.and_then(|p| self.element(p)).map(Element::kind);
                let goal = above == Some(Kind::KpiTree);
                if goal { ThreadColumn::Goal } else { ThreadColumn::Kpi }
            }
            _ => return None,
        })
    }
}

/// Orders the columns so that few lines cross: each element towards the middle of what it is joined to, over and back
/// (the barycenter method of K. Sugiyama, S. Tagawa and M. Toda, 1981).
fn untangle(columns: &mut [(ThreadColumn, Vec<ElementId>)], joins: &[(ElementId, ElementId)]) {
    let mut beside: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
    for (from, to) in joins {
        beside.entry(*from).or_default().push(*to);
        beside.entry(*to).or_default().push(*from);
    }
    let order = (0..columns.len()).chain((0..columns.len()).rev());
    for at in order.clone().chain(order) {
        let mut place: BTreeMap<ElementId, f64> = BTreeMap::new();
        for (_, column) in columns.iter() {
            let all = column.len().max(1) as f64;
            place.extend(column.iter().enumerate().map(|(i, id)| (*id, (i as f64 + 0.5) / all)));
        }
        let (_, column) = &mut columns[at];
        let middle = |id: &ElementId| {
            let joined = beside.get(id).into_iter().flatten();
            let places: Vec<f64> = joined.filter_map(|id| place.get(id).copied()).collect();
            let own = place.get(id).copied().unwrap_or_default();
            if places.is_empty() { own } else { places.iter().sum::<f64>() / places.len() as f64 }
        };
        let mut keyed: Vec<(f64, ElementId)> = column.iter().map(|id| (middle(id), *id)).collect();
        table::order::sort_by(&mut keyed, |a, b| a.0.total_cmp(&b.0));
        *column = keyed.into_iter().map(|(_, id)| id).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Note, template};

    /// A value proposition: two pains, a reliever for the second, a KPI tree that the reliever is meant to change.
    fn document() -> (Document, Vec<ElementId>) {
        let mut document = Document::default();
        document.apply(document.insert_canvas(template("value-proposition").unwrap(), "")).unwrap();
        let canvas = document.canvases()[0].id;
        let block = |d: &Document, area: &str| {
            let of = |e: &&Element| matches!(&e.body, crate::Body::Block(b) if b.area == area);
            d.children(Some(canvas)).into_iter().find(of).unwrap().id
        };
        let mut ids = Vec::new();
        for (area, text) in [("pains", "slow"), ("pains", "alone"), ("relievers", "guide")] {
            ids.push(ElementId(document.next_id));
            let note = (text.to_owned(), Note::default());
            let edit = document.add_notes(block(&document, area), &[note], usize::MAX);
            document.apply(edit).unwrap();
        }
        let node = |id: u64, parent, name: &str| kpi::Node {
            id: kpi::NodeId(id),
            parent,
            name: name.to_owned(),
            body: kpi::NodeBody::default(),
        };
        let nodes = vec![node(1, None, "NRR"), node(2, Some(0), "churn")];
        let tree = kpi::Tree { nodes, ..kpi::Tree::default() };
        ids.push(ElementId(document.next_id + 1));
        ids.push(ElementId(document.next_id + 2));
        document.apply(document.insert_kpi_tree("T", &tree)).unwrap();
        for (a, b) in [(2, 1), (2, 4)] {
            document.apply(document.join(ids[a], ids[b]).unwrap()).unwrap();
        }
        (document, ids)
    }

    #[test]
    fn columns_go_from_the_need_to_the_goal() {
        let (document, ids) = document();
        let whole = document.whole_thread(None);
        let columns: Vec<_> = whole.columns.iter().map(|(c, of)| (*c, of.len())).collect();
        use ThreadColumn::{Answer, Goal, Kpi, Need};
        assert_eq!(columns, [(Need, 2), (Answer, 1), (Kpi, 1), (Goal, 1)]);
        let mut joins = whole.joins.clone();
        joins.sort_unstable();
        let mut expected = vec![(ids[2], ids[1]), (ids[2], ids[4]), (ids[4], ids[3])];
        expected.sort_unstable();
        assert_eq!(joins, expected);
    }

    #[test]
    fn the_thread_of_one_leaves_the_others_out() {
        let (document, ids) = document();
        let of = |id| {
            let whole = document.whole_thread(Some(id));
            let mut all: Vec<_> = whole.columns.into_iter().flat_map(|(_, of)| of).collect();
            all.sort_unstable();
            all
        };
        assert_eq!(of(ids[0]), [ids[0]]);
        let mut thread = vec![ids[1], ids[2], ids[3], ids[4]];
        thread.sort_unstable();
        assert_eq!(of(ids[2]), thread);
    }

    #[test]
    fn lines_are_untangled() {
        let id = |n: u64| ElementId(n);
        let mut columns = vec![
            (ThreadColumn::Need, vec![id(1), id(2)]),
            (ThreadColumn::Answer, vec![id(3), id(4)]),
        ];
        untangle(&mut columns, &[(id(4), id(1)), (id(3), id(2))]);
        let place = |n: u64| columns.iter().find_map(|(_, c)| c.iter().position(|i| *i == id(n)));
        assert_eq!((place(4), place(3)), (place(1), place(2)));
    }
}
