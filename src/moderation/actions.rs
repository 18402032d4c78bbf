//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const JOB_REPORTED: Action = Action::new("job_reported", || {
    Message::new("moderation-action-job-reported")
});
pub const REPORTS_DISMISSED: Action = Action::new("reports_dismissed", || {
    Message::new("moderation-action-reports-dismissed")
});
pub const REPORTS_UPHELD: Action = Action::new("reports_upheld", || {
    Message::new("moderation-action-reports-upheld")
});

/// All of them.
pub const ALL: &[Action] = &[JOB_REPORTED, REPORTS_DISMISSED, REPORTS_UPHELD];
