//! Measures that await a column: a scorecard is drawn up before the data is there, and its measures
//! find their columns by what their names say once it is.

use crate::candidate::{Candidate, candidates};
use crate::topic::{Topic, topic, words};
use crate::{
    AbsentPolicy, ColumnFacts, Dimension, Input, ItemId, Measure, Model, Normaliser, Template,
};
use serde::{Deserialize, Serialize};

/// At most so many measures stand in a dimension of scales before the data is there: enough to talk
/// about, few enough to be changed. A list of checks is as long as its template says.
const MOST_SCALES: usize = 3;

/// A column for a measure that has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// The measure.
    pub measure: ItemId,
    /// What it would be made of, in the names of columns.
    pub from: String,
    /// Where the value would come from.
    pub input: Input,
    /// How it would become points.
    pub normaliser: Normaliser,
}

impl Normaliser {
    /// Whether it is as a measure begins with, before anybody thought about it: a straight line over
    /// 0–100, or a check. One that fits a column may take its place; any other was agreed on.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        match self {
            Self::Linear { worst, best } => [(0.0, 100.0), (100.0, 0.0)].contains(&(*worst, *best)),
            Self::Check => true,
            _ => false,
        }
    }
}

impl Model {
    /// What [`matches`] goes by, and nothing else: the same model for a change that no match follows
    /// from, such as a weight.
    #[must_use]
    pub fn for_matching(&self) -> Self {
        let mut model = Self { cards: self.cards.clone(), ..Self::default() };
        for card in &mut model.cards {
            card.name.clear();
            card.filter = None;
            card.minimum_coverage = 0.0;
            for dimension in &mut card.dimensions {
                dimension.name.clear();
                dimension.weight = 1.0;
                for measure in &mut dimension.measures {
                    measure.weight = 1.0;
                    measure.absent = AbsentPolicy::Skip;
                    if measure.normaliser != Normaliser::Check {
                        measure.normaliser = Normaliser::Linear { worst: 0.0, best: 100.0 };
                    }
                }
            }
        }
        model
    }
}

impl Template {
    /// Its dimensions with measures that have no input yet. Names are message keys; `next_id` hands
    /// out ids.
    pub fn awaiting(&self, mut next_id: impl FnMut() -> ItemId) -> Vec<Dimension> {
        let dimension = |slot: &crate::TemplateSlot| {
            let most = if self.checks { slot.most } else { slot.most.min(MOST_SCALES) };
            let keys = slot.topics.iter().filter_map(|t| Some((*t, t.measure_key()?)));
            Dimension {
                id: next_id(),
                name: slot.key.to_owned(),
                weight: slot.weight,
                measures: keys
                    .take(most)
                    .map(|(t, key)| self.without_input(t, key, next_id()))
                    .collect(),
            }
        };
        self.slots.iter().map(dimension).collect()
    }

    fn without_input(&self, topic: Topic, key: &str, id: ItemId) -> Measure {
        let (worst, best) = if topic.higher_is_better() { (0.0, 100.0) } else { (100.0, 0.0) };
        let normaliser =
            if self.checks { Normaliser::Check } else { Normaliser::Linear { worst, best } };
        Measure {
            id,
            name: key.to_owned(),
            weight: 1.0,
            input: None,
            normaliser,
            absent: AbsentPolicy::Skip,
        }
    }
}

/// Columns for those measures of the model that have no input: the column of the same name, else the
/// one about the same thing that goes furthest with the outcome. A card uses no input twice. In the
/// order of the model; measures that no column fits are left out.
#[must_use]
pub fn matches(model: &Model, columns: &[ColumnFacts]) -> Vec<Match> {
    let scales = candidates(columns, false);
    let checks = candidates(columns, true);
    let mut found = Vec::new();
    for card in &model.cards {
        let measures = || card.dimensions.iter().flat_map(|d| &d.measures);
        let mut used: Vec<&Input> = measures().filter_map(|m| m.input.as_ref()).collect();
        // Names first: a measure that means a column by its name gets it before one that is merely
        // about the same thing.
        let mut picked: Vec<Option<&Candidate>> = vec![None; measures().count()];
        for by in [same_name, same_topic] {
            for (pick, measure) in picked.iter_mut().zip(measures()) {
                if measure.input.is_some() || pick.is_some() {
                    continue;
                }
                let from = if measure.normaliser == Normaliser::Check { &checks } else { &scales };
                let free = from.iter().filter(|c| !used.contains(&&c.input) && by(measure, c));
                // of equals the first
                *pick = free.rev().max_by_key(|c| c.strength);
                used.extend(pick.map(|c| &c.input));
            }
        }
        found.extend(measures().zip(picked).filter_map(|(measure, pick)| {
            let pick = pick?;
            Some(Match {
                measure: measure.id,
                from: pick.name.clone(),
                input: pick.input.clone(),
                normaliser: pick.normaliser.clone(),
            })
        }));
    }
    found
}

fn same_name(measure: &Measure, candidate: &Candidate) -> bool {
    words(&measure.name) == words(&candidate.name)
}

