//! What a canvas is made of: names of its blocks, their order, how many stand side by side, what colours
//! mean.

use super::page::Page;
use super::run::Runner;
use crate::markup::html;
use crate::parts::{Dialog, Icon, IconName, NumberField};
use crate::scoring::NameField;
use crate::strategy::stand::StandAction;
use crate::strategy::words::{block_name, colour_name, colour_sign, given_name};
use crate::text::Text;
use plan::{COLOURS, Edit, ElementId, Layout};
use yew::prelude::*;

/// The most blocks side by side.
const MOST_COLUMNS: f64 = 6.0;

/// The dialog.
pub fn setup(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let hand = runner.hand.clone();
    let on_close = Callback::from(move |()| hand.go(StandAction::SetUp(false)));
    html! {
        <Dialog title={text.t("strategy-setup")} {on_close}>
            <div class="sheet-setup">
                { blocks(text, page, runner) }
                { columns(text, page, runner) }
                { legend(text, page, runner) }
            </div>
        </Dialog>
    }
}

fn blocks(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let (canvas, hand) = (runner.canvas, runner.hand.clone());
    let name = text.t("strategy-block-new");
    let add = Callback::from(move |_: MouseEvent| {
        hand.edit(|d| Some(d.add_block(canvas, &name)));
    });
    let last = page.blocks.len().saturating_sub(1);
    html! {
        <section>
            <h3>{ text.t("strategy-blocks") }</h3>
            <ul>
                for (at, b) in page.blocks.iter().enumerate() {
                    { one(text, page, runner, b, (at > 0, at < last)) }
                }
            </ul>
            <button type="button" class="button" disabled={!runner.hand.writable} onclick={add} data-testid="strategy-block-add">
                <Icon name={IconName::Plus} />{ text.t("strategy-block-add") }
            </button>
        </section>
    }
}

fn one(
    text: &Text,
    page: &Page<'_>,
    runner: &Runner,
    b: &super::page::PageBlock<'_>,
    (up, down): (bool, bool),
) -> Html {
    let (id, hand) = (b.element.id, runner.hand.clone());
    let name = block_name(text, page.canvas, b.element, b.block);
    let on_name = {
        let hand = hand.clone();
        // Without a name of the user's, it is called as in the template, where that has it.
        let own = given_name(text, page.canvas, b.block).is_none();
        Callback::from(move |name: AttrValue| {
            let named = !(own && name.is_empty());
            hand.edit(|_| named.then(|| Edit::SetName { id, name: name.to_string() }));
        })
    };
    let tool = |icon,
                label: &'static str,
                able: bool,
                edit: fn(&plan::Document, ElementId) -> Option<Edit>| {
        let hand = hand.clone();
        let label = text.with(label, &[("block", (&name).into())]);
        html! {
            <button
                type="button" class="button plain icon" aria-label={label.clone()} title={label}
                disabled={!able || !hand.writable}
                onclick={Callback::from(move |_: MouseEvent| {
                    hand.edit(|d| edit(d, id));
                })}
            ><Icon name={icon} /></button>
        }
    };
    html! {
        <li key={id.0}>
            <NameField label={text.t("strategy-block-name")} value={name.clone()} disabled={!hand.writable} on_commit={on_name} />
            { tool(IconName::Up, "strategy-block-up", up, |d, id| d.step_block(id, false)) }
            { tool(IconName::Down, "strategy-block-down", down, |d, id| d.step_block(id, true)) }
            { tool(IconName::Trash, "strategy-block-remove", up || down, plan::Document::remove_block) }
            <span class="small quiet">{ text.with("strategy-notes", &[("n", b.notes.len().into())]) }</span>
        </li>
    }
}

/// How many blocks stand side by side, where they follow each other.
fn columns(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let (canvas, hand) = (runner.canvas, runner.hand.clone());
    let Layout::Flow { columns } = page.canvas.layout else { return html! {} };
    let on_commit = {
        let hand = hand.clone();
        Callback::from(move |n: f64| {
            let layout = Layout::Flow { columns: n as u8 };
            hand.edit(|d| d.change_canvas(canvas, |c| c.layout = layout));
        })
    };
    html! {
        <section>
            <h3>{ text.t("strategy-columns") }</h3>
            <NumberField
                label={text.t("strategy-columns")} value={f64::from(columns)} min={1.0} max={MOST_COLUMNS}
                disabled={!hand.writable} {on_commit}
            />
        </section>
    }
}

/// What the colours mean.
fn legend(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let (canvas, hand) = (runner.canvas, runner.hand.clone());
    let one = |colour: u8| {
        let hand = hand.clone();
        let name = colour_name(text, page.canvas, colour);
        let disabled = !hand.writable;
        let on_commit = Callback::from(move |meaning: AttrValue| {
            hand.edit(|d| {
                d.change_canvas(canvas, |c| {
                    c.legend.resize(usize::from(COLOURS), String::new());
                    c.legend[usize::from(colour)] = meaning.to_string();
                })
            });
        });
        html! {
            <li key={colour}>
                <span class="swatch" data-colour={colour.to_string()} aria-hidden="true">{ colour_sign(colour) }</span>
                <NameField label={text.with("strategy-colour-n", &[("n", (colour + 1).into())])} value={name} {disabled} {on_commit} />
            </li>
        }
    };
    html! {
        <section>
            <h3>{ text.t("strategy-legend") }</h3>
            <ul>
                for colour in 0..COLOURS {
                    { one(colour) }
                }
            </ul>
        </section>
    }
}
