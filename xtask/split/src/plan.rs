//! Who goes where, and by which numbers the modules know each other.

use crate::assign::{Rule, SHARED, path};
use crate::blobs::Blob;
use crate::read::Program;
use crate::{MAIN, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The split, decided.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    /// The parts that hold anything.
    pub(crate) parts: Vec<Planned<'a>>,
    /// The part of each function, by its number.
    pub(crate) part_of: Vec<Option<usize>>,
    /// The places in the table of each function of a part that is called from elsewhere. The first is the one
    /// through which others call it by number; several come of functions that are the same.
    pub(crate) places: BTreeMap<u32, Vec<u32>>,
    /// All own functions in the order in which they stand in the modules.
    pub(crate) order: Vec<u32>,
    /// How many places the table has.
    pub(crate) table: u32,
    /// The imported functions that the main module needs.
    pub(crate) main_imports: Vec<u32>,
    /// Its number in the main module, by the number of a function that is there.
    pub(crate) in_main: HashMap<u32, u32>,
    /// What the main module exports for the parts, and by which name.
    pub(crate) exports: BTreeMap<Shared, String>,
}

/// A part, decided.
#[derive(Debug)]
pub(crate) struct Planned<'a> {
    /// What the page calls it by.
    pub(crate) name: String,
    /// Its functions, in order.
    pub(crate) functions: Vec<u32>,
    /// Its data.
    pub(crate) blobs: Vec<&'a Blob>,
    /// The functions of others that it calls by number, in order: imported ones first.
    pub(crate) needs: Vec<u32>,
    /// Parts without a rule that its functions call.
    pub(crate) with: Vec<usize>,
}

/// What parts share with the main module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shared {
    Memory,
    Table(u32),
    Global(u32),
    Function(u32),
}

impl<'a> Plan<'a> {
    pub(crate) fn new(
        program: &Program<'_>,
        owners: &[Option<usize>],
        blobs: &'a [Blob],
        rules: &[Rule],
    ) -> Result<Self> {
        let order = order(program);
        let mut parts = Vec::new();
        let mut place_of_rule = HashMap::new();
        let names = rules.iter().map(|rule| rule.part).chain([SHARED]);
        for (rule, name) in names.enumerate() {
            let functions: Vec<u32> =
                order.iter().copied().filter(|&f| owners[f as usize] == Some(rule)).collect();
            let own: Vec<&Blob> = blobs.iter().filter(|blob| blob.part == name).collect();
            if !functions.is_empty() || !own.is_empty() {
                place_of_rule.insert(rule, parts.len());
                parts.push(Planned::new(name, functions, own));
            }
        }
        for blob in blobs {
            match parts.iter_mut().find(|part| part.name == blob.part) {
                None => parts.push(Planned::new(&blob.part, Vec::new(), vec![blob])),
                Some(part) if !part.blobs.contains(&blob) => part.blobs.push(blob),
                Some(_) => {}
            }
        }
        let part_of: Vec<Option<usize>> =
            owners.iter().map(|owner| owner.map(|rule| place_of_rule[&rule])).collect();
        let (places, table) = places(program, &part_of)?;
        let mut plan = Plan {
            parts,
            part_of,
            places,
            order,
            table,
            main_imports: Vec::new(),
            in_main: HashMap::new(),
            exports: BTreeMap::new(),
        };
        let shared = place_of_rule.get(&rules.len()).copied();
        for part in 0..plan.parts.len() {
            plan.connect(program, part, shared);
        }
        plan.number_main(program);
        plan.export(program)?;
        Ok(plan)
    }

    /// Whether a function is called through the table by those of a part, or by those of the main module.
    pub(crate) fn place_for(&self, function: u32, caller: Option<usize>) -> Option<u32> {
        let part = self.part_of[function as usize]?;
        if caller == Some(part) { None } else { self.places.get(&function)?.first().copied() }
    }

    fn connect(&mut self, program: &Program<'_>, part: usize, shared: Option<usize>) {
        let mut needs = BTreeSet::new();
        let mut with = BTreeSet::new();
        for &function in &self.parts[part].functions {
            for &called in program.called_by(function) {
                match self.part_of[called as usize] {
                    None => {
                        needs.insert(called);
                    }
                    Some(other) if other != part && Some(other) == shared => {
                        with.insert(other);
                    }
                    Some(_) => {}
                }
            }
        }
        self.parts[part].needs = needs.into_iter().collect();
        self.parts[part].with = with.into_iter().collect();
    }

