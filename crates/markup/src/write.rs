//! Turns markup into a template and the code that fills its holes.

use crate::attribute::{Attribute, Value};
use crate::marks;
use crate::tree::{Component, Element, Node, Root};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The expression that makes the node of a whole `html!`.
pub(crate) fn root(root: &Root) -> TokenStream {
    match &root.0[..] {
        [] => quote!(<::yew::virtual_dom::VNode as ::std::default::Default>::default()),
        nodes => node_of(nodes),
    }
}

/// The expression that makes one node of these: the only one itself, else a list.
fn node_of(nodes: &[Node]) -> TokenStream {
    match nodes {
        [Node::Component(component)] => component_of(component),
        [Node::Value(Value { tokens, fixed: None })] => quote!(crate::markup::node(#tokens)),
        _ => {
            let mut writer = Writer::default();
            writer.children(nodes);
            let Writer { code, template } = writer;
            let holes = holes();
            quote!({
                let mut #holes = crate::markup::Holes::new();
                #code
                #holes.build(#template)
            })
        }
    }
}

/// The expression that makes a component, with Yew's macro.
fn component_of(Component { path, properties, children }: &Component) -> TokenStream {
    if children.is_empty() {
        return quote!(::yew::html! { <#path #properties /> });
    }
    let children = node_of(children);
    quote!(::yew::html! { <#path #properties>{ #children }</#path> })
}

/// The variable that takes the values; no name of the user's is this one.
fn holes() -> Ident {
    Ident::new("holes", Span::mixed_site())
}

/// What was written of a template and of the code beside it.
#[derive(Default)]
struct Writer {
    code: TokenStream,
    template: String,
}

impl Writer {
    fn mark(&mut self, mark: char, text: &str) {
        self.template.push(mark);
        self.template.push_str(text);
    }

    /// Calls this method with these arguments.
    fn fill(&mut self, method: &str, span: Span, value: &TokenStream) {
        let (holes, method) = (holes(), Ident::new(method, span));
        self.code.extend(quote!(#holes.#method(#value);));
    }

    fn children(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        let here = Span::call_site();
        match node {
            Node::Value(Value { fixed: Some(text), .. }) => self.mark(marks::TEXT, text),
            Node::Value(value) => {
                self.mark(marks::CHILD, "");
                self.fill("child", here, &value.tokens);
            }
            Node::All(expression) => {
                self.mark(marks::CHILD, "");
                self.fill("children", here, expression);
            }
            Node::Component(component) => {
                self.mark(marks::CHILD, "");
                self.fill("node", here, &component_of(component));
            }
            Node::Element(element) => self.element(element),
            Node::Fragment { key, children } => {
                self.mark(marks::FRAGMENT, "");
                self.key(key.as_ref());
                self.children(children);
                self.mark(marks::END, "");
            }
            Node::Choice(arms) => self.choice(arms),
            Node::Loop { each, of, children } => {
                self.mark(marks::LOOP, "");
                let before = std::mem::take(&mut self.code);
                self.children(children);
                let body = std::mem::replace(&mut self.code, before);
                self.mark(marks::END, "");
                let holes = holes();
                self.code.extend(quote! {
                    for #each in #of {
                        #holes.again();
                        #body
                    }
                    #holes.end();
                });
            }
        }
    }

    fn choice(&mut self, arms: &[(Option<syn::Expr>, Vec<Node>)]) {
        self.mark(marks::CHOICE, "");
        let holes = holes();
        let before = std::mem::take(&mut self.code);
        let mut chain = TokenStream::new();
        for (index, (condition, children)) in arms.iter().enumerate() {
            self.mark(marks::ARM, "");
            self.children(children);
            self.mark(marks::END, "");
            let body = std::mem::take(&mut self.code);
            let test = condition.as_ref().map(|condition| quote!(if #condition));
            let or = (index > 0).then(|| quote!(else));
            chain.extend(quote!(#or #test { #holes.arm(#index); #body }));
        }
        if let Some((Some(_), _)) = arms.last() {
            // An arm that is not in the template: nothing is shown.
            let none = arms.len();
            chain.extend(quote!(else { #holes.arm(#none); }));
        }
        self.mark(marks::END, "");
        self.code = quote!(#before #chain);
    }

    fn key(&mut self, key: Option<&Value>) {
        let Some(key) = key else { return };
        match &key.fixed {
            Some(text) => self.mark(marks::FIXED_KEY, text),
            None => {
                self.mark(marks::KEY, "");
                self.fill("key", Span::call_site(), &key.tokens);
            }
        }
    }

    fn element(&mut self, element: &Element) {
        self.mark(marks::ELEMENT, &element.tag);
        for property in &element.properties {
            let span = property.span;
            let (mark, method) = match property.name.as_str() {
                "value" => (marks::INPUT_VALUE, "attribute"),
                "checked" => (marks::CHECKED, "flag"),
                _ => (marks::DEFAULT_VALUE, "attribute"),
            };
            self.mark(mark, "");
            self.fill(method, span, &property.value.tokens);
        }
        if let Some(value) = &element.reference {
            self.mark(marks::REFERENCE, "");
            self.fill("reference", Span::call_site(), &value.tokens);
        }
        self.key(element.key.as_ref());
        for attribute in &element.attributes {
            self.attribute(attribute);
        }
        for listener in &element.listeners {
            self.mark(marks::LISTENER, "");
            let event = Ident::new(&listener.name, listener.span);
            let callback = &listener.value.tokens;
            let made = quote_spanned!(listener.span=> ::yew::html::#event::Wrapper::__macro_new(#callback));
            self.fill("listener", listener.span, &made);
        }
        self.children(&element.children);
        self.mark(marks::END, "");
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let Attribute { name, span, value } = attribute;
        match value.fixed.as_deref() {
            Some("false") if attribute.is_boolean() => {}
            Some("") if name == "class" => {}
            Some(text) => {
                self.mark(marks::FIXED, name);
                self.mark(marks::VALUE, if attribute.is_boolean() { name } else { text });
            }
            None => {
                self.mark(marks::ATTRIBUTE, name);
                let method = match name.as_str() {
                    "class" => "class",
                    _ if attribute.is_boolean() => "flag",
                    _ => "attribute",
                };
                self.fill(method, *span, &value.tokens);
            }
        }
    }
}
