use super::{NodeProblem, bind, check_formula, formula_environment};
use crate::Unit;
use crate::graph::Function;
use crate::graph::Rule;
use crate::operators::Operator;
use crate::testing::formulas;
use formula::{ProblemKind, Type};
use proptest::prelude::*;

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12 * expected.abs().max(1.0), "{found} {expected}");
}

#[test]
fn a_tree_comes_to_life() {
    let mut tree = formulas(&[
        ("累計会員数", None, "新規 + 既存"),
        ("新規", Some(0), ""),
        ("既存", Some(0), "[期首 会員] * 継続率"),
        ("期首 会員", Some(2), ""),
        ("継続率", Some(2), "IFBLANK(調査, 80%)"),
        ("調査", Some(4), ""),
        ("オンボーディング", Some(4), ""),
    ]);
    tree.nodes[4].body.unit = Unit::Percent;
    tree.nodes[5].body.unit = Unit::Percent;
    let bound = bind(&tree);
    assert!(bound.nodes.iter().all(|n| n.problems.is_empty()));
    let nan = f64::NAN;
    let values = bound.graph.values(&[nan, 20.0, nan, 100.0, nan, nan, 0.5], &[]);
    close(values[0], 100.0);
    close(values[4], 0.8);
    let values = bound.graph.values(&[nan, 20.0, nan, 100.0, nan, 0.9, 0.5], &[]);
    close(values[0], 110.0);
    let component: Vec<bool> = bound.nodes.iter().map(|n| n.component).collect();
    assert_eq!(component, [false, true, true, true, true, true, false]);
    assert_eq!(bound.nodes[0].operators, [Operator::Plus, Operator::Plus]);
    assert_eq!(bound.nodes[2].operators, [Operator::Times, Operator::Times]);
    assert_eq!(bound.nodes[4].operators, [Operator::Function]);
}

#[test]
fn what_is_wrong_is_told() {
    let tree = formulas(&[
        ("a", None, "b + lost"),
        ("b", Some(0), "SUM(c) + PREV(c) + TODAY()"),
        ("c", Some(1), "c1 > 3"),
        ("c1", Some(2), "c2"),
        ("c2", Some(3), "c1 + 1"),
        ("cc", None, "c2 +"),
        ("twin", None, "1"),
        ("twin", None, "twin"),
        ("d", None, "score"),
        ("e", None, ""),
    ]);
    let bound = bind(&tree);
    let first = |at: usize| bound.nodes[at].problems[0].clone();
    let NodeProblem::Formula(unknown) = first(0) else { unreachable!("{:?}", first(0)) };
    assert_eq!((unknown.span.start, unknown.span.end), (4, 8));
    assert!(matches!(unknown.kind, ProblemKind::UnknownColumn { .. }));
    let over: Vec<_> = bound.nodes[1]
        .problems
        .iter()
        .filter_map(
            |p| if let NodeProblem::OnlyOverAccounts(f) = p { Some(f.as_str()) } else { None },
        )
        .collect();
    assert_eq!(over, ["SUM", "PREV", "TODAY"]);
    assert_eq!(first(2), NodeProblem::NotANumber(Type::Boolean));
    assert_eq!(first(3), NodeProblem::Cycle(vec![3, 4]));
    assert_eq!(first(4), NodeProblem::Cycle(vec![4, 3]));
    assert!(matches!(first(5), NodeProblem::Formula(_)));
    let NodeProblem::Formula(ambiguous) = first(7) else { unreachable!("{:?}", first(7)) };
    assert!(matches!(ambiguous.kind, ProblemKind::AmbiguousColumn { .. }));
    assert_eq!(first(8), NodeProblem::OnlyOverAccounts("score".into()));
    let values = bound.graph.values(&[7.0; 10], &[]);
    assert!(values[..6].iter().all(|v| v.is_nan()), "{values:?}");
    assert_eq!((values[6], values[9]), (1.0, 7.0));
    assert_eq!(check_formula(&tree, 9, "a + b"), []);
    assert_eq!(check_formula(&tree, 9, "a +").len(), 1);
    let names: Vec<_> =
        formula_environment(&tree, 0).columns.iter().map(|c| c.name.clone()).collect();
    assert_eq!(names, ["b", "c", "c1", "c2", "cc", "d", "e"]);
}

