//! "Nothing leaves this computer": what the page may do, and how anyone can check it.

use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::route::Route;
use crate::text::use_text;
use crate::workspace::StoragePanel;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

/// What was requested since the page was opened, as the browser itself counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Requests {
    all: u32,
    foreign: u32,
    /// The browser keeps the program, so that it opens without a network: `www/boot.js` says so.
    kept: bool,
}

fn requests() -> Requests {
    let window = gloo::utils::window();
    let origin = window.location().origin().unwrap_or_default();
    let Some(performance) = window.performance() else { return Requests::default() };
    let told = gloo::utils::document_element().get_attribute("data-offline");
    let mut requests = Requests { kept: told.as_deref() == Some("ready"), ..Requests::default() };
    for entry in performance.get_entries_by_type("resource").iter() {
        let address = js_sys::Reflect::get(&entry, &JsValue::from_str("name"))
            .ok()
            .and_then(|n| n.as_string())
            .unwrap_or_default();
        requests.all += 1;
        // data: and blob: addresses are bytes that are in the page already.
        let own = address.starts_with(&origin)
            || address.starts_with("data:")
            || address.starts_with("blob:");
        requests.foreign += u32::from(!own);
    }
    requests
}

/// The policy that the browser enforces, as it stands in the page.
fn policy() -> Option<String> {
    let meta: Element = gloo::utils::document()
        .query_selector("meta[http-equiv=\"Content-Security-Policy\"]")
        .ok()
        .flatten()?;
    meta.get_attribute("content")
}

/// The page about what stays here.
#[component]
pub fn PrivacyScreen() -> Html {
    let text = use_text();
    let counted = use_state_eq(requests);
    let again = {
        let counted = counted.clone();
        Callback::from(move |_: MouseEvent| counted.set(requests()))
    };
    let origin = gloo::utils::window().location().origin().unwrap_or_default();
    let directives: Vec<String> = policy()
        .unwrap_or_default()
        .split(';')
        .map(|d| d.trim().to_owned())
        .filter(|d| !d.is_empty())
        .collect();
    html! {
        <article class="privacy">
            <h1>{ text.t("privacy-title") }</h1>
            <p class="privacy-lead">{ text.t("privacy-lead") }</p>
            <section>
                <h2>{ text.t("privacy-now") }</h2>
                <p class="privacy-count" role="status">
                    <Icon name={if counted.foreign == 0 { IconName::Check } else { IconName::Warning }} />
                    <span>{ text.with("privacy-requests", &[("all", counted.all.into()), ("foreign", counted.foreign.into()), ("origin", origin.into())]) }</span>
                    <button class="button" type="button" onclick={again}>{ text.t("privacy-again") }</button>
                </p>
            </section>
            <section>
                <h2>{ text.t("privacy-see") }</h2>
                <ol>
                    <li>{ text.t("privacy-see-open") }</li>
                    <li>{ text.t("privacy-see-drop") }</li>
                    <li>{ text.t("privacy-see-look") }</li>
                    <li>{ text.t("privacy-see-offline") }</li>
                </ol>
            </section>
            <section>
                <h2>{ text.t("privacy-offline") }</h2>
                <p>{ text.t(if counted.kept { "privacy-offline.kept" } else { "privacy-offline.open" }) }</p>
                <p>{ text.t("privacy-offline.what") }</p>
            </section>
            <section>
                <h2>{ text.t("privacy-policy") }</h2>
                <p>{ text.t("privacy-policy-line") }</p>
                <pre tabindex="0" aria-label={text.t("privacy-policy")}>
                    for (i, directive) in directives.into_iter().enumerate() {
                        <code key={i}>{ directive }{ ";\n" }</code>
                    }
                </pre>
            </section>
            <section>
                <h2>{ text.t("privacy-where") }</h2>
                <p>{ text.t("privacy-where-line") }</p>
                <p>{ text.t("privacy-where-delete") }</p>
            </section>
            <StoragePanel />
            <p><a class="button" href={Route::Start.hash()}>{ text.t("privacy-back") }</a></p>
        </article>
    }
}
