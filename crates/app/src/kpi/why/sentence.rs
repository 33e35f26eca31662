//! A change in a sentence: what lifted it most, what lowered it most, and the rest.

use super::{Told, changed};
use engine::message::KpiSteps;

/// The sentence. `places` are what the shares belong to.
pub fn sentence(told: &Told<'_>, steps: &KpiSteps, places: &[usize]) -> String {
    let facts = &steps.facts;
    let one = |id: &str, share: Option<(usize, f64)>| {
        let (share, size) = share?;
        let name = told.name(*places.get(share)?);
        let args = [("name", name.into()), ("share", told.difference(size).into())];
        Some(told.text.with(id, &args).to_string())
    };
    let mut parts = vec![told.text.with("kpi-why-change", &changed(told)).to_string()];
    parts.extend(one("kpi-why-up", facts.most_up));
    parts.extend(one("kpi-why-down", facts.most_down));
    if facts.others == 1 {
        // the one that is left is called by its name
        let named = [facts.most_up, facts.most_down].map(|share| share.map(|s| s.0));
        let left = steps
            .waterfall
            .steps
            .iter()
            .find_map(|s| s.share.filter(|at| !named.contains(&Some(*at))));
        parts.extend(one("kpi-why-other", left.zip(Some(facts.rest))));
    } else if facts.others > 0 {
        let args = [("n", facts.others.into()), ("share", told.difference(facts.rest).into())];
        parts.push(told.text.with("kpi-why-others", &args).to_string());
    }
    parts.concat()
}
