//! What becomes of a job once it is written: publishing, closing, deleting, and the lists of one's jobs.

pub mod admin;
pub mod closing;
pub mod dashboard;
pub mod deleting;
pub mod publication;
