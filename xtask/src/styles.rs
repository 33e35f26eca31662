//! Two style sheets out of many: each of ours is small, and together they pack better and travel at once. What
//! only the areas need that come when they are opened is the second; `www/boot.js` loads it as one of their parts.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::name::fnv1a;
use crate::shorten::lean;

const SHEET: &str = "<link rel=\"stylesheet\" href=\"./";

/// The sheets that none but KPI, Strategy, Journey and History need.
const AREAS: [&str; 5] = ["history", "journey", "journey-live", "kpi", "strategy"];

/// Puts the style sheets that the page of a folder names into one, in their order, and names that instead; those
/// of the areas become another, which the page only knows by a `<meta name="area-styles">`.
///
/// # Errors
/// When a sheet is missing or cannot be written.
pub fn in_two(folder: &Path) -> Result<()> {
    let fail = |file: &str, error: std::io::Error| format!("{file}: {error}");
    let page = fs::read_to_string(folder.join("index.html")).map_err(|e| fail("index.html", e))?;
    let (mut all, mut areas) = (String::new(), String::new());
    let mut kept = String::with_capacity(page.len());
    let mut first = None;
    let mut rest = page.as_str();
    while let Some(at) = rest.find(SHEET) {
        kept.push_str(&rest[..at]);
        let after = &rest[at + SHEET.len()..];
        let (name, after) = after.split_once('"').ok_or("index.html: a link has no end")?;
        let (_, after) = after.split_once('>').ok_or("index.html: a link has no end")?;
        // Trunk puts what a sheet holds behind its name
        let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
        let to = if AREAS.contains(&stem) { &mut areas } else { &mut all };
        to.push_str(&fs::read_to_string(folder.join(name)).map_err(|e| fail(name, e))?);
        fs::remove_file(folder.join(name)).map_err(|e| fail(name, e))?;
        first.get_or_insert(kept.len());
        rest = after;
    }
    kept.push_str(rest);
    let Some(first) = first else { return Ok(()) };
    let write = |stem: &str, sheet: &str| {
        let sheet = lean(sheet);
        let name = format!("{stem}-{:016x}.css", fnv1a(&[sheet.as_bytes()]));
        fs::write(folder.join(&name), sheet).map_err(|e| fail(&name, e)).map(|()| name)
    };
    let mut links = format!("{SHEET}{}\">", write("styles", &all)?);
    if !areas.is_empty() {
        let name = write("areas", &areas)?;
        links.push_str(&format!("<meta name=\"area-styles\" content=\"./{name}\">"));
    }
    kept.insert_str(first, &links);
    fs::write(folder.join("index.html"), kept).map_err(|e| fail("index.html", e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_become_one_in_their_order_and_those_of_the_areas_another() {
        let folder = std::env::temp_dir().join(format!("sodachi-styles-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let page = "<head><link rel=\"stylesheet\" href=\"./b-1.css\" integrity=\"x\"/>\n\
                    <link rel=\"stylesheet\" href=\"./journey-live-3.css\"/>\n\
                    <link rel=\"stylesheet\" href=\"./a-2.css\"/><title>S</title></head>";
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("b-1.css"), "b{}\n").unwrap();
        fs::write(folder.join("a-2.css"), "a{}\n").unwrap();
        fs::write(folder.join("journey-live-3.css"), "j{}\n").unwrap();
        in_two(&folder).unwrap();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let name = format!("styles-{:016x}.css", fnv1a(&[b"b{}\na{}\n"]));
        let areas = format!("areas-{:016x}.css", fnv1a(&[b"j{}\n"]));
        let expected = format!(
            "<head><link rel=\"stylesheet\" href=\"./{name}\">\
             <meta name=\"area-styles\" content=\"./{areas}\">\n\n<title>S</title></head>"
        );
        assert_eq!(page, expected);
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "b{}\na{}\n");
        assert_eq!(fs::read_to_string(folder.join(areas)).unwrap(), "j{}\n");
        assert!(!folder.join("b-1.css").exists() && !folder.join("journey-live-3.css").exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}
