//! What the user must mend, or should look at, before incoming files are read.

use super::Draft;
use table::{Day, DiagnosticKind, InspectionNote, Role, SnapshotId};

/// One finding about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// A workbook or an archive by its name: no text to read.
    NotText,
    /// There is nothing in the file.
    Empty,
    /// There is a header and nothing below it.
    NoRows,
    /// So many records below the header, and none can be read; the line of the first, and why.
    NoRowFits(u64, u64, DiagnosticKind),
    /// No column has the role of the account id.
    NoAccountId,
    /// The date is not a whole one.
    NoDate,
    /// Another of the files, at this place, has the same date.
    SameDate(usize),
    /// There is a snapshot of that date already.
    DateTaken {
        /// Which.
        snapshot: SnapshotId,
        /// Whether the user said that it should go for the file; `None` where that is not offered,
        /// since the file takes the place of another one already.
        agreed: Option<bool>,
    },
    /// There is only one column: the delimiter may be another.
    OneColumn,
    /// So many lines above the table are not read as rows.
    LinesAbove(u64),
    /// More than one encoding fits.
    UncertainEncoding,
    /// The column at this place has dates that may be day first or month first.
    AmbiguousDates(usize),
    /// The column at this place has numbers whose comma or point may be decimal or between thousands.
    AmbiguousNumbers(usize),
    /// The numbers in the column at this place have a decimal comma between the commas of the fields.
    DecimalCommas(usize),
}

impl Check {
    /// Whether the files cannot be read like this.
    pub fn blocks(&self) -> bool {
        match self {
            Self::DateTaken { agreed, .. } => *agreed != Some(true),
            Self::OneColumn
            | Self::LinesAbove(_)
            | Self::UncertainEncoding
            | Self::AmbiguousDates(_)
            | Self::AmbiguousNumbers(_)
            | Self::DecimalCommas(_) => false,
            _ => true,
        }
    }
}

/// What is known besides the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// The workspace's snapshots.
    pub snapshots: Vec<(SnapshotId, Day)>,
    /// The snapshot that the single file was chosen to take the place of.
    pub replacing: Option<SnapshotId>,
    /// The places of the files of which the user said that they take the place of a snapshot, and
    /// of which: another look may find another date, of which the user said nothing.
    pub agreed: Vec<(usize, SnapshotId)>,
}

/// The findings of each file, in order; `None` stands for a file that could not be looked at (yet).
pub fn checks(drafts: &[Option<&Draft>], known: &Known) -> Vec<Vec<Check>> {
    (0..drafts.len())
        .map(|i| drafts[i].map_or_else(Vec::new, |d| of_one(i, d, drafts, known)))
        .collect()
}

fn of_one(at: usize, draft: &Draft, drafts: &[Option<&Draft>], known: &Known) -> Vec<Check> {
    let notes = &draft.look.inspection.notes;
    if is_binary(&draft.look.file) {
        return vec![Check::NotText];
    }
    if notes.contains(&InspectionNote::Empty) {
        return vec![Check::Empty];
    }
    if notes.contains(&InspectionNote::NoRows) {
        return vec![Check::NoRows];
    }
    for note in notes {
        if let InspectionNote::NoRowFits { records, line, kind } = note {
            return vec![Check::NoRowFits(*records, *line, *kind)];
        }
    }
    let mut found = Vec::new();
    if !draft.has_role(Role::AccountId) {
        found.push(Check::NoAccountId);
    }
    match draft.date {
        None => found.push(Check::NoDate),
        Some(date) => found.extend(about_date(at, date, drafts, known)),
    }
    let place = |name: &String| draft.layout.columns.iter().position(|c| c.name == *name);
    for note in notes {
        match note {
            InspectionNote::OneColumn => found.push(Check::OneColumn),
            InspectionNote::LinesAbove(lines) => found.push(Check::LinesAbove(*lines)),
            InspectionNote::UncertainEncoding => found.push(Check::UncertainEncoding),
            InspectionNote::AmbiguousDates(name) => {
                found.extend(place(name).map(Check::AmbiguousDates));
            }
            InspectionNote::AmbiguousNumbers(name) => {
                found.extend(place(name).map(Check::AmbiguousNumbers));
            }
            InspectionNote::DecimalCommas(name) => {
                // a type that the user chose needs no second look
                let open = |at: &usize| draft.layout.columns[*at].column_type.is_none();
                found.extend(place(name).filter(open).map(Check::DecimalCommas));
            }
            _ => {}
        }
    }
    found
}

