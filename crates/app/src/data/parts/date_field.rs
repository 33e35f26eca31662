//! A date that can be typed or picked.

use crate::markup::html;
use table::Day;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`DateField`].
#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    /// Says which date, where no visible label stands around it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The date; `None` while it is not a whole one.
    pub value: Option<Day>,
    /// The element that says what is wrong with it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether something is wrong with it.
    #[prop_or_default]
    pub invalid: bool,
    /// Shown but not to be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Hears that the field was left.
    #[prop_or_default]
    pub onblur: Callback<FocusEvent>,
    /// Gets the date, `None` while it is not a whole one.
    pub onchange: Callback<Option<Day>>,
}

/// The browser's own field for a date: segments for typing, a calendar for picking. A half-typed date
/// is empty for us and empty in the field's value, so that a render leaves the typing alone.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let oninput = props
        .onchange
        .reform(|e: InputEvent| parse(&e.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <input
            class="field data-date" type="date" max="9999-12-31"
            value={props.value.map(|d| d.to_string()).unwrap_or_default()}
            aria-label={props.label.clone()}
            aria-describedby={props.described_by.clone()}
            aria-invalid={props.invalid.then_some("true")}
            disabled={props.disabled} onblur={props.onblur.clone()} {oninput}
        />
    }
}

/// ISO 8601, as the field gives it.
fn parse(value: &str) -> Option<Day> {
    let mut parts = value.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Day::from_ymd(year, month, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_dates_only() {
        assert_eq!(parse("2026-11-21"), Some(Day(20_778)));
        assert_eq!(parse("2026-02-30"), None);
        assert_eq!(parse("2026-11"), None);
        assert_eq!(parse(""), None);
    }
}
