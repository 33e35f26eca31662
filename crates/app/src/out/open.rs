//! A picture of a canvas, journey or KPI tree carries the thing itself: dropped on the window, it is added again.

use crate::route::Route;
use crate::state::{Actions, Notice};
use chart::kept_in_svg;
use engine::message::Problem;
use plan::{Document, Edit, ElementId, Gesture, Kind, NotKept};
use web_sys::File;

/// What is read of a picture: many times what any canvas takes, and read in a moment.
const MOST_BYTES: f64 = 16e6;

/// Whether a file may be such a picture, by its name.
pub fn is_picture(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".svg")
}

/// Adds what a picture carries, and shows it.
pub fn open_picture(actions: &Actions, file: File) {
    let this = actions.clone();
    let meant = this.engine().workspace();
    actions.run(async move {
        if !this.may_edit().await {
            return Ok(());
        }
        if file.size() > MOST_BYTES {
            this.notify(Notice::Refused("out-picture-large"));
            return Ok(());
        }
        let svg = web::file::text(&file).await.map_err(Problem::Internal)?;
        // Before the first opening there is none to mean.
        if !meant.is_empty() && this.engine().workspace() != meant {
            return Err(Problem::Cancelled);
        }
        let kept = kept_in_svg(&svg).ok_or(NotKept::Strange);
        let edit = kept.and_then(|kept| carried(this.desk().borrow().document(), &kept));
        match edit {
            Ok((edit, route)) => {
                if this.edit(edit, Gesture::Once) {
                    route.go();
                }
            }
            Err(NotKept::TooMany) => this.notify(Notice::Refused("out-picture-many")),
            Err(NotKept::Strange) => this.notify(Notice::Refused("out-nothing-in-picture")),
        }
        Ok(())
    });
}

/// The edit that adds what was kept, and where it is shown then.
fn carried(document: &Document, kept: &str) -> Result<(Edit, Route), NotKept> {
    let edit = document.insert_kept_part(kept)?;
    let id = ElementId(document.next_id);
    let Edit::Insert { elements, .. } = &edit else { return Err(NotKept::Strange) };
    let route = match elements.first().ok_or(NotKept::Strange)?.kind() {
        // The address of a tree is that of one of its nodes; without any it is one of several.
        Kind::KpiTree => {
            Route::Kpi(elements.iter().find(|e| e.kind() == Kind::KpiNode).map(|e| e.id.0))
        }
        Kind::Journey => Route::Journey(Some(id.0)),
        _ => Route::Strategy(Some(id.0)),
    };
    Ok((edit, route))
}
