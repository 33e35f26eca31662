//! "Since 14 Nov": what moved the score, as signed bars that add up to the change.

use super::super::format::add_up;
use super::Card;
use super::bars::signed_bar;
use super::names::{measure, named};
use crate::markup::html;
use crate::text::use_text;
use engine::message::ScoringContext;
use std::rc::Rc;
use table::Day;
use yew::prelude::*;

/// Properties of [`Since`].
#[derive(PartialEq, Properties)]
pub struct SinceProps {
    /// The account.
    pub card: Option<Card>,
    /// Whose model names the measures.
    pub context: Rc<ScoringContext>,
    /// The date of the compared snapshot.
    pub date: Option<Day>,
}

/// The shares of the change.
#[component]
pub fn Since(props: &SinceProps) -> Html {
    let text = use_text();
    let Some(account) = props.card.as_ref().and_then(Card::get) else { return Html::default() };
    let Some(date) = props.date else { return html! { <section /> } };
    let date = [("date", text.date(date).into())];
    let Some(shares) = &account.change else {
        return html! {
            <section>
                <h3>{ text.with("accounts-since", &date) }</h3>
                <p class="quiet">{ text.with("accounts-since-none", &date) }</p>
            </section>
        };
    };
    let values: Vec<f64> = shares.iter().map(|s| s.1).collect();
    let shown = add_up(&values, 1);
    let total: f64 = shown.iter().sum();
    let widest = values.iter().fold(0.0f64, |most, v| most.max(v.abs()));
    let mut order: Vec<usize> = (0..shares.len()).filter(|i| shown[*i] != 0.0).collect();
    table::order::sort_by(&mut order, |a, b| values[*b].abs().total_cmp(&values[*a].abs()));
    let still = shares.len() - order.len();
    let row = |i: &usize| {
        let name = measure(&props.context.model, shares[*i].0).map(|m| m.name.as_str());
        html! {
            <li key={*i} class="since-row">
                <span class="why-name">{ named(&text, name) }</span>
                { signed_bar(if widest > 0.0 { values[*i] / widest } else { 0.0 }) }
                <span class="number">{ text.signed(shown[*i], 1) }</span>
            </li>
        }
    };
    html! {
        <section class="since" data-testid="account-since">
            <h3>{ text.with("accounts-since", &date) }</h3>
            <p class="quiet small">{ text.t("accounts-since-hint") }</p>
            <ul>{ order.iter().map(row).collect::<Html>() }</ul>
            <p class="quiet small">
                { (still > 0).then(|| text.with("accounts-since-still", &[("n", still.into())])) }
            </p>
            <p class="why-sum number">
                { text.with("accounts-since-total", &[("change", text.signed(total, 1).into())]) }
            </p>
        </section>
    }
}
