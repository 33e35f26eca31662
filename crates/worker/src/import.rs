//! Files in, in pieces.

use crate::host::Task;
use engine::Stored;
use engine::message::{Answer, FileImport, Phase, Problem, Progress};
use js_sys::{Promise, Uint8Array};
use table::{Day, Ingest, Outcome, Overrides, SnapshotId, Source};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// So much of a file tells what it looks like.
const HEAD_BYTES: f64 = 1_048_576.0;
/// Between pieces a cancel is heard. Large enough that reading costs no more than one read at once.
const PIECE_BYTES: f64 = 4_194_304.0;

/// What the head of a file looks like.
pub(crate) async fn look(
    task: &Task,
    files: &[File],
    overrides: &Overrides,
) -> Result<Answer, Problem> {
    let Some(file) = files.first() else {
        return Err(Problem::Internal("no file beside the call".to_owned()));
    };
    let size = file.size();
    let buffer = JsFuture::from(piece(file, 0.0, HEAD_BYTES)?).await;
    let head = Uint8Array::new(&buffer.map_err(|e| unreadable(file, &e))?).to_vec();
    let engine = task.host.engine.borrow();
    let whole = size <= HEAD_BYTES;
    Ok(Answer::Look(engine.look(&file.name(), size as u64, &head, whole, overrides)))
}

/// Reads files, one snapshot each, all or none.
pub(crate) async fn import(
    task: &Task,
    files: &[File],
    plans: Vec<FileImport>,
    mut replace: Vec<SnapshotId>,
    in_place_of: Option<SnapshotId>,
) -> Result<Answer, Problem> {
    if files.len() != plans.len() || files.is_empty() {
        return Err(Problem::Internal("as many plans as files, please".to_owned()));
    }
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    replace.extend(in_place_of);
    check_dates(task, plans.iter().map(|p| p.date), &replace)?;
    let total: f64 = files.iter().map(|f| f.size()).sum();
    let mut progress =
        Progress { phase: Phase::Reading, total: total as u64, ..Progress::default() };
    let mut new = Vec::with_capacity(files.len());
    for (file, plan) in files.iter().zip(plans) {
        new.push(read(task, file, plan, &mut progress).await?);
    }
    // only the whole file tells the latest date of a column
    replace.retain(|id| {
        let engine = task.host.engine.borrow();
        let date = engine.store().get(*id).map(|old| old.snapshot.date);
        in_place_of == Some(*id)
            || date.is_ok_and(|date| new.iter().any(|s: &Stored| s.snapshot.date == date))
    });
    check_dates(task, new.iter().map(|s: &Stored| s.snapshot.date), &replace)?;
    progress.phase = Phase::Storing;
    task.progress(progress);
    task.host.storage.replace(task, &task.workspace, new, &replace).await?;
    Ok(Answer::Snapshots(task.snapshots().await))
}

/// Two snapshots of one date could not be told apart on any screen.
fn check_dates(
    task: &Task,
    dates: impl Iterator<Item = Day>,
    replace: &[SnapshotId],
) -> Result<(), Problem> {
    let engine = task.host.engine.borrow();
    for id in replace {
        engine.store().get(*id)?;
    }
    let stay = engine.store().iter().filter(|s| !replace.contains(&s.id()));
    let mut taken: Vec<Day> = stay.map(|s| s.snapshot.date).collect();
    for date in dates {
        if taken.contains(&date) {
            return Err(Problem::DateTaken(date));
        }
        taken.push(date);
    }
    Ok(())
}

async fn read(
    task: &Task,
    file: &File,
    plan: FileImport,
    progress: &mut Progress,
) -> Result<Stored, Problem> {
    let before = *progress;
    let mut ingest = Ingest::new(plan.layout.clone());
    ingest.expect_bytes(file.size() as u64);
    let ingested = loop {
        ingest = push_all(task, file, ingest, before, progress).await?;
        match ingest.finish() {
            Outcome::Done(ingested) => break *ingested,
            Outcome::Again(again) => ingest = *again,
        }
    };
    let source = Source { file: file.name(), bytes: file.size() as u64 };
    let date = plan.date_of(&ingested.table);
    task.host.engine.borrow().make_snapshot(ingested, date, source)
}

/// Pushes the whole file once. The next piece is on its way while one is parsed.
async fn push_all(
    task: &Task,
    file: &File,
    mut ingest: Ingest,
    before: Progress,
    progress: &mut Progress,
) -> Result<Ingest, Problem> {
    let size = file.size();
    let mut at = 0.0;
    let mut next = piece(file, at, PIECE_BYTES)?;
    let mut bytes: Vec<u8> = Vec::new();
    while at < size {
        let buffer = JsFuture::from(next).await.map_err(|e| unreadable(file, &e))?;
        at += PIECE_BYTES;
        next = piece(file, at, PIECE_BYTES)?;
        task.go_on()?;
        let view = Uint8Array::new(&buffer);
        bytes.resize(view.length() as usize, 0);
        view.copy_to(&mut bytes);
        ingest.push(&bytes);
        let done = ingest.progress();
        progress.done = before.done + done.bytes.min(size as u64);
        progress.rows = before.rows + done.rows;
        task.progress(*progress);
    }
    Ok(ingest)
}

fn piece(file: &File, from: f64, length: f64) -> Result<Promise, Problem> {
    let blob: &Blob = file;
    let to = (from + length).min(blob.size());
    let slice = blob.slice_with_f64_and_f64(from.min(to), to).map_err(|e| unreadable(file, &e))?;
    Ok(slice.array_buffer())
}

fn unreadable(file: &File, reason: &wasm_bindgen::JsValue) -> Problem {
    let reason = js_sys::Object::from(reason.clone()).to_string();
    Problem::Unreadable { file: file.name(), reason: reason.into() }
}
