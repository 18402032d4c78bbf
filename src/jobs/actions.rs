//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const JOB_POSTED: Action = Action::new("job_posted", || Message::new("jobs-action-job-posted"));
pub const JOB_CHANGED: Action =
    Action::new("job_changed", || Message::new("jobs-action-job-changed"));
pub const JOB_PUBLISHED: Action = Action::new("job_published", || {
    Message::new("jobs-action-job-published")
});
pub const JOB_UNPUBLISHED: Action = Action::new("job_unpublished", || {
    Message::new("jobs-action-job-unpublished")
});
pub const JOB_CLOSED: Action = Action::new("job_closed", || Message::new("jobs-action-job-closed"));
pub const JOB_DELETED: Action =
    Action::new("job_deleted", || Message::new("jobs-action-job-deleted"));
pub const JOB_REMOVED: Action =
    Action::new("job_removed", || Message::new("jobs-action-job-removed"));
pub const JOB_RESTORED: Action =
    Action::new("job_restored", || Message::new("jobs-action-job-restored"));
pub const JOB_RENEWED: Action =
    Action::new("job_renewed", || Message::new("jobs-action-job-renewed"));
pub const JOB_CONFIRMED: Action = Action::new("job_confirmed", || {
    Message::new("jobs-action-job-confirmed")
});
pub const JOB_UNCONFIRMED: Action = Action::new("job_unconfirmed", || {
    Message::new("jobs-action-job-unconfirmed")
});
pub const JOB_SCHEDULED: Action = Action::new("job_scheduled", || {
    Message::new("jobs-action-job-scheduled")
});
pub const JOB_UNSCHEDULED: Action = Action::new("job_unscheduled", || {
    Message::new("jobs-action-job-unscheduled")
});
pub const JOB_HELD: Action = Action::new("job_held", || Message::new("jobs-action-job-held"));
pub const JOB_RELEASED: Action =
    Action::new("job_released", || Message::new("jobs-action-job-released"));

/// All of them.
pub const ALL: &[Action] = &[
    JOB_POSTED,
    JOB_CHANGED,
    JOB_PUBLISHED,
    JOB_UNPUBLISHED,
    JOB_CLOSED,
    JOB_DELETED,
    JOB_REMOVED,
    JOB_RESTORED,
    JOB_RENEWED,
    JOB_CONFIRMED,
    JOB_UNCONFIRMED,
    JOB_SCHEDULED,
    JOB_UNSCHEDULED,
    JOB_HELD,
    JOB_RELEASED,
];
