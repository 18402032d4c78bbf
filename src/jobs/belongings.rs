//! What jobs mean to the account that they belong to: what is exported with it, what is taken down with
//! it, and what goes when it goes.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::{
    error::Error,
    fields::JobFields,
    job::Job,
    life::{
        outcome::{self, Outcome},
        reminder, schedule,
    },
    ownership::belongs_to,
    status::Status,
};
use crate::{
    accounts::events::{ContentRemoved, GuestInherited},
    companies::members,
    platform::{
        audit::Origin,
        db::{self, Db, text_enum::TextEnum, version},
        personal_data::PersonalData,
        schema::{job_sources, jobs},
    },
};

/// Jobs read at a time.
const BATCH: i64 = 200;

/// A job as its owner takes it along.
#[derive(Serialize)]
struct Exported {
    id: i64,
    status: &'static str,
    date_posted: Option<NaiveDateTime>,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
    confirmed_at: Option<NaiveDateTime>,
    unconfirmed_at: Option<NaiveDateTime>,
    publish_at: Option<NaiveDate>,
    outcome: Option<&'static str>,
    #[serde(flatten)]
    fields: JobFields,
}

impl Exported {
    fn new(job: Job, publish_at: Option<NaiveDate>, outcome: Option<Outcome>) -> Self {
        Self {
            id: job.id,
            status: job.status.as_str(),
            date_posted: job.date_posted,
            created_at: job.created_at,
            updated_at: job.updated_at,
            confirmed_at: job.confirmed_at,
            unconfirmed_at: job.unconfirmed_at,
            publish_at,
            outcome: outcome.map(TextEnum::as_str),
            fields: job.fields,
        }
    }
}

/// Adds the jobs of an account, and what it was reminded of, to what its owner takes along.
pub fn export(db: &mut Db, account_id: i64, data: &mut PersonalData) -> Result<(), db::Error> {
    let mut after = 0;
    data.add_list("jobs", || {
        let batch = of(db, account_id, after)?;
        after = batch.last().map_or(after, |last| last.id);
        let ids = ids(&batch);
        let (scheduled, outcomes) = (schedule::days(db, &ids)?, outcome::of(db, &ids)?);
        let exported = batch.into_iter().map(|job| {
            let (day, outcome) = (scheduled.get(&job.id), outcomes.get(&job.id));
            Exported::new(job, day.copied(), outcome.copied())
        });
        Ok(exported.collect())
    })?;
    let mut after = 0;
    data.add_list("reminders", || {
        loop {
            let batch = of(db, account_id, after)?;
            let Some(last) = batch.last() else {
                return Ok(Vec::new());
            };
            after = last.id;
            let sent = reminder::of(db, &ids(&batch))?;
            // An empty list would end it.
            if !sent.is_empty() {
                return Ok(sent);
            }
        }
    })
}

fn ids(jobs: &[Job]) -> Vec<i64> {
    jobs.iter().map(|job| job.id).collect()
}

/// How many jobs nobody but this account has, whatever their status.
pub fn count(db: &mut Db, account_id: i64) -> QueryResult<i64> {
    let companies = members::looked_after_alone(db, account_id)?;
    jobs::table
        .filter(is_of_nobody_else(account_id, companies))
        .count()
        .get_result(db)
}

/// Deletes the jobs that nobody but an account has that is about to be deleted. Those of a team stay with it,
/// and so do those that were imported for its company.
pub fn forget(db: &mut Db, account_id: i64, origin: &Origin) -> Result<(), Error> {
    let companies = members::looked_after_alone(db, account_id)?;
    loop {
        let batch: Vec<Job> = jobs::table
            .filter(is_of_nobody_else(account_id, companies.clone()))
            .order(jobs::id)
            .limit(BATCH)
            .select(Job::as_select())
            .load(db)?;
        if batch.is_empty() {
            return Ok(());
        }
        for job in &batch {
            job.delete(db, origin)?;
        }
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_of_nobody_else(account_id: i64, companies: Vec<i64>) -> _ {
    let imported = job_sources::table.select(job_sources::job_id);
    let own = jobs::company_id
        .is_null()
        .and(jobs::owner_id.eq(account_id));
    let of_company = jobs::company_id
        .eq_any(companies)
        .and(jobs::id.ne_all(imported));
    own.or(of_company)
}

/// Takes every job that an account posted off the board, the pages of closed ones included. Returns how many there
/// were.
pub fn take_down(db: &mut Db, account_id: i64, origin: &Origin) -> Result<usize, Error> {
    let public = Status::ALL.iter().filter(|status| status.is_public());
    let public: Vec<&str> = public.map(|status| status.as_str()).collect();
    let shown: Vec<i64> = jobs::table
        .filter(jobs::owner_id.eq(account_id))
        .filter(jobs::status.eq_any(public))
        .select(jobs::id)
        .load(db)?;
    for id in &shown {
        remove_as_it_stands(db, *id, origin)?;
    }
    Ok(shown.len())
}

/// Takes a job off the board, whoever is changing it meanwhile.
fn remove_as_it_stands(db: &mut Db, id: i64, origin: &Origin) -> Result<(), Error> {
    loop {
        let job = match Job::find(db, id) {
            Err(Error::NotFound) => return Ok(()),
            found => found?,
        };
        match job.remove(db, "", origin) {
            Err(Error::ChangedMeanwhile) => {}
            done => return done,
        }
    }
}

/// Follows an administrator who takes down what an account has on the board.
pub fn follow(db: &mut Db, event: &ContentRemoved, origin: &Origin) -> Result<(), db::Error> {
    take_down(db, event.account_id, origin)?;
    Ok(())
}

/// Follows an account that takes over the jobs of a guest.
pub fn inherit(db: &mut Db, event: &GuestInherited, _: &Origin) -> Result<(), db::Error> {
    diesel::update(jobs::table.filter(jobs::owner_id.eq(event.guest_id)))
        .set(jobs::owner_id.eq(event.account_id))
        .execute(db)?;
    // Kept pages know whose job they show.
    Ok(version::raise(db)?)
}

/// The next jobs of an account after the one with the id `after`.
fn of(db: &mut Db, account_id: i64, after: i64) -> QueryResult<Vec<Job>> {
    jobs::table
        .filter(belongs_to(account_id))
        .filter(jobs::id.gt(after))
        .order(jobs::id)
        .limit(BATCH)
        .select(Job::as_select())
        .load(db)
}
