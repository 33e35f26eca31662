//! Pieces without behaviour: bar, sparkline, labelled field, empty state, progress.

use super::{Icon, IconName};
use crate::markup::html;
use std::fmt::Write;
use yew::prelude::*;

/// Properties of [`Bar`].
#[derive(PartialEq, Properties)]
pub struct BarProps {
    /// How much of the whole, 0–1.
    pub share: f64,
    /// A level's colour instead of the plain one (0 is the lowest).
    #[prop_or_default]
    pub level: Option<u8>,
}

/// A proportional bar. It repeats a number that stands beside it, so screen readers skip it.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let share = if props.share.is_finite() { props.share.clamp(0.0, 1.0) } else { 0.0 };
    html! {
        <span class="bar" aria-hidden="true">
            <span data-level={props.level.map(|l| l.to_string())} style={format!("width:{:.2}%", share * 100.0)} />
        </span>
    }
}

/// A tiny line without axes, with a dot on the newest value: oldest first, at most some dozens; not-a-number
/// is a gap. The edges stand for `min` and `max`. Screen readers skip it.
pub fn spark(values: &[f64], min: f64, max: f64) -> Html {
    const WIDTH: f64 = 72.0;
    const HEIGHT: f64 = 20.0;
    let span = if max > min { max - min } else { 1.0 };
    let last = values.len().saturating_sub(1).max(1) as f64;
    let at = |i: usize, v: f64| {
        let x = 2.0 + (WIDTH - 4.0) * i as f64 / last;
        (x, HEIGHT - 2.0 - (HEIGHT - 4.0) * ((v - min) / span).clamp(0.0, 1.0))
    };
    let mut path = String::new();
    let mut joined = false;
    let mut end = None;
    for (i, &v) in values.iter().enumerate() {
        if v.is_finite() {
            let (x, y) = at(i, v);
            // Writing to a string cannot fail.
            let _ = write!(path, "{}{x:.1} {y:.1}", if joined { 'L' } else { 'M' });
            end = Some((x, y));
        }
        joined = v.is_finite();
    }
    // one that stays: rows of the table are drawn into each other's elements
    let (x, y) = end.unwrap_or_default();
    html! {
        <svg class="spark" viewBox="0 0 72 20" aria-hidden="true" focusable="false">
            <path d={path} />
            <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r={if end.is_some() { "2" } else { "0" }} />
        </svg>
    }
}

/// Properties of [`Field`].
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    /// What is filled in.
    pub label: AttrValue,
    /// A line of help under it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The one field.
    pub children: Html,
}

/// A field with its label above and help below.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    html! {
        <label class="labelled">
            <span class="labelled-name">{ props.label.clone() }</span>
            { props.children.clone() }
            <span class="labelled-hint">{ props.hint.clone() }</span>
        </label>
    }
}

/// Properties of [`EmptyState`].
#[derive(PartialEq, Properties)]
pub struct EmptyStateProps {
    /// The one sentence.
    pub line: AttrValue,
    /// A picture above it.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// The one action (and a sample).
    #[prop_or_default]
    pub children: Html,
}

/// Where there is nothing yet: one sentence, one action.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class="empty">
            <span class="empty-icon">
                if let Some(name) = props.icon {
                    <Icon {name} />
                }
            </span>
            <p>{ props.line.clone() }</p>
            <div class="empty-actions">{ props.children.clone() }</div>
        </div>
    }
}

/// Properties of [`Progress`].
#[derive(PartialEq, Properties)]
pub struct ProgressProps {
    /// What is under way.
    pub label: AttrValue,
    /// So much is done.
    pub done: f64,
    /// Of so much; 0 when not known.
    pub total: f64,
}

/// A progress bar.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let known = props.total > 0.0;
    let (value, max) = (props.done.min(props.total), if known { props.total } else { 1.0 });
    html! {
        <progress
            aria-label={props.label.clone()} max={max.to_string()}
            value={known.then(|| value.to_string())}
        />
    }
}
