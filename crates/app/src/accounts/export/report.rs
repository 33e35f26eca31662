//! What was written, and what the encoding could not say.

use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::text::use_text;
use engine::message::Exported;
use std::rc::Rc;
use yew::prelude::*;

/// So many characters are listed; all of them are counted.
const LISTED: usize = 200;

/// Hands all parts to the user.
///
/// # Errors
/// The browser's words.
pub fn download(exported: &Exported) -> Result<(), String> {
    exported
        .parts
        .iter()
        .try_for_each(|part| web::download::offer(&part.file, "text/csv", &part.bytes))
}

/// Properties of [`Report`].
#[derive(Properties)]
pub struct ReportProps {
    /// What was written.
    pub exported: Rc<Exported>,
}

impl PartialEq for ReportProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.exported, &other.exported)
    }
}

/// Rows, parts, lost characters.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let text = use_text();
    let exported = &props.exported;
    let offer = |i: usize| {
        let exported = exported.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(part) = exported.parts.get(i) {
                // It worked a moment ago; a browser that refuses now says so itself.
                let _ = web::download::offer(&part.file, "text/csv", &part.bytes);
            }
        })
    };
    let lost = exported.unencodable_total;
    let counts = [("rows", exported.rows.into()), ("parts", exported.parts.len().into())];
    html! {
        <div class="export-report">
            <p role="status" data-testid="accounts-export-done">
                <Icon name={IconName::Check} />
                <span>{ text.with("accounts-export-done", &counts) }</span>
            </p>
            <ul>
                for (i, part) in exported.parts.iter().enumerate() {
                    <li key={i}>
                        <button
                            type="button" class="button plain" onclick={offer(i)}
                            aria-label={text.with("accounts-export-part", &[("file", part.file.as_str().into())])}
                        >
                            <Icon name={IconName::Download} />
                            <span>{ part.file.clone() }</span>
                            <span class="quiet small">{ text.bytes(part.bytes.len() as u64) }</span>
                        </button>
                    </li>
                }
            </ul>
            <div>
                if lost > 0 {
                    <div class="export-lost">
                        <h3>{ text.with("accounts-export-lost", &[("n", lost.into())]) }</h3>
                        <p class="small">{ text.t("accounts-export-lost-hint") }</p>
                        <div class="export-lost-list" tabindex="0" role="region" aria-label={text.t("accounts-export-lost-list")}>
                            <table class="small">
                                <thead><tr>
                                    <th scope="col" class="number">{ text.t("accounts-export-lost-row") }</th>
                                    <th scope="col">{ text.t("accounts-column") }</th>
                                    <th scope="col">{ text.t("accounts-export-lost-character") }</th>
                                </tr></thead>
                                <tbody>
                                    for (i, u) in exported.unencodable.iter().take(LISTED).enumerate() {
                                        <tr key={i}>
                                            <td class="number">{ text.integer(u.row as i64) }</td>
                                            <td>{ u.column.clone() }</td>
                                            <td>{ format!("{} U+{:04X}", u.character, u.character as u32) }</td>
                                        </tr>
                                    }
                                </tbody>
                            </table>
                        </div>
                    </div>
                }
            </div>
        </div>
    }
}
