//! Finding jobs.

mod areas;
mod browsing;
mod building;
mod finding;
mod index;
mod many_places;
mod meant;
mod offered;
mod pages;
mod phrases;
mod places;
mod said;
mod several_places;
mod some_words;
