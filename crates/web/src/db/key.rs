//! Keys and key ranges. IndexedDB orders numbers before strings before arrays, so `[ws, []]` lies
//! above every `[ws, …]` whose second part is a number or a string.

use idb::{KeyRange, Query};
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::StorageError;

/// `[workspace, number]`
pub(super) fn pair(workspace: &str, number: f64) -> JsValue {
    Array::of2(&workspace.into(), &number.into()).into()
}

/// `[workspace, name]`
pub(super) fn named(workspace: &str, name: &str) -> JsValue {
    Array::of2(&workspace.into(), &name.into()).into()
}

/// `[workspace, snapshot, index]`
pub(super) fn triple(workspace: &str, snapshot: u32, index: u32) -> JsValue {
    Array::of3(&workspace.into(), &snapshot.into(), &index.into()).into()
}

/// `[workspace, number, text]`
pub(super) fn timed(workspace: &str, number: f64, text: &str) -> JsValue {
    Array::of3(&workspace.into(), &number.into(), &text.into()).into()
}

/// Everything of a workspace.
pub(super) fn of_workspace(workspace: &str) -> Result<Query, StorageError> {
    let lower: JsValue = Array::of1(&workspace.into()).into();
    let upper: JsValue = Array::of2(&workspace.into(), &Array::new().into()).into();
    between(&lower, &upper)
}

/// The log lines of a workspace up to and with `seq`.
pub(super) fn up_to(workspace: &str, seq: f64) -> Result<Query, StorageError> {
    between(&Array::of1(&workspace.into()).into(), &pair(workspace, seq))
}

/// The columns of one snapshot.
pub(super) fn of_snapshot(workspace: &str, snapshot: u32) -> Result<Query, StorageError> {
    let upper: JsValue =
        Array::of3(&workspace.into(), &snapshot.into(), &Array::new().into()).into();
    between(&pair(workspace, f64::from(snapshot)), &upper)
}

/// The number at place `at` of an array key.
pub(super) fn number_at(key: &JsValue, at: u32) -> Option<f64> {
    Array::is_array(key).then(|| Array::from(key).get(at).as_f64()).flatten()
}

/// The text at place `at` of an array key.
pub(super) fn text_at(key: &JsValue, at: u32) -> Option<String> {
    Array::is_array(key).then(|| Array::from(key).get(at).as_string()).flatten()
}

fn between(lower: &JsValue, upper: &JsValue) -> Result<Query, StorageError> {
    Ok(KeyRange::bound(lower, upper, None, None)?.into())
}
