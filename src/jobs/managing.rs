//! What becomes of a job once it is written: publishing, closing, deleting, one or many at once, and the
//! tables of jobs.

pub mod bulk;
mod bulk_close;
mod bulk_delete;
pub mod closing;
pub mod deleting;
pub mod publication;
pub mod renewing;
pub mod reposting;
mod row;
mod rows;
mod tab;
pub mod table;
pub mod tally;
