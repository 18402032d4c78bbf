//! The audit log: who did what to what, when, and from where. An entry is written in the transaction
//! of the change it tells of, and once more as a line of the security log.

mod action;
pub mod entry;

pub use self::{
    action::Action,
    entry::{Entry, Origin, Subject},
};
