//! A state of a component.

use super::Value;
use std::marker::PhantomData;
use std::ops::Deref;
use yew::functional::{self, hook};
use yew::prelude::Callback;

/// A state, as it is now. Equal to another when the values are.
pub struct UseStateHandle<T> {
    value: functional::UseStateHandle<Value>,
    of: PhantomData<T>,
}

impl<T: PartialEq + 'static> UseStateHandle<T> {
    /// Sets another value, and draws anew unless it is the same.
    pub fn set(&self, value: T) {
        self.value.set(Value::new(value));
    }

    /// What sets it without knowing it: equal as long as the component lives.
    pub fn setter(&self) -> UseStateSetter<T> {
        UseStateSetter { setter: self.value.setter(), of: PhantomData }
    }
}

impl<T: 'static> Deref for UseStateHandle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.value.get() {
            Some(value) => value,
            None => unreachable!("a state has one type"),
        }
    }
}

impl<T> Clone for UseStateHandle<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), of: PhantomData }
    }
}

impl<T> PartialEq for UseStateHandle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// Sets a state.
pub struct UseStateSetter<T> {
    setter: functional::UseStateSetter<Value>,
    of: PhantomData<T>,
}

impl<T: PartialEq + 'static> UseStateSetter<T> {
    /// Sets another value, and draws anew unless it is the same.
    pub fn set(&self, value: T) {
        self.setter.set(Value::new(value));
    }
}

impl<T: PartialEq + 'static> From<UseStateSetter<T>> for Callback<T> {
    fn from(setter: UseStateSetter<T>) -> Self {
        Self::from(move |value| setter.set(value))
    }
}

impl<T> Clone for UseStateSetter<T> {
    fn clone(&self) -> Self {
        Self { setter: self.setter.clone(), of: PhantomData }
    }
}

impl<T> PartialEq for UseStateSetter<T> {
    fn eq(&self, other: &Self) -> bool {
        self.setter == other.setter
    }
}

#[hook]
fn use_value(first: &mut dyn FnMut() -> Value) -> functional::UseStateHandle<Value> {
    functional::use_state_eq(first)
}

/// A state that draws its component anew when it is set to another value.
#[hook]
pub fn use_state_eq<T, F>(first: F) -> UseStateHandle<T>
where
    T: PartialEq + 'static,
    F: FnOnce() -> T,
{
    let mut first = Some(first);
    let none = || Value::new(());
    let value = use_value(&mut || first.take().map_or_else(none, |first| Value::new(first())));
    UseStateHandle { value, of: PhantomData }
}
