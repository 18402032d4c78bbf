//! The life of a job that was posted here: how it is renewed and confirmed, published on a day, and ended,
//! and what its owner is reminded of.

mod digest;
pub mod due;
pub mod following;
pub mod letters;
pub mod link;
pub mod outcome;
pub mod publishing;
pub mod reminder;
pub mod reminder_page;
pub mod reminding;
pub mod schedule;
mod verbs;
