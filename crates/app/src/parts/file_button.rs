//! A button that asks for files.

use super::{Icon, IconName};
use crate::markup::html;
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// The files of a list.
pub fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |l| (0..l.length()).filter_map(|i| l.get(i)).collect())
}

/// Properties of [`FileButton`].
#[derive(PartialEq, Properties)]
pub struct FileButtonProps {
    /// What it asks for.
    pub label: AttrValue,
    /// Before the label.
    #[prop_or(IconName::Upload)]
    pub icon: IconName,
    /// Endings, such as `.csv,.tsv`.
    pub accept: AttrValue,
    /// More than one at once.
    #[prop_or_default]
    pub multiple: bool,
    /// More classes, such as `primary`.
    #[prop_or_default]
    pub class: Classes,
    /// A name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    /// Hears of the files that were chosen, at least one.
    pub on_files: Callback<Vec<File>>,
}

/// A real file input that looks like a button.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let onchange = {
        let on_files = props.on_files.clone();
        Callback::from(move |e: Event| {
            let input: HtmlInputElement = e.target_unchecked_into();
            let files = files_of(input.files());
            // So that the same file can be chosen again after it was changed.
            input.set_value("");
            if !files.is_empty() {
                on_files.emit(files);
            }
        })
    };
    html! {
        <label class={classes!("button", "file-button", props.class.clone())}>
            <input
                type="file" class="hidden-visually" accept={props.accept.clone()}
                multiple={props.multiple} data-testid={props.testid.clone()} {onchange}
            />
            <Icon name={props.icon} /><span>{ props.label.clone() }</span>
        </label>
    }
}
