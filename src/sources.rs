//! Jobs from elsewhere.

pub mod actions;
pub mod edited;
pub mod feature;
pub mod formats;
pub mod identifier;
pub mod import;
mod pay_left_out;
pub mod scheduled;
