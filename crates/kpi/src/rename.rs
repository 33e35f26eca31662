//! Calling a node something else, in all formulas.

use crate::names::{Names, folded};
use crate::{Known, Tree};
use formula::{ExprKind, Span, written_name};

/// Why a node cannot be called so: the formula of the node in `place` would then mean another node by
/// one of its names, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Whose formula.
    pub place: usize,
}

/// The formulas that change when the node in `place` is called `name`: place and new text. Only what
/// means this node is written anew; the rest of each text stays as it was typed.
///
/// # Errors
/// A name in some formula would change its meaning.
pub fn rename(tree: &Tree, place: usize, name: &str) -> Result<Vec<(usize, String)>, Clash> {
    let meant_before = meanings(tree);
    let mut after = tree.clone();
    let mut changed = Vec::new();
    if let Some(node) = after.nodes.get_mut(place) {
        name.clone_into(&mut node.name);
    }
    for (at, meant) in meant_before.iter().enumerate() {
        let Known::Formula(text) = &mut after.nodes[at].body.known else { continue };
        let spans: Vec<Span> = meant.iter().filter(|m| m.1 == Some(place)).map(|m| m.0).collect();
        if spans.is_empty() {
            continue;
        }
        for span in spans.iter().rev() {
            text.replace_range(span.start as usize..span.end as usize, &written_name(name));
        }
        changed.push((at, text.clone()));
    }
    let places = |meant: &[(Span, Option<usize>)]| meant.iter().map(|m| m.1).collect::<Vec<_>>();
    for (at, (before, now)) in meant_before.iter().zip(meanings(&after)).enumerate() {
        // What meant nothing may come to mean something: that is how a name that was missing is mended.
        let kept = places(before).iter().zip(places(&now)).all(|(b, n)| b.is_none() || *b == n);
        if !kept || before.len() != now.len() {
            return Err(Clash { place: at });
        }
    }
    Ok(changed)
}

/// For each node the names in its formula, in order of the text: where, and which place is meant.
fn meanings(tree: &Tree) -> Vec<Vec<(Span, Option<usize>)>> {
    let (children, folded) = (tree.children(), folded(tree));
    let of = |at: usize| {
        let Known::Formula(text) = &tree.nodes[at].body.known else { return Vec::new() };
        let names = Names::new(tree, &children[at], at, &folded);
        let mut found = Vec::new();
        formula::parse(text).tree.walk(&mut |expr| {
            if let ExprKind::Name { name, .. } = &expr.kind {
                found.push((expr.span, names.place(name).ok()));
            }
        });
        table::order::sort_by_key(&mut found, |f| f.0.start);
        found
    };
    (0..tree.nodes.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{Clash, rename};
    use crate::testing::formulas;
    use crate::{Known, Tree, bind};
    use proptest::prelude::*;

    #[test]
    fn only_what_means_it_is_written_anew() {
        let tree = formulas(&[
            ("members", None, "new + [existing ones]*2"),
            ("new", Some(0), ""),
            ("existing ones", Some(0), "MAX( new ,1 )"),
            ("other", None, "new"),
            ("new", Some(3), ""),
        ]);
        // The formula of `existing ones` cannot tell which `new` it means, so it does not change.
        let changed = rename(&tree, 1, "新規 会員").unwrap();
        assert_eq!(changed, [(0, "[新規 会員] + [existing ones]*2".to_owned())]);
        let changed = rename(&tree, 2, "kept").unwrap();
        assert_eq!(changed, [(0, "new + kept*2".to_owned())]);
        let changed = rename(&tree, 4, "fresh").unwrap();
        assert_eq!(changed, [(3, "fresh".to_owned())]);
    }

    #[test]
    fn a_name_that_would_mean_something_else_is_refused() {
        let tree = formulas(&[
            ("g", None, "a + far"),
            ("a", Some(0), ""),
            ("b", Some(0), ""),
            ("h", None, ""),
            ("far", Some(3), ""),
        ]);
        assert_eq!(rename(&tree, 2, "far"), Err(Clash { place: 0 }));
        assert_eq!(rename(&tree, 1, ""), Err(Clash { place: 0 }));
        assert_eq!(rename(&tree, 4, "g"), Err(Clash { place: 0 }));
        assert_eq!(rename(&tree, 2, "c"), Ok(vec![]));
    }

    /// A node: name, parent and what its formula adds up, all by numbers.
    type Wish = (usize, prop::sample::Index, Vec<usize>);

    const NAMES: [&str; 6] = ["a", "b", "c d", "Ｂ", "e]", "score"];

    fn grown(wishes: &[Wish]) -> Tree {
        let texts: Vec<String> = wishes
            .iter()
            .map(|(_, _, uses)| {
                let names: Vec<String> =
                    uses.iter().map(|u| formula::written_name(NAMES[*u])).collect();
                names.join(" + ")
            })
            .collect();
        let nodes: Vec<(&str, Option<usize>, &str)> = wishes
            .iter()
            .enumerate()
            .map(|(at, (name, parent, _))| {
                (NAMES[*name], (at > 0).then(|| parent.index(at)), texts[at].as_str())
            })
            .collect();
        formulas(&nodes)
    }

    proptest! {
        #[test]
        fn no_figure_changes(
            wishes in prop::collection::vec(
                (0usize..6, any::<prop::sample::Index>(), prop::collection::vec(0usize..6, 0..3)),
                1..9,
            ),
            which in any::<prop::sample::Index>(),
            name in 0usize..6,
        ) {
            let tree = grown(&wishes);
            let (place, name) = (which.index(tree.nodes.len()), NAMES[name]);
            let Ok(changed) = rename(&tree, place, name) else { return Ok(()) };
            let mut after = tree.clone();
            after.nodes[place].name = name.to_owned();
            for (at, text) in changed {
                after.nodes[at].body.known = Known::Formula(text);
            }
            let (before, after) = (bind(&tree), bind(&after));
            let given: Vec<f64> = (0..tree.nodes.len()).map(|i| i as f64 + 0.5).collect();
            let values = before.graph.values(&given, &[]);
            for (old, new) in values.iter().zip(after.graph.values(&given, &[])) {
                // What meant nothing may mean something now; what had a figure keeps it.
                prop_assert!(old.is_nan() || *old == new, "{old} {new}");
            }
        }
    }
}
