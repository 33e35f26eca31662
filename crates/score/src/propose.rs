//! From a template and the imported columns to a card that somebody can start from.

use crate::candidate::{Candidate, candidates};
use crate::topic::Topic;
use crate::{
    AbsentPolicy, ColumnFacts, Dimension, Input, ItemId, Measure, Normaliser, Scorecard, Template,
};
use serde::{Deserialize, Serialize};

/// A measure that is proposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposedMeasure {
    /// Made of column names only, so it needs no translation.
    pub name: String,
    /// Where the value comes from.
    pub input: Input,
    /// How it becomes points.
    pub normaliser: Normaliser,
    /// How sure the match is, 0–1: 0.9 a column about the dimension, 0.5 a stand-in, 0.2 a column
    /// about something else, 0 a column whose name says nothing.
    pub confidence: f64,
}

/// A dimension that is proposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposedDimension {
    /// The message key of its name.
    pub key: String,
    /// Its weight among the dimensions.
    pub weight: f64,
    /// Best match first; may be empty.
    pub measures: Vec<ProposedMeasure>,
}

/// What a template makes of the imported columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The dimensions of the template.
    pub dimensions: Vec<ProposedDimension>,
    /// Other measures that the columns would give, to be added by hand, best first.
    pub unmatched: Vec<ProposedMeasure>,
}

const ABOUT_IT: f64 = 0.9;
const STAND_IN: f64 = 0.5;
const ABOUT_ELSE: f64 = 0.2;

/// Matches columns to the dimensions of a template by what their names say, in English and Japanese.
///
/// A dimension gets measures of as many kinds as it can; one that gets none takes a stand-in, also
/// from a dimension that has more than one. No measure is proposed twice. The outcome, its date,
/// identifiers, and columns whose names say that the account left are never proposed.
#[must_use]
pub fn suggest(template: &Template, columns: &[ColumnFacts]) -> Proposal {
    let found = candidates(columns, template.checks);
    let mut owner: Vec<Option<usize>> = vec![None; found.len()];
    let mut slots: Vec<Vec<(usize, f64)>> = Vec::with_capacity(template.slots.len());
    for (number, slot) in template.slots.iter().enumerate() {
        let picked = pick(&found, &owner, slot.topics, slot.most);
        picked.iter().for_each(|&c| owner[c] = Some(number));
        slots.push(picked.into_iter().map(|c| (c, ABOUT_IT)).collect());
    }
    for (number, slot) in template.slots.iter().enumerate() {
        if !slots[number].is_empty() {
            continue;
        }
        let may_go = |c: usize| owner[c].is_none_or(|s| slots[s].len() > 1);
        let of = |topic: &Topic| {
            let its = |c: &usize| found[*c].topic == Some(*topic) && may_go(*c);
            (0..found.len()).filter(its).min_by_key(|&c| (owner[c].is_some(), c))
        };
        if let Some(c) = slot.or_else.iter().find_map(of) {
            if let Some(from) = owner[c].replace(number) {
                slots[from].retain(|(other, _)| *other != c);
            }
            slots[number].push((c, STAND_IN));
        }
    }
    let propose = |c: &Candidate, confidence| ProposedMeasure {
        name: c.name.clone(),
        input: c.input.clone(),
        normaliser: c.normaliser.clone(),
        confidence,
    };
    let dimensions = template.slots.iter().zip(&slots).map(|(slot, picked)| ProposedDimension {
        key: slot.key.to_owned(),
        weight: slot.weight,
        measures: picked.iter().map(|&(c, sure)| propose(&found[c], sure)).collect(),
    });
    let mut unmatched: Vec<ProposedMeasure> = found
        .iter()
        .zip(&owner)
        .filter(|(_, owner)| owner.is_none())
        .map(|(c, _)| propose(c, if c.topic.is_some() { ABOUT_ELSE } else { 0.0 }))
        .collect();
    table::sort_few(&mut unmatched, |a, b| b.confidence.total_cmp(&a.confidence));
    Proposal { dimensions: dimensions.collect(), unmatched }
}

/// Up to `most` candidates that are free: the best of each topic, then the second best of each, …
fn pick(found: &[Candidate], owner: &[Option<usize>], topics: &[Topic], most: usize) -> Vec<usize> {
    let mut by_topic: Vec<Vec<usize>> = topics
        .iter()
        .map(|&topic| {
            let free = |c: &usize| owner[*c].is_none() && found[*c].topic == Some(topic);
            let mut its: Vec<usize> = (0..found.len()).filter(free).collect();
            table::sort_few(&mut its, |&a, &b| found[b].strength.cmp(&found[a].strength));
            // a share of the licences says all that either count says
            if found.get(its.first().copied().unwrap_or(usize::MAX)).is_some_and(is_ratio) {
                its.truncate(1);
            }
            its
        })
        .collect();
    if topics.contains(&Topic::ActiveUsers)
        && by_topic.iter().flatten().any(|&c| is_ratio(&found[c]))
    {
        for (topic, its) in topics.iter().zip(&mut by_topic) {
            its.retain(|_| *topic != Topic::Licences);
        }
    }
    let rounds = by_topic.iter().map(Vec::len).max().unwrap_or(0);
    let turns =
        (0..rounds).flat_map(|i| by_topic.iter().filter_map(move |its| its.get(i).copied()));
    turns.take(most).collect()
}

fn is_ratio(c: &Candidate) -> bool {
    matches!(c.input, Input::Ratio { .. })
}