#[test]
fn units_that_do_not_mix_are_a_warning() {
    let mut tree = formulas(&[("a", None, "b + c"), ("b", Some(0), ""), ("c", Some(0), "")]);
    tree.nodes[1].body.unit = Unit::Money;
    let bound = bind(&tree);
    assert!(matches!(&bound.nodes[0].problems[..], [NodeProblem::Formula(p)]
        if matches!(p.kind, ProblemKind::MixedUnits { .. })));
    assert_eq!(bound.graph.values(&[0.0, 1.0, 2.0], &[])[0], 3.0);
}

#[test]
fn every_template_is_sound() {
    for template in crate::templates() {
        let tree = template.tree(str::to_owned);
        let bound = bind(&tree);
        for (node, bound) in tree.nodes.iter().zip(&bound.nodes) {
            assert_eq!(bound.problems, [], "{}", node.name);
        }
        let leaves = tree.nodes.iter().map(|_| 2.0).collect::<Vec<_>>();
        assert!(bound.graph.values(&leaves, &[]).iter().all(|v| v.is_finite()));
    }
    let names = crate::template("kpi-template-saas").unwrap().tree(|k| format!("{k} 数"));
    assert_eq!(names.nodes[4].parent, Some(2));
    assert!(bind(&names).nodes.iter().all(|n| n.problems.is_empty()));
}

/// Arithmetic over a, b and c.
fn arithmetic() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        3 => prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned),
        1 => (0u32..20).prop_map(|n| n.to_string()),
        1 => (0u32..200).prop_map(|n| format!("{n}%")),
    ];
    leaf.prop_recursive(5, 24, 2, |inner| {
        prop_oneof![
            4 => (inner.clone(), prop::sample::select(vec!["+", "-", "*", "/"]), inner.clone())
                .prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            1 => inner.prop_map(|a| format!("-({a})")),
        ]
    })
}

proptest! {
    /// The fast way is that of `formula`, and many rows are one row many times.
    #[test]
    fn arithmetic_is_what_formula_says(
        text in arithmetic(),
        rows in prop::collection::vec(prop::array::uniform3(prop_oneof![
            4 => -9.0..9.0, 2 => Just(0.0), 1 => Just(f64::NAN), 1 => Just(1e300),
        ]), 1..4),
    ) {
        let tree = formulas(&[("r", None, &text), ("a", Some(0), ""), ("b", Some(0), ""), ("c", Some(0), "")]);
        let plain = bind(&tree);
        // IFBLANK of what is present changes nothing, but is no arithmetic.
        let slow = format!("({text}) + IFBLANK(0, 0)");
        let tree = formulas(&[("r", None, &slow), ("a", Some(0), ""), ("b", Some(0), ""), ("c", Some(0), "")]);
        let formula = bind(&tree);
        let mut columns = vec![Vec::new(); 3];
        let mut expected = Vec::new();
        for row in &rows {
            let given = [f64::NAN, row[0], row[1], row[2]];
            let (fast, slow) = (plain.graph.values(&given, &[])[0], formula.graph.values(&given, &[])[0]);
            prop_assert!(fast == slow || fast.is_nan() && slow.is_nan(), "{text} {fast} {slow}");
            expected.push(fast);
            columns.iter_mut().zip(row).for_each(|(c, x)| c.push(*x));
        }
        for binding in [&plain, &formula] {
            let Some(Rule::Computed { inputs, function }) = binding.graph.rule(0) else {
                unreachable!("it has a formula")
            };
            let slices: Vec<&[f64]> = inputs.iter().map(|i| columns[i - 1].as_slice()).collect();
            let mut out = vec![0.0; rows.len()];
            function.column(&slices, &mut out);
            for (a, b) in out.iter().zip(&expected) {
                prop_assert!(a == b || a.is_nan() && b.is_nan(), "{text} {a} {b}");
            }
        }
        if let Some(Rule::Computed { inputs, function }) = plain.graph.rule(0)
            && let Some(weights) = function.weights()
        {
            let at = |row: &[f64]| -> Vec<f64> { inputs.iter().map(|i| row[i - 1]).collect() };
            let (zero, one) = ([1.0, 2.0, 3.0], [2.5, 1.0, 7.0]);
            let difference = function.value(&at(&one)) - function.value(&at(&zero));
            let linear: f64 = weights.iter().zip(at(&one).iter().zip(at(&zero))).map(|(w, (b, a))| w * (b - a)).sum();
            if difference.is_finite() {
                prop_assert!((difference - linear).abs() <= 1e-9 * (1.0 + linear.abs() + weights.iter().sum::<f64>().abs()), "{text}");
            }
        }
    }
}
