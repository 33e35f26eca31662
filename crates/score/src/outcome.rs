//! Who stayed and who left.

use crate::text;
use hashbrown::HashSet;
use serde::{Deserialize, Serialize};
use table::ColumnData;

/// What became of an account.
pub mod fate {
    /// It stayed.
    pub const RETAINED: u8 = 0;
    /// It left.
    pub const CHURNED: u8 = 1;
    /// Nothing is known.
    pub const UNKNOWN: u8 = 2;
}

/// Which values of the outcome column mean that the account left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChurnedWhen {
    /// A number other than 0, a true boolean, or a date that is there.
    True,
    /// The number 0 or a false boolean (the column says *renewed*); for a date, one that is absent.
    False,
    /// One of these texts, case and width folded; any other text means retained.
    OneOf(Vec<String>),
}

const LEFT: &[&str] = &[
    "churn",
    "cancel",
    "lost",
    "left",
    "leave",
    "unregister",
    "withdr",
    "terminat",
    "attrit",
    "exit",
    "inactive",
    "closed",
    "解約",
    "退会",
    "離脱",
    "離反",
    "失注",
    "終了",
    "休眠",
    "停止",
    "脱退",
];
const STAYED: &[&str] = &[
    "renew",
    "retain",
    "stay",
    "active",
    "kept",
    "continu",
    "current",
    "継続",
    "更新",
    "維持",
    "利用中",
    "会員中",
    "契約中",
    "有効",
];
const YES: &[&str] = &["yes", "y", "true", "t", "1", "はい", "有", "有り", "あり", "○", "〇", "済"];
const NO: &[&str] = &["no", "n", "false", "f", "0", "いいえ", "無", "無し", "なし", "×", "未"];

/// A column of more different texts than this is free text, no status.
const MOST_STATUSES: usize = 1_000;

/// Whether one of the words is in a folded text.
fn any_in(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|w| folded.contains(&*text::fold(w)))
}

/// Whether a folded text is one of the words.
fn is_one(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|w| folded == text::fold(w))
}

/// Whether a folded text says that the account stayed.
fn is_stayed(folded: &str) -> bool {
    let plain = is_one(folded, YES) || is_one(folded, NO);
    !plain && any_in(folded, STAYED) && !any_in(folded, LEFT)
}

