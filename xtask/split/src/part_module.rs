//! A module that is loaded when needed.

use crate::main_module::{call, moved, types};
use crate::plan::{Plan, Shared};
use crate::read::{Program, said};
use crate::{Part, Result};
use std::borrow::Cow;
use std::collections::HashMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, MemoryType, Module, TypeSection,
};

/// Writes a part.
pub(crate) fn write(program: &Program<'_>, plan: &Plan<'_>, part: usize) -> Result<Part> {
    let planned = &plan.parts[part];
    // What has only data needs no types.
    let bare = planned.functions.is_empty();
    let mut module = Module::new();
    module.section(&if bare { TypeSection::new() } else { types(program)? });
    module.section(&imports(program, plan, part)?);
    let called = planned.needs.iter().chain(&planned.functions).copied();
    let numbers: HashMap<u32, u32> = called.zip(0..).collect();
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for &function in &planned.functions {
        functions.function(program.kind(function));
        let body = &program.bodies[(function - program.imported()) as usize];
        code.function(&moved(body, &mut |called| {
            call(program, plan, Some(part), called, &numbers)
        })?);
    }
    module.section(&functions);
    module.section(&elements(plan, part, &numbers));
    module.section(&code);
    let mut data = DataSection::new();
    for blob in &planned.blobs {
        let (offset, bytes) = program.data[blob.data];
        let at = offset as usize + blob.range.start;
        data.active(0, &ConstExpr::i32_const(at as i32), bytes[blob.range.clone()].to_vec());
    }
    module.section(&data);
    Ok(Part { name: planned.name.clone(), module: module.finish(), with: planned.with.clone() })
}

fn imports(program: &Program<'_>, plan: &Plan<'_>, part: usize) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    let planned = &plan.parts[part];
    for &function in &planned.needs {
        match program.imports.get(function as usize) {
            Some((module, field, kind)) => {
                imports.import(module, field, EntityType::Function(*kind));
            }
            None => {
                let (module, field) = plan.import_of(Shared::Function(function))?;
                imports.import(module, field, EntityType::Function(program.kind(function)));
            }
        }
    }
    let (module, field) = plan.import_of(Shared::Memory)?;
    let memory = MemoryType {
        minimum: 0,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    imports.import(module, field, memory);
    if planned.functions.is_empty() {
        return Ok(imports);
    }
    for (number, table) in program.tables.iter().enumerate() {
        let (module, field) = plan.import_of(Shared::Table(number as u32))?;
        let mut table = RoundtripReencoder.table_type(*table).map_err(said)?;
        (table.minimum, table.maximum) = (0, None);
        imports.import(module, field, table);
    }
    for (number, global) in program.globals.iter().enumerate() {
        let (module, field) = plan.import_of(Shared::Global(number as u32))?;
        let global = RoundtripReencoder.global_type(*global).map_err(said)?;
        imports.import(module, field, global);
    }
    Ok(imports)
}

/// Its functions in their places of the table, a segment for each row of places without a gap.
fn elements(plan: &Plan<'_>, part: usize, numbers: &HashMap<u32, u32>) -> ElementSection {
    let functions = &plan.parts[part].functions;
    let mut places: Vec<(u32, u32)> = functions
        .iter()
        .flat_map(|function| {
            let number = numbers[function];
            plan.places.get(function).into_iter().flatten().map(move |place| (*place, number))
        })
        .collect();
    places.sort_unstable();
    let mut elements = ElementSection::new();
    for row in places.chunk_by(|(a, _), (b, _)| a + 1 == *b) {
        let numbers: Vec<u32> = row.iter().map(|(_, number)| *number).collect();
        let functions = Elements::Functions(Cow::Owned(numbers));
        elements.active(None, &ConstExpr::i32_const(row[0].0 as i32), functions);
    }
    elements
}
