//! What a name in a node's formula means.

use crate::Tree;
use formula::{ProblemKind, nearest};
use table::fold::fold;

/// Looks names up as the formula of one node does.
pub(crate) struct Names<'a> {
    tree: &'a Tree,
    /// The places of the node's children.
    children: &'a [usize],
    /// The node itself: offered to nobody as what may have been meant.
    own: usize,
    /// All names folded, by place.
    folded: &'a [String],
}

/// Every name of a tree folded, by place: for [`Names::new`].
pub(crate) fn folded(tree: &Tree) -> Vec<String> {
    tree.nodes.iter().map(|n| fold(&n.name).into_owned()).collect()
}

impl<'a> Names<'a> {
    pub(crate) fn new(
        tree: &'a Tree,
        children: &'a [usize],
        own: usize,
        folded: &'a [String],
    ) -> Self {
        Self { tree, children, own, folded }
    }

    /// The place of a name: the first child called exactly so, else the only node of the tree called
    /// exactly so; then the same for names that are alike but for case, width and kind of kana.
    pub(crate) fn place(&self, name: &str) -> Result<usize, ProblemKind> {
        let exact = |at: usize| self.tree.nodes[at].name == name;
        if let Some(found) = self.find(name, &exact) {
            return found;
        }
        let wanted = fold(name);
        let alike = |at: usize| self.folded[at] == *wanted;
        if let Some(found) = self.find(name, &alike) {
            return found;
        }
        let names = self.tree.nodes.iter().enumerate().filter(|(at, _)| *at != self.own);
        let mut candidates = nearest(name, names.map(|(_, n)| n.name.as_str()));
        candidates.dedup();
        Err(ProblemKind::UnknownColumn { name: name.to_owned(), candidates })
    }

    fn find(&self, name: &str, is: &dyn Fn(usize) -> bool) -> Option<Result<usize, ProblemKind>> {
        if let Some(child) = self.children.iter().find(|at| is(**at)) {
            return Some(Ok(*child));
        }
        let mut all = (0..self.tree.nodes.len()).filter(|at| is(*at));
        let first = all.next()?;
        if all.next().is_none() {
            return Some(Ok(first));
        }
        let of = |at: usize| self.tree.nodes[at].name.clone();
        let candidates: Vec<String> =
            (0..self.tree.nodes.len()).filter(|at| is(*at)).map(of).collect();
        Some(Err(ProblemKind::AmbiguousColumn { name: name.to_owned(), candidates }))
    }

    /// The names that mean something here, children's first, each once: what an editor completes.
    pub(crate) fn offered(&self) -> Vec<usize> {
        let rest = (0..self.tree.nodes.len()).filter(|at| !self.children.contains(at));
        let all = self.children.iter().copied().chain(rest);
        all.filter(|at| {
            let name = &self.tree.nodes[*at].name;
            *at != self.own && !name.is_empty() && self.place(name) == Ok(*at)
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, folded};
    use crate::testing::tree;
    use formula::ProblemKind;

    #[test]
    fn a_child_first_then_the_only_one() {
        let tree = tree(&[
            ("継続率", None),
            ("ログイン数", Some(0)),
            ("新規", Some(0)),
            ("新規", Some(1)),
            ("Score", Some(1)),
            ("新規", Some(2)),
        ]);
        let (folded, children) = (folded(&tree), tree.children());
        let of = |own: usize| Names::new(&tree, &children[own], own, &folded);
        assert_eq!(of(0).place("新規"), Ok(2));
        assert_eq!(of(1).place("新規"), Ok(3));
        assert_eq!(of(0).place("ＳＣＯＲＥ"), Ok(4));
        assert_eq!(of(0).place("ﾛｸﾞｲﾝ数"), Ok(1));
        let candidates = vec!["新規".to_owned(); 3];
        let ambiguous = ProblemKind::AmbiguousColumn { name: "新規".into(), candidates };
        assert_eq!(of(4).place("新規"), Err(ambiguous));
        let unknown = of(0).place("ログイン").unwrap_err();
        assert_eq!(unknown.candidates(), ["ログイン数"]);
        assert_eq!(of(4).offered(), [0, 1]);
        assert_eq!(of(0).offered(), [1, 2, 4]);
    }
}
