//! Made-up companies. Every account has another name: its number, scrambled, is read as digits, one
//! per list of parts.

use crate::Language;
use crate::parts::{
    EN_FIRST, EN_FORM, EN_SECOND, EN_TRADE, JA_FIRST, JA_FORM, JA_SECOND, JA_TRADE,
};

/// A prime that [`ALL`] is no multiple of: numbers times this, within `ALL`, are scrambled and all
/// different.
const STRIDE: u64 = 1_000_003;
/// So many names can be put together.
const ALL: u64 = 48 * 48 * 40 * 4;

/// What becomes of a number: an index into each list of parts, and how often all were used before.
struct Parts {
    first: usize,
    second: usize,
    trade: usize,
    form: usize,
    round: u64,
}

fn parts(number: u32) -> Parts {
    let number = u64::from(number);
    let mut rest = number % ALL * STRIDE % ALL;
    let mut digit = |base: u64| {
        let digit = rest % base;
        rest /= base;
        digit as usize
    };
    let (first, second, trade, form) = (digit(48), digit(48), digit(40), digit(4));
    Parts { first, second, trade, form, round: number / ALL }
}

/// The index of the industry that goes with the name.
pub(crate) fn industry(number: u32) -> u8 {
    (parts(number).trade / 4) as u8
}

/// Appends the name of the account of that number (from 1) to `name`.
pub(crate) fn company(number: u32, language: Language, name: &mut String) {
    let Parts { first, second, trade, form, round } = parts(number);
    match language {
        Language::English => {
            let words = [EN_FIRST[first], EN_SECOND[second], " ", EN_TRADE[trade], " "];
            name.extend(words.into_iter().chain([EN_FORM[form]]));
        }
        Language::Japanese => {
            let words = [JA_FIRST[first], JA_SECOND[second], JA_TRADE[trade]];
            match JA_FORM[form] {
                (form, true) => name.extend([form].into_iter().chain(words)),
                (form, false) => name.extend(words.into_iter().chain([form])),
            }
        }
    }
    if round > 0 {
        // Only past some 300,000 accounts.
        name.push(' ');
        name.push_str(&(round + 1).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_account_has_another_name() {
        for language in [Language::English, Language::Japanese] {
            let mut seen = BTreeSet::new();
            for number in 1..=400_000 {
                let mut name = String::new();
                company(number, language, &mut name);
                assert!(seen.insert(name), "{number}");
            }
        }
    }

    #[test]
    fn what_they_look_like() {
        let name = |number, language| {
            let mut name = String::new();
            company(number, language, &mut name);
            name
        };
        let (en, ja) = (Language::English, Language::Japanese);
        assert_eq!(
            (1..4).map(|n| name(n, en)).collect::<Vec<_>>(),
            ["Flintbay Bakery Ltd.", "Opalbeam Logistics LLC", "Copperberg Pharma Inc."]
        );
        assert_eq!(
            (1..4).map(|n| name(n, ja)).collect::<Vec<_>>(),
            [
                "合同会社しらかばアクア製菓",
                "ひまわりアドバンス物流株式会社",
                "株式会社風見イノベート医療器"
            ]
        );
    }
}
