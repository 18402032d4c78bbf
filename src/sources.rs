//! Jobs from elsewhere.

pub mod edited;
pub mod feature;
pub mod import;
