//! The accounts behind a figure: where drilling down ends.

use crate::accounts::show_accounts;
use formula::{Binary, Expr, ExprKind};
use kpi::Known;
use score::Condition;

/// Which accounts a figure is of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Behind {
    levels: Vec<u8>,
    condition: Option<Condition>,
}

impl Behind {
    /// Those of a figure over accounts; `None` when it is known otherwise. Where the formula does not tell,
    /// they are all.
    pub fn of(known: &Known) -> Option<Self> {
        let Known::Accounts(text) = known else { return None };
        if let Some(level) = counted_level(text) {
            return Some(Self { levels: vec![level], condition: None });
        }
        let condition = kpi::counted(text).filter(|c| !c.is_empty()).map(Condition::Formula);
        Some(Self { levels: Vec::new(), condition })
    }

    /// Goes to their list; only to those of a group, when there is one.
    pub fn show(&self, group: Option<(String, Option<String>)>) {
        show_accounts(self.levels.clone(), self.condition.clone(), group);
    }
}

/// The level that the formula counts, where it counts those of one: `COUNTIF(level = 4)`.
fn counted_level(text: &str) -> Option<u8> {
    let tree = formula::parse(text).tree;
    let ExprKind::Call { name, arguments, .. } = &tree.kind else { return None };
    let counts = ["COUNTIF", "RATE"].iter().any(|f| name.eq_ignore_ascii_case(f));
    let [Expr { kind: ExprKind::Binary { operator: Binary::Equal, left, right }, .. }] =
        arguments.as_slice()
    else {
        return None;
    };
    match (&left.kind, &right.kind) {
        (ExprKind::Name { name, .. }, ExprKind::Number(level))
            if counts && name.eq_ignore_ascii_case("level") && (1.0..=7.0).contains(level) =>
        {
            Some(*level as u8 - 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Behind, counted_level};
    use kpi::Known;
    use score::Condition;

    #[test]
    fn the_level_that_is_counted() {
        assert_eq!(counted_level("COUNTIF(level = 4)"), Some(3));
        assert_eq!(counted_level("rate(Level = 1)"), Some(0));
        assert_eq!(counted_level("COUNTIF(level > 1)"), None);
        assert_eq!(counted_level("SUM(level = 1)"), None);
        assert_eq!(counted_level("COUNTIF(level = 9)"), None);
    }

    #[test]
    fn the_accounts_of_a_figure() {
        let of = |text: &str| Behind::of(&Known::Accounts(text.to_owned()));
        let all = Some(Behind::default());
        assert_eq!((of("COUNT()"), of("PREV(SUM(mrr))")), (all.clone(), all));
        let condition = of("SUM(mrr WHERE plan = \"Pro\")").and_then(|b| b.condition);
        assert_eq!(condition, Some(Condition::Formula("plan = \"Pro\"".to_owned())));
        assert_eq!(of("COUNTIF(level = 2)").map(|b| b.levels), Some(vec![1]));
        assert_eq!(Behind::of(&Known::Unknown), None);
    }
}
