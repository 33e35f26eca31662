//! The functions of single numbers and days. Not-a-number is absent; what is not finite becomes absent.

use crate::typed::{One, Three, Two};
use table::Day;
use table::numbers::settle;

/// The days that there are: 0001-01-01 to 9999-12-31.
const FIRST_DAY: f64 = -719_162.0;
const LAST_DAY: f64 = 2_932_896.0;

pub(crate) fn one(of: One, x: f64) -> f64 {
    settle(match of {
        One::Negate => -x,
        One::Abs => x.abs(),
        One::Int => x.floor(),
        One::Sqrt => x.sqrt(),
        One::Ln => x.ln(),
        One::Log10 => x.log10(),
        One::Exp => x.exp(),
        One::Sign if x == 0.0 || x.is_nan() => x,
        One::Sign => x.signum(),
        One::Year => part(x, |(year, ..)| f64::from(year)),
        One::Month => part(x, |(_, month, _)| f64::from(month)),
        One::Day => part(x, |(.., day)| f64::from(day)),
        // 1970-01-01 was a Thursday; 1 is Sunday
        One::Weekday => (x + 4.0).rem_euclid(7.0) + 1.0,
    })
}

pub(crate) fn two(of: Two, x: f64, y: f64) -> f64 {
    settle(match of {
        Two::Add => x + y,
        Two::Subtract => x - y,
        Two::Multiply => x * y,
        Two::Divide => x / y,
        // 1 to any power is 1, but an absent power is absent
        Two::Power if x.is_nan() || y.is_nan() => f64::NAN,
        Two::Power => x.powf(y),
        Two::Mod => x - y * (x / y).floor(),
        Two::Min => least(x, y),
        Two::Max => -least(-x, -y),
        Two::Round => rounded(x, y, |s| (s + 0.5).floor(), 1.0),
        Two::RoundUp => rounded(x, y, f64::ceil, -1.0),
        Two::RoundDown => rounded(x, y, f64::floor, 1.0),
        Two::AddDays => day_or_absent((x + y).floor()),
        Two::AddMonths => add_months(x, y),
        Two::Bin => bin(x, y),
    })
}

pub(crate) fn three(of: Three, x: f64, y: f64, z: f64) -> f64 {
    settle(match of {
        Three::Clamp if y <= z && !x.is_nan() => x.max(y).min(z),
        Three::Clamp => f64::NAN,
        Three::Date => date(x, y, z),
    })
}

/// The lesser; absent when either is.
#[inline(always)]
fn least(x: f64, y: f64) -> f64 {
    if x < y || x.is_nan() { x } else { y }
}

/// What two units in the last place are of a number: decimals that a binary number cannot hold are off by less.
const LEAN: f64 = 2.0 * f64::EPSILON;
/// Whole numbers beyond this are not told from their neighbours.
const WHOLE: f64 = 9e15;

/// The lower end of the bin of a width that a number lies in. 0.6 lies in the bin of width 0.2 that starts with
/// it, though the binary numbers divide to less than 3, and that starts at 0.6, not at 3 × 0.2.
fn bin(x: f64, width: f64) -> f64 {
    if width.is_nan() || width <= 0.0 {
        return f64::NAN;
    }
    let number = x / width;
    let number = (number + LEAN * number.abs()).floor();
    // the width as a whole number of its last decimal place
    let places = (0..=15).map(|places| 10f64.powi(places)).find(|scale| {
        let whole = width * scale;
        (whole - whole.round()).abs() <= LEAN * whole
    });
    match places {
        Some(scale) if (number * (width * scale).round()).abs() < WHOLE => {
            number * (width * scale).round() / scale
        }
        _ => number * width,
    }
}

/// Rounds away from or towards zero by `whole` at so many decimal places. `lean` (±1) moves the number by
/// two units in its last place first, so that 1.005, which a binary number cannot hold, rounds like the
/// decimal that was typed, as in a spreadsheet.
fn rounded(x: f64, digits: f64, whole: fn(f64) -> f64, lean: f64) -> f64 {
    if x.is_nan() || digits.is_nan() {
        return f64::NAN;
    }
    let digits = digits.trunc().clamp(-400.0, 400.0) as i32;
    let scale = 10f64.powi(digits.abs());
    let size = if digits >= 0 { x.abs() * scale } else { x.abs() / scale };
    if !size.is_finite() || size >= WHOLE {
        return x; // more places than the number has
    }
    let size = whole((size + lean * size * LEAN).max(0.0));
    if size == 0.0 {
        return 0.0;
    }
    (if digits >= 0 { size / scale } else { size * scale }).copysign(x)
}

pub(crate) fn day_or_absent(x: f64) -> f64 {
    if (FIRST_DAY..=LAST_DAY).contains(&x) { x } else { f64::NAN }
}

fn part(x: f64, of: impl Fn((i32, u32, u32)) -> f64) -> f64 {
    if day_or_absent(x).is_nan() { f64::NAN } else { of(Day(x as i32).ymd()) }
}

/// The same day of another month, or its last day where the month is shorter.
pub(crate) fn add_months(x: f64, months: f64) -> f64 {
    let months = months.trunc();
    if day_or_absent(x).is_nan() || months.is_nan() || months.abs() > 200_000.0 {
        return f64::NAN;
    }
    let (year, month, day) = Day(x as i32).ymd();
    let months = year * 12 + month as i32 - 1 + months as i32;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
    let found = (0..4).find_map(|less| Day::from_ymd(year, month, day.saturating_sub(less)));
    found.map_or(f64::NAN, |d| f64::from(d.0))
}

/// Months and days beyond their end run over into the next, as in a spreadsheet.
fn date(year: f64, month: f64, day: f64) -> f64 {
    let (year, month, day) = (year.trunc(), month.trunc(), day.trunc());
    let is_small = |n: f64| n.abs() <= 1e6;
    if !(is_small(year) && is_small(month) && is_small(day)) {
        return f64::NAN;
    }
    let months = year as i32 * 12 + month as i32 - 1;
    let first = Day::from_ymd(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1);
    first.map_or(f64::NAN, |d| day_or_absent(f64::from(d.0) + day - 1.0))
}
