//! What was not read, one by one, a page at a time.

use super::super::words;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::text::use_text;
use engine::message::DiagnosticsPage;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Diagnostics`].
#[derive(Properties, PartialEq)]
pub struct DiagnosticsProps {
    /// The window.
    pub page: Rc<DiagnosticsPage>,
    /// Rows a page.
    pub size: u64,
    /// Gets the first row of the page to be shown.
    pub onpage: Callback<u64>,
}

/// The list.
#[component]
pub fn Diagnostics(props: &DiagnosticsProps) -> Html {
    let text = use_text();
    let page = &props.page;
    let to = page.from + page.rows.len() as u64;
    let window =
        [("from", (page.from + 1).into()), ("to", to.into()), ("total", page.total.into())];
    let (before, after) = (page.from.saturating_sub(props.size), page.from + props.size);
    html! {
        <div class="diagnostics">
            <div class="diagnostics-scroll card" role="group" tabindex="0" aria-labelledby="quality-title">
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="number">{ text.t("data-line") }</th>
                            <th scope="col">{ text.t("data-column") }</th>
                            <th scope="col">{ text.t("data-reason") }</th>
                            <th scope="col">{ text.t("data-text") }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for (i, row) in page.rows.iter().enumerate() {
                            <tr key={page.from + i as u64}>
                                <td class="number">{ text.integer(row.line) }</td>
                                <td>{ row.column.clone().unwrap_or_default() }</td>
                                <td>{ text.t(words::diagnostic(row.kind)) }</td>
                                <td class="diagnostics-text"><code>{ &row.text }</code></td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            <nav class="pager" aria-label={text.t("data-pages")}>
                <button
                    class="button icon" type="button" aria-label={text.t("data-page-before")}
                    disabled={page.from == 0} onclick={props.onpage.reform(move |_: MouseEvent| before)}
                ><Icon name={IconName::ChevronLeft} /></button>
                <span aria-live="polite">{ text.with("data-window", &window) }</span>
                <button
                    class="button icon" type="button" aria-label={text.t("data-page-after")}
                    disabled={after >= page.total} onclick={props.onpage.reform(move |_: MouseEvent| after)}
                ><Icon name={IconName::ChevronRight} /></button>
            </nav>
        </div>
    }
}
