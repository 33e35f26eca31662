//! What the files say about the account.

use super::super::format::cell;
use super::Card;
use crate::markup::html;
use crate::text::use_text;
use engine::message::CellValue;
use table::{ColumnType, Day};
use yew::prelude::*;

/// Properties of [`RawValues`].
#[derive(PartialEq, Properties)]
pub struct RawValuesProps {
    /// The account.
    pub card: Option<Card>,
    /// The date of the compared snapshot.
    pub compared: Option<Day>,
}

/// All columns, now and before.
#[component]
pub fn RawValues(props: &RawValuesProps) -> Html {
    let text = use_text();
    let Some(account) = props.card.as_ref().and_then(Card::get) else { return Html::default() };
    let before = account.raw.iter().any(|r| r.before.is_some());
    let heading = match props.compared.filter(|_| before) {
        Some(day) => text.with("accounts-before", &[("date", text.date(day).into())]),
        None => AttrValue::default(),
    };
    let class = |column_type: ColumnType, value: &CellValue, changed: bool| {
        let number = matches!(column_type, ColumnType::Integer | ColumnType::Decimal);
        classes!(
            number.then_some("number"),
            (column_type != ColumnType::Text).then_some("short"),
            (*value == CellValue::Absent).then_some("quiet"),
            changed.then_some("changed"),
        )
    };
    html! {
        <section class="raw">
            <h3>{ text.t("accounts-raw") }</h3>
            <table class="small">
                <thead><tr>
                    <th scope="col">{ text.t("accounts-column") }</th>
                    <th scope="col" class="number">{ text.t("accounts-now") }</th>
                    if before {
                        <th scope="col" class="number">{ heading }</th>
                    }
                </tr></thead>
                <tbody>
                    for row in account.raw.iter() {
                        <tr key={row.column.clone()}>
                            <th scope="row">{ row.column.clone() }</th>
                            <td class={class(row.column_type, &row.now, row.before.as_ref().is_some_and(|b| *b != row.now))}>
                                { cell(&text, &row.now) }
                            </td>
                            if before {
                                <td class={classes!("quiet", class(row.column_type, &CellValue::Absent, false))}>
                                    { row.before.as_ref().map(|b| cell(&text, b)) }
                                </td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </section>
    }
}
