//! What the workspace remembers of how files with certain columns are read.

use super::Draft;
use engine::message::SnapshotInfo;
use plan::{Edit, HeaderSignature, Mapping};
use table::{ColumnType, Inspection, InspectionNote, Layout, Overrides};

/// What is remembered of a layout.
pub fn of_layout(layout: &Layout) -> Mapping {
    Mapping {
        roles: layout.columns.iter().map(|c| (c.name.clone(), c.role)).collect(),
        // plain structs and unit variants cannot fail to become JSON
        layout: serde_json::to_value(layout).unwrap_or_default(),
    }
}

/// Reads the columns as they were read before. False, and nothing is changed, when they are others.
pub fn apply(mapping: &Mapping, inspection: &Inspection, layout: &mut Layout) -> bool {
    let Some(before) = layout_of(mapping) else { return false };
    let same = layout.columns.len() == mapping.roles.len()
        && layout.columns.iter().all(|c| mapping.roles.contains_key(&c.name));
    if !same {
        return false;
    }
    for plan in &mut layout.columns {
        if let Some(role) = mapping.roles.get(&plan.name) {
            plan.role = *role;
        }
        let Some(old) = before.columns.iter().find(|c| c.name == plan.name) else { continue };
        plan.column_type = old.column_type;
        // where this file's own values tell the order, they are right
        if inspection.notes.contains(&InspectionNote::AmbiguousDates(plan.name.clone())) {
            plan.date_order = old.date_order;
        }
        if inspection.notes.contains(&InspectionNote::AmbiguousNumbers(plan.name.clone())) {
            plan.decimal = old.decimal;
        }
    }
    layout.outcome_meaning = before.outcome_meaning;
    true
}

/// Numbers such as `201804` stay the numbers that the latest snapshot with the column holds: as months,
/// formulas over them would fail and nothing could be compared with the weeks before.
pub fn keep_numbers(layout: &mut Layout, snapshots: &[SnapshotInfo]) {
    for plan in layout.columns.iter_mut().filter(|p| p.months && p.guess == ColumnType::Date) {
        let known = |s: &SnapshotInfo| {
            let at = s.in_file.iter().position(|name| *name == plan.name)?;
            Some((s.date, s.columns.get(at)?.1))
        };
        let latest = snapshots.iter().filter_map(known).max_by_key(|(date, _)| *date);
        if let Some((_, of @ (ColumnType::Integer | ColumnType::Decimal))) = latest {
            plan.guess = of;
        }
    }
}

/// What the user said last time against the guess for such a file, when the guess is the same or
/// unsure again; `None` when the guess as it is will do.
pub fn overrides_of(mapping: &Mapping, inspection: &Inspection) -> Option<Overrides> {
    let before = layout_of(mapping)?;
    let now = &inspection.layout;
    let named_alike = now.columns.len() == before.columns.len()
        && now.columns.iter().zip(&before.columns).all(|(a, b)| a.name == b.name);
    let unsure = inspection.notes.contains(&InspectionNote::UncertainEncoding);
    let differs = before.encoding != now.encoding
        || before.delimiter != now.delimiter
        || before.above != now.above
        || before.header != now.header;
    (differs && (unsure || !named_alike)).then_some(Overrides {
        encoding: Some(before.encoding),
        delimiter: Some(before.delimiter),
        above: Some(before.above),
        header: Some(before.header),
    })
}

/// The edits that remember how a file was read: by its columns, and by the columns of the first
/// guess where the user said that the file is another.
pub fn remember(draft: &Draft) -> Vec<Edit> {
    let mapping = of_layout(&draft.layout);
    let mut signatures = vec![draft.signature()];
    if draft.first_signature != draft.signature() {
        signatures.push(draft.first_signature);
    }
    signatures
        .into_iter()
        .map(|s| Edit::SetMapping { signature: HeaderSignature(s), mapping: Some(mapping.clone()) })
        .collect()
}

