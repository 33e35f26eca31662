//! The functions of text, one value at a time.

use super::{as_number, boolean, number};
use crate::typed::OfText;
use crate::{Value, text};

pub(super) fn value(of: OfText, operands: &[Value]) -> Value {
    if operands.contains(&Value::Absent) {
        return Value::Absent;
    }
    let s = |at: usize| match operands.get(at) {
        Some(Value::Text(text)) => text.as_str(),
        _ => "",
    };
    let n = |at: usize| operands.get(at).map_or(f64::NAN, as_number);
    let written = |text: Option<String>| text.map_or(Value::Absent, Value::Text);
    match of {
        OfText::Len => number(s(0).chars().count() as f64),
        OfText::Value => number(text::value(s(0))),
        OfText::Contains => boolean(Some(text::contains(s(0), s(1)))),
        OfText::StartsWith => boolean(Some(text::starts_with(s(0), s(1)))),
        OfText::EndsWith => boolean(Some(text::ends_with(s(0), s(1)))),
        OfText::Left => written((n(1) >= 0.0).then(|| s(0).chars().take(n(1) as usize).collect())),
        OfText::Right => written((n(1) >= 0.0).then(|| {
            let all: Vec<char> = s(0).chars().collect();
            all[all.len().saturating_sub(n(1) as usize)..].iter().collect()
        })),
        OfText::Mid => written(
            (n(1) >= 1.0 && n(2) >= 0.0)
                .then(|| s(0).chars().skip(n(1) as usize - 1).take(n(2) as usize).collect()),
        ),
        OfText::Upper => written(Some(s(0).to_uppercase())),
        OfText::Lower => written(Some(s(0).to_lowercase())),
        OfText::Trim => written(Some(text::trim(s(0)))),
        OfText::Join => written(Some(format!("{}{}", s(0), s(1)))),
        OfText::FromNumber => written(Some(text::from_number(n(0)))),
        OfText::FromFixed => written(text::from_fixed(n(0), n(1))),
        OfText::FromDate => written(Some(text::from_date(n(0)))),
        OfText::FromBoolean => written(Some(text::from_boolean(n(0) == 1.0).to_owned())),
    }
}
