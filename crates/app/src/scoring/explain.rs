//! How the figures of the score screen come about, in words and with the counts behind them.

use crate::parts::{Explanation, level_name};
use crate::text::Text;
use engine::message::{LevelOutcome, OutcomeView, ScoreView};
use score::{Levels, Lever, Model};

/// How many accounts have a score.
pub(super) fn scored(text: &Text, now: &ScoreView, model: &Model) -> Explanation {
    let mut inputs = vec![
        (text.t("score-why-accounts"), text.integer(now.accounts)),
        (text.t("score-scored"), text.integer(now.scored)),
        (text.t("score-why-unscored"), text.integer(now.accounts.saturating_sub(now.scored))),
    ];
    for card in &model.cards {
        let name = [("card", card.name.as_str().into())];
        let least = text.percent(card.minimum_coverage, 0);
        inputs.push((text.with("score-why-minimum", &name), least));
    }
    Explanation {
        id: "why-scored".to_owned(),
        title: text.t("score-scored"),
        formula: text.t("score-why-scored"),
        inputs,
        source: None,
    }
}

/// The mean of the scores.
pub(super) fn mean(text: &Text, now: &ScoreView) -> Explanation {
    let mut inputs = vec![
        (text.t("score-scored"), text.integer(now.scored)),
        (text.t("score-why-sum"), text.decimal(now.sum, 0)),
        (text.t("score-mean"), text.decimal(now.mean, 3)),
    ];
    if let Some(before) = now.compared_mean {
        inputs.push((text.t("score-why-mean-before"), text.decimal(before, 3)));
    }
    Explanation {
        id: "why-mean".to_owned(),
        title: text.t("score-mean"),
        formula: text.t("score-why-mean"),
        inputs,
        source: None,
    }
}

/// How many accounts are at a level.
pub(super) fn level(text: &Text, now: &ScoreView, levels: &Levels, level: usize) -> Explanation {
    let edge = |at: Option<usize>| at.and_then(|at| levels.cuts.get(at)).copied();
    let low = text.short(edge(level.checked_sub(1)).unwrap_or(0.0), 1);
    let formula = match edge(Some(level)) {
        Some(high) => text
            .with("score-why-level", &[("low", low.into()), ("high", text.short(high, 1).into())]),
        None => text.with("score-why-level-top", &[("low", low.into())]),
    };
    let margin = levels.hysteresis_points;
    let formula = if margin > 0.0 {
        let margin = [("points", text.short(margin, 1).into())];
        format!("{formula} {}", text.with("score-why-level-margin", &margin)).into()
    } else {
        formula
    };
    let mut inputs = Vec::new();
    if let Some(view) = now.levels.get(level) {
        let share = f64::from(view.accounts) / f64::from(now.scored.max(1));
        inputs.push((text.t("score-accounts"), text.integer(view.accounts)));
        inputs.push((text.t("score-scored"), text.integer(now.scored)));
        inputs.push((text.t("score-share"), text.percent(share, 1)));
        if let Some(before) = view.compared {
            inputs.push((text.t("score-why-before"), text.integer(before)));
        }
        if let Some(revenue) = view.revenue {
            inputs.push((text.t("score-why-revenue"), text.short(revenue, 0)));
        }
    }
    Explanation {
        id: format!("why-level-{level}"),
        title: level_title(levels, level).into(),
        formula,
        inputs,
        source: None,
    }
}

/// A level by number and, where it has one, by name.
pub(super) fn level_title(levels: &Levels, level: usize) -> String {
    let (number, name) = (format!("Lv{}", level + 1), level_name(levels, level));
    if name == number { number } else { format!("{number} {name}") }
}

/// How well the score tells who stays.
pub(super) fn auc(text: &Text, outcome: &OutcomeView) -> Explanation {
    let interval =
        format!("{}–{}", text.decimal(outcome.auc_low, 3), text.decimal(outcome.auc_high, 3));
    Explanation {
        id: "why-auc".to_owned(),
        title: text.t("score-auc"),
        formula: text.t("score-why-auc"),
        inputs: vec![
            (text.t("score-why-stayed"), text.integer(outcome.retained)),
            (text.t("score-why-churned"), text.integer(outcome.churned)),
            (text.t("score-why-auc-value"), text.decimal(outcome.auc, 3)),
            (text.t("score-why-interval"), interval),
        ],
        source: Some(text.t("score-why-delong")),
    }
}

/// The churn rate of a group; `id` is unique on the page, `all` are its accounts where some of them
/// have no known outcome.
pub(super) fn rate(
    text: &Text,
    id: String,
    title: String,
    outcome: LevelOutcome,
    all: Option<u32>,
) -> Explanation {
    let interval =
        format!("{}–{}", text.decimal(outcome.low * 100.0, 1), text.percent(outcome.high, 1));
    let mut inputs = vec![
        (text.t("score-why-churned"), text.integer(outcome.churned)),
        (text.t("score-why-known"), text.integer(outcome.known)),
    ];
    if let Some(all) = all {
        let unknown = all.saturating_sub(outcome.known);
        inputs.push((text.t("score-why-unknown"), text.integer(unknown)));
    }
    inputs.push((text.t("score-churned"), text.percent(outcome.rate, 2)));
    inputs.push((text.t("score-why-interval"), interval));
    Explanation {
        id,
        title: title.into(),
        formula: text.t("score-why-rate"),
        inputs,
        source: Some(text.t("score-why-wilson")),
    }
}

/// How much more often the lowest tenth churns than all.
pub(super) fn lift(text: &Text, outcome: &OutcomeView) -> Explanation {
    let all = f64::from(outcome.churned) / f64::from(outcome.churned + outcome.retained);
    Explanation {
        id: "why-lift".to_owned(),
        title: text.t("score-why-lift-title"),
        formula: text.t("score-why-lift"),
        inputs: vec![
            (text.t("score-why-lowest"), text.percent(all * outcome.lowest_decile_lift, 2)),
            (text.t("score-why-all"), text.percent(all, 2)),
            (text.t("score-why-known"), text.integer(outcome.churned + outcome.retained)),
            (text.t("score-why-lift-title"), text.decimal(outcome.lowest_decile_lift, 2)),
        ],
        source: None,
    }
}

/// What a measure could add to the scores of a level.
pub(super) fn lever(text: &Text, id: String, name: &str, lever: &Lever) -> Explanation {
    let mean = lever.mean_points.map_or_else(|| "–".to_owned(), |p| text.decimal(p, 1));
    let movers = lever.movers_difference;
    Explanation {
        id,
        title: name.to_owned().into(),
        formula: text.t("score-why-lever"),
        inputs: vec![
            (text.t("score-share-hint"), text.percent(lever.weight, 1)),
            (text.t("score-lever-mean"), mean),
            (text.t("score-accounts"), text.integer(lever.accounts)),
            (text.t("score-lever-lift"), text.signed(lever.lift, 2)),
            (
                text.t("score-lever-movers"),
                movers.map_or_else(|| "–".to_owned(), |d| text.signed(d, 1)),
            ),
            (text.t("score-why-priority"), text.decimal(lever.priority, 2)),
        ],
        source: None,
    }
}
