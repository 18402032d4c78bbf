//! What happens to jobs, for whoever follows it: the search index, webhooks.

use super::job::Job;
use crate::platform::{
    audit::{Action, Subject},
    events::Event,
};

/// A job was made, changed, moved to another status or deleted.
pub struct JobChanged {
    pub action: Action,
    /// How it stood; nothing where it is new.
    pub before: Option<Job>,
    /// How it stands; nothing where it is deleted.
    pub after: Option<Job>,
}

impl JobChanged {
    /// The job as it stands, or as it stood last.
    pub fn job(&self) -> Option<&Job> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Whether anybody sees the difference.
    pub fn is_public(&self) -> bool {
        let both = [&self.before, &self.after];
        both.into_iter().flatten().any(|job| job.status.is_public())
    }
}

impl Event for JobChanged {
    fn entry(&self) -> Option<(Action, Subject, &str)> {
        let job = self.job()?;
        Some((self.action, Subject::Job(job.id), &job.fields.title))
    }
}

/// These jobs were on the board until their last day, which is over.
pub struct JobsExpired(pub Vec<Job>);

impl Event for JobsExpired {}
