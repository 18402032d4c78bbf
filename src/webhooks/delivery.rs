//! The log of deliveries: every try, and what came of it.

use chrono::{Days, NaiveDateTime};
use diesel::prelude::*;

use crate::platform::{db::Db, schema::deliveries};

/// Days for which tries are kept.
const DAYS_KEPT: u64 = 30;

/// Longest outcome kept, in characters.
const OUTCOME_LENGTH: usize = 200;

#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = deliveries)]
pub struct Delivery {
    pub webhook_id: i64,
    pub message_id: String,
    pub event: String,
    pub at: NaiveDateTime,
    /// Counted from one.
    pub attempt: i32,
    /// The receiver's answer, if it gave one.
    pub status: Option<i32>,
    /// The stored text of a `Failure`, nothing where there was none; words in English, where an earlier
    /// version wrote it.
    pub outcome: String,
    pub milliseconds: i32,
}

impl Delivery {
    pub fn record(mut self, db: &mut Db) -> QueryResult<()> {
        self.outcome = self.outcome.chars().take(OUTCOME_LENGTH).collect();
        diesel::insert_into(deliveries::table)
            .values(&self)
            .execute(db)?;
        Ok(())
    }

    /// The newest of a webhook.
    pub fn newest_of(db: &mut Db, webhook_id: i64, most: i64) -> QueryResult<Vec<Self>> {
        deliveries::table
            .filter(deliveries::webhook_id.eq(webhook_id))
            .order(deliveries::id.desc())
            .limit(most)
            .select(Self::as_select())
            .load(db)
    }

    /// Forgets old ones.
    pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
        let old = deliveries::at.lt(now - Days::new(DAYS_KEPT));
        diesel::delete(deliveries::table.filter(old)).execute(db)
    }
}
