//! Finding jobs.

mod browsing;
mod building;
mod finding;
mod index;
mod offered;
mod pages;
mod places;
