//! A button that opens the browser's file chooser.

use crate::parts::{Icon, IconName};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// What the file chooser offers first. Other names can still be chosen there.
const ACCEPT: &str = ".csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values,text/plain";

/// Properties of [`FileButton`].
#[derive(Properties, PartialEq)]
pub struct FileButtonProps {
    /// What the button says.
    pub label: AttrValue,
    /// Several files at once.
    #[prop_or_default]
    pub multiple: bool,
    /// The one main button of the screen.
    #[prop_or_default]
    pub primary: bool,
    /// A hook for tests on the file field.
    #[prop_or_default]
    pub test_id: Option<AttrValue>,
    /// Gets the files.
    pub onfiles: Callback<Vec<File>>,
}

/// A file field that looks like a button. The field itself has the focus, so that the keyboard and
/// screen readers meet the browser's own control.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let onchange = props.onfiles.reform(|e: Event| files_of(&e.target_unchecked_into()));
    let class = if props.primary { "button primary data-file" } else { "button data-file" };
    html! {
        <label {class}>
            <input
                class="hidden-visually" type="file" accept={ACCEPT} multiple={props.multiple}
                data-testid={props.test_id.clone()} {onchange}
            />
            <Icon name={IconName::Upload} />
            <span>{ props.label.clone() }</span>
        </label>
    }
}

/// The files that were chosen. The field is emptied, so that the same file can be chosen again.
fn files_of(input: &HtmlInputElement) -> Vec<File> {
    let files = input
        .files()
        .map_or_else(Vec::new, |list| (0..list.length()).filter_map(|i| list.get(i)).collect());
    input.set_value("");
    files
}
