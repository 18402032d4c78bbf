//! What webhooks tell of, queued in the transaction that it happens in.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    deliverer::{Deliverer, Message as Waiting},
    webhook::Webhook,
};
use crate::{
    companies::{
        self, Company,
        actions::{DOMAIN_LOST, DOMAIN_VERIFIED},
        events::CompanyChanged,
        members,
    },
    jobs::{
        Job,
        actions::{JOB_CONFIRMED, JOB_RENEWED},
        events::{JobChanged, JobsExpired},
        ownership,
    },
    platform::{
        audit::Origin,
        db::{self, Db, text_enum::TextEnum},
        i18n::Message,
        secrets::random_text,
        tasks,
    },
};

#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
pub enum Event {
    #[strum(serialize = "job.published")]
    Published,
    #[strum(serialize = "job.updated")]
    Updated,
    /// Its last day was moved.
    #[strum(serialize = "job.renewed")]
    Renewed,
    /// Somebody said that it is still open.
    #[strum(serialize = "job.confirmed")]
    Confirmed,
    /// Filled, withdrawn, taken off the board or off the lists, removed or deleted.
    #[strum(serialize = "job.closed")]
    Closed,
    #[strum(serialize = "job.expired")]
    Expired,
    /// Its page, its names or who looks after it changed.
    #[strum(serialize = "company.updated")]
    CompanyUpdated,
    /// It has proved a domain.
    #[strum(serialize = "company.verified")]
    CompanyVerified,
    /// The proof of a domain is gone.
    #[strum(serialize = "company.unverified")]
    CompanyUnverified,
    /// Its owner pressed the button.
    #[strum(serialize = "test")]
    Test,
}

impl TextEnum for Event {
    fn label(self) -> Message {
        match self {
            Self::Published => Message::new("webhooks-event-published"),
            Self::Updated => Message::new("webhooks-event-updated"),
            Self::Renewed => Message::new("webhooks-event-renewed"),
            Self::Confirmed => Message::new("webhooks-event-confirmed"),
            Self::Closed => Message::new("webhooks-event-closed"),
            Self::Expired => Message::new("webhooks-event-expired"),
            Self::CompanyUpdated => Message::new("webhooks-event-company-updated"),
            Self::CompanyVerified => Message::new("webhooks-event-company-verified"),
            Self::CompanyUnverified => Message::new("webhooks-event-company-unverified"),
            Self::Test => Message::new("webhooks-event-test"),
        }
    }
}

/// The job or the company as it stood when something happened to it; neither in a test.
#[derive(Clone, Deserialize, Serialize)]
pub struct Snapshot {
    pub at: NaiveDateTime,
    pub job: Option<Job>,
    #[serde(default)]
    pub company: Option<CompanySnapshot>,
}

/// A company (https://schema.org/Organization).
#[derive(Clone, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CompanySnapshot {
    #[serde(rename = "@type")]
    kind: String,
    id: i64,
    name: String,
    slug: String,
    description: String,
    same_as: Vec<String>,
    verified_domains: Vec<String>,
}

impl CompanySnapshot {
    fn take(db: &mut Db, company: &Company) -> Result<Self, db::Error> {
        let known = companies::known(db, &company.slug)?.unwrap_or_default();
        Ok(Self {
            kind: "Organization".to_owned(),
            id: company.id,
            name: company.profile.name.clone(),
            slug: company.slug.clone(),
            description: company.profile.about.clone(),
            same_as: company
                .profile
                .website
                .iter()
                .cloned()
                .chain(company.profile.links().map(str::to_owned))
                .collect(),
            verified_domains: known.domains,
        })
    }
}

