//! At which snapshots a formula looks, and whether they know what it asks of them.

use crate::frame::{Frame, earlier};
use crate::typed::{Back, Node, Typed};
use crate::{Formula, Type};
use hashbrown::HashSet;
use table::{ColumnType, Day};

impl Formula {
    /// The snapshots that it looks at, as places in `dates`: those of the snapshot that it is evaluated for
    /// and of all before it, newest first. Ascending, the first one always among them. A [`Frame`] of the
    /// snapshots up to the last of these gives the same values as one of all snapshots.
    #[must_use]
    pub fn moments(&self, dates: &[Day]) -> Vec<usize> {
        let mut found = vec![0];
        self.walk(&|m, back| earlier(dates.len(), &|m| dates[m], m, back), &mut |moment, _| {
            if !found.contains(&moment) {
                found.push(moment);
            }
        });
        table::order::sort(&mut found);
        found
    }

    /// Whether the frame knows all that it looks at: holds every earlier snapshot, with its columns in a type
    /// that fits, and with scores of somebody where it asks for scores. `is_blind` tells of a moment and a
    /// column whether that column itself says nothing there.
    ///
    /// Where it is not known, in the first snapshot above all, an aggregate over what was there before counts
    /// nothing, which is not the same as knowing that there was nothing.
    #[must_use]
    pub fn is_known(&self, frame: &Frame<'_>, is_blind: &dyn Fn(usize, &str) -> bool) -> bool {
        let mut known = true;
        let whole = self.walk(&|m, back| frame.earlier(m, back), &mut |moment, typed| {
            known &= has(frame, moment, typed, is_blind);
        });
        known && whole
    }

    /// Calls `visit` with each node and each moment that it is evaluated at, once; false when there is no such
    /// moment for one of them.
    fn walk(
        &self,
        earlier: &dyn Fn(usize, Back) -> Option<usize>,
        visit: &mut dyn FnMut(usize, &Typed),
    ) -> bool {
        let (mut seen, mut whole) = (HashSet::new(), true);
        let mut open = vec![(&self.typed, 0)];
        while let Some((typed, moment)) = open.pop() {
            // changes of changes look at one moment again and again
            if !seen.insert((std::ptr::from_ref(typed), moment)) {
                continue;
            }
            visit(moment, typed);
            let then = match &typed.node {
                Node::Earlier(back, _) | Node::Change(_, back, _) => earlier(moment, *back),
                _ => Some(moment),
            };
            whole &= then.is_some();
            let now = matches!(typed.node, Node::Change(..)).then_some(moment);
            for at in now.into_iter().chain(then) {
                open.extend(typed.children().into_iter().map(|child| (child, at)));
            }
        }
        whole
    }
}

/// Whether a moment has what a node itself reads there.
fn has(
    frame: &Frame<'_>,
    moment: usize,
    typed: &Typed,
    is_blind: &dyn Fn(usize, &str) -> bool,
) -> bool {
    let Some(at) = frame.moments.get(moment) else { return false };
    let anybody = |all: &[f64]| all.iter().any(|n| !n.is_nan());
    match &typed.node {
        Node::Column(name) => {
            let column = at.table.column(name);
            column.is_some_and(|c| fits(c.data.column_type(), typed.ty)) && !is_blind(moment, name)
        }
        // that nobody has a score now is for the scorecards to tell
        Node::Score | Node::Level | Node::Points(_) if moment == 0 => true,
        Node::Score => at.scores.as_ref().is_some_and(|s| anybody(s.score)),
        Node::Level => at.scores.as_ref().is_some_and(|s| anybody(s.level)),
        Node::Points(name) => at.scores.as_ref().is_some_and(|scores| {
            scores.points.iter().any(|(measure, all)| measure == name && anybody(all))
        }),
        _ => true,
    }
}

/// Whether the cells of a column can be read as values of a type.
pub(crate) fn fits(column: ColumnType, wanted: Type) -> bool {
    match wanted {
        // flags that are written as 0 and 1 in one file and as yes and no in another
        Type::Number => !matches!(column, ColumnType::Text | ColumnType::Date),
        Type::Boolean => column == ColumnType::Boolean,
        Type::Date => column == ColumnType::Date,
        Type::Text => column == ColumnType::Text,
        Type::Any => true,
    }
}
