//! What [`html!`](html) of our own expands to: values for the holes of a template, and the nodes made of both.
//!
//! Yew's macro writes out the code that makes each node. Here one function does it for all of them, which
//! makes the screens' part of the download a good deal smaller. Why, and what is not there: crate `markup`.

mod build;
mod child;
#[path = "../../../markup/src/marks.rs"]
mod marks;
#[cfg(test)]
mod sources;
mod template;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

pub(crate) use child::Child;
pub(crate) use markup::html;

use std::rc::Rc;
use yew::html::{Classes, IntoPropValue, NodeRef};
use yew::virtual_dom::{AttrValue, Key, Listener, VList, VNode};

/// One value for a template.
enum Hole {
    /// Children: one, or none, or several that stand beside their siblings.
    Child(VNode),
    Children(Vec<VNode>),
    /// The value of an attribute; `None` leaves it away.
    Value(Option<AttrValue>),
    /// Whether an attribute is there.
    Flag(bool),
    Listener(Option<Rc<dyn Listener>>),
    Reference(NodeRef),
    Key(Key),
    /// Which arm of a choice is shown.
    Arm(usize),
    /// One more round of a loop.
    Again,
    /// The end of a loop.
    End,
}

/// The values for the holes of one template, in its order.
pub(crate) struct Holes(Vec<Hole>);

impl Holes {
    /// None yet.
    #[inline(never)]
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(8))
    }

    #[inline(never)]
    fn push(&mut self, hole: Hole) {
        self.0.push(hole);
    }

    #[inline(never)]
    fn value(&mut self, value: Option<AttrValue>) {
        self.push(Hole::Value(value));
    }

    /// An attribute, or the value of a field; `None` leaves it away.
    pub(crate) fn attribute(&mut self, value: impl IntoPropValue<Option<AttrValue>>) {
        self.value(value.into_prop_value());
    }

    /// The attribute `class`; without any class it is left away.
    pub(crate) fn class(&mut self, classes: impl Into<Classes>) {
        self.classes(classes.into());
    }

    #[inline(never)]
    fn classes(&mut self, classes: Classes) {
        self.value(classes.into_prop_value());
    }

    /// An attribute that is there or not; whether a box is checked.
    #[inline(never)]
    pub(crate) fn flag(&mut self, is: bool) {
        self.push(Hole::Flag(is));
    }

    /// A listener; `None` listens to nothing.
    #[inline(never)]
    pub(crate) fn listener(&mut self, listener: Option<Rc<dyn Listener>>) {
        self.push(Hole::Listener(listener));
    }

    /// What refers to the node of an element.
    pub(crate) fn reference(&mut self, reference: impl IntoPropValue<NodeRef>) {
        self.push(Hole::Reference(reference.into_prop_value()));
    }

    /// The key of an element or a fragment.
    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        self.push(Hole::Key(key.into()));
    }

    /// A child: a node, a text, perhaps nothing, or a list of nodes.
    pub(crate) fn child(&mut self, child: impl Child) {
        child.put(self);
    }

    /// All children that an iterator gives.
    pub(crate) fn children<T: Into<VNode>>(&mut self, children: impl IntoIterator<Item = T>) {
        self.nodes(children.into_iter().map(Into::into).collect());
    }

    /// A child that is a node.
    #[inline(never)]
    pub(crate) fn node(&mut self, node: VNode) {
        self.push(Hole::Child(node));
    }

    #[inline(never)]
    fn nodes(&mut self, nodes: Vec<VNode>) {
        self.push(Hole::Children(nodes));
    }

    /// Which arm of a choice is shown, from 0; one that is not there shows nothing.
    #[inline(never)]
    pub(crate) fn arm(&mut self, arm: usize) {
        self.push(Hole::Arm(arm));
    }

    /// One more round of a loop begins.
    #[inline(never)]
    pub(crate) fn again(&mut self) {
        self.push(Hole::Again);
    }

    /// A loop is over.
    #[inline(never)]
    pub(crate) fn end(&mut self) {
        self.push(Hole::End);
    }

    /// The nodes of a template whose holes have these values: the only one itself, else a list.
    #[inline(never)]
    pub(crate) fn build(self, template: &'static str) -> VNode {
        let mut filling = build::Filling(self.0.into_iter());
        filling.one(template::read(template))
    }
}

/// A node out of a single child.
pub(crate) fn node(child: impl Child) -> VNode {
    child.into_node()
}

/// The list of these.
fn list(nodes: Vec<VNode>, key: Option<Key>) -> VNode {
    VNode::VList(Rc::new(VList::with_children(nodes, key)))
}