impl Proposal {
    /// The card. `name` turns a message key into text, `next_id` hands out ids that are not used
    /// yet. Measures weigh the same in their dimension; dimensions without one stay in the card,
    /// empty and without effect, to be filled.
    pub fn card(
        &self,
        card_name: String,
        name: impl Fn(&str) -> String,
        mut next_id: impl FnMut() -> ItemId,
    ) -> Scorecard {
        let id = next_id();
        let dimensions = self.dimensions.iter().map(|d| Dimension {
            id: next_id(),
            name: name(&d.key),
            weight: d.weight,
            measures: d.measures.iter().map(|m| m.measure(next_id())).collect(),
        });
        let dimensions = dimensions.collect();
        Scorecard { id, name: card_name, filter: None, minimum_coverage: 0.5, dimensions }
    }
}

impl ProposedMeasure {
    /// The measure, with weight 1; absent values are skipped.
    #[must_use]
    pub fn measure(&self, id: ItemId) -> Measure {
        Measure {
            id,
            name: self.name.clone(),
            weight: 1.0,
            input: Some(self.input.clone()),
            normaliser: self.normaliser.clone(),
            absent: AbsentPolicy::Skip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Spread, template};
    use table::{ColumnType, Role};

    fn column(name: &str, column_type: ColumnType, role: Role) -> ColumnFacts {
        let spread = Some(Spread { low: 0.0, middle: 10.0, high: 40.0 });
        ColumnFacts {
            name: name.to_owned(),
            role,
            column_type,
            distinct: 40,
            present: 0.9,
            spread: spread.filter(|_| column_type != ColumnType::Text),
            texts: Vec::new(),
            with_staying: None,
        }
    }

    fn dear(columns: &[ColumnFacts]) -> Vec<Vec<String>> {
        let proposal = suggest(template("template-dear").unwrap(), columns);
        let names = |d: &ProposedDimension| d.measures.iter().map(|m| m.name.clone()).collect();
        proposal.dimensions.iter().map(names).collect()
    }

    fn numbers(names: &[&str]) -> Vec<ColumnFacts> {
        names.iter().map(|n| column(n, ColumnType::Integer, Role::MeasureInput)).collect()
    }

    #[test]
    fn dear_for_a_software_company() {
        let mut columns = vec![
            column("account_id", ColumnType::Text, Role::AccountId),
            column("signup_date", ColumnType::Date, Role::StartDate),
            column("mrr", ColumnType::Decimal, Role::Revenue),
            column("onboarding_done", ColumnType::Boolean, Role::MeasureInput),
            column("invited", ColumnType::Boolean, Role::MeasureInput),
            column("renewed", ColumnType::Integer, Role::Outcome),
        ];
        columns.extend(numbers(&[
            "logins_30d",
            "active_users",
            "seats",
            "features_used",
            "tickets_30d",
            "nps",
            "api_calls_30d",
            "last_login_days",
            "prev_logins_30d",
            "prev_active_users",
            "sentiment",
        ]));
        let dear = dear(&columns);
        assert_eq!(dear[0], ["active_users ÷ seats", "onboarding_done", "invited"]);
        let engagement =
            ["logins_30d", "last_login_days", "logins_30d ÷ prev_logins_30d", "tickets_30d"];
        assert_eq!(dear[1], engagement);
        assert_eq!(dear[2], ["features_used", "api_calls_30d"]);
        assert_eq!(dear[3], ["mrr", "nps", "sentiment"]);
    }

    #[test]
    fn dear_in_japanese() {
        let dear = dear(&numbers(&[
            "契約ライセンス数",
            "利用者数",
            "ログイン回数",
            "最終ログインからの日数",
            "利用機能数",
            "問い合わせ件数",
            "満足度",
            "月額料金",
            "謎の数",
        ]));
        assert_eq!(dear[0], ["利用者数 ÷ 契約ライセンス数"]);
        assert_eq!(dear[1], ["ログイン回数", "最終ログインからの日数", "問い合わせ件数"]);
        assert_eq!(dear[2], ["利用機能数"]);
        assert_eq!(dear[3], ["月額料金", "満足度"]);
    }

    #[test]
    fn the_outcome_is_never_an_input_whatever_its_role() {
        let names = ["churned", "退会日", "解約フラグ", "customer_id", "logins"];
        let proposal = suggest(template("template-dear").unwrap(), &numbers(&names));
        let all = proposal.dimensions.iter().flat_map(|d| &d.measures).chain(&proposal.unmatched);
        assert_eq!(all.map(|m| m.name.as_str()).collect::<Vec<_>>(), ["logins"]);
    }

    #[test]
    fn what_nobody_understands_is_offered_unmatched() {
        let proposal = suggest(template("template-blank").unwrap(), &numbers(&["zorp", "logins"]));
        let names: Vec<&str> = proposal.unmatched.iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, ["logins", "zorp"], "the one with a meaning first");
    }

    #[test]
    fn a_card_of_the_proposal_has_ids_of_its_own() {
        let proposal = suggest(template("template-kana").unwrap(), &numbers(&["logins"]));
        let mut next = 10;
        let card = proposal.card(
            "c".into(),
            |key| key.to_uppercase(),
            || {
                next += 1;
                ItemId(next)
            },
        );
        assert_eq!((card.id, card.dimensions[4].id), (ItemId(11), ItemId(16)));
        assert_eq!(card.dimensions[0].name, "TEMPLATE-KANA-A");
        assert!(card.dimensions.iter().all(|d| d.measures.is_empty()));
    }
}
