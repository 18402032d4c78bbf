//! Telling other programs.

mod deliveries;
