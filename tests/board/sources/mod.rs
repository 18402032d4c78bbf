//! Jobs from elsewhere.

mod descriptions;
mod formats;
mod importing;
mod scheduled;
mod values;
