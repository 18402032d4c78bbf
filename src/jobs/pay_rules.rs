//! Laws that ask for pay in job ads: which of them meet a job, and what it lacks. The laws are a file with the day
//! and the source of each entry; what the board does about them is its owner's to choose.

mod finding;
mod places;
mod policy;
mod rule;

pub use self::{
    finding::{Finding, FindingView},
    policy::Policy,
    rule::load,
};
