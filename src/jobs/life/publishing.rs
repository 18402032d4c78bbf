//! The task that publishes drafts on their day.

use actix_web::web::Data;
use chrono::TimeDelta;
use diesel::{dsl::exists, prelude::*};

use super::{letters, schedule};
use crate::{
    http::{board::Board, error::Error, form::Form},
    jobs::{
        editing::form::{self, Completeness},
        error::Error as JobError,
        job::Job,
        ownership,
    },
    platform::{
        audit::Origin,
        db::Db,
        i18n::Message,
        schema::accounts,
        tasks::{Attempt, Lane, Outcome, Retry, Task, UPKEEP},
    },
};

/// How often it is looked which drafts are due.
const EVERY: TimeDelta = TimeDelta::minutes(1);

/// Publishes drafts whose day has come.
pub struct Publishing(pub Data<Board>);

impl Task for Publishing {
    const KIND: &'static str = "scheduled-jobs";
    const LANE: Lane = UPKEEP;
    const RETRY: Retry = Retry::FOR_EVER;
    type Payload = ();

    fn standing() -> Option<()> {
        Some(())
    }

    async fn run(&self, (): (), _: Attempt) -> Outcome {
        match self.publish_due().await {
            Ok(()) => Outcome::again(EVERY),
            Err(error) => Outcome::failed(error.to_string()),
        }
    }
}

impl Publishing {
    /// Publishes what is due, each in a transaction of its own.
    async fn publish_due(&self) -> Result<(), Error> {
        let today = self.0.clock.today();
        let due = move |db: &mut Db| Ok(schedule::next_due(db, today)?.is_some());
        let mut is_due = self.0.read(due).await?;
        while is_due {
            let (board, origin) = (self.0.clone(), self.0.origin());
            let publish = move |db: &mut Db| publish_next(&board, db, &origin);
            is_due = self.0.write(publish).await?;
        }
        Ok(())
    }
}

/// Publishes one draft whose day has come. Returns whether there was one.
fn publish_next(board: &Board, db: &mut Db, origin: &Origin) -> Result<bool, Error> {
    let Some(job) = schedule::next_due(db, origin.today())? else {
        return Ok(false);
    };
    match publish(db, &job, origin) {
        Ok(()) => {}
        // It is looked at again at once, as it stands then.
        Err(JobError::ChangedMeanwhile) => {}
        Err(JobError::Refused(_)) => {
            job.schedule(db, None, origin)?;
            letters::not_published(board, db, &job)?;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(true)
}

/// Publishes a draft that lacks nothing, of somebody who may have jobs on the board.
fn publish(db: &mut Db, job: &Job, origin: &Origin) -> Result<(), JobError> {
    let read = form::read(
        &Form::from(&job.fields),
        Completeness::Complete,
        origin.today(),
    );
    if read.is_err() || !is_somebodys(db, job)? {
        return Err(JobError::Refused(Message::new("jobs-cannot-publish")));
    }
    job.publish(db, origin)
}

/// Whether it belongs to an account that is not disabled.
fn is_somebodys(db: &mut Db, job: &Job) -> QueryResult<bool> {
    let owners = ownership::owners(db, job)?;
    let enabled = accounts::table
        .filter(accounts::id.eq_any(owners))
        .filter(accounts::disabled_at.is_null());
    diesel::select(exists(enabled)).get_result(db)
}
