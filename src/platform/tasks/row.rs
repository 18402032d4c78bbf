//! The table of tasks: queuing, claiming, settling.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::{dsl::not, prelude::*};

use super::Task;
use crate::platform::{
    db::{self, Db},
    schema::tasks,
};

/// Days for which an operator can look at a task that was given up.
const DAYS_KEPT: i64 = 30;

/// Longest error kept, in characters.
const ERROR_LENGTH: usize = 500;

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

/// A task that a worker has, until its lease ends.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = tasks)]
pub(super) struct Claimed {
    pub id: i64,
    pub kind: String,
    pub queue: Option<String>,
    pub payload: String,
    pub created_at: NaiveDateTime,
    /// This try included, once it is claimed.
    pub attempts: i32,
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

/// The task of one of `kinds` that is due longest, of no queue that is busy.
pub(super) fn next_due(
    db: &mut Db,
    kinds: &[&'static str],
    now: NaiveDateTime,
) -> QueryResult<Option<Claimed>> {
    let busy: Vec<Option<String>> = tasks::table
        .filter(tasks::leased_until.gt(now))
        .filter(tasks::queue.is_not_null())
        .select(tasks::queue)
        .load(db)?;
    let is_free = tasks::leased_until
        .is_null()
        .or(tasks::leased_until.le(now));
    let mut due = tasks::table
        .filter(tasks::kind.eq_any(kinds))
        .filter(tasks::due_at.le(now))
        .filter(is_free)
        .order((tasks::due_at, tasks::id))
        .select(Claimed::as_select())
        .into_boxed();
    for queue in busy.iter().flatten() {
        let (group, _) = queue.rsplit_once('/').unwrap_or((queue, ""));
        let in_group = tasks::queue.like(format!("{group}/%"));
        let is_other = tasks::queue.ne(queue).and(not(in_group));
        due = due.filter(tasks::queue.is_null().or(is_other));
    }
    due.first(db).optional()
}

impl Claimed {
    /// Takes it until `until`. An update that counts the try is what takes it: of several workers only
    /// one changes the row.
    pub fn claim(
        &self,
        db: &mut Db,
        keeps_key: bool,
        now: NaiveDateTime,
        until: NaiveDateTime,
    ) -> QueryResult<Option<Self>> {
        let free = tasks::table
            .find(self.id)
            .filter(tasks::attempts.eq(self.attempts))
            .filter(tasks::due_at.le(now));
        let claimed = diesel::update(free)
            .set((
                tasks::attempts.eq(tasks::attempts + 1),
                tasks::leased_until.eq(until),
            ))
            .execute(db)?;
        if claimed == 0 {
            return Ok(None);
        }
        if !keeps_key {
            diesel::update(tasks::table.find(self.id))
                .set(tasks::key.eq(None::<String>))
                .execute(db)?;
        }
        // It may have been replaced until it was claimed.
        let row = tasks::table.find(self.id).select(Self::as_select());
        row.first(db).map(Some)
    }

    pub fn finish(&self, db: &mut Db) -> QueryResult<()> {
        diesel::delete(self.own()).execute(db)?;
        Ok(())
    }

    /// Makes it wait for its next turn, as if it were queued for that.
    pub fn stand(&self, db: &mut Db, due: NaiveDateTime) -> QueryResult<()> {
        diesel::update(self.own())
            .set((
                tasks::created_at.eq(due),
                tasks::due_at.eq(due),
                tasks::attempts.eq(0),
                tasks::leased_until.eq(None::<NaiveDateTime>),
                tasks::last_error.eq(None::<String>),
            ))
            .execute(db)?;
        Ok(())
    }

    /// Puts it back, and what else is due in its queue.
    pub fn put_off(&self, db: &mut Db, error: &str, due: NaiveDateTime) -> QueryResult<()> {
        diesel::update(self.own())
            .set((
                tasks::due_at.eq(due),
                tasks::leased_until.eq(None::<NaiveDateTime>),
                tasks::last_error.eq(shortened(error)),
            ))
            .execute(db)?;
        if let Some(queue) = &self.queue {
            let others = tasks::table
                .filter(tasks::queue.eq(queue))
                .filter(tasks::due_at.lt(due));
            diesel::update(others)
                .set(tasks::due_at.eq(due))
                .execute(db)?;
        }
        Ok(())
    }

    /// Keeps `remains` of it for the operator to see.
    pub fn give_up(&self, db: &mut Db, error: &str, remains: Option<String>) -> QueryResult<()> {
        let Some(payload) = remains else {
            return self.finish(db);
        };
        diesel::update(self.own())
            .set((
                tasks::due_at.eq(None::<NaiveDateTime>),
                tasks::leased_until.eq(None::<NaiveDateTime>),
                tasks::last_error.eq(shortened(error)),
                tasks::payload.eq(payload),
            ))
            .execute(db)?;
        Ok(())
    }

    /// The row, unless its lease ended and another worker has it.
    fn own(&self) -> Own {
        tasks::table
            .find(self.id)
            .filter(tasks::attempts.eq(self.attempts))
    }
}

type Own = diesel::dsl::Filter<
    diesel::dsl::Find<tasks::table, i64>,
    diesel::dsl::Eq<tasks::attempts, i32>,
>;

fn shortened(error: &str) -> String {
    error.chars().take(ERROR_LENGTH).collect()
}
