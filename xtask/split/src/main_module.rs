//! The module that is loaded at once.

use crate::plan::{Plan, Shared};
use crate::read::{Program, said};
use crate::{LOAD, Result};
use std::borrow::Cow;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, Instruction, Module, NameMap,
    NameSection, TableSection, TypeSection,
};
use wasmparser::{ExternalKind, FunctionBody, Operator, Parser, Payload};

/// Writes it.
pub(crate) fn write(program: &Program<'_>, plan: &Plan<'_>, names: bool) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut types = types(program)?;
    let load = types.len();
    types.ty().function([wasm_encoder::ValType::I32], []);
    module.section(&types);
    module.section(&imports(program, plan, load));
    module.section(&functions(program, plan));
    module.section(&tables(program, plan)?);
    copied(program, &mut module)?;
    module.section(&exports(program, plan)?);
    if let Some(function_index) = program.start {
        module
            .section(&wasm_encoder::StartSection { function_index: plan.in_main[&function_index] });
    }
    module.section(&elements(program, plan));
    module.section(&code(program, plan)?);
    module.section(&data(program, plan));
    if names {
        module.section(&named(program, plan));
    }
    Ok(module.finish())
}

/// The types of the whole program: a part has the same, so that their numbers hold in all modules.
pub(crate) fn types(program: &Program<'_>) -> Result<TypeSection> {
    let mut types = TypeSection::new();
    for kind in &program.types {
        let kind = RoundtripReencoder.func_type(kind.clone()).map_err(said)?;
        types.ty().func_type(&kind);
    }
    Ok(types)
}

fn imports(program: &Program<'_>, plan: &Plan<'_>, load: u32) -> ImportSection {
    let mut imports = ImportSection::new();
    for &function in &plan.main_imports {
        let (module, field, kind) = program.imports[function as usize];
        imports.import(module, field, EntityType::Function(kind));
    }
    imports.import(LOAD.0, LOAD.1, EntityType::Function(load));
    imports
}

/// Its own functions, then the stubs.
fn functions(program: &Program<'_>, plan: &Plan<'_>) -> FunctionSection {
    let mut functions = FunctionSection::new();
    for function in stays(plan).chain(plan.places.keys().copied()) {
        functions.function(program.kind(function));
    }
    functions
}

fn stays<'a>(plan: &'a Plan<'_>) -> impl Iterator<Item = u32> + use<'a> {
    plan.order.iter().copied().filter(|&f| plan.part_of[f as usize].is_none())
}

fn tables(program: &Program<'_>, plan: &Plan<'_>) -> Result<TableSection> {
    let mut tables = TableSection::new();
    for (number, table) in program.tables.iter().enumerate() {
        let mut table = RoundtripReencoder.table_type(*table).map_err(said)?;
        if number == 0 {
            let more = u64::from(plan.table) - table.minimum;
            table.minimum += more;
            table.maximum = table.maximum.map(|most| most + more);
        }
        tables.table(table);
    }
    Ok(tables)
}

/// Memories and globals, as they are.
fn copied(program: &Program<'_>, module: &mut Module) -> Result<()> {
    for payload in Parser::new(0).parse_all(program.bytes) {
        match payload.map_err(said)? {
            Payload::MemorySection(section) => {
                let mut memories = wasm_encoder::MemorySection::new();
                RoundtripReencoder.parse_memory_section(&mut memories, section).map_err(said)?;
                module.section(&memories);
            }
            Payload::GlobalSection(section) => {
                let mut globals = wasm_encoder::GlobalSection::new();
                RoundtripReencoder.parse_global_section(&mut globals, section).map_err(said)?;
                module.section(&globals);
            }
            _ => {}
        }
    }
    Ok(())
}

fn exports(program: &Program<'_>, plan: &Plan<'_>) -> Result<ExportSection> {
    let mut exports = ExportSection::new();
    for export in &program.exports {
        let kind = RoundtripReencoder.export_kind(export.kind).map_err(said)?;
        let index = match export.kind {
            ExternalKind::Func => plan.in_main[&export.index],
            _ => export.index,
        };
        exports.export(export.name, kind, index);
    }
    for (what, name) in &plan.exports {
        match what {
            Shared::Memory => exports.export(name, ExportKind::Memory, 0),
            Shared::Table(table) => exports.export(name, ExportKind::Table, *table),
            Shared::Global(global) => exports.export(name, ExportKind::Global, *global),
            Shared::Function(f) => exports.export(name, ExportKind::Func, plan.in_main[f]),
        };
    }
    Ok(exports)
}

