//! What features own while the board runs, found by its type.

use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
};

use super::error::Error;

/// What features own, one value of a type.
#[derive(Default)]
pub struct States(HashMap<TypeId, Box<dyn Any + Send + Sync>>);

impl States {
    pub fn insert<T: Any + Send + Sync>(&mut self, state: T) {
        self.0.insert(TypeId::of::<T>(), Box::new(state));
    }

    /// # Errors
    /// When the feature that owns it is not installed, which is a mistake in the list of features.
    pub fn get<T: Any>(&self) -> Result<&T, Error> {
        let state = self.0.get(&TypeId::of::<T>());
        state
            .and_then(|state| state.downcast_ref())
            .ok_or_else(|| Error::internal(format!("{} is not installed", type_name::<T>())))
    }
}
