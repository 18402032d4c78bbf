//! Jobs from elsewhere.

mod descriptions;
mod importing;
mod values;
