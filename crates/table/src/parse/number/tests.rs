use super::*;

#[track_caller]
fn check(text: &str, expected: Result<(Number, Option<Unit>), NotNumber>) {
    assert_eq!(patient(text.as_bytes()), expected, "{text}");
    if let Some(v) = fast_integer(text.as_bytes()) {
        assert_eq!(expected, Ok((Number::Integer(v), None)), "{text}");
    }
    if let Some(v) = fast_decimal(text.as_bytes()) {
        let same = match expected {
            Ok((Number::Integer(i), _)) => i as f64,
            Ok((Number::Decimal(d), _)) => d,
            Err(_) => f64::NAN,
        };
        assert_eq!(v, same, "{text}");
    }
}

#[test]
fn integers() {
    let int = |v| Ok((Number::Integer(v), None));
    check("0", int(0));
    check("-17", int(-17));
    check("+5", int(5));
    check("1,234,567", int(1_234_567));
    check("１２３", int(123));
    check("－４５", int(-45));
    check("▲1,200", int(-1_200));
    check(" 7 ", int(7));
    check("　７　", int(7));
    check("123456789012345678", int(123_456_789_012_345_678));
}

#[test]
fn decimals() {
    let dec = |v| Ok((Number::Decimal(v), None));
    check("0.5", dec(0.5));
    check(".5", dec(0.5));
    check("-12.25", dec(-12.25));
    check("1e3", dec(1_000.0));
    check("1.5E-2", dec(0.015));
    check("1,234.5", dec(1_234.5));
    check("54.054054054054056", dec(54.054_054_054_054_056));
    check("0.1", dec(0.1));
    check("123456789.123456789123456789", dec(123_456_789.123_456_79));
}

#[test]
fn units_are_taken_off_and_kept() {
    check("¥1,200", Ok((Number::Integer(1_200), Some(Unit::Yen))));
    check("￥1,200", Ok((Number::Integer(1_200), Some(Unit::Yen))));
    check("1,200円", Ok((Number::Integer(1_200), Some(Unit::Yen))));
    check("-$3.50", Ok((Number::Decimal(-3.5), Some(Unit::Dollar))));
    check("12.5%", Ok((Number::Decimal(12.5), Some(Unit::Percent))));
    check("１２％", Ok((Number::Integer(12), Some(Unit::Percent))));
    check("€ 5", Ok((Number::Integer(5), Some(Unit::Euro))));
}

#[test]
fn what_is_no_number() {
    check("00123", Err(NotNumber::LeadingZero));
    check("-01", Err(NotNumber::LeadingZero));
    check("00.5", Err(NotNumber::LeadingZero));
    check("1234567890123456789", Err(NotNumber::TooManyDigits));
    for text in ["", "-", "1,23", "12,34,567", "1.", "1.2.3", "1e", "e5", "$", "¥$5", "inf"] {
        check(text, Err(NotNumber::Other));
    }
    check("1e999", Err(NotNumber::Other));
}
