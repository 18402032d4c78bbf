//! What webhooks tell of, queued in the transaction that it happens in.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::webhook::Webhook;
use crate::{
    jobs::{
        Job, Status,
        events::{JobChanged, JobsExpired},
        ownership,
    },
    platform::{
        audit::Origin,
        db::{self, Db, text_enum::TextEnum},
        i18n::Message,
        schema::outbox,
        secrets::random_text,
    },
};

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Event {
    Published,
    Updated,
    /// Filled, withdrawn, taken off the board, removed or deleted.
    Closed,
    Expired,
    /// Its owner pressed the button.
    Test,
}

impl TextEnum for Event {
    const ALL: &'static [Self] = &[
        Self::Published,
        Self::Updated,
        Self::Closed,
        Self::Expired,
        Self::Test,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Published => "job.published",
            Self::Updated => "job.updated",
            Self::Closed => "job.closed",
            Self::Expired => "job.expired",
            Self::Test => "test",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::Published => Message::new("webhooks-event-published"),
            Self::Updated => Message::new("webhooks-event-updated"),
            Self::Closed => Message::new("webhooks-event-closed"),
            Self::Expired => Message::new("webhooks-event-expired"),
            Self::Test => Message::new("webhooks-event-test"),
        }
    }
}

/// What the outbox keeps of an event: the job as it stood. Nothing in it is secret: what it tells of is
/// on the board, or was.
#[derive(Deserialize, Serialize)]
pub struct Snapshot {
    pub at: NaiveDateTime,
    pub job: Option<Job>,
}

#[derive(Insertable)]
#[diesel(table_name = outbox)]
struct Waiting {
    message_id: String,
    recipient: String,
    subject: &'static str,
    sealed_body: String,
    created_at: NaiveDateTime,
    due_at: NaiveDateTime,
    webhook_id: i64,
    job_id: Option<i64>,
}

/// Tells webhooks of a change of a job.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &JobChanged, origin: &Origin) -> Result<(), db::Error> {
    match (Event::of(change, origin.at.date()), change.job()) {
        (Some(event), Some(job)) => queue(db, event, job, origin.at),
        _ => Ok(()),
    }
}

/// Tells webhooks of jobs that took their last applications yesterday or earlier.
///
/// # Errors
/// Those of the database.
pub fn follow_expired(
    db: &mut Db,
    expired: &JobsExpired,
    origin: &Origin,
) -> Result<(), db::Error> {
    expired
        .0
        .iter()
        .try_for_each(|job| queue(db, Event::Expired, job, origin.at))
}

impl Event {
    /// What a change of a job is to those who watch the board. They were told of the end of one that
    /// expired before `today`.
    fn of(change: &JobChanged, today: NaiveDate) -> Option<Self> {
        let was_open = change.before.as_ref().is_some_and(|job| job.is_open(today));
        let is_published = |job: &Option<Job>| {
            job.as_ref()
                .is_some_and(|job| *job.status == Status::Published)
        };
        match (is_published(&change.before), is_published(&change.after)) {
            (false, true) => Some(Self::Published),
            (true, true) => Some(Self::Updated),
            (true, false) => was_open.then_some(Self::Closed),
            (false, false) => None,
        }
    }
}

/// Queues `event` for whoever wants to be told of `job`.
fn queue(db: &mut Db, event: Event, job: &Job, at: NaiveDateTime) -> Result<(), db::Error> {
    for webhook in Webhook::about(db, ownership::owners(job))? {
        queue_for(db, &webhook, event, Some(job.clone()), at)?;
    }
    Ok(())
}

/// Queues `event` for one webhook. Of each job one event waits: a later one takes its place, so that
/// many edits are one message, of how the job stands when it leaves.
pub fn queue_for(
    db: &mut Db,
    webhook: &Webhook,
    event: Event,
    job: Option<Job>,
    at: NaiveDateTime,
) -> Result<(), db::Error> {
    let job_id = job.as_ref().map(|job| job.id);
    let snapshot = serde_json::to_string(&Snapshot { at, job }).map_err(db::Error::internal)?;
    if let Some(job_id) = job_id
        && replace_waiting(db, webhook.id, job_id, event, &snapshot)?
    {
        return Ok(());
    }
    let waiting = Waiting {
        message_id: format!("msg_{}", random_text(18).map_err(db::Error::internal)?),
        recipient: webhook.url.clone(),
        subject: event.as_str(),
        sealed_body: snapshot,
        created_at: at,
        due_at: at,
        webhook_id: webhook.id,
        job_id,
    };
    diesel::insert_into(outbox::table)
        .values(&waiting)
        .execute(db)?;
    Ok(())
}

/// Puts `event` in the place of one of the same job that nobody has tried to deliver yet. A job that its
/// receiver has not heard of stays published, however often it was updated since.
///
/// Returns whether there was one.
fn replace_waiting(
    db: &mut Db,
    webhook_id: i64,
    job_id: i64,
    event: Event,
    snapshot: &str,
) -> QueryResult<bool> {
    let waiting = outbox::table
        .filter(outbox::webhook_id.eq(webhook_id))
        .filter(outbox::job_id.eq(job_id))
        .filter(outbox::attempts.eq(0));
    let before: Option<(i64, String)> = waiting
        .select((outbox::id, outbox::subject))
        .first(db)
        .optional()?;
    let Some((id, before)) = before else {
        return Ok(false);
    };
    let event = match (Event::from_text(&before), event) {
        (Some(Event::Published), Event::Updated) => Event::Published,
        (_, event) => event,
    };
    let untried = outbox::table.find(id).filter(outbox::attempts.eq(0));
    let replaced = diesel::update(untried)
        .set((
            outbox::subject.eq(event.as_str()),
            outbox::sealed_body.eq(snapshot),
        ))
        .execute(db)?;
    Ok(replaced == 1)
}
