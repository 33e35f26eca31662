//! The accounts of a query as files.

use crate::Engine;
use crate::message::{
    AccountQuery, Export, ExportColumn, ExportEncoding, ExportSplit, Exported, ExportedPart,
    Problem, ScoringContext, Sort, SortKey, Unencodable,
};
use score::UNSCORED;
use table::{Cell, ColumnData, export as csv};

/// How many characters that could not be encoded are named.
const NAMED: usize = 1_000;

enum Source<'a> {
    Score,
    Level,
    Change,
    Coverage,
    Column(Option<&'a ColumnData>),
}

impl Engine {
    pub(crate) fn export(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
        export: &Export,
    ) -> Result<Exported, Problem> {
        let order = self.order(context, query)?;
        let now = self.scored(context.as_of, &context.model, true)?;
        let by_change = AccountQuery {
            sort: Sort { key: SortKey::Change, descending: false },
            ..AccountQuery::default()
        };
        let change = self.changes_since(context, &by_change, &now)?.map(|since| since.change);
        let stored = self.store.get(context.as_of)?;
        let sources: Vec<Source<'_>> = export
            .columns
            .iter()
            .map(|(column, _)| match column {
                ExportColumn::Score => Source::Score,
                ExportColumn::Level => Source::Level,
                ExportColumn::Change => Source::Change,
                ExportColumn::Coverage => Source::Coverage,
                ExportColumn::Column(name) => {
                    Source::Column(stored.snapshot.table.column(name).map(|c| &c.data))
                }
            })
            .collect();
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
        let mut out = csv::Exporter::new(headers.iter().map(String::as_str), options);
        for &row in &order.rows {
            let row = row as usize;
            for source in &sources {
                match source {
                    Source::Score => two_decimals(&mut out, now.scores.score[row]),
                    Source::Coverage => two_decimals(&mut out, f64::from(now.scores.coverage[row])),
                    Source::Change => {
                        two_decimals(&mut out, change.as_ref().map_or(f64::NAN, |c| c[row]));
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
        Ok(exported(out.finish(), &export.name, &headers))
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
