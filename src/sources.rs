//! Jobs from elsewhere.

pub mod feature;
pub mod import;
