//! Links by typing `@`: what is looked for, what could be meant, and the list under the field.

use super::place::{id_at, target};
use super::run::Runner;
use crate::markup::html;
use crate::strategy::stand::Mention;
use crate::strategy::words::{element_words, own_name};
use crate::text::Text;
use plan::{Document, ElementId, Kind};
use table::fold::fold;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

/// So many are offered at once.
const MOST: usize = 8;

/// What could be meant by a mention: notes, stages, checkpoints, KPI nodes, measures, dimensions and scorecards
/// whose name holds what was typed; those that begin with it first.
pub fn candidates(
    text: &Text,
    document: &Document,
    typed: &str,
    but: Option<ElementId>,
) -> Vec<ElementId> {
    let wanted = fold(typed.trim()).into_owned();
    let linkable = |kind| {
        matches!(
            kind,
            Kind::Note
                | Kind::Stage
                | Kind::Checkpoint
                | Kind::KpiNode
                | Kind::Measure
                | Kind::Dimension
                | Kind::Scorecard
        )
    };
    let mut found: Vec<(usize, ElementId)> = document
        .elements
        .values()
        .filter(|e| linkable(e.kind()) && Some(e.id) != but)
        .filter_map(|e| Some((fold(&own_name(text, e)?).find(&wanted)?, e.id)))
        .collect();
    found.sort_by_key(|(at, id)| (*at > 0, std::cmp::Reverse(*id)));
    found.into_iter().map(|(_, id)| id).take(MOST).collect()
}

/// What stands between the `@` before the caret and the caret: where the `@` is, in bytes, and the text after
/// it. An `@` within a word, as in an address, is none.
fn typed_after_at(before_caret: &str) -> Option<(usize, &str)> {
    let at = before_caret.rfind(['@', '＠'])?;
    let sign = before_caret[at..].chars().next().map_or(1, char::len_utf8);
    let (before, after) = (&before_caret[..at], &before_caret[at + sign..]);
    let word = before.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    (!word && !after.contains('\n')).then_some((at, after))
}

/// What a field for text holds before its caret.
fn before_caret(field: &Element) -> Option<String> {
    let area = field.dyn_ref::<HtmlTextAreaElement>()?;
    let caret = area.selection_start().ok().flatten()? as usize;
    let before: Vec<u16> = area.value().encode_utf16().take(caret).collect();
    Some(String::from_utf16_lossy(&before))
}

/// Whether the caret of a field stands in a mention.
pub fn is_mentioning(field: &Element) -> bool {
    before_caret(field).is_some_and(|before| typed_after_at(&before).is_some())
}

/// The mention that is being typed in a field, if any.
pub fn mention_in(
    field: &Element,
    text: &Text,
    document: &Document,
    but: Option<ElementId>,
) -> Option<Mention> {
    let area = field.dyn_ref::<HtmlTextAreaElement>()?;
    let before = before_caret(field)?;
    let (_, typed) = typed_after_at(&before)?;
    let found = candidates(text, document, typed, but);
    let edges = area.get_bounding_client_rect();
    (!found.is_empty()).then(|| Mention {
        field: area.id().into(),
        found: found.into(),
        at: 0,
        left_px: edges.left() as i32,
        bottom_px: edges.bottom() as i32,
    })
}

/// The text of a field without the mention that ends at its caret.
pub fn without_mention(field: &Element) -> String {
    let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() else { return String::new() };
    let caret = area.selection_start().ok().flatten().unwrap_or_default() as usize;
    let all: Vec<u16> = area.value().encode_utf16().collect();
    let caret = caret.min(all.len());
    let before = String::from_utf16_lossy(&all[..caret]);
    let after = String::from_utf16_lossy(&all[caret..]);
    let kept = typed_after_at(&before).map_or(before.as_str(), |(at, _)| &before[..at]);
    format!("{}{after}", kept.trim_end()).trim().to_owned()
}

/// The list under the field in which `@` was typed.
pub fn offers(text: &Text, document: &Document, runner: &Runner) -> Html {
    let mention = runner.stand.mention.as_ref();
    let onmousedown = {
        let runner = runner.clone();
        Callback::from(move |e: MouseEvent| {
            // The field keeps the focus: leaving it would keep what is half typed.
            e.prevent_default();
            let Some(mention) = &runner.stand.mention else { return };
            let at = target(&e).and_then(|on| id_at(&on, "data-offer"));
            let field = gloo::utils::document().get_element_by_id(&mention.field);
            if let (Some(at), Some(field)) = (at, field)
                && let Some(id) = mention.found.get(at.0 as usize)
            {
                runner.take_offer(*id, &field);
            }
        })
    };
    let row = |at: usize, id: ElementId, chosen: usize| {
        let (name, what) = element_words(text, document, id);
        html! {
            <li
                key={id.0} id={format!("offer-{at}")} role="option" data-offer={at.to_string()}
                aria-selected={(at == chosen).to_string()}
            ><span>{ name }</span><span class="small quiet">{ what }</span></li>
        }
    };
    html! {
        <div class="offers-place">
            if let Some(m) = mention {
                <ul
                    id="offers" class="offers" role="listbox" aria-label={text.t("strategy-offers")}
                    {onmousedown} style={format!("left:{}px;top:{}px", m.left_px, m.bottom_px)}
                >
                    for (at, id) in m.found.iter().enumerate() {
                        { row(at, *id, m.at) }
                    }
                </ul>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::{Note, template};

    #[test]
    fn what_is_looked_for() {
        for (before, expected) in [
            ("定着が弱い @ログ", Some("ログ")),
            ("＠継続", Some("継続")),
            ("@", Some("")),
            ("a@b", None),
            ("遅い@b c", Some("b c")),
            ("@a\nb", None),
            ("", None),
        ] {
            assert_eq!(typed_after_at(before).map(|(_, typed)| typed), expected, "{before}");
        }
    }

    #[test]
    fn what_begins_so_comes_first() {
        let text = Text::new(crate::text::Language::Ja);
        let mut document = Document::default();
        let edit = document.insert_canvas(template("own").unwrap(), "");
        document.apply(edit).unwrap();
        let block = document.elements.values().find(|e| e.kind() == Kind::Block).unwrap().id;
        let notes = ["月間ログイン", "ログイン率", "ﾛｸﾞｲﾝの壁", " "]
            .map(|t| (t.to_owned(), Note::default()));
        let edit = document.add_notes(block, &notes, 0);
        document.apply(edit).unwrap();
        let named = |typed: &str, but| {
            let found = candidates(&text, &document, typed, but);
            found.iter().map(|id| document.element(*id).unwrap().name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(named("ログイン", None), ["ﾛｸﾞｲﾝの壁", "ログイン率", "月間ログイン"]);
        let first = candidates(&text, &document, "ログイン", None)[0];
        assert_eq!(named("ログイン", Some(first)).len(), 2);
        assert_eq!(named("", None).len(), 3);
    }
}
