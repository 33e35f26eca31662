//! Short names between a module and its script.
//!
//! `wasm-bindgen` names each function that the module imports by what it does and a hash; nobody reads
//! them, and hashes do not compress: they are about a hundredth of the download. Both sides get the
//! same short names here, and the script loses its comments and indentation.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::Result;

/// How `wasm-bindgen` begins the names it gives.
const PREFIXES: [&str; 2] = ["__wbg_", "__wbindgen_"];
/// The number of the import section.
const IMPORTS: u8 = 2;

/// Rewrites a module and its script in place.
///
/// # Errors
/// When a file cannot be read or written, or the module is not one.
pub fn shorten(script: &Path, module: &Path) -> Result<()> {
    let fail = |file: &Path, why: &dyn std::fmt::Display| format!("{}: {why}", file.display());
    let text = fs::read_to_string(script).map_err(|e| fail(script, &e))?;
    let bytes = fs::read(module).map_err(|e| fail(module, &e))?;
    let (bytes, names) =
        renamed(&bytes).ok_or_else(|| fail(module, &"is not a WebAssembly module"))?;
    fs::write(module, bytes).map_err(|e| fail(module, &e))?;
    fs::write(script, lean(&replaced(&text, &names))).map_err(|e| fail(script, &e))
}

/// The module with short names, and what they were. `None` when it cannot be understood.
fn renamed(module: &[u8]) -> Option<(Vec<u8>, HashMap<String, String>)> {
    let mut names = HashMap::new();
    let mut out = module.get(..8).filter(|head| head.starts_with(b"\0asm"))?.to_vec();
    let mut rest = &module[8..];
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        let length = usize::try_from(number(&mut rest)?).ok()?;
        let content = take(&mut rest, length)?;
        let content =
            if section == IMPORTS { imports(content, &mut names)? } else { content.to_vec() };
        out.push(section);
        write_number(content.len() as u64, &mut out);
        out.extend(content);
    }
    Some((out, names))
}

fn imports(mut rest: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(rest.len());
    let count = number(&mut rest)?;
    write_number(count, &mut out);
    for _ in 0..count {
        write_name(name(&mut rest)?, &mut out);
        let field = name(&mut rest)?;
        if PREFIXES.iter().any(|prefix| field.starts_with(prefix)) {
            let next = format!("${}", names.len());
            write_name(names.entry(field.to_owned()).or_insert(next), &mut out);
        } else {
            write_name(field, &mut out);
        }
        let kind = rest;
        match take(&mut rest, 1)?[0] {
            // a function of a type
            0 => {
                number(&mut rest)?;
            }
            // a table of references, a memory
            table_or_memory @ (1 | 2) => {
                take(&mut rest, usize::from(table_or_memory == 1))?;
                let has_most = take(&mut rest, 1)?[0] & 1 == 1;
                number(&mut rest)?;
                if has_most {
                    number(&mut rest)?;
                }
            }
            // a global: its type, and whether it changes
            3 => {
                take(&mut rest, 2)?;
            }
            // a tag
            4 => {
                take(&mut rest, 1)?;
                number(&mut rest)?;
            }
            _ => return None,
        }
        out.extend_from_slice(&kind[..kind.len() - rest.len()]);
    }
    Some(out)
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

/// An unsigned number in LEB128.
fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..63).step_by(7) {
        let byte = take(rest, 1)?[0];
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn write_number(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn name<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let length = usize::try_from(number(rest)?).ok()?;
    std::str::from_utf8(take(rest, length)?).ok()
}

fn write_name(name: &str, out: &mut Vec<u8>) {
    write_number(name.len() as u64, out);
    out.extend_from_slice(name.as_bytes());
}

/// The script with other names for whole identifiers.
fn replaced(script: &str, names: &HashMap<String, String>) -> String {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        out.push_str(names.get(word).map_or(word, String::as_str));
        let end = after.find(in_name).unwrap_or(after.len());
        let (between, after) = after.split_at(end);
        out.push_str(between);
        rest = after;
    }
    out
}

/// Makes lean, in a built folder, the scripts that the page starts with.
///
/// # Errors
/// When one is missing or cannot be written.
pub fn starters(folder: &Path) -> Result<()> {
    for script in ["boot.js", "theme.js"] {
        let path = folder.join(script);
        let fail = |error: std::io::Error| format!("{script}: {error}");
        let text = fs::read_to_string(&path).map_err(fail)?;
        fs::write(&path, lean(&text)).map_err(fail)?;
    }
    Ok(())
}

/// A script or a style sheet without comments of their own lines and without indentation; as it was when a text in
/// it goes over more than one line.
pub(crate) fn lean(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let comment = in_comment || line.starts_with("/*");
        in_comment = comment && !line.ends_with("*/");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a function, a table, a memory and a global, and has one more section.
    fn module(names: [&str; 4]) -> Vec<u8> {
        let mut section = vec![4];
        let kinds: [&[u8]; 4] =
            [&[0, 0x80, 1], &[1, 0x6f, 1, 2, 0x81, 1], &[2, 0, 3], &[3, 0x7f, 0]];
        for (field, kind) in names.iter().zip(kinds) {
            write_name("./app_bg.js", &mut section);
            write_name(field, &mut section);
            section.extend_from_slice(kind);
        }
        let mut out = b"\0asm\x01\0\0\0\x02".to_vec();
        write_number(section.len() as u64, &mut out);
        out.extend(section);
        out.extend([5, 1, 0]);
        out
    }

    #[test]
    fn module_and_script_agree_on_short_names() {
        let long = module([
            "__wbg_log_0123456789abcdef",
            "table",
            "memory",
            "__wbindgen_throw_0123456789",
        ]);
        let (short, names) = renamed(&long).unwrap();
        assert_eq!(short, module(["$0", "table", "memory", "$1"]));
        let script = "const i = {\n    // writes\n    __wbg_log_0123456789abcdef: function(a) {},\n\
                      \n    __wbg_log_0: 1,\n    __wbindgen_throw_0123456789: t,\n};\n";
        assert_eq!(
            lean(&replaced(script, &names)),
            "const i = {\n$0: function(a) {},\n__wbg_log_0: 1,\n$1: t,\n};\n"
        );
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(renamed(b"<html>").is_none());
        assert!(renamed(b"\0asm\x01\0\0\0\x02\x7f").is_none());
    }

    #[test]
    fn a_text_over_lines_keeps_its_lines() {
        let script = "/** what\n * it does */\nlet a = `b\n    c`;\n";
        assert_eq!(lean(script), script);
        assert_eq!(lean("/** what\n * it does */\n  let a = `b`;\n"), "let a = `b`;\n");
    }
}
