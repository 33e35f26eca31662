//! A small module, split: both halves are valid modules that know each other.

use split::assign::Rule;
use split::read::Program;
use split::split;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, GlobalType, ImportSection,
    Instruction, MemorySection, MemoryType, Module, NameMap, NameSection, RefType, TableSection,
    TableType, TypeSection, ValType,
};

const RULES: [Rule; 2] = [
    Rule { part: "kpi", holds: &["app::kpi::"], stays: &[] },
    Rule { part: "texts", holds: &["nothing"], stays: &[] },
];

/// What the functions of [`module`] are: name, what they call, how many bytes they have more.
const FUNCTIONS: [(&str, &[u32], usize); 6] = [
    ("app::main", &[0, 2, 5], 0), // 1: exported; calls the import, a part's function, one of its own
    ("app::kpi::screen", &[3, 4, 6], 200), // 2
    ("app::parts::only_kpi_uses_it", &[0], 0), // 3
    ("app::parts::both_use_it", &[], 0), // 4
    ("app::other", &[4], 0),      // 5
    ("<yew::X<app::kpi::Screen>>::view", &[2], 400), // 6: in the table
];

fn module() -> Vec<u8> {
    let mut module = Module::new();
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    module.section(&types);
    let mut imports = ImportSection::new();
    imports.import("./app_bg.js", "now", EntityType::Function(0));
    module.section(&imports);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let mut names = NameMap::new();
    for (number, (name, calls, more)) in (1..).zip(FUNCTIONS) {
        functions.function(0);
        names.append(number, &name.replace("app::", "app[0123456789abcdef]::"));
        let mut body = Function::new([]);
        body.instruction(&Instruction::LocalGet(0));
        for &called in calls {
            body.instruction(&Instruction::Call(called));
        }
        for _ in 0..more {
            body.instruction(&Instruction::Nop);
        }
        body.instruction(&Instruction::End);
        code.function(&body);
    }
    module.section(&functions);
    let mut tables = TableSection::new();
    let element_type = RefType::FUNCREF;
    let (minimum, maximum) = (3, Some(3));
    tables.table(TableType { element_type, table64: false, minimum, maximum, shared: false });
    module.section(&tables);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    module.section(&memories);
    let mut globals = GlobalSection::new();
    let kind = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
    globals.global(kind, &ConstExpr::i32_const(1024));
    module.section(&globals);
    let mut exports = ExportSection::new();
    exports.export("start", ExportKind::Func, 1);
    module.section(&exports);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![6, 5].into()));
    module.section(&elements);
    module.section(&code);
    let mut data = DataSection::new();
    let bytes = *b"before\x01sodachi-part texts 5\x01wordsafter";
    data.active(0, &ConstExpr::i32_const(64), bytes);
    module.section(&data);
    let mut section = NameSection::new();
    section.functions(&names);
    module.section(&section);
    module.finish()
}

#[test]
fn both_halves_are_valid_and_know_each_other() {
    let whole = module();
    let done = split(&whole, &RULES, false).unwrap();
    let names: Vec<&str> = done.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["kpi", "texts"]);
    for module in done.parts.iter().map(|part| &part.module).chain([&done.main]) {
        wasmparser::Validator::new().validate_all(module).unwrap();
    }
    let main = Program::read(&done.main).unwrap();
    // the import, the one that loads; three of its own, a stub for the screen and one for its component
    assert_eq!((main.imports.len(), main.functions.len()), (2, 5));
    assert_eq!(main.imports[1].0, "p");
    // the place of the component is kept, the screen's is new
    assert_eq!(main.tables[0].initial, 4);
    assert_eq!(main.elements.iter().map(|(first, _)| *first).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn a_part_puts_its_functions_into_their_places() {
    let whole = module();
    let done = split(&whole, &RULES, false).unwrap();
    let mut places = Vec::new();
    let mut imports = Vec::new();
    for payload in wasmparser::Parser::new(0).parse_all(&done.parts[0].module) {
        match payload.unwrap() {
            wasmparser::Payload::ElementSection(section) => {
                for element in section {
                    let wasmparser::ElementKind::Active { offset_expr, .. } = element.unwrap().kind
                    else {
                        panic!("not in the table from the start")
                    };
                    let place = offset_expr.get_operators_reader().read().unwrap();
                    places.push(format!("{place:?}"));
                }
            }
            wasmparser::Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.unwrap();
                    imports.push(format!("{} {}", import.module, import.name));
                }
            }
            _ => {}
        }
    }
    assert_eq!(places, ["I32Const { value: 1 }", "I32Const { value: 3 }"]);
    // the import of the script, the function that both use, memory, table, global
    assert_eq!(imports[0], "./app_bg.js now");
    assert_eq!(imports.iter().filter(|import| import.starts_with("m ")).count(), 4);
}

#[test]
fn marked_data_travel_with_their_part() {
    let whole = module();
    let done = split(&whole, &RULES, false).unwrap();
    let main = Program::read(&done.main).unwrap();
    assert_eq!(main.data[0].1, b"before\x01sodachi-part texts 5\x01\0\0\0\0\0after");
    let texts = done.parts.iter().find(|part| part.name == "texts").unwrap();
    assert!(texts.module.windows(5).any(|window| window == b"words"));
}
