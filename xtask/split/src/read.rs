//! What a split must know of a module.

use crate::Result;
use std::collections::{HashMap, HashSet};
use wasmparser::{
    DataKind, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, KnownCustom, Name,
    Operator, Parser, Payload, TypeRef,
};

/// A module, taken apart. Functions are numbered as in the module: what it imports first.
#[derive(Debug, Default)]
pub struct Program<'a> {
    /// The module.
    pub bytes: &'a [u8],
    /// Parameters and results of each type.
    pub types: Vec<wasmparser::FuncType>,
    /// Module, field and type of each imported function.
    pub imports: Vec<(&'a str, &'a str, u32)>,
    /// The type of each function of its own.
    pub functions: Vec<u32>,
    /// What each function of its own does.
    pub bodies: Vec<FunctionBody<'a>>,
    /// The functions that each function of its own calls by number.
    pub calls: Vec<Vec<u32>>,
    /// The name of each function that has one, without the hashes of crates.
    pub names: HashMap<u32, String>,
    /// What it exports.
    pub exports: Vec<Export<'a>>,
    /// The function that runs first.
    pub start: Option<u32>,
    /// The first places of the table, and the functions in them.
    pub elements: Vec<(u32, Vec<u32>)>,
    /// The tables.
    pub tables: Vec<wasmparser::TableType>,
    /// The types of the globals.
    pub globals: Vec<wasmparser::GlobalType>,
    /// Where data begin in memory, and the data.
    pub data: Vec<(u32, &'a [u8])>,
}

impl<'a> Program<'a> {
    /// Reads a module.
    ///
    /// # Errors
    /// When it is no module, or has what no module of ours has: imports other than functions, several memories.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut program = Program { bytes, ..Program::default() };
        for payload in Parser::new(0).parse_all(bytes) {
            program.take(payload.map_err(said)?)?;
        }
        Ok(program)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    self.types.push(kind.map_err(said)?);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(said)?;
                    let TypeRef::Func(kind) = import.ty else {
                        return Err(format!("imports {}, which is no function", import.name));
                    };
                    self.imports.push((import.module, import.name, kind));
                }
            }
            Payload::FunctionSection(section) => {
                self.functions =
                    section.into_iter().collect::<wasmparser::Result<_>>().map_err(said)?;
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table.map_err(said)?.ty);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global.map_err(said)?.ty);
                }
            }
            Payload::ExportSection(section) => {
                self.exports =
                    section.into_iter().collect::<wasmparser::Result<_>>().map_err(said)?;
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for element in section {
                    self.element(element.map_err(said)?)?;
                }
            }
            Payload::DataSection(section) => {
                for data in section {
                    let data = data.map_err(said)?;
                    let DataKind::Active { offset_expr, .. } = data.kind else {
                        return Err("has data that are not in memory from the start".to_owned());
                    };
                    self.data.push((constant(&offset_expr)?, data.data));
                }
            }
            Payload::CodeSectionEntry(body) => self.body(body)?,
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.name(names)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, element: wasmparser::Element<'a>) -> Result<()> {
        let ElementKind::Active { table_index, offset_expr } = element.kind else {
            return Err("has functions for a table that are not in it from the start".to_owned());
        };
        if table_index.unwrap_or(0) != 0 {
            return Err("has functions in more than one table".to_owned());
        }
        let functions = match element.items {
            ElementItems::Functions(functions) => {
                functions.into_iter().collect::<wasmparser::Result<_>>().map_err(said)?
            }
            ElementItems::Expressions(..) => {
                return Err("has a table of expressions".to_owned());
            }
        };
        self.elements.push((constant(&offset_expr)?, functions));
        Ok(())
    }

    fn body(&mut self, body: FunctionBody<'a>) -> Result<()> {
        let mut calls = Vec::new();
        for operator in body.get_operators_reader().map_err(said)? {
            match operator.map_err(said)? {
                Operator::Call { function_index } => calls.push(function_index),
                Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                    return Err(
                        "refers to a function in a way that a split cannot follow".to_owned()
                    );
                }
                _ => {}
            }
        }
        self.calls.push(calls);
        self.bodies.push(body);
        Ok(())
    }

    fn name(&mut self, names: wasmparser::NameSectionReader<'a>) -> Result<()> {
        for name in names {
            if let Name::Function(functions) = name.map_err(said)? {
                for function in functions {
                    let function = function.map_err(said)?;
                    self.names.insert(function.index, without_hashes(function.name));
                }
            }
        }
        Ok(())
    }

    /// How many functions it imports: the number of the first of its own.
    pub fn imported(&self) -> u32 {
        self.imports.len() as u32
    }

    /// The numbers of its own functions.
    pub fn own(&self) -> std::ops::Range<u32> {
        self.imported()..self.imported() + self.functions.len() as u32
    }

    /// The type of a function.
    pub fn kind(&self, function: u32) -> u32 {
        match self.imports.get(function as usize) {
            Some((_, _, kind)) => *kind,
            None => self.functions[(function - self.imported()) as usize],
        }
    }

    /// The functions that a function calls by number.
    pub fn called_by(&self, function: u32) -> &[u32] {
        let own = function.checked_sub(self.imported());
        own.and_then(|own| self.calls.get(own as usize)).map_or(&[], Vec::as_slice)
    }

    /// How many bytes a function of its own has; 0 for an imported one.
    pub fn size(&self, function: u32) -> u32 {
        let own =
            function.checked_sub(self.imported()).and_then(|own| self.bodies.get(own as usize));
        own.map_or(0, |body| (body.range().end - body.range().start) as u32)
    }

    /// Functions that can be called without their number: by the script, at the start.
    pub fn called_from_outside(&self) -> HashSet<u32> {
        let exported = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        exported.map(|export| export.index).chain(self.start).collect()
    }
}

/// An error of the reader, in words.
pub(crate) fn said(error: impl std::fmt::Display) -> String {
    format!("the module cannot be read: {error}")
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read().map_err(said)? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => Err("has a place that is no constant".to_owned()),
    }
}

/// A name without the hashes that tell crates of the same name apart: `app[0123456789abcdef]::kpi` → `app::kpi`.
fn without_hashes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        match after.split_once(']') {
            Some((hash, behind))
                if hash.len() > 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                rest = behind;
            }
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_are_left_out_of_names() {
        assert_eq!(
            without_hashes("<app[0123456789abcdef]::kpi::X as [u8]>"),
            "<app::kpi::X as [u8]>"
        );
        assert_eq!(without_hashes("a[short]"), "a[short]");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Program::read(b"<html>").is_err());
    }
}
