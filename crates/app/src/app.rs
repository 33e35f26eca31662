//! The root: makes what lives as long as the page, and provides it.

use crate::client::Engine;
use crate::hooks::{use_callback, use_memo, use_state_eq};
use crate::markup::html;
use crate::parts::store;
use crate::route::{Route, use_route_of_hash};
use crate::shell::Shell;
use crate::state::{Actions, Desk, DocumentState, Notice, Session};
use crate::text::{Language, Text};
use crate::workspace::WorkspaceProvider;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// Changes the language once its texts are here; from the context.
pub type SetLanguage = Callback<Language>;

/// The product.
#[component]
pub fn App() -> Html {
    let language = use_state_eq(Language::of_page);
    let text = use_memo(*language, |language| {
        if let Some(root) = gloo::utils::document().document_element() {
            // An attribute of our own page cannot be refused.
            let _ = root.set_attribute("lang", language.tag());
        }
        Text::new(*language)
    });
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
    let set_language = {
        let (language, actions) = (language.setter(), actions.clone());
        // Of two choices the later counts, whichever texts come first.
        let wanted = Rc::new(Cell::new(None));
        use_callback((), move |l: Language, ()| {
            let (language, actions) = (language.clone(), actions.clone());
            let wanted = wanted.clone();
            wanted.set(Some(l));
            wasm_bindgen_futures::spawn_local(async move {
                if web::parts::load(&parts_of_language(l)).await.is_err() {
                    let todo = "language-failed-action";
                    return actions.notify(Notice::Failed("language-failed", todo));
                }
                if wanted.get() == Some(l) {
                    store("language", l.tag());
                    language.set(l);
                }
            });
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

/// The texts that a language must have to take the place of the one on the screen: those of the areas too,
/// where one may be open.
fn parts_of_language(language: Language) -> Vec<&'static str> {
    let areas = web::parts::here(Language::of_page().area_texts());
    [language.texts()].into_iter().chain(areas.then(|| language.area_texts())).collect()
}
