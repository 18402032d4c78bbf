//! How much waits, for whoever watches the board.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, TimeDelta};
use diesel::{
    dsl::{count, count_star, min},
    prelude::*,
};
use serde::Serialize;

use crate::platform::{db::Db, schema::tasks};

/// The tasks of one kind.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Counts {
    pub waiting: i64,
    /// Nobody tries them any more.
    pub given_up: i64,
    /// Seconds since the first of those that wait was queued, or had its turn.
    pub oldest_seconds: i64,
}

impl Counts {
    /// The tasks of every kind that there is one of.
    pub fn read(db: &mut Db, now: NaiveDateTime) -> QueryResult<BTreeMap<String, Self>> {
        let waiting: Vec<(String, i64, Option<NaiveDateTime>)> = tasks::table
            .filter(tasks::due_at.is_not_null())
            .group_by(tasks::kind)
            .select((tasks::kind, count_star(), min(tasks::created_at)))
            .load(db)?;
        let given_up: Vec<(String, i64)> = tasks::table
            .filter(tasks::due_at.is_null())
            .group_by(tasks::kind)
            .select((tasks::kind, count(tasks::id)))
            .load(db)?;
        let since = |then: Option<NaiveDateTime>| {
            then.map_or(0, |then| (now - then).max(TimeDelta::zero()).num_seconds())
        };
        let mut counts: BTreeMap<String, Self> = BTreeMap::new();
        for (kind, waiting, oldest) in waiting {
            let of_kind = counts.entry(kind).or_default();
            of_kind.waiting = waiting;
            of_kind.oldest_seconds = since(oldest);
        }
        for (kind, given_up) in given_up {
            counts.entry(kind).or_default().given_up = given_up;
        }
        Ok(counts)
    }
}
