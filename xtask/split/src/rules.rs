//! The parts of the product's two modules.

use crate::assign::Rule;

/// Of the page's module: the areas that come after the main job, what documents of these areas are made of, and
/// formulas.
pub const PAGE: [Rule; 6] = [
    Rule { part: "kpi", holds: &["app::kpi::"], stays: &[] },
    Rule { part: "strategy", holds: &["app::strategy::"], stays: &[] },
    Rule { part: "journey", holds: &["app::journey::"], stays: &[] },
    Rule { part: "history", holds: &["app::history::"], stays: &[] },
    Rule {
        part: "plan",
        holds: &["plan::canvas::", "plan::journey::", "plan::template::", "kpi::"],
        stays: &[],
    },
    Rule { part: "formula", holds: &["formula::"], stays: &["formula::columns::"] },
];

/// Of the engine's module: areas, and what is done now and then. The calls of each begin in functions of that name
/// that are never inlined.
pub const ENGINE: [Rule; 5] = [
    Rule {
        part: "formula",
        holds: &["formula::", "::formula_", "score::formulas::"],
        stays: &["formula::columns::"],
    },
    Rule { part: "kpi", holds: &["kpi::", "::kpi_"], stays: &[] },
    Rule {
        part: "journey",
        holds: &["score::journey", "::journey", "course"],
        stays: &["drop_in_place"],
    },
    Rule { part: "sample", holds: &["sample::"], stays: &[] },
    Rule { part: "archive", holds: &["::archive::", "rawzip::"], stays: &[] },
];
