//! Everything that goes in and out of the engine, as plain data.
//!
//! `Call` goes to the worker, `Answer` or `Problem` comes back, `Progress` in between. Handlers lie
//! by domain in the modules beside `engine.rs`; this folder only says what the words are.

mod accounts;
mod apart;
mod bad_file;
mod data;
mod formulas;
mod journey;
mod journey_accounts;
mod kpi_tree;
mod problem;
mod scoring;
mod wire;

pub use accounts::{
    AccountCard, AccountQuery, AccountRow, AccountsPage, CellValue, ContributionRow, Export,
    ExportColumn, ExportEncoding, ExportSplit, Exported, ExportedPart, HistoryPoint, RawValue,
    Sort, SortKey, Unencodable,
};
pub use bad_file::{BadEntry, BadFile, BadSnapshot};
pub use data::{
    ColumnInfo, ColumnShape, DamagedSnapshot, DiagnosticRow, DiagnosticsPage, FileImport, FileLook,
    Histogram, SnapshotInfo, SnapshotMeta, TopValue, Unmade, WorkspaceBytes,
};
pub use formulas::{FormulaColumn, FormulaQuery, FormulaResult, FormulaView};
pub use journey::{
    JourneyAnswer, JourneyAsk, JourneyCheckpoint, JourneyContext, JourneyCourse, JourneyPart,
    JourneyProblem, JourneyStage, JourneyView,
};
pub use journey_accounts::JourneyPlace;
pub use kpi_tree::{
    Against, KpiAccounts, KpiAnswer, KpiAsk, KpiContext, KpiExplanation, KpiFormula, KpiGroup,
    KpiNodeView, KpiRelation, KpiSteps, KpiView, KpiWhatIf,
};
pub use problem::Problem;
pub use scoring::{
    CardLevers, CutMethod, DecileOutcome, Detail, LevelOutcome, LevelView, MeasureDetail,
    MeasureView, MovementView, OutcomeView, ScoreView, ScoringContext, TemplateKind, Warning,
};
pub use wire::{FromWorker, Phase, Progress, ToWorker};

pub use formula::Columns;
use serde::{Deserialize, Serialize};
use table::{Day, DiagnosticKind, OutcomeMeaning, Overrides, Role, SnapshotId};

