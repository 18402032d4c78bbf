//! What visitors report about jobs. It never takes a job off the board by itself but for one thing: what several of
//! them report, each from another network, is hidden until somebody has looked at it.

pub mod deciding;
pub mod export;
pub mod filing;
mod letters;
pub mod queue;
mod report;
