//! What a change of a job means for the rest of its life.

use super::{
    outcome,
    reminder::{self, BEFORE_THE_END},
    schedule,
};
use crate::{
    jobs::{
        actions::{JOB_CONFIRMED, JOB_PUBLISHED, JOB_RENEWED},
        events::JobChanged,
        job::Job,
        ownership,
        status::Status,
    },
    platform::{
        audit::Origin,
        db::{self, Db},
    },
};

/// What says that a job is open.
const SAY_OPEN: [&str; 3] = [JOB_PUBLISHED.name, JOB_RENEWED.name, JOB_CONFIRMED.name];

/// Ends what is over with a change, and leaves out reminders whose time had passed before it.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &JobChanged, origin: &Origin) -> Result<(), db::Error> {
    let Some(after) = &change.after else {
        return Ok(());
    };
    if let Some(before) = &change.before {
        if *before.status == Status::Draft && *after.status != Status::Draft {
            schedule::forget(db, after.id)?;
        }
        if change.action.name == JOB_PUBLISHED.name {
            outcome::forget(db, after.id)?;
        }
        if SAY_OPEN.contains(&change.action.name) {
            reminder::answer(db, after.id, origin.at)?;
        }
    }
    leave_out(db, change.before.as_ref(), after, origin)
}

/// A last day that was set a moment ago is no news to whoever set it.
fn leave_out(
    db: &mut Db,
    before: Option<&Job>,
    after: &Job,
    origin: &Origin,
) -> Result<(), db::Error> {
    let end = |job: &Job| job.fields.valid_through.filter(|_| job.is_listed());
    let Some(last) = end(after).filter(|last| before.and_then(end) != Some(*last)) else {
        return Ok(());
    };
    if ownership::owners(db, after)?.is_empty() {
        return Ok(());
    }
    for kind in BEFORE_THE_END {
        if !kind.is_ahead(last, origin.today()) {
            reminder::note(db, after.id, kind, last, None)?;
        }
    }
    Ok(())
}
