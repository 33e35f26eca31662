//! Columns that are renamed, added or worked out otherwise: what the document is to do, and what stands in
//! the way.

use engine::message::SnapshotInfo;
use formula::DerivedColumn;
use plan::{BadColumnName, Body, ColumnOfFile, Document, Edit, ElementId, Origin};
use table::Role;

/// A column that is being edited.
#[derive(Clone, Debug, PartialEq)]
pub enum Edited {
    /// A derived one that is not there yet.
    New,
    /// One of the files, by what people call it.
    OfFile(String),
    /// One that is worked out.
    Derived(ElementId),
}

/// The columns of each snapshot, as the document wants them.
pub fn columns_of(snapshots: &[SnapshotInfo]) -> Vec<Vec<ColumnOfFile<'_>>> {
    let mut all = Vec::with_capacity(snapshots.len());
    for info in snapshots {
        let in_file = info.in_file.iter().map(|name| Some(name.as_str()));
        let columns = info.columns.iter().zip(in_file.chain(std::iter::repeat(None)));
        all.push(columns.map(|(c, in_file)| ColumnOfFile { shown: &c.0, in_file }).collect());
    }
    all
}

/// The derived column as the document has it; for a new one, as it begins.
pub fn derived(document: &Document, edited: &Edited) -> DerivedColumn {
    let element = match edited {
        Edited::Derived(id) => document.element(*id),
        Edited::New | Edited::OfFile(_) => None,
    };
    let (name, body) = element.map(|e| (e.name.clone(), e.body.clone())).unzip();
    let (formula, role) = match body {
        Some(Body::DerivedColumn { formula, role }) => (formula, role),
        _ => (String::new(), Role::MeasureInput),
    };
    DerivedColumn { name: name.unwrap_or_default(), formula, role }
}

/// The names along the way on which a derived column would be made of itself, the first one again at the
/// end; `None` when it would not.
pub fn cycle(document: &Document, edited: &Edited, wanted: &DerivedColumn) -> Option<Vec<String>> {
    let mut columns = document.columns();
    let elements = document.derived_columns();
    let place = match edited {
        Edited::Derived(id) => elements.iter().position(|e| e.id == *id)?,
        Edited::New | Edited::OfFile(_) => elements.len(),
    };
    match columns.derived.get_mut(place) {
        Some(column) => column.formula.clone_from(&wanted.formula),
        None => columns.derived.push(wanted.clone()),
    }
    let way = columns.cycle(place)?;
    // of one that was there before, and is not its fault, others tell
    let own = columns.derived.get(place).is_some_and(|c| way.contains(&c.name.as_str()));
    let mut way: Vec<String> = way.into_iter().map(str::to_owned).collect();
    way.extend(way.first().cloned());
    own.then_some(way)
}

/// The edit that makes a column what is wanted, all in one; of a column of the files only the name is.
///
/// # Errors
/// See [`BadColumnName`].
pub fn edit(
    document: &Document,
    edited: &Edited,
    wanted: &DerivedColumn,
    snapshots: &[SnapshotInfo],
) -> Result<Edit, BadColumnName> {
    let snapshots = columns_of(snapshots);
    let name = wanted.name.trim();
    let rename = |from: &str, origin: Origin| {
        let same = from == name;
        if same {
            Ok(Edit::Batch(Vec::new()))
        } else {
            document.rename_column(from, origin, name, &snapshots)
        }
    };
    match edited {
        Edited::New => {
            document.check_column_name("", name, &snapshots)?;
            let insert = document.insert_derived_column(name, &wanted.formula, wanted.role);
            let mut edits = give_up(document, wanted.role, None);
            edits.push(insert);
            Ok(Edit::batch(edits))
        }
        Edited::OfFile(from) => rename(from, Origin::File),
        Edited::Derived(id) => {
            let before = derived(document, edited);
            let mut edits = vec![rename(&before.name, Origin::Formula)?];
            if (&before.formula, before.role) != (&wanted.formula, wanted.role) {
                let (formula, role) = (wanted.formula.clone(), wanted.role);
                edits.extend(give_up(document, role, Some(*id)));
                edits.push(Edit::SetBody { id: *id, body: Body::DerivedColumn { formula, role } });
            }
            Ok(Edit::batch(edits))
        }
    }
}