/// Tells webhooks of a change of a job.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &JobChanged, origin: &Origin) -> Result<(), db::Error> {
    match (Event::of(change, origin.today()), change.job()) {
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

/// Tells webhooks of a change of a company that has its page.
///
/// # Errors
/// Those of the database.
pub fn follow_company(
    db: &mut Db,
    change: &CompanyChanged,
    origin: &Origin,
) -> Result<(), db::Error> {
    let company = &change.company;
    if !company.is_active() {
        return Ok(());
    }
    let event = match change.action.name {
        name if name == DOMAIN_VERIFIED.name => Event::CompanyVerified,
        name if name == DOMAIN_LOST.name => Event::CompanyUnverified,
        _ => Event::CompanyUpdated,
    };
    let team = members::accounts(db, company.id)?;
    let webhooks = Webhook::about(db, &team)?;
    if webhooks.is_empty() {
        return Ok(());
    }
    let snapshot = Snapshot {
        at: origin.at,
        job: None,
        company: Some(CompanySnapshot::take(db, company)?),
    };
    for webhook in webhooks {
        let key = format!("webhook/{}/company/{}", webhook.id, company.id);
        queue_snapshot(db, &webhook, event, snapshot.clone(), Some(key))?;
    }
    Ok(())
}

impl Event {
    /// What a change of a job is to those who watch the board. They were told of the end of one that
    /// expired before `today`.
    fn of(change: &JobChanged, today: NaiveDate) -> Option<Self> {
        let was_open = change.before.as_ref().is_some_and(|job| job.is_open(today));
        let is_listed = |job: &Option<Job>| job.as_ref().is_some_and(Job::is_listed);
        match (is_listed(&change.before), is_listed(&change.after)) {
            (false, true) => Some(Self::Published),
            (true, true) if change.action.name == JOB_RENEWED.name => Some(Self::Renewed),
            (true, true) if change.action.name == JOB_CONFIRMED.name => Some(Self::Confirmed),
            (true, true) => Some(Self::Updated),
            (true, false) => was_open.then_some(Self::Closed),
            (false, false) => None,
        }
    }
}

/// Queues `event` for whoever wants to be told of `job`.
fn queue(db: &mut Db, event: Event, job: &Job, at: NaiveDateTime) -> Result<(), db::Error> {
    let owners = ownership::owners(db, job)?;
    for webhook in Webhook::about(db, &owners)? {
        queue_for(db, &webhook, event, Some(job.clone()), at)?;
    }
    Ok(())
}

/// Queues `event` for one webhook. Of each job one event waits: a later one takes its place, so that
/// many edits are one message, of how the job stands when it leaves.
///
/// # Errors
/// Those of the database.
pub fn queue_for(
    db: &mut Db,
    webhook: &Webhook,
    event: Event,
    job: Option<Job>,
    at: NaiveDateTime,
) -> Result<(), db::Error> {
    let key = job
        .as_ref()
        .map(|job| format!("webhook/{}/{}", webhook.id, job.id));
    let company = None;
    queue_snapshot(db, webhook, event, Snapshot { at, job, company }, key)
}

/// The same; of what `key` names one event waits.
fn queue_snapshot(
    db: &mut Db,
    webhook: &Webhook,
    event: Event,
    snapshot: Snapshot,
    key: Option<String>,
) -> Result<(), db::Error> {
    let at = snapshot.at;
    let message = Waiting {
        webhook_id: webhook.id,
        message_id: format!("msg_{}", random_text(18).map_err(db::Error::internal)?),
        event: event.as_str().to_owned(),
        snapshot,
    };
    let new = tasks::NewTask::of::<Deliverer>(&message, at)?.queue(queue_of(webhook));
    let Some(key) = key else {
        new.store(db)?;
        return Ok(());
    };
    let new = new.key(key.clone());
    // What waits may begin between the two, and another may come to wait.
    while !(replace(db, &key, event, &message)? || new.store(db)?) {}
    Ok(())
}

/// The queue of a webhook: it gets one event at a time, in order, and of all webhooks of an account one does.
pub fn queue_of(webhook: &Webhook) -> String {
    format!("webhook/{}/{}", webhook.account_id, webhook.id)
}

/// Puts `event` in the place of one of the same job that nobody has tried to deliver yet. A job that its
/// receiver has not heard of stays published, however often it was updated since, and one that was updated
/// stays so.
///
/// Returns whether there was one.
fn replace(db: &mut Db, key: &str, event: Event, message: &Waiting) -> Result<bool, db::Error> {
    let Some(before) = tasks::waiting::<Deliverer>(db, key)? else {
        return Ok(false);
    };
    let event = match (Event::from_text(&before.event), event) {
        (
            Some(before @ (Event::Published | Event::Updated)),
            Event::Updated | Event::Renewed | Event::Confirmed,
        ) => before,
        (_, event) => event,
    };
    let message = Waiting {
        message_id: before.message_id,
        event: event.as_str().to_owned(),
        ..message.clone()
    };
    tasks::replace::<Deliverer>(db, key, &message)
}
