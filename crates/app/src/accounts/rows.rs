//! Rows on demand: what is on screen is asked of the engine page by page. The rows of the question
//! before stay until those of the new one are there.

use super::pages::Pages;
use crate::client::Engine;
use crate::hooks::{use_callback, use_effect_with, use_mut_ref};
use engine::message::{AccountQuery, Answer, Call, Problem, ScoringContext};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// What is asked.
#[derive(Clone, PartialEq)]
pub struct Question {
    /// Model and snapshots.
    pub context: Rc<ScoringContext>,
    /// Filter, order and columns.
    pub query: AccountQuery,
    /// Of the engine's data.
    pub revision: u32,
}

impl Question {
    /// Whether the other one selects and orders by the same rules, so that the place is kept.
    fn same_list(&self, other: &Self) -> bool {
        let blank = |q: &AccountQuery| AccountQuery { columns: Vec::new(), ..q.clone() };
        blank(&self.query) == blank(&other.query)
    }
}

/// The rows as they are now.
#[derive(Clone, Default)]
pub struct Rows {
    /// What came so far for the question on show.
    pub pages: Rc<Pages>,
    /// The names of the columns that the cells of the rows are of.
    pub columns: Rc<[String]>,
    /// Counts up when another list is on show: the place in it begins anew.
    pub list: u32,
    /// Whether the rows are those of the question before.
    pub old: bool,
    /// Why there is no answer.
    pub problem: Option<Problem>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.pages, &other.pages)
            && (self.list, self.old) == (other.list, other.old)
            && self.problem == other.problem
            && self.columns == other.columns
    }
}

/// The rows that are seen, and those that are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// On screen.
    pub seen: Range<u32>,
    /// On screen and a little around it.
    pub drawn: Range<u32>,
}

#[derive(Default)]
struct Machine {
    rows: Rows,
    shown: Option<Question>,
    asked: Option<Question>,
    coming: Pages,
    wanted: Wanted,
    under_way: bool,
    mounted: bool,
}

impl Machine {
    /// The next page to ask for.
    fn next(&self) -> Option<(Question, u32)> {
        let asked = self.asked.as_ref()?;
        let Wanted { seen, drawn } = &self.wanted;
        let page = match &self.shown {
            Some(shown) if shown == asked => self.rows.pages.missing(seen, drawn),
            Some(shown) if asked.same_list(shown) => self.coming.missing(seen, &(0..0)).or(Some(0)),
            _ => self.coming.missing(&self.top(), &(0..0)).or(Some(0)),
        }?;
        Some((asked.clone(), page))
    }

    /// As many rows as are seen, from the first.
    fn top(&self) -> Range<u32> {
        0..(self.wanted.seen.len() as u32).max(1)
    }

    fn ask(&mut self, question: Option<Question>) {
        if self.asked == question {
            return;
        }
        self.coming = Pages::default();
        if question.is_none() {
            self.shown = None;
            self.rows = Rows { list: self.rows.list + 1, ..Rows::default() };
        }
        self.rows.old = self.shown.is_some() && self.shown != question;
        self.rows.problem = None;
        self.asked = question;
    }

    fn take(&mut self, question: &Question, result: Result<Answer, Problem>) {
        if self.asked.as_ref() != Some(question) {
            return;
        }
        let page = match result {
            Ok(Answer::Accounts(page)) => page,
            Ok(other) => {
                self.rows.problem = Some(Problem::unexpected(&other));
                return;
            }
            Err(problem) => {
                self.rows.problem = Some(problem);
                return;
            }
        };
        if self.shown.as_ref() == Some(question) {
            Rc::make_mut(&mut self.rows.pages).insert(page);
            return;
        }
        self.coming.insert(page);
        let same = self.shown.as_ref().is_some_and(|s| question.same_list(s));
        let needed = if same { self.wanted.seen.clone() } else { self.top() };
        if self.coming.missing(&needed, &(0..0)).is_none() {
            self.rows = Rows {
                pages: Rc::new(std::mem::take(&mut self.coming)),
                columns: question.query.columns.clone().into(),
                list: self.rows.list + u32::from(!same),
                old: false,
                problem: None,
            };
            self.shown = Some(question.clone());
        }
    }
}

/// The rows of a question, and how to say which of them are wanted.
#[hook]
pub fn use_rows(question: Option<Question>) -> (Rows, Callback<Wanted>) {
    let engine = use_context::<Engine>();
    let update = use_force_update();
    let machine = use_mut_ref(Machine::default);
    {
        let machine = machine.clone();
        use_effect_with((), move |()| {
            machine.borrow_mut().mounted = true;
            move || machine.borrow_mut().mounted = false
        });
    }
    let want = {
        let (machine, engine, update) = (machine.clone(), engine.clone(), update.clone());
        use_callback((), move |wanted: Wanted, ()| {
            machine.borrow_mut().wanted = wanted;
            if let Some(engine) = &engine {
                pump(engine, &machine, &update);
            }
        })
    };
    {
        let machine = machine.clone();
        use_effect_with(question, move |question| {
            machine.borrow_mut().ask(question.clone());
            if let Some(engine) = engine {
                pump(&engine, &machine, &update);
            }
            // Rows of the question before look different at once.
            update.force_update();
        });
    }
    let rows = machine.borrow().rows.clone();
    (rows, want)
}

fn pump(engine: &Engine, machine: &Rc<RefCell<Machine>>, update: &UseForceUpdateHandle) {
    let (question, page) = {
        let mut m = machine.borrow_mut();
        if m.under_way || !m.mounted || m.rows.problem.is_some() {
            return;
        }
        let Some(next) = m.next() else { return };
        m.under_way = true;
        next
    };
    let (engine, machine, update) = (engine.clone(), machine.clone(), update.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let call = Call::Accounts {
            context: (*question.context).clone(),
            query: question.query.clone(),
            from: page * super::pages::PAGE,
            count: super::pages::PAGE,
        };
        let result = engine.call(call).await;
        let mounted = {
            let mut m = machine.borrow_mut();
            m.under_way = false;
            m.take(&question, result);
            m.mounted
        };
        if mounted {
            update.force_update();
            pump(&engine, &machine, &update);
        }
    });
}
