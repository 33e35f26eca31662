//! What the files said: columns and what could not be read.

use crate::Engine;
use crate::accounts::exported;
use crate::message::{
    ColumnInfo, ColumnShape, DiagnosticRow, DiagnosticsPage, Exported, Histogram, Problem, TopValue,
};
use table::export::{ExportOptions, Exporter};
use table::{Column, ColumnType, Diagnostic, DiagnosticKind, Role, SnapshotId, sort_few, stats};

/// Bins of a column's small histogram.
const BINS: usize = 24;
/// Most frequent values shown.
const TOP: usize = 8;
/// The longest window that is answered.
const MOST_ROWS: usize = 1_000;

impl Engine {
    pub(crate) fn columns(&self, id: SnapshotId) -> Result<Vec<ColumnInfo>, Problem> {
        let stored = self.store.get(id)?;
        let snapshot = &stored.snapshot;
        let in_snapshots = |name: &str| {
            let with = self.store.iter().filter(|s| s.snapshot.table.column(name).is_some());
            with.map(|s| s.snapshot.date).collect()
        };
        let columns = snapshot.table.columns.iter().zip(&snapshot.roles).zip(0..);
        let made = columns.map(|((column, role), number)| ColumnInfo {
            name: column.name.clone(),
            column_type: column.data.column_type(),
            role: *role,
            misfits: snapshot.report.count_in_column(number),
            in_snapshots: in_snapshots(&column.name),
            in_file: stored.of_file().nth(number as usize).map(|(name, ..)| name.to_owned()),
            name_taken: self.store.name_taken(stored, number as usize),
            ..shape(column)
        });
        let rows = snapshot.table.rows as u64;
        let unmade = stored.unmade().iter().map(|(name, why)| ColumnInfo {
            name: name.clone(),
            column_type: ColumnType::Decimal,
            role: Role::default(),
            absent: rows,
            misfits: 0,
            distinct: 0,
            shape: ColumnShape::Empty,
            in_snapshots: in_snapshots(name),
            in_file: None,
            name_taken: None,
            unmade: Some(why.clone()),
        });
        Ok(made.chain(unmade).collect())
    }

    pub(crate) fn diagnostics(
        &self,
        id: SnapshotId,
        kind: Option<DiagnosticKind>,
        from: u64,
        count: u32,
    ) -> Result<DiagnosticsPage, Problem> {
        let snapshot = &self.store.get(id)?.snapshot;
        let wanted = |d: &&Diagnostic| kind.is_none_or(|kind| d.kind == kind);
        let all: Vec<&Diagnostic> = snapshot.report.diagnostics.iter().filter(wanted).collect();
        let start = usize::try_from(from).unwrap_or(usize::MAX).min(all.len());
        let end = (start + (count as usize).min(MOST_ROWS)).min(all.len());
        let mut by_kind: Vec<(DiagnosticKind, u64)> = Vec::new();
        for c in &snapshot.report.counts {
            match by_kind.iter_mut().find(|(kind, _)| *kind == c.kind) {
                Some((_, sum)) => *sum += c.count,
                None => by_kind.push((c.kind, c.count)),
            }
        }
        sort_few(&mut by_kind, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        Ok(DiagnosticsPage {
            total: all.len() as u64,
            from: start as u64,
            rows: all[start..end]
                .iter()
                .map(|d| DiagnosticRow {
                    line: d.line,
                    column: column_name(&snapshot.table.columns, d),
                    kind: d.kind,
                    text: d.text.clone(),
                })
                .collect(),
            by_kind,
        })
    }

    pub(crate) fn diagnostics_csv(
        &self,
        id: SnapshotId,
        headers: &[String],
        words: &[(DiagnosticKind, String)],
    ) -> Result<Exported, Problem> {
        let snapshot = &self.store.get(id)?.snapshot;
        let mut out = Exporter::new(headers.iter().map(String::as_str), ExportOptions::default());
        for d in &snapshot.report.diagnostics {
            out.text(&snapshot.source.file);
            out.cell(table::Cell::Integer(d.line as i64));
            out.text(&column_name(&snapshot.table.columns, d).unwrap_or_default());
            let word = words.iter().find(|(kind, _)| *kind == d.kind);
            out.text(&word.map_or_else(|| reason(d.kind), |(_, word)| word.clone()));
            out.text(&d.text);
            out.end_row();
        }
        let stem = snapshot.source.file.rsplit_once('.').map_or(&*snapshot.source.file, |s| s.0);
        Ok(exported(out.finish(), &format!("{stem}-not-read"), headers))
    }
}

fn column_name(columns: &[Column], d: &Diagnostic) -> Option<String> {
    columns.get(d.column? as usize).map(|c| c.name.clone())
}

/// The reason's stable name, as in the workspace file: `not_a_date`.
fn reason(kind: DiagnosticKind) -> String {
    let quoted = serde_json::to_string(&kind).unwrap_or_default();
    quoted.trim_matches('"').to_owned()
}

pub(crate) fn shape(column: &Column) -> ColumnInfo {
    let stats = stats::stats(&column.data, BINS, TOP);
    let shape = match stats.numbers {
        Some(n) => ColumnShape::Numbers {
            min: n.min,
            max: n.max,
            mean: n.mean,
            histogram: Histogram {
                start: n.histogram.start,
                step: n.histogram.step,
                counts: n.histogram.counts.iter().map(|c| *c as u32).collect(),
            },
        },
        None if stats.top.is_empty() => ColumnShape::Empty,
        None => ColumnShape::Top(
            stats.top.into_iter().map(|t| TopValue { value: t.text, count: t.count }).collect(),
        ),
    };
    ColumnInfo {
        name: String::new(),
        column_type: column.data.column_type(),
        role: Role::default(),
        absent: stats.absent,
        misfits: 0,
        distinct: stats.distinct,
        shape,
        in_snapshots: Vec::new(),
        in_file: None,
        name_taken: None,
        unmade: None,
    }
}
