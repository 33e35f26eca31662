//! One style sheet out of many: each of ours is small, and together they pack better and travel at once.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::name::fnv1a;

const SHEET: &str = "<link rel=\"stylesheet\" href=\"./";

/// Puts the style sheets that the page of a folder names into one, in their order, and names that instead.
///
/// # Errors
/// When a sheet is missing or cannot be written.
pub fn in_one(folder: &Path) -> Result<()> {
    let fail = |file: &str, error: std::io::Error| format!("{file}: {error}");
    let page = fs::read_to_string(folder.join("index.html")).map_err(|e| fail("index.html", e))?;
    let mut all = String::new();
    let mut kept = String::with_capacity(page.len());
    let mut first = None;
    let mut rest = page.as_str();
    while let Some(at) = rest.find(SHEET) {
        kept.push_str(&rest[..at]);
        let after = &rest[at + SHEET.len()..];
        let (name, after) = after.split_once('"').ok_or("index.html: a link has no end")?;
        let (_, after) = after.split_once('>').ok_or("index.html: a link has no end")?;
        all.push_str(&fs::read_to_string(folder.join(name)).map_err(|e| fail(name, e))?);
        fs::remove_file(folder.join(name)).map_err(|e| fail(name, e))?;
        first.get_or_insert(kept.len());
        rest = after;
    }
    kept.push_str(rest);
    let Some(first) = first else { return Ok(()) };
    let name = format!("styles-{:016x}.css", fnv1a(&[all.as_bytes()]));
    kept.insert_str(first, &format!("{SHEET}{name}\">"));
    fs::write(folder.join(&name), all).map_err(|e| fail(&name, e))?;
    fs::write(folder.join("index.html"), kept).map_err(|e| fail("index.html", e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_become_one_in_their_order() {
        let folder = std::env::temp_dir().join(format!("sodachi-styles-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let page = "<head><link rel=\"stylesheet\" href=\"./b-1.css\" integrity=\"x\"/>\n\
                    <link rel=\"stylesheet\" href=\"./a-2.css\"/><title>S</title></head>";
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("b-1.css"), "b{}\n").unwrap();
        fs::write(folder.join("a-2.css"), "a{}\n").unwrap();
        in_one(&folder).unwrap();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let name = format!("styles-{:016x}.css", fnv1a(&[b"b{}\na{}\n"]));
        assert_eq!(
            page,
            format!("<head><link rel=\"stylesheet\" href=\"./{name}\">\n<title>S</title></head>")
        );
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "b{}\na{}\n");
        assert!(!folder.join("b-1.css").exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}
