//! The accounts screen.

use super::chooser::Chooser;
use super::columns::{Column, columns, shown};
use super::empty::{NoData, no_match, no_scorecard};
use super::export::ExportButton;
use super::facts::{use_column_types, use_counts, use_facets, use_scoring};
use super::filter::{Change, FilterBar, Filters, SavedFilters, sort_of, sorting_of};
use super::grid::Grid;
use super::open::OpenAccount;
use super::rows::{Question, Rows, use_rows};
use super::sort_by::SortBy;
use super::totals::totals_line;
use crate::hooks::{use_callback, use_effect_with, use_memo, use_state_eq};
use crate::markup::html;
use crate::parts::{ProblemLine, focus_first_soon};
use crate::query::use_view;
use crate::route::Route;
use crate::state::{use_actions, use_document, use_session};
use crate::text::use_text;
use engine::message::{AccountQuery, Answer, Call};
use plan::{AccountsView, Document, Edit, Gesture};
use score::Condition;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Orders tried one after the other are one step of undo.
const SORTING: Gesture = Gesture::Part(u64::MAX);

thread_local! {
    /// The filters outlive the screen, not the page.
    static LAST: RefCell<Rc<Filters>> = RefCell::default();
}

/// Goes to the accounts at these levels (0 is the lowest; empty is all) that meet a condition and have this
/// value in a column; no value is that of accounts without one.
pub fn show_accounts(
    levels: Vec<u8>,
    condition: Option<Condition>,
    group: Option<(String, Option<String>)>,
) {
    let conditions = condition.into_iter().collect();
    let mut filters = Filters { levels, conditions, ..Filters::default() };
    match group {
        Some((column, Some(value))) => filters.values.push((column, vec![value])),
        Some((column, None)) => filters.conditions.push(Condition::Absent { column }),
        None => {}
    }
    LAST.set(Rc::new(filters));
    Route::Accounts(None).go();
}

/// Properties of [`AccountsScreen`].
#[derive(Properties, PartialEq)]
pub struct AccountsProps {
    /// The id of the account that is open.
    pub open: Option<AttrValue>,
}

