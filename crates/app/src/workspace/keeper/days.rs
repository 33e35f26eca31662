//! What the document was before the first edit of each day: the history by day.

use super::Inner;
use crate::workspace::stored::first_state;
use plan::Document;
use table::Day;
use web::clock;
use web::db::KeptVersion;

impl Inner {
    /// Before an edit: when it is the first one of a day, the document is kept as it is until then.
    pub(super) fn keep_day(&self, document: &Document) {
        let now = clock::now_ms();
        let today = day_of(now);
        if self.day.get() == today {
            return;
        }
        let Some(saver) = self.saver.borrow().clone() else { return };
        self.day.set(today);
        // A document without JSON form has its history in the days around.
        if let Ok(state) = first_state(document) {
            saver.keep(KeptVersion { at: now, name: String::new() }, state);
        }
    }

    /// Which day was kept last. When that cannot be read, a day may be kept twice, which tells nothing wrong.
    pub(super) async fn read_day(&self) {
        let kept = self.db.versions(&self.id).await.unwrap_or_default();
        let last = kept.iter().find(|v| v.name.is_empty());
        self.day.set(last.and_then(|v| day_of(v.at)));
    }
}

/// The day on which a moment was, where the user is.
fn day_of(ms: f64) -> Option<Day> {
    let (year, month, day, ..) = clock::local(ms);
    Day::from_ymd(year, month, day)
}
