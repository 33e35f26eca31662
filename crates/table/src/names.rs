//! What a column is for, guessed from its name in English or Japanese.

use crate::{OutcomeMeaning, Role};

/// What a name says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) role: Role,
    /// How strongly: a whole name beats a part of one.
    pub(crate) strength: u8,
}

/// Names that are the role, and parts that suggest it; lower case, without separators.
const WORDS: [(Role, &[&str], &[&str]); 9] = [
    (
        Role::AccountId,
        &[
            "accountid",
            "customerid",
            "customerno",
            "customernumber",
            "clientid",
            "companyid",
            "userid",
            "memberid",
            "subscriptionid",
            "tenantid",
            "organizationid",
            "orgid",
            "contractid",
            "id",
            "customercode",
            "accountcode",
            "accountno",
            "accountnumber",
            "顧客id",
            "会員id",
            "会員番号",
            "顧客番号",
            "顧客コード",
            "契約番号",
            "契約id",
            "企業id",
            "会社id",
            "アカウントid",
            "ユーザーid",
            "お客様番号",
            "お客様id",
            "取引先コード",
            "取引先id",
            "会員コード",
            "企業コード",
            "会社コード",
        ],
        &[],
    ),
    (
        Role::Name,
        &[
            "name",
            "company",
            "companyname",
            "accountname",
            "customername",
            "customer",
            "account",
            "clientname",
            "client",
            "organization",
            "fullname",
            "username",
            "tenant",
            "氏名",
            "名前",
            "会社名",
            "顧客名",
            "企業名",
            "取引先名",
            "アカウント名",
            "契約者名",
            "会員名",
            "お客様名",
            "法人名",
            "団体名",
            "社名",
            "店舗名",
        ],
        &["companyname", "会社名", "企業名", "顧客名"],
    ),
    (
        Role::StartDate,
        &[
            "startdate",
            "signupdate",
            "signup",
            "signedup",
            "createdat",
            "created",
            "joindate",
            "joined",
            "joinedat",
            "registrationdate",
            "registeredat",
            "contractstart",
            "subscriptionstart",
            "customersince",
            "since",
            "onboarded",
            "activationdate",
            "開始日",
            "契約開始日",
            "入会日",
            "登録日",
            "契約日",
            "利用開始日",
            "加入日",
            "申込日",
            "導入日",
            "作成日",
        ],
        &["signupdate", "startdate", "registrationdate", "開始日", "入会日", "登録日"],
    ),
    (
        Role::Revenue,
        &[
            "mrr",
            "arr",
            "revenue",
            "monthlycharges",
            "monthlyrevenue",
            "monthlyfee",
            "acv",
            "annualrevenue",
            "contractvalue",
            "monthlyprice",
            "fee",
            "price",
            "amount",
            "月額",
            "月額料金",
            "年額",
            "売上",
            "売上高",
            "契約金額",
            "利用料",
            "料金",
            "単価",
            "月会費",
            "会費",
            "請求額",
        ],
        &["mrr", "revenue", "月額", "年額", "契約金額"],
    ),
    (
        Role::Owner,
        &[
            "owner",
            "csm",
            "accountmanager",
            "accountowner",
            "customersuccessmanager",
            "rep",
            "salesrep",
            "csmname",
            "assignee",
            "担当",
            "担当者",
            "担当者名",
            "営業担当",
            "cs担当",
            "担当cs",
            "担当csm",
        ],
        &["owner", "担当者"],
    ),
    (
        Role::OutcomeDate,
        &[
            "churndate",
            "churnedat",
            "cancellationdate",
            "canceldate",
            "cancelledat",
            "canceledat",
            "enddate",
            "unregistrationdate",
            "renewaldate",
            "renewedat",
            "退会日",
            "解約日",
            "契約終了日",
            "終了日",
            "更新日",
            "離脱日",
            "契約更新日",
        ],
        &["churndate", "解約日", "退会日"],
    ),
    (
        Role::SnapshotDate,
        &[
            "snapshotdate",
            "snapshot",
            "asof",
            "asofdate",
            "reportdate",
            "referencedate",
            "basedate",
            "extractdate",
            "extractedat",
            "集計日",
            "基準日",
            "データ基準日",
            "抽出日",
            "スナップショット日",
            "時点",
            "集計基準日",
        ],
        &["snapshotdate", "asofdate", "集計日", "基準日"],
    ),
    (
        Role::Outcome,
        &[
            "churn",
            "churned",
            "ischurn",
            "ischurned",
            "churnflag",
            "churnlabel",
            "renewed",
            "renewal",
            "isrenewed",
            "renewedflag",
            "retained",
            "cancelled",
            "canceled",
            "outcome",
            "attrition",
            "exited",
            "退会",
            "退会フラグ",
            "解約",
            "解約フラグ",
            "継続フラグ",
            "更新フラグ",
            "離脱フラグ",
            "継続",
            "解約有無",
            "退会有無",
            "継続有無",
        ],
        &["churned", "退会フラグ", "解約フラグ", "継続フラグ"],
    ),
    (
        Role::Segment,
        &[
            "plan",
            "segment",
            "tier",
            "industry",
            "region",
            "country",
            "type",
            "category",
            "contract",
            "class",
            "group",
            "edition",
            "size",
            "companysize",
            "sector",
            "product",
            "cohort",
            "channel",
            "gender",
            "module",
            "internetservice",
            "paymentmethod",
            "会員区分",
            "プラン",
            "区分",
            "セグメント",
            "業種",
            "業界",
            "地域",
            "都道府県",
            "国",
            "規模",
            "企業規模",
            "契約種別",
            "種別",
            "契約プラン",
            "性別",
            "キャンペーン",
            "チャネル",
            "商品",
            "製品",
            "ランク",
        ],
        &["区分", "プラン", "種別", "segment", "業種", "plan"],
    ),
];

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
