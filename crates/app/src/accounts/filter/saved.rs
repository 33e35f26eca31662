//! Filters kept under a name in the workspace: picked, renamed, deleted; undo brings them back.

use super::keep::{restore, save};
use super::{Change, Filters, Popover};
use crate::hooks::{use_callback, use_effect_with, use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing, focus_soon};
use crate::state::{use_actions, use_document};
use crate::text::use_text;
use engine::message::Sort;
use plan::{AccountsView, Document, Edit, Gesture, SavedFilter};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The field for a name, to which the focus goes back.
const NAME_FIELD: &str = "saved-filter-name";

/// Properties of [`SavedFilters`].
#[derive(PartialEq, Properties)]
pub struct SavedFiltersProps {
    /// What is in force.
    pub filters: Rc<Filters>,
    /// Hears of a pick.
    pub on_change: Callback<Change>,
}

/// A button with the saved filters, and a field to save the present one.
#[component]
pub fn SavedFilters(props: &SavedFiltersProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let document = use_document();
    let writable = document.writable;
    let field = use_node_ref();
    let saved = &document.document.accounts.filters;
    let edit = use_callback(actions, |change: FilterEdit, actions| {
        actions.edit_with(|document| change.edit(document), Gesture::Once);
    });
    let onsubmit = {
        let (edit, field, filters) = (edit.clone(), field.clone(), props.filters.clone());
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let name = input.value().trim().to_owned();
            if !name.is_empty() {
                edit.emit(FilterEdit::Save(Box::new(save(&filters, name))));
                input.set_value("");
            }
        })
    };
    let guard = Callback::from(|e: KeyboardEvent| {
        if e.key() == "Enter" && composing(&e) {
            e.prevent_default();
        }
    });
    html! {
        <Popover label={text.t("accounts-saved")} icon={IconName::Folder} at_end=true>
            <ul class="chooser saved-filters" aria-label={text.t("accounts-saved")}>
                for (at, filter) in saved.iter().enumerate() {
                    <li key={at}>
                        <Saved
                            {at} name={filter.name.clone()} {writable} edit={edit.clone()}
                            on={Filters { sort: Sort::default(), ..(*props.filters).clone() } == restore(filter)}
                            on_pick={props.on_change.reform({
                                let filters = Rc::new(restore(filter));
                                move |()| Change::Pick(filters.clone())
                            })}
                        />
                    </li>
                }
            </ul>
            <p class="small quiet">
                if saved.is_empty() {
                    { text.t("accounts-saved-none") }
                }
            </p>
            <form class="saved-filter-new" {onsubmit} onkeydown={guard}>
                <input
                    ref={field} id={NAME_FIELD} class="field" type="text" maxlength="80"
                    disabled={!writable || props.filters.is_all()}
                    aria-label={text.t("accounts-save-name")} placeholder={text.t("accounts-save-name")}
                />
                <button class="button" type="submit" disabled={!writable || props.filters.is_all()}>
                    { text.t("accounts-save") }
                </button>
            </form>
            <p class="small quiet">
                if props.filters.is_all() {
                    { text.t("accounts-save-nothing") }
                }
            </p>
        </Popover>
    }
}

/// What is done to the saved filters.
enum FilterEdit {
    /// Keeps one more; one of the same name gives way.
    Save(Box<SavedFilter>),
    /// Calls the one at this place something else.
    Rename(usize, String),
    /// Deletes the one at this place.
    Delete(usize),
}

impl FilterEdit {
    fn edit(self, document: &Document) -> Edit {
        let mut filters = document.accounts.filters.clone();
        match self {
            Self::Save(filter) => match filters.iter_mut().find(|f| f.name == filter.name) {
                Some(same) => *same = *filter,
                None => filters.push(*filter),
            },
            Self::Rename(at, name) => {
                if let Some(filter) = filters.get_mut(at) {
                    filter.name = name;
                }
            }
            Self::Delete(at) if at < filters.len() => {
                filters.remove(at);
            }
            Self::Delete(_) => {}
        }
        Edit::SetAccountsView(AccountsView { filters, ..document.accounts.clone() })
    }
}

#[derive(PartialEq, Properties)]
struct SavedProps {
    at: usize,
    name: String,
    writable: bool,
    on: bool,
    edit: Callback<FilterEdit>,
    on_pick: Callback<()>,
}