/// The edits by which derived columns, but one, give up a role that only one column may have.
pub fn give_up(document: &Document, role: Role, but: Option<ElementId>) -> Vec<Edit> {
    let others = document.derived_columns().into_iter().filter(|e| Some(e.id) != but);
    let edits = others.filter_map(|e| match &e.body {
        Body::DerivedColumn { formula, role: had } if *had == role && !role.is_shared() => {
            let body = Body::DerivedColumn { formula: formula.clone(), role: Role::Other };
            Some(Edit::SetBody { id: e.id, body })
        }
        _ => None,
    });
    edits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{ColumnType, Day, SnapshotId, Source};

    fn snapshots() -> Vec<SnapshotInfo> {
        let column = |name: &str| (name.to_owned(), ColumnType::Integer, Role::MeasureInput);
        vec![SnapshotInfo {
            id: SnapshotId(1),
            date: Day(20_000),
            source: Source::default(),
            rows: 1,
            rejected: 0,
            above: 0,
            diagnostics: 0,
            columns: ["seats", "logins", "a"].map(column).into(),
            in_file: vec!["Seats #".to_owned(), "logins".to_owned()],
            outcome_is_churn: false,
        }]
    }

    fn wanted(name: &str, formula: &str) -> DerivedColumn {
        let (name, formula) = (name.to_owned(), formula.to_owned());
        DerivedColumn { name, formula, role: Role::Segment }
    }

    fn with_a() -> (Document, Edited) {
        let mut document = Document::default();
        let edit = edit(&document, &Edited::New, &wanted("a ", "seats * 2"), &[]).unwrap();
        document.apply(edit).unwrap();
        let id = document.derived_columns()[0].id;
        (document, Edited::Derived(id))
    }

    #[test]
    fn a_column_is_added_and_worked_out_otherwise() {
        let (mut document, a) = with_a();
        assert_eq!(derived(&document, &a), wanted("a", "seats * 2"));
        let other = wanted("b", "seats * 3");
        let edit = edit(&document, &a, &other, &snapshots()).unwrap();
        let inverse = document.apply(edit).unwrap();
        assert_eq!(derived(&document, &a), other);
        document.apply(inverse).unwrap();
        assert_eq!(derived(&document, &a), wanted("a", "seats * 2"));
    }

    #[test]
    fn a_role_for_one_column_is_taken_from_the_other() {
        let (mut document, a) = with_a();
        let revenue = |name: &str| DerivedColumn { role: Role::Revenue, ..wanted(name, "seats") };
        let first = edit(&document, &a, &revenue("a"), &[]).unwrap();
        document.apply(first).unwrap();
        let second = edit(&document, &Edited::New, &revenue("b"), &[]).unwrap();
        document.apply(second).unwrap();
        let roles = |d: &Document| d.columns().derived.iter().map(|c| c.role).collect::<Vec<_>>();
        assert_eq!(roles(&document), [Role::Other, Role::Revenue]);
        assert_eq!(give_up(&document, Role::Segment, None), []);
        for edit in give_up(&document, Role::Revenue, None) {
            document.apply(edit).unwrap();
        }
        assert_eq!(roles(&document), [Role::Other, Role::Other]);
    }

    #[test]
    fn names_are_those_that_people_see() {
        let (mut document, _) = with_a();
        let of_file = Edited::OfFile("seats".to_owned());
        let taken = edit(&document, &of_file, &wanted("LOGINS", ""), &snapshots());
        assert_eq!(taken, Err(BadColumnName::Taken));
        let renamed = edit(&document, &of_file, &wanted("席数", ""), &snapshots()).unwrap();
        document.apply(renamed).unwrap();
        assert_eq!(document.columns().derived[0].formula, "席数 * 2");
        let called: Vec<_> = document.columns().called.into_iter().collect();
        assert_eq!(called, [("Seats #".to_owned(), "席数".to_owned())]);
    }

    #[test]
    fn a_way_back_to_itself_is_told() {
        let (mut document, a) = with_a();
        let b = edit(&document, &Edited::New, &wanted("b", "a + 1"), &snapshots()).unwrap();
        document.apply(b).unwrap();
        let way = cycle(&document, &a, &wanted("a", "b / seats")).unwrap();
        assert_eq!(way, ["a", "b", "a"]);
        assert_eq!(cycle(&document, &a, &wanted("a", "logins")), None);
        assert_eq!(cycle(&document, &Edited::New, &wanted("c", "b")), None);
        assert_eq!(cycle(&document, &Edited::New, &wanted("c", "c")).unwrap(), ["c", "c"]);
    }
}
