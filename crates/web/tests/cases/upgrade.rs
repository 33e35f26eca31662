use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_test::wasm_bindgen_test;
use web::{
    clock,
    db::{Db, StorageError, VERSION},
};

use super::row;

#[wasm_bindgen_test]
async fn a_newer_version_takes_over_and_the_older_one_knows() {
    let name = format!("test-{}", clock::random_id());
    let old = Db::open_as(&name, VERSION).await.unwrap();
    old.create_workspace(&row("w", 1.0), "{}").await.unwrap();
    let told = Rc::new(RefCell::new(None));
    old.on_lost({
        let told = told.clone();
        move |reason| drop(told.replace(Some(reason)))
    });

    let newer = Db::open_as(&name, VERSION + 1).await.unwrap();
    assert_eq!(*told.borrow(), Some(StorageError::TooNew));
    assert_eq!(old.lost(), Some(StorageError::TooNew));
    assert_eq!(old.list_workspaces().await, Err(StorageError::TooNew));
    assert_eq!(newer.list_workspaces().await.unwrap().len(), 1);

    let again = Db::open_as(&name, VERSION).await;
    assert_eq!(again.err(), Some(StorageError::TooNew));
}

#[wasm_bindgen_test]
async fn closing_lets_others_in() {
    let name = format!("test-{}", clock::random_id());
    drop(Db::open_as(&name, VERSION).await.unwrap());
    let again = Db::open_as(&name, VERSION + 1).await.unwrap();
    assert_eq!(again.lost(), None);
}
