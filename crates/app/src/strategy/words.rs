//! What canvases, blocks, columns, colours and standings are called.

use crate::text::Text;
use plan::{Block, Body, Canvas, Column, Document, Element, ElementId, Kind, Layout, Standing};
use yew::prelude::*;

/// The name of a canvas: the user's, else the template's.
pub fn canvas_name(text: &Text, element: &Element, canvas: &Canvas) -> AttrValue {
    if element.name.trim().is_empty() {
        template_name(text, &canvas.template)
    } else {
        element.name.clone().into()
    }
}

/// The name of a template; of one that this version does not know, that of a canvas of one's own.
pub fn template_name(text: &Text, key: &str) -> AttrValue {
    text.known(&format!("canvas-{key}")).unwrap_or_else(|| text.t("canvas-own"))
}

/// The name of a block: the user's, else the template's.
pub fn block_name(text: &Text, canvas: &Canvas, element: &Element, block: &Block) -> AttrValue {
    if element.name.trim().is_empty() {
        given_name(text, canvas, block).unwrap_or_else(|| text.t("strategy-block-new"))
    } else {
        element.name.clone().into()
    }
}

/// What the template calls a block; `None` for the user's own.
pub fn given_name(text: &Text, canvas: &Canvas, block: &Block) -> Option<AttrValue> {
    text.known(&format!("canvas-{}-{}", canvas.template, block.area))
}

/// The name of a column; its key in a template that this version does not know.
pub fn column_name(text: &Text, canvas: &Canvas, block: &Block, column: &Column) -> AttrValue {
    let id = format!("canvas-{}-{}-{}", canvas.template, block.area, column.key);
    text.known(&id).unwrap_or_else(|| column.key.clone().into())
}

/// What an element is called, and what it is, in a few words.
pub fn element_words(text: &Text, document: &Document, id: ElementId) -> (AttrValue, AttrValue) {
    let Some(element) = document.element(id) else { return Default::default() };
    let name = own_name(text, element).unwrap_or_else(|| text.t("strategy-nameless"));
    let what = match element.kind() {
        Kind::Note => {
            let above = document.ancestors(id);
            match above.as_slice() {
                [block, canvas, ..] => match (&block.body, &canvas.body) {
                    (Body::Block(b), Body::Canvas(c)) => block_name(text, c, block, b),
                    (Body::Lane(_), _) => own_name(text, block).unwrap_or_default(),
                    _ => AttrValue::default(),
                },
                _ => AttrValue::default(),
            }
        }
        Kind::KpiNode | Kind::KpiTree | Kind::KpiScenario => text.t("strategy-kind-kpi"),
        Kind::Measure => text.t("strategy-kind-measure"),
        Kind::Dimension => text.t("strategy-kind-dimension"),
        Kind::Scorecard => text.t("strategy-kind-scorecard"),
        Kind::Stage => text.t("journey-kind-stage"),
        Kind::Checkpoint => text.t("journey-kind-checkpoint"),
        _ => AttrValue::default(),
    };
    (name, what)
}

/// The name of an element in a line: the user's, else, of what a journey is made of, that of its preset or kind.
pub fn own_name(text: &Text, element: &Element) -> Option<AttrValue> {
    let first = element.name.trim().lines().next().unwrap_or_default();
    match &element.body {
        _ if !first.is_empty() => Some(first.to_owned().into()),
        Body::Journey(j) => text.known(&format!("journey-preset-{}", j.preset)),
        Body::Stage(s) => text.known(&format!("journey-stage-{}", s.key)),
        Body::Lane(l) => Some(text.t(&format!("journey-lane-{}", l.kind.key()))),
        _ => None,
    }
}

/// What a colour means on a canvas.
pub fn colour_name(text: &Text, canvas: &Canvas, colour: u8) -> AttrValue {
    match canvas.legend.get(usize::from(colour)).filter(|meaning| !meaning.trim().is_empty()) {
        Some(meaning) => meaning.clone().into(),
        None => text.t(&format!("strategy-colour-{colour}")),
    }
}

/// The sign that stands for a colour, for those who do not see it.
pub fn colour_sign(colour: u8) -> &'static str {
    ["", "?", "＋", "！", "i", "✓"].get(usize::from(colour)).copied().unwrap_or_default()
}

/// The message id of a standing, and its name in the style sheet.
pub fn standing_words(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Assumed => ("strategy-standing-assumed", "assumed"),
        Standing::Observed => ("strategy-standing-observed", "observed"),
        Standing::Measured => ("strategy-standing-measured", "measured"),
    }
}

/// The grid of a layout, for the style sheet.
pub fn grid_style(layout: &Layout) -> String {
    let heights: Vec<String> =
        layout.heights().iter().map(|h| format!("minmax(0,{h}fr)")).collect();
    let rows = if heights.is_empty() { "none".to_owned() } else { heights.join(" ") };
    format!("--columns:{};--rows:{rows}", layout.columns())
}

/// The place of an area in the grid, for the style sheet. What the layout has no place for stands below,
/// over its whole width.
pub fn place_style(layout: &Layout, area: &str) -> Option<String> {
    match (layout, layout.lines(area)) {
        (Layout::Flow { .. }, _) => None,
        (Layout::Areas { .. }, Some(lines)) => Some(format!("--place:{lines}")),
        (Layout::Areas { .. }, None) => Some("--place:auto / 1 / auto / -1".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn what_this_version_does_not_know_has_a_name_all_the_same() {
        let text = Text::new(Language::En);
        let mut document = Document::default();
        document.apply(document.insert_canvas(plan::template("swot").unwrap(), "")).unwrap();
        let element = document.canvases()[0];
        let mut canvas = document.canvas(element.id).unwrap().clone();
        let nameless = document.children(Some(element.id))[0];
        let own = Block { area: "own-9".into(), ..Block::default() };
        let named = |canvas: &Canvas| block_name(&text, canvas, nameless, &own);
        assert_eq!(named(&canvas), "New block");
        assert_eq!(given_name(&text, &canvas, &own), None);
        assert_eq!(template_name(&text, "swot"), "Cross SWOT");
        canvas.template = "of-tomorrow".into();
        assert_eq!(named(&canvas), "New block");
        assert_eq!(canvas_name(&text, element, &canvas), "Blank canvas");
        let column = Column { key: "reach".into(), ..Column::default() };
        assert_eq!(column_name(&text, &canvas, &own, &column), "reach");
    }
}
