//! "Why 43?": what each measure gives, as bars that add up to the score.

use super::super::format::add_up;
use super::Card;
use super::bars::give_bar;
use super::names::{absent, dimension, measure, named, value};
use crate::markup::html;
use crate::text::{Text, use_text};
use engine::message::{ContributionRow, RawValue, ScoringContext};
use score::ItemId;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Why`].
#[derive(PartialEq, Properties)]
pub struct WhyProps {
    /// The account.
    pub card: Option<Card>,
    /// Whose model names the measures.
    pub context: Rc<ScoringContext>,
}

/// The contributions by dimension, and their sum.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let text = use_text();
    let Some(account) = props.card.as_ref().and_then(Card::get) else { return Html::default() };
    if account.contributions.is_empty() {
        return html! { <section><p class="quiet">{ text.t("accounts-no-card") }</p></section> };
    }
    let given: Vec<f64> = account.contributions.iter().map(|c| c.contribution).collect();
    let shown = add_up(&given, 1);
    let longest = account.contributions.iter().map(|c| c.weight).fold(0.0, f64::max);
    let mut groups: Vec<(ItemId, Vec<usize>)> = Vec::new();
    for (i, row) in account.contributions.iter().enumerate() {
        match groups.iter_mut().find(|(id, _)| *id == row.dimension) {
            Some((_, rows)) => rows.push(i),
            None => groups.push((row.dimension, vec![i])),
        }
    }
    let heading = match account.score {
        Some(score) => text.with("accounts-why", &[("score", text.decimal(score, 1).into())]),
        None => text.t("accounts-why-none"),
    };
    let group = |(id, rows): &(ItemId, Vec<usize>)| {
        let sum: f64 = rows.iter().map(|i| shown[*i]).sum();
        let most: f64 = rows.iter().map(|i| account.contributions[*i].weight * 100.0).sum();
        let name = named(&text, dimension(&props.context.model, *id).map(|d| d.name.as_str()));
        html! {
            <li key={id.0.to_string()} class="why-group">
                <h4>
                    <span>{ name }</span>
                    <span class="number">{ text.with("accounts-of-most", &[
                        ("given", text.decimal(sum, 1).into()), ("most", text.decimal(most, 1).into()),
                    ]) }</span>
                </h4>
                <ul>
                    for i in rows.iter() {
                        <li key={*i} class="why-row">
                            { row(&text, props, &account.raw, &account.contributions[*i], shown[*i], longest) }
                        </li>
                    }
                </ul>
            </li>
        }
    };
    html! {
        <section class="why" data-testid="account-why">
            <h3>{ heading }</h3>
            <p class="quiet small">{ text.with("accounts-why-hint", &[("card", account.card.as_str().into())]) }</p>
            <ul>{ groups.iter().map(group).collect::<Html>() }</ul>
            <p class="why-sum number" data-testid="account-sum">{ sum_line(&text, account.score, &shown) }</p>
        </section>
    }
}

fn row(
    text: &Text,
    props: &WhyProps,
    raw: &[RawValue],
    row: &ContributionRow,
    shown: f64,
    longest: f64,
) -> Html {
    let measure = measure(&props.context.model, row.measure);
    let scale = if longest > 0.0 { longest } else { 1.0 };
    let how = match (row.points, row.value) {
        (Some(points), Some(v)) => text.with(
            "accounts-how",
            &[
                ("value", value(text, measure, v, raw).into()),
                ("points", text.short(points, 1).into()),
                ("weight", text.percent(row.weight, 1).into()),
            ],
        ),
        (Some(points), None) => text.with(
            "accounts-how-absent",
            &[
                ("points", text.short(points, 1).into()),
                ("weight", text.percent(row.weight, 1).into()),
            ],
        ),
        _ => AttrValue::default(),
    };
    let done = row.absent.map(|policy| absent(text, policy, row.points.is_some()));
    html! {
        <>
            <span class="why-name">{ named(text, measure.map(|m| m.name.as_str())) }</span>
            <span class="number">{ row.points.map_or_else(|| "–".to_owned(), |_| text.decimal(shown, 1)) }</span>
            { give_bar(row.contribution / 100.0 / scale, row.weight / scale) }
            <span class="why-how quiet small">{ how }</span>
            <span class="why-absent small">{ done }</span>
        </>
    }
}

/// 12.4 + 8.1 + … = 43.0, without the zeros.
fn sum_line(text: &Text, score: Option<f64>, shown: &[f64]) -> Option<String> {
    let score = score?;
    let parts: Vec<String> =
        shown.iter().filter(|s| **s > 0.0).map(|s| text.decimal(*s, 1)).collect();
    let left = if parts.is_empty() { text.decimal(0.0, 1) } else { parts.join(" + ") };
    Some(format!("{left} = {}", text.decimal(score, 1)))
}
