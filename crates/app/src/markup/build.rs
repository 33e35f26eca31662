//! Makes the nodes of a template.

use super::template::{Element, Keyed, Named, Part};
use super::{Hole, list};
use std::vec::IntoIter;
use yew::html::NodeRef;
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listeners, VNode, VTag, VText,
};

/// The values of holes that are still to be used. The macro writes templates and values together, so that
/// each hole finds a value of its kind; where it did not, it would be left empty.
pub(super) struct Filling(pub(super) IntoIter<Hole>);

impl Filling {
    /// The only part as a node, else the list of all.
    pub(super) fn one(&mut self, parts: &'static [Part]) -> VNode {
        match parts {
            [] => VNode::default(),
            [part] => self.part(part),
            parts => list(self.nodes(parts), None),
        }
    }

    fn nodes(&mut self, parts: &'static [Part]) -> Vec<VNode> {
        let mut nodes = Vec::with_capacity(parts.len());
        self.add(parts, &mut nodes);
        nodes
    }

    /// Adds parts to siblings, among which several nodes out of one hole stand by themselves.
    fn add(&mut self, parts: &'static [Part], nodes: &mut Vec<VNode>) {
        for part in parts {
            match self.0.as_slice().first() {
                Some(Hole::Children(_)) if matches!(part, Part::Child) => {
                    if let Some(Hole::Children(several)) = self.0.next() {
                        nodes.extend(several);
                    }
                }
                _ => nodes.push(self.part(part)),
            }
        }
    }

    fn part(&mut self, part: &'static Part) -> VNode {
        match part {
            Part::Text(text) => VNode::VText(VText::new(*text)),
            Part::Child => match self.0.next() {
                Some(Hole::Child(node)) => node,
                Some(Hole::Children(several)) => list(several, None),
                _ => VNode::default(),
            },
            Part::Element(element) => self.element(element),
            Part::Fragment { key, children } => {
                let key = self.key(*key);
                list(self.nodes(children), key)
            }
            Part::Choice(arms) => {
                let arm = match self.0.next() {
                    Some(Hole::Arm(arm)) => arms.get(arm),
                    _ => None,
                };
                list(arm.map_or_else(Vec::new, |arm| self.nodes(arm)), None)
            }
            Part::Loop(children) => {
                let mut all = Vec::new();
                while let Some(Hole::Again) = self.0.next() {
                    self.add(children, &mut all);
                }
                list(all, None)
            }
        }
    }

    fn key(&mut self, keyed: Keyed) -> Option<Key> {
        match keyed {
            Keyed::No => None,
            Keyed::Fixed(key) => Some(Key::from(key)),
            Keyed::Hole => match self.0.next() {
                Some(Hole::Key(key)) => Some(key),
                _ => None,
            },
        }
    }

    fn value(&mut self) -> Option<AttrValue> {
        match self.0.next() {
            Some(Hole::Value(value)) => value,
            _ => None,
        }
    }

    fn element(&mut self, element: &'static Element) -> VNode {
        let value = element.value.then(|| self.value()).flatten();
        let checked = element.checked.then(|| matches!(self.0.next(), Some(Hole::Flag(true))));
        let default_value = element.default_value.then(|| self.value()).flatten();
        let reference = match element.reference.then(|| self.0.next()).flatten() {
            Some(Hole::Reference(reference)) => reference,
            _ => NodeRef::default(),
        };
        let key = self.key(element.key);
        let attributes = self.attributes(&element.attributes);
        let listeners = self.listeners(element.listeners);
        let tag = match element.tag {
            "input" => VTag::__new_input(value, checked, reference, key, attributes, listeners),
            "textarea" => {
                VTag::__new_textarea(value, default_value, reference, key, attributes, listeners)
            }
            tag => {
                let (tag, children) = (AttrValue::Static(tag), self.one(&element.children));
                VTag::__new_other(tag, reference, key, attributes, listeners, children)
            }
        };
        tag.into()
    }

    fn attributes(&mut self, named: &'static Named) -> Attributes {
        let (keys, fixed) = match named {
            Named::Fixed(list) => return Attributes::Static(list),
            Named::Holes(keys, fixed) => (keys, fixed),
        };
        let value = |(key, fixed): (&&'static str, &Option<&'static str>)| {
            let value = match fixed {
                Some(value) => Some(AttrValue::Static(value)),
                None => match self.0.next() {
                    Some(Hole::Value(value)) => value,
                    Some(Hole::Flag(true)) => Some(AttrValue::Static(key)),
                    _ => None,
                },
            };
            value.map(AttributeOrProperty::Attribute)
        };
        Attributes::Dynamic { keys, values: keys.iter().zip(fixed).map(value).collect() }
    }

    fn listeners(&mut self, count: usize) -> Listeners {
        if count == 0 {
            return Listeners::None;
        }
        let mut next = || match self.0.next() {
            Some(Hole::Listener(listener)) => listener,
            _ => None,
        };
        Listeners::Pending((0..count).map(|_| next()).collect())
    }
}
