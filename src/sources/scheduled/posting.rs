//! What a source remembers of each posting that it had.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::{dsl::count_star, prelude::*};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    jobs::{Job, Status, actions::JOB_PUBLISHED, events::JobChanged},
    platform::{
        audit::Origin,
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
        schema::{jobs, source_postings},
    },
};

/// Name and value of a posting's identifier.
pub type Key = (String, String);

/// What became of a posting's job.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// It is as the source has it.
    Open,
    /// The source lost it, and it was closed.
    Closed,
    /// The employer posted the job here: the posting is a copy of that one.
    Own,
}

impl TextEnum for State {
    fn label(self) -> Message {
        match self {
            Self::Open => Message::new("sources-state-open"),
            Self::Closed => Message::new("sources-state-closed"),
            Self::Own => Message::new("sources-state-own"),
        }
    }
}

/// A posting that its source had once.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = source_postings)]
pub struct Remembered {
    pub id: i64,
    pub source_id: i64,
    pub name: String,
    pub value: String,
    /// Nothing where the job was deleted here: it is not added again.
    pub job_id: Option<i64>,
    /// Runs in a row that lacked it.
    pub missing: i32,
    pub state: Stored<State>,
}

#[derive(Insertable)]
#[diesel(table_name = source_postings)]
struct NewPosting<'a> {
    source_id: i64,
    name: &'a str,
    value: &'a str,
    job_id: i64,
    missing: i32,
    state: Stored<State>,
}

impl Remembered {
    pub fn key(&self) -> Key {
        (self.name.clone(), self.value.clone())
    }
}

/// What this source, and what others, remember of postings with these identifiers.
pub fn load(
    db: &mut Db,
    source_id: i64,
    keys: &[&Key],
) -> QueryResult<(HashMap<Key, Remembered>, HashSet<Key>)> {
    let values: Vec<&str> = keys.iter().map(|(_, value)| value.as_str()).collect();
    let rows: Vec<Remembered> = source_postings::table
        .filter(source_postings::value.eq_any(values))
        .select(Remembered::as_select())
        .load(db)?;
    let (own, others): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.source_id == source_id);
    let own = own.into_iter().map(|row| (row.key(), row)).collect();
    let others = others.iter().map(Remembered::key).collect();
    Ok((own, others))
}

/// Remembers a posting that became `job_id`, or is a copy of it.
pub fn remember(
    db: &mut Db,
    source_id: i64,
    (name, value): &Key,
    job_id: i64,
    state: State,
) -> QueryResult<()> {
    diesel::insert_into(source_postings::table)
        .values(NewPosting {
            source_id,
            name,
            value,
            job_id,
            missing: 0,
            state: Stored(state),
        })
        .execute(db)?;
    Ok(())
}

