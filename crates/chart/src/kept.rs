//! Reading a picture again.

/// What a picture that [`crate::sheet_svg`] or [`crate::tree_svg`] wrote carries for machines; `None` when there is nothing.
#[must_use]
pub fn kept_in_svg(svg: &str) -> Option<String> {
    let (_, rest) = svg.split_once("<metadata>")?;
    let (kept, _) = rest.split_once("</metadata>")?;
    // The ampersand comes last: what it stands for may look like another of them.
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    let plain = marks.iter().fold(kept.to_owned(), |text, (mark, c)| text.replace(mark, c));
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::kept_in_svg;
    use crate::{SheetPicture, sheet_svg as svg};

    #[test]
    fn what_was_put_in_comes_out() {
        for kept in ["{\"a\":\"<&>\"}", "&lt;", "日本語 &amp;quot;"] {
            let picture = SheetPicture { metadata: kept.to_owned(), ..SheetPicture::default() };
            assert_eq!(kept_in_svg(&svg(&picture)).as_deref(), Some(kept));
        }
        assert_eq!(kept_in_svg(&svg(&SheetPicture::default())), None);
        assert_eq!(kept_in_svg("<metadata>"), None);
    }
}
