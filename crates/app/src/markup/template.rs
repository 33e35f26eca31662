//! Templates, read when they are first used and kept from then on.

use super::marks;
use std::cell::RefCell;
use yew::virtual_dom::AttributeOrProperty;

/// One thing among the children of another.
pub(super) enum Part {
    Text(&'static str),
    /// A child, or several, out of a hole.
    Child,
    Element(Element),
    Fragment {
        key: Keyed,
        children: Parts,
    },
    /// A hole says which of these is shown.
    Choice(Vec<Parts>),
    /// Holes say how often these are there.
    Loop(Parts),
}

pub(super) type Parts = Vec<Part>;

/// Whether something has a key, and where it comes from.
#[derive(Clone, Copy, Default)]
pub(super) enum Keyed {
    #[default]
    No,
    Fixed(&'static str),
    Hole,
}

/// An element, and which holes it has.
#[derive(Default)]
pub(super) struct Element {
    pub(super) tag: &'static str,
    /// Whether the properties `value`, `checked` and `defaultvalue` are holes.
    pub(super) value: bool,
    pub(super) checked: bool,
    pub(super) default_value: bool,
    pub(super) reference: bool,
    pub(super) key: Keyed,
    pub(super) attributes: Named,
    pub(super) listeners: usize,
    pub(super) children: Parts,
}

/// The attributes of an element. They are never freed: Yew compares the places where they lie.
pub(super) enum Named {
    /// All of them always the same.
    Fixed(&'static [(&'static str, AttributeOrProperty)]),
    /// The names, and values where those are always the same.
    Holes(&'static [&'static str], Vec<Option<&'static str>>),
}

impl Default for Named {
    fn default() -> Self {
        Self::Fixed(&[])
    }
}

thread_local! {
    /// Templates that were read, by where their text lies.
    static READ: RefCell<Vec<(u64, &'static Parts)>> = const { RefCell::new(Vec::new()) };
}

/// The parts of a template.
pub(super) fn read(template: &'static str) -> &'static [Part] {
    // Addresses have 48 bits at most, and templates are far shorter than 64 KiB.
    let place = (template.as_ptr() as u64) << 16 | template.len() as u64;
    READ.with_borrow_mut(|read| match read.binary_search_by_key(&place, |(place, _)| *place) {
        Ok(at) => read[at].1,
        Err(at) => {
            let parts: &'static Parts = Box::leak(Box::new(Reader(template).parts()));
            read.insert(at, (place, parts));
            parts
        }
    })
}

/// What of a template is still to be read.
struct Reader(&'static str);

impl Reader {
    /// The next mark, and the text up to the one after it.
    fn next(&mut self) -> Option<(char, &'static str)> {
        let mut chars = self.0.chars();
        let mark = chars.next()?;
        let rest = chars.as_str();
        let is_mark = |b: &u8| *b < b' ' && !b.is_ascii_whitespace();
        let end = rest.bytes().position(|b| is_mark(&b)).unwrap_or(rest.len());
        let (text, rest) = rest.split_at(end);
        self.0 = rest;
        Some((mark, text))
    }

    /// The next mark, if it is this one.
    fn next_if(&mut self, mark: char) -> Option<&'static str> {
        self.0.starts_with(mark).then(|| self.next()).flatten().map(|(_, text)| text)
    }

    /// Parts up to the end of what holds them.
    fn parts(&mut self) -> Parts {
        let mut parts = Vec::new();
        while let Some((mark, text)) = self.next() {
            parts.push(match mark {
                marks::TEXT => Part::Text(text),
                marks::CHILD => Part::Child,
                marks::ELEMENT => Part::Element(self.element(text)),
                marks::FRAGMENT => Part::Fragment { key: self.key(), children: self.parts() },
                marks::LOOP => Part::Loop(self.parts()),
                marks::CHOICE => {
                    let mut arms = Vec::new();
                    while self.next_if(marks::ARM).is_some() {
                        arms.push(self.parts());
                    }
                    self.next_if(marks::END);
                    Part::Choice(arms)
                }
                _ => break,
            });
        }
        parts
    }

    fn key(&mut self) -> Keyed {
        if self.next_if(marks::KEY).is_some() {
            return Keyed::Hole;
        }
        self.next_if(marks::FIXED_KEY).map_or(Keyed::No, Keyed::Fixed)
    }

    fn element(&mut self, tag: &'static str) -> Element {
        let value = self.next_if(marks::INPUT_VALUE).is_some();
        let checked = self.next_if(marks::CHECKED).is_some();
        let default_value = self.next_if(marks::DEFAULT_VALUE).is_some();
        let reference = self.next_if(marks::REFERENCE).is_some();
        let key = self.key();
        let attributes = self.attributes();
        let mut listeners = 0;
        while self.next_if(marks::LISTENER).is_some() {
            listeners += 1;
        }
        let children = self.parts();
        Element {
            tag,
            value,
            checked,
            default_value,
            reference,
            key,
            attributes,
            listeners,
            children,
        }
    }

    fn attributes(&mut self) -> Named {
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        loop {
            if let Some(name) = self.next_if(marks::FIXED) {
                keys.push(name);
                values.push(self.next_if(marks::VALUE));
            } else if let Some(name) = self.next_if(marks::ATTRIBUTE) {
                keys.push(name);
                values.push(None);
            } else {
                break;
            }
        }
        if values.iter().any(Option::is_none) {
            return Named::Holes(Vec::leak(keys), values);
        }
        let fixed = |(key, value): (_, Option<_>)| Some((key, AttributeOrProperty::Static(value?)));
        Named::Fixed(Vec::leak(keys.into_iter().zip(values).filter_map(fixed).collect()))
    }
}
