//! One transaction: acknowledged only when the browser says that it is complete, undone when dropped.

use futures::channel::oneshot;
use idb::{ObjectStore, Transaction};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbTransaction};

use super::StorageError;

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the third argument of `transaction`, which web-sys does not have yet.
    #[wasm_bindgen(extends = IdbDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &DurableDatabase,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// An open transaction. Dropped before [`commit`](Self::commit) it is aborted, so that an early `?`
/// can never leave half of a change behind (IndexedDB by itself would commit it).
pub(super) struct Tx {
    raw: IdbTransaction,
    done: oneshot::Receiver<Result<(), StorageError>>,
    finished: bool,
    _on_complete: Closure<dyn FnMut()>,
    _on_abort: Closure<dyn FnMut()>,
}

impl Tx {
    /// Opens a transaction that only reads.
    pub(super) fn read(db: &IdbDatabase, stores: &[&str]) -> Result<Self, StorageError> {
        Self::open(db, stores, "readonly", "default")
    }

    /// Opens a transaction that writes, with *strict* durability: `complete` comes after the data has
    /// been handed to the disk, so what was acknowledged outlives a crash of the browser and of the
    /// operating system. It costs some milliseconds a transaction, which is why edits are batched.
    pub(super) fn write(db: &IdbDatabase, stores: &[&str]) -> Result<Self, StorageError> {
        Self::open(db, stores, "readwrite", "strict")
    }

    /// Opens a transaction that writes with *relaxed* durability: a crash of the operating system may
    /// undo it. For what is only convenient to know, so that it does not hold up what must be safe.
    pub(super) fn write_relaxed(db: &IdbDatabase, stores: &[&str]) -> Result<Self, StorageError> {
        Self::open(db, stores, "readwrite", "relaxed")
    }

    fn open(
        db: &IdbDatabase,
        stores: &[&str],
        mode: &str,
        durability: &str,
    ) -> Result<Self, StorageError> {
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &durability.into())
            .map_err(|e| StorageError::from_js(&e))?;
        let raw = db
            .unchecked_ref::<DurableDatabase>()
            .begin(&names, mode, &options)
            .map_err(|e| StorageError::from_js(&e))?;

        let (sender, done) = oneshot::channel();
        let sender = std::rc::Rc::new(std::cell::Cell::new(Some(sender)));
        let on_complete = Closure::<dyn FnMut()>::new({
            let sender = sender.clone();
            move || answer(&sender, Ok(()))
        });
        let on_abort = Closure::<dyn FnMut()>::new({
            let raw = raw.clone();
            move || {
                let reason = match raw.error() {
                    Some(exception) => StorageError::from_js(&exception),
                    None => StorageError::Other("the transaction was aborted".into()),
                };
                answer(&sender, Err(reason));
            }
        });
        raw.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        raw.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        Ok(Self { raw, done, finished: false, _on_complete: on_complete, _on_abort: on_abort })
    }

    /// One of the stores the transaction was opened for.
    pub(super) fn store(&self, name: &str) -> Result<ObjectStore, StorageError> {
        Ok(Transaction::from(self.raw.clone()).object_store(name)?)
    }

    /// Ends the transaction and waits until the browser has it.
    pub(super) async fn commit(mut self) -> Result<(), StorageError> {
        // Refused when a request has failed meanwhile; the abort event then brings the reason.
        let _ = Transaction::from(self.raw.clone()).commit();
        let result = (&mut self.done)
            .await
            .unwrap_or_else(|_| Err(StorageError::Other("the transaction was lost".into())));
        self.finished = true;
        result
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        self.raw.set_oncomplete(None);
        self.raw.set_onabort(None);
        if !self.finished {
            // Fails when it is over already, and then there is nothing to undo.
            let _ = self.raw.abort();
        }
    }
}

type Sender = std::cell::Cell<Option<oneshot::Sender<Result<(), StorageError>>>>;

fn answer(sender: &Sender, result: Result<(), StorageError>) {
    if let Some(sender) = sender.take() {
        // The receiver is gone when the transaction was dropped: nobody waits for the answer.
        let _ = sender.send(result);
    }
}
