//! Small snapshots for the tests of this crate.

use table::{
    Codes, Column, ColumnData, Day, Dictionary, Integers, Report, Role, Snapshot, SnapshotId,
    Source, Table, TextColumn,
};

pub(crate) fn snapshot(columns: Vec<(&str, ColumnData, Role)>) -> Snapshot {
    let rows = columns.first().map_or(0, |c| c.1.len());
    let roles = columns.iter().map(|c| c.2).collect();
    let columns =
        columns.into_iter().map(|(n, data, _)| Column { name: n.to_owned(), data }).collect();
    Snapshot {
        id: SnapshotId(1),
        date: Day(20_000),
        table: Table { columns, rows },
        roles,
        source: Source::default(),
        report: Report::default(),
    }
}

/// Text with "" as absent.
pub(crate) fn text(values: &[&str]) -> ColumnData {
    let mut dictionary = Dictionary::default();
    let mut seen: Vec<&str> = Vec::new();
    let codes = values
        .iter()
        .map(|&v| match seen.iter().position(|&s| s == v) {
            _ if v.is_empty() => u8::MAX,
            Some(code) => code as u8,
            None => {
                seen.push(v);
                dictionary.push(v) as u8
            }
        })
        .collect();
    ColumnData::Text(TextColumn { codes: Codes::U8(codes), dictionary })
}

pub(crate) fn integers(values: &[i64]) -> ColumnData {
    ColumnData::Integer(Integers::I64(values.to_vec()))
}

pub(crate) fn decimals(values: &[f64]) -> ColumnData {
    ColumnData::Decimal(values.to_vec())
}

pub(crate) fn text_ids(ids: &[&str]) -> Snapshot {
    snapshot(vec![("id", text(ids), Role::AccountId)])
}

pub(crate) fn integer_ids(ids: &[i64]) -> Snapshot {
    snapshot(vec![("id", integers(ids), Role::AccountId)])
}

/// A card of dimensions, each with its weight and the weights of its measures; ids count from 1.
pub(crate) fn card(dimensions: &[(f64, &[f64])]) -> crate::Scorecard {
    let mut next = 0;
    let mut id = || {
        next += 1;
        crate::ItemId(next)
    };
    crate::Scorecard {
        id: id(),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions: dimensions
            .iter()
            .map(|(weight, measures)| crate::Dimension {
                id: id(),
                name: String::new(),
                weight: *weight,
                measures: measures
                    .iter()
                    .map(|&weight| crate::Measure {
                        id: id(),
                        name: String::new(),
                        weight,
                        input: None,
                        normaliser: crate::Normaliser::Formula,
                        absent: crate::AbsentPolicy::Skip,
                    })
                    .collect(),
            })
            .collect(),
    }
}
