//! What a column is for, guessed from its name in English or Japanese.

mod outcome;
mod words;

pub(crate) use outcome::outcome_meaning;

use crate::Role;
use words::WORDS;

/// What a name says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) role: Role,
    /// How strongly: a whole name beats a part of one.
    pub(crate) strength: u8,
}

/// What a name says, if it says anything.
pub(crate) fn hint(name: &str) -> Option<Hint> {
    let name = plain(name);
    let whole = WORDS.iter().find(|(_, words, _)| words.contains(&name.as_str()));
    if let Some((role, ..)) = whole {
        return Some(Hint { role: *role, strength: 3 });
    }
    let part = WORDS.iter().find(|(_, _, parts)| parts.iter().any(|p| name.contains(p)));
    part.map(|(role, ..)| Hint { role: *role, strength: 2 })
}

/// Whether a name speaks of a day, so that `20150501` may be one.
pub(crate) fn is_date_like(name: &str) -> bool {
    let lower = crate::fold::fold(name);
    let plain = plain(name);
    plain.contains('日') && !plain.contains("日数")
        || ["date", "ymd"].iter().any(|w| plain.contains(w))
        || lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == "day")
        || matches!(
            hint(name),
            Some(Hint { role: Role::StartDate | Role::OutcomeDate | Role::SnapshotDate, .. })
        )
}

/// Whether a name speaks of a month of the calendar, so that `201805` may be one. A number of months or an amount
/// a month is none.
pub(crate) fn is_month_like(name: &str) -> bool {
    let plain = plain(name);
    let not = |ends: &[&str]| !ends.iter().any(|end| plain.ends_with(end));
    let words: Vec<String> =
        crate::fold::fold(name).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    plain.contains("年月") && !plain.contains("年月日") && !plain.contains("年月数")
        || plain.ends_with('月')
            && not(&[
                "ヶ月", "ケ月", "か月", "カ月", "ヵ月", "箇月", "毎月", "先月", "今月", "前月",
            ])
            && words.last().is_none_or(|word| word != "月" || words.len() == 1)
        || plain.ends_with("month")
            && not(&["permonth", "amonth", "eachmonth", "everymonth", "thismonth", "lastmonth"])
            && not(&["previousmonth", "prevmonth", "bymonth"])
        || plain.contains("yyyymm") && !plain.contains("yyyymmdd")
        || words.iter().any(|word| word == "ym")
}

/// Lower case, narrow, without separators.
fn plain(name: &str) -> String {
    crate::fold::fold(name).chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<Role>) {
        assert_eq!(hint(name).map(|h| h.role), expected, "{name}");
    }

    #[test]
    fn names_in_both_languages() {
        check("customerID", Some(Role::AccountId));
        check("Account Id", Some(Role::AccountId));
        check("顧客ＩＤ", Some(Role::AccountId));
        check("会員番号", Some(Role::AccountId));
        check("氏名", Some(Role::Name));
        check("company", Some(Role::Name));
        check("会員区分", Some(Role::Segment));
        check("会員区分コード", Some(Role::Segment));
        check("入会日", Some(Role::StartDate));
        check("signup_date", Some(Role::StartDate));
        check("月額", Some(Role::Revenue));
        check("MonthlyCharges", Some(Role::Revenue));
        check("担当", Some(Role::Owner));
        check("退会フラグ", Some(Role::Outcome));
        check("Churn", Some(Role::Outcome));
        check("renewed", Some(Role::Outcome));
        check("退会日", Some(Role::OutcomeDate));
        check("集計日", Some(Role::SnapshotDate));
        check("as_of", Some(Role::SnapshotDate));
        check("logins_30d", None);
        check("tenure", None);
    }

    #[test]
    fn names_of_days() {
        for name in ["入会日", "signup_date", "Date", "as_of", "day"] {
            assert!(is_date_like(name), "{name}");
        }
        for name in [
            "年月",
            "対象月",
            "契約年月",
            "月",
            "Month",
            "contract_month",
            "startMonth",
            "ym",
            "yyyymm",
        ] {
            assert!(is_month_like(name), "{name}");
        }
        for name in [
            "月額",
            "利用ヶ月",
            "売上/月",
            "生年月日",
            "先月",
            "months",
            "MRR per month",
            "gym",
            "logins",
        ] {
            assert!(!is_month_like(name), "{name}");
        }
        for name in ["利用日数", "active_days", "holidays", "logins"] {
            assert!(!is_date_like(name), "{name}");
        }
    }
}
