//! Figures typed for the dates of snapshots, and pasted from a spreadsheet.

use super::fields::typing;
use super::paste::{pasted, put};
use crate::kpi::area::Area;
use crate::kpi::edits::change_node;
use crate::markup::html;
use crate::parts::{Icon, IconName, NumberField};
use crate::state::use_session;
use crate::text::use_text;
use js_sys::Reflect;
use kpi::{Known, Typed};
use plan::ElementId;
use std::rc::Rc;
use table::Day;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`TypedTable`].
#[derive(PartialEq, Properties)]
pub struct TypedTableProps {
    /// The area.
    pub area: Area,
    /// The place of the node.
    pub place: usize,
    /// What was typed.
    pub typed: Rc<Vec<Typed>>,
}

/// A row a date, oldest first; a column of a spreadsheet pasted into a row fills those below it.
#[component]
pub fn TypedTable(props: &TypedTableProps) -> Html {
    let text = use_text();
    let session = use_session();
    let more = use_node_ref();
    let Some(node) = props.area.node(props.place) else { return html! { <div /> } };
    let (scale, sign, decimals) = typing(&node.body.unit);
    let disabled = !props.area.hand.writable;
    let mut dates: Vec<Day> = session.snapshots.iter().map(|s| s.date).collect();
    dates.extend(props.typed.iter().map(|t| t.date));
    table::order::sort(&mut dates);
    dates.dedup();
    let set = {
        let (hand, id) = (props.area.hand.clone(), ElementId(node.id.0));
        let typed = props.typed.clone();
        Callback::from(move |new: Vec<(Day, Option<f64>)>| {
            let all = put(&typed, &new);
            hand.edit(|d| change_node(d, id, |body| body.known = Known::Typed(all)));
        })
    };
    let onpaste = {
        let (set, dates) = (set.clone(), dates.clone());
        Callback::from(move |e: Event| {
            let target: Option<web_sys::Element> = e.target().and_then(|t| t.dyn_into().ok());
            let row = target.and_then(|t| t.closest("[data-row]").ok().flatten());
            let row = row.and_then(|r| r.get_attribute("data-row")?.parse().ok()).unwrap_or(0);
            let lines = clipboard(&e).unwrap_or_default();
            let found = pasted(&lines, &dates, row, scale, sign);
            // A single number belongs to the field.
            if found.len() > 1 || lines.contains('\t') && !found.is_empty() {
                e.prevent_default();
                set.emit(found.into_iter().map(|t| (t.date, Some(t.value))).collect());
            }
        })
    };
    let add = {
        let (set, more) = (set.clone(), more.clone());
        Callback::from(move |_: MouseEvent| {
            let field = more.cast::<HtmlInputElement>();
            let date = field.and_then(|f| super::paste::date(&f.value()));
            if let Some(date) = date {
                set.emit(vec![(date, Some(0.0))]);
            }
        })
    };
    let value_on = |date: Day| props.typed.iter().find(|t| t.date == date).map(|t| t.value);
    html! {
        <div class="kpi-typed" {onpaste}>
            <table>
                <thead><tr><th scope="col">{ text.t("kpi-typed-date") }</th><th scope="col" class="number">{ text.t("kpi-value") }</th><th /></tr></thead>
                <tbody>
                    for (row, date) in dates.iter().copied().enumerate() {
                        <tr key={date.0} data-row={row.to_string()}>
                            <th scope="row">{ text.date(date) }</th>
                            <td class="number">
                                <NumberField
                                    label={text.date(date)} value={value_on(date).map_or(f64::NAN, |v| v * scale)}
                                    {decimals} unit={sign} {disabled}
                                    on_commit={set.reform(move |v: f64| vec![(date, Some(v / scale))])}
                                />
                            </td>
                            <td>
                                <button
                                    type="button" class="button plain icon" disabled={disabled || value_on(date).is_none()}
                                    aria-label={text.with("kpi-typed-clear", &[("date", text.date(date).into())])}
                                    onclick={set.reform(move |_: MouseEvent| vec![(date, None)])}
                                ><Icon name={IconName::Close} /></button>
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
            <div class="form-line">
                <input ref={more} class="field" type="date" aria-label={text.t("kpi-typed-date")} {disabled} />
                <button type="button" class="button" {disabled} onclick={add}>{ text.t("kpi-typed-add") }</button>
            </div>
            <p class="small quiet">{ text.t("kpi-typed-hint") }</p>
        </div>
    }
}

/// The text that is pasted.
fn clipboard(event: &Event) -> Option<String> {
    let data = Reflect::get(event, &JsValue::from_str("clipboardData")).ok()?;
    data.dyn_into::<DataTransfer>().ok()?.get_data("text/plain").ok()
}
