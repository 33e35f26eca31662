//! The root: makes what lives as long as the page, and provides it.

use crate::client::Engine;
use crate::route::{Route, use_route_of_hash};
use crate::shell::Shell;
use crate::state::{Actions, Desk, DocumentState, Session};
use crate::text::{Language, Text};
use crate::workspace::WorkspaceProvider;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Changes the language; from the context.
pub type SetLanguage = Callback<Language>;

/// The product.
#[component]
pub fn App() -> Html {
    let language = use_state_eq(stored_language);
    let text = use_memo(*language, |language| {
        if let Some(root) = gloo::utils::document().document_element() {
            // An attribute of our own page cannot be refused.
            let _ = root.set_attribute("lang", language.tag());
        }
        Text::new(*language)
    });
    let set_language = {
        let language = language.clone();
        use_callback((), move |l: Language, ()| {
            if let Ok(Some(storage)) = gloo::utils::window().local_storage() {
                // A profile that stores nothing still changes the language for now.
                let _ = storage.set_item("language", l.tag());
            }
            language.set(l);
        })
    };
    let session = use_reducer(Session::default);
    let document = use_state_eq(DocumentState::default);
    let engine = use_memo((), |()| Engine::start());
    let actions = {
        let show = document.setter();
        let dispatcher = session.dispatcher();
        use_memo((), |()| {
            let desk = Rc::new(RefCell::new(Desk::default()));
            Actions::new((*engine).clone(), dispatcher, desk, Callback::from(move |d| show.set(d)))
        })
    };
    let route = use_route_of_hash();

    let session: Rc<Session> = Rc::new((*session).clone());
    let session = use_memo(session, |s| (**s).clone());
    html! {
        <ContextProvider<Text> context={(*text).clone()}>
        <ContextProvider<SetLanguage> context={set_language}>
        <ContextProvider<Engine> context={(*engine).clone()}>
        <ContextProvider<Actions> context={(*actions).clone()}>
        <ContextProvider<Rc<Session>> context={session}>
        <ContextProvider<DocumentState> context={(*document).clone()}>
        <ContextProvider<Route> context={route}>
            <WorkspaceProvider><Shell /></WorkspaceProvider>
        </ContextProvider<Route>>
        </ContextProvider<DocumentState>>
        </ContextProvider<Rc<Session>>>
        </ContextProvider<Actions>>
        </ContextProvider<Engine>>
        </ContextProvider<SetLanguage>>
        </ContextProvider<Text>>
    }
}

/// The language chosen before, else the browser's.
fn stored_language() -> Language {
    let window = gloo::utils::window();
    let stored = window.local_storage().ok().flatten().and_then(|s| s.get_item("language").ok()?);
    Language::of_tag(&stored.or_else(|| window.navigator().language()).unwrap_or_default())
}
