//! Importing jobs that were published elsewhere: schema.org `JobPosting` objects or rows of a CSV,
//! as messy as they are found.

pub mod complete;
mod csv_row;
mod days;
mod exact;
mod fields;
mod identity;
mod lines;
pub(crate) mod location;
mod notes;
mod pay;
mod pay_check;
mod posting;
mod raw;
mod records;
mod refusal;
mod sections;
mod store;
mod typed;
mod vocabulary;

pub use self::csv_row::{from_row, raw_from_row};
pub use self::typed::from_form;
pub use self::{
    exact::Exact,
    identity::Identity,
    lines::{Line, Lines},
    notes::{Assumed, LeftOut},
    posting::{Posting, fingerprint},
    raw::Raw,
    records::Records,
    refusal::Refusal,
    store::{Outcome, preview, store},
};
