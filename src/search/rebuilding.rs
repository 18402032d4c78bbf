//! Building the lists from the jobs: on command, and after an upgrade. The search index follows.

use chrono::NaiveDate;
use diesel::{
    dsl::sql,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Bool, Timestamp},
};

use super::search_entry::list;
use crate::{
    companies::naming::Names,
    jobs::{Job, Status},
    platform::{
        db::{self, Db, text_enum::TextEnum, version},
        schema::{board_version, jobs, listings},
    },
};

/// Jobs read at a time.
const BATCH: i64 = 500;

/// Raised when the lists show the same jobs otherwise. 1: slugs in the letters of their script.
const LISTS_VERSION: i32 = 1;

/// Builds the lists anew from the jobs, the oldest first, so that what is read together lies together,
/// telling `progress` how many are done. Returns how many jobs are on the board.
pub fn rebuild(db: &mut Db, mut progress: impl FnMut(usize)) -> QueryResult<usize> {
    diesel::delete(listings::table).execute(db)?;
    let names = Names::load(db)?;
    let mut after = (NaiveDate::default().into(), 0);
    let mut listed = 0;
    loop {
        let batch: Vec<Job> = jobs::table
            .filter(
                sql::<Bool>("(jobs.date_posted, jobs.id) > (")
                    .bind::<Timestamp, _>(after.0)
                    .sql(", ")
                    .bind::<BigInt, _>(after.1)
                    .sql(")"),
            )
            .filter(jobs::status.eq(Status::Published.as_str()))
            .order((jobs::date_posted, jobs::id))
            .limit(BATCH)
            .select(Job::as_select())
            .load(db)?;
        let Some(last) = batch.last() else { break };
        after = (last.date_posted.unwrap_or_default(), last.id);
        for job in &batch {
            list(db, job, names.of(&job.fields.company))?;
        }
        listed += batch.len();
        progress(batch.len());
    }
    diesel::update(board_version::table)
        .set(board_version::index_version.eq(LISTS_VERSION))
        .execute(db)?;
    version::raise(db)?;
    Ok(listed)
}

/// Fills in what a version before this one, which may still run beside it, left out of the lists.
///
/// # Errors
/// Those of the database.
pub fn complete(db: &mut Db) -> Result<(), db::Error> {
    let completed = sql_query(
        "UPDATE listings SET (location, pay_min, pay_max, pay_period) = (
            SELECT CASE WHEN workplace = 'remote' AND location = ''
                    THEN COALESCE(applicant_location, '') ELSE location END,
                pay_min, pay_max, pay_period
            FROM jobs WHERE jobs.id = listings.job_id)
        WHERE location IS NULL",
    )
    .execute(db)?;
    if completed > 0 {
        tracing::info!(completed, "filled in place and pay of the lists");
    }
    Ok(())
}

/// Builds the lists after an upgrade that brought or changed them. Until they are built, others read
/// the ones from before.
///
/// # Errors
/// Those of the database.
pub fn build_if_outdated(db: &mut Db) -> Result<(), db::Error> {
    if is_outdated(db)? || is_missing(db)? {
        let listed = db::transaction::<_, db::Error>(db, |db| Ok(rebuild(db, |_| {})?))?;
        tracing::info!(listed, "built the lists");
    }
    Ok(())
}

fn is_outdated(db: &mut Db) -> QueryResult<bool> {
    let made_of: i32 = board_version::table
        .select(board_version::index_version)
        .first(db)?;
    Ok(made_of < LISTS_VERSION)
}

fn is_missing(db: &mut Db) -> QueryResult<bool> {
    let any_listed: bool = diesel::select(diesel::dsl::exists(
        listings::table.select(listings::job_id),
    ))
    .get_result(db)?;
    let published = jobs::table.filter(jobs::status.eq(Status::Published.as_str()));
    let any_published: bool = diesel::select(diesel::dsl::exists(published)).get_result(db)?;
    Ok(any_published && !any_listed)
}
