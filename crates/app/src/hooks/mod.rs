//! Hooks of Yew by the same names, which cost the download less.
//!
//! Yew's are generic over the value *and* the closure, so each use of one is code of its own: 500 bytes for a
//! state, 300 for an effect. These keep values whose type Yew does not see ([`Any`]), so that Yew's part is there
//! once, and a use is little more than a call. What they do is what Yew's do, since they are Yew's beneath.

mod state;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

pub use state::{UseStateHandle, UseStateSetter, use_state_eq};

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use yew::functional::{TearDown, hook};
use yew::prelude::Callback;

/// A value of any type that can be compared with others.
#[derive(Clone)]
struct Value {
    value: Rc<dyn Any>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    fn new<T: PartialEq + 'static>(value: T) -> Self {
        Self { value: Rc::new(value), same: same::<T> }
    }

    fn get<T: 'static>(&self) -> Option<&T> {
        self.value.downcast_ref()
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(a: &dyn Any, b: &dyn Any) -> bool {
    a.downcast_ref::<T>().zip(b.downcast_ref::<T>()).is_some_and(|(a, b)| a == b)
}

/// A place that lives as long as its component.
type Slot = Rc<RefCell<Option<Rc<dyn Any>>>>;

#[hook]
fn use_slot() -> Slot {
    yew::functional::use_mut_ref(|| None)
}

/// What lies there, if it is of this type.
fn kept<T: 'static>(slot: &Slot) -> Option<Rc<T>> {
    let value = slot.borrow().clone()?;
    value.downcast().ok()
}

/// A value that is changed without drawing anew, made at first.
#[hook]
pub fn use_mut_ref<T, F>(make: F) -> Rc<RefCell<T>>
where
    T: 'static,
    F: FnOnce() -> T,
{
    let slot = use_slot();
    kept(&slot).unwrap_or_else(|| {
        let made = Rc::new(RefCell::new(make()));
        slot.replace(Some(made.clone()));
        made
    })
}

/// A value that is made anew only when what it depends on is another.
#[hook]
pub fn use_memo<T, F, D>(deps: D, make: F) -> Rc<T>
where
    T: 'static,
    F: FnOnce(&D) -> T,
    D: PartialEq + 'static,
{
    let slot = use_slot();
    let before = kept::<(D, Rc<T>)>(&slot).filter(|kept| kept.0 == deps);
    before.map(|kept| kept.1.clone()).unwrap_or_else(|| {
        let made = Rc::new(make(&deps));
        slot.replace(Some(Rc::new((deps, made.clone()))));
        made
    })
}

/// A callback that stays the same until what it depends on is another.
#[hook]
pub fn use_callback<IN, OUT, F, D>(deps: D, f: F) -> Callback<IN, OUT>
where
    IN: 'static,
    OUT: 'static,
    F: Fn(IN, &D) -> OUT + 'static,
    D: PartialEq + 'static,
{
    let slot = use_slot();
    let before = kept::<(Rc<D>, Callback<IN, OUT>)>(&slot).filter(|kept| *kept.0 == deps);
    before.map(|kept| kept.1.clone()).unwrap_or_else(|| {
        let deps = Rc::new(deps);
        let callback = {
            let deps = deps.clone();
            Callback::from(move |value| f(value, &deps))
        };
        slot.replace(Some(Rc::new((deps, callback.clone()))));
        callback
    })
}

/// What puts an end to an effect.
type End = Box<dyn FnOnce()>;

#[hook]
fn use_effect_of(deps: Value, run: Box<dyn FnOnce(&Value) -> End>) {
    yew::functional::use_effect_with(deps, run);
}

/// Does something after a drawing, when what it depends on is another than the last time; what it gives back
/// is done before the next time, and when the component goes.
#[hook]
pub fn use_effect_with<T, F, D>(deps: T, run: F)
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> D + 'static,
    D: TearDown,
{
    let run = move |deps: &Value| -> End {
        match deps.get::<T>().map(run) {
            Some(end) => Box::new(move || end.tear_down()),
            None => Box::new(|| ()),
        }
    };
    use_effect_of(Value::new(deps), Box::new(run));
}
