//! Sources that are read on a schedule: the boards of hiring systems, and feeds. A run fetches what there is,
//! adds and updates jobs, and closes those that are gone from two runs, unless that is most of them.

mod applying;
mod clockwork;
mod desk;
mod fetch;
mod fetcher;
mod gather;
mod letters;
mod missing;
mod name;
pub mod notices;
mod own;
pub mod page;
mod picture;
mod posting;
mod preview;
mod read;
mod run;
mod runner;
mod source;
mod store;
mod system;
mod tally;
mod typed;

pub use self::{
    clockwork::Clockwork,
    desk::Desk,
    fetcher::{ALLOW_PRIVATE, Fetcher},
    posting::follow,
    run::Run,
    runner::Runner,
};
