//! Jobs from elsewhere.

mod complete;
mod descriptions;
mod formats;
mod identifiers;
mod importing;
mod pay_left_out;
mod round_trip;
mod scheduled;
mod told;
mod values;
