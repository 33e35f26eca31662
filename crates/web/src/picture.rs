//! Pictures that the browser draws. Page only.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement};

use crate::text;

/// Device pixels to a unit of the picture: sharp on paper too.
const SCALE: f64 = 2.0;

/// Draws an SVG document and offers it as a PNG under a file name.
///
/// # Errors
/// The browser's words when it cannot draw the picture, or has no room for it.
pub async fn offer_png(file_name: &str, svg: &str) -> Result<(), String> {
    try_offer(file_name, svg).await.map_err(|e| text::describe(&e))
}

async fn try_offer(file_name: &str, svg: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("no page to draw on"))?;
    let image = document.create_element("img")?;
    let encoded = String::from(js_sys::encode_uri_component(svg));
    image.set_attribute("src", &format!("data:image/svg+xml;charset=utf-8,{encoded}"))?;
    let decode: Function = Reflect::get(&image, &"decode".into())?.dyn_into()?;
    JsFuture::from(decode.call0(&image)?.dyn_into::<Promise>()?).await?;
    let side = |name: &str| -> Result<f64, JsValue> {
        Ok(Reflect::get(&image, &name.into())?.as_f64().unwrap_or_default() * SCALE)
    };
    let (width, height) = (side("naturalWidth")?, side("naturalHeight")?);
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or_else(|| JsValue::from_str("no canvas to draw on"))?
        .unchecked_into();
    let draw: Function = Reflect::get(&context, &"drawImage".into())?.dyn_into()?;
    let numbers = [0.0, 0.0, width, height].map(JsValue::from_f64);
    let arguments: js_sys::Array = std::iter::once(JsValue::from(&image)).chain(numbers).collect();
    draw.apply(&context, &arguments)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&canvas.to_data_url()?);
    link.set_download(file_name);
    link.click();
    Ok(())
}
