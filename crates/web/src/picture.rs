//! Pictures that the browser draws. Page only.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlAnchorElement, HtmlCanvasElement};

use crate::text;

/// Device pixels to a unit of the picture, the best first: sharp on paper too, or as it fits.
const SCALES: [f64; 4] = [2.0, 1.0, 0.5, 0.25];

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPicture {
    /// The browser has no canvas that large, not even at the smallest scale.
    TooLarge,
    /// It cannot draw the picture: its words.
    Browser(String),
}

impl From<JsValue> for NoPicture {
    fn from(e: JsValue) -> Self {
        Self::Browser(text::describe(&e))
    }
}

/// Draws an SVG document and offers it as a PNG under a file name.
///
/// # Errors
/// When the browser cannot draw the picture, or has no room for it.
pub async fn offer_png(file_name: &str, svg: &str) -> Result<(), NoPicture> {
    let drawn = png(svg).await?;
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(&drawn);
    link.set_download(file_name);
    link.click();
    Ok(())
}

/// An SVG document as a PNG, in a `data:` address.
///
/// # Errors
/// When the browser cannot draw the picture, or has no room for it.
pub async fn png(svg: &str) -> Result<String, NoPicture> {
    let document = document()?;
    let image = document.create_element("img")?;
    let encoded = String::from(js_sys::encode_uri_component(svg));
    image.set_attribute("src", &format!("data:image/svg+xml;charset=utf-8,{encoded}"))?;
    let decode: Function = Reflect::get(&image, &"decode".into())?.unchecked_into();
    JsFuture::from(decode.call0(&image)?.unchecked_into::<Promise>()).await?;
    for scale in SCALES {
        let drawn = draw(&document, &image, scale)?;
        // A canvas beyond the browser's bounds is drawn on without a word, and is empty.
        if drawn.starts_with("data:image/png") {
            return Ok(drawn);
        }
    }
    Err(NoPicture::TooLarge)
}

fn document() -> Result<Document, NoPicture> {
    let document = web_sys::window().and_then(|window| window.document());
    document.ok_or_else(|| NoPicture::Browser("no page to draw on".to_owned()))
}

fn draw(document: &Document, image: &Element, scale: f64) -> Result<String, JsValue> {
    let side = |name: &str| -> Result<f64, JsValue> {
        Ok((Reflect::get(image, &name.into())?.as_f64().unwrap_or_default() * scale).ceil())
    };
    let (width, height) = (side("naturalWidth")?, side("naturalHeight")?);
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or_else(|| JsValue::from_str("no canvas to draw on"))?
        .unchecked_into();
    let draw: Function = Reflect::get(&context, &"drawImage".into())?.unchecked_into();
    let numbers = [0.0, 0.0, width, height].map(JsValue::from_f64);
    let arguments: js_sys::Array = std::iter::once(JsValue::from(image)).chain(numbers).collect();
    draw.apply(&context, &arguments)?;
    canvas.to_data_url()
}
