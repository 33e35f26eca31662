//! What page and worker post to each other: calls and their ends, with how far they are in between.

use super::{Answer, Call, Problem};
use formula::Columns;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// How far long work is. Bytes and rows count up over all files of the call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Bytes (or steps, where nothing is read) done.
    pub done: u64,
    /// Of so many; 0 when not known.
    pub total: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// What is being done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Reading a file.
    #[default]
    Reading,
    /// Making the sample.
    Making,
    /// Writing to the browser's database.
    Storing,
    /// Loading from the browser's database.
    Loading,
    /// Working out figures that take long.
    Counting,
    /// Working out derived columns.
    Columns,
}

/// What the page posts to the worker. Files lie beside it, in the property `files` of the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "one at a time, never in a list; small on wasm32")]
#[serde(rename_all = "snake_case")]
pub enum ToWorker {
    /// Carry out a call.
    Call {
        /// Comes back with everything about it; unique within the page.
        id: u32,
        /// The workspace that the page has open. What changes or writes out snapshots is refused when the
        /// worker has another one in memory; empty where no workspace was ever opened.
        #[serde(default)]
        workspace: String,
        /// What the page's document makes of the columns: the call is answered under these.
        #[serde(default)]
        columns: Rc<Columns>,
        /// The call.
        call: Call,
    },
    /// Stop the call with this id, if it is still under way.
    Cancel(u32),
    /// Are you there?
    Ping(u32),
}

/// What the worker posts to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "one at a time, never in a list; small on wasm32")]
#[serde(rename_all = "snake_case")]
pub enum FromWorker {
    /// The end of a call.
    Done {
        /// The call's id.
        id: u32,
        /// Its outcome.
        result: Result<Answer, Problem>,
    },
    /// A call goes on.
    Progress {
        /// The call's id.
        id: u32,
        /// How far it is.
        progress: Progress,
    },
    /// Here I am.
    Pong(u32),
}
