//! Opening, upgrading, and letting go when a newer version of the product asks.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use futures::{
    channel::oneshot,
    future::{Either, select},
};
use gloo::timers::future::sleep;
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams};
use wasm_bindgen::prelude::*;
use web_sys::IdbDatabase;

use super::{LostCallback, STORES, StorageError};

/// How long an upgrade waits for other tabs to let go.
const PATIENCE: Duration = Duration::from_secs(3);

/// An open connection and the handlers that watch over it.
pub(super) struct Connection {
    raw: IdbDatabase,
    watch: Rc<Watch>,
    _on_version_change: Closure<dyn FnMut()>,
    _on_close: Closure<dyn FnMut()>,
}

#[derive(Default)]
struct Watch {
    lost: RefCell<Option<StorageError>>,
    callback: LostCallback,
}

impl Connection {
    fn new(raw: IdbDatabase) -> Self {
        let watch = Rc::new(Watch::default());
        let on_version_change = Closure::<dyn FnMut()>::new({
            let (raw, watch) = (raw.clone(), watch.clone());
            move || {
                // Let the newer version have it: running transactions still complete.
                raw.close();
                watch.lose(StorageError::TooNew);
            }
        });
        let on_close = Closure::<dyn FnMut()>::new({
            let watch = watch.clone();
            move || watch.lose(StorageError::Closed)
        });
        raw.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        raw.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        Self { raw, watch, _on_version_change: on_version_change, _on_close: on_close }
    }

    pub(super) fn raw(&self) -> Result<&IdbDatabase, StorageError> {
        match self.lost() {
            Some(reason) => Err(reason),
            None => Ok(&self.raw),
        }
    }

    pub(super) fn lost(&self) -> Option<StorageError> {
        self.watch.lost.borrow().clone()
    }

    pub(super) fn on_lost(&self, callback: Box<dyn FnOnce(StorageError)>) {
        self.watch.callback.replace(Some(callback));
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.raw.set_onversionchange(None);
        self.raw.set_onclose(None);
        self.raw.close();
    }
}

impl Watch {
    fn lose(&self, reason: StorageError) {
        self.lost.replace(Some(reason.clone()));
        let callback = self.callback.take();
        if let Some(callback) = callback {
            callback(reason);
        }
    }
}

pub(super) async fn open(name: &str, version: u32) -> Result<Connection, StorageError> {
    let mut request = Factory::new()?.open(name, Some(version))?;
    let failed_upgrade = Rc::new(Cell::new(None));
    request.on_upgrade_needed({
        let failed_upgrade = failed_upgrade.clone();
        move |event| failed_upgrade.set(event.database().and_then(|db| upgrade(&db)).err())
    });
    let (blocked, is_blocked) = oneshot::channel();
    request.on_blocked(move |_| {
        // Nobody listens any more when the open has been answered.
        let _ = blocked.send(());
    });

    let given_up = Box::pin(async move {
        match is_blocked.await {
            Ok(()) => sleep(PATIENCE).await,
            Err(_) => std::future::pending().await,
        }
    });
    let database = match select(request.into_future(), given_up).await {
        Either::Left((database, _)) => database?,
        Either::Right(((), request)) => {
            // The request cannot be withdrawn: should it succeed later, let go at once.
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(database) = request.await {
                    database.close();
                }
            });
            return Err(StorageError::Blocked);
        }
    };
    if let Some(error) = failed_upgrade.take() {
        database.close();
        return Err(error.into());
    }
    Ok(Connection::new(database.into()))
}

/// From any older version to this one: stores were added, none has changed.
fn upgrade(database: &Database) -> Result<(), idb::Error> {
    let there = database.store_names();
    for store in STORES.into_iter().filter(|store| !there.iter().any(|name| name == store)) {
        database.create_object_store(store, ObjectStoreParams::new())?;
    }
    Ok(())
}
