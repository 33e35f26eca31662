//! What the values of a column look like, small: a histogram or the most frequent values.

use super::super::model::outline;
use crate::markup::html;
use crate::text::{Text, use_text};
use engine::message::{ColumnInfo, ColumnShape};
use std::rc::Rc;
use table::{ColumnType, Day};
use yew::prelude::*;

/// Height of the picture in its own units.
const HEIGHT: f64 = 24.0;
/// How many of the most frequent values are named.
const NAMED: usize = 3;

/// Properties of [`Shape`].
#[derive(Properties, PartialEq)]
pub struct ShapeProps {
    /// The column.
    pub info: Rc<ColumnInfo>,
    /// Accounts of the snapshot.
    pub rows: u64,
}

/// A picture of one path, and the same in words.
#[component]
pub fn Shape(props: &ShapeProps) -> Html {
    let text = use_text();
    let info = &props.info;
    let present = props.rows.saturating_sub(info.absent);
    let (counts, words): (Vec<u64>, AttrValue) = match &info.shape {
        ColumnShape::Numbers { mean, histogram, .. } if info.column_type == ColumnType::Boolean => {
            // of zeros and ones the mean is the share of ones
            let words = format!("{} {}", text.t("data-yes"), text.percent(*mean, 0));
            (ends(&histogram.counts), words.into())
        }
        ColumnShape::Numbers { min, max, mean, histogram } => {
            let one = |v: f64| value(&text, info.column_type, v);
            let range =
                [("min", one(*min).into()), ("max", one(*max).into()), ("mean", one(*mean).into())];
            let id = match info.column_type {
                _ if min == max => "data-one-value",
                ColumnType::Date => "data-period",
                _ => "data-range",
            };
            (histogram.counts.iter().map(|c| u64::from(*c)).collect(), text.with(id, &range))
        }
        ColumnShape::Top(_) if present > 1 && info.distinct == present => {
            (Vec::new(), text.t("data-all-different"))
        }
        ColumnShape::Top(values) => {
            let named: Vec<String> = values
                .iter()
                .take(NAMED)
                .map(|v| {
                    let share = text.percent(v.count as f64 / present.max(1) as f64, 0);
                    format!("{} {share}", top_value(&text, info.column_type, &v.value))
                })
                .collect();
            (values.iter().map(|v| v.count).collect(), named.join(" · ").into())
        }
        ColumnShape::Empty => (Vec::new(), text.t("data-no-values")),
    };
    let path = outline(counts.iter().copied(), HEIGHT);
    html! {
        <div class="shape">
            <svg
                class={if matches!(info.shape, ColumnShape::Top(_)) { "shape-top" } else { "shape-bins" }}
                viewBox={format!("0 0 {} {HEIGHT}", counts.len().max(1))} preserveAspectRatio="none"
                aria-hidden="true" focusable="false"
            ><path d={path} /></svg>
            <span class="shape-words" title={words.clone()}>{ words.clone() }</span>
        </div>
    }
}

/// No and yes: the first bin and the last.
fn ends(counts: &[u32]) -> Vec<u64> {
    [counts.first(), counts.last()].into_iter().flatten().map(|c| u64::from(*c)).collect()
}

/// A number, or the day that it stands for.
fn value(text: &Text, column_type: ColumnType, value: f64) -> String {
    match column_type {
        // days since 1970 are far within 32 bits
        ColumnType::Date => text.date(Day(value.round() as i32)),
        // two figures of what is small: a mean of 0.003 is not 0
        _ if value != 0.0 && value.abs() < 0.1 => {
            text.short(value, (1.0 - value.abs().log10().floor()).min(8.0) as usize)
        }
        _ => text.short(value, 2),
    }
}

/// A frequent value; yes and no in the user's language.
fn top_value(text: &Text, column_type: ColumnType, value: &str) -> AttrValue {
    match (column_type, value) {
        (ColumnType::Boolean, "true" | "1") => text.t("data-yes"),
        (ColumnType::Boolean, "false" | "0") => text.t("data-no"),
        _ => value.to_owned().into(),
    }
}
