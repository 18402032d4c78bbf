//! Companies: the pages that employers look after, and the teams that do.
//!
//! Any name that a job states has a page; a row in `companies` is made when somebody claims that page, an
//! administrator changes it, or two names are merged.

pub mod actions;
pub mod api;
mod checking;
mod claim;
mod claiming;
mod company;
mod deciding;
mod domain;
pub mod error;
pub mod events;
mod export;
pub mod feature;
mod guards;
mod invitation;
mod inviting;
mod known;
mod letters;
mod logo;
pub mod members;
mod membership;
mod merging;
pub mod naming;
mod notices;
mod pages;
mod profile;
mod proof;
mod refusals;
mod slugs;
mod suggestion;
mod typed;

pub use self::{
    claim::{keepers_of, team_of},
    company::{Company, State},
    guards::Member,
    known::{Known, known},
    members::Role,
};
