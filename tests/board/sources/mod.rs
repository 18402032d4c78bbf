//! Jobs from elsewhere.

mod complete;
mod descriptions;
mod formats;
mod identifiers;
mod importing;
mod scheduled;
mod values;