fn same_topic(measure: &Measure, candidate: &Candidate) -> bool {
    candidate.topic.is_some() && topic(&measure.name) == candidate.topic
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Levels, Scorecard, Spread, template};
    use table::{ColumnType, Role};

    fn model(names: &[&str]) -> Model {
        let mut dimensions = template("template-dear").unwrap().awaiting(|| ItemId(0));
        let like = dimensions[0].measures[0].clone();
        dimensions.truncate(1);
        let measure = |(i, name): (usize, &&str)| Measure {
            id: ItemId(i as u64),
            name: (*name).to_owned(),
            ..like.clone()
        };
        dimensions[0].measures = names.iter().enumerate().map(measure).collect();
        let card = Scorecard {
            id: ItemId(100),
            name: String::new(),
            filter: None,
            minimum_coverage: 0.5,
            dimensions,
        };
        Model { cards: vec![card], levels: Levels::default() }
    }

    fn columns(names: &[&str]) -> Vec<ColumnFacts> {
        let column = |name: &&str| ColumnFacts {
            name: (*name).to_owned(),
            role: Role::MeasureInput,
            column_type: ColumnType::Integer,
            distinct: 40,
            present: 1.0,
            spread: Some(Spread { low: 0.0, middle: 10.0, high: 40.0 }),
            texts: Vec::new(),
            with_staying: None,
        };
        names.iter().map(column).collect()
    }

    fn found(model: &Model, names: &[&str]) -> Vec<(u64, String)> {
        matches(model, &columns(names)).into_iter().map(|m| (m.measure.0, m.from)).collect()
    }

    #[test]
    fn a_template_without_columns_has_measures_to_talk_about() {
        let mut next = 0;
        let dimensions = template("template-dear").unwrap().awaiting(|| {
            next += 1;
            ItemId(next)
        });
        let names: Vec<Vec<&str>> = dimensions
            .iter()
            .map(|d| d.measures.iter().map(|m| m.name.as_str()).collect())
            .collect();
        assert_eq!(names[0], ["measure-active-users", "measure-setup"]);
        assert_eq!(names[1], ["measure-usage", "measure-recency", "measure-trend"]);
        assert!(dimensions.iter().flat_map(|d| &d.measures).all(|m| m.input.is_none()));
        assert_eq!(next, 4 + 2 + 3 + 1 + 3, "every one has an id");
        let recency = &dimensions[1].measures[1];
        assert_eq!(recency.normaliser, Normaliser::Linear { worst: 100.0, best: 0.0 });
        let slots = template("template-kana").unwrap().awaiting(|| ItemId(0));
        assert!(slots.iter().all(|d| d.measures.is_empty()), "names come from the user");
    }

    #[test]
    fn a_name_goes_before_a_topic_and_no_column_is_used_twice() {
        let model = model(&["Logins", "sessions", "Features used", "weather"]);
        let found = found(&model, &["sessions", "logins_30d", "visits", "features_used"]);
        let expected = [(0, "logins_30d"), (1, "sessions"), (2, "features_used")];
        assert_eq!(found, expected.map(|(id, name)| (id, name.to_owned())));
    }

    #[test]
    fn a_measure_with_an_input_keeps_it() {
        let mut model = model(&["Logins", "Use"]);
        model.cards[0].dimensions[0].measures[0].input = Some(Input::Column("logins".into()));
        assert_eq!(found(&model, &["logins"]), []);
        assert_eq!(found(&model, &["logins", "visits"]), [(1, "visits".to_owned())]);
    }

    #[test]
    fn seats_in_use_are_a_share() {
        let found = found(&model(&["利用者数"]), &["seats", "active_users"]);
        assert_eq!(found, [(0, "active_users ÷ seats".to_owned())]);
    }

    #[test]
    fn a_check_gets_a_condition() {
        let mut model = model(&["Logins"]);
        model.cards[0].dimensions[0].measures[0].normaliser = Normaliser::Check;
        let found = matches(&model, &columns(&["logins"]));
        assert!(matches!(found[0].input, Input::Check(_)), "{found:?}");
    }

    #[test]
    fn only_what_matches_go_by_makes_another_question() {
        let mut changed = model(&["Logins", "Seats"]);
        let asked = changed.for_matching();
        changed.cards[0].dimensions[0].weight = 7.0;
        changed.cards[0].dimensions[0].measures[0].weight = 3.0;
        changed.cards[0].dimensions[0].measures[0].normaliser =
            Normaliser::Linear { worst: 2.0, best: 9.0 };
        changed.levels.cuts = vec![10.0];
        assert_eq!(changed.for_matching(), asked);
        assert_eq!(found(&asked, &["logins"]), found(&changed, &["logins"]));
        changed.cards[0].dimensions[0].measures[1].name = "Plan".to_owned();
        assert_ne!(changed.for_matching(), asked);
    }

    #[test]
    fn what_was_agreed_on_is_not_undecided() {
        let linear = |worst, best| Normaliser::Linear { worst, best };
        assert!(linear(0.0, 100.0).is_undecided() && linear(100.0, 0.0).is_undecided());
        assert!(Normaliser::Check.is_undecided());
        assert!(!linear(0.0, 50.0).is_undecided() && !Normaliser::Formula.is_undecided());
    }
}
