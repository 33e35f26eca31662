//! What may stand in braces among children.

use super::{Holes, list};
use yew::html::BaseComponent;
use yew::virtual_dom::{AttrValue, VChild, VList, VNode, VText};

/// What becomes a child, none, or several.
pub(crate) trait Child: Sized {
    /// As a node: a list where it is not one.
    fn into_node(self) -> VNode;

    /// Puts it into a hole.
    fn put(self, holes: &mut Holes) {
        holes.node(self.into_node());
    }
}

impl Child for VNode {
    fn into_node(self) -> VNode {
        self
    }
}

impl Child for &VNode {
    fn into_node(self) -> VNode {
        self.clone()
    }
}

impl Child for VList {
    fn into_node(self) -> VNode {
        self.into()
    }
}

impl<C: BaseComponent> Child for VChild<C> {
    fn into_node(self) -> VNode {
        self.into()
    }
}

impl Child for AttrValue {
    #[inline(never)]
    fn into_node(self) -> VNode {
        VText::new(self).into()
    }

    #[inline(never)]
    fn put(self, holes: &mut Holes) {
        holes.node(self.into_node());
    }
}

impl Child for &AttrValue {
    fn into_node(self) -> VNode {
        self.clone().into_node()
    }
}

impl Child for String {
    fn into_node(self) -> VNode {
        AttrValue::from(self).into_node()
    }
}

impl Child for &String {
    fn into_node(self) -> VNode {
        self.as_str().into_node()
    }
}

impl Child for &str {
    fn into_node(self) -> VNode {
        AttrValue::from(self.to_owned()).into_node()
    }
}

/// Nothing, where it is `None`.
impl<T: Child> Child for Option<T> {
    fn into_node(self) -> VNode {
        self.map_or_else(VNode::default, Child::into_node)
    }

    fn put(self, holes: &mut Holes) {
        match self {
            Some(child) => child.put(holes),
            None => holes.nodes(Vec::new()),
        }
    }
}

/// Each of them beside the siblings of the hole.
impl Child for Vec<VNode> {
    fn into_node(self) -> VNode {
        list(self, None)
    }

    fn put(self, holes: &mut Holes) {
        holes.nodes(self);
    }
}

/// Numbers, as Rust writes them.
macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Child for $number {
            fn into_node(self) -> VNode {
                self.to_string().into_node()
            }
        })*
    };
}

numbers!(u8, u32, u64, usize, i32, char);