/// Filters, table, and the account that is open.
#[component]
pub fn AccountsScreen(props: &AccountsProps) -> Html {
    let text = use_text();
    let session = use_session();
    let document = use_document();
    let snapshot = use_memo(session.as_of().cloned(), |s| s.clone().map(Rc::new));
    let snapshot = (*snapshot).clone();
    let context = use_scoring();
    let filters = use_reducer(|| Filters::clone(&LAST.with_borrow(Rc::clone)));
    let filters_now = use_memo((*filters).clone(), Filters::clone);
    let on_change = {
        let dispatch = filters.dispatcher();
        use_callback((), move |change: Change, ()| dispatch.dispatch(change))
    };
    LAST.set(filters_now.clone());
    // The order is kept in the workspace, where undo and another tab change it, too.
    let sorting = document.document.accounts.sorting.clone();
    {
        let on_change = on_change.clone();
        use_effect_with(sorting, move |sorting| {
            on_change.emit(Change::Order(sort_of(sorting.as_ref())));
        });
    }
    let on_change = {
        let deps = (filters_now.clone(), use_actions(), on_change);
        use_callback(deps, |change: Change, (filters, actions, on_change)| {
            if let Change::Sort(..) = change {
                let sorting = sorting_of(&filters.clone().reduce(change.clone()).sort);
                let make = |document: &Document| {
                    Edit::SetAccountsView(AccountsView { sorting, ..document.accounts.clone() })
                };
                if actions.edit_with(make, SORTING) {
                    return;
                }
            }
            on_change.emit(change);
        })
    };
    {
        // Another snapshot may lack columns that the filters speak of.
        let on_change = on_change.clone();
        use_effect_with(snapshot.clone(), move |snapshot| {
            if let Some(s) = snapshot {
                on_change.emit(Change::Columns(s.columns.iter().map(|c| c.0.clone()).collect()));
            }
        });
    }
    let chosen: Vec<String> =
        snapshot.as_ref().map_or_else(Vec::new, |s| shown(&document.document.accounts, s));
    let question = context.clone().map(|context| Question {
        context,
        query: filters_now.query(chosen.clone()),
        revision: session.revision,
    });
    let (rows, on_want) = use_rows(question.clone());
    let counts = use_counts(context.clone());
    let facets = use_facets(snapshot.as_deref());
    let column_types = use_column_types(snapshot.as_deref());
    let columns = {
        let deps = (text.clone(), snapshot.clone(), rows.columns.clone());
        use_memo(deps, |(text, snapshot, cells)| {
            let columns = snapshot.as_ref().map_or_else(Vec::new, |s| columns(text, s, cells));
            Rc::<[Column]>::from(columns)
        })
    };
    let chosen = use_memo(chosen, |c| Rc::<[String]>::from(c.as_slice()));
    let levels = use_memo(document.model.levels.clone(), Clone::clone);

    let cursor = use_state_eq(|| 0u32);
    {
        let cursor = cursor.setter();
        use_effect_with(rows.list, move |_| cursor.set(0));
    }
    let place = use_place(&rows, props.open.as_ref(), question);
    let on_cursor = {
        let cursor = cursor.setter();
        use_callback((), move |to: u32, ()| cursor.set(to))
    };
    // A row to open may still be on its way: it opens when it is there.
    let opening = use_state_eq(|| None::<u32>);
    {
        let opening = opening.clone();
        use_effect_with((rows.clone(), *opening), move |(rows, wanted)| {
            if let Some(row) = wanted.and_then(|i| rows.pages.row(i)) {
                Route::Accounts(Some(row.id.clone().into())).go();
                opening.set(None);
            }
        });
    }
    let on_open = {
        let opening = opening.setter();
        use_callback((), move |index: u32, ()| opening.set(Some(index)))
    };
    let on_step = {
        let (cursor, opening) = (cursor.setter(), opening.setter());
        use_callback((), move |index: u32, ()| {
            cursor.set(index);
            opening.set(Some(index));
        })
    };
    let is_open = props.open.is_some();
    let on_close = use_callback(is_open, |(), open| {
        if *open {
            // To the row that the account was opened from.
            focus_first_soon(".accounts-grid [tabindex='0']".to_owned());
            Route::Accounts(None).go();
        }
    });

    let Some(snapshot) = snapshot else {
        return html! {
            <section class="accounts">
                <div class="accounts-main">
                    <h1>{ text.t("area-accounts") }</h1>
                    <NoData />
                </div>
            </section>
        };
    };
    let totals = rows.pages.totals();
    let nothing = totals.is_some_and(|t| t.selected == 0);
    let scored = !document.model.cards.is_empty();
    let clear = on_change.reform(|_: MouseEvent| Change::Clear);
    html! {
        <section class="accounts with-inspector">
            <div class="accounts-main">
                <header class="accounts-title">
                    <h1>{ text.t("area-accounts") }</h1>
                    { totals_line(&text, totals) }
                </header>
                <FilterBar
                    filters={filters_now.clone()} {counts} {levels} {facets} columns={column_types}
                    on_change={on_change.clone()}
                >
                    <SavedFilters filters={filters_now.clone()} on_change={on_change.clone()} />
                    <Chooser snapshot={snapshot.clone()} shown={(*chosen).clone()} />
                    <ExportButton
                        context={context.clone()} filters={filters_now.clone()} snapshot={snapshot.clone()}
                        shown={(*chosen).clone()} selected={totals.map_or(0, |t| t.selected)}
                    />
                    <SortBy
                        columns={(*columns).clone()} sort={filters_now.sort.clone()}
                        on_change={on_change.clone()}
                    />
                </FilterBar>
                <div>
                    if !scored {
                        { no_scorecard(&text) }
                    }
                </div>
                <div>
                    if let Some(problem) = rows.problem.clone() {
                        <ProblemLine {problem} />
                    }
                </div>
                <div class={classes!("accounts-table", nothing.then_some("nothing"))}>
                    <Grid
                        rows={rows.clone()} columns={(*columns).clone()} sort={filters_now.sort.clone()}
                        cursor={*cursor} open={props.open.clone()} {on_want} {on_cursor} {on_open}
                        on_close={on_close.clone()} on_change={on_change.clone()}
                    />
                    <div>
                        if nothing {
                            { no_match(&text, clear) }
                        }
                    </div>
                </div>
            </div>
            <div class="accounts-beside">
                if let Some((id, context)) = props.open.clone().zip(context) {
                    <OpenAccount
                        {id} {context} {place} of={totals.map_or(0, |t| t.selected)} {on_step} {on_close}
                    />
                }
            </div>
        </section>
    }
}

/// Where the open account stands in the list: by the rows that are there, else the engine says.
#[hook]
fn use_place(rows: &Rows, open: Option<&AttrValue>, question: Option<Question>) -> Option<u32> {
    let seen = open.and_then(|id| rows.pages.index_of(id));
    let unseen = open.filter(|_| seen.is_none()).zip(question);
    let view = use_view(unseen.map(|(id, question)| Call::Place {
        context: (*question.context).clone(),
        query: AccountQuery { columns: Vec::new(), ..question.query },
        id: id.to_string(),
    }));
    let told = match view.answer.as_deref() {
        // An answer to the question before would lead to a wrong neighbour.
        Some(Answer::Place(place)) if !view.waiting => *place,
        _ => None,
    };
    seen.or(told)
}
