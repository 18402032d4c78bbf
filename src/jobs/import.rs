//! Importing jobs that were published elsewhere: schema.org `JobPosting` objects or rows of a CSV,
//! as messy as they are found.

mod csv_row;
pub mod description;
mod exact;
mod identity;
mod lines;
pub(super) mod location;
mod pay_check;
mod posting;
mod raw;
mod records;
mod store;
mod typed;

pub use self::{
    exact::Exact,
    identity::Identity,
    lines::{Line, Lines},
    posting::{Posting, Refusal},
    records::Records,
    store::{Outcome, store},
};
pub use csv_row::from_row;
pub use typed::from_form;
