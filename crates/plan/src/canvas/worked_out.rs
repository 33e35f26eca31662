//! Cells of a table of notes that follow from others.

/// What a resource is worth to whoever has it, by Barney (1991, 1997).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vrio {
    /// Nothing is answered yet.
    Open,
    /// Not valuable.
    Disadvantage,
    /// Valuable, but others have it.
    Parity,
    /// Valuable and rare, but easily imitated.
    Temporary,
    /// Not easily imitated either, but nobody is organised to make use of it.
    Unused,
    /// Valuable, rare, hard to imitate and made use of.
    Sustained,
}

/// Who gains between two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WinWin {
    /// Nothing is said yet.
    Open,
    /// They give and get nothing.
    GivesOnly,
    /// They get and give nothing.
    GetsOnly,
    /// Both sides gain.
    Both,
}

/// The verdict on a resource that is valuable, rare, hard to imitate, made use of: each answer counts only when
/// those before it are yes. Once there is an answer, those that were not given are no.
#[must_use]
pub fn vrio(yes: [Option<bool>; 4]) -> Vrio {
    if yes.iter().all(Option::is_none) {
        return Vrio::Open;
    }
    let verdicts = [Vrio::Disadvantage, Vrio::Parity, Vrio::Temporary, Vrio::Unused];
    let no = yes.iter().position(|yes| *yes != Some(true));
    no.and_then(|at| verdicts.get(at).copied()).unwrap_or(Vrio::Sustained)
}

/// The yearly growth (0.1 is 10 %) from one size to a later one: (later / size)^(1 / years) − 1. `None` unless
/// both sizes and the years are positive.
#[must_use]
pub fn growth(size: Option<f64>, later: Option<f64>, years: Option<f64>) -> Option<f64> {
    let positive = |n: Option<f64>| n.filter(|n| n.is_finite() && *n > 0.0);
    let (size, later, years) = (positive(size)?, positive(later)?, positive(years)?);
    Some((later / size).powf(1.0 / years) - 1.0).filter(|rate| rate.is_finite())
}

/// Who gains, by what a side gives and what it gets.
#[must_use]
pub fn win_win(gives: &str, gets: &str) -> WinWin {
    match (gives.trim().is_empty(), gets.trim().is_empty()) {
        (true, true) => WinWin::Open,
        (false, true) => WinWin::GivesOnly,
        (true, false) => WinWin::GetsOnly,
        (false, false) => WinWin::Both,
    }
}

impl Vrio {
    /// The end of the id of the message that says it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Disadvantage => "disadvantage",
            Self::Parity => "parity",
            Self::Temporary => "temporary",
            Self::Unused => "unused",
            Self::Sustained => "sustained",
        }
    }
}

impl WinWin {
    /// The end of the id of the message that says it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::GivesOnly => "gives-only",
            Self::GetsOnly => "gets-only",
            Self::Both => "both",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_is_worth_what_the_first_no_says() {
        for (yes, verdict) in [
            ([false, true, true, true], Vrio::Disadvantage),
            ([true, false, true, true], Vrio::Parity),
            ([true, true, false, true], Vrio::Temporary),
            ([true, true, true, false], Vrio::Unused),
            ([true, true, true, true], Vrio::Sustained),
            ([false; 4], Vrio::Disadvantage),
        ] {
            assert_eq!(vrio(yes.map(Some)), verdict, "{yes:?}");
        }
        for (yes, verdict) in [
            ([None; 4], Vrio::Open),
            ([Some(false), None, None, None], Vrio::Disadvantage),
            ([Some(true), None, None, None], Vrio::Parity),
        ] {
            assert_eq!(vrio(yes), verdict, "{yes:?}");
        }
    }

    #[test]
    fn growth_by_the_year() {
        let rate = growth(Some(100.0), Some(121.0), Some(2.0)).unwrap();
        assert!((rate - 0.1).abs() < 1e-12, "{rate}");
        for (size, later, years) in [
            (None, Some(1.0), Some(1.0)),
            (Some(0.0), Some(1.0), Some(1.0)),
            (Some(1.0), Some(-1.0), Some(1.0)),
            (Some(1.0), Some(1.0), Some(0.0)),
            (Some(1.0), Some(f64::NAN), Some(1.0)),
            (Some(1e-300), Some(1e300), Some(1e-3)),
        ] {
            assert_eq!(growth(size, later, years), None);
        }
    }

    #[test]
    fn both_must_gain() {
        assert_eq!(win_win(" ", "x"), WinWin::GetsOnly);
        assert_eq!(win_win("x", ""), WinWin::GivesOnly);
        assert_eq!(win_win("x", "y"), WinWin::Both);
        assert_eq!(win_win("", "\u{3000}"), WinWin::Open);
    }
}
