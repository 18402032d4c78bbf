//! Jobs from elsewhere.

pub mod import;
