//! What yes means in an outcome column, by its name.

use super::plain;
use crate::OutcomeMeaning;

/// What yes means in an outcome column of that name. Words for leaving are looked for first: they
/// may hold one for staying (`inactive`, `not renewed`).
pub(crate) fn outcome_meaning(name: &str) -> OutcomeMeaning {
    let name = plain(name);
    let left = [
        "churn",
        "cancel",
        "inactive",
        "unrenew",
        "notrenew",
        "nonrenew",
        "notretain",
        "deactiv",
        "lost",
        "terminat",
        "attrit",
        "解約",
        "退会",
        "離脱",
        "非継続",
        "未更新",
        "未継続",
        "不更新",
    ];
    let kept = ["renew", "retain", "retent", "継続", "更新", "active", "stay", "kept", "維持"];
    let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
    if !has(&left) && has(&kept) {
        OutcomeMeaning::OneIsRenewed
    } else {
        OutcomeMeaning::OneIsChurned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_means() {
        assert_eq!(outcome_meaning("Churn"), OutcomeMeaning::OneIsChurned);
        assert_eq!(outcome_meaning("退会フラグ"), OutcomeMeaning::OneIsChurned);
        assert_eq!(outcome_meaning("renewed"), OutcomeMeaning::OneIsRenewed);
        assert_eq!(outcome_meaning("継続フラグ"), OutcomeMeaning::OneIsRenewed);
        assert_eq!(outcome_meaning("inactive_flag"), OutcomeMeaning::OneIsChurned);
        assert_eq!(outcome_meaning("not_renewed"), OutcomeMeaning::OneIsChurned);
        assert_eq!(outcome_meaning("is_active"), OutcomeMeaning::OneIsRenewed);
    }
}
