// Marks in a pattern. `build.rs` writes them and `pattern.rs` reads them, so both include this file.

/// A variable's name follows.
const VARIABLE: char = '\u{1}';
/// The name of the variable that chooses follows, then the variants.
const CHOICE: char = '\u{2}';
/// A name, a key or a variant's pattern ends.
const END: char = '\u{3}';
