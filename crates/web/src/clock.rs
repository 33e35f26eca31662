//! The time and chance that the pure crates take as arguments.

use js_sys::{Date, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Crypto;

/// Milliseconds since 1970 UTC.
pub fn now_ms() -> f64 {
    Date::now()
}

/// Today where the user is: year, month 1–12, day 1–31.
pub fn today() -> (i32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year() as i32, now.get_month() + 1, now.get_date())
}

/// A moment (milliseconds since 1970 UTC) where the user is: year, month 1–12, day 1–31, hour, minute.
pub fn local(ms: f64) -> (i32, u32, u32, u32, u32) {
    let at = Date::new(&ms.into());
    let (year, month, day) = (at.get_full_year() as i32, at.get_month() + 1, at.get_date());
    (year, month, day, at.get_hours(), at.get_minutes())
}

/// 128 random bits as 32 hexadecimal digits: an id that no other machine has given.
pub fn random_id() -> String {
    let mut bits = [0_u8; 16];
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok().filter(|c| c.is_object());
    let filled = crypto.is_some_and(|crypto| {
        crypto.unchecked_into::<Crypto>().get_random_values_with_u8_array(&mut bits).is_ok()
    });
    if !filled {
        // Every browser since 2013 has it; for the rest chance of a lesser kind does.
        bits.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bits.iter().map(|byte| format!("{byte:02x}")).collect()
}
