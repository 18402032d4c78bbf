//! The rows that are kept: how often something was done with a job on a day.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::kind::Kind;
use crate::{
    jobs::visits::Event,
    platform::{
        audit::Origin,
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
        },
        schema::{job_statistics, jobs},
    },
};

/// Days for which rows are kept: two years.
pub const DAYS_KEPT: u64 = 731;

/// What is counted apart.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Key {
    pub job_id: i64,
    /// By the board's zone.
    pub day: NaiveDate,
    pub event: Event,
    pub kind: Kind,
    /// Of people where they come from, of programs the rule by which they are known.
    pub source: Arc<str>,
}

/// A row as it is read.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = job_statistics)]
pub struct Row {
    pub job_id: i64,
    pub day: NaiveDate,
    pub event: Stored<Event>,
    pub visitor: Stored<Kind>,
    pub source: String,
    pub visits: i64,
}

impl Key {
    /// Adds visits. Those of a job that was deleted since go with it.
    pub fn add(&self, db: &mut Db, visits: i64) -> QueryResult<()> {
        if self.raise(db, visits)? {
            return Ok(());
        }
        let is_there = jobs::table.find(self.job_id).select(jobs::id);
        if is_there.first::<i64>(db).optional()?.is_none() {
            return Ok(());
        }
        let insert = diesel::insert_into(job_statistics::table)
            .values((
                job_statistics::job_id.eq(self.job_id),
                job_statistics::day.eq(self.day),
                job_statistics::event.eq(self.event.as_str()),
                job_statistics::visitor.eq(self.kind.as_str()),
                job_statistics::source.eq(&*self.source),
                job_statistics::visits.eq(visits),
            ))
            .on_conflict_do_nothing();
        // `ON CONFLICT` is spelled by each backend for itself.
        let added = match db {
            Db::Postgres(pg) => insert.execute(pg),
            Db::Sqlite(sqlite) => insert.execute(sqlite),
        }?;
        if added == 0 {
            // Another replica was faster.
            self.raise(db, visits)?;
        }
        Ok(())
    }

    /// Returns whether there is a row.
    fn raise(&self, db: &mut Db, visits: i64) -> QueryResult<bool> {
        let source: &str = &self.source;
        let key = (
            self.job_id,
            self.day,
            self.event.as_str(),
            self.kind.as_str(),
            source,
        );
        let raised = diesel::update(job_statistics::table.find(key))
            .set(job_statistics::visits.eq(job_statistics::visits + visits))
            .execute(db)?;
        Ok(raised > 0)
    }
}

/// Forgets the days that are too long ago.
pub fn sweep(db: &mut Db, origin: &Origin) -> Result<usize, db::Error> {
    let first = origin.today() - Days::new(DAYS_KEPT);
    let old = job_statistics::table.filter(job_statistics::day.lt(first));
    Ok(diesel::delete(old).execute(db)?)
}
