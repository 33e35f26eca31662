//! The façade.

use crate::accounts::Orders;
use crate::journey::Conditions;
use crate::kpi_tree::Figures;
use crate::message::{Answer, Call, FileLook, Problem, SnapshotInfo};
use crate::scoring::Scoring;
use crate::store::{Store, Stored};
use formula::Columns;
use std::rc::Rc;
use table::{Ingested, Overrides, SnapshotId};

/// The snapshots of one workspace and everything worked out from them.
#[derive(Default)]
pub struct Engine {
    pub(crate) store: Store,
    pub(crate) scoring: Scoring,
    pub(crate) orders: Orders,
    pub(crate) figures: Figures,
    pub(crate) conditions: Conditions,
    /// The revenue of the middle account of a snapshot.
    pub(crate) middles: Vec<(SnapshotId, f64)>,
}

impl Engine {
    /// Answers a call that needs neither files nor storage.
    ///
    /// # Errors
    /// Any [`Problem`]; nothing was changed then. A call that needs files or storage is
    /// [`Problem::Internal`]: its owner carries it out with the methods below.
    pub fn answer(&mut self, call: Call) -> Result<Answer, Problem> {
        self.look_at(&call);
        self.make_columns();
        match call {
            Call::Snapshots | Call::WorkOut => Ok(Answer::Snapshots(self.infos())),
            Call::Columns(id) => self.columns(id).map(Answer::Columns),
            Call::Diagnostics { snapshot, kind, from, count } => {
                self.diagnostics(snapshot, kind, from, count).map(Answer::Diagnostics)
            }
            Call::DiagnosticsCsv { snapshot, headers, words } => {
                self.diagnostics_csv(snapshot, &headers, &words).map(Answer::Exported)
            }
            Call::Score { context, detail } => self.score(&context, detail).map(Answer::Score),
            Call::Measure { context, measure } => {
                self.measure(&context, measure).map(Answer::Measure)
            }
            Call::Levers { context } => self.levers(&context).map(Answer::Levers),
            Call::Template { kind, snapshot } => {
                self.template(kind, snapshot).map(Answer::Template)
            }
            Call::Formula(query) => {
                self.formula_view(&query).map(|view| Answer::Formula(Box::new(view)))
            }
            Call::Kpi { context, ask } => self.kpi(&context, ask).map(Answer::Kpi),
            Call::Journey { context, ask } => {
                self.journey(&context, ask).map(|answer| Answer::Journey(Box::new(answer)))
            }
            Call::Match { model, snapshot } => self.matches(&model, snapshot).map(Answer::Matches),
            Call::SuggestNormaliser { snapshot, input } => {
                self.suggest_normaliser(snapshot, &input).map(Answer::Normaliser)
            }
            Call::Cuts { context, levels, method } => {
                self.cuts(&context, levels, method).map(Answer::Cuts)
            }
            Call::Accounts { context, query, from, count } => {
                self.accounts(&context, &query, from, count).map(Answer::Accounts)
            }
            Call::Place { context, query, id } => {
                self.place(&context, &query, &id).map(Answer::Place)
            }
            Call::Account { context, id } => self.account(&context, &id).map(Answer::Account),
            Call::Export { context, query, export } => {
                let mut exporting = self.begin_export(&context, &query, export)?;
                self.export_rows(&mut exporting, usize::MAX)?;
                Ok(Answer::Exported(exporting.finish()))
            }
            Call::Open { .. }
            | Call::Look { .. }
            | Call::Import { .. }
            | Call::Sample { .. }
            | Call::DeleteSnapshot(_)
            | Call::SetDate(..)
            | Call::SetRole { .. }
            | Call::SetOutcomeMeaning { .. }
            | Call::SayOf(_)
            | Call::SaveWorkspace { .. }
            | Call::ReadWorkspace { .. } => {
                Err(Problem::Internal("this call needs files or storage".to_owned()))
            }
        }
    }

    /// What the head of a file looks like.
    #[must_use]
    pub fn look(
        &self,
        file: &str,
        bytes: u64,
        head: &[u8],
        whole: bool,
        overrides: &Overrides,
    ) -> FileLook {
        let inspection = table::inspect(head, whole, file, overrides);
        FileLook { file: file.to_owned(), bytes, inspection }
    }

