//! The accounts of a query as files.

use super::order::Order;
use crate::Engine;
use crate::message::{
    AccountQuery, Export, ExportColumn, ExportEncoding, ExportSplit, Exported, ExportedPart,
    Problem, ScoringContext, Sort, SortKey, Unencodable,
};
use crate::scoring::Scored;
use score::UNSCORED;
use std::rc::Rc;
use table::{Cell, ColumnData, SnapshotId, export as csv};

/// How many characters that could not be encoded are named.
const NAMED: usize = 1_000;

/// An export being written, some rows at a time.
pub struct Exporting {
    order: Rc<Order>,
    now: Rc<Scored>,
    /// Per row of the snapshot; not-a-number where there was no score before.
    change: Option<Vec<f64>>,
    snapshot: SnapshotId,
    /// The columns that it began with.
    seen: u64,
    export: Export,
    headers: Vec<String>,
    out: csv::Exporter,
    /// How many rows were written.
    written: usize,
}

enum Source<'a> {
    Score,
    Level,
    Change,
    Coverage,
    Column(Option<&'a ColumnData>),
}

impl Engine {
    /// Begins an export. The snapshots must not change until it is finished.
    ///
    /// # Errors
    /// There is no such snapshot, or the model cannot be scored.
    pub fn begin_export(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
        export: Export,
    ) -> Result<Exporting, Problem> {
        self.make_columns();
        let seen = self.store.seen();
        let order = self.order(context, query)?;
        let now = self.scored(context.as_of, &context.model, true)?;
        let by_change = AccountQuery {
            sort: Sort { key: SortKey::Change, descending: false },
            ..AccountQuery::default()
        };
        let change = self.changes_since(context, &by_change, &now)?.map(|since| since.change);
        let headers: Vec<String> = export.columns.iter().map(|(_, h)| h.clone()).collect();
        let options = csv::ExportOptions {
            encoding: match export.encoding {
                ExportEncoding::Utf8Bom => csv::ExportEncoding::Utf8,
                ExportEncoding::ShiftJis => csv::ExportEncoding::Cp932,
            },
            split: match export.split {
                ExportSplit::Whole => csv::Split::Whole,
                ExportSplit::Rows(n) => csv::Split::Rows(u64::from(n)),
                ExportSplit::Megabytes(n) => csv::Split::Bytes(u64::from(n) * 1_000_000),
            },
        };
        let out = csv::Exporter::new(headers.iter().map(String::as_str), options);
        let snapshot = context.as_of;
        Ok(Exporting { order, now, change, snapshot, seen, export, headers, out, written: 0 })
    }

    /// Writes the next rows, at most `most`; whether there are more.
    ///
    /// # Errors
    /// The snapshot is not there any more, or its columns became others: the rows to come would not go with
    /// those that are written.
    pub fn export_rows(&self, exporting: &mut Exporting, most: usize) -> Result<bool, Problem> {
        if exporting.seen != self.store.seen() {
            return Err(Problem::ColumnsChanged);
        }
        let table = &self.store.get(exporting.snapshot)?.snapshot.table;
        let Exporting { order, now, change, export, out, written, .. } = exporting;
        let columns = export.columns.iter().map(|(column, _)| match column {
            ExportColumn::Score => Source::Score,
            ExportColumn::Level => Source::Level,
            ExportColumn::Change => Source::Change,
            ExportColumn::Coverage => Source::Coverage,
            ExportColumn::Column(name) => Source::Column(table.column(name).map(|c| &c.data)),
        });
        let sources: Vec<Source<'_>> = columns.collect();
        let rest = &order.rows[*written..];
        let next = &rest[..most.min(rest.len())];
        for &row in next {
            let row = row as usize;
            for source in &sources {
                match source {
                    Source::Score => two_decimals(out, now.scores.score[row]),
                    Source::Coverage => two_decimals(out, f64::from(now.scores.coverage[row])),
                    Source::Change => {
                        two_decimals(out, change.as_ref().map_or(f64::NAN, |c| c[row]));
                    }
                    Source::Level => {
                        let level = now.levels[row];
                        let name = (level != UNSCORED)
                            .then(|| export.level_names.get(usize::from(level)))
                            .flatten();
                        out.text(name.map_or("", String::as_str));
                    }
                    Source::Column(Some(data)) => out.cell(data.cell(row)),
                    Source::Column(None) => out.cell(Cell::Absent),
                }
            }
            out.end_row();
        }
        *written += next.len();
        Ok(*written < order.rows.len())
    }
}

impl Exporting {
    /// Rows written, and how many there will be.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        (self.written as u64, self.order.rows.len() as u64)
    }

    /// The files.
    #[must_use]
    pub fn finish(self) -> Exported {
        exported(self.out.finish(), &self.export.name, &self.headers)
    }
}

/// A number with at most two decimals; absent stays empty.
fn two_decimals(out: &mut csv::Exporter, value: f64) {
    let rounded = (value * 100.0).round() / 100.0;
    // No minus zero in anybody's spreadsheet.
    out.cell(if value.is_nan() { Cell::Absent } else { Cell::Decimal(rounded + 0.0) });
}

/// Parts with file names: one is `name.csv`, several are `name-1.csv` ….
pub(crate) fn exported(done: csv::Exported, name: &str, headers: &[String]) -> Exported {
    let several = done.parts.len() > 1;
    let parts = (1..).zip(done.parts).map(|(number, bytes)| ExportedPart {
        file: if several { format!("{name}-{number}.csv") } else { format!("{name}.csv") },
        bytes,
    });
    Exported {
        parts: parts.collect(),
        rows: done.rows,
        unencodable: done
            .unencodable
            .iter()
            .take(NAMED)
            .map(|u| Unencodable {
                row: u.row,
                column: headers.get(u.column as usize).cloned().unwrap_or_default(),
                character: u.character,
            })
            .collect(),
        unencodable_total: done.unencodable_count,
    }
}
