//! The columns of the table: the ones that are always there, and the chosen ones.

use crate::text::Text;
use engine::message::{SnapshotInfo, SortKey};
use plan::AccountsView;
use table::{ColumnType, Role};
use yew::AttrValue;

/// Segment columns that are shown before the user chose.
const USUAL_SEGMENTS: usize = 2;

/// What stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The level's badge.
    Level,
    /// Name and id.
    Name,
    /// The score.
    Score,
    /// Its change.
    Change,
    /// Its course over the snapshots.
    Spark,
    /// The cell at this place of a row.
    Cell(usize),
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands in it.
    pub kind: Kind,
    /// Its heading.
    pub title: AttrValue,
    /// What clicking the heading sorts by.
    pub sort: Option<SortKey>,
    /// Whether the greatest come first when sorting begins.
    pub greatest_first: bool,
    /// Whether its values are set flush right.
    pub number: bool,
    /// Decimals of each of its values; 0 where they are no decimal numbers.
    pub decimals: usize,
    /// As CSS grid wants it.
    pub width: &'static str,
    /// The least it takes, in CSS pixels.
    pub least_px: u32,
}

impl Column {
    /// How its cells look.
    pub fn class(&self) -> &'static str {
        match (&self.kind, self.number) {
            (Kind::Level, _) => "cell col-level",
            (Kind::Name, _) => "cell col-name",
            (Kind::Score, _) => "cell col-score number",
            (Kind::Change, _) => "cell col-change number",
            (Kind::Spark, _) => "cell col-course",
            (Kind::Cell(_), false) => "cell col-extra",
            (Kind::Cell(_), true) => "cell col-extra number",
        }
    }
}

/// The names of the columns that are shown besides the score's: the user's, or revenue, segments and
/// owner.
pub fn shown(view: &AccountsView, snapshot: &SnapshotInfo) -> Vec<String> {
    if let Some(columns) = &view.columns {
        return columns.clone();
    }
    let of = |role: Role| snapshot.columns.iter().filter(move |c| c.2 == role);
    of(Role::Revenue)
        .chain(of(Role::Segment).take(USUAL_SEGMENTS))
        .chain(of(Role::Owner))
        .map(|c| c.0.clone())
        .collect()
}

/// The columns that can be chosen: all but the account's id and name, which are always shown.
pub fn choosable(snapshot: &SnapshotInfo) -> impl Iterator<Item = &(String, ColumnType, Role)> {
    snapshot.columns.iter().filter(|c| !matches!(c.2, Role::AccountId | Role::Name))
}

/// The columns of the table for rows with these extra cells.
pub fn columns(text: &Text, snapshot: &SnapshotInfo, cells: &[String]) -> Vec<Column> {
    let by_role = |role| snapshot.columns.iter().find(|c| c.2 == role);
    let name = by_role(Role::Name).or_else(|| by_role(Role::AccountId));
    let fixed = |kind, id, sort, greatest_first, number, least_px, width| Column {
        kind,
        title: text.t(id),
        sort,
        greatest_first,
        number,
        decimals: 0,
        width,
        least_px,
    };
    let by_name = name.map(|c| SortKey::Column(c.0.clone()));
    let mut all = vec![
        fixed(Kind::Level, "accounts-level", None, false, false, 68, "68px"),
        fixed(Kind::Name, "accounts-name", by_name, false, false, 244, "minmax(244px,1fr)"),
        fixed(Kind::Score, "accounts-score", Some(SortKey::Score), false, true, 76, "76px"),
        fixed(Kind::Change, "accounts-change", Some(SortKey::Change), false, true, 92, "92px"),
        fixed(Kind::Spark, "accounts-course", None, false, false, 88, "88px"),
    ];
    for (i, name) in cells.iter().enumerate() {
        let known = snapshot.columns.iter().find(|c| c.0 == *name);
        let column_type = known.map_or(ColumnType::Text, |c| c.1);
        let number = matches!(column_type, ColumnType::Integer | ColumnType::Decimal);
        let (width, least_px) = match column_type {
            ColumnType::Integer | ColumnType::Decimal => ("112px", 112),
            ColumnType::Boolean => ("96px", 96),
            ColumnType::Date => ("128px", 128),
            ColumnType::Text => ("124px", 124),
        };
        all.push(Column {
            kind: Kind::Cell(i),
            title: name.clone().into(),
            sort: known.map(|_| SortKey::Column(name.clone())),
            greatest_first: number,
            number,
            decimals: if column_type == ColumnType::Decimal { 2 } else { 0 },
            width,
            least_px,
        });
    }
    all
}
