//! A chart on a canvas.

use super::use_look;
use crate::hooks::use_effect_with;
use crate::markup::html;
use chart::{Chart, Frame};
use plotters_canvas::CanvasBackend;
use std::rc::Rc;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

/// Properties of [`ChartCanvas`].
#[derive(PartialEq, Properties)]
pub struct ChartCanvasProps {
    /// What is drawn.
    pub chart: Rc<Chart>,
    /// Width in CSS pixels; nothing is drawn at 0.
    pub width_px: f64,
    /// Height in CSS pixels.
    pub height_px: f64,
    /// What the picture says, in a sentence. Empty when the words beside it say it already.
    #[prop_or_default]
    pub label: AttrValue,
}

/// A picture of a chart, drawn again when the chart, its size or the page's look changed.
#[component]
pub fn ChartCanvas(props: &ChartCanvasProps) -> Html {
    let node = use_node_ref();
    let look = use_look();
    {
        let node = node.clone();
        let what = (props.chart.clone(), props.width_px, props.height_px, look);
        use_effect_with(what, move |(chart, width_px, height_px, look)| {
            let frame =
                Frame { width_px: *width_px, height_px: *height_px, pixel_ratio: look.pixel_ratio };
            if let Some(canvas) = node.cast::<HtmlCanvasElement>()
                && *width_px > 0.0
            {
                let (width, height) = frame.device_size();
                canvas.set_width(width);
                canvas.set_height(height);
                if let Some(backend) = CanvasBackend::with_canvas_object(canvas)
                    && let Err(e) = chart::draw(chart, frame, &look.theme, backend)
                {
                    web_sys::console::warn_1(&format!("chart: {e}").into());
                }
            }
        });
    }
    let style = format!("width:{}px;height:{}px", props.width_px, props.height_px);
    if props.label.is_empty() {
        html! { <canvas ref={node} {style} aria-hidden="true" /> }
    } else {
        html! { <canvas ref={node} {style} role="img" aria-label={props.label.clone()} /> }
    }
}
