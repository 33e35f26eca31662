//! What the script of a module must know of its parts.

use crate::Result;

/// Ours, with a place for the list.
const SCRIPT: &str = include_str!("parts.js");
const PLACE: &str = "const PARTS = [];";
/// Where wasm-bindgen's script has made what the module imports.
const IMPORTS: &str = "const imports = __wbg_get_imports();";

/// A part as the script knows it: its name, its file, and the places of the parts that come with it.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) file: String,
    pub(crate) with: Vec<usize>,
}

/// The script of a module that has been split.
///
/// # Errors
/// When the script is not as wasm-bindgen writes it.
pub(crate) fn with_parts(script: &str, parts: &[Listed]) -> Result<String> {
    if !script.contains(IMPORTS) || !SCRIPT.contains(PLACE) {
        return Err("the script of a module has no place for its parts".to_owned());
    }
    let list: Vec<String> = parts
        .iter()
        .map(|part| format!("['{}','{}',{:?}]", part.name, part.file, part.with))
        .collect();
    let told = script.replace(IMPORTS, &format!("{IMPORTS}\nimports.p = parts(imports);"));
    let ours: String =
        SCRIPT.split_inclusive('\n').filter(|line| !line.starts_with("//")).collect();
    let ours = ours.replace(PLACE, &format!("const PARTS = [{}];", list.join(",")));
    Ok(format!("{told}{ours}"))
}
