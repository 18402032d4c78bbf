//! Finding jobs.

mod browsing;
mod finding;
