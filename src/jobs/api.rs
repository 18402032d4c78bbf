//! Jobs for programs, below `/api/v1/`. The handlers read and write the same [`JobFields`] as the
//! pages, by way of the same form; only the words are schema.org's.
//!
//! [`JobFields`]: super::JobFields

pub mod changes;
pub(crate) mod input;
pub(crate) mod lists;
pub mod not_taken;
mod pointer;
pub mod posting;
pub mod states;
pub mod warning;
