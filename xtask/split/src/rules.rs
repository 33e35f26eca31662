//! The parts of the product's two modules.

use crate::assign::Rule;

/// Of the page's module: the areas that come after the main job, what documents of these areas are made of, and
/// formulas.
pub const PAGE: [Rule; 6] = [
    Rule { part: "kpi", holds: &["app::kpi::", "message::kpi_tree"], stays: &[] },
    Rule { part: "strategy", holds: &["app::strategy::"], stays: &[] },
    Rule { part: "journey", holds: &["app::journey::", "message::journey"], stays: &[] },
    Rule { part: "history", holds: &["app::history::"], stays: &[] },
    Rule {
        part: "plan",
        holds: &["plan::canvas::", "plan::journey::", "plan::template::", "kpi::"],
        stays: &[],
    },
    Rule {
        part: "formula",
        holds: &["formula::", "message::formulas"],
        stays: &["formula::columns::"],
    },
];

/// Of the engine's module. The calls of each area begin in functions of that name that are never inlined. The sample and
/// the workspace file stay: as parts they would be 7 kB larger together, and whoever has the main job has both.
pub const ENGINE: [Rule; 3] = [
    Rule {
        part: "formula",
        holds: &["formula::", "::formula_", "score::formulas::", "message::formulas"],
        stays: &["formula::columns::"],
    },
    Rule { part: "kpi", holds: &["kpi::", "::kpi_"], stays: &[] },
    Rule {
        part: "journey",
        holds: &["score::journey", "::journey", "course"],
        stays: &["drop_in_place"],
    },
];