/// The table as it was, a stub in the place of each function that left; behind it the stubs of those that had none.
fn elements(program: &Program<'_>, plan: &Plan<'_>) -> ElementSection {
    let mut elements = ElementSection::new();
    for (first, functions) in &program.elements {
        let functions: Vec<u32> = functions.iter().map(|f| plan.in_main[f]).collect();
        let functions = Elements::Functions(Cow::Owned(functions));
        elements.active(None, &ConstExpr::i32_const(*first as i32), functions);
    }
    let end = program.tables.first().map_or(0, |table| table.initial as u32);
    let mut more: Vec<(u32, u32)> = plan
        .places
        .iter()
        .filter_map(|(f, places)| Some((*places.first()?, *f)))
        .filter(|(place, _)| *place >= end)
        .collect();
    more.sort_unstable();
    if !more.is_empty() {
        let functions: Vec<u32> = more.iter().map(|(_, f)| plan.in_main[f]).collect();
        let functions = Elements::Functions(Cow::Owned(functions));
        elements.active(None, &ConstExpr::i32_const(end as i32), functions);
    }
    elements
}

fn code(program: &Program<'_>, plan: &Plan<'_>) -> Result<CodeSection> {
    let mut code = CodeSection::new();
    for function in stays(plan) {
        let body = &program.bodies[(function - program.imported()) as usize];
        code.function(&moved(body, &mut |called| {
            call(program, plan, None, called, &plan.in_main)
        })?);
    }
    let load = plan.main_imports.len() as u32;
    for (&function, places) in &plan.places {
        let place = places.first().copied().unwrap_or_default();
        let kind = program.kind(function);
        let part = plan.part_of[function as usize].unwrap_or_default();
        let mut stub = Function::new([]);
        stub.instruction(&Instruction::I32Const(part as i32));
        stub.instruction(&Instruction::Call(load));
        for parameter in 0..program.types[kind as usize].params().len() as u32 {
            stub.instruction(&Instruction::LocalGet(parameter));
        }
        stub.instruction(&Instruction::I32Const(place as i32));
        stub.instruction(&Instruction::CallIndirect { type_index: kind, table_index: 0 });
        stub.instruction(&Instruction::End);
        code.function(&stub);
    }
    Ok(code)
}

/// How a call of a function is said: by its number here, or through its place in the table.
pub(crate) fn call(
    program: &Program<'_>,
    plan: &Plan<'_>,
    caller: Option<usize>,
    called: u32,
    numbers: &std::collections::HashMap<u32, u32>,
) -> Result<Vec<Instruction<'static>>> {
    if let Some(place) = plan.place_for(called, caller) {
        let type_index = program.kind(called);
        return Ok(vec![
            Instruction::I32Const(place as i32),
            Instruction::CallIndirect { type_index, table_index: 0 },
        ]);
    }
    let number = numbers.get(&called).ok_or_else(|| format!("function {called} is nowhere"))?;
    Ok(vec![Instruction::Call(*number)])
}

/// A function's body in another module, where calls are said otherwise.
pub(crate) fn moved(
    body: &FunctionBody<'_>,
    call: &mut dyn FnMut(u32) -> Result<Vec<Instruction<'static>>>,
) -> Result<Function> {
    let mut out = RoundtripReencoder.new_function_with_parsed_locals(body).map_err(said)?;
    for operator in body.get_operators_reader().map_err(said)? {
        match operator.map_err(said)? {
            Operator::Call { function_index } => {
                for instruction in call(function_index)? {
                    out.instruction(&instruction);
                }
            }
            other => {
                out.instruction(&RoundtripReencoder.instruction(other).map_err(said)?);
            }
        }
    }
    Ok(out)
}

/// The names of functions and stubs, for whoever wants to know who called a part.
fn named(program: &Program<'_>, plan: &Plan<'_>) -> NameSection {
    let mut here: Vec<(u32, u32)> = plan.in_main.iter().map(|(f, number)| (*number, *f)).collect();
    here.sort_unstable();
    let mut map = NameMap::new();
    for (number, function) in here {
        let name = program.names.get(&function).map_or("", String::as_str);
        let stub = if plan.part_of[function as usize].is_some() { "stub of " } else { "" };
        map.append(number, &format!("{stub}{name}"));
    }
    let mut names = NameSection::new();
    names.functions(&map);
    names
}

fn data(program: &Program<'_>, plan: &Plan<'_>) -> DataSection {
    let mut section = DataSection::new();
    for (number, (offset, bytes)) in program.data.iter().enumerate() {
        let mut bytes = bytes.to_vec();
        for blob in plan.parts.iter().flat_map(|part| &part.blobs).filter(|b| b.data == number) {
            bytes[blob.range.clone()].fill(0);
        }
        section.active(0, &ConstExpr::i32_const(*offset as i32), bytes);
    }
    section
}
