//! Jobs from elsewhere.

mod complete;
mod descriptions;
mod formats;
mod identifiers;
mod importing;
mod round_trip;
mod scheduled;
mod told;
mod values;
