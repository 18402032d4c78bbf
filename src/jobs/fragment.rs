//! What is kept of the pages of jobs.

use crate::http::fragments::Fragments;

/// The most memory that [`JobFragments`] take, in bytes.
const ROOM: u64 = 4 * 1024 * 1024;

/// A part of a job's page, of one version of the job.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum JobFragment {
    /// The description as HTML.
    Description { job_id: i64, version: i32 },
    /// What search engines are told; nothing where they would not take it.
    Markup {
        job_id: i64,
        version: i32,
        /// What changes with the company.
        company: u64,
    },
}

pub type JobFragments = Fragments<JobFragment>;

pub fn empty() -> JobFragments {
    Fragments::with_room_for(ROOM)
}