    /// Imports that it calls, the one that loads a part, its own functions, a stub for each function of a part that others call.
    fn number_main(&mut self, program: &Program<'_>) {
        let stays = |f: &u32| self.part_of[*f as usize].is_none();
        let own: Vec<u32> = self.order.iter().copied().filter(stays).collect();
        let mut imports: BTreeSet<u32> =
            own.iter().flat_map(|&f| program.called_by(f)).copied().collect();
        imports.extend(program.elements.iter().flat_map(|(_, functions)| functions));
        imports.extend(program.called_from_outside());
        self.main_imports = imports.into_iter().filter(|&f| f < program.imported()).collect();
        let first_own = self.main_imports.len() as u32 + 1;
        let imports = self.main_imports.iter().copied().zip(0..);
        let stubs = own.iter().chain(self.places.keys()).copied().zip(first_own..);
        self.in_main = imports.chain(stubs).collect();
    }

    fn export(&mut self, program: &Program<'_>) -> Result<()> {
        let mut shared: BTreeSet<Shared> = BTreeSet::new();
        shared.insert(Shared::Memory);
        shared.extend((0..program.tables.len() as u32).map(Shared::Table));
        shared.extend((0..program.globals.len() as u32).map(Shared::Global));
        let needed = self.parts.iter().flat_map(|part| &part.needs);
        shared.extend(needed.filter(|&&f| f >= program.imported()).map(|&f| Shared::Function(f)));
        for (at, what) in shared.into_iter().enumerate() {
            let name = short(at);
            if program.exports.iter().any(|export| export.name == name) {
                return Err(format!("exports {name}, which a part is to use"));
            }
            self.exports.insert(what, name);
        }
        Ok(())
    }

    /// The module and the field by which a part imports something of the main module.
    pub(crate) fn import_of(&self, what: Shared) -> Result<(&str, &str)> {
        let name = self.exports.get(&what).ok_or_else(|| format!("{what:?} is not exported"))?;
        Ok((MAIN, name))
    }
}

impl<'a> Planned<'a> {
    fn new(name: &str, functions: Vec<u32>, blobs: Vec<&'a Blob>) -> Self {
        Self { name: name.to_owned(), functions, blobs, needs: Vec::new(), with: Vec::new() }
    }
}

/// The places in the table of functions of parts that are in it or are called from elsewhere, and how long it
/// gets: who had none gets one behind its end.
fn places(
    program: &Program<'_>,
    part_of: &[Option<usize>],
) -> Result<(BTreeMap<u32, Vec<u32>>, u32)> {
    let mut places: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (first, functions) in &program.elements {
        for (&function, place) in functions.iter().zip(*first..) {
            if part_of[function as usize].is_some() {
                places.entry(function).or_default().push(place);
            }
        }
    }
    let table = program.tables.first().ok_or("has no table of functions")?;
    let mut end = u32::try_from(table.initial).map_err(|_| "has too long a table")?;
    for caller in program.own() {
        for &called in program.called_by(caller) {
            let part = part_of[called as usize];
            if part.is_some() && part != part_of[caller as usize] && !places.contains_key(&called) {
                places.insert(called, vec![end]);
                end += 1;
            }
        }
    }
    Ok((places, end))
}

/// A short name by its number: two digits of 64 are enough for four thousand.
fn short(mut number: usize) -> String {
    const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    let mut name = String::new();
    loop {
        name.push(char::from(DIGITS[number % 64]));
        number /= 64;
        if number == 0 {
            return name;
        }
    }
}

/// Functions that are made of the same source stand together, by length: they are most alike, and what is alike packs
/// better when it is near.
fn order(program: &Program<'_>) -> Vec<u32> {
    let mut order: Vec<u32> = program.own().collect();
    order.sort_by_cached_key(|&function| {
        let name = program.names.get(&function).map(String::as_str).unwrap_or_default();
        (path(name), program.size(function), function)
    });
    order
}
