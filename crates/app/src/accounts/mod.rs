//! The table of accounts and the one that is open beside it.

use crate::text::use_text;
use yew::prelude::*;

/// Properties of [`AccountsScreen`].
#[derive(Properties, PartialEq)]
pub struct AccountsProps {
    /// The id of the account that is open.
    pub open: Option<AttrValue>,
}

/// The accounts screen.
#[component]
pub fn AccountsScreen(props: &AccountsProps) -> Html {
    let text = use_text();
    html! { <section><h1>{ text.t("area-accounts") }</h1><p>{ props.open.clone() }</p></section> }
}
