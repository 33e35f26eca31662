//! Accounts over snapshots, though they be absent for a while.

use crate::Join;
use hashbrown::HashMap;

/// Gives each account a number, from 0, and the same one whenever it is seen again.
///
/// From one snapshot to the next a join tells who is who. Only of accounts that are not in the next one is the
/// id kept, so that few are compared.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// The numbers of the rows of the snapshot before.
    accounts: Vec<u32>,
    /// Those that are not in it, by their ids.
    gone: HashMap<String, u32>,
    next: u32,
}

impl Register {
    /// The next snapshot, of so many rows: the number of each row's account. `back` leads from its rows to
    /// those of the one before; without it nobody was there before. `id` is the id in a row of it, `id_before`
    /// in a row of the one before.
    pub fn step(
        &mut self,
        rows: usize,
        back: Option<&Join>,
        id: impl Fn(usize) -> String,
        id_before: impl Fn(usize) -> String,
    ) -> &[u32] {
        let back = |row| back.and_then(|join| join.row(row)).filter(|t| *t < self.accounts.len());
        let mut is_there = vec![false; self.accounts.len()];
        for row in 0..rows {
            if let Some(then) = back(row) {
                is_there[then] = true;
            }
        }
        let mut accounts = Vec::with_capacity(rows);
        for row in 0..rows {
            let known = match back(row) {
                Some(then) => Some(self.accounts[then]),
                None if self.gone.is_empty() => None,
                None => self.gone.remove(&id(row)),
            };
            accounts.push(known.unwrap_or_else(|| {
                self.next += 1;
                self.next - 1
            }));
        }
        let gone = (0..is_there.len()).filter(|then| !is_there[*then]);
        self.gone.extend(gone.map(|then| (id_before(then), self.accounts[then])));
        self.accounts = accounts;
        &self.accounts
    }
}
