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
    let lower = name.to_lowercase();
    let plain = plain(name);
    plain.contains('日') && !plain.contains("日数")
        || ["date", "ymd"].iter().any(|w| plain.contains(w))
        || lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == "day")
        || matches!(
            hint(name),
            Some(Hint { role: Role::StartDate | Role::OutcomeDate | Role::SnapshotDate, .. })
        )
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
        for name in ["利用日数", "active_days", "holidays", "logins"] {
            assert!(!is_date_like(name), "{name}");
        }
    }
}
