//! What may have been meant by a name that does not exist.

use table::fold::fold;

/// The most candidates that are offered.
const MOST: usize = 3;

/// Of `names`, those nearest to `wanted`, the nearest first.
///
/// Names are compared folded and without separators. A name is near when few letters differ (restricted
/// edit distance: a swap of neighbours counts one), or when one holds the other, which is how a Japanese
/// reader looks for `ログイン数` with `ログイン`; or when both hold the same word, one in English and one in
/// Japanese: `logins` finds `ログイン数`.
#[must_use]
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let letters = plain(wanted);
    let mut found: Vec<(usize, &str)> =
        names.into_iter().filter_map(|n| Some((distance(&letters, &plain(n))?, n))).collect();
    table::order::sort_by_key(&mut found, |(distance, _)| *distance);
    found.truncate(MOST);
    found.into_iter().map(|(_, name)| name.to_owned()).collect()
}

fn plain(name: &str) -> Vec<char> {
    fold(name).chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

/// How far apart two names are; `None` when too far to be meant.
fn distance(a: &[char], b: &[char]) -> Option<usize> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let most = 1 + short.len() / 4;
    let edits = if long.len() - short.len() <= most { edits(a, b) } else { usize::MAX };
    if edits <= most && edits < long.len() {
        return Some(edits);
    }
    let holds = short.len() >= 2 && long.windows(short.len()).any(|part| part == short);
    if holds {
        return Some(most + long.len() - short.len());
    }
    translated(a, b).then_some(most + long.len())
}

/// Words that stand for the same thing in headers of both languages.
const SAME: [(&str, &str); 24] = [
    ("login", "ログイン"),
    ("user", "ユーザー"),
    ("account", "アカウント"),
    ("customer", "顧客"),
    ("plan", "プラン"),
    ("seat", "席"),
    ("licence", "ライセンス"),
    ("license", "ライセンス"),
    ("ticket", "問い合わせ"),
    ("ticket", "チケット"),
    ("mrr", "月額"),
    ("price", "料金"),
    ("revenue", "売上"),
    ("churn", "解約"),
    ("churn", "退会"),
    ("renew", "更新"),
    ("start", "開始"),
    ("signup", "入会"),
    ("date", "日"),
    ("region", "地域"),
    ("industry", "業種"),
    ("feature", "機能"),
    ("active", "アクティブ"),
    ("name", "名"),
];

/// Whether both names hold the same word, each in its language.
fn translated(a: &[char], b: &[char]) -> bool {
    let (a, b): (String, String) = (a.iter().collect(), b.iter().collect());
    SAME.iter().any(|(english, japanese)| {
        a.contains(english) && b.contains(japanese) || b.contains(english) && a.contains(japanese)
    })
}

/// Restricted Damerau–Levenshtein distance (Damerau 1964, optimal string alignment).
fn edits(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; width];
        for j in 1..width {
            let swap = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + swap);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, names: &[&str], expected: &[&str]) {
        assert_eq!(nearest(wanted, names.iter().copied()), expected, "{wanted}");
    }

    #[test]
    fn few_letters_differ() {
        check("logns", &["logins", "seats", "nps"], &["logins"]);
        check("lgoins", &["logins"], &["logins"]);
        check("Active Users", &["active_users", "users"], &["active_users", "users"]);
        check("AVERGE", &["AVERAGE", "RATE"], &["AVERAGE"]);
        check("ログイソ数", &["ログイン数", "席数"], &["ログイン数"]);
    }

    #[test]
    fn one_holds_the_other() {
        check("ログイン", &["月間ログイン数", "席数"], &["月間ログイン数"]);
        check("logins_30d", &["logins"], &["logins"]);
    }

    #[test]
    fn the_other_language() {
        check("logins", &["席数", "ログイン数"], &["ログイン数"]);
        check("解約", &["churned", "plan"], &["churned"]);
    }

    #[test]
    fn nothing_is_near() {
        check("xyz", &["logins", "n"], &[]);
        check("?", &["logins"], &[]);
        check("ab", &["cd"], &[]);
    }
}
