//! What webhooks tell of, queued in the transaction that it happens in.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::webhook::Webhook;
use crate::{
    accounts::random_text,
    audit::Action,
    db::{Db, text_enum::TextEnum},
    error::Error,
    jobs::{Job, Status},
    schema::{jobs, outbox},
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

    fn label(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Updated => "updated",
            Self::Closed => "closed",
            Self::Expired => "expired",
            Self::Test => "test",
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
}

/// What a change of a job is to those who watch the board: `before` is how it stood, `after` how it
/// stands, if it still exists.
pub fn of_change(action: Action, before: &Job, after: Option<&Job>) -> Option<Event> {
    let is_published = |job: &Job| *job.status == Status::Published;
    match action {
        Action::JobPublished => Some(Event::Published),
        Action::JobChanged if after.is_some_and(is_published) => Some(Event::Updated),
        _ if is_published(before) && !after.is_some_and(is_published) => Some(Event::Closed),
        _ => None,
    }
}

/// Queues `event` for whoever wants to be told of `job`.
pub fn queue(db: &mut Db, event: Event, job: &Job, at: NaiveDateTime) -> Result<(), Error> {
    for webhook in Webhook::about(db, job.owner_id)? {
        queue_for(db, &webhook, event, Some(job.clone()), at)?;
    }
    Ok(())
}

/// Queues the end of these jobs, which took their last applications yesterday or earlier.
pub fn queue_expired(db: &mut Db, job_ids: &[i64], at: NaiveDateTime) -> Result<(), Error> {
    if job_ids.is_empty() || !Webhook::any(db)? {
        return Ok(());
    }
    let expired: Vec<Job> = jobs::table
        .filter(jobs::id.eq_any(job_ids))
        .select(Job::as_select())
        .load(db)?;
    for job in &expired {
        queue(db, Event::Expired, job, at)?;
    }
    Ok(())
}

/// Queues `event` for one webhook.
pub fn queue_for(
    db: &mut Db,
    webhook: &Webhook,
    event: Event,
    job: Option<Job>,
    at: NaiveDateTime,
) -> Result<(), Error> {
    let snapshot = serde_json::to_string(&Snapshot { at, job }).map_err(Error::internal)?;
    let waiting = Waiting {
        message_id: format!("msg_{}", random_text(18).map_err(Error::internal)?),
        recipient: webhook.url.clone(),
        subject: event.as_str(),
        sealed_body: snapshot,
        created_at: at,
        due_at: at,
        webhook_id: webhook.id,
    };
    diesel::insert_into(outbox::table)
        .values(&waiting)
        .execute(db)?;
    Ok(())
}
