//! Trees to start from. A template is data: message keys, and how figures hang together.

use crate::{Direction, Evidence, Known, Node, NodeBody, NodeId, Orientation, Tree, Unit};
use Draft::{Account, Formula, Later};
use Unit::{Count, Money, Percent, Points};
use formula::written_name;

/// A tree to start from. Texts are the UI's: every key is the id of a message.
#[derive(Debug)]
pub struct Template {
    /// The message key of its name, such as `kpi-template-saas`; that key with `-description` says what
    /// it is for.
    pub key: &'static str,
    nodes: &'static [TemplateNode],
}

#[derive(Debug)]
struct TemplateNode {
    depth: usize,
    key: &'static str,
    unit: Unit,
    known: Draft,
}

/// How a node of a template is known.
#[derive(Clone, Copy, Debug)]
enum Draft {
    /// For the user to say.
    Later,
    /// Over other nodes: `{2}` is the name of the node in that place of the template.
    Formula(&'static str),
    /// Over accounts, by what every workspace has.
    Account(&'static str),
}

const fn node(depth: usize, key: &'static str, unit: Unit, known: Draft) -> TemplateNode {
    TemplateNode { depth, key, unit, known }
}

#[rustfmt::skip]
static TEMPLATES: &[Template] = &[
    Template {
        key: "kpi-template-subscription",
        nodes: &[
            node(0, "kpi-template-subscription-members", Count, Formula("{1} + {4}")),
            node(1, "kpi-template-subscription-new", Count, Formula("{2} * {3}")),
            node(2, "kpi-template-subscription-trials", Count, Later),
            node(2, "kpi-template-subscription-contract-rate", Percent, Later),
            node(1, "kpi-template-subscription-existing", Count, Formula("{5} * {6}")),
            node(2, "kpi-template-subscription-opening", Count, Later),
            node(2, "kpi-template-subscription-continuation-rate", Percent, Later),
            node(3, "kpi-template-subscription-onboarding-rate", Percent, Later),
            node(3, "kpi-template-subscription-score", Points, Account("AVERAGE(score)")),
        ],
    },
    Template {
        key: "kpi-template-saas",
        nodes: &[
            node(0, "kpi-template-saas-mrr", Money, Formula("{1} + {2}")),
            node(1, "kpi-template-saas-new", Money, Later),
            node(1, "kpi-template-saas-existing", Money, Formula("{3} * {4}")),
            node(2, "kpi-template-saas-opening", Money, Later),
            node(2, "kpi-template-saas-nrr", Percent, Formula("({3} + {5} - {8} - {9}) / {3}")),
            node(3, "kpi-template-saas-expansion", Money, Later),
            node(4, "kpi-template-saas-level-4", Count, Account("COUNTIF(level = 4)")),
            node(4, "kpi-template-saas-level-3", Count, Account("COUNTIF(level = 3)")),
            node(3, "kpi-template-saas-contraction", Money, Later),
            node(3, "kpi-template-saas-churn", Money, Later),
            node(4, "kpi-template-saas-level-2", Count, Account("COUNTIF(level = 2)")),
            node(4, "kpi-template-saas-level-1", Count, Account("COUNTIF(level = 1)")),
        ],
    },
    Template {
        key: "kpi-template-model",
        nodes: &[
            node(0, "kpi-template-model-retained", Count, Formula("{1} * {13}")),
            node(1, "kpi-template-model-onboarded", Count, Formula("{2} * {11}")),
            node(2, "kpi-template-model-won", Count, Formula("{3} * {9}")),
            node(3, "kpi-template-model-opportunities", Count, Formula("{4} * {7}")),
            node(4, "kpi-template-model-leads", Count, Formula("{5} + {6}")),
            node(5, "kpi-template-model-inbound", Count, Later),
            node(5, "kpi-template-model-outbound", Count, Later),
            node(4, "kpi-template-model-conversion-rate", Percent, Later),
            node(4, "kpi-template-model-open-leads", Count, Later),
            node(3, "kpi-template-model-win-rate", Percent, Later),
            node(3, "kpi-template-model-open-opportunities", Count, Later),
            node(2, "kpi-template-model-onboarding-rate", Percent, Later),
            node(2, "kpi-template-model-in-onboarding", Count, Later),
            node(1, "kpi-template-model-retention-rate", Percent, Later),
            node(1, "kpi-template-model-active", Count, Account("COUNT()")),
        ],
    },
    Template {
        key: "kpi-template-success-map",
        nodes: &[
            node(0, "kpi-template-success-map-goal", Percent, Later),
            node(1, "kpi-template-success-map-measure-1", Count, Later),
            node(2, "kpi-template-success-map-strategy-1", Count, Later),
            node(3, "kpi-template-success-map-kpi-1", Count, Later),
            node(3, "kpi-template-success-map-kpi-2", Count, Later),
            node(1, "kpi-template-success-map-measure-2", Count, Later),
            node(2, "kpi-template-success-map-strategy-2", Count, Later),
            node(3, "kpi-template-success-map-kpi-3", Count, Later),
        ],
    },
    Template {
        key: "kpi-template-blank",
        nodes: &[node(0, "kpi-template-blank-goal", Count, Later)],
    },
];

/// All templates, in the order shown: the subscription tree; SaaS revenue, net revenue retention down to
/// levels; The Model, from leads to retained accounts with the flow into and the balance of each stage;
/// a success map from the goal over measures and strategies to KPIs; blank.
#[must_use]
pub fn templates() -> &'static [Template] {
    TEMPLATES
}

/// The template with that key.
#[must_use]
pub fn template(key: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|t| t.key == key)
}

impl Template {
    /// The tree, with the texts of a language: `word` gives that of a key. Texts of one template must
    /// differ, as its formulas go by them. Ids count from 1 and are to be replaced.
    #[must_use]
    pub fn tree(&self, word: impl Fn(&str) -> String) -> Tree {
        let names: Vec<String> = self.nodes.iter().map(|n| word(n.key)).collect();
        let mut path: Vec<usize> = Vec::new();
        let mut tree = Tree { orientation: Orientation::LeftToRight, ..Tree::default() };
        for (at, node) in self.nodes.iter().enumerate() {
            path.truncate(node.depth);
            let known = match node.known {
                Later => Known::Unknown,
                Account(text) => Known::Accounts(text.to_owned()),
                Formula(text) => Known::Formula(filled(text, &names)),
            };
            let body = NodeBody {
                unit: node.unit.clone(),
                direction: direction(node.key),
                evidence: Evidence::Hypothesis,
                known,
                ..NodeBody::default()
            };
            let id = NodeId(at as u64 + 1);
            tree.nodes.push(Node {
                id,
                parent: path.last().copied(),
                name: names[at].clone(),
                body,
            });
            path.push(at);
        }
        tree
    }
}

/// Less is better of what is lost or waits.
fn direction(key: &str) -> Direction {
    let less = ["-contraction", "-churn", "-level-1", "-level-2", "-in-onboarding"];
    if less.iter().any(|end| key.ends_with(end)) { Direction::Lower } else { Direction::Higher }
}

/// The formula with names in the place of `{…}`.
fn filled(text: &str, names: &[String]) -> String {
    let mut parts = text.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or_default();
        let name = place.parse().ok().and_then(|p: usize| names.get(p));
        out += &name.map_or_else(String::new, |n| written_name(n));
        out += rest;
    }
    out
}