    /// All snapshots, by date, with the columns that are made by now.
    #[must_use]
    pub fn infos(&self) -> Vec<SnapshotInfo> {
        self.store.iter().map(Stored::info).collect()
    }

    /// The snapshots themselves, by date.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// A file that was read becomes a snapshot that is not yet part of the workspace.
    ///
    /// # Errors
    /// No account id, no row, or an account id that stands in more than one row.
    pub fn make_snapshot(
        &self,
        ingested: Ingested,
        date: table::Day,
        source: table::Source,
    ) -> Result<Stored, Problem> {
        Stored::from_file(ingested, date, source)
    }

    /// Takes snapshots in (they have their ids by now), those in `gone` out.
    pub fn replace(&mut self, new: Vec<Stored>, gone: &[SnapshotId]) {
        self.store.replace(new, gone);
        self.forget();
    }

    /// Puts other snapshots in the place of all.
    pub fn load(&mut self, all: Vec<Stored>) {
        let gone: Vec<SnapshotId> = self.store.iter().map(Stored::id).collect();
        self.replace(all, &gone);
    }

    /// Changes what is known about snapshots besides their rows: the roles of the columns of the file, the
    /// date, what the outcome means. `change` is given each of those that are named.
    pub fn change(&mut self, ids: &[SnapshotId], change: impl FnMut(&mut Stored)) {
        self.store.change(ids, change);
        self.forget();
    }

    /// From now on the columns are these: called so, and with those that are worked out. That is done by
    /// the next answer; or before it, a little at a time, by [`Self::make_column`].
    pub fn see(&mut self, columns: &Rc<Columns>) {
        if self.store.see(columns) {
            self.forget();
        }
    }

    /// Works out one derived column of one snapshot, when columns or snapshots have changed; whether there is
    /// more to do.
    pub fn make_column(&mut self) -> bool {
        self.store.make_column()
    }

    /// How many derived columns, each counted once a snapshot, are worked out since columns or snapshots
    /// changed, and how many there are to work out.
    #[must_use]
    pub fn columns_made(&self) -> (u64, u64) {
        self.store.columns_made()
    }

    /// Leaves what [`Self::make_column`] has not worked out by now, until columns or snapshots change or
    /// [`Call::WorkOut`] asks for it.
    pub fn leave_columns(&mut self) {
        self.store.leave_columns();
        self.forget();
    }

    /// Prepares for a call: the snapshots that it is about have their derived columns, those looked at longest
    /// ago give them up where there is no room for all.
    pub fn look_at(&mut self, call: &Call) {
        let again = matches!(call, Call::WorkOut) && self.store.work_out_left();
        if self.store.look_at(&about(call)) || again {
            self.forget();
        }
    }

    /// Works out all that [`Self::make_column`] has not.
    pub(crate) fn make_columns(&mut self) {
        while self.make_column() {}
    }

    fn forget(&mut self) {
        self.scoring = Scoring::default();
        self.orders = Orders::default();
        self.figures = Figures::default();
        self.conditions = Conditions::default();
        self.middles = Vec::new();
    }
}

/// The snapshots whose accounts a call is about, the most important first.
fn about(call: &Call) -> Vec<SnapshotId> {
    let two = |as_of: SnapshotId, compared: Option<SnapshotId>| {
        [as_of].into_iter().chain(compared).collect()
    };
    match call {
        Call::Columns(id)
        | Call::SuggestNormaliser { snapshot: id, .. }
        | Call::Match { snapshot: id, .. } => vec![*id],
        Call::Score { context, .. }
        | Call::Measure { context, .. }
        | Call::Levers { context }
        | Call::Accounts { context, .. }
        | Call::Place { context, .. }
        | Call::Account { context, .. }
        | Call::Export { context, .. }
        | Call::Cuts { context, .. } => two(context.as_of, context.compared),
        Call::Journey { context, .. } => two(context.scoring.as_of, context.scoring.compared),
        Call::Formula(query) => two(query.context.as_of, query.context.compared),
        Call::Kpi { context, .. } => context.as_of.into_iter().chain(context.compared).collect(),
        _ => Vec::new(),
    }
}
