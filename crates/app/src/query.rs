//! Views: what a screen shows is asked of the engine, kept while the next answer is on its way, and
//! asked again when the data changed.

use crate::hooks::{use_effect_with, use_mut_ref};
use crate::state::{Actions, use_session};
use engine::message::{Answer, Call, Problem};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The last answer to a question that may be changing.
#[derive(Clone, Default)]
pub struct View {
    /// The newest answer, perhaps to the question before.
    pub answer: Option<Rc<Answer>>,
    /// The question that it answers.
    pub question: Option<Rc<Call>>,
    /// Why there is none to the newest question.
    pub problem: Option<Problem>,
    /// Whether a newer answer is on its way.
    pub waiting: bool,
    /// Asks once more, as after a cancel.
    pub again: Callback<()>,
}

#[derive(Default)]
struct Machine {
    view: View,
    next: Option<Call>,
    /// The newest question.
    asked: Option<Call>,
    /// The call under way, by the number that cancels it.
    under_way: Option<u32>,
    wanted: bool,
    /// Nothing is asked any more: what is under way is not an answer to anything.
    withdrawn: bool,
}

/// Asks `call` (nothing when `None`) and asks again whenever it or the data changes. At most one
/// call is under way; of those that come meanwhile only the newest is asked, so that a slider never
/// queues work. One that takes long shows in the status line, and can be cancelled there.
#[hook]
pub fn use_view(call: Option<Call>) -> View {
    let actions = use_context::<Actions>();
    let revision = use_session().revision;
    let update = use_force_update();
    let machine = use_mut_ref(Machine::default);
    {
        let (machine, actions) = (machine.clone(), actions.clone());
        use_effect_with((), move |()| {
            machine.borrow_mut().wanted = true;
            move || {
                let under_way = {
                    let mut machine = machine.borrow_mut();
                    machine.wanted = false;
                    machine.under_way
                };
                // nobody waits for it any more: long work would keep others waiting
                if let (Some(call), Some(actions)) = (under_way, actions) {
                    actions.engine().cancel(call);
                }
            }
        });
    }
    {
        let (machine, actions, update) = (machine.clone(), actions.clone(), update.clone());
        use_effect_with((call, revision), move |(call, _)| {
            machine.borrow_mut().asked.clone_from(call);
            match call {
                Some(call) => {
                    let mut machine = machine.borrow_mut();
                    machine.next = Some(call.clone());
                    machine.withdrawn = false;
                }
                None => {
                    let mut machine = machine.borrow_mut();
                    machine.next = None;
                    machine.view = View::default();
                    machine.withdrawn = true;
                }
            }
            if let Some(actions) = actions {
                pump(&actions, &machine, &update);
            }
        });
    }
    let again = {
        let machine = machine.clone();
        Callback::from(move |()| {
            {
                let mut machine = machine.borrow_mut();
                machine.next = machine.asked.clone();
                machine.view.problem = None;
            }
            if let Some(actions) = &actions {
                pump(actions, &machine, &update);
                update.force_update();
            }
        })
    };
    let machine = machine.borrow();
    let waiting = machine.under_way.is_some() || machine.next.is_some();
    View { waiting, again, ..machine.view.clone() }
}

fn pump(actions: &Actions, machine: &Rc<RefCell<Machine>>, update: &UseForceUpdateHandle) {
    let (question, answer) = {
        let mut m = machine.borrow_mut();
        if m.under_way.is_some() || !m.wanted {
            return;
        }
        let Some(call) = m.next.take() else { return };
        let question = Rc::new(call.clone());
        let (number, answer) = actions.begin(call, &[]);
        m.under_way = Some(number);
        (question, answer)
    };
    let (actions, machine, update) = (actions.clone(), machine.clone(), update.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let result = answer.await;
        let wanted = {
            let mut m = machine.borrow_mut();
            m.under_way = None;
            match result {
                _ if m.withdrawn => {}
                Ok(answer) => {
                    m.view.answer = Some(Rc::new(answer));
                    m.view.question = Some(question);
                    m.view.problem = None;
                }
                Err(problem) => m.view.problem = Some(problem),
            }
            m.wanted
        };
        if wanted {
            update.force_update();
            pump(&actions, &machine, &update);
        }
    });
}
