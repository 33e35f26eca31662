//! What a node gains when each leaf moves by 1 %: a tornado, the strongest first.

use crate::kpi::area::Area;
use crate::kpi::words::difference;
use crate::markup::html;
use crate::query::use_view;
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk};
use yew::prelude::*;

/// So many leaves are shown at most.
const MOST: usize = 10;

/// Properties of [`Tornado`].
#[derive(PartialEq, Properties)]
pub struct TornadoProps {
    /// The area.
    pub area: Area,
    /// The place of the node.
    pub of: usize,
}

/// The tornado.
#[component]
pub fn Tornado(props: &TornadoProps) -> Html {
    let text = use_text();
    let area = &props.area;
    let Some(node) = area.node(props.of) else { return html! { <div /> } };
    let view = use_view(Some(Call::Kpi {
        context: Box::new((*area.context).clone()),
        ask: KpiAsk::Sensitivities { of: node.id, overrides: area.stand.assumed.overrides.clone() },
    }));
    let (Some(Call::Kpi { context, .. }), Some(Answer::Kpi(KpiAnswer::Sensitivities(all)))) =
        (view.question.as_deref(), view.answer.as_deref())
    else {
        return html! { <div /> };
    };
    let most = all.iter().flat_map(|s| [s.less.abs(), s.more.abs()]).fold(0.0, f64::max);
    let bar = |change: f64| {
        let width = if most > 0.0 && change.is_finite() { change.abs() / most * 50.0 } else { 0.0 };
        let left = if change < 0.0 { 50.0 - width } else { 50.0 };
        format!("left:{left:.2}%;width:{width:.2}%")
    };
    let name = |at: usize| context.tree.nodes.get(at).map(|n| AttrValue::from(n.name.clone()));
    html! {
        <div class="kpi-tornado">
            <h3>{ text.with("kpi-tornado", &[("name", node.name.clone().into())]) }</h3>
            if all.is_empty() {
                <p class="quiet">{ text.t("kpi-tornado-none") }</p>
            }
            <table>
                <thead class="hidden-visually">
                    <tr><th scope="col">{ text.t("kpi-name") }</th><th scope="col">{ text.t("kpi-change") }</th><th scope="col">{ text.t("kpi-tornado-less") }</th><th scope="col">{ text.t("kpi-tornado-more") }</th></tr>
                </thead>
                <tbody>
                    for (at, one) in all.iter().take(MOST).enumerate() {
                        <tr key={at}>
                            <th scope="row" title={name(one.place)}>{ name(one.place) }</th>
                            <td class="kpi-fall" aria-hidden="true">
                                <span class="kpi-fall-step" data-up={(one.less >= 0.0).to_string()} style={bar(one.less)} />
                                <span class="kpi-fall-step" data-up={(one.more >= 0.0).to_string()} style={bar(one.more)} />
                            </td>
                            <td class="number">{ difference(&text, one.less, &node.body.unit) }</td>
                            <td class="number">{ difference(&text, one.more, &node.body.unit) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
