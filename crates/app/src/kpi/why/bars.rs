//! A waterfall of plain elements: each step begins where the one before it ended.

use super::Told;
use crate::markup::html;
use yew::prelude::*;

/// A step.
pub struct Bar {
    /// What it is.
    pub label: AttrValue,
    /// The running total before it.
    pub from: f64,
    /// The running total after it.
    pub to: f64,
    /// Where a click leads.
    pub open: Option<Callback<MouseEvent>>,
}

/// The part of the axis that is drawn: with 0 where the change is large enough to be seen beside it,
/// else only where something happens, which the words below then say.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Axis {
    low: f64,
    high: f64,
    whole: bool,
}

/// Smaller than this share of the whole, a change would be a hair on an axis from 0.
const HAIR: f64 = 0.2;

impl Axis {
    fn over(totals: impl Iterator<Item = f64>) -> Self {
        let (low, high) = totals
            .filter(|t| t.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), t| (l.min(t), h.max(t)));
        let whole = (low.min(0.0), high.max(0.0));
        if (high - low) >= HAIR * (whole.1 - whole.0) {
            return Self { low: whole.0, high: whole.1, whole: true };
        }
        let room = (high - low) * 0.1;
        Self { low: low - room, high: high + room, whole: false }
    }

    /// Where a total stands, in per cent.
    fn at(self, total: f64) -> f64 {
        let span = if self.high > self.low { self.high - self.low } else { 1.0 };
        ((total - self.low) / span * 100.0).clamp(0.0, 100.0)
    }
}

/// The waterfall, from the figure before to the figure now, with the figures beside it: it is its own
/// table.
pub fn waterfall(told: &Told<'_>, bars: &[Bar]) -> Html {
    let (text, of) = (told.text, told.told);
    let totals = bars.iter().flat_map(|b| [b.from, b.to]).chain([of.before, of.now]);
    let axis = Axis::over(totals);
    let end = |label: &str, value: f64| {
        let zero = axis.at(0.0);
        let at = axis.at(value);
        let style = if axis.whole {
            format!("left:{:.2}%;width:{:.2}%", zero.min(at), (at - zero).abs())
        } else {
            format!("left:calc({at:.2}% - 2px);width:4px")
        };
        html! {
            <tr class="kpi-fall-end">
                <th scope="row">{ text.t(label) }</th>
                <td class="kpi-fall"><span class="kpi-fall-total" {style} /></td>
                <td class="number">{ told.figure(value) }</td>
            </tr>
        }
    };
    html! {
        <div class="kpi-falls">
            <table>
                <caption class="hidden-visually">{ text.t("kpi-why-table") }</caption>
                <thead class="hidden-visually">
                    <tr><th scope="col">{ text.t("kpi-name") }</th><th scope="col">{ text.t("kpi-change") }</th><th scope="col">{ text.t("kpi-value") }</th></tr>
                </thead>
                <tbody>
                    { end("kpi-why-before", of.before) }
                    for (at, bar) in bars.iter().enumerate() {
                        <tr key={at}>
                            <th scope="row">{ label(bar) }</th>
                            <td class="kpi-fall"><span
                                class="kpi-fall-step" data-up={(bar.to >= bar.from).to_string()}
                                style={{
                                    let (a, b) = (axis.at(bar.from), axis.at(bar.to));
                                    format!("left:{:.2}%;width:max({:.2}%, 2px)", a.min(b), (b - a).abs())
                                }}
                            /></td>
                            <td class="number">{ told.difference(bar.to - bar.from) }</td>
                        </tr>
                    }
                    { end("kpi-why-now", of.now) }
                </tbody>
            </table>
            <p class="small quiet">{ (!axis.whole).then(|| text.t("kpi-why-axis")) }</p>
        </div>
    }
}

fn label(bar: &Bar) -> Html {
    match &bar.open {
        Some(open) => html! {
            <button type="button" class="kpi-link" onclick={open.clone()}>{ bar.label.clone() }</button>
        },
        None => html! { { bar.label.clone() } },
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn the_axis_begins_at_zero_unless_the_change_is_a_hair() {
        let axis = Axis::over([100.0, 130.0, 90.0].into_iter());
        assert_eq!((axis.low, axis.high, axis.whole), (0.0, 130.0, true));
        let axis = Axis::over([1_000.0, 1_010.0].into_iter());
        assert!(!axis.whole && axis.low < 1_000.0 && axis.high > 1_010.0);
        assert!((axis.at(1_005.0) - 50.0).abs() < 1e-9);
        let axis = Axis::over([-5.0, 3.0].into_iter());
        assert_eq!((axis.low, axis.high), (-5.0, 3.0));
    }
}
