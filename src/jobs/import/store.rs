//! Storing postings, a batch in one transaction: new ones are added, changed ones updated, and what
//! is the same is left alone.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::posting::{Posting, fingerprint};
use crate::{
    db::{Db, text_enum::Stored, version},
    error::Error,
    jobs::{job::Job, listed, new_job::NewJob, status::Status},
    schema::{job_sources, jobs},
};

/// What became of a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Added,
    Updated,
    Unchanged,
}

#[derive(Insertable)]
#[diesel(table_name = job_sources)]
struct NewSource<'a> {
    job_id: i64,
    name: &'a str,
    value: &'a str,
    digest: &'a str,
}

/// Stores `postings`, which belong to `owner_id` or to nobody. Call inside a transaction. The
/// outcomes are in the order of the postings. Those that this board, at `host`, numbered itself are
/// its own jobs.
pub fn store(
    db: &mut Db,
    postings: &[Posting],
    host: &str,
    owner_id: Option<i64>,
    now: NaiveDateTime,
) -> Result<Vec<Outcome>, Error> {
    let mut known = load_known(db, postings)?;
    known.extend(load_own(db, postings, host)?);
    let mut outcomes = Vec::with_capacity(postings.len());
    for posting in postings {
        let outcome = match known.get(&posting.source) {
            Some((_, digest)) if *digest == posting.digest => Outcome::Unchanged,
            Some((job_id, _)) => {
                update(db, *job_id, posting, now)?;
                Outcome::Updated
            }
            None => {
                let job_id = add(db, posting, owner_id, now)?;
                known.insert(posting.source.clone(), (job_id, posting.digest.clone()));
                Outcome::Added
            }
        };
        if let (Outcome::Updated, Some(entry)) = (outcome, known.get_mut(&posting.source)) {
            entry.1.clone_from(&posting.digest);
        }
        outcomes.push(outcome);
    }
    if outcomes
        .iter()
        .any(|outcome| *outcome != Outcome::Unchanged)
    {
        version::raise(db)?;
    }
    Ok(outcomes)
}

type Known = HashMap<(String, String), (i64, String)>;

fn load_known(db: &mut Db, postings: &[Posting]) -> Result<Known, Error> {
    let values: Vec<&str> = postings
        .iter()
        .map(|posting| posting.source.1.as_str())
        .collect();
    let rows: Vec<(String, String, i64, String)> = job_sources::table
        .filter(job_sources::value.eq_any(values))
        .select((
            job_sources::name,
            job_sources::value,
            job_sources::job_id,
            job_sources::digest,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(name, value, job_id, digest)| ((name, value), (job_id, digest)))
        .collect())
}

/// The jobs that were posted here, as an export of this board names them.
fn load_own(db: &mut Db, postings: &[Posting], host: &str) -> Result<Known, Error> {
    let ids: Vec<i64> = postings
        .iter()
        .filter(|posting| posting.source.0 == host)
        .filter_map(|posting| posting.source.1.parse().ok())
        .collect();
    if ids.is_empty() {
        return Ok(Known::new());
    }
    let imported = job_sources::table.select(job_sources::job_id);
    let own: Vec<Job> = jobs::table
        .filter(jobs::id.eq_any(ids))
        .filter(jobs::id.ne_all(imported))
        .select(Job::as_select())
        .load(db)?;
    Ok(own
        .into_iter()
        .map(|job| {
            let source = (host.to_owned(), job.id.to_string());
            let digest = fingerprint(&job.fields, job.date_posted);
            (source, (job.id, digest))
        })
        .collect())
}

fn add(
    db: &mut Db,
    posting: &Posting,
    owner_id: Option<i64>,
    now: NaiveDateTime,
) -> Result<i64, Error> {
    let is_published = posting.status == Status::Published;
    let new = NewJob {
        status: Stored(posting.status),
        date_posted: posting.date_posted.or(is_published.then_some(now)),
        ..NewJob::new(owner_id, posting.fields.clone(), true, now)
    };
    let job_id = diesel::insert_into(jobs::table)
        .values(&new)
        .returning(jobs::id)
        .get_result(db)?;
    listed::list(db, &new.into_job(job_id))?;
    let source = NewSource {
        job_id,
        name: &posting.source.0,
        value: &posting.source.1,
        digest: &posting.digest,
    };
    diesel::insert_into(job_sources::table)
        .values(&source)
        .execute(db)?;
    Ok(job_id)
}

/// The status stays: a job that was closed here is not opened by an import.
fn update(db: &mut Db, job_id: i64, posting: &Posting, now: NaiveDateTime) -> Result<(), Error> {
    diesel::update(jobs::table.find(job_id))
        .set((
            &posting.fields,
            jobs::version.eq(jobs::version + 1),
            jobs::updated_at.eq(now),
        ))
        .execute(db)?;
    let job = Job::find(db, job_id)?;
    listed::relist(db, &job)?;
    diesel::update(job_sources::table.find(job_id))
        .set(job_sources::digest.eq(&posting.digest))
        .execute(db)?;
    Ok(())
}
