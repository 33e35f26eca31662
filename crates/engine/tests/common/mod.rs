//! What the tests over files share.
#![allow(clippy::unwrap_used, reason = "a failed test")]

use engine::Engine;
use table::{Day, Overrides, Role, SnapshotId, Source};

/// An engine that holds a snapshot of each file, a week apart, with ids from 1; the columns at these
/// places have these roles.
pub(crate) fn engine_of(files: &[&str], roles: &[(usize, Role)]) -> Engine {
    let weekly = (1..).zip(files).map(|(week, csv)| (Day(20_000 + 7 * week), *csv));
    engine_on(&weekly.collect::<Vec<_>>(), roles)
}

/// The same with a date for each file.
pub(crate) fn engine_on(files: &[(Day, &str)], roles: &[(usize, Role)]) -> Engine {
    let mut engine = Engine::default();
    let stored = (1..).zip(files).map(|(id, (date, csv))| {
        let look = table::inspect(csv.as_bytes(), true, "a.csv", &Overrides::default());
        let mut layout = look.layout;
        for (column, role) in roles {
            layout.columns[*column].role = *role;
        }
        let read = table::read(layout, csv.as_bytes());
        let mut stored = engine.make_snapshot(read, *date, Source::default()).unwrap();
        stored.snapshot.id = SnapshotId(id);
        stored
    });
    let stored = stored.collect();
    engine.load(stored);
    engine
}
