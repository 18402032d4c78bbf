//! Finding jobs.

mod browsing;
mod finding;
mod index;
mod pages;
mod places;
