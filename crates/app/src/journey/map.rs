//! A journey: its grid fills the screen, and notes are typed straight into it, as on a canvas.

use super::grid::grid;
use super::head::head;
use super::inspector::inspector;
use super::live::{band, use_live};
use super::words::{cell_name, name_of};
use crate::hooks::use_effect_with;
use crate::markup::html;
use crate::state::{use_actions, use_document};
use crate::strategy::{
    Events, Hand, Lines, Look, Page, Runner, Spot, Stand, StandAction, offers, pairs, tools,
    use_drag, use_named,
};
use crate::text::{Text, use_text};
use plan::{Document, ElementId, Kind};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Map`].
#[derive(PartialEq, Properties)]
pub struct MapProps {
    /// Which journey.
    pub journey: ElementId,
    /// What on it the address names.
    pub named: Option<ElementId>,
}

/// The journey.
#[component]
pub fn Map(props: &MapProps) -> Html {
    let text = use_text();
    let state = use_document();
    let document = &*state.document;
    let actions = use_actions();
    let stand = use_reducer(Stand::default);
    let drag = use_drag();
    let kind = props.named.and_then(|id| document.element(id)).map(|e| e.kind());
    use_named(props.named.filter(|_| kind == Some(Kind::Note)), stand.dispatcher());
    use_looked_at(props.named.filter(|_| kind != Some(Kind::Note)), stand.dispatcher());
    let live = use_live(document, props.journey);
    let hand = Hand::new(actions, stand.dispatcher(), state.writable);
    let stand = Rc::new((*stand).clone());
    let canvas = props.journey;
    let runner = Runner { canvas, text: text.clone(), stand: stand.clone(), hand: hand.clone() };
    let Some(page) = Page::of(document, canvas) else { return html! {} };
    let found = (!stand.search.trim().is_empty()).then(|| page.matches(&stand.search));
    let found = found.as_deref();
    let look = Look { text: &text, page: &page, stand: &stand, writable: hand.writable, found };
    let events = Events { runner: &runner, drag: &drag };
    let pairs = Rc::new(pairs(document, &page, &stand));
    html! {
        <div class="with-inspector strategy">
            <div class="sheet journey">
                { head(&text, document, &runner, &live) }
                { band(&text, document, &runner, &live) }
                { tools(&text, &page, &runner, found, to_cell(&text, document, &runner)) }
                <div
                    class="journey-scroll" data-testid="journey" data-dragging={stand.drop.is_some().then_some("")}
                    onkeydown={events.keys()} onkeyup={events.moved_caret()} onclick={events.click()} oninput={events.input()}
                    onfocusin={events.focus()} onfocusout={events.blur()}
                    onpointerdown={drag.down(&runner)} onpointermove={drag.moved(&runner)}
                    onpointerup={drag.up(&runner)} onpointercancel={drag.cancelled(&runner)}
                    onpointerover={events.over()} onpointerleave={events.leave()}
                >
                    <div class="journey-sheet" style={format!("--stages:{}", document.stages(canvas).len())}>
                        { grid(&look, document, &runner) }
                        <Lines {pairs} document={state.clone()} />
                    </div>
                </div>
                { offers(&text, document, &runner) }
                <p class="sheet-keys small quiet">{ text.t("journey-keys") }</p>
            </div>
            <div class="sheet-inspector">
                if stand.inspects {
                    { inspector(&text, document, &page, &runner, &live) }
                }
            </div>
        </div>
    }
}

/// Looks at the stage or lane that the address names; of a checkpoint at its stage.
#[hook]
fn use_looked_at(named: Option<ElementId>, stand: UseReducerDispatcher<Stand>) {
    use_effect_with(named, move |named| {
        if named.is_some() {
            stand.dispatch(StandAction::Look(*named));
        }
    });
}

/// Takes the selected notes to another lane or another stage.
fn to_cell(text: &Text, document: &Document, runner: &Runner) -> Html {
    let stages = document.stages(runner.canvas);
    let lanes = document.children_of_kind(Some(runner.canvas), Kind::Lane);
    let onchange = {
        let (runner, stages) = (runner.clone(), stages.clone());
        Callback::from(move |e: Event| {
            let select: HtmlSelectElement = e.target_unchecked_into();
            let to = select.value().parse().map(ElementId);
            select.set_value("");
            let first = runner.chosen().first().copied();
            let here = first.and_then(|id| runner.hand.ask(|d| Spot::of(d, id)));
            if let (Ok(to), Some(here)) = (to, here) {
                let is_stage = stages.contains(&to);
                let stage = if is_stage { Some(to) } else { here.stage };
                runner.carry_to(Spot { holder: if is_stage { here.holder } else { to }, stage });
            }
        })
    };
    let option = |id: ElementId| {
        html! { <option key={id.0} value={id.0.to_string()}>{ name_of(text, document, id) }</option> }
    };
    let able = runner.hand.writable && !runner.stand.selected.is_empty();
    let emotion = |id| document.lane_kind(id) == Some(plan::LaneKind::Emotion);
    html! {
        <select class="field sheet-to" aria-label={text.t("strategy-move-to")} disabled={!able} {onchange}>
            <option key="none" value="" selected=true>{ text.t("strategy-move-to") }</option>
            <optgroup key="stages" label={text.t("journey-stages")}>
                for stage in &stages {
                    { option(*stage) }
                }
            </optgroup>
            <optgroup key="lanes" label={text.t("journey-lanes")}>
                for lane in lanes.iter().filter(|l| !emotion(l.id)) {
                    { option(lane.id) }
                }
            </optgroup>
        </select>
    }
}

/// What a cell of the page is called.
pub fn spot_name(text: &Text, document: &Document, spot: Spot) -> AttrValue {
    let stage = spot.stage.map(|s| name_of(text, document, s)).unwrap_or_default();
    cell_name(&name_of(text, document, spot.holder), &stage)
}
