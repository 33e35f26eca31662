//! Templates and errors. That nodes are those of Yew's own macro is tested in `app::markup`, in a browser.

use crate::tree::Root;
use crate::write;
use proc_macro2::TokenStream;
use quote::quote;

/// What a piece of markup expands to, without spaces, marks as escapes.
fn expanded(markup: TokenStream) -> String {
    let root = syn::parse2::<Root>(markup).map(|root| write::root(&root));
    root.map_or_else(|error| error.to_string(), |tokens| tokens.to_string().replace(' ', ""))
}

/// What is wrong with a piece of markup.
fn error(markup: TokenStream) -> String {
    syn::parse2::<Root>(markup).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn a_template_tells_the_tree_and_code_fills_its_holes() {
    let told = expanded(
        quote!(<p id={id} class="quiet" title="t" onclick={go}>{ told }<br/>{ "end" }</p>),
    );
    let code = "{letmutholes=crate::markup::Holes::new();holes.attribute(id);\
        holes.listener(::yew::html::onclick::Wrapper::__macro_new(go));holes.child(told);holes.build(";
    let template = r#""\u{1}p\u{5}id\u{3}title\u{4}t\u{3}class\u{4}quiet\u{6}\u{13}\u{1}br\u{2}\u{12}end\u{2}")}"#;
    assert_eq!(told, format!("{code}{template}"));
}

#[test]
fn arms_and_rounds_are_told_by_values() {
    let told = expanded(quote!(<p>if a { { b } } else { { "c" } } for d in e { { d } }</p>));
    assert!(
        told.contains("ifa{holes.arm(0usize);holes.child(b);}else{holes.arm(1usize);}"),
        "{told}"
    );
    assert!(told.contains("fordine{holes.again();holes.child(d);}holes.end();"), "{told}");
    let told = expanded(quote!(<p>if a { { b } }</p>));
    assert!(told.contains("else{holes.arm(1usize);}"), "an arm that is not there: {told}");
}

#[test]
fn components_are_left_to_yew() {
    assert_eq!(expanded(quote!(<Part a={b} {c} />)), "::yew::html!{<Parta={b}{c}/>}");
    let told = expanded(quote!(<a::Part<B> ..c><p /></a::Part<B>>));
    assert!(told.starts_with("::yew::html!{<a::Part<B>..c>{{letmutholes="), "{told}");
    assert!(told.ends_with("}}</a::Part<B>>}"), "{told}");
}

#[test]
fn a_value_alone_needs_no_template() {
    assert_eq!(expanded(quote!({ told })), "crate::markup::node(told)");
    assert_eq!(expanded(quote!(told)), "crate::markup::node(told)");
    assert!(expanded(quote!()).contains("Default"));
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(error(quote!(<p></b>)), "expected `</p>`, found `</b>`");
    assert_eq!(error(quote!(<p>)), "`<p>` is not closed");
    assert_eq!(error(quote!(<Part>)), "`<Part>` is not closed");
    assert_eq!(error(quote!(</p>)), "this closing tag closes nothing");
    assert_eq!(error(quote!(<br></br>)), "`<br>` holds nothing; write `<br />`");
    assert_eq!(error(quote!(<p id="a" id="b" />)), "`id` stands here twice");
    assert_eq!(error(quote!(<p id=b />)), "a value is a literal or an expression in braces");
    assert_eq!(
        error(quote!(<button disabled />)),
        "`disabled` has no value; write `disabled={..}`"
    );
    assert_eq!(error(quote!(<button disabled="no" />)), "`disabled` is `true` or `false`");
    assert_eq!(
        error(quote!(<p {a.b} />)),
        "only the name of a variable may stand here; write `name={..}`"
    );
    assert_eq!(error(quote!(<p>{ }</p>)), "an expression is missing");
    assert_eq!(error(quote!(<p>text</p>)), "expected an element, `{ expression }`, `if` or `for`");
    assert!(error(quote!(<@{tag} />)).contains("tags chosen when it runs"));
    assert!(error(quote!(<p ~value={1} />)).contains("not known to this macro"));
    assert!(error(quote!(<p /><p />)).contains("only one node"));
    assert!(error(quote!(<p id="\u{2}" />)).contains("control characters"));
    assert!(error(quote!(<p id="\u{b}" />)).contains("control characters"));
}
