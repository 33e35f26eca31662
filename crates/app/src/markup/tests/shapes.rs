// Included twice: once with our `html!`, once with Yew's.

use super::Shape;
use yew::prelude::{AttrValue, Classes, Html, Properties, classes, component};

pub(super) const SHAPES: &[(&str, Shape)] = &[
    ("attributes", attributes),
    ("booleans", booleans),
    ("classes", several_classes),
    ("texts", texts),
    ("children", children),
    ("choice", choice),
    ("choice alone", choice_alone),
    ("choice of values", choice_of_values),
    ("keyed loop", keyed_loop),
    ("plain loop", plain_loop),
    ("loop in loop", loop_in_loop),
    ("fragments", fragments),
    ("fields", fields),
    ("drawing", drawing),
    ("components", components),
    ("siblings of lists", siblings_of_lists),
    ("roots", roots),
];

fn attributes(n: u32) -> Html {
    let title = AttrValue::from(format!("title {n}"));
    let id = "same";
    let maybe = n.is_multiple_of(2).then(|| AttrValue::from("there"));
    html! {
        <a href="#x" {title} data-number={n.to_string()} aria-label={maybe} {id} type="text/plain" for="f">
            <img src="" alt="" /><br/><option value="fixed" /><option value={n.to_string()} />
        </a>
    }
}

fn booleans(n: u32) -> Html {
    html! {
        <fieldset disabled={n == 1} hidden=false>
            <button disabled=true class="b" type="button" aria-hidden="true"></button>
            <details open={n > 2} class={classes!("d", (n == 3).then_some("e"))}><summary hidden={n == 4} /></details>
        </fieldset>
    }
}

fn several_classes(n: u32) -> Html {
    let none = Classes::new();
    html! {
        <p class={classes!("a", format!("b{n}"))}><b class={none} /><i class="" /><u class={"x y x"} /><s class={(n > 1).then_some("s")} /></p>
    }
}

fn texts(n: u32) -> Html {
    let (attr, owned) = (AttrValue::from("attr"), format!("owned {n}"));
    let some = (n % 2 == 1).then(|| AttrValue::from("odd"));
    html! {
        <p>{ "fixed “text”" }{ attr.clone() }{ &attr }{ owned.clone() }{ &owned }{ owned.as_str() }{ n }{ 'c' }{ 7 }{ some }{ " " }<b>{ attr }</b></p>
    }
}

fn children(n: u32) -> Html {
    let items: Vec<Html> = (0..n).map(|i| html! { <li key={i}>{ i }</li> }).collect();
    let more = (0..n).map(|i| html! { <em>{ i }</em> });
    let one = html! { <b>{ n }</b> };
    let maybe = (n > 2).then(|| html! { <i /> });
    html! { <ul>{ items.clone() }<li key="last">{ one }{ maybe }</li><li>{ items }</li><li>{ for more.clone() }</li>{ for more }</ul> }
}

fn choice(n: u32) -> Html {
    html! {
        <section>
            <h2>{ "head" }</h2>
            if n == 0 { <p key="none">{ "none" }</p> }
            else if let Some(rest) = n.checked_sub(3) { <b key="rest">{ rest }</b><i>{ "more" }</i> }
            else { { n }{ " left" } }
            <div>if n > 1 && n < 4 { <s>{ n }</s> }</div>
            if n == 9 {} else { <hr /> }
        </section>
    }
}

fn choice_alone(n: u32) -> Html {
    html! { if n.is_multiple_of(2) { <p>{ n }</p> } else if n == 3 { { "three" } } }
}

fn choice_of_values(n: u32) -> Html {
    let text = String::from("moved");
    html! {
        <p title={if n > 2 { "much" } else { "little" }} key={text.clone()}>
            { match n { 0 => html! {}, 1 => html! { "one" }, _ => html! { <b>{ text }</b> } } }
        </p>
    }
}

fn keyed_loop(n: u32) -> Html {
    let rows: Vec<u32> = if n.is_multiple_of(2) { (0..n).collect() } else { (0..n).rev().collect() };
    html! { <ol>for row in rows { <li key={row} data-row={row.to_string()}>{ row }</li> }</ol> }
}

fn plain_loop(n: u32) -> Html {
    html! { <p>{ "before" }for i in 0..n { <i>{ i }</i>{ "," } }{ "behind" }</p> }
}

fn loop_in_loop(n: u32) -> Html {
    html! {
        <table>
            for (row, name) in ["a", "b"].iter().enumerate().take(n as usize) {
                <tr key={*name}>
                    for column in 0..n { if column as usize != row { <td>{ *name }{ column }</td> } else { <th /> } }
                </tr>
            }
        </table>
    }
}

fn fragments(n: u32) -> Html {
    html! { <><key="k"><b>{ n }</b></><>{ "x" }if n > 1 { <i /> }</><key={n.to_string()}><u /></></> }
}

fn fields(n: u32) -> Html {
    let value = AttrValue::from(n.to_string());
    html! {
        <form>
            <input type="text" value={value.clone()} placeholder="p" />
            <input type="checkbox" checked={n % 2 == 1} disabled={n == 2} />
            <input value="fixed" name={value.clone()} />
            <textarea value={value.clone()} rows="2" />
            <textarea defaultvalue={value} key="free" />
            <select><option value="1" selected={n == 1}>{ 1 }</option><option value="2">{ 2 }</option></select>
            <progress value={n.to_string()} max="6" />
        </form>
    }
}

fn drawing(n: u32) -> Html {
    html! {
        <figure>
            <svg viewBox="0 0 9 9" aria-hidden="true">
                <g transform={format!("translate({n})")}><path d="M0 0h1" /><textPath>{ n }</textPath></g>
                <use href="#icon" />
            </svg>
        </figure>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct BoxProps {
    pub(super) name: AttrValue,
    #[prop_or_default]
    pub(super) children: Html,
}

#[component]
pub(super) fn Frame(props: &BoxProps) -> Html {
    html! { <div title={props.name.clone()}>{ props.children.clone() }</div> }
}

fn components(n: u32) -> Html {
    let name = AttrValue::from(format!("n{n}"));
    html! {
        <main>
            <Frame name="bare" />
            <Frame name={name.clone()} key={n}><b>{ n }</b></Frame>
            <Frame {name}>{ "text" }if n > 1 { <i /> }for i in 0..n { <Frame name={i.to_string()}>{ i }</Frame> }</Frame>
            <self::Frame name="path"><Frame name="inner" /></self::Frame>
            if n == 3 { <Frame name="three" /> }
        </main>
    }
}

fn siblings_of_lists(n: u32) -> Html {
    let list: Vec<Html> = (0..n).map(|i| html! { <i>{ i }</i> }).collect();
    html! { <p>{ list.clone() }<b />{ (n > 1).then(|| html! { <u /> }) }<s />{ list }{ n }</p> }
}

fn roots(n: u32) -> Html {
    match n {
        0 => html! {},
        1 => html! { "text" },
        2 => html! { <Frame name="root" /> },
        3 => html! { { n } },
        4 => html! { for i in 0..n { <b>{ i }</b> } },
        _ => html! { n },
    }
}
