//! Finding jobs.

mod browsing;
mod building;
mod finding;
mod index;
mod pages;
mod places;
