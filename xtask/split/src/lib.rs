//! Splits a finished WebAssembly module into a main module and *parts* that are loaded when they are first needed.
//!
//! It works on what the compiler, wasm-bindgen and wasm-opt have made, so the sources know nothing of it: a build
//! that is not split is the same program in one piece. [`assign`] decides by the names of functions, and by who calls
//! them, what belongs to a part. A function that left the main module keeps its place in the module's table of
//! functions, or gets one; until its part is there, a stub stands in that place, which has the part loaded and calls
//! again. So whatever is called is there, whoever calls it, and a part that is loaded early only saves the wait.
//! A part is a module of its own that shares the main module's memory, table and globals, and puts its functions into
//! their places when it is made. [`blobs`] can move marked data into a part as well.

pub mod assign;
pub mod blobs;
pub mod folder;
mod main_module;
mod part_module;
mod plan;
pub mod read;
pub mod rules;
mod script;

use assign::Rule;
use read::Program;

/// What went wrong, in words for whoever builds.
pub type Result<T> = std::result::Result<T, String>;

/// A module that has been split.
#[derive(Debug)]
pub struct Split {
    /// What is loaded at once.
    pub main: Vec<u8>,
    /// What is loaded when needed.
    pub parts: Vec<Part>,
}

/// One module that is loaded when needed.
#[derive(Debug)]
pub struct Part {
    /// What the page calls it by.
    pub name: String,
    /// The module.
    pub module: Vec<u8>,
    /// Places in [`Split::parts`] of parts that its functions call and that no rule asked for by name: loaded with it.
    pub with: Vec<usize>,
}

/// The import through which a stub asks for a part: module, field.
const LOAD: (&str, &str) = ("p", "l");
/// The module under which a part imports what the main module exports.
const MAIN: &str = "m";

/// Splits a module; functions and marked data that no rule takes stay in the main module. With `names`, its functions
/// keep their names, so that a stack tells who had a part loaded.
///
/// # Errors
/// When the module cannot be read or uses what a split cannot follow.
pub fn split(module: &[u8], rules: &[Rule], names: bool) -> Result<Split> {
    let program = Program::read(module)?;
    let blobs = blobs::find(&program)?;
    let owners = assign::owners(&program, rules);
    let plan = plan::Plan::new(&program, &owners, &blobs, rules)?;
    let parts = (0..plan.parts.len())
        .map(|part| part_module::write(&program, &plan, part))
        .collect::<Result<Vec<_>>>()?;
    Ok(Split { main: main_module::write(&program, &plan, names)?, parts })
}