fn layout_of(mapping: &Mapping) -> Option<Layout> {
    serde_json::from_value(mapping.layout.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{Day, DecimalMark, Encoding, OutcomeMeaning, Role, SnapshotId, Source, inspect};

    fn look(csv: &str, overrides: &Overrides) -> Inspection {
        inspect(csv.as_bytes(), true, "usage.csv", overrides)
    }

    const CSV: &str = "customer_id,logins,renewed\nA-1,3,1\nA-2,5,0\nA-3,8,1\n";

    #[test]
    fn next_weeks_file_is_read_the_same_way() {
        let first = look(CSV, &Overrides::default());
        let mut layout = first.layout.clone();
        layout.columns[1].role = Role::Revenue;
        layout.columns[1].column_type = Some(ColumnType::Decimal);
        layout.outcome_meaning = OutcomeMeaning::OneIsRenewed;
        let mapping = of_layout(&layout);

        let next = look(&CSV.replace("A-3,8", "A-4,9"), &Overrides::default());
        assert_eq!(next.header_signature, first.header_signature);
        assert_eq!(overrides_of(&mapping, &next), None);
        let mut read = next.layout.clone();
        assert!(apply(&mapping, &next, &mut read));
        assert_eq!(read, layout);
    }

    #[test]
    fn a_decimal_mark_that_nothing_tells_is_remembered() {
        let csv = "customer_id;share\nA-1;1,234\nA-2;2,345\n";
        let first = look(csv, &Overrides::default());
        assert!(first.notes.contains(&InspectionNote::AmbiguousNumbers("share".to_owned())));
        assert_eq!(first.layout.columns[1].decimal, DecimalMark::Point);
        let mut said = first.layout.clone();
        said.columns[1].decimal = DecimalMark::Comma;
        let mapping = of_layout(&said);
        let mut again = first.layout.clone();
        assert!(apply(&mapping, &first, &mut again));
        assert_eq!(again.columns[1].decimal, DecimalMark::Comma);
        // where this file's own numbers tell, they are right
        let told = look(&csv.replace("2,345", "2,345.5"), &Overrides::default());
        let mut read = told.layout.clone();
        assert!(apply(&mapping, &told, &mut read));
        assert_eq!(read.columns[1].decimal, DecimalMark::Point);
    }

    #[test]
    fn months_stay_the_numbers_that_they_were() {
        let snapshot = |day: i32, name: &str, of| SnapshotInfo {
            id: SnapshotId(day as u32),
            date: Day(day),
            source: Source::default(),
            rows: 3,
            rejected: 0,
            above: 0,
            diagnostics: 0,
            columns: vec![
                ("id".into(), ColumnType::Text, Role::AccountId),
                (name.into(), of, Role::MeasureInput),
            ],
            in_file: vec!["id".into(), "年月".into()],
            outcome_is_churn: false,
        };
        let first = look("id,年月\nA-1,201804\nA-2,201805\n", &Overrides::default()).layout;
        assert_eq!(first.columns[1].guess, ColumnType::Date);
        let after = |snapshots: &[SnapshotInfo]| {
            let mut layout = first.clone();
            keep_numbers(&mut layout, snapshots);
            layout.columns[1].read_as()
        };
        assert_eq!(after(&[]), ColumnType::Date);
        // by whatever name it goes now
        let number = snapshot(1, "month", ColumnType::Integer);
        assert_eq!(after(std::slice::from_ref(&number)), ColumnType::Integer);
        let date = snapshot(2, "month", ColumnType::Date);
        assert_eq!(after(&[date, number]), ColumnType::Date);
    }

    #[test]
    fn other_columns_are_not_touched() {
        let mapping = of_layout(&look(CSV, &Overrides::default()).layout);
        let other = look("customer_id,visits\nA-1,3\nA-2,4\n", &Overrides::default());
        let mut layout = other.layout.clone();
        assert!(!apply(&mapping, &other, &mut layout));
        assert_eq!(layout, other.layout);
    }

    #[test]
    fn what_was_said_against_the_guess_is_said_again() {
        let guess = look(CSV, &Overrides::default());
        let said = Overrides { header: Some(false), ..Overrides::default() };
        let mapping = of_layout(&look(CSV, &said).layout);
        let again = overrides_of(&mapping, &guess);
        assert_eq!(again.and_then(|o| o.header), Some(false));
    }

    #[test]
    fn where_the_table_begins_is_remembered() {
        // nothing tells that the first line is no header
        let csv = format!("Weekly report,of us,all\n{CSV}");
        let guess = look(&csv, &Overrides::default());
        assert_eq!(guess.layout.above, 0);
        let said = Overrides { above: Some(1), ..Overrides::default() };
        let mapping = of_layout(&look(&csv, &said).layout);
        assert_eq!(overrides_of(&mapping, &guess).and_then(|o| o.above), Some(1));
        // a guess that finds the same columns is believed, wherever they begin
        let other = look(&format!("Report\n\n\n{CSV}"), &Overrides::default());
        assert_eq!((other.layout.above, overrides_of(&mapping, &other)), (3, None));
    }

    #[test]
    fn another_encoding_that_is_sure_is_believed() {
        let guess = look(CSV, &Overrides::default());
        let mut before = guess.layout.clone();
        before.encoding = Encoding::ShiftJis;
        let mut sure = guess.clone();
        sure.notes.clear();
        assert_eq!(overrides_of(&of_layout(&before), &sure), None);
        sure.notes.push(InspectionNote::UncertainEncoding);
        assert!(overrides_of(&of_layout(&before), &sure).is_some());
    }

    #[test]
    fn a_broken_memory_is_none() {
        let guess = look(CSV, &Overrides::default());
        let broken = Mapping { layout: serde_json::json!([1]), ..of_layout(&guess.layout) };
        assert_eq!(overrides_of(&broken, &guess), None);
        assert!(!apply(&broken, &guess, &mut guess.layout.clone()));
    }
}
