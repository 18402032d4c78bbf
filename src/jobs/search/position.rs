//! Where a page of the list begins or ends.

use chrono::{DateTime, NaiveDateTime};
use diesel::{
    dsl::sql,
    sql_types::{BigInt, Bool, Timestamp},
};

use crate::{db::Db, jobs::job::Job, schema::jobs};

/// A job's place in the list: newest first, and among equals the highest id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    date_posted: NaiveDateTime,
    id: i64,
}

pub type Comparison = Box<
    dyn diesel::expression::BoxableExpression<
            jobs::table,
            <Db as diesel::Connection>::Backend,
            SqlType = Bool,
        >,
>;

impl Position {
    pub fn of(job: &Job) -> Option<Self> {
        Some(Self {
            date_posted: job.date_posted?,
            id: job.id,
        })
    }

    /// `1767225600.42`: seconds since 1970 and the id.
    pub fn parse(text: &str) -> Option<Self> {
        let (seconds, id) = text.split_once('.')?;
        Some(Self {
            date_posted: DateTime::from_timestamp(seconds.parse().ok()?, 0)?.naive_utc(),
            id: id.parse().ok()?,
        })
    }

    /// A row value, which both databases answer from the index; Diesel's language has none.
    pub fn compare(self, operator: &str) -> Comparison {
        Box::new(
            sql::<Bool>(&format!("(jobs.date_posted, jobs.id) {operator} ("))
                .bind::<Timestamp, _>(self.date_posted)
                .sql(", ")
                .bind::<BigInt, _>(self.id)
                .sql(")"),
        )
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.date_posted.and_utc().timestamp(), self.id)
    }
}
