//! Posting without an account: a form with an email address, a link that is mailed to it, and a page on which the
//! job is published. Until then there is no job and no account, only a form that waits.

pub mod confirming;
mod letters;
pub mod waiting;
pub mod writing;
