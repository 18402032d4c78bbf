//! What an account's owner takes along.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use super::row::Row;
use crate::{
    jobs::ownership::belongs_to,
    platform::{
        db::{self, Db, text_enum::TextEnum},
        personal_data::PersonalData,
        schema::{job_statistics, jobs},
    },
};

#[derive(Serialize)]
struct Exported {
    job: i64,
    day: NaiveDate,
    event: &'static str,
    visitor: &'static str,
    source: String,
    visits: i64,
}

impl From<Row> for Exported {
    fn from(row: Row) -> Self {
        Self {
            job: row.job_id,
            day: row.day,
            event: row.event.as_str(),
            visitor: row.visitor.as_str(),
            source: row.source,
            visits: row.visits,
        }
    }
}

/// Adds the statistics of the jobs of an account, a job at a time.
///
/// # Errors
/// Those of the database.
pub fn export(db: &mut Db, account_id: i64, data: &mut PersonalData) -> Result<(), db::Error> {
    let mut after = 0;
    data.add_list("statistics", || {
        let own = jobs::table.filter(belongs_to(account_id)).select(jobs::id);
        let next: Option<i64> = job_statistics::table
            .filter(job_statistics::job_id.gt(after))
            .filter(job_statistics::job_id.eq_any(own))
            .order(job_statistics::job_id)
            .select(job_statistics::job_id)
            .first(db)
            .optional()?;
        let Some(job_id) = next else {
            return Ok(Vec::new());
        };
        after = job_id;
        let rows: Vec<Row> = job_statistics::table
            .filter(job_statistics::job_id.eq(job_id))
            .order((job_statistics::day, job_statistics::source))
            .select(Row::as_select())
            .load(db)?;
        Ok(rows.into_iter().map(Exported::from).collect())
    })
}
