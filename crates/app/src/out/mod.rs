//! Out of the tool, and in again: canvases and KPI trees as pictures, as Markdown, as tables.

#[cfg(test)]
pub mod golden;
mod markdown;
mod open;

pub use markdown::{table_head, table_row};
pub use open::{is_picture, open_picture};

use crate::parts::{IconName, MenuItem};
use crate::state::{Actions, Notice};
use crate::text::Text;
use engine::message::Problem;
use web::picture::NoPicture;

/// A way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A picture whose text is text, which carries the thing itself.
    Svg,
    /// A picture of points.
    Png,
    /// Text with headings and lists.
    Markdown,
    /// A table for spreadsheets.
    Csv,
}

/// The ways with the ids of their menu lines, the endings of their files, their types.
const WAYS: [(Way, &str, &str, &str); 4] = [
    (Way::Svg, "out-svg", "svg", "image/svg+xml"),
    (Way::Png, "out-png", "png", "image/png"),
    (Way::Markdown, "out-markdown", "md", "text/markdown"),
    (Way::Csv, "out-csv", "csv", "text/csv"),
];

/// The id of the line that prints.
const PRINT: &str = "out-print";

/// The lines of a menu that lead out.
pub fn menu_items(text: &Text) -> impl Iterator<Item = MenuItem> {
    let ids = WAYS.iter().map(|w| w.1).chain([PRINT]);
    let text = text.clone();
    ids.map(move |id| MenuItem::new(id, text.t(id)).icon(IconName::Download))
}

/// Does what a line of [`menu_items`] says, with the name of the thing and what `make` makes of it; false for any
/// other line.
pub fn choose(
    actions: &Actions,
    line: &str,
    make: impl FnOnce(Way) -> Option<(String, String)>,
) -> bool {
    if line == PRINT {
        // A browser that cannot print does nothing.
        drop(gloo::utils::window().print());
        return true;
    }
    let Some(&(way, _, ending, mime)) = WAYS.iter().find(|w| w.1 == line) else { return false };
    if let Some((name, made)) = make(way) {
        save(actions, way, &format!("{}.{ending}", file_name(&name)), mime, made);
    }
    true
}

fn save(actions: &Actions, way: Way, file: &str, mime: &'static str, made: String) {
    let (this, file) = (actions.clone(), file.to_owned());
    // What has too many elements to be added again is a picture only.
    let bare = way == Way::Svg && chart::kept_in_svg(&made).is_none_or(|kept| kept.is_empty());
    let said = if bare { "out-saved-bare" } else { "out-saved" };
    actions.run(async move {
        let done = if way == Way::Png {
            match web::picture::offer_png(&file, &made).await {
                Err(NoPicture::TooLarge) => {
                    this.notify(Notice::Failed("out-png-large", "out-png-large-action"));
                    return Ok(());
                }
                Err(NoPicture::Browser(words)) => Err(words),
                Ok(()) => Ok(()),
            }
        } else {
            web::download::offer(&file, mime, made.as_bytes())
        };
        done.map_err(Problem::Internal)?;
        this.notify(Notice::Done(said, vec![("file", file)]));
        Ok(())
    });
}

/// A name as every file system takes it.
fn file_name(name: &str) -> String {
    let kept = |c: char| if c.is_control() || r#"\/:*?"<>|"#.contains(c) { '_' } else { c };
    name.trim().chars().map(kept).take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_that_every_file_system_takes() {
        assert_eq!(file_name("a/b: c?"), "a_b_ c_");
        assert_eq!(file_name(&"長".repeat(99)).chars().count(), 80);
    }
}
