//! How long a KPI tree of 200 nodes over 500,000 accounts takes: the first time, and after a what-if.
//! `cargo run --profile engine-release -p engine --example kpi`.
#![allow(clippy::print_stdout, clippy::panic, reason = "a bench is run to be read")]

use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiContext};
use engine::{Engine, Stored};
use kpi::{Assumptions, Known, Node, NodeBody, NodeId, Override, Tree};
use sample::{Language, Spec};
use score::Model;
use std::time::Instant;
use table::{Day, OutcomeMeaning, Role, SnapshotId};

const RUNS: usize = 21;

fn main() {
    let spec = Spec { accounts: 500_000, weeks: 2, ..Spec::new(Day(20_772), Language::English) };
    let stored: Vec<Stored> = sample::generate(spec)
        .map(|snapshot| Stored::new(snapshot, OutcomeMeaning::OneIsRenewed))
        .collect();
    let columns: Vec<String> = stored[1]
        .snapshot
        .table
        .columns
        .iter()
        .zip(&stored[1].snapshot.roles)
        .filter(|(c, role)| {
            **role == Role::MeasureInput
                && matches!(
                    c.data.column_type(),
                    table::ColumnType::Integer | table::ColumnType::Decimal
                )
        })
        .map(|(c, _)| formula::written_name(&c.name))
        .collect();
    let mut engine = Engine::default();
    engine.load(stored);
    let tree = tree(&columns);
    let lever = tree.nodes[4].id;
    let context = Box::new(KpiContext {
        tree: tree.into(),
        model: Model::default().into(),
        as_of: Some(SnapshotId(2)),
        compared: Some(SnapshotId(1)),
    });
    println!("{} nodes", context.tree.nodes.len());
    let start = Instant::now();
    let call = Call::Kpi { context: context.clone(), ask: KpiAsk::View };
    let Ok(Answer::Kpi(KpiAnswer::View(view))) = engine.answer(call) else { panic!("no view") };
    println!("first, two snapshots  {:8.1} ms", start.elapsed().as_secs_f64() * 1e3);
    assert!(view.nodes.iter().all(|n| n.bound.problems.is_empty() && n.value.is_finite()));
    let mut times: Vec<f64> = (0..RUNS)
        .map(|run| {
            let value = view.nodes[4].value * (1.0 + run as f64 / 100.0);
            let overrides = vec![Override { node: lever, value }];
            let assumptions = vec![Assumptions { overrides, ranges: Vec::new() }];
            let start = Instant::now();
            let ask = KpiAsk::WhatIf { assumptions, seed: None };
            let answer = engine.answer(Call::Kpi { context: context.clone(), ask });
            assert!(answer.is_ok());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("what if               {:8.3} ms", times[RUNS / 2]);
}

/// Branches of three aggregates each that a formula joins, and a sum of all of them on top.
fn tree(columns: &[String]) -> Tree {
    let mut tree = Tree::default();
    let mut add = |parent, known| {
        let at = tree.nodes.len();
        let body = NodeBody { known, ..NodeBody::default() };
        tree.nodes.push(Node { id: NodeId(at as u64 + 1), parent, name: format!("n{at}"), body });
        at
    };
    let branches: Vec<usize> = (0..49).map(|b| 1 + 4 * b).collect();
    let sum: Vec<String> = branches.iter().map(|b| format!("n{b}")).collect();
    let root = add(None, Known::Formula(sum.join(" + ")));
    for (b, column) in (0..branches.len()).zip(columns.iter().cycle()) {
        let text = format!("n{} * n{} / n{}", 4 * b + 2, 4 * b + 3, 4 * b + 4);
        let branch = add(Some(root), Known::Formula(text));
        for text in [
            format!("SUM({column} WHERE {column} > {b})"),
            format!("AVERAGE({column} + {b})"),
            format!("COUNTIF({column} >= 0) + {b}"),
        ] {
            add(Some(branch), Known::Accounts(text));
        }
    }
    tree
}
