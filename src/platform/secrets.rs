//! The keys that the board derives everything secret from, and what is sealed with them.

pub mod keys;
pub mod sealed;

pub use self::{
    keys::{Keys, KeysError, random_bytes, random_text},
    sealed::Seal,
};
