//! Claiming a task, and what becomes of it afterwards.

use chrono::NaiveDateTime;
use diesel::{dsl::not, prelude::*};

use crate::platform::{db::Db, schema::tasks};

/// Longest error kept, in characters.
const ERROR_LENGTH: usize = 500;

/// A task that a worker has, until its lease ends.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = tasks)]
pub struct Claimed {
    pub id: i64,
    pub kind: String,
    pub queue: Option<String>,
    pub payload: String,
    pub created_at: NaiveDateTime,
    /// This try included, once it is claimed.
    pub attempts: i32,
}

/// What is set when a worker gives a task back: when it is next due, if ever, and what went wrong.
#[derive(AsChangeset)]
#[diesel(table_name = tasks, treat_none_as_null = true)]
struct Released {
    due_at: Option<NaiveDateTime>,
    leased_until: Option<NaiveDateTime>,
    last_error: Option<String>,
}

/// The task of one of `kinds` that is due longest, of no queue that is busy.
pub fn next_due(
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
        let afresh = (tasks::created_at.eq(due), tasks::attempts.eq(0));
        let released = Released::new(Some(due), None);
        diesel::update(self.own())
            .set((afresh, released))
            .execute(db)?;
        Ok(())
    }

    /// Puts it back, and what else is due in its queue.
    pub fn put_off(&self, db: &mut Db, error: &str, due: NaiveDateTime) -> QueryResult<()> {
        diesel::update(self.own())
            .set(Released::new(Some(due), Some(error)))
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
        let released = Released::new(None, Some(error));
        diesel::update(self.own())
            .set((tasks::payload.eq(payload), released))
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

impl Released {
    fn new(due_at: Option<NaiveDateTime>, error: Option<&str>) -> Self {
        Self {
            due_at,
            leased_until: None,
            last_error: error.map(|error| error.chars().take(ERROR_LENGTH).collect()),
        }
    }
}
