//! What the user chose for an export.

use super::super::columns::choosable;
use super::super::filter::Filters;
use crate::text::Text;
use engine::message::{ExportColumn, ExportEncoding, ExportSplit, SnapshotInfo};
use table::{Day, Role};

/// Rows a file, before the user says otherwise: what most marketing tools take at once.
const USUAL_ROWS: u32 = 50_000;
/// Megabytes a file, likewise.
const USUAL_MEGABYTES: u32 = 10;

/// How the files are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// One file.
    Whole,
    /// By rows.
    Rows,
    /// By megabytes.
    Megabytes,
}

/// A column that may be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What.
    pub column: ExportColumn,
    /// Its header.
    pub header: String,
    /// Whether it is written.
    pub on: bool,
}

/// The choices of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The columns in the order they are written.
    pub columns: Vec<Offer>,
    /// The encoding.
    pub encoding: ExportEncoding,
    /// The kind of split.
    pub split: Split,
    /// Rows a file.
    pub rows: u32,
    /// Megabytes a file.
    pub megabytes: u32,
    /// File name without ending.
    pub name: String,
}

impl Chosen {
    /// The first choices: id, name, level, score, change and what the table shows.
    pub fn new(text: &Text, snapshot: &SnapshotInfo, shown: &[String], filters: &Filters) -> Self {
        let of = |role: Role| snapshot.columns.iter().filter(move |c| c.2 == role);
        let column = |name: &String, on| Offer {
            column: ExportColumn::Column(name.clone()),
            header: name.clone(),
            on,
        };
        let made = |column, id, on| Offer { column, header: text.t(id).to_string(), on };
        let mut columns: Vec<Offer> =
            of(Role::AccountId).chain(of(Role::Name)).map(|c| column(&c.0, true)).collect();
        columns.push(made(ExportColumn::Level, "accounts-level", true));
        columns.push(made(ExportColumn::Score, "accounts-score", true));
        columns.push(made(ExportColumn::Change, "accounts-change", true));
        columns.push(made(ExportColumn::Coverage, "accounts-coverage-column", false));
        let there = |name: &&String| choosable(snapshot).any(|c| c.0 == **name);
        columns.extend(shown.iter().filter(there).map(|name| column(name, true)));
        let rest = choosable(snapshot).filter(|c| !shown.contains(&c.0));
        columns.extend(rest.map(|c| column(&c.0, false)));
        Self {
            columns,
            encoding: ExportEncoding::Utf8Bom,
            split: Split::Whole,
            rows: USUAL_ROWS,
            megabytes: USUAL_MEGABYTES,
            name: format!(
                "{}-{}-{}",
                text.t("accounts-file"),
                iso(snapshot.date),
                filters.slug(text)
            ),
        }
    }

    /// The columns to write, with their headers.
    pub fn written(&self) -> Vec<(ExportColumn, String)> {
        let on = self.columns.iter().filter(|c| c.on);
        on.map(|c| (c.column.clone(), c.header.clone())).collect()
    }

    /// The split as the engine wants it.
    pub fn split(&self) -> ExportSplit {
        match self.split {
            Split::Whole => ExportSplit::Whole,
            Split::Rows => ExportSplit::Rows(self.rows.max(1)),
            Split::Megabytes => ExportSplit::Megabytes(self.megabytes.max(1)),
        }
    }

    /// The file name without what file systems refuse; never empty.
    pub fn file_name(&self) -> String {
        let safe: String = self
            .name
            .trim()
            .trim_end_matches(".csv")
            .chars()
            .map(|c| if c.is_control() || r#"\/:*?"<>|"#.contains(c) { '-' } else { c })
            .collect();
        if safe.is_empty() { "accounts".into() } else { safe }
    }
}

fn iso(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use table::{ColumnType, SnapshotId, Source};

    fn chosen() -> Chosen {
        let column = |name: &str, role| (name.to_owned(), ColumnType::Text, role);
        let snapshot = SnapshotInfo {
            id: SnapshotId(1),
            date: Day::from_ymd(2026, 11, 2).unwrap(),
            source: Source { file: String::new(), bytes: 0 },
            rows: 1,
            rejected: 0,
            above: 0,
            diagnostics: 0,
            columns: vec![
                column("MRR", Role::Revenue),
                column("id", Role::AccountId),
                column("Plan", Role::Segment),
                column("who", Role::Name),
            ],
            in_file: Vec::new(),
            outcome_is_churn: false,
        };
        let filters = Filters { levels: vec![0], ..Filters::default() };
        let shown = ["Plan".to_owned(), "gone".to_owned()];
        Chosen::new(&Text::new(Language::En), &snapshot, &shown, &filters)
    }

    #[test]
    fn id_and_name_come_first_and_the_rest_is_offered() {
        let chosen = chosen();
        let written: Vec<String> = chosen.written().into_iter().map(|c| c.1).collect();
        assert_eq!(written[..2], ["id", "who"]);
        assert_eq!(written.len(), 6);
        assert_eq!(written[5], "Plan");
        assert_eq!(chosen.columns.last().map(|c| (c.header.as_str(), c.on)), Some(("MRR", false)));
        assert_eq!(chosen.name, "accounts-2026-11-02-lv1");
    }

    #[test]
    fn names_are_fit_for_any_file_system() {
        let mut chosen = chosen();
        for (name, file) in
            [("a/b:c.csv", "a-b-c"), ("  ", "accounts"), ("解約リスク", "解約リスク")]
        {
            chosen.name = name.into();
            assert_eq!(chosen.file_name(), file);
        }
    }
}
