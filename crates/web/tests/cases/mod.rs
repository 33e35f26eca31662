//! What must hold in the page and in a worker alike.

mod compress;
mod crash;
mod decode;
mod document;
mod lock;
mod parts;
mod platform;
mod saver;
mod snapshot;
mod tabs;
mod upgrade;
mod version;

use web::{
    clock,
    db::{Db, VERSION, Workspace},
};

/// A database of its own for each test.
async fn fresh() -> Db {
    Db::open_as(&format!("test-{}", clock::random_id()), VERSION).await.unwrap()
}

/// A fresh database with a workspace `w`.
async fn with_workspace() -> Db {
    let db = fresh().await;
    db.create_workspace(&row("w", 1.0), "{}").await.unwrap();
    db
}

fn row(id: &str, updated: f64) -> Workspace {
    Workspace { id: id.into(), name: format!("name of {id}"), created: 1.0, updated, accounts: 0 }
}

/// Edits with positions `from..=to`.
fn lines(from: u64, to: u64) -> Vec<(u64, String)> {
    (from..=to).map(|seq| (seq, format!("edit {seq}"))).collect()
}
