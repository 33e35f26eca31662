//! Hash routes, so that any static host and path works.

use crate::hooks::{use_effect_with, use_state_eq};
use gloo::events::EventListener;
use yew::prelude::*;

/// Where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// First visit, recent workspaces.
    #[default]
    Start,
    /// Snapshots, columns, quality.
    Data,
    /// All canvases, or the one that is open.
    Strategy(Option<u64>),
    /// All journeys, or the one that is open, or something on one.
    Journey(Option<u64>),
    /// Scorecards and levels.
    Score,
    /// The table of accounts, with the one that is open beside it.
    Accounts(Option<AttrValue>),
    /// The KPI tree, with the node that is selected.
    Kpi(Option<u64>),
    /// What was, by day and by name.
    History,
    /// "Nothing leaves this computer": how to check.
    Privacy,
}

impl Route {
    /// The route of a location's hash; anything unknown is the start.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (head, rest) = path.split_once('/').unwrap_or((path, ""));
        match head {
            "data" => Self::Data,
            "strategy" => Self::Strategy(rest.parse().ok()),
            "journey" => Self::Journey(rest.parse().ok()),
            "score" => Self::Score,
            "accounts" if rest.is_empty() => Self::Accounts(None),
            "accounts" => {
                let id = js_sys::decode_uri_component(rest)
                    .map_or_else(|_| rest.to_owned(), String::from);
                Self::Accounts(Some(id.into()))
            }
            "kpi" => Self::Kpi(rest.parse().ok()),
            "history" => Self::History,
            "privacy" => Self::Privacy,
            _ => Self::Start,
        }
    }

    /// The hash of this route.
    pub fn hash(&self) -> String {
        match self {
            Self::Start => "#/start".into(),
            Self::Data => "#/data".into(),
            Self::Strategy(None) => "#/strategy".into(),
            Self::Strategy(Some(canvas)) => format!("#/strategy/{canvas}"),
            Self::Journey(None) => "#/journey".into(),
            Self::Journey(Some(id)) => format!("#/journey/{id}"),
            Self::Score => "#/score".into(),
            Self::Accounts(None) => "#/accounts".into(),
            Self::Accounts(Some(id)) => {
                format!("#/accounts/{}", String::from(js_sys::encode_uri_component(id)))
            }
            Self::Kpi(None) => "#/kpi".into(),
            Self::Kpi(Some(node)) => format!("#/kpi/{node}"),
            Self::History => "#/history".into(),
            Self::Privacy => "#/privacy".into(),
        }
    }

    /// Goes there, as a step of the browser's history.
    pub fn go(&self) {
        // Fails only where the document may not navigate at all; then there is nothing to tell.
        let _ = gloo::utils::window().location().set_hash(&self.hash());
    }

    /// Goes there without a step of the browser's history; false, and nothing, when that is where the
    /// user is.
    pub fn replace(&self) -> bool {
        let location = gloo::utils::window().location();
        let elsewhere = location.hash().is_ok_and(|now| now != self.hash());
        elsewhere && location.replace(&self.hash()).is_ok()
    }

    /// Whether two routes are in the same area.
    pub fn same_area(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The current route, followed as the hash changes.
#[hook]
pub fn use_route_of_hash() -> Route {
    let now = || Route::parse(&gloo::utils::window().location().hash().unwrap_or_default());
    let route = use_state_eq(now);
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
                route.set(now());
            });
            move || drop(listener)
        });
    }
    (*route).clone()
}

/// The current route, from the context that [`crate::app::App`] provides.
#[hook]
pub fn use_route() -> Route {
    use_context::<Route>().unwrap_or_default()
}