/// Whether a file of that name holds anything but text. Its bytes would be read as odd characters.
fn is_binary(name: &str) -> bool {
    const ENDINGS: [&str; 9] =
        [".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ".zip", ".gz", ".pdf", ".parquet"];
    let name = name.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

fn about_date(at: usize, date: Day, drafts: &[Option<&Draft>], known: &Known) -> Option<Check> {
    let same = |d: &Option<&Draft>| d.is_some_and(|d| d.date == Some(date));
    if let Some(other) = (0..drafts.len()).find(|&i| i != at && same(&drafts[i])) {
        return Some(Check::SameDate(other));
    }
    let taken = known.snapshots.iter().find(|(_, day)| *day == date)?.0;
    if known.replacing == Some(taken) {
        return None;
    }
    let agreed = known.replacing.is_none().then(|| known.agreed.contains(&(at, taken)));
    Some(Check::DateTaken { snapshot: taken, agreed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::message::FileLook;
    use table::{Overrides, inspect};

    const CSV: &str = "customer_id,logins\nA-1,3\nA-2,5\nA-3,8\n";

    fn draft(csv: &str, day: i32) -> Draft {
        let inspection = inspect(csv.as_bytes(), true, "usage.csv", &Overrides::default());
        let look = FileLook { file: "usage.csv".to_owned(), bytes: csv.len() as u64, inspection };
        Draft::new(look, 0, None, None, Day(day))
    }

    fn found(drafts: &[Draft], known: &Known) -> Vec<Vec<Check>> {
        checks(&drafts.iter().map(Some).collect::<Vec<_>>(), known)
    }

    fn blocking(drafts: &[Draft], known: &Known) -> Vec<Check> {
        found(drafts, known).into_iter().flatten().filter(Check::blocks).collect()
    }

    #[test]
    fn decimal_commas_are_told_until_a_type_is_chosen() {
        let mut d = draft("customer_id,share\nA-1,\"0,5\"\nA-2,\"2,3\"\n", 1);
        let told = |d: &Draft| checks(&[Some(d)], &Known::default()).concat();
        assert_eq!(told(&d), [Check::DecimalCommas(1)]);
        d.layout.columns[1].column_type = Some(table::ColumnType::Text);
        assert_eq!(told(&d), []);
    }

    #[test]
    fn a_good_file_is_not_held_up() {
        assert_eq!(blocking(&[draft(CSV, 1)], &Known::default()), []);
    }

    #[test]
    fn an_account_id_is_needed() {
        let mut d = draft(CSV, 1);
        d.layout.columns[0].role = Role::Other;
        assert_eq!(blocking(&[d], &Known::default()), [Check::NoAccountId]);
    }

    #[test]
    fn two_files_of_one_date_are_said_of_both() {
        let both = [draft(CSV, 1), draft(CSV, 1)];
        assert_eq!(blocking(&both, &Known::default()), [Check::SameDate(1), Check::SameDate(0)]);
    }

    #[test]
    fn a_taken_date_needs_a_yes() {
        let taken = SnapshotId(7);
        let mut known = Known { snapshots: vec![(taken, Day(1))], ..Known::default() };
        let one = [draft(CSV, 1)];
        let ask = Check::DateTaken { snapshot: taken, agreed: Some(false) };
        assert_eq!(blocking(&one, &known), std::slice::from_ref(&ask));
        known.agreed = vec![(0, taken)];
        assert_eq!(blocking(&one, &known), []);
        // of several files each is asked about
        let two = [draft(CSV, 2), draft(CSV, 1)];
        assert_eq!(blocking(&two, &known), [ask]);
        known.agreed = vec![(1, taken)];
        assert_eq!(blocking(&two, &known), []);
        // what was said of one snapshot says nothing of another
        known.agreed = vec![(1, SnapshotId(9))];
        assert_eq!(blocking(&two, &known).len(), 1);
    }

    #[test]
    fn the_date_of_the_snapshot_to_replace_is_free() {
        let snapshots = vec![(SnapshotId(7), Day(1)), (SnapshotId(8), Day(2))];
        let known = Known { snapshots, replacing: Some(SnapshotId(7)), agreed: Vec::new() };
        assert_eq!(blocking(&[draft(CSV, 1)], &known), []);
        // one file never takes the place of two
        let other = Check::DateTaken { snapshot: SnapshotId(8), agreed: None };
        assert_eq!(blocking(&[draft(CSV, 2)], &known), [other]);
    }

    #[test]
    fn a_workbook_is_not_text() {
        let mut workbook = draft(CSV, 1);
        std::rc::Rc::make_mut(&mut workbook.look).file = "Usage.XLSX".to_owned();
        assert_eq!(blocking(&[workbook], &Known::default()), [Check::NotText]);
    }

    #[test]
    fn an_empty_file_and_a_bare_header_are_said_alone() {
        assert_eq!(blocking(&[draft("", 1)], &Known::default()), [Check::Empty]);
        let bare = draft("customer_id,logins\n", 1);
        assert!(!blocking(&[bare], &Known::default()).is_empty());
    }
}
