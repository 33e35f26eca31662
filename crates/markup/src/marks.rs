//! The characters that divide a template, the text that a piece of markup becomes.
//!
//! A template tells a tree in the order in which it is written; a mark stands before what it speaks of, and
//! the text after it goes on to the next mark. This file is read twice: by the macro, which writes templates,
//! and by `app::markup`, which reads them.

/// An element; its name follows, then what it has, then its children up to [`END`].
pub(crate) const ELEMENT: char = '\u{1}';
/// The end of an element, a fragment, an arm or a loop.
pub(crate) const END: char = '\u{2}';
/// An attribute that always has the same value: name, then [`VALUE`] and the value.
pub(crate) const FIXED: char = '\u{3}';
/// The value of a [`FIXED`] attribute.
pub(crate) const VALUE: char = '\u{4}';
/// An attribute whose value is a hole; its name follows.
pub(crate) const ATTRIBUTE: char = '\u{5}';
/// A listener, which is a hole.
pub(crate) const LISTENER: char = '\u{6}';
/// The key of an element or a fragment, when it is a hole.
pub(crate) const KEY: char = '\u{7}';
/// The key of an element or a fragment, when it is always the same; it follows.
pub(crate) const FIXED_KEY: char = '\u{8}';
/// The reference to the node of an element, a hole.
pub(crate) const REFERENCE: char = '\u{e}';
/// The property `value` of an `input` or `textarea`, a hole.
pub(crate) const INPUT_VALUE: char = '\u{f}';
/// The property `checked` of an `input`, a hole.
pub(crate) const CHECKED: char = '\u{10}';
/// The value that a `textarea` has at first, a hole.
pub(crate) const DEFAULT_VALUE: char = '\u{11}';
/// A text that is always the same; it follows.
pub(crate) const TEXT: char = '\u{12}';
/// A child, or several, out of a hole.
pub(crate) const CHILD: char = '\u{13}';
/// A fragment; its key, if any, and its children follow up to [`END`].
pub(crate) const FRAGMENT: char = '\u{14}';
/// A choice between arms; a hole says which. Arms follow, then [`END`].
pub(crate) const CHOICE: char = '\u{15}';
/// An arm of a choice; its children follow up to [`END`].
pub(crate) const ARM: char = '\u{16}';
/// A loop; its children follow up to [`END`], and holes say how often they are there.
pub(crate) const LOOP: char = '\u{17}';
