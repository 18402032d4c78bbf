//! Jobs from elsewhere.

mod descriptions;
mod formats;
mod importing;
mod values;
