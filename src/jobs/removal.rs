//! Jobs that an administrator took off the board: why, and how each stood before, so that it can be put
//! back.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{actions, error::Error, job::Job, status::Status};
use crate::platform::{
    audit::Origin,
    db::{Db, text_enum::TextEnum},
    i18n::Message,
    schema::job_removals,
    typed::{self, Completeness, at_least},
};

/// Longest reason, in characters.
const LONGEST_REASON: usize = 200;

/// The reason that an administrator states.
///
/// # Errors
/// What is wrong with it.
pub fn read_reason(typed: &str) -> Result<String, Message> {
    let empty = Message::new("jobs-field-removal-reason");
    let reason = typed::line(typed, LONGEST_REASON)?;
    at_least(reason, 3, Completeness::Complete, empty)
}

impl Job {
    /// Takes it off the board and keeps it for the record, with the reason, which may be empty. A job that
    /// is removed stays as it is.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`].
    pub fn remove(&self, db: &mut Db, reason: &str, origin: &Origin) -> Result<(), Error> {
        if *self.status == Status::Removed {
            return Ok(());
        }
        self.set_status(db, Status::Removed, origin.at)?;
        diesel::delete(job_removals::table.find(self.id)).execute(db)?;
        diesel::insert_into(job_removals::table)
            .values((
                job_removals::job_id.eq(self.id),
                job_removals::status.eq(self.status.as_str()),
                job_removals::reason.eq(reason),
            ))
            .execute(db)?;
        self.settle(db, origin, actions::JOB_REMOVED)
    }

    /// Puts a removed job back as it stood; as a draft, where that is not known.
    ///
    /// # Errors
    /// [`Error::Refused`], [`Error::ChangedMeanwhile`].
    pub fn restore(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_restore() {
            return Err(Error::Refused(Message::new("jobs-not-removed")));
        }
        let before: Option<String> = job_removals::table
            .find(self.id)
            .select(job_removals::status)
            .first(db)
            .optional()?;
        let before = before.and_then(|status| Status::from_text(&status));
        self.set_status(db, before.unwrap_or(Status::Draft), origin.at)?;
        diesel::delete(job_removals::table.find(self.id)).execute(db)?;
        self.settle(db, origin, actions::JOB_RESTORED)
    }
}

/// Why each of these jobs was removed, where that is known.
pub fn reasons(db: &mut Db, job_ids: &[i64]) -> QueryResult<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> = job_removals::table
        .filter(job_removals::job_id.eq_any(job_ids))
        .filter(job_removals::reason.ne(""))
        .select((job_removals::job_id, job_removals::reason))
        .load(db)?;
    Ok(rows.into_iter().collect())
}
