//! Moments, and what became of elements, in words.

use crate::strategy::{element_words, own_name};
use crate::text::Text;
use plan::{Became, Body, Difference, Document, ElementId, Kind};
use table::Day;

/// A day: 22 Nov 2026.
pub fn day_words(text: &Text, at: f64) -> String {
    let (year, month, day, ..) = web::clock::local(at);
    Day::from_ymd(year, month, day).map(|d| text.date(d)).unwrap_or_default()
}

/// A day and a time.
pub fn moment_words(text: &Text, at: f64) -> String {
    let (.., hour, minute) = web::clock::local(at);
    format!("{} {hour}:{minute:02}", day_words(text, at))
}

/// The message id of a heading over differences of a kind.
pub fn became_words(became: Became) -> &'static str {
    match became {
        Became::Added => "history-added",
        Became::Changed => "history-changed",
        Became::Moved => "history-moved",
        Became::Removed => "history-removed",
    }
}

/// What a difference became, and how it is told. Removed things are called as they were in the earlier document.
pub fn told(
    text: &Text,
    earlier: &Document,
    later: &Document,
    what: &Difference,
) -> (Became, String) {
    let plain = |id: &str| (Became::Changed, text.t(id).to_string());
    match what {
        Difference::Element { id, became, before, below } => {
            let of = if *became == Became::Removed { earlier } else { later };
            let mut said = named(text, of, *id);
            if let Some(before) = before {
                let words = [("before", before.as_str().into()), ("now", said.into())];
                said = text.with("history-renamed", &words).to_string();
            }
            if *below > 0 {
                let words = [("what", said.into()), ("n", (*below).into())];
                said = text.with("history-with", &words).to_string();
            }
            (*became, said)
        }
        Difference::Link { link, became } => {
            let of = if *became == Became::Removed { earlier } else { later };
            let names = [link.from, link.to].map(|id| element_words(text, of, id).0);
            let [from, to] = names;
            let words = [("from", from.into()), ("to", to.into())];
            (*became, text.with("history-link", &words).to_string())
        }
        Difference::Name => plain("history-workspace-name"),
        Difference::Levels => plain("history-levels"),
        Difference::Table => plain("history-table"),
    }
}

/// An element with what it is.
fn named(text: &Text, document: &Document, id: ElementId) -> String {
    let (mut name, mut what) = element_words(text, document, id);
    if let Some(element) = document.element(id) {
        let (own, kind) = match &element.body {
            Body::Canvas(canvas) => {
                let template = text.known(&format!("canvas-{}", canvas.template));
                (template, Some("history-kind-canvas"))
            }
            Body::Block(block) => {
                let canvas = element.parent.and_then(|c| document.canvas(c));
                let id = canvas.map(|c| format!("canvas-{}-{}", c.template, block.area));
                (id.and_then(|id| text.known(&id)), Some("history-kind-block"))
            }
            Body::DerivedColumn { .. } => (None, Some("history-kind-column")),
            Body::KpiScenario(_) => (None, Some("history-kind-scenario")),
            _ => (None, None),
        };
        if own_name(text, element).is_none() {
            name = own.unwrap_or(name);
        }
        match (element.kind(), kind) {
            (Kind::KpiTree, _) => what = text.t("kpi-tree"),
            (_, Some(kind)) => what = text.t(kind),
            _ => {}
        }
    }
    if what.is_empty() {
        name.to_string()
    } else {
        text.with("history-named-thing", &[("name", name.into()), ("what", what.into())])
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use plan::{Edit, Note, template};

    #[test]
    fn differences_are_told_by_name() {
        let text = Text::new(Language::En);
        let mut earlier = Document::default();
        earlier.apply(earlier.insert_canvas(template("swot").unwrap(), "")).unwrap();
        let block = earlier.children(Some(earlier.canvases()[0].id))[1].id;
        let note = ("We answer fast".to_owned(), Note::default());
        earlier.apply(earlier.add_notes(block, &[note], 0)).unwrap();
        let note = earlier.children(Some(block))[0].id;
        let mut now = earlier.clone();
        now.apply(Edit::SetName { id: note, name: "We answer within an hour".into() }).unwrap();
        now.apply(now.insert_canvas(template("pest").unwrap(), "")).unwrap();
        let all: Vec<_> =
            now.differences(&earlier).iter().map(|d| told(&text, &earlier, &now, d)).collect();
        let expected = [
            (Became::Changed, "“We answer fast” is now We answer within an hour (Strengths)"),
            (Became::Added, "PEST (canvas), with 5 parts"),
        ];
        assert_eq!(all, expected.map(|(b, s)| (b, s.to_owned())));
        let gone: Vec<_> =
            earlier.differences(&now).iter().map(|d| told(&text, &now, &earlier, d).0).collect();
        assert_eq!(gone, [Became::Changed, Became::Removed]);
    }
}
