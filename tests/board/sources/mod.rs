//! Jobs from elsewhere.

mod complete;
mod descriptions;
mod formats;
mod importing;
mod scheduled;
mod values;
