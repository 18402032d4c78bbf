//! What came of a job that was closed or paused. Visitors see that it is filled or not open any more; its
//! owner sees this, too.

use std::collections::HashMap;

use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    jobs::{error::Error, job::Job, status::Status},
    platform::{
        audit::Origin,
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
        schema::job_outcomes,
    },
};

#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// Somebody was found through this board.
    HiredHere,
    /// Somebody was found elsewhere.
    HiredElsewhere,
    NotHiring,
    /// It will be open again.
    Paused,
}

impl TextEnum for Outcome {
    fn label(self) -> Message {
        match self {
            Self::HiredHere => Message::new("jobs-outcome-hired-here"),
            Self::HiredElsewhere => Message::new("jobs-outcome-hired-elsewhere"),
            Self::NotHiring => Message::new("jobs-outcome-not-hiring"),
            Self::Paused => Message::new("jobs-outcome-paused"),
        }
    }
}

impl Outcome {
    /// The status of a job with this outcome.
    pub fn status(self) -> Status {
        match self {
            Self::HiredHere | Self::HiredElsewhere => Status::Filled,
            Self::NotHiring => Status::Withdrawn,
            Self::Paused => Status::Draft,
        }
    }
}

impl Job {
    /// Closes it with its outcome; one that is paused becomes a draft.
    ///
    /// # Errors
    /// [`Error::Refused`], [`Error::ChangedMeanwhile`].
    pub fn end(&self, db: &mut Db, outcome: Outcome, origin: &Origin) -> Result<(), Error> {
        match outcome.status() {
            Status::Draft => self.unpublish(db, origin)?,
            how => self.close(db, how, origin)?,
        }
        forget(db, self.id)?;
        diesel::insert_into(job_outcomes::table)
            .values((
                job_outcomes::job_id.eq(self.id),
                job_outcomes::outcome.eq(outcome.as_str()),
            ))
            .execute(db)?;
        Ok(())
    }
}

/// What came of each of these jobs, where that is known.
pub fn of(db: &mut Db, job_ids: &[i64]) -> QueryResult<HashMap<i64, Outcome>> {
    let rows: Vec<(i64, Stored<Outcome>)> = job_outcomes::table
        .filter(job_outcomes::job_id.eq_any(job_ids))
        .load(db)?;
    let rows = rows.into_iter();
    Ok(rows.map(|(id, outcome)| (id, *outcome)).collect())
}

/// Forgets what came of a job: it is open again.
pub fn forget(db: &mut Db, job_id: i64) -> QueryResult<()> {
    diesel::delete(job_outcomes::table.find(job_id)).execute(db)?;
    Ok(())
}
