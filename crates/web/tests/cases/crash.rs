//! A tab may die at any moment: what was acknowledged must be there, a batch is there whole or not at
//! all. Dropping a future midway is how a dying tab looks to the database.

use futures::{FutureExt, future::Either, pin_mut};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Math, Uint8Array};
use wasm_bindgen_test::wasm_bindgen_test;
use web::db::SnapshotWrite;

use super::{lines, with_workspace};

#[wasm_bindgen_test]
async fn no_acknowledged_edit_is_lost() {
    let db = with_workspace().await;
    let (mut cut_off, mut whole) = (0, 0);
    for round in 0..60 {
        let known = db.load_document("w").await.unwrap().unwrap();
        let last = known.head + 1 + u64::from(round % 5_u32);
        let batch = lines(known.head + 1, last);
        let append = db.append_log("w", &batch);
        pin_mut!(append);
        // Die at once, after a few turns of the event loop, or after a few milliseconds.
        let acknowledged = match round % 3 {
            0 => append.as_mut().now_or_never().is_some(),
            1 => {
                let turns = async {
                    for _ in 0..round / 10 {
                        TimeoutFuture::new(0).await;
                    }
                };
                pin_mut!(turns);
                matches!(futures::future::select(append, turns).await, Either::Left((Ok(()), _)))
            }
            _ => {
                let moment = TimeoutFuture::new((Math::random() * 12.0) as u32);
                matches!(futures::future::select(append, moment).await, Either::Left((Ok(()), _)))
            }
        };
        let after = db.load_document("w").await.unwrap().unwrap();
        assert_eq!(after.log, lines(1, after.head), "no gap, nothing twice");
        assert!(after.head == known.head || after.head == last, "half a batch");
        if acknowledged {
            assert_eq!(after.head, last, "an acknowledged edit is lost");
            whole += 1;
        } else {
            cut_off += 1;
        }
    }
    assert!(cut_off > 0 && whole + cut_off == 60);
    // The database still takes edits after all that.
    let head = db.load_document("w").await.unwrap().unwrap().head;
    db.append_log("w", &lines(head + 1, head + 1)).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_snapshot_is_there_whole_or_not_at_all() {
    let db = with_workspace().await;
    for wait in 0..12 {
        let id = db.next_snapshot_id("w").await.unwrap();
        let columns = (0..20).map(|_| Uint8Array::new_with_length(100_000)).collect();
        let write = [SnapshotWrite { id, meta: "m".into(), columns }];
        {
            let writing = db.write_snapshots("w", &write, &[]);
            pin_mut!(writing);
            let _ = futures::future::select(writing, TimeoutFuture::new(wait)).await;
        }
        let listed = db.load_snapshots("w").await.unwrap().iter().any(|s| s.id == id);
        let columns = db.load_columns("w", id).await.unwrap().len();
        assert_eq!(columns, if listed { 20 } else { 0 });
        assert_eq!(db.next_snapshot_id("w").await.unwrap(), id + u32::from(listed));
    }
}
