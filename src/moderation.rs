//! Keeping the board clean: what visitors report, what is decided about it, and how jobs that wait for review are
//! scored.

mod actions;
pub mod feature;
mod notices;
mod reports;
pub mod score;
