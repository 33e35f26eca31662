//! Which part a function belongs to.

use crate::read::Program;
use std::collections::HashSet;

/// A part, and the names of what belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What the page calls it by.
    pub part: &'static str,
    /// A function belongs to it whose name, types included, holds one of these. The first rule that fits counts.
    pub holds: &'static [&'static str],
    /// A function stays in the main module all the same when its name holds one of these.
    pub stays: &'static [&'static str],
}

/// The name of the part that holds what several parts need and the main module does not.
pub const SHARED: &str = "shared";

/// A function of at most so many bytes is not worth a stub and a place in the table.
const SMALL: u32 = 100;

/// A function of more bytes is hardly the same as one made for another type.
const LARGE: u32 = 300;

/// The owner of each function, by its number: a place in `rules`, `rules.len()` for what several parts share, `None`
/// for the main module.
///
/// A function whose own path a rule names belongs to that part, whoever calls it, unless it is small. One that is only
/// made for a type of that name stays where the main module calls it, unless it is large: of functions that are the
/// same, the compilers keep one, with the name of any of them. Of the others, what can be reached from outside, from the table
/// or from another function of the main module stays there; what only parts reach goes with them.
pub fn owners(program: &Program<'_>, rules: &[Rule]) -> Vec<Option<usize>> {
    let outside = program.called_from_outside();
    let all = program.own().end;
    let named: Vec<Option<usize>> = (0..all)
        .map(|function| {
            let own = program.own().contains(&function) && !outside.contains(&function);
            rule_of(program.names.get(&function).filter(|_| own)?, rules)
        })
        .collect();
    // Where the way ends that begins at what stays.
    let border = |function: u32| {
        named[function as usize].is_some()
            && program.size(function) > SMALL
            && (program.size(function) > LARGE
                || program
                    .names
                    .get(&function)
                    .and_then(|name| rule_of(&path(name), rules))
                    .is_some())
    };
    let table = program.elements.iter().flat_map(|(_, functions)| functions).copied();
    let stays = |&f: &u32| named[f as usize].is_none() || program.size(f) <= SMALL && !border(f);
    let main: Vec<u32> = outside.into_iter().chain(table).filter(stays).collect();
    let main = reached(program, main, border);
    let of_parts: Vec<HashSet<u32>> = (0..rules.len())
        .map(|part| {
            let own = (0..all).filter(|&f| named[f as usize] == Some(part) && !main.contains(&f));
            reached(program, own.collect(), |f| {
                main.contains(&f) || border(f) && named[f as usize] != Some(part)
            })
        })
        .collect();
    (0..all)
        .map(|f| {
            let mut parts = (0..rules.len()).filter(|&part| of_parts[part].contains(&f));
            let first = parts.next().filter(|_| f >= program.imported())?;
            Some(if parts.next().is_some() { rules.len() } else { first })
        })
        .collect()
}

fn rule_of(name: &str, rules: &[Rule]) -> Option<usize> {
    let any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    rules.iter().position(|rule| any(rule.holds) && !any(rule.stays))
}

/// A name without the types that what it names is made for: `<a::B<c::D> as e::F<G>>::h::<I>` → `a::B::h::`.
pub(crate) fn path(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut depth = 0;
    // A method's name begins with its type in brackets, or with its type and a trait.
    let mut in_type = name.starts_with('<');
    let mut before = ' ';
    for (at, c) in name.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before != '-' => {
                depth -= 1;
                in_type &= depth > 0;
            }
            ' ' if depth == 1 && name[at..].starts_with(" as ") => in_type = false,
            _ if depth == usize::from(in_type) => out.push(c),
            _ => {}
        }
        before = c;
    }
    out
}

/// All functions that can be reached from some by calls by number, without going through a border.
fn reached(program: &Program<'_>, from: Vec<u32>, border: impl Fn(u32) -> bool) -> HashSet<u32> {
    let mut seen = HashSet::new();
    let mut open = from;
    while let Some(function) = open.pop() {
        if !border(function) && seen.insert(function) {
            open.extend(program.called_by(function));
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_without_types() {
        let cases = [
            ("<a::B<c::D> as e::F<G>>::h::<I>", "a::B::h::"),
            ("a::b::<c::D>::{closure#0}", "a::b::::{closure#0}"),
            ("<&a::B>::c", "&a::B::c"),
            ("<dyn Fn(a::B) -> c::D>::e", "dyn Fn(a::B) -> c::D::e"),
            ("a::<fn() -> b::C>::d", "a::::d"),
        ];
        for (name, expected) in cases {
            assert_eq!(path(name), expected, "{name}");
        }
    }
}
