//! Finding jobs.

mod browsing;
mod finding;
mod pages;
