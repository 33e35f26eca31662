//! What a column is about, by its name in English or Japanese.

use crate::text;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Topic {
    /// Knows that the account left.
    Leaving,
    /// The same thing in the period before.
    Previous,
    /// How long ago something happened.
    Recency,
    /// How much it changed.
    Trend,
    /// Calls for help, complaints, failures.
    Trouble,
    /// Money that is owed.
    Arrears,
    /// What people say.
    Sentiment,
    /// Steps of getting started.
    Setup,
    /// How many people use it.
    ActiveUsers,
    /// How many may use it.
    Licences,
    /// How much of the product is used.
    Features,
    /// How regularly.
    Frequency,
    /// How often, how much.
    Usage,
    /// How long and firmly they are bound.
    Commitment,
    /// How long they have been with us.
    Tenure,
    /// What it is worth.
    Value,
    /// Who they are: nothing that anybody could lift.
    Person,
}

/// Words by topic. The first topic with a word in the name is the name's, so the order decides: a
/// "last login" is about recency before it is about use.
const WORDS: &[(Topic, &str)] = &[
    (
        Topic::Leaving,
        "churn|cancel|unregist|withdr|attrition|final result|renewed|\
         renewal result|解約|退会|離脱|離反|更新日|更新結果",
    ),
    (Topic::Previous, "prev|previous|prior|last month|last week|前月|前週|前回|前期"),
    (
        Topic::Recency,
        "days since|since last|last|recency|inactive days|idle|最終|経過|\
         直近日|未利用日|最後",
    ),
    (
        Topic::Trend,
        "change|trend|delta|growth|wow|mom|yoy|増減|変化|伸び|前週比|\
         前月比",
    ),
    (Topic::Arrears, "overdue|delinq|late payment|unpaid|arrear|滞納|未払|未入金|延滞"),
    (
        Topic::Trouble,
        "ticket|support|case|complain|incident|bug|error|fail|escalat|refund|\
         問い合わせ|問合せ|問合わせ|苦情|クレーム|障害|\
         エラー|不具合|チケット",
    ),
    (
        Topic::Sentiment,
        "nps|csat|ces|satisf|sentiment|rating|review|survey|feedback|happiness|\
         満足|評価|推奨|アンケート|感情|口コミ",
    ),
    (
        Topic::Setup,
        "onboard|setup|set up|activat|implement|integrat|install|deploy|invite|\
         kickoff|kick off|training|trained|provision|go live|before start|\
         configured|初期設定|設定完了|導入|研修|招待|連携|稼働|\
         トレーニング|オンボーディング|開通",
    ),
    (
        Topic::ActiveUsers,
        "active user|active account|active member|mau|wau|dau|users active|\
         user count|利用者数|利用ユーザー|アクティブユーザー|\
         アクティブ数|稼働ユーザー|利用人数",
    ),
    (
        Topic::Licences,
        "seat|license|licence|quota|entitle|capacity|contracted user|席|\
         ライセンス|契約数|契約ユーザー|アカウント数|\
         ユーザー数|枠数",
    ),
    (
        Topic::Features,
        "feature|module|adopt|breadth|depth|api|product|addon|add on|service|\
         機能|モジュール|活用|オプション|サービス|製品",
    ),
    (
        Topic::Frequency,
        "active day|days active|active week|frequency|regular|habit|利用日数|\
         定期|頻度|稼働日|ログイン日数",
    ),
    (
        Topic::Usage,
        "login|log in|session|visit|click|usage|use|used|active|event|view|\
         minute|hour|call|message|upload|download|open|activity|engage|\
         ログイン|利用|使用|訪問|来店|来館|閲覧|アクセス|\
         起動|回数|稼動|アクティブ|セッション|クリック|視聴",
    ),
    (
        Topic::Tenure,
        "tenure|months with|customer age|account age|lifetime|signup|sign up|\
         registration|joined|start date|期間|在籍|継続月|継続年|入会|\
         登録日|開始日|利用開始|契約日",
    ),
    (Topic::Commitment, "contract|plan|term|auto renew|autopay|契約|プラン|自動更新"),
    (
        Topic::Value,
        "roi|mrr|arr|revenue|charge|spend|spent|amount|price|fee|sales|value|\
         saving|saved|goal|result|credit|ltv|gmv|order|purchase|月額|料金|\
         金額|売上|課金|購入|単価|効果|成果|削減|目標|達成|\
         収益|年額",
    ),
    (
        Topic::Person,
        "gender|sex|age|senior|partner|dependent|disab|region|country|city|\
         education|billing|payment|性別|年齢|年代|地域|都道府県|\
         住所|支払",
    ),
];

