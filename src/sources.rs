//! Jobs from elsewhere.

pub mod actions;
pub mod edited;
pub mod feature;
pub mod formats;
pub mod identifier;
pub mod import;
pub mod scheduled;
