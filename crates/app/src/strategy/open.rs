//! A picture of a canvas carries the canvas: dropped on the window, it is added again.

use crate::route::Route;
use crate::state::{Actions, Notice};
use chart::kept_in_svg;
use engine::message::Problem;
use plan::Gesture;
use web_sys::File;

/// Whether a file may be such a picture, by its name.
pub fn is_picture(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".svg")
}

/// Adds the canvas that a picture carries, and shows it.
pub fn open_picture(actions: &Actions, file: File) {
    let this = actions.clone();
    actions.run(async move {
        let svg = web::file::text(&file).await.map_err(Problem::Internal)?;
        let (edit, id) = {
            let desk = this.desk().borrow();
            let kept = kept_in_svg(&svg);
            let edit = kept.and_then(|kept| desk.document().insert_kept_canvas(&kept));
            (edit, desk.document().next_id)
        };
        match edit {
            Some(edit) => {
                if this.edit(edit, Gesture::Once) {
                    Route::Strategy(Some(id)).go();
                }
            }
            None => this.notify(Notice::Refused("strategy-no-canvas-in-picture")),
        }
        Ok(())
    });
}
