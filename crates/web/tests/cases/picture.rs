use wasm_bindgen_test::wasm_bindgen_test;
use web::picture::{NoPicture, png};

fn svg(width: u32, height: u32) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>"#)
}

#[wasm_bindgen_test]
async fn a_picture_is_drawn_as_large_as_the_browser_can() {
    for width in [100, 60_000, 120_000] {
        let drawn = png(&svg(width, 2)).await.unwrap();
        assert!(drawn.starts_with("data:image/png;base64,"), "{width}: {drawn:.40}");
    }
}

#[wasm_bindgen_test]
async fn one_that_it_has_no_room_for_is_told() {
    assert_eq!(png(&svg(2_000_000, 2)).await, Err(NoPicture::TooLarge));
    assert!(matches!(png("no picture").await, Err(NoPicture::Browser(_))));
}