impl Topic {
    /// The message key of the name of a measure about it; `None` where nobody would measure it by
    /// itself. The name in either language says what it is about, so that it finds its column.
    pub(crate) fn measure_key(self) -> Option<&'static str> {
        Some(match self {
            Self::Recency => "measure-recency",
            Self::Trend => "measure-trend",
            Self::Trouble => "measure-trouble",
            Self::Arrears => "measure-arrears",
            Self::Sentiment => "measure-sentiment",
            Self::Setup => "measure-setup",
            Self::ActiveUsers => "measure-active-users",
            Self::Features => "measure-features",
            Self::Frequency => "measure-frequency",
            Self::Usage => "measure-usage",
            Self::Tenure => "measure-tenure",
            Self::Value => "measure-value",
            Self::Leaving | Self::Previous | Self::Licences | Self::Commitment | Self::Person => {
                return None;
            }
        })
    }

    /// Whether more of it is better, when nothing else is known.
    pub(crate) fn higher_is_better(self) -> bool {
        !matches!(self, Self::Recency | Self::Trouble | Self::Arrears | Self::Leaving)
    }
}

/// What a name is about; `None` when no known word is in it.
pub(crate) fn topic(name: &str) -> Option<Topic> {
    let name = words(name);
    WORDS
        .iter()
        .find(|(_, list)| list.split('|').any(|w| has(&name, &text::fold(w))))
        .map(|(topic, _)| *topic)
}

/// Whether a name is that of a number or code that only identifies.
pub(crate) fn is_identifier(name: &str) -> bool {
    let name = words(name);
    let last = name.split_whitespace().next_back().unwrap_or_default();
    ["id", "code", "key", "uuid", "no", "zip"].contains(&last)
        || ["コード", "番号"].iter().any(|w| last.ends_with(w))
}

/// The same name without the words for "previous", so that `prev_logins_30d` finds `logins_30d`.
pub(crate) fn without_previous(name: &str) -> String {
    let mut rest = words(name);
    for word in [" previous ", " prev ", " prior ", "前月", "前週", "前回", "前期"] {
        rest = rest.replace(&*text::fold(word), " ");
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a name, folded, each with a space on either side: `MonthlyCharges` and
/// `monthly_charges` are the same.
pub(crate) fn words(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 8);
    spaced.push(' ');
    let mut before = ' ';
    for c in name.chars() {
        let script_changes =
            c.is_alphanumeric() && before.is_alphanumeric() && c.is_ascii() != before.is_ascii();
        if script_changes || (c.is_uppercase() && before.is_lowercase()) {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() || c == 'ー' { c } else { ' ' });
        before = c;
    }
    spaced.push(' ');
    let folded = text::fold(&spaced);
    let mut out = String::with_capacity(folded.len());
    out.push(' ');
    for word in folded.split_whitespace() {
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// Latin words match from the start of a word (short ones whole, so that `age` is not in `agent`,
/// nor `use` in `user`), Japanese ones anywhere.
fn has(name: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return name.contains(word);
    }
    let mut from = 0;
    while let Some(at) = name[from..].find(word).map(|i| i + from) {
        let end = at + word.len();
        let starts = name[..at].chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric());
        let ends = name[end..].strip_prefix('s').unwrap_or(&name[end..]);
        if starts
            && (word.len() > 4 || ends.chars().next().is_none_or(|c| !c.is_ascii_alphabetic()))
        {
            return true;
        }
        from = end;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Topic, is_identifier, topic, without_previous};

    #[test]
    fn names_in_two_languages() {
        for (name, expected) in [
            ("logins_30d", Some(Topic::Usage)),
            ("active_users", Some(Topic::ActiveUsers)),
            ("seats", Some(Topic::Licences)),
            ("last_login_days", Some(Topic::Recency)),
            ("days_since_last_use", Some(Topic::Recency)),
            ("prev_logins_30d", Some(Topic::Previous)),
            ("MonthlyCharges", Some(Topic::Value)),
            ("wow_change_pct", Some(Topic::Trend)),
            ("clicks_before_start", Some(Topic::Setup)),
            ("active_days_28d", Some(Topic::Frequency)),
            ("月平均利用回数", Some(Topic::Usage)),
            ("定期利用フラグ", Some(Topic::Frequency)),
            ("会員期間_月", Some(Topic::Tenure)),
            ("月額", Some(Topic::Value)),
            ("問い合わせ件数", Some(Topic::Trouble)),
            ("満足度", Some(Topic::Sentiment)),
            ("退会日", Some(Topic::Leaving)),
            ("SeniorCitizen", Some(Topic::Person)),
            ("agent", None),
        ] {
            assert_eq!(topic(name), expected, "{name}");
        }
    }

    #[test]
    fn identifiers_and_earlier_periods() {
        assert!(
            is_identifier("customerID")
                && is_identifier("会員区分コード")
                && is_identifier("CampaignId")
        );
        assert!(
            is_identifier("キャンペーンID") && !is_identifier("paid") && !is_identifier("seats")
        );
        assert_eq!(without_previous("prev_logins_30d"), "logins 30d");
    }
}
