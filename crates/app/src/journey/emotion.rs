//! How customers feel over the stages, and how they are meant to: two curves, drawn by drag, by click and by keys.

use crate::hooks::{use_memo, use_state_eq};
use crate::markup::html;
use crate::strategy::{Hand, focus, target};
use crate::text::{Text, use_text};
use chart::smooth;
use plan::{ElementId, Gesture, MOST_EMOTION, Stage};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What an arrow key adds; a Page key adds five times as much.
const STEP: i16 = 10;
/// As far as it goes.
const MOST: i16 = MOST_EMOTION as i16;

/// Which curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// How it is.
    AsIs,
    /// How it is meant to be.
    ToBe,
}

/// A stage as far as it is drawn here.
#[derive(Clone, Debug, PartialEq)]
pub struct Felt {
    /// Which.
    pub stage: ElementId,
    /// What it is called.
    pub name: AttrValue,
    /// How customers feel.
    pub feels: Option<i8>,
    /// How they are meant to feel.
    pub shall_feel: Option<i8>,
}

impl Curve {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::AsIs, Self::ToBe];

    /// The id of the message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::AsIs => "journey-feels",
            Self::ToBe => "journey-shall-feel",
        }
    }

    /// Its sign, for those who do not see colours.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AsIs => "●",
            Self::ToBe => "◇",
        }
    }

    /// Where its points stand within a stage, 0–1: beside each other, so that neither hides the other.
    pub fn aside(self) -> f64 {
        match self {
            Self::AsIs => 0.42,
            Self::ToBe => 0.58,
        }
    }

    fn of(self, felt: &Felt) -> Option<i8> {
        match self {
            Self::AsIs => felt.feels,
            Self::ToBe => felt.shall_feel,
        }
    }

    /// Where a stage keeps it.
    pub fn within(self, stage: &mut Stage) -> &mut Option<i8> {
        match self {
            Self::AsIs => &mut stage.feels,
            Self::ToBe => &mut stage.shall_feel,
        }
    }
}

/// Properties of [`Curves`].
#[derive(PartialEq, Properties)]
pub struct CurvesProps {
    /// Changes the document.
    pub hand: Hand,
    /// The stages, in order.
    pub stages: Rc<[Felt]>,
}

