//! Opens the workspace when the page starts, and tells it when the snapshots change.

use super::state::WorkspaceState;
use super::workspaces::Workspaces;
use crate::hooks::{use_effect_with, use_memo};
use crate::markup::html;
use crate::state::{use_actions, use_session};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`WorkspaceProvider`].
#[derive(PartialEq, Properties)]
pub struct WorkspaceProviderProps {
    /// What sees the workspace.
    pub children: Html,
}

/// Provides [`WorkspaceState`] and [`Workspaces`]; stands inside of the actions' and the session's
/// providers.
#[component]
pub fn WorkspaceProvider(props: &WorkspaceProviderProps) -> Html {
    let actions = use_actions();
    let session = use_session();
    let slice = use_reducer(WorkspaceState::default);
    let workspaces = {
        let dispatcher = slice.dispatcher();
        use_memo((), |()| Workspaces::new(actions, dispatcher))
    };
    {
        let workspaces = workspaces.clone();
        use_effect_with((), move |()| workspaces.start());
    }
    {
        let workspaces = workspaces.clone();
        let (snapshots, loaded) = (session.snapshots.clone(), session.loaded);
        use_effect_with((snapshots, loaded), move |(snapshots, loaded)| {
            if *loaded {
                workspaces.snapshots_shown(snapshots);
            }
        });
    }
    let state: Rc<WorkspaceState> = Rc::new((*slice).clone());
    let state = use_memo(state, |state| (**state).clone());
    html! {
        <ContextProvider<Workspaces> context={(*workspaces).clone()}>
        <ContextProvider<Rc<WorkspaceState>> context={state}>
            { props.children.clone() }
        </ContextProvider<Rc<WorkspaceState>>>
        </ContextProvider<Workspaces>>
    }
}