pub fn set_state(db: &mut Db, id: i64, state: State) -> QueryResult<()> {
    diesel::update(source_postings::table.find(id))
        .set((
            source_postings::state.eq(state.as_str()),
            source_postings::missing.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets a posting: when it is met again, it is new.
pub fn forget(db: &mut Db, id: i64) -> QueryResult<()> {
    diesel::delete(source_postings::table.find(id)).execute(db)?;
    Ok(())
}

/// Makes a posting a copy of the job that the employer posted.
pub fn link(db: &mut Db, id: i64, own_job_id: i64) -> QueryResult<()> {
    set_state(db, id, State::Own)?;
    diesel::update(source_postings::table.find(id))
        .set(source_postings::job_id.eq(own_job_id))
        .execute(db)?;
    Ok(())
}

/// A posting whose job is on the board because of its source.
#[derive(Clone, Debug)]
pub struct Open {
    pub id: i64,
    pub key: Key,
    pub job_id: i64,
    pub title: String,
    pub missing: i32,
}

/// The postings of a source whose jobs are on the board.
pub fn open(db: &mut Db, source_id: i64, today: NaiveDate) -> QueryResult<Vec<Open>> {
    let is_valid = jobs::valid_through
        .is_null()
        .or(jobs::valid_through.ge(today).assume_not_null());
    let rows: Vec<(i64, String, String, i64, String, i32)> = source_postings::table
        .inner_join(jobs::table)
        .filter(source_postings::source_id.eq(source_id))
        .filter(source_postings::state.eq(State::Open.as_str()))
        .filter(jobs::status.eq(Status::Published.as_str()))
        .filter(is_valid)
        .order(source_postings::id)
        .select((
            source_postings::id,
            source_postings::name,
            source_postings::value,
            jobs::id,
            jobs::title,
            source_postings::missing,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(id, name, value, job_id, title, missing)| Open {
            id,
            key: (name, value),
            job_id,
            title,
            missing,
        })
        .collect())
}

/// How many jobs of each source are on the board.
pub fn count_open(db: &mut Db, today: NaiveDate) -> QueryResult<HashMap<i64, i64>> {
    let is_valid = jobs::valid_through
        .is_null()
        .or(jobs::valid_through.ge(today).assume_not_null());
    let rows: Vec<(i64, i64)> = source_postings::table
        .inner_join(jobs::table)
        .filter(source_postings::state.eq(State::Open.as_str()))
        .filter(jobs::status.eq(Status::Published.as_str()))
        .filter(is_valid)
        .group_by(source_postings::source_id)
        .select((source_postings::source_id, count_star()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Some of the jobs that the last runs lacked, and their titles.
pub fn missing(db: &mut Db, source_id: i64, most: i64) -> QueryResult<Vec<(i64, String)>> {
    source_postings::table
        .inner_join(jobs::table)
        .filter(source_postings::source_id.eq(source_id))
        .filter(source_postings::state.eq(State::Open.as_str()))
        .filter(source_postings::missing.ge(1))
        .filter(jobs::status.eq(Status::Published.as_str()))
        .order(source_postings::id)
        .limit(most)
        .select((jobs::id, jobs::title))
        .load(db)
}

/// How many postings a source had.
pub fn count(db: &mut Db, source_id: i64) -> QueryResult<i64> {
    source_postings::table
        .filter(source_postings::source_id.eq(source_id))
        .count()
        .get_result(db)
}

/// Some of the postings that a source had, the newest first, each with its job.
pub fn newest_of(
    db: &mut Db,
    source_id: i64,
    offset: i64,
    most: i64,
) -> QueryResult<Vec<(Remembered, Option<Job>)>> {
    let postings: Vec<Remembered> = source_postings::table
        .filter(source_postings::source_id.eq(source_id))
        .order(source_postings::id.desc())
        .offset(offset)
        .limit(most)
        .select(Remembered::as_select())
        .load(db)?;
    let ids: Vec<i64> = postings
        .iter()
        .filter_map(|posting| posting.job_id)
        .collect();
    let found: Vec<Job> = jobs::table
        .filter(jobs::id.eq_any(ids))
        .select(Job::as_select())
        .load(db)?;
    let mut by_id: HashMap<i64, Job> = found.into_iter().map(|job| (job.id, job)).collect();
    let with_job = |posting: Remembered| {
        let job = posting.job_id.and_then(|id| by_id.remove(&id));
        (posting, job)
    };
    Ok(postings.into_iter().map(with_job).collect())
}

/// Somebody who puts a job back that its source lost has it: the source closes it no more.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &JobChanged, _: &Origin) -> Result<(), db::Error> {
    let Some(job) = &change.after else {
        return Ok(());
    };
    if change.action.name != JOB_PUBLISHED.name || change.before.is_none() {
        return Ok(());
    }
    let lost = source_postings::table
        .filter(source_postings::job_id.eq(job.id))
        .filter(source_postings::state.eq(State::Closed.as_str()));
    diesel::delete(lost).execute(db)?;
    Ok(())
}