impl ChurnedWhen {
    /// The most plausible rule for an outcome column, from its name and values. `None` when neither
    /// says which way round it is: then somebody has to choose.
    #[must_use]
    pub fn guess(name: &str, data: &ColumnData) -> Option<Self> {
        let name = text::fold(name);
        let has = |words: &[&str]| any_in(&name, words);
        let ColumnData::Text(column) = data else {
            // "unregistered", "inactive" hold words of the other list: leaving is looked for first
            return match (has(LEFT), has(STAYED)) {
                (true, _) => Some(Self::True),
                (false, true) => Some(Self::False),
                _ => None,
            };
        };
        let values: Vec<&str> = column.dictionary.iter().collect();
        let pick = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
            values.iter().filter(|v| is(&text::fold(v))).map(|v| (*v).to_owned()).collect()
        };
        let any =
            |words: &'static [&'static str]| move |v: &str| any_in(v, words) && !is_one(v, NO);
        let left = pick(&any(LEFT));
        if !left.is_empty() && left.len() < values.len() {
            return Some(Self::OneOf(left));
        }
        let not_stayed = pick(&|v| !any_in(v, STAYED));
        if !not_stayed.is_empty() && not_stayed.len() < values.len() {
            return Some(Self::OneOf(not_stayed));
        }
        match (has(LEFT), has(STAYED)) {
            (true, _) => Some(Self::OneOf(pick(&|v| is_one(v, YES)))),
            (false, true) => Some(Self::OneOf(pick(&|v| is_one(v, NO)))),
            _ => None,
        }
        .filter(|rule| !matches!(rule, Self::OneOf(v) if v.is_empty()))
    }

    /// The rule for an outcome column of which somebody has said what 1 or yes means: `yes_left` for
    /// left, else for stayed. Worded statuses (*renewed*, 解約) say it by themselves, so that for
    /// them it does not matter. `None` for texts that are neither.
    ///
    /// `values` are all texts that the column has in any snapshot: what one of them means must not
    /// depend on which others happen to stand beside it.
    #[must_use]
    pub fn told(values: &[&str], yes_left: bool) -> Option<Self> {
        if values.len() > MOST_STATUSES {
            return None;
        }
        let pick = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
            values.iter().filter(|v| is(&text::fold(v))).map(|v| (*v).to_owned()).collect()
        };
        let plain = |v: &str| is_one(v, YES) || is_one(v, NO);
        let left = pick(&|v| !plain(v) && any_in(v, LEFT));
        if !left.is_empty() {
            return Some(Self::OneOf(left));
        }
        if values.iter().any(|v| is_stayed(&text::fold(v))) {
            return Some(Self::OneOf(pick(&|v| !is_stayed(v))));
        }
        let some = values.iter().any(|v| plain(&text::fold(v)));
        let leaving = if yes_left { YES } else { NO };
        some.then(|| Self::OneOf(pick(&|v| is_one(v, leaving))))
    }

    /// Whether the texts of an outcome column say by themselves who left, so that nobody need say
    /// what yes means.
    #[must_use]
    pub fn is_worded(values: &[&str]) -> bool {
        values.iter().any(|v| {
            let v = text::fold(v);
            let plain = is_one(&v, YES) || is_one(&v, NO);
            !plain && any_in(&v, LEFT) || is_stayed(&v)
        })
    }

    /// A [`fate`] per account. An absent cell is unknown, except in a column of dates, where it
    /// means that the thing has not happened.
    #[must_use]
    pub fn fates(&self, data: &ColumnData) -> Vec<u8> {
        let turn = |yes: bool| u8::from(yes != (*self == Self::False));
        match (data, self) {
            (ColumnData::Text(column), Self::OneOf(values)) => {
                let values: HashSet<String> =
                    values.iter().map(|v| text::fold(v).into_owned()).collect();
                let by_code: Vec<u8> = column
                    .dictionary
                    .iter()
                    .map(|s| u8::from(values.contains(&*text::fold(s))))
                    .collect();
                (0..column.len())
                    .map(|row| column.code(row).map_or(fate::UNKNOWN, |c| by_code[c as usize]))
                    .collect()
            }
            (ColumnData::Text(_), _) | (_, Self::OneOf(_)) => vec![fate::UNKNOWN; data.len()],
            (ColumnData::Date(days), _) => {
                days.iter().map(|&d| turn(d != ColumnData::DATE_ABSENT)).collect()
            }
            _ => {
                let mut numbers = vec![f64::NAN; data.len()];
                data.numbers(0..data.len(), &mut numbers);
                numbers
                    .iter()
                    .map(|n| if n.is_nan() { fate::UNKNOWN } else { turn(*n != 0.0) })
                    .collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ChurnedWhen, fate::*};
    use crate::testing::{integers, text};
    use table::ColumnData;

    fn fates(name: &str, data: &ColumnData) -> Option<Vec<u8>> {
        ChurnedWhen::guess(name, data).map(|rule| rule.fates(data))
    }

    #[test]
    fn which_way_round_an_outcome_is() {
        let flags = integers(&[1, 0, i64::MIN]);
        assert_eq!(fates("退会フラグ", &flags), Some(vec![CHURNED, RETAINED, UNKNOWN]));
        assert_eq!(fates("churned", &flags), Some(vec![CHURNED, RETAINED, UNKNOWN]));
        assert_eq!(fates("renewed", &flags), Some(vec![RETAINED, CHURNED, UNKNOWN]));
        assert_eq!(fates("outcome", &flags), None);
        let yes = text(&["Yes", "No", ""]);
        assert_eq!(fates("Churn", &yes), Some(vec![CHURNED, RETAINED, UNKNOWN]));
        assert_eq!(fates("renewed", &yes), Some(vec![RETAINED, CHURNED, UNKNOWN]));
        let words = text(&["Renewed", "Cancelled", "継続", "解約"]);
        assert_eq!(fates("status", &words), Some(vec![RETAINED, CHURNED, RETAINED, CHURNED]));
        let active = text(&["Active", "Inactive"]);
        assert_eq!(fates("state", &active), Some(vec![RETAINED, CHURNED]));
        let dates = ColumnData::Date(vec![100, ColumnData::DATE_ABSENT]);
        assert_eq!(fates("退会日", &dates), Some(vec![CHURNED, RETAINED]));
    }

    #[test]
    fn words_speak_for_themselves_and_yes_as_told() {
        let told = |values: &[&str], yes_left| {
            let rule = ChurnedWhen::told(values, yes_left)?;
            Some(rule.fates(&text(values)))
        };
        for yes_left in [true, false] {
            let left = |values: &[&str]| told(values, yes_left);
            assert_eq!(left(&["Renewed", "Churned"]), Some(vec![RETAINED, CHURNED]));
            assert_eq!(left(&["継続", "解約"]), Some(vec![RETAINED, CHURNED]));
            assert_eq!(left(&["Churned"]), Some(vec![CHURNED]));
            assert_eq!(left(&["Renewed"]), Some(vec![RETAINED]));
            assert_eq!(left(&["Inactive", "Active"]), Some(vec![CHURNED, RETAINED]));
            assert_eq!(left(&["A", "B"]), None);
        }
        assert_eq!(told(&["Yes", "No"], true), Some(vec![CHURNED, RETAINED]));
        assert_eq!(told(&["Yes", "No"], false), Some(vec![RETAINED, CHURNED]));
        assert_eq!(told(&["はい"], false), Some(vec![RETAINED]));
        assert!(ChurnedWhen::is_worded(&["継続", "解約"]));
        assert!(!ChurnedWhen::is_worded(&["Yes", "No"]));
    }
}
