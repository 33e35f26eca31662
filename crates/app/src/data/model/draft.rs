//! How one incoming file will be read: the guess, and what the user changed of it.

use super::mapping;
use engine::message::FileLook;
use plan::Mapping;
use std::rc::Rc;
use table::{
    ColumnType, DateOrder, DateSource, Day, DecimalMark, Inspection, Layout, OutcomeMeaning, Role,
};

/// Why the snapshot's date is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateOrigin {
    /// The file's name says so.
    FileName,
    /// A column of one value says so.
    Column(String),
    /// It is the latest of several dates in a column.
    LatestOf(String),
    /// It is the date of the snapshot that the file takes the place of.
    Replaced,
    /// Nothing says anything: today is proposed.
    Today,
    /// The user said so.
    Typed,
}

/// How one incoming file will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What the file looks like.
    pub look: Rc<FileLook>,
    /// How to read it.
    pub layout: Layout,
    /// The snapshot's date; `None` while the user has not typed a whole one.
    pub date: Option<Day>,
    /// Where the date comes from.
    pub origin: DateOrigin,
    /// Whether a file with these columns was read before and is read the same way now.
    pub remembered: bool,
    /// The signature of the first guess, before the user said anything: next week's file is
    /// recognised by it.
    pub first_signature: u64,
}

/// What the user changes of a draft. It counts for every file with the same columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftChange {
    /// The role of the column at this place.
    Role(usize, Role),
    /// The type of the column at this place; `None` leaves it to the values.
    Type(usize, Option<ColumnType>),
    /// How the ambiguous dates of the column at this place are meant.
    DateOrder(usize, DateOrder),
    /// The decimal mark of the ambiguous numbers of the column at this place.
    Decimal(usize, DecimalMark),
    /// What yes means in the outcome column.
    Meaning(OutcomeMeaning),
}

impl Draft {
    /// The draft of a file that was looked at, read as a file with these columns was read before.
    pub fn new(
        look: FileLook,
        first_signature: u64,
        mapping: Option<&Mapping>,
        replaced: Option<Day>,
        today: Day,
    ) -> Self {
        let mut layout = look.inspection.layout.clone();
        let remembered = mapping.is_some_and(|m| mapping::apply(m, &look.inspection, &mut layout));
        let (date, origin) = match (replaced, &look.inspection.snapshot_date) {
            (Some(day), _) => (day, DateOrigin::Replaced),
            (None, Some(guess)) => match &guess.from {
                DateSource::FileName => (guess.day, DateOrigin::FileName),
                DateSource::Column(name) => (guess.day, DateOrigin::Column(name.clone())),
                DateSource::LatestOf(name) => (guess.day, DateOrigin::LatestOf(name.clone())),
            },
            (None, None) => (today, DateOrigin::Today),
        };
        let look = Rc::new(look);
        Self { look, layout, date: Some(date), origin, remembered, first_signature }
    }

    /// The same for files of the same columns.
    pub fn signature(&self) -> u64 {
        self.look.inspection.header_signature
    }

    /// Keeps what the user said about the draft before the file was looked at once more.
    pub fn keep_choices_of(&mut self, before: &Self) {
        self.first_signature = before.first_signature;
        if before.origin == DateOrigin::Typed {
            self.date = before.date;
            self.origin = DateOrigin::Typed;
        }
        if before.signature() == self.signature() {
            let chosen = mapping::of_layout(&before.layout);
            mapping::apply(&chosen, &self.look.inspection, &mut self.layout);
            self.remembered = before.remembered;
        }
    }

    /// Makes a change. A single role is taken from the column that had it.
    pub fn change(&mut self, change: DraftChange) {
        match change {
            DraftChange::Role(column, role) => set_role(&mut self.layout, column, role),
            DraftChange::Type(column, to) => {
                if let Some(plan) = self.layout.columns.get_mut(column) {
                    plan.column_type = to;
                }
            }
            DraftChange::DateOrder(column, order) => {
                if let Some(plan) = self.layout.columns.get_mut(column) {
                    plan.date_order = order;
                }
            }
            DraftChange::Decimal(column, mark) => {
                if let Some(plan) = self.layout.columns.get_mut(column) {
                    plan.decimal = mark;
                }
            }
            DraftChange::Meaning(meaning) => self.layout.outcome_meaning = meaning,
        }
        self.remembered = false;
    }

    /// The column that the date comes from; `None` where it comes from elsewhere.
    pub fn date_column(&self) -> Option<&str> {
        match &self.origin {
            DateOrigin::Column(name) | DateOrigin::LatestOf(name) => Some(name),
            _ => None,
        }
    }

    /// How many rows the date was looked for in, where the file has more.
    pub fn date_seen_in(&self) -> Option<u64> {
        let column = self.date_column()?;
        let Inspection { whole, layout, columns, .. } = &self.look.inspection;
        let at = layout.columns.iter().position(|c| c.name == column)?;
        columns.get(at).filter(|_| !whole).map(|c| c.rows)
    }

    /// Whether a column has the role.
    pub fn has_role(&self, role: Role) -> bool {
        self.layout.columns.iter().any(|c| c.role == role)
    }
}

/// What a column is for when its role went to another one.
fn freed_role(column_type: ColumnType) -> Role {
    match column_type {
        ColumnType::Text | ColumnType::Date => Role::Other,
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Boolean => Role::MeasureInput,
    }
}

fn set_role(layout: &mut Layout, column: usize, role: Role) {
    if column >= layout.columns.len() {
        return;
    }
    if !role.is_shared() {
        for plan in layout.columns.iter_mut().filter(|p| p.role == role) {
            plan.role = freed_role(plan.read_as());
        }
    }
    layout.columns[column].role = role;
    if role == Role::Outcome {
        // what yes meant in another column says nothing about this one
        layout.outcome_meaning = OutcomeMeaning::of_name(&layout.columns[column].name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::ColumnPlan;

    fn layout() -> Layout {
        let mut layout = Layout::default();
        for (name, guess, role) in [
            ("id", ColumnType::Text, Role::AccountId),
            ("code", ColumnType::Integer, Role::MeasureInput),
            ("plan", ColumnType::Text, Role::Segment),
            ("region", ColumnType::Text, Role::Segment),
        ] {
            layout.columns.push(ColumnPlan { role, ..ColumnPlan::new(name, guess) });
        }
        layout
    }

    fn roles(layout: &Layout) -> Vec<Role> {
        layout.columns.iter().map(|c| c.role).collect()
    }

    #[test]
    fn a_single_role_moves() {
        let mut l = layout();
        set_role(&mut l, 1, Role::AccountId);
        assert_eq!(roles(&l), [Role::Other, Role::AccountId, Role::Segment, Role::Segment]);
        set_role(&mut l, 0, Role::AccountId);
        assert_eq!(roles(&l), [Role::AccountId, Role::MeasureInput, Role::Segment, Role::Segment]);
    }

    #[test]
    fn a_single_role_can_be_chosen_again() {
        let mut l = layout();
        set_role(&mut l, 0, Role::AccountId);
        assert_eq!(l, layout());
    }

    #[test]
    fn many_columns_may_be_segments() {
        let mut l = layout();
        set_role(&mut l, 1, Role::Segment);
        assert_eq!(roles(&l), [Role::AccountId, Role::Segment, Role::Segment, Role::Segment]);
    }

    #[test]
    fn a_column_that_is_not_there_changes_nothing() {
        let mut l = layout();
        set_role(&mut l, 9, Role::AccountId);
        assert_eq!(l, layout());
    }
}