/// The curves, as one cell of the grid over all stages.
#[component]
pub fn Curves(props: &CurvesProps) -> Html {
    let text = use_text();
    // The stage whose points the Tab key comes to.
    let stop = use_state_eq(|| 0_usize);
    let dragged = use_memo((), |()| Cell::new(None::<(ElementId, Curve, Gesture)>));
    let plot = use_node_ref();
    let set = {
        let hand = props.hand.clone();
        // From what is said now, not from what was drawn: keys may follow each other faster.
        move |stage, curve: Curve, gesture, to: &dyn Fn(Option<i8>) -> Option<i8>| {
            hand.edit_in(gesture, |d| {
                d.change_stage(stage, |s| *curve.within(s) = to(*curve.within(s)))
            });
        }
    };
    let onpointerdown = {
        let (dragged, plot, set) = (dragged.clone(), plot.clone(), set.clone());
        let (hand, stages) = (props.hand.clone(), props.stages.clone());
        Callback::from(move |e: PointerEvent| {
            let Some((on, plot)) = target(&e).zip(plot.cast::<Element>()) else { return };
            let (x, to) = point(&plot, &e);
            let Some(felt) = stages.get((x * stages.len() as f64) as usize) else { return };
            if e.button() != 0 || !hand.writable {
                return;
            }
            let curve = curve_at(&on).unwrap_or_else(|| meant(felt, to));
            // Without capture the drag still works while the pointer stays on the curves.
            let _ = plot.set_pointer_capture(e.pointer_id());
            let gesture = hand.actions().new_gesture();
            dragged.set(Some((felt.stage, curve, gesture)));
            // A point that is only pressed stays where it is.
            if curve_at(&on).is_none() {
                set(felt.stage, curve, gesture, &|_| Some(to));
            }
        })
    };
    let onpointermove = {
        let (dragged, plot, set) = (dragged.clone(), plot.clone(), set.clone());
        Callback::from(move |e: PointerEvent| {
            if let Some(((stage, curve, gesture), plot)) = dragged.get().zip(plot.cast::<Element>())
            {
                let to = point(&plot, &e).1;
                set(stage, curve, gesture, &|_| Some(to));
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| dragged.set(None));
    let onkeydown = {
        let (stages, stop) = (props.stages.clone(), stop.clone());
        Callback::from(move |e: KeyboardEvent| {
            let Some(on) = target(&e) else { return };
            let place = on.get_attribute("data-place").and_then(|at| at.parse::<usize>().ok());
            let Some((at, curve)) = place.zip(curve_at(&on)) else { return };
            let Some(felt) = stages.get(at) else { return };
            let to: &dyn Fn(i16) -> i16 = match e.key().as_str() {
                "ArrowUp" => &|now| now + STEP,
                "ArrowDown" => &|now| now - STEP,
                "PageUp" => &|now| now + 5 * STEP,
                "PageDown" => &|now| now - 5 * STEP,
                "Home" => &|_| -MOST,
                "End" => &|_| MOST,
                "Delete" | "Backspace" => {
                    e.prevent_default();
                    return set(felt.stage, curve, Gesture::Once, &|_| None);
                }
                key @ ("ArrowLeft" | "ArrowRight") => {
                    e.prevent_default();
                    let next = if key == "ArrowLeft" { at.saturating_sub(1) } else { at + 1 };
                    if let Some(next_felt) = stages.get(next) {
                        stop.set(next);
                        // At once: the next key may be here already.
                        focus(&point_id(next_felt.stage, curve));
                    }
                    return;
                }
                _ => return,
            };
            e.prevent_default();
            set(felt.stage, curve, Gesture::Once, &|now| {
                Some(to(i16::from(now.unwrap_or(0))).clamp(-MOST, MOST) as i8)
            });
        })
    };
    let count = props.stages.len();
    html! {
        <div role="gridcell" class="journey-curves" aria-colspan={count.to_string()}>
            <div
                ref={plot} class="curves" {onpointerdown} {onpointermove} onpointercancel={onpointerup.clone()}
                {onpointerup} {onkeydown}
            >
                <svg viewBox={format!("0 0 {} 200", count * 100)} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <path class="curve-middle" d={format!("M0 100H{}", count * 100)} />
                    for curve in Curve::BOTH {
                        <path key={curve.words()} class="curve" data-curve={curve.words()} d={path(&props.stages, curve)} />
                    }
                </svg>
                for (at, felt) in props.stages.iter().enumerate() {
                    for curve in Curve::BOTH {
                        { handle(&text, felt, curve, (at, count), at == (*stop).min(count - 1), props.hand.writable) }
                    }
                }
            </div>
        </div>
    }
}

/// A point of a curve that can be taken.
fn handle(
    text: &Text,
    felt: &Felt,
    curve: Curve,
    (at, count): (usize, usize),
    stop: bool,
    writable: bool,
) -> Html {
    let value = curve.of(felt);
    let label = text.with(
        "journey-felt-in",
        &[("curve", text.t(curve.words()).into()), ("stage", (&felt.name).into())],
    );
    let said =
        value.map_or_else(|| text.t("journey-felt-none"), |v| text.signed(f64::from(v), 0).into());
    let left = (at as f64 + curve.aside()) / count as f64 * 100.0;
    let top = (100.0 - f64::from(value.unwrap_or(0))) / 2.0;
    html! {
        <span
            key={point_id(felt.stage, curve)} id={point_id(felt.stage, curve)} role="slider" class="curve-point" data-curve={curve.words()} data-place={at.to_string()}
            data-none={value.is_none().then_some("")} tabindex={if stop { "0" } else { "-1" }}
            aria-label={label} aria-orientation="vertical" aria-readonly={(!writable).then_some("true")}
            aria-valuemin={(-MOST_EMOTION).to_string()} aria-valuemax={MOST_EMOTION.to_string()}
            aria-valuenow={value.unwrap_or(0).to_string()} aria-valuetext={said.clone()} data-said={said}
            style={format!("left:{left:.2}%;top:{top:.1}%")}
        />
    }
}

/// The id in the page of a point.
fn point_id(stage: ElementId, curve: Curve) -> String {
    format!("{}-{}", curve.words(), stage.0)
}

/// The curve that an element is a point of.
fn curve_at(element: &Element) -> Option<Curve> {
    let point = element.closest("[role=slider]").ok().flatten()?;
    let of = point.get_attribute("data-curve")?;
    Curve::BOTH.into_iter().find(|c| c.words() == of)
}

/// Which curve is meant by a click at a height: one that is not drawn there yet, else the nearer one.
fn meant(felt: &Felt, at: i8) -> Curve {
    let far = |value: i8| i16::from(value).abs_diff(i16::from(at));
    match (felt.feels, felt.shall_feel) {
        (None, _) => Curve::AsIs,
        (_, None) => Curve::ToBe,
        (Some(feels), Some(shall)) if far(shall) < far(feels) => Curve::ToBe,
        _ => Curve::AsIs,
    }
}

/// Where a pointer is on the plot: from left, 0–1, and how it feels there.
fn point(plot: &Element, e: &PointerEvent) -> (f64, i8) {
    let edges = plot.get_bounding_client_rect();
    let x = (f64::from(e.client_x()) - edges.left()) / edges.width().max(1.0);
    let y = (f64::from(e.client_y()) - edges.top()) / edges.height().max(1.0);
    let felt = ((100.0 - 200.0 * y) / 5.0).round() * 5.0;
    (x.clamp(0.0, 0.999), felt.clamp(-100.0, 100.0) as i8)
}

/// A smooth line through the stages of which something is said, in units of a hundredth of a stage and of half a
/// hundredth of the height.
pub fn path(stages: &[Felt], curve: Curve) -> String {
    let said = stages.iter().enumerate().filter_map(|(at, felt)| Some((at, curve.of(felt)?)));
    smooth(said.map(|(at, v)| ((at as f64 + curve.aside()) * 100.0, 100.0 - f64::from(v))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn felt(feels: Option<i8>, shall_feel: Option<i8>) -> Felt {
        Felt { stage: ElementId(1), name: "".into(), feels, shall_feel }
    }

    #[test]
    fn a_line_passes_over_what_is_not_said() {
        let stages = [felt(Some(50), None), felt(None, None), felt(Some(-100), Some(0))];
        assert_eq!(path(&stages, Curve::AsIs), "M42.0 50.0C142.0 50.0 142.0 200.0 242.0 200.0");
        assert_eq!(path(&stages, Curve::ToBe), "M258.0 100.0");
        assert_eq!(path(&[], Curve::AsIs), "");
    }

    #[test]
    fn which_curve_a_click_means() {
        for (feels, shall, at, expected) in [
            (None, None, 5, Curve::AsIs),
            (Some(0), None, 5, Curve::ToBe),
            (Some(0), Some(50), 40, Curve::ToBe),
            (Some(-100), Some(100), -20, Curve::AsIs),
        ] {
            assert_eq!(meant(&felt(feels, shall), at), expected);
        }
    }
}
