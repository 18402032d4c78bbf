//! A source: what it is, when it is read next, and what its last runs left to say.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::{
    posting::{self, State},
    system::System,
};
use crate::{
    jobs::{Job, Status, error::Error},
    platform::{
        audit::Origin,
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        schema::{jobs, source_postings, sources},
    },
};

/// Most sources of a board.
pub const MOST: i64 = 1_000;

/// How often a source may be read, in hours.
pub const HOURS: [i32; 5] = [1, 3, 6, 12, 24];

/// Jobs that are closed in one transaction.
const BATCH: i64 = 50;

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sources)]
pub struct Source {
    pub id: i64,
    pub system: Stored<System>,
    /// The board's name at its system; a feed's URL.
    pub address: String,
    /// The company of the jobs; of a feed, that of jobs that name none, which may be empty. It never changes: it is
    /// a part of what tells the jobs apart.
    pub company: String,
    pub hours: i32,
    /// When it is read next.
    pub due_at: NaiveDateTime,
    pub paused_at: Option<NaiveDateTime>,
    /// Runs in a row that failed, or found nothing where there were jobs.
    pub failures: i32,
    /// Jobs that its last run lacked, which wait for somebody to decide.
    pub held: i32,
    /// What a conditional request sends along; see [`Validators`](super::fetch::Validators).
    pub validators: String,
    /// When it was read last without a failure.
    pub read_at: Option<NaiveDateTime>,
    /// Why the last run failed, as the stored text of a [`Problem`](super::fetch::Problem); empty where it did not.
    pub trouble: String,
}

/// What a run leaves to say of its source.
#[derive(AsChangeset)]
#[diesel(table_name = sources)]
pub struct Settled {
    pub failures: i32,
    pub held: i32,
    pub validators: String,
    /// Stays as it was where there is none.
    pub read_at: Option<NaiveDateTime>,
    pub trouble: String,
}

/// A source that is not stored yet.
#[derive(Clone, Debug, Insertable)]
#[diesel(table_name = sources)]
pub struct NewSource {
    pub system: Stored<System>,
    pub address: String,
    pub company: String,
    pub hours: i32,
    created_at: NaiveDateTime,
    due_at: NaiveDateTime,
    failures: i32,
    held: i32,
    validators: String,
    trouble: String,
}

impl NewSource {
    /// A source that is read at once, and then every so many hours.
    pub fn new(
        system: System,
        address: String,
        company: String,
        hours: i32,
        now: NaiveDateTime,
    ) -> Self {
        Self {
            system: Stored(system),
            address,
            company,
            hours,
            created_at: now,
            due_at: now,
            failures: 0,
            held: 0,
            validators: String::new(),
            trouble: String::new(),
        }
    }

    /// Stores it, and returns its id.
    pub fn insert(&self, db: &mut Db) -> QueryResult<i64> {
        diesel::insert_into(sources::table)
            .values(self)
            .returning(sources::id)
            .get_result(db)
    }
}

impl Source {
    pub fn all(db: &mut Db) -> QueryResult<Vec<Self>> {
        sources::table
            .order(sources::id.desc())
            .select(Self::as_select())
            .load(db)
    }

    pub fn find(db: &mut Db, id: i64) -> QueryResult<Option<Self>> {
        sources::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// The source of this board or this address, if there is one.
    pub fn at(db: &mut Db, system: System, address: &str) -> QueryResult<Option<Self>> {
        sources::table
            .filter(sources::system.eq(system.as_str()))
            .filter(sources::address.eq(address))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Those that are due, the longest waiting first.
    pub fn due(db: &mut Db, now: NaiveDateTime) -> QueryResult<Vec<Self>> {
        sources::table
            .filter(sources::due_at.le(now))
            .filter(sources::paused_at.is_null())
            .order(sources::due_at)
            .select(Self::as_select())
            .load(db)
    }

    /// Has it wait until `due`.
    pub fn wait(&self, db: &mut Db, due: NaiveDateTime) -> QueryResult<()> {
        diesel::update(sources::table.find(self.id))
            .set(sources::due_at.eq(due))
            .execute(db)?;
        Ok(())
    }

    /// Reads it no more, or again from now on.
    pub fn set_paused(&self, db: &mut Db, paused: bool, now: NaiveDateTime) -> QueryResult<()> {
        diesel::update(sources::table.find(self.id))
            .set((
                sources::paused_at.eq(paused.then_some(now)),
                sources::due_at.eq(now),
                sources::failures.eq(0),
            ))
            .execute(db)?;
        Ok(())
    }

    /// Changes how often it is read, from now on.
    pub fn set_hours(&self, db: &mut Db, hours: i32, now: NaiveDateTime) -> QueryResult<()> {
        let due = now + TimeDelta::hours(hours.into());
        diesel::update(sources::table.find(self.id))
            .set((sources::hours.eq(hours), sources::due_at.eq(due)))
            .execute(db)?;
        Ok(())
    }

    /// Notes how a run ended.
    pub fn settle(&self, db: &mut Db, settled: &Settled) -> QueryResult<()> {
        diesel::update(sources::table.find(self.id))
            .set(settled)
            .execute(db)?;
        Ok(())
    }

    /// Forgets it. Its jobs stay as they are.
    pub fn delete(&self, db: &mut Db) -> QueryResult<()> {
        diesel::delete(sources::table.find(self.id)).execute(db)?;
        Ok(())
    }

    /// How many sources there are.
    pub fn count(db: &mut Db) -> QueryResult<i64> {
        sources::table.count().get_result(db)
    }

    /// Closes some of its open jobs: those that were missing, or any. Returns how many; none where none are left.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`], and those of the database.
    pub fn close_some(
        &self,
        db: &mut Db,
        only_missing: bool,
        origin: &Origin,
    ) -> Result<usize, Error> {
        let least = i32::from(only_missing);
        let some: Vec<(i64, Job)> = source_postings::table
            .inner_join(jobs::table)
            .filter(source_postings::source_id.eq(self.id))
            .filter(source_postings::state.eq(State::Open.as_str()))
            .filter(source_postings::missing.ge(least))
            .filter(jobs::status.eq(Status::Published.as_str()))
            .order(source_postings::id)
            .limit(BATCH)
            .select((source_postings::id, Job::as_select()))
            .load(db)?;
        for (posting_id, job) in &some {
            job.close(db, Status::Withdrawn, origin)?;
            posting::set_state(db, *posting_id, State::Closed)?;
        }
        Ok(some.len())
    }

    /// Lets go of the jobs that were missing: they stay on the board and are no longer this source's.
    /// Returns how many that were.
    pub fn release_missing(&self, db: &mut Db) -> QueryResult<usize> {
        let missing = source_postings::table
            .filter(source_postings::source_id.eq(self.id))
            .filter(source_postings::state.eq(State::Open.as_str()))
            .filter(source_postings::missing.ge(1));
        let released = diesel::delete(missing).execute(db)?;
        self.hold(db, 0)?;
        Ok(released)
    }

    /// So many missing jobs wait for a decision.
    pub fn hold(&self, db: &mut Db, held: i32) -> QueryResult<()> {
        diesel::update(sources::table.find(self.id))
            .set(sources::held.eq(held))
            .execute(db)?;
        Ok(())
    }
}
