//! Drafts that are published by themselves on a day.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::{
    jobs::{actions, error::Error, job::Job, status::Status},
    platform::{
        audit::Origin,
        db::{Db, text_enum::TextEnum},
        i18n::Message,
        schema::{job_schedules, jobs},
    },
};

impl Job {
    /// Has a draft published at the beginning of `day`; with `None`, not any more. What is the same is no
    /// change.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub fn schedule(
        &self,
        db: &mut Db,
        day: Option<NaiveDate>,
        origin: &Origin,
    ) -> Result<(), Error> {
        let before = self.publish_at(db)?;
        if before.is_some() && before == day {
            return Ok(());
        }
        if *self.status != Status::Draft {
            return match day {
                None => Ok(()),
                Some(_) => Err(Error::Refused(Message::new("jobs-cannot-schedule"))),
            };
        }
        forget(db, self.id)?;
        let Some(day) = day else {
            return match before {
                None => Ok(()),
                Some(_) => self.settle(db, origin, actions::JOB_UNSCHEDULED),
            };
        };
        note(db, self.id, day, true)?;
        self.settle(db, origin, actions::JOB_SCHEDULED)
    }

    /// Keeps the day that the form of a draft says, on which nothing happens; with `None`, none. A draft that was
    /// scheduled is not any more.
    ///
    /// # Errors
    /// Those of [`Job::schedule`].
    pub fn keep_day(
        &self,
        db: &mut Db,
        day: Option<NaiveDate>,
        origin: &Origin,
    ) -> Result<(), Error> {
        self.schedule(db, None, origin)?;
        if let (Some(day), Status::Draft) = (day, *self.status) {
            note(db, self.id, day, false)?;
        }
        Ok(())
    }

    /// The day on which it is published by itself.
    pub fn publish_at(&self, db: &mut Db) -> QueryResult<Option<NaiveDate>> {
        job_schedules::table
            .find(self.id)
            .filter(job_schedules::is_on)
            .select(job_schedules::publish_at)
            .first(db)
            .optional()
    }

    /// The day that its form says, whether it is published then or not.
    pub fn stated_day(&self, db: &mut Db) -> QueryResult<Option<NaiveDate>> {
        job_schedules::table
            .find(self.id)
            .select(job_schedules::publish_at)
            .first(db)
            .optional()
    }
}

/// The day on which each of these jobs is published by itself, where there is one.
pub fn days(db: &mut Db, job_ids: &[i64]) -> QueryResult<HashMap<i64, NaiveDate>> {
    let rows: Vec<(i64, NaiveDate)> = job_schedules::table
        .filter(job_schedules::job_id.eq_any(job_ids))
        .filter(job_schedules::is_on)
        .select((job_schedules::job_id, job_schedules::publish_at))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// A draft that is to be published by `today`; of several, the one that is due longest.
pub fn next_due(db: &mut Db, today: NaiveDate) -> QueryResult<Option<Job>> {
    job_schedules::table
        .inner_join(jobs::table)
        .filter(job_schedules::is_on)
        .filter(job_schedules::publish_at.le(today))
        .filter(jobs::status.eq(Status::Draft.as_str()))
        .order((job_schedules::publish_at, job_schedules::job_id))
        .select(Job::as_select())
        .first(db)
        .optional()
}

fn note(db: &mut Db, job_id: i64, day: NaiveDate, is_on: bool) -> QueryResult<()> {
    diesel::insert_into(job_schedules::table)
        .values((
            job_schedules::job_id.eq(job_id),
            job_schedules::publish_at.eq(day),
            job_schedules::is_on.eq(is_on),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets the day of a job.
pub fn forget(db: &mut Db, job_id: i64) -> QueryResult<()> {
    diesel::delete(job_schedules::table.find(job_id)).execute(db)?;
    Ok(())
}
