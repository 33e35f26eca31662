//! Encoding, delimiter, where the table begins, header and outcome of one file.

use super::super::model::DraftChange;
use super::super::parts::{Labelled, Pick};
use super::super::words::{self, MEANINGS};
use super::state::{Entry, WizardAction};
use crate::markup::html;
use crate::text::{Text, use_text};
use std::rc::Rc;
use table::{Delimiter, Encoding, Overrides, Role};
use yew::prelude::*;

/// Properties of [`Settings`].
#[derive(Properties, PartialEq)]
pub struct SettingsProps {
    /// The file.
    pub entry: Entry,
    /// Changes the wizard.
    pub on: Callback<WizardAction>,
}

/// Settings of the whole file. A change looks at the file again.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let text = use_text();
    let Some(draft) = &props.entry.draft else { return html! { <div /> } };
    let (key, before) = (props.entry.key, props.entry.overrides);
    let layout = &draft.layout;
    let on_encoding = props.on.reform(move |i: usize| {
        let encoding = Encoding::ALL.get(i).copied();
        WizardAction::Override(key, Overrides { encoding, ..before })
    });
    let on_delimiter = props.on.reform(move |i: usize| {
        let delimiter = Delimiter::ALL.get(i).copied();
        WizardAction::Override(key, Overrides { delimiter, ..before })
    });
    let above = layout.above;
    let on_header = props.on.reform(move |i: usize| {
        // where the table begins was found with the names in mind, and stays
        let above = before.above.or(Some(above));
        WizardAction::Override(key, Overrides { header: Some(i == 0), above, ..before })
    });
    let shown = draft.look.inspection.lines.len();
    let on_above = props.on.reform(move |i: usize| {
        // behind the lines that are shown stands the present one, where it lies further down
        let wanted = if i < shown { i as u64 } else { above };
        WizardAction::Override(key, Overrides { above: Some(wanted), ..before })
    });
    let on_meaning = props.on.reform(move |i: usize| {
        let meaning = MEANINGS.get(i).copied().unwrap_or_default();
        WizardAction::Change(key, DraftChange::Meaning(meaning))
    });
    let yes_no: Rc<[AttrValue]> =
        [text.t("data-header-yes"), text.t("data-header-no")].into_iter().collect();
    let outcome = layout.columns.iter().find(|c| c.role == Role::Outcome);
    html! {
        <div class="wizard-settings">
            <Labelled key="encoding" label={text.t("data-encoding")}>
                <Pick
                    selected={words::place(&Encoding::ALL, &layout.encoding)} onchange={on_encoding}
                    options={words::options(&text, &Encoding::ALL, words::encoding)}
                />
            </Labelled>
            <Labelled key="delimiter" label={text.t("data-delimiter")}>
                <Pick
                    selected={words::place(&Delimiter::ALL, &layout.delimiter)} onchange={on_delimiter}
                    options={words::options(&text, &Delimiter::ALL, words::delimiter)}
                />
            </Labelled>
            <Labelled key="above" label={text.t("data-above")}>
                <Pick
                    selected={usize::try_from(above).unwrap_or(usize::MAX).min(shown)} onchange={on_above}
                    options={lines(&text, &draft.look.inspection.lines, above)}
                />
            </Labelled>
            <Labelled key="header" label={text.t("data-header")}>
                <Pick selected={usize::from(!layout.header)} onchange={on_header} options={yes_no} />
            </Labelled>
            <div key="outcome">
                if let Some(outcome) = outcome {
                    <Labelled label={text.with("data-outcome-meaning", &[("column", outcome.name.as_str().into())])}>
                        <Pick
                            selected={words::place(&MEANINGS, &layout.outcome_meaning)} onchange={on_meaning}
                            options={words::options(&text, &MEANINGS, words::meaning)}
                        />
                    </Labelled>
                }
            </div>
        </div>
    }
}

/// The first lines of the file with their numbers, to choose the one that the table begins with; behind
/// them the one that it begins with now, when it lies further down.
fn lines(text: &Text, lines: &[String], above: u64) -> Rc<[AttrValue]> {
    let words = |(number, line): (u64, &String)| {
        if line.trim().is_empty() {
            text.with("data-above-blank", &[("line", number.into())])
        } else {
            text.with("data-above-line", &[("line", number.into()), ("text", line.as_str().into())])
        }
    };
    let below = (above >= lines.len() as u64)
        .then(|| text.with("data-above-blank", &[("line", (above + 1).into())]));
    (1..).zip(lines).map(words).chain(below).collect()
}
