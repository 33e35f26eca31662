//! How much room the site has in this browser, and whether the browser may clear it by itself.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, StorageEstimate, StorageManager};

/// Room of the site, in bytes, as the browser estimates it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StorageUse {
    /// In use by this site.
    pub used: f64,
    /// What the site may use in all.
    pub quota: f64,
}

/// Asks the browser never to clear the site's data by itself; whether it agreed. Some browsers ask the
/// user. `false` also when the browser does not know the question.
pub async fn persist() -> bool {
    match manager().map(|manager| manager.persist()) {
        Some(Ok(promise)) => JsFuture::from(promise).await.is_ok_and(|yes| yes.is_truthy()),
        _ => false,
    }
}

/// Whether the browser has agreed not to clear the site's data by itself.
pub async fn persisted() -> bool {
    match manager().map(|manager| manager.persisted()) {
        Some(Ok(promise)) => JsFuture::from(promise).await.is_ok_and(|yes| yes.is_truthy()),
        _ => false,
    }
}

/// The room in use and in all, where the browser tells.
pub async fn estimate() -> Option<StorageUse> {
    let answer = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = answer.unchecked_into();
    Some(StorageUse { used: estimate.get_usage()?, quota: estimate.get_quota()? })
}

/// Not there in pages that were not loaded over a secure connection.
fn manager() -> Option<StorageManager> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let has = Reflect::get(&navigator, &"storage".into()).is_ok_and(|s: JsValue| s.is_object());
    // A worker's navigator is another class with the same `storage`.
    has.then(|| navigator.unchecked_into::<Navigator>().storage())
}