/// One saved filter: its name picks it; it can be renamed in place and deleted.
#[component]
fn Saved(props: &SavedProps) -> Html {
    let text = use_text();
    let renaming = use_state_eq(|| false);
    let SavedProps { at, name, writable, on, edit, on_pick } = props;
    let at = *at;
    let rename_id = format!("saved-filter-rename-{at}");
    if *renaming {
        let finish = {
            let (renaming, edit, rename_id) = (renaming.clone(), edit.clone(), rename_id.clone());
            Callback::from(move |to: Option<String>| {
                if let Some(to) = to {
                    edit.emit(FilterEdit::Rename(at, to));
                }
                focus_soon(rename_id.clone());
                renaming.set(false);
            })
        };
        return html! { <RenameField name={name.clone()} on_end={finish} /> };
    }
    let begin = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let delete = edit.reform(move |_: MouseEvent| {
        focus_soon(NAME_FIELD.to_owned());
        FilterEdit::Delete(at)
    });
    let about = |id: &str| text.with(id, &[("name", name.as_str().into())]);
    html! {
        <>
            <button
                type="button" class="button plain saved-filter-pick" aria-pressed={on.to_string()}
                onclick={on_pick.reform(|_: MouseEvent| ())}
            >{ name.clone() }</button>
            <button
                type="button" class="button plain icon" id={rename_id} disabled={!writable}
                aria-label={about("accounts-saved-rename")} title={about("accounts-saved-rename")} onclick={begin}
            ><Icon name={IconName::Pencil} /></button>
            <button
                type="button" class="button plain icon" disabled={!writable} onclick={delete}
                aria-label={about("accounts-saved-delete")} title={about("accounts-saved-delete")}
            ><Icon name={IconName::Trash} /></button>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct RenameFieldProps {
    name: String,
    /// The new name; `None` leaves it as it is.
    on_end: Callback<Option<String>>,
}

/// A field in the place of the name: Enter and leaving it rename, Escape does not.
#[component]
fn RenameField(props: &RenameFieldProps) -> Html {
    let text = use_text();
    let field = use_node_ref();
    let ended = use_mut_ref(|| false);
    use_effect_with(field.clone(), |field| {
        if let Some(input) = field.cast::<HtmlInputElement>() {
            // An element of our own page can be focused.
            let _ = input.focus();
            input.select();
        }
    });
    let end = {
        let (field, name, on_end) = (field.clone(), props.name.clone(), props.on_end.clone());
        move |keep: bool| {
            // What is taken out of the page loses the focus, and would end once more.
            if ended.replace(true) {
                return;
            }
            let typed = field.cast::<HtmlInputElement>().map(|i| i.value().trim().to_owned());
            on_end.emit(typed.filter(|typed| keep && !typed.is_empty() && *typed != name));
        }
    };
    let onkeydown = {
        let end = end.clone();
        Callback::from(move |e: KeyboardEvent| {
            let (enter, escape) = (e.key() == "Enter", e.key() == "Escape");
            if (enter || escape) && !composing(&e) {
                e.prevent_default();
                e.stop_propagation();
                end(enter);
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| end(true));
    html! {
        <input
            ref={field} class="field" type="text" maxlength="80" value={props.name.clone()} {onkeydown} {onblur}
            aria-label={text.with("accounts-saved-rename", &[("name", props.name.as_str().into())])}
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_of_the_list() {
        let mut document = Document::default();
        let mut run = |change: FilterEdit| {
            let edit = change.edit(&document);
            document.apply(edit).unwrap();
            document.accounts.filters.iter().map(|f| f.name.clone()).collect::<Vec<_>>()
        };
        let one = |name: &str| FilterEdit::Save(Box::new(save(&Filters::default(), name.into())));
        assert_eq!(run(one("a")), ["a"]);
        assert_eq!(run(one("b")), ["a", "b"]);
        assert_eq!(run(one("a")), ["a", "b"], "the same name is the same filter");
        assert_eq!(run(FilterEdit::Rename(0, "c".into())), ["c", "b"]);
        assert_eq!(run(FilterEdit::Delete(0)), ["b"]);
        assert_eq!(run(FilterEdit::Delete(7)), ["b"]);
    }
}
