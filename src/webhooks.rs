//! Webhooks: whoever wants to is told by HTTP when a job changes. An event is a task from the transaction
//! of the change until its receiver has it; what was tried is written down for its owner to read.
//!
//! The signatures are those of https://www.standardwebhooks.com.

pub mod actions;
pub mod deliverer;
mod delivery;
pub mod event;
mod failure;
pub mod feature;
pub mod notices;
pub mod page;
mod sender;
mod webhook;

pub use self::{delivery::Delivery, sender::Sender, webhook::Webhook};