/// What one may ask of the engine. Files travel beside the call, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// Load all snapshots of a workspace from the browser's database. → [`Answer::Opened`]
    Open {
        /// The workspace's id in the database.
        workspace: String,
    },
    /// Look at the head of the one file that travels beside. → [`Answer::Look`]
    Look {
        /// What the user said against the guess.
        overrides: Overrides,
    },
    /// Read the files that travel beside, one snapshot each, all or none. → [`Answer::Snapshots`]
    Import {
        /// As many as files.
        files: Vec<FileImport>,
        /// Snapshots that go when a file is there that is of their date. Only the whole file tells the
        /// latest date of a column: one that no file is of stays.
        replace: Vec<SnapshotId>,
        /// The snapshot that a single file was chosen to take the place of, whatever date it is of.
        in_place_of: Option<SnapshotId>,
    },
    /// Make the sample workspace's snapshots. → [`Answer::Snapshots`]
    Sample {
        /// How many accounts.
        accounts: u32,
        /// How many weekly snapshots.
        weeks: u32,
        /// The date of the last one.
        last_date: Day,
        /// Japanese names and headers instead of English ones.
        japanese: bool,
    },
    /// Delete a snapshot. → [`Answer::Snapshots`]
    DeleteSnapshot(SnapshotId),
    /// Change a snapshot's date. → [`Answer::Snapshots`]
    SetDate(SnapshotId, Day),
    /// Change the role of a column by name, in every snapshot that has it. → [`Answer::Snapshots`]
    SetRole {
        /// The column's name.
        column: String,
        /// Its new role.
        role: Role,
    },
    /// Say what 1 or yes means in an outcome column, in every snapshot that has it.
    /// → [`Answer::Snapshots`]
    SetOutcomeMeaning {
        /// The column's name.
        column: String,
        /// Churned or renewed.
        meaning: OutcomeMeaning,
    },
    /// Say of snapshots what was said of them at another time, all or none; those that are gone are left
    /// out. → [`Answer::Snapshots`]
    SayOf(Vec<SnapshotMeta>),
    /// All snapshots as they are now. → [`Answer::Snapshots`]
    Snapshots,
    /// Work out the derived columns that were left because the user did not want to wait.
    /// → [`Answer::Snapshots`]
    WorkOut,
    /// The columns of a snapshot. → [`Answer::Columns`]
    Columns(SnapshotId),
    /// A window of what could not be read. → [`Answer::Diagnostics`]
    Diagnostics {
        /// Of which snapshot.
        snapshot: SnapshotId,
        /// For which reason; `None` for all.
        kind: Option<DiagnosticKind>,
        /// First row of the window.
        from: u64,
        /// At most so many rows.
        count: u32,
    },
    /// All that could not be read, as a CSV file. → [`Answer::Exported`]
    DiagnosticsCsv {
        /// Of which snapshot.
        snapshot: SnapshotId,
        /// Headers of file, line, column, reason and text, in the user's language.
        headers: Vec<String>,
        /// Reasons in the user's language; one that is missing goes by its stable name.
        words: Vec<(DiagnosticKind, String)>,
    },
    /// Score all accounts. → [`Answer::Score`]
    Score {
        /// Model and snapshots.
        context: ScoringContext,
        /// How much to work out.
        detail: Detail,
    },
    /// One measure in the as-of snapshot. → [`Answer::Measure`]
    Measure {
        /// Model and snapshots.
        context: ScoringContext,
        /// Which measure.
        measure: score::ItemId,
    },
    /// What would lift each level most. → [`Answer::Levers`]
    Levers {
        /// Model and snapshots.
        context: ScoringContext,
    },
    /// Dimensions and measures of a template, matched to the columns. → [`Answer::Template`]
    Template {
        /// Which template.
        kind: TemplateKind,
        /// The snapshot whose columns are offered.
        snapshot: Option<SnapshotId>,
    },
    /// Columns for the measures that have no input yet. → [`Answer::Matches`]
    Match {
        /// The scorecards.
        model: score::Model,
        /// The snapshot whose columns are offered.
        snapshot: SnapshotId,
    },
    /// What a formula says and gives while it is written. → [`Answer::Formula`]
    Formula(#[serde(with = "apart")] Box<FormulaQuery>),
    /// Figures of a KPI tree. → [`Answer::Kpi`]
    Kpi {
        /// Tree, model and snapshots.
        #[serde(with = "apart")]
        context: Box<KpiContext>,
        /// What about it.
        #[serde(with = "apart")]
        ask: KpiAsk,
    },
    /// Who stands where on a journey, or how long it takes. → [`Answer::Journey`]
    Journey {
        /// Stages, checkpoints, model and snapshots.
        #[serde(with = "apart")]
        context: Box<JourneyContext>,
        /// What about it.
        #[serde(with = "apart")]
        ask: JourneyAsk,
    },
    /// A normaliser that fits an input's values. → [`Answer::Normaliser`]
    SuggestNormaliser {
        /// The snapshot whose values count.
        snapshot: SnapshotId,
        /// The input.
        input: score::Input,
    },
    /// Cut points by a method. → [`Answer::Cuts`]
    Cuts {
        /// Model and snapshots.
        context: ScoringContext,
        /// How many levels, 2–7.
        levels: u8,
        /// By which method.
        method: CutMethod,
    },
    /// A window of accounts. → [`Answer::Accounts`]
    Accounts {
        /// Model and snapshots.
        context: ScoringContext,
        /// Filter, search, sort and columns.
        query: AccountQuery,
        /// First row of the window.
        from: u32,
        /// At most so many rows.
        count: u32,
    },
    /// Where an account stands among those that a query selects. → [`Answer::Place`]
    Place {
        /// Model and snapshots.
        context: ScoringContext,
        /// Filter, search and sort.
        query: AccountQuery,
        /// The account's id text.
        id: String,
    },
    /// One account. → [`Answer::Account`]
    Account {
        /// Model and snapshots.
        context: ScoringContext,
        /// The account's id text.
        id: String,
    },
    /// The accounts of a query as CSV. → [`Answer::Exported`]
    Export {
        /// Model and snapshots.
        context: ScoringContext,
        /// Filter, search and sort.
        query: AccountQuery,
        /// Columns, encoding, parts.
        export: Export,
    },
    /// All snapshots as the parts of a workspace file. → [`Answer::WorkspaceFile`]
    SaveWorkspace {
        /// The document's JSON, which goes into the file.
        document: String,
    },
    /// Read the workspace file that travels beside and store its snapshots under a new workspace.
    /// → [`Answer::WorkspaceRead`]
    ReadWorkspace {
        /// The id for the new workspace.
        workspace: String,
    },
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// All snapshots, by date.
    Snapshots(Vec<SnapshotInfo>),
    /// A workspace is in memory.
    Opened {
        /// Its snapshots, by date.
        snapshots: Vec<SnapshotInfo>,
        /// Those that cannot be read, in the order in which they came in.
        damaged: Vec<DamagedSnapshot>,
    },
    /// What a file looks like.
    Look(FileLook),
    /// The columns of a snapshot.
    Columns(Vec<ColumnInfo>),
    /// A window of diagnostics.
    Diagnostics(DiagnosticsPage),
    /// Files to download.
    Exported(Exported),
    /// Scores, levels, outcome.
    Score(ScoreView),
    /// One measure.
    Measure(MeasureDetail),
    /// What would lift each level, per card that has accounts.
    Levers(Vec<CardLevers>),
    /// A template's dimensions, matched; ids count from 1 and are to be replaced.
    Template(Vec<score::Dimension>),
    /// Columns that fit measures without one; none for a measure that nothing fits.
    Matches(Vec<score::Match>),
    /// What a formula says and gives.
    Formula(#[serde(with = "apart")] Box<FormulaView>),
    /// Figures of a KPI tree.
    Kpi(#[serde(with = "apart")] KpiAnswer),
    /// Figures of a journey.
    Journey(#[serde(with = "apart")] Box<JourneyAnswer>),
    /// A normaliser.
    Normaliser(score::Normaliser),
    /// Ascending cut points.
    Cuts(Vec<f64>),
    /// A window of accounts.
    Accounts(AccountsPage),
    /// Its place, 0 is first; `None` when the query does not select it.
    Place(Option<u32>),
    /// One account, or `None` when the as-of snapshot does not have it.
    Account(Option<AccountCard>),
    /// The bytes of a workspace file.
    WorkspaceFile(WorkspaceBytes),
    /// The document of a workspace file, whose snapshots are stored now.
    WorkspaceRead {
        /// The document's JSON.
        document: String,
        /// Its snapshots.
        snapshots: Vec<SnapshotInfo>,
    },
}
