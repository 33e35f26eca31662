//! What a formula may speak of: the columns of a snapshot, and scores where they are known.

use crate::editor::compared_texts;
use crate::lex::same_word;
use crate::{Type, Unit, nearest};
use serde::{Deserialize, Serialize};
use table::fold::fold;
use table::{Column, ColumnData, ColumnType, Role, Snapshot, Table};

/// More distinct texts than this are no list of choices: a text that is not among them may occur next week.
const CHOICES: usize = 40;

/// Among more texts than this none are looked for while one types: they are names or ids.
const SEARCHED: usize = 50_000;

/// So many texts are offered at most.
const NEAR: usize = 50;

/// What names mean. Plain data, so that the page can check a formula while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Environment {
    /// The columns, in file order.
    pub columns: Vec<KnownColumn>,
    /// The names of the measures whose points may be asked for.
    pub measures: Vec<String>,
    /// Whether score, level and points are known.
    pub scores: bool,
}

/// A column that a formula may name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownColumn {
    /// Its name.
    pub name: String,
    /// The type of its values.
    pub column_type: Type,
    /// The unit of its numbers.
    pub unit: Unit,
    /// Its texts when there are few of them; else empty.
    pub texts: Vec<String>,
    /// Of many texts, some that hold what is written where the column is compared with one. What is not
    /// among them may occur all the same.
    #[serde(default)]
    pub near: Vec<String>,
}

/// What a bare name means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning<'a> {
    Column(&'a KnownColumn),
    Score,
    Level,
    /// Several columns that differ in case or width only.
    Ambiguous(Vec<String>),
    /// A word for scores where there are none.
    NoScore,
    Unknown(Vec<String>),
}

impl Environment {
    /// The columns of a snapshot; no scores.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        Self::of_table(&snapshot.table, &snapshot.roles)
    }

    /// The columns of a table with their roles, as far as those are known; no scores.
    #[must_use]
    pub fn of_table(table: &Table, roles: &[Role]) -> Self {
        let roles = roles.iter().copied().chain(std::iter::repeat(Role::default()));
        let columns = table.columns.iter().zip(roles);
        Self { columns: columns.map(|(c, r)| KnownColumn::of(c, r)).collect(), ..Self::default() }
    }

    /// Offers, of the columns with many texts that a formula compares with one, those texts that hold what is
    /// written there.
    pub fn offer_texts(&mut self, text: &str, table: &Table) {
        for (name, written) in compared_texts(text) {
            let Meaning::Column(KnownColumn { name, texts, .. }) = self.meaning(&name, true) else {
                continue;
            };
            let Some(ColumnData::Text(all)) = table.column(name).map(|c| &c.data) else { continue };
            if !texts.is_empty() || all.dictionary.len() > SEARCHED {
                continue;
            }
            let (name, written) = (name.clone(), fold(&written));
            let holds = all.dictionary.iter().filter(|t| fold(t).contains(&*written));
            let near = holds.take(NEAR).map(str::to_owned).collect();
            if let Some(column) = self.columns.iter_mut().find(|c| c.name == name) {
                column.near = near;
            }
        }
    }

    /// What a name means: the column of exactly that name, then score or level, then the one column of that
    /// name but for case, width and kind of kana. In brackets it is a column.
    pub(crate) fn meaning(&self, name: &str, bracketed: bool) -> Meaning<'_> {
        if let Some(column) = self.columns.iter().find(|c| c.name == name) {
            return Meaning::Column(column);
        }
        let is = |word| !bracketed && same_word(name, word);
        let term = match (is("SCORE"), is("LEVEL")) {
            (true, _) => Some(Meaning::Score),
            (_, true) => Some(Meaning::Level),
            _ => None,
        };
        if let (Some(term), true) = (&term, self.scores) {
            return term.clone();
        }
        let folded = fold(name);
        let alike: Vec<_> = self.columns.iter().filter(|c| fold(&c.name) == folded).collect();
        match alike[..] {
            [column] => Meaning::Column(column),
            [] if term.is_some() => Meaning::NoScore,
            [] => Meaning::Unknown(nearest(name, self.columns.iter().map(|c| c.name.as_str()))),
            _ => Meaning::Ambiguous(alike.iter().map(|c| c.name.clone()).collect()),
        }
    }
}

impl KnownColumn {
    /// A column as a snapshot has it. The unit is guessed from role, type and name.
    #[must_use]
    pub fn of(column: &Column, role: Role) -> Self {
        let column_type = match column.data.column_type() {
            ColumnType::Text => Type::Text,
            ColumnType::Integer | ColumnType::Decimal => Type::Number,
            ColumnType::Boolean => Type::Boolean,
            ColumnType::Date => Type::Date,
        };
        let texts = match &column.data {
            ColumnData::Text(text) if text.dictionary.len() <= CHOICES => {
                text.dictionary.iter().map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        Self {
            name: column.name.clone(),
            column_type,
            unit: unit(column, role),
            texts,
            near: Vec::new(),
        }
    }
}

/// The unit that a column's numbers most likely have. Shares are told from percentages by the greatest
/// value among the first rows.
fn unit(column: &Column, role: Role) -> Unit {
    let name = fold(&column.name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_integer = column.data.column_type() == ColumnType::Integer;
    if !is_integer && column.data.column_type() != ColumnType::Decimal {
        return Unit::Unknown;
    }
    if role == Role::Revenue
        || has(&["mrr", "arr_", "revenue", "price", "月額", "料金", "金額", "売上"])
    {
        return Unit::Money;
    }
    if has(&["percent", "%", "rate", "ratio", "率", "割合"]) {
        let mut head = vec![f64::NAN; column.data.len().min(1_000)];
        column.data.numbers(0..head.len(), &mut head);
        let greatest = head.iter().copied().fold(0.0, f64::max);
        return if greatest <= 1.0 { Unit::Ratio } else { Unit::Percent };
    }
    if has(&["days_since", "日数", "経過日"]) {
        return Unit::Days;
    }
    if is_integer && role != Role::AccountId { Unit::Count } else { Unit::Unknown }
}
