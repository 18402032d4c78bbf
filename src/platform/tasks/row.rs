//! The table of tasks: queuing, and changing what waits.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::Task;
use crate::platform::{
    db::{self, Db},
    schema::tasks,
};

/// Days for which an operator can look at a task that was given up.
const DAYS_KEPT: i64 = 30;

/// A task to be queued.
#[derive(Clone, Debug, Insertable)]
#[diesel(table_name = tasks)]
pub struct NewTask {
    kind: &'static str,
    key: Option<String>,
    queue: Option<String>,
    payload: String,
    created_at: NaiveDateTime,
    due_at: Option<NaiveDateTime>,
    attempts: i32,
    last_error: Option<String>,
}

impl NewTask {
    /// A task that is due at once.
    ///
    /// # Errors
    /// When the payload cannot be written as JSON, which is a mistake of the program.
    pub fn of<T: Task>(payload: &T::Payload, now: NaiveDateTime) -> Result<Self, db::Error> {
        let payload = serde_json::to_string(payload).map_err(db::Error::internal)?;
        Ok(Self::new(T::KIND, payload, now))
    }

    /// A task that always waits, of which there is one.
    pub(super) fn standing(kind: &'static str, payload: String, now: NaiveDateTime) -> Self {
        Self::new(kind, payload, now).key(kind.to_owned())
    }

    fn new(kind: &'static str, payload: String, now: NaiveDateTime) -> Self {
        Self {
            kind,
            key: None,
            queue: None,
            payload,
            created_at: now,
            due_at: Some(now),
            attempts: 0,
            last_error: None,
        }
    }

    /// Of tasks with one key only one waits. It loses its key when it is first tried.
    pub fn key(mut self, key: String) -> Self {
        self.key = Some(key);
        self
    }

    /// Tasks of one queue run one at a time. When one fails, the others that are due wait as long. Of queues
    /// whose names have the same beginning up to the last slash, one runs at a time, so that nobody who has
    /// many of them fills a lane.
    pub fn queue(mut self, queue: String) -> Self {
        self.queue = Some(queue);
        self
    }

    /// Not before `at`; never, where it was given up.
    pub fn due(mut self, at: Option<NaiveDateTime>) -> Self {
        self.due_at = at;
        self
    }

    /// It was tried before, so often, and failed like this the last time.
    pub fn tried(mut self, attempts: i32, error: Option<String>) -> Self {
        self.attempts = attempts;
        self.last_error = error;
        self
    }

    /// Queues it; call it in the transaction of the cause. Returns whether it was queued: it is not where
    /// one with its key waits.
    pub fn store(&self, db: &mut Db) -> QueryResult<bool> {
        let insert = diesel::insert_into(tasks::table)
            .values(self)
            .on_conflict_do_nothing();
        // `ON CONFLICT` is spelled by each backend for itself.
        let stored = match db {
            Db::Postgres(pg) => insert.execute(pg),
            Db::Sqlite(sqlite) => insert.execute(sqlite),
        }?;
        Ok(stored == 1)
    }
}

/// The payload of the task that waits with `key`.
pub fn waiting<T: Task>(db: &mut Db, key: &str) -> Result<Option<T::Payload>, db::Error> {
    let payload: Option<String> = tasks::table
        .filter(tasks::key.eq(key))
        .select(tasks::payload)
        .first(db)
        .optional()?;
    payload
        .map(|payload| serde_json::from_str(&payload).map_err(db::Error::internal))
        .transpose()
}

/// Changes the payload of the task that waits with `key`. Returns whether there is one.
pub fn replace<T: Task>(db: &mut Db, key: &str, payload: &T::Payload) -> Result<bool, db::Error> {
    let payload = serde_json::to_string(payload).map_err(db::Error::internal)?;
    let replaced = diesel::update(tasks::table.filter(tasks::key.eq(key)))
        .set(tasks::payload.eq(payload))
        .execute(db)?;
    Ok(replaced == 1)
}

/// Lets the task that waits with `key` wait until `due` at least.
pub fn postpone(db: &mut Db, key: &str, due: NaiveDateTime) -> QueryResult<()> {
    let sooner = tasks::table
        .filter(tasks::key.eq(key))
        .filter(tasks::due_at.lt(due));
    diesel::update(sooner)
        .set(tasks::due_at.eq(due))
        .execute(db)?;
    Ok(())
}

/// Deletes what was given up a month ago. Returns how many rows that were.
pub fn forget_given_up(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
    let old = tasks::table
        .filter(tasks::due_at.is_null())
        .filter(tasks::created_at.lt(now - TimeDelta::days(DAYS_KEPT)));
    diesel::delete(old).execute(db)
}
