//! The roles of all columns together: at most one of each single role.

use super::ColumnLook;
use crate::{ColumnPlan, ColumnType, OutcomeMeaning, Role, names};

/// Text with at most this many different values may be a segment.
const MOST_SEGMENTS: u64 = 40;

/// Gives every column its role and says what yes means in the outcome column.
pub(super) fn assign(plans: &mut [ColumnPlan], looks: &[ColumnLook]) -> OutcomeMeaning {
    let mut hints: Vec<_> = plans
        .iter()
        .zip(looks)
        .enumerate()
        .filter_map(|(i, (plan, look))| {
            let hint = names::hint(&plan.name)?;
            fits(hint.role, plan.guess, look).then_some((hint, i))
        })
        .collect();
    // the strongest first, among equals the leftmost
    crate::sort_few(&mut hints, |(a, _), (b, _)| b.strength.cmp(&a.strength));
    let mut given = vec![None; plans.len()];
    for (hint, i) in hints {
        let single = !matches!(hint.role, Role::Segment | Role::MeasureInput | Role::Other);
        if given[i].is_none() && !(single && given.contains(&Some(hint.role))) {
            given[i] = Some(hint.role);
        }
    }
    if !given.contains(&Some(Role::AccountId))
        && let Some(i) = unique_text(plans, looks, &given)
    {
        given[i] = Some(Role::AccountId);
    }
    for (i, plan) in plans.iter_mut().enumerate() {
        plan.role = given[i].unwrap_or_else(|| by_values(plan.guess, &looks[i]));
    }
    let outcome = plans.iter().find(|p| p.role == Role::Outcome);
    outcome.map_or_else(OutcomeMeaning::default, |p| names::outcome_meaning(&p.name))
}

/// Whether a column of that type and those values can have the role that its name suggests.
fn fits(role: Role, column_type: ColumnType, look: &ColumnLook) -> bool {
    use ColumnType::{Boolean, Date, Decimal, Integer, Text};
    match role {
        Role::AccountId => matches!(column_type, Text | Integer),
        Role::Name | Role::Owner => column_type == Text,
        Role::StartDate | Role::OutcomeDate | Role::SnapshotDate => {
            column_type == Date || look.distinct == 0
        }
        Role::Revenue => matches!(column_type, Integer | Decimal),
        Role::Outcome => {
            column_type == Boolean || (look.distinct <= 3 && column_type != Date) || look.rows == 0
        }
        Role::Segment => {
            matches!(column_type, Text | Boolean) && look.distinct <= MOST_SEGMENTS * 5
        }
        Role::MeasureInput | Role::Other => true,
    }
}

/// The leftmost text column of which no value occurs twice.
fn unique_text(
    plans: &[ColumnPlan],
    looks: &[ColumnLook],
    given: &[Option<Role>],
) -> Option<usize> {
    let leftmost = plans.len().min(5);
    (0..leftmost).find(|&i| {
        plans[i].guess == ColumnType::Text
            && given[i].is_none()
            && looks[i].rows > 1
            && looks[i].distinct == looks[i].rows
    })
}

fn by_values(column_type: ColumnType, look: &ColumnLook) -> Role {
    match column_type {
        ColumnType::Text if look.distinct > 0 && look.distinct <= MOST_SEGMENTS => Role::Segment,
        ColumnType::Text | ColumnType::Date => Role::Other,
        _ => Role::MeasureInput,
    }
}
