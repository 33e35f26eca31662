//! Groups of accounts have the figures of their accounts.

use super::Groups;
use crate::{Engine, Stored};
use kpi::Part;
use sample::{Language, Spec};
use score::Model;
use table::{Day, OutcomeMeaning, Role, SnapshotId};

/// In each group a figure is what its formula gives for the accounts of the group: also where none of
/// them has a value, or none is counted.
#[test]
fn a_group_has_the_figure_of_its_accounts() {
    let csv = "id,kind,x,y\na,p,1,5\nb,p,2,5\nc,p,,\nd,q,,5\ne,q,,\nf,r,3,0\ng,r,,1\nh,s,0,0\n";
    let csv = csv.as_bytes();
    let mut layout = table::inspect(csv, true, "a.csv", &table::Overrides::default()).layout;
    layout.columns[0].role = Role::AccountId;
    let (read, source) = (table::read(layout, csv), table::Source::default());
    let mut engine = Engine::default();
    let mut stored = engine.make_snapshot(read, Day(20_000), source).unwrap();
    stored.snapshot.id = SnapshotId(1);
    engine.load(vec![stored]);
    let (id, model) = (SnapshotId(1), Model::default());
    let mut groups = Groups::default();
    let group_of = groups.of(engine.store.get(id).unwrap(), "kind");
    let labels: Vec<String> = groups.labels.iter().flatten().cloned().collect();
    // each with a place for what keeps to a group
    for text in [
        "COUNT(WHERE #)",
        "COUNT(x WHERE #)",
        "COUNTIF(x > 1 WHERE #)",
        "SUM(x WHERE #)",
        "SUM(x WHERE y > 2 AND #)",
        "SUM(x WHERE y > 9 AND #)",
        "AVERAGE(x WHERE #)",
        "RATE(x > 1 WHERE #)",
        "SUM(x WHERE #) / COUNT(WHERE #)",
        "SUM(x WHERE #) / SUM(y WHERE #)",
        "COUNT(WHERE #) / SUM(y WHERE #)",
        "COUNT(x WHERE #) / SUM(x WHERE #)",
    ] {
        let of = |condition: &str| text.replace('#', condition);
        let found = engine.kpi_by_group(&of("TRUE"), id, &model, &group_of, groups.len());
        for (label, found) in labels.iter().zip(found.unwrap().unwrap()) {
            let alone = of(&format!("kind = \"{label}\""));
            let figure = engine.kpi_figure(&alone, id, &model).unwrap();
            assert_eq!(found.to_bits(), figure.to_bits(), "{alone}: {found}, not {figure}");
        }
    }
    let lost = engine.kpi_by_group("COUNTIF(PREV(x) > 1)", id, &model, &group_of, groups.len());
    assert_eq!(lost, Ok(None), "nobody knows");
}

/// Cut into groups and added up again, an aggregate is what its formula gives.
#[test]
fn groups_add_up_to_the_figure() {
    let spec = Spec { accounts: 400, weeks: 3, ..Spec::new(Day(20_772), Language::English) };
    let stored: Vec<Stored> = sample::generate(spec)
        .map(|snapshot| Stored::new(snapshot, OutcomeMeaning::OneIsRenewed))
        .collect();
    let snapshot = stored[2].snapshot.clone();
    let of_role = |wanted| {
        let at = snapshot.roles.iter().position(|r| *r == wanted)?;
        Some(snapshot.table.columns[at].name.clone())
    };
    let (money, segment) = (of_role(Role::Revenue), of_role(Role::Segment));
    let (Some(money), Some(segment)) = (money, segment) else {
        unreachable!("the sample has revenue and segments")
    };
    // A number that some accounts lack.
    let gaps = snapshot.table.columns.iter().find(|c| {
        let mut numbers = vec![f64::NAN; c.data.len()];
        c.data.numbers(0..c.data.len(), &mut numbers);
        let absent = numbers.iter().filter(|n| n.is_nan()).count();
        absent > 0 && absent < numbers.len()
    });
    let gaps = gaps.map_or_else(|| unreachable!("some lack something"), |c| c.name.clone());
    let (money, gaps) = (formula::written_name(&money), formula::written_name(&gaps));
    let mut engine = Engine::default();
    engine.load(stored);
    let (id, model) = (SnapshotId(3), Model::default());
    let mut groups = Groups::default();
    let Ok(stored) = engine.store.get(id) else { unreachable!("it was loaded") };
    let group_of = groups.of(stored, &segment);
    assert!(groups.len() > 2);
    for text in [
        "COUNT()".to_owned(),
        format!("COUNT({gaps})"),
        format!("COUNT(WHERE {gaps} > 3)"),
        format!("COUNTIF({gaps} > 3)"),
        format!("SUM({money} WHERE {gaps} > 3)"),
        format!("AVERAGE({gaps})"),
        format!("AVERAGE({gaps} WHERE {money} > 1000)"),
        format!("RATE({gaps} > 3)"),
        format!("RATE({gaps} > 3 WHERE {money} > 1000)"),
        format!("SUM({money}) / COUNT({gaps})"),
        format!("COUNTIF({gaps} > 3) / COUNT()"),
    ] {
        let Ok(figure) = engine.kpi_figure(&text, id, &model) else { unreachable!("{text}") };
        let Ok(Some((adds_up, rows))) = engine.kpi_parts(&text, id, &model) else {
            unreachable!("{text}")
        };
        let all =
            rows.parts(&group_of, groups.len()).into_iter().fold(Part::default(), |all, p| Part {
                weight: all.weight + p.weight,
                sum: all.sum + p.sum,
            });
        let found = if adds_up { all.sum } else { all.sum / all.weight };
        assert!(figure.abs() > 0.0, "{text} {figure}");
        assert!((found - figure).abs() <= 1e-9 * figure.abs(), "{text} {found} {figure}");
    }
}
